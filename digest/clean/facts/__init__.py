"""Facts: what a page's data and a text's own lines say about the article: headline, days, people, place, agency.

`metadata` asks a page, `credits` the lines that were taken out of a text; the other modules read one kind of fact each.
"""
