"""HTML to Markdown and back."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from digest.clean.characters import one_line, words
from digest.clean.pages.markdown import from_html
from tests.golden import Example, examples
from tests.patience import ends_within

PAGE = examples(Path(__file__).parent.parent / "fixtures" / "markdown.md")
READER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])

TEXT = st.text("abc XYZ019 .,:;!?'\"“”’-–*_`~[](){}<>#+=|\\/&^$%@\u00a0\u0627\u0628é", min_size=1, max_size=24)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Markup around and between what `inner` gives."""
    tags = st.sampled_from(["b", "i", "em", "strong", "span", "code", "del", "q", "p", "div", "li", "ul", "ol", "h2"])
    tagged = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", tags | st.sampled_from(["blockquote", "td"]), inner)
    linked = st.builds('<a href="https://example.org/a_b">{}</a>'.format, inner)
    return tagged | linked | st.lists(inner, min_size=2, max_size=3).map("".join) | inner.map("{}<br>".format)


HTML = st.recursive(TEXT.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")), nested, max_leaves=8)


def said(html: str) -> list[str]:
    """The words of HTML, with quotation marks and breaks as a browser shows them."""
    return words(BeautifulSoup(html, "lxml").get_text(" "))


@pytest.mark.parametrize("example", PAGE, ids=lambda example: example.title)
def test_from_html(example: Example) -> None:
    """The page of examples for what HTML becomes."""
    actual = from_html(example.given, base="https://example.org/news/")
    assert example.golden(actual) == actual


@settings(max_examples=300, deadline=None)
@given(HTML)
def test_words_come_back(html: str) -> None:
    """Read back, the Markdown of any HTML has the same letters in the same order."""
    back = READER.render(from_html(html))
    assert "".join(said(back)) == "".join(said(f"<div>{html}</div>"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(TEXT, min_size=1, max_size=3).map("<br>".join), min_size=1, max_size=3))
def test_text_comes_back_to_the_letter(paragraphs: list[str]) -> None:
    """Plain paragraphs are read back as they were, punctuation included."""
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace("&lt;br>", "<br>") for text in paragraphs]
    html = "".join(f"<p>{text}</p>" for text in escaped)
    back = BeautifulSoup(READER.render(from_html(html)), "lxml")
    there = BeautifulSoup(html, "lxml")
    assert one_line(back.get_text(" ")) == one_line(there.get_text(" "))
    assert {tag.name for tag in back.find_all(True)} <= {"html", "body", "p", "br"}


def test_hostile_html_leaves_nothing_alive(corpora: Path) -> None:
    """No payload gets a script, a handler or a link of another scheme through, not even read as HTML."""
    for payload in json.loads((corpora / "dompurify.json").read_text("utf-8")):
        back = BeautifulSoup(READER.render(from_html(payload["p"])), "lxml")
        assert {tag.name for tag in back.find_all(True)} <= HARMLESS
        for tag in back.find_all(True):
            assert set(tag.attrs) <= {"href", "start"}
            assert re.match(r"https?://|mailto:|$", str(tag.get("href", "")))


HARMLESS = set(
    re.findall(
        r"\w+",
        "html body p br em strong s a code pre ul ol li blockquote h1 h2 h3 h4 h5 h6 table thead tbody tr th td hr",
    )
)


@pytest.mark.parametrize(
    "html",
    [
        *("<!--" * 25_000, "<![>", "<div>" * 50_000 + "x", "<b>" * 50_000 + "x", "<ul><li>" * 20_000, "<" * 100_000),
        *("<table><tr><td>" * 5_000, "<p>" + "*" * 50_000, "<p>" + "[" * 50_000, "<p><b>x</b>" + "[a](" * 10_000),
        *("<p>" + "<a href='#'>x</a> " * 5_000, "<blockquote>" * 30_000 + "x", "<p>" + "<em>a</em><b>b</b>" * 2_000),
    ],
    ids=lambda html: html[:24],
)
def test_hostile_html_takes_no_time(html: str) -> None:
    """Each hundred kilobytes of malice end within two seconds."""
    with ends_within(2):
        from_html(html)
