import pytest

from digest.annotate import markdown
from digest.annotate.markdown import Passage
from tests.annotate.reading import annotation, page, readable
from tests.golden import Example


@pytest.mark.parametrize("example", page("markdown"), ids=lambda example: example.title)
def test_markdown(example: Example) -> None:
    """The page of examples for what Markdown becomes."""
    actual = readable(annotation(example.given))
    assert example.golden(actual) == actual


@pytest.mark.parametrize("example", page("closed"), ids=lambda example: example.title)
def test_closed_places(example: Example) -> None:
    """The page of examples for places where no link may stand, and for what a page may not hold."""
    actual = readable(annotation(example.given))
    assert example.golden(actual) == actual


def passages(text: str) -> list[Passage]:
    """The passages of a text."""
    return markdown.passages(markdown.parse(text, {"homs": "Homs"}))


def test_passage_is_what_a_reader_sees() -> None:
    """A block's text is without marks; a line's end stays, a footnote's mark is a sign that is part of no name."""
    (found,) = passages("An *armed* [group](/x/) of &amp; `code`\\\nin [[homs]],\nnot [[!HTS]] ![a **hall**](/x.png)")
    assert found.text == "An armed group of & code\nin Homs,\nnot HTS a hall"
    assert [(found.text[start:end], reason) for start, end, reason in found.closed] == [
        ("group", "inside a link"),
        ("code", "inside code"),
        ("HTS", "forbidden by [[!…]]"),
        ("a hall", "in an image's text"),
    ]
    assert [(found.text[start:end], slug) for start, end, slug in found.forced] == [("Homs", "homs")]


def test_passages_know_their_line_and_section() -> None:
    """Passages come in reading order; each heading begins a section, and footnotes come last."""
    text = "One.[^1]\n\n## Two\n\n- three\n- four\n\n[^1]: Note.\n\n## Five\n\n| six | seven |\n|---|---|\n| eight |"
    assert [(p.text.strip(markdown.FOOTNOTE), p.line, p.section) for p in passages(text)] == [
        ("One.", 0, 0),
        ("Two", 2, 1),
        ("three", 4, 1),
        ("four", 5, 1),
        ("Five", 9, 2),
        ("six", 11, 2),
        ("seven", 11, 2),
        ("eight", 13, 2),
        ("Note.", 7, 2),
    ]


def test_code_blocks_are_no_passages() -> None:
    """What stands in a block of code is not prose."""
    assert passages("    code\n\n```\ncode\n```\n") == []
