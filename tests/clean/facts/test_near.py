"""What stands near a headline."""

from trafilatura import load_html

from digest.clean.facts.near import surroundings

PROSE = f"<p>{'The bridge over the border river opened again on Wednesday. ' * 3}</p>" * 4


def near(body: str) -> list[str]:
    """The words of the paragraphs that stand near the headline of a page with this body."""
    page = load_html(f"<html><body>{body}</body></html>")
    assert page is not None
    return [words for element, words in surroundings(page, "Bridge opens again") if element.tag == "p"]


def test_until_the_text_begins() -> None:
    """What follows the headline comes first, then what stands above it; neither the text nor a menu is near."""
    head = "<p>above</p><nav><p>menu</p></nav><h1>Bridge opens again</h1><p>below</p><blockquote><p>x</p></blockquote>"
    assert near(f"{head}{PROSE}<p>after</p>") == ["below", "above"]


def test_of_the_same_article() -> None:
    """What stands above the headline in no article, or in another one, is not near where the headline is in one."""
    above = "<p>today</p><article><h2>Ferry sinks</h2><p>1 May</p></article>"
    assert near(f"{above}<article><p>kicker</p><h1>Bridge opens again</h1><p>below</p></article>") == [
        "below",
        "kicker",
    ]


def test_short_sentences_are_text() -> None:
    """The text has begun where two sentences stand, however short they are."""
    said = ["The mayor cut the ribbon at noon.", "Lorries crossed it an hour later.", "It was built on 2 May 1931."]
    assert near(f"<h1>Bridge opens again</h1>{''.join(f'<p>{text}</p>' for text in said)}") == said[:2]


def test_the_only_heading() -> None:
    """Where no heading says the title, a page's one heading stands for it, unless it is a word or two."""
    assert near("<h1>What the mayors of both towns said</h1><p>below</p>") == ["below"]
    assert near("<h1>The Post</h1><p>below</p>") == []
    assert near("<h1>What the mayors of both towns said</h1><p>below</p><h1>Who pays for it all</h1>") == []
