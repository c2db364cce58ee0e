"""Loose text of a page, put into paragraphs: extractors know a paragraph by its tag, and break what has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml.html import Element, HtmlElement

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd"}
    | {"mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_NAMELESS, _MOST = ("div", "section"), 0.8  # of the text in paragraphs
_AROUND = ("article", "blockquote", "body", "center", "div", "main", "section", "td", "p")


def put_into_paragraphs(page: HtmlElement) -> None:
    """Where double breaks part paragraphs in a block, give each run of its text and inline tags one of its own."""
    for block in [*page.iter(*_AROUND)]:
        if _is_loose(block):
            parts = [*_parts(block)]
            block[:] = []
            block.text = None
            block.tag = "div" if block.tag == "p" else block.tag
            block.extend(parts)


def _is_loose(block: HtmlElement) -> bool:
    texts = (block.text, *(child.tail for child in block))
    return any(text and text.strip() for text in texts) and any(map(_is_double, block.iterchildren("br")))


def _is_double(node: HtmlElement) -> bool:
    """Whether a break comes right before another: so writers without paragraphs part them."""
    after = node.getnext()
    return after is not None and after.tag == "br" and not (node.tail or "").strip()


def _parts(block: HtmlElement) -> Iterator[HtmlElement]:
    paragraph = _paragraph(block.text)
    for child in [*block]:
        tail, is_break = child.tail, child.tag == "br"
        if child.tag in _INLINE and not (is_break and (_is_double(child) or _is_empty(paragraph))):
            paragraph.append(child)
            continue
        if not _is_empty(paragraph):
            yield paragraph
        if not is_break:
            child.tail = None
            yield child
        paragraph = _paragraph(tail)
    if not _is_empty(paragraph):
        yield paragraph


def _paragraph(text: str | None) -> HtmlElement:
    paragraph = Element("p")
    paragraph.text = text
    return paragraph


def _is_empty(paragraph: HtmlElement) -> bool:
    return not paragraph.text_content().strip()


def name_article(page: HtmlElement) -> None:
    """Call the element `article` that holds most of a page's paragraphs, where the page calls none so, in place.

    The extractor goes by names: in a box without one that it knows, it takes paragraphs and leaves headings and lists.
    """
    if next(page.iter("article", "main"), None) is not None:
        return
    said = Counter[HtmlElement]()
    for paragraph in page.iter("p"):
        holder = paragraph.getparent()
        if holder is not None:
            said[holder] += len(paragraph.text_content().strip())
    for holder, most in said.most_common(1):
        if holder.tag in _NAMELESS and most > _MOST * said.total():
            holder.tag = "article"
