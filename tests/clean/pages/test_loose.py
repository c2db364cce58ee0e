"""Text without paragraphs gets some."""

import pytest
from lxml.html import document_fromstring, tostring

from digest.clean.pages.loose import put_into_paragraphs


def paragraphed(body: str) -> str:
    """The body of a page, as HTML, when its loose text has paragraphs."""
    page = document_fromstring(f"<html><body>{body}</body></html>")
    put_into_paragraphs(page)
    return "".join(tostring(child, encoding="unicode") for child in page.xpath("body/node()"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<div>One <a>link</a> here.<br><br>Two.<br>\n<br/>Three<br>lines.</div>",
            "<div><p>One <a>link</a> here.</p><p>Two.</p><p>Three<br>lines.</p></div>",
        ),
        ("<p>One <b>bold</b> word.<br><br><br>Two.</p>", "<div><p>One <b>bold</b> word.</p><p>Two.</p></div>"),
        (
            "<div>One.<ul><li>x</li></ul>Two.<br><br>Three.</div>",
            "<div><p>One.</p><ul><li>x</li></ul><p>Two.</p><p>Three.</p></div>",
        ),
    ],
)
def test_double_breaks_end_paragraphs(body: str, expected: str) -> None:
    """Between double breaks and blocks, each run of text and inline tags becomes a paragraph."""
    assert paragraphed(f"<section>{body}</section>") == f"<section>{expected}</section>"


@pytest.mark.parametrize(
    "body", ["<p>One<br>line <i>more</i>.</p>", "<div>A <b>label</b></div>", "<ul><li>x<br><br>y</li></ul>"]
)
def test_other_text_is_left_alone(body: str) -> None:
    """A single break is a line's end, and a short text beside a tag may be a label."""
    assert paragraphed(body) == body
