"""Markup whose words the extractor loses or tears apart, put otherwise before it looks for the article."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from digest.clean.blocks import ends_sentence
from digest.clean.characters import one_line
from digest.clean.pages.cells import flatten_cells

_MARKS = ("a", "b", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strike", "strong")
_INLINE = (*_MARKS, "code", "samp", "sub", "sup", "tt", "u", "var")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("div", "p", "section", "article", "blockquote", "h1", *_HEADINGS)
_CODE = ("code", "samp", "tt", "var")
_SIGN = re.compile(r"\s*[\"'“”„‘’«»‹›「]")
_FIELDS = ("input", "select", "textarea")
_DENSE, _SHORT, _SHORT_LINK = 0.8, 60, 10  # what the extractor goes by: a share; characters


def mend(page: HtmlElement) -> None:
    """Put what the extractor would lose so that it is kept, in place; what a reader sees stays the same."""
    unwrap_empty(page)
    unwrap_words(page)
    name_code(page)
    flatten_cells(page)
    bracket_notes(page)
    unlink(page)


def unwrap_empty(page: HtmlElement) -> None:
    """Take elements without words away, but for the text after them: it would go with them, or be marked instead."""
    for element in reversed([*page.iter(*_INLINE, *_BLOCKS)]):
        if element.text_content().strip():
            continue
        if element.tag in _INLINE:
            element.drop_tag()
        elif (element.tail or "").strip():
            element[:] = []
            element.tag = "br"


def unwrap_words(page: HtmlElement) -> None:
    """Leave the words of times, labels and quotations within a line as plain words; the latter get their signs."""
    for quoted in [*page.iter("q")]:
        if not _SIGN.match(quoted.text_content()):
            quoted.text = f"“{quoted.text or ''}"
            quoted.tail = f"”{quoted.tail or ''}"
        quoted.drop_tag()
    for element in [*page.iter("time", "label")]:
        is_field = element.get("for") or next(element.iter(*_FIELDS), None) is not None
        if not is_field and next(element.iterancestors("p", "li"), None) is not None:
            element.drop_tag()


def name_code(page: HtmlElement) -> None:
    """Call code what the extractor leaves where it is: `kbd` within a line, and `code` what is a block."""
    for element in page.iter(*_CODE):
        if element.tag == "var":
            element.tag = "em"
        elif "\n" not in element.text_content().strip() and next(element.iterancestors("pre"), None) is None:
            element.tag = "kbd"
    for block in page.iter("pre"):
        if block.find(".//code") is not None:
            block.text = block.text_content()
            block[:] = []
            block.tag = "code"


def bracket_notes(page: HtmlElement) -> None:
    """Put raised marks that are linked, as those of footnotes are, in brackets: they are no part of the word before."""
    for mark in [*page.iter("sup")]:
        is_linked = mark.find(".//a") is not None or next(mark.iterancestors("a"), None) is not None
        if is_linked and mark.text_content().strip().isalnum():
            mark.text = f"[{mark.text_content().strip()}]"
            mark[:] = []
            mark.drop_tag()


def unlink(page: HtmlElement) -> None:
    """Take the links off headings and short sentences between paragraphs, where the extractor would take all of it."""
    for element in page.iter("p", *_HEADINGS):
        links = [*element.iter("a")]
        if links and _is_between(element) and _is_risky(element, [one_line(link.text_content()) for link in links]):
            for link in links:
                link.drop_tag()


def _is_between(element: HtmlElement) -> bool:
    before, after = element.getprevious(), element.getnext()
    return before is not None and after is not None and before.tag == after.tag == "p"


def _is_risky(element: HtmlElement, linked: list[str]) -> bool:
    text = one_line(element.text_content())
    is_dense = len("".join(linked)) > _DENSE * len(text)
    if element.tag != "p":
        return is_dense
    is_short = len(text) < _SHORT and sum(len(link) < _SHORT_LINK for link in linked) > _DENSE * len(linked)
    return len(linked) > 1 and (is_dense or is_short) and ends_sentence(text)
