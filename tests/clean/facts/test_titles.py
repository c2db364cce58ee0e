"""Headlines and outlets' names where there are none."""

import pytest

from digest.clean.facts.titles import headline_from, is_headline, is_label, is_short_headline, outlet_of


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The bridge opened. It rained.", "The bridge opened"),
        ("U.S. President J. Biden met Mr. Smith. He said so.", "U.S. President J. Biden met Mr. Smith"),
        ("“We will open it,” he said. Then he left.", "“We will open it,” he said"),
        (
            "The bridge " + "that they built " * 3 + "opened, " + "and more " * 20,
            "The bridge " + "that they built " * 3 + "opened",
        ),
        ("word " * 40, "word " * 19 + "word…"),
        ("Is it open? Yes.", "Is it open?"),
    ],
)
def test_headline_from_first_sentence(text: str, headline: str) -> None:
    """The first sentence, cut at a clause or a word under a hundred characters, makes a headline."""
    assert headline_from(text) == headline


@pytest.mark.parametrize("line", ["Bridge over the river opens again", "Who is to pay for it?"])
def test_headline(line: str) -> None:
    """A few words that are no sentence can be a headline."""
    assert is_headline(line)


@pytest.mark.parametrize(
    "line", ["World", "Home / News / World today", "It opened again on Monday.", "By the way it is:"]
)
def test_no_headline(line: str) -> None:
    """A section's name, a path of sections, a sentence and a label are none."""
    assert not is_headline(line)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Bridge opens again", True),
        ("Open at last.", False),
        ("Bridges", True),
        ("World", False),
        ("MOSUL", False),
        ("Middle East", False),
        ("Breaking news", False),
        ("opens again", False),
        ("Home / News", False),
    ],
)
def test_short_headline(line: str, is_one: bool) -> None:
    """One to three words can be a headline, if they are not a section's name or a sentence."""
    assert is_short_headline(line) == is_one


def test_labels() -> None:
    """Sections and agencies' slugs are labels; a headline that begins with such a word is none."""
    labels = (
        "Middle East",
        "BREAKING",
        "خبر عاجل",
        "Eds: ADDS background",
        "FOR IMMEDIATE RELEASE",
        "Iraq-Bridge, 3rd Ld-Writethru, a0412",
    )
    assert all(map(is_label, labels))
    assert not any(map(is_label, ("Breaking the ice on the river", "Urgent talks", "Editors quit in protest")))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://rudaw.net/english/x", "Rudaw"),
        ("https://www.bbc.co.uk/news", "BBC"),
        ("https://edition.cnn.com/", "CNN"),
        ("https://www.aljazeera.com/", "Aljazeera"),
        ("https://news.example/x", "news.example"),
        ("https://www.news.com.au/x", "news.com.au"),
        ("http://localhost/", ""),
        ("http://10.0.0.1/", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_outlet(url: str, name: str) -> None:
    """An outlet goes by its host's own label."""
    assert outlet_of(url) == name
