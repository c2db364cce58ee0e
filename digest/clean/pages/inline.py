"""Inline HTML to Markdown, with as much markup as CommonMark will read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bs4 import Tag
from bs4.element import PageElement

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
    listed = list(nodes)
    return "".join(_span(node, mark, within, last=node is listed[-1]) for node in listed)


def _span(node: PageElement, mark: str, within: frozenset[str], *, last: bool) -> str:
    if not isinstance(node, Tag):
        return _text(str(node), within, last=last)
    if is_break(node):
        return " " if "a" in within else BREAK
    if node.name in CODE:
        return _code(one_line(node.get_text()))
    kind = "a" if node.get("href") else EMPHASIS.get(node.name, "")
    inner = _inline(node.children, mark, within | {kind})
    text = inner.strip()
    if not text or not kind or kind in within or (kind != "a" and not mark):
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
