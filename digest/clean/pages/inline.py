"""Inline HTML to Markdown, with as much markup as CommonMark will read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from digest.clean.blocks import paragraph_text
from digest.clean.characters import one_line
from digest.clean.escape import escape, escape_inline, escape_start

EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*", "del": "~~", "s": "~~", "strike": "~~"}
CODE = frozenset({"code", "kbd", "samp", "tt"})
INLINE = frozenset(
    {*EMPHASIS, *CODE, "a", "abbr", "br", "cite", "mark", "q", "small", "span", "sub", "sup", "time", "u"}
)
BREAK = "\\\n"

_LONGEST = 50_000  # characters of a paragraph; a longer one is not written, and reading it back takes seconds
_BRACKETS = re.compile(r"(?<!\\)[\[\]]")


def line(nodes: Sequence[PageElement]) -> str:
    """Return inline `nodes` as the Markdown of one paragraph that says what they say.

    Emphasis is tried with `*`, then with `_`, and given up where neither would be read as such.
    """
    said = one_line("".join(map(_said, nodes)))
    if len(said) > _LONGEST or not any(isinstance(node, Tag) for node in nodes):
        return escape(said)
    for mark in ("*", "_", ""):
        markdown = escape_start(_tidy(_inline(nodes, mark, frozenset())))
        if paragraph_text(markdown) == said:
            return markdown
    return escape(said)


def is_break(node: PageElement) -> bool:
    """Whether `node` is a line break."""
    return isinstance(node, Tag) and node.name == "br"


def _said(node: PageElement) -> str:
    if not isinstance(node, Tag):
        return str(node)
    return " " if is_break(node) else "".join(map(_said, node.children))


def _tidy(markdown: str) -> str:
    return BREAK.join(filter(None, map(one_line, markdown.split(BREAK))))


def _inline(nodes: Iterable[PageElement], mark: str, within: frozenset[str]) -> str:
    """Return Markdown with `mark` for emphasis (none at all where it is empty); the kinds `within` are open already."""
    listed = [*_joined(_unwrapped(nodes, mark, within))]
    return "".join(_span(node, mark, within, last=node is listed[-1]) for node in listed)


def _unwrapped(nodes: Iterable[PageElement], mark: str, within: frozenset[str]) -> Iterator[PageElement]:
    """Yield `nodes`, and instead of those that Markdown will not show what is in them."""
    for node in nodes:
        is_plain = isinstance(node, Tag) and not is_break(node) and node.name not in CODE
        if isinstance(node, Tag) and is_plain and not _marked(node, mark, within):
            yield from _unwrapped(node.children, mark, within)
        else:
            yield node


def _joined(nodes: Iterable[PageElement]) -> Iterator[PageElement]:
    """Yield `nodes` with texts side by side as one: what must be escaped may begin in one and end in the next."""
    for is_tag, group in groupby(nodes, lambda node: isinstance(node, Tag)):
        listed = [*group]
        yield from listed if is_tag else [NavigableString("".join(map(str, listed)))]


def _kind(node: Tag) -> str:
    return "a" if node.get("href") else EMPHASIS.get(node.name, "")


def _marked(node: Tag, mark: str, within: frozenset[str]) -> bool:
    """Whether `node` has words, and is of a kind that is shown, and not open already."""
    kind = _kind(node)
    return bool(kind) and kind not in within and (kind == "a" or bool(mark)) and bool(node.get_text(strip=True))


def _span(node: PageElement, mark: str, within: frozenset[str], *, last: bool) -> str:
    if not isinstance(node, Tag):
        return _text(str(node), within, last=last)
    if is_break(node):
        return " " if "a" in within else BREAK
    if node.name in CODE:
        return _code(one_line(node.get_text()))
    kind = _kind(node)
    inner = _inline(node.children, mark, within | {kind})
    text = inner.strip()
    if not text:
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    if kind == "a":
        return f"{before}[{text}]({node['href']}){after}"
    sign = mark if kind == "*" else kind
    return f"{before}{sign}{text}{sign}{after}"


def _text(text: str, within: frozenset[str], *, last: bool) -> str:
    escaped = escape_inline(re.sub(r"\s+", " ", text), followed=not last)
    return _BRACKETS.sub(r"\\\g<0>", escaped) if "a" in within else escaped


def _code(text: str) -> str:
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}" if text else ""
