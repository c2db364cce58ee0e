"""Facts: what a page and its text say about the article: headline, days, people, place, agency, language."""
