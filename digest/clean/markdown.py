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
from bs4 import BeautifulSoup, NavigableString, PageElement, Tag
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
        nodes = list(group)
        if inline:
            yield from _paragraphs(nodes)
        else:
            for node in nodes:
                yield from _BLOCKS.get(node.name, _blocks)(node)  # type: ignore[attr-defined, arg-type]


def _paragraphs(nodes: Sequence[PageElement]) -> Iterator[str]:
    """Yield a paragraph, or several where old pages part them by two line breaks."""
    part: list[PageElement] = []
    for node, following in zip(nodes, [*nodes[1:], None], strict=True):
        ...
