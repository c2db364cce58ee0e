"""Text without paragraphs gets some."""

import pytest
from lxml.html import document_fromstring, tostring

from digest.clean.pages.capture import capture
from digest.clean.pages.loose import name_article, put_into_paragraphs


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


LONG = (
    "<p>The bridge over the border river opened again on Wednesday, the ministry said in a statement on its site.</p>"
)


@pytest.mark.parametrize(
    ("body", "tag"),
    [
        (f'<div class="haber">{LONG}<h2>Who pays?</h2>{LONG}</div><div>{LONG[:40]}</p></div>', "article"),
        (f"<div>{LONG}{LONG}</div><section>{LONG}</section>", "div"),
        (f"<div>{LONG}</div><article></article>", "div"),
        ("<div>no paragraph</div>", "div"),
    ],
)
def test_most_of_the_text_is_the_article(body: str, tag: str) -> None:
    """The box with nearly all paragraphs is called the article, if the page has none of that name."""
    page = document_fromstring(f"<html><body>{body}</body></html>")
    name_article(page)
    assert page.xpath("name(/html/body/*[1])") == tag


def test_headings_and_lists_of_an_unknown_box_stay() -> None:
    """A box whose class nobody knows loses no heading and no list."""
    text = f"<h1>Bridge opens</h1>{LONG}<h2>Who pays?</h2>{LONG}<ul><li>Yes: 14</li><li>No: 2</li></ul>{LONG}"
    draft = capture(f"<html><body><div class='haber'>{text}</div></body></html>".encode())
    assert "## Who pays?" in draft.body
    assert "- Yes: 14\n- No: 2" in draft.body
