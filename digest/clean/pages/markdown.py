"""HTML to Markdown: the words in their order for sure, structure as far as Markdown can say it.

What can't be said safely is left out, but for its words: emphasis that would not be read back as such, links to other
schemes than the web's and mail's. Images, scripts, styles and forms are left out with what is in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from textwrap import indent

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement
from lxml import html as lxml_html
from lxml.etree import ParserError

from digest.clean.characters import legible, one_line
from digest.clean.escape import escape, heading
from digest.clean.links import SCHEMES, target
from digest.clean.pages.inline import BREAK, EMPHASIS, INLINE, is_break, line
from digest.clean.pages.typography import join, script

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRUCTURE = {*_HEADINGS, "ul", "ol", "blockquote", "pre", "table", "hr"}
_TEXT = {"p", "div", "section", "article", "main", "header", "footer", "aside", "address", "details", "summary", "dl"}
_PARTS = {"dt", "dd", "li", "figure", "figcaption", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
_BLOCK_TAGS = _STRUCTURE | _TEXT | _PARTS
_SILENT = {"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "title"} | {
    *("form", "button", "select", "textarea"),
}
_LIST_NUMBER = re.compile(r"[0-9]{1,8}")
_COLUMNS, _ROWS = 2, 2  # a table with fewer is a page's layout
_CELLS = 20_000  # a table with more, the empty ones at the end of short rows included, is an attack


def from_html(html: str, *, base: str = "") -> str:
    """Return the Markdown of any HTML, hostile or broken; links are resolved against the address `base`."""
    try:
        # libxml2 gives up on absurd depths, on which all that follows would take minutes
        shallow = lxml_html.tostring(lxml_html.fromstring(f"<div>{html}</div>"), encoding="unicode")
    except (ParserError, ValueError):
        return ""
    safe = nh3.clean(
        shallow,
        tags=_BLOCK_TAGS | INLINE,
        clean_content_tags=_SILENT,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    soup = BeautifulSoup(legible(safe.replace("&nbsp;", " ")), "lxml")
    _prepare(soup, base)
    try:
        return "\n\n".join(_blocks(soup)).strip("\n")
    except RecursionError:  # markup within markup by the hundred has nothing to say
        return "\n\n".join(escape(text) for text in map(one_line, soup.get_text("\n").split("\n")) if text)


def _prepare(soup: BeautifulSoup, base: str) -> None:
    for quoted in soup("q"):
        quoted.insert(0, "“")
        quoted.append("”")
    for anchor in soup("a"):
        anchor["href"] = target(str(anchor.get("href", "")), base)
    for raised in soup(["sup", "sub"]):
        raised.replace_with(script(raised))
    for first in soup(list(EMPHASIS)):
        join(first)
    for block in soup.find_all(lambda tag: tag.name in _BLOCK_TAGS):
        for around in takewhile(lambda tag: tag.name in INLINE, block.parents):
            around.name = "div"


def _is_inline(node: PageElement) -> bool:
    return not isinstance(node, Tag) or node.name in INLINE


def _blocks(parent: Tag) -> Iterator[str]:
    for inline, group in groupby(parent.children, _is_inline):
        if inline:
            yield from _paragraphs(group)
        else:
            for node in group:
                yield from _block(node)


def _block(node: PageElement) -> Iterator[str]:
    if isinstance(node, Tag) and not _is_inline(node):
        yield from _WRITERS.get(node.name, _blocks)(node)
    else:
        yield from _paragraphs([node])


def _paragraphs(nodes: Iterable[PageElement]) -> Iterator[str]:
    """Yield a paragraph, or several where an old page parts them by two line breaks."""
    parts: list[list[PageElement]] = [[]]
    breaks = 0
    for node in nodes:
        is_blank = not isinstance(node, Tag) and not node.get_text(strip=True)
        if breaks > 1 and not is_break(node) and not is_blank:
            parts.append([])
        breaks = breaks + is_break(node) if is_blank or is_break(node) else 0
        parts[-1].append(node)
    yield from filter(None, map(line, parts))


def _heading(node: Tag) -> Iterator[str]:
    if not all(map(_is_inline, node.children)):
        yield from _blocks(node)
    elif text := line(list(node.children)):
        yield heading(text.replace(BREAK, " "), _HEADINGS[node.name])


def _list(node: Tag) -> Iterator[str]:
    start = str(node.get("start", "1"))
    first = int(start) if _LIST_NUMBER.fullmatch(start) else 1
    items: list[str] = []
    for child in node.children:
        is_item = isinstance(child, Tag) and child.name == "li"
        if content := list(_blocks(child) if is_item and isinstance(child, Tag) else _block(child)):
            bullet = f"{first + len(items)}. " if node.name == "ol" else "- "
            items.append(bullet + indent(_item(content), " " * len(bullet)).lstrip())
    if items:
        yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _item(content: Sequence[str]) -> str:
    is_tight = len(content) == 2 and content[1].startswith("- ") and not content[0].startswith(("- ", "`", "|"))
    return ("\n" if is_tight else "\n\n").join(content)


def _quote(node: Tag) -> Iterator[str]:
    if content := "\n\n".join(_blocks(node)):
        yield "\n".join(f"> {text}" if text else ">" for text in content.split("\n"))


def _fence(node: Tag) -> Iterator[str]:
    text = node.get_text().strip("\n")
    marks = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    if text.strip():
        yield f"{marks}\n{text}\n{marks}"


def _table(node: Tag) -> Iterator[str]:
    is_layout = any(isinstance(inner, Tag) and inner.name in _STRUCTURE for inner in node.descendants)
    rows = [] if is_layout else [[_cell(cell) for cell in row.find_all(["td", "th"])] for row in node.find_all("tr")]
    width = max(map(len, rows), default=0)
    if width < _COLUMNS or len(rows) < _ROWS or width * len(rows) > _CELLS:
        yield from _blocks(node)
        return
    for caption in node.find_all("caption"):
        yield from _blocks(caption)
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    yield "\n".join(f"| {' | '.join(row)} |" for row in (padded[0], ["---"] * width, *padded[1:]))


def _cell(cell: Tag) -> str:
    return re.sub(r"\\?\|", r"\\|", " ".join(_blocks(cell)).replace(BREAK, " "))


_WRITERS: dict[str, Callable[[Tag], Iterator[str]]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "pre": _fence,
    "table": _table,
    "hr": lambda _: iter(["***"]),
}
