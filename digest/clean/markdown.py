"""HTML to Markdown: the words in their order for sure, structure as far as Markdown can say it.

What can't be said safely is left out, but for its words: emphasis that would not be read back as such, links to other
schemes than the web's and mail's. Images, scripts, styles and forms are left out with what is in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import indent

import nh3
from bs4 import BeautifulSoup, PageElement, Tag
from lxml import html as lxml_html
from lxml.etree import ParserError

from digest.clean.blocks import paragraph_text
from digest.clean.characters import legible, one_line
from digest.clean.escape import escape, escape_inline, escape_start, heading
from digest.clean.links import SCHEMES, target

_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*", "del": "~~", "s": "~~", "strike": "~~"}
_INLINE = {*_EMPHASIS, *"a br code kbd samp tt q span sub sup u small mark cite abbr time".split()}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRUCTURE = {*_HEADINGS, *"ul ol blockquote pre table hr".split()}
_CONTAINERS = set("p div section article main header footer figure figcaption details summary dl dt dd address aside li thead tbody tfoot tr td th caption".split())
_SILENT = set("script style noscript template iframe object select textarea svg math title button form".split())
_BREAKS = re.compile(r"[ \t]*\\\n[ \t]*")


def from_html(html: str, *, base: str = "") -> str:
    """Return the Markdown of any HTML, hostile or broken; links are resolved against the address `base`."""
    try:
        # libxml2 gives up on absurd depths, on which all that follows would take minutes
        shallow = lxml_html.tostring(lxml_html.fromstring(f"<div>{html}</div>"), encoding="unicode")
    except (ParserError, ValueError):
        return ""
    safe = nh3.clean(
        shallow,
        tags=_INLINE | _STRUCTURE | _CONTAINERS,
        clean_content_tags=_SILENT,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    soup = BeautifulSoup(safe, "lxml")
    _prepare(soup, base)
    return "\n\n".join(_blocks(soup)).strip("\n")


def _prepare(soup: BeautifulSoup, base: str) -> None:
    for string in soup.find_all(string=True):
        string.replace_with(legible(string))
    for quoted in soup("q"):
        quoted.insert(0, "“")
        quoted.append("”")
    for anchor in soup("a"):
        if address := target(str(anchor.get("href", "")), base):
            anchor["href"] = address
        else:
            anchor.unwrap()


def _is_inline(node: PageElement) -> bool:
    return not isinstance(node, Tag) or (node.name in _INLINE and not node.find([*_STRUCTURE, *_CONTAINERS]))


def _blocks(parent: Tag) -> Iterator[str]:
    for inline, group in groupby(parent.children, _is_inline):
        if inline:
            yield from _paragraphs(group)
        else:
            for node in group:
                if isinstance(node, Tag):
                    yield from _BLOCKS.get(node.name, _blocks)(node)


def _paragraphs(nodes: Iterable[PageElement]) -> Iterator[str]:
    """Yield a paragraph, or several where an old page parts them by two line breaks."""
    parts: list[list[PageElement]] = [[]]
    breaks = 0
    for node in nodes:
        is_break, is_blank = isinstance(node, Tag) and node.name == "br", not isinstance(node, Tag) and not node.get_text(strip=True)
        if breaks > 1 and not is_break and not is_blank:
            parts.append([])
        breaks = breaks + is_break if is_break or is_blank else 0
        parts[-1].append(node)
    yield from filter(None, map(_line, parts))


def _line(nodes: Sequence[PageElement]) -> str:
    """Return inline `nodes` as Markdown of one paragraph that reads as they do, with as much markup as that allows."""
    said = one_line("".join(map(_said, nodes)))
    if not any(isinstance(node, Tag) for node in nodes):
        return escape(said)
    for mark in ("*", "_", ""):
        markdown = escape_start(_tidy(_inline(nodes, mark, frozenset())))
        if paragraph_text(markdown) == said:
            return markdown
    return escape(said)


def _said(node: PageElement) -> str:
    if not isinstance(node, Tag):
        return str(node)
    return " " if node.name == "br" else "".join(map(_said, node.children))


def _tidy(markdown: str) -> str:
    lines = [one_line(line) for line in markdown.split("\\\n")]
    return "\\\n".join(filter(None, lines))


def _inline(nodes: Iterable[PageElement], mark: str, within: frozenset[str]) -> str:
    """Return Markdown with `mark` for emphasis (none at all where it is empty), but for the kinds already open `within`."""
    nodes = list(nodes)
    return "".join(_span(node, mark, within, last=node is nodes[-1]) for node in nodes)


def _span(node: PageElement, mark: str, within: frozenset[str], *, last: bool) -> str:
    if not isinstance(node, Tag):
        text = escape_inline(re.sub(r"\s+", " ", str(node)), followed=not last)
        return re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", text) if "a" in within else text
    if node.name == "br":
        return " " if "a" in within else "\\\n"
    if node.name in ("code", "kbd", "samp", "tt"):
        return _code(one_line(node.get_text()))
    kind = _EMPHASIS.get(node.name, "a" if node.name == "a" else "")
    inner = _inline(node.children, mark, within | {kind})
    text = inner.strip()
    if not text or not kind or kind in within or (not mark and kind != "a"):
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    if kind == "a":
        return f"{before}[{text}]({node['href']}){after}"
    sign = mark if kind == "*" else kind
    return f"{before}{sign}{text}{sign}{after}"


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}" if text else ""


def _heading(node: Tag) -> Iterator[str]:
    if not all(map(_is_inline, node.children)):
        yield from _blocks(node)
    elif text := _line(list(node.children)):
        yield heading(text.replace("\\\n", " "), _HEADINGS[node.name])


def _list(node: Tag) -> Iterator[str]:
    start = str(node.get("start", "1"))
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 1  # noqa: PLR2004 - CommonMark reads nine digits
    items: list[str] = []
    for child in node.children:
        content = list(_blocks(child)) if isinstance(child, Tag) and child.name == "li" else list(_block(child))
        if content:
            bullet = f"{number + len(items)}. " if node.name == "ol" else "- "
            items.append(bullet + indent(_item(content), " " * len(bullet)).lstrip())
    if items:
        yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _item(content: Sequence[str]) -> str:
    nested = len(content) == 2 and content[1].startswith("- ") and not content[0].startswith(("```", "- "))
    return ("\n" if nested else "\n\n").join(content)


def _block(node: PageElement) -> Iterator[str]:
    yield from _BLOCKS.get(node.name, _blocks)(node) if isinstance(node, Tag) and not _is_inline(node) else _paragraphs([node])


def _quote(node: Tag) -> Iterator[str]:
    if content := "\n\n".join(_blocks(node)):
        yield "\n".join(f"> {line}".rstrip(" ") if not line else f"> {line}" for line in content.split("\n"))


def _fence(node: Tag) -> Iterator[str]:
    text = node.get_text().strip("\n")
    marks = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    if text.strip():
        yield f"{marks}\n{text}\n{marks}"


def _table(node: Tag) -> Iterator[str]:
    rows = [[_cell(cell) for cell in row.find_all(["td", "th"])] for row in node.find_all("tr")]
    width = max(map(len, rows), default=0)
    if node.find([*_STRUCTURE]) or width < 2 or len(rows) < 2:  # a page laid out in a table
        yield from _blocks(node)
        return
    if caption := node.find("caption"):
        yield from _blocks(caption)
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    yield "\n".join(f"| {' | '.join(row)} |" for row in (padded[0], ["---"] * width, *padded[1:]))


def _cell(cell: Tag) -> str:
    return re.sub(r"\\?\|", r"\\|", " ".join(_blocks(cell)).replace("\\\n", " "))


_BLOCKS: dict[str, Callable[[Tag], Iterator[str]]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "pre": _fence,
    "table": _table,
    "hr": lambda _: iter(["***"]),
}
