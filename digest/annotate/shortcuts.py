"""Shortcuts: the Markdown parser taken through what nearly all of a news text is, words without marks.

Markdown that has any mark goes the parser's own way. What comes out is the same.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize, text_join
from markdown_it.token import Token

_MARKS = "\n!&*<[\\]^_`~"  # what begins or ends anything inside a block, by the rules that are on
_MARK = re.compile(f"[{re.escape(_MARKS)}]")
_PLAIN_ADDRESS = re.compile(r"https?://(?:[a-z\d-]{1,60}\.){1,3}[a-z]{2,60}(?:/[\w./~-]*)?", re.ASCII)
_QUOTES = "\"'“‘«("  # what may begin a block of prose besides letters


class Parser(MarkdownIt):
    """The parser, which leaves an address as it is where nothing in it could be written otherwise."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  (the parser's name)
        """Return an address as it stands in HTML."""
        return url if _PLAIN_ADDRESS.fullmatch(url) else super().normalizeLink(url)


def shortcuts_plugin(md: MarkdownIt) -> None:
    """Add the short cuts to a parser of our grammar; one that knows other marks would need them here."""
    md.inline.terminator_re = _MARK
    md.block.ruler.before("table", "prose", _paragraph)
    md.core.ruler.at("normalize", _normalize)
    md.core.ruler.at("inline", _inline)
    md.core.ruler.at("text_join", _text_join)


def _normalize(state: StateCore) -> None:
    """Mend line ends and the like, where any have to be."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _paragraph(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:
    """Take a paragraph none of whose lines may begin anything else, up to what ends it."""
    last = start
    while last < state.lineMax and not state.isEmpty(last):
        first = state.src[state.bMarks[last] + state.tShift[last]]
        indent = state.sCount[last] - state.blkIndent
        if indent < 0 and last > start and _ends(state, last):
            break
        if not (first.isalpha() or first in _QUOTES) or not 0 <= indent < 4:
            return False
        last += 1
    if last == start + 1:  # as most are
        content = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    else:
        content = state.getLines(start, last, state.blkIndent, keepLastLF=False)
    state.line = last
    state.push("paragraph_open", "p", 1).map = [start, last]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = mdTrim(content), [start, last], []
    state.push("paragraph_close", "p", -1)
    return True


def _ends(state: StateBlock, line: int) -> bool:
    """Whether a paragraph ends at a line that is indented less, as it does before the next item of a list."""
    return state.sCount[line] >= 0 and any(
        rule(state, line, state.lineMax, True) for rule in state.md.block.ruler.getRules("paragraph")
    )


def _inline(state: StateCore) -> None:
    """Parse what is inside blocks; what has no mark is one piece of text."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if any(map(token.content.__contains__, _MARKS)):
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children.append(Token("text", "", 0, content=token.content))


def _text_join(state: StateCore) -> None:
    """Join what escapes and entities have parted, where there are any."""
    if "\\" in state.src or "&" in state.src:
        text_join(state)
