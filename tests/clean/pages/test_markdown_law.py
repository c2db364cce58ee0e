"""Markdown to HTML and back: whatever an article says in Markdown, its page gives again."""

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from digest.clean.characters import one_line, words
from digest.clean.pages.capture import capture
from digest.clean.pages.markdown import from_html
from digest.clean.rules import NAMES
from tests.laws import LAW

READER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement. " * 3
END = "After six years in which it was closed, lorries cross at night, and all others cross by day. " * 3
OFF = dict.fromkeys(NAMES, False)

WORD = st.text("abcXYZ019é\u0627", min_size=1, max_size=5)
ODD = [
    "1986.",
    "#",
    "<b>",
    "&amp;",
    "**a***b*",
    "a_b_c",
    "[x](y)",
    "[^n]",
    "`",
    "``",
    "~~",
    "|",
    ">",
    "-",
    "+",
    "*",
    "1)",
]
MARKED = st.builds(lambda mark, text: f"{mark}{text}{mark}", st.sampled_from(["*", "**", "_", "~~", "`", "***"]), WORD)
LINKED = WORD.map("[{}](https://example.org/a_b)".format)
CODED = st.sampled_from(["`` a`b ``", "`<x>`", "``` `` ```", "`a|b`"])
INLINE = st.lists(WORD | st.sampled_from(ODD) | MARKED | LINKED | CODED, min_size=1, max_size=6).map(" ".join)
PARAGRAPH = st.lists(INLINE, min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from(["\n", "\\\n", "  \n"]).map(lambda end: end.join(lines))
)
TABLE = st.lists(
    st.tuples(WORD, INLINE.map(lambda cell: cell.replace("|", "")).filter(str.strip)), min_size=2, max_size=3
).map(lambda rows: "\n".join(["| a | b |", "| --- | --- |", *(f"| {left} | {right} |" for left, right in rows)]))
HEADING = st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 6), INLINE)
FENCE = INLINE.map("~~~\n{}\n~~~".format)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Quotations and lists of what `inner` gives, or several of them."""
    several = st.lists(inner, min_size=1, max_size=3)
    quoted = inner.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n")))
    bullets = several.map(lambda items: "\n".join("- " + item.replace("\n", "\n  ") for item in items))
    numbers = several.map(
        lambda items: "\n".join(f"{at}. " + item.replace("\n", "\n   ") for at, item in enumerate(items, 7))
    )
    return quoted | bullets | numbers | several.map("\n\n".join)


DOCUMENT = st.recursive(PARAGRAPH | TABLE | HEADING | FENCE, nested, max_leaves=6)


def said(html: str) -> list[str]:
    """The words of HTML, in order."""
    return words(BeautifulSoup(html, "lxml").get_text(" "))


@LAW
@given(DOCUMENT)
def test_document_comes_back(markdown: str) -> None:
    """The page of a Markdown document gives Markdown that says the same, letter for letter, in the same blocks."""
    page = READER.render(markdown)
    back = READER.render(from_html(page))
    assert "".join(said(back)) == "".join(said(page))
    for tag in ("blockquote", "li", "h2", "table", "pre"):
        assert texts(back, tag) == texts(page, tag)


def texts(html: str, name: str) -> list[str]:
    """What the elements called `name` say, where they say something."""
    found = (one_line(tag.get_text(" ")).replace(" ", "") for tag in BeautifulSoup(html, "lxml")(name))
    return [text for text in found if text]


SENTENCE = st.lists(st.text("abcXYZé", min_size=2, max_size=6), min_size=8, max_size=20).map(" ".join).map("{}.".format)
BLOCK = (
    SENTENCE
    | SENTENCE.map("> {}".format)
    | st.lists(SENTENCE, min_size=2, max_size=3, unique=True).map(lambda items: "\n".join(map("- {}".format, items)))
)


@LAW
@given(st.lists(BLOCK, min_size=1, max_size=5, unique=True))
def test_capture_gives_every_sentence(blocks: list[str]) -> None:
    """Through the whole of capture, sentences, quotations and lists of an article come back in their order."""
    markdown = "\n\n".join([PROSE, *blocks, END])
    page = f"<html><body><article>{READER.render(markdown)}</article></body></html>"
    assert words(capture(page.encode(), OFF).body) == words(markdown)
