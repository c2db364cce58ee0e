"""A Markdown text as blocks: paragraphs, headings, list items and the like, each with its lines and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest.clean.characters import one_line
from digest.clean.facts.datelines import AGENCIES

Kind = Literal["paragraph", "heading", "item", "quote", "code", "table"]

_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_KINDS: dict[str, Kind] = {
    "heading_open": "heading",
    "blockquote_open": "quote",
    "fence": "code",
    "code_block": "code",
    "table_open": "table",
    "list_item_open": "item",
}
_CODE_SIGNS = ("```", "~~~", "    ", "\t")  # without any of them, there is no block of code
_SENTENCE_END = re.compile(  # the sign of an agency may follow
    rf"[.!?…。！？؟۔।](?:[\"'“”’‹›«»)\]]| »)*(?: \([A-Z][\w /-]{{1,30}}\)| (?:[-–—] ?)?(?:{AGENCIES}))?$"
)
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # a sign of these says as much as three letters
_FEW = 4  # words of the shortest sentence
_LONG, _SHORT = 30, 60  # words that make a prose of themselves; characters under which an ended line is a remark

_HIGHEST, _LOWEST = 2, 6  # levels of a body's headings


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `start` to `end` (exclusive, from 0) of a text, and what a reader sees of them, on one line."""

    start: int
    end: int
    text: str
    kind: Kind = "paragraph"

    @property
    def is_prose(self) -> bool:
        """Whether it says something in sentences, as an article does and a menu does not."""
        if self.kind == "heading":
            return False
        size = len(self.text) if self.text.isascii() else len(self.text) + 2 * len(_WIDE.findall(self.text))
        return (size >= _SHORT and ends_sentence(self.text)) or len(self.text.split()) >= _LONG

    @property
    def is_statement(self) -> bool:
        """Whether it is prose, or a finished sentence however short; a question or a call may be a teaser."""
        is_plain = self.kind not in ("heading", "item") and len(self.text.split()) >= _FEW
        is_finished = ends_sentence(self.text) and not self.text.endswith(("?", "!", "؟", "…", "..."))
        return self.is_prose or (is_plain and is_finished)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return bool(_SENTENCE_END.search(text))


def plain(markdown: str) -> str:
    """Return the words of `markdown` as a reader sees them: a block a line."""
    return "\n".join(block.text for block in blocks(markdown))


def paragraph_text(markdown: str) -> str | None:
    """Return what a reader sees of `markdown` if it is exactly one paragraph."""
    tokens = _PARSER.parse(markdown)
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return None
    return one_line(" ".join(_lines(tokens[1])))


def code_lines(markdown: str) -> frozenset[int]:
    """Return the lines (from 0) of `markdown` that belong to code, fenced or indented."""
    if not any(sign in markdown for sign in _CODE_SIGNS):
        return frozenset()
    tokens = _PARSER.parse(markdown.replace("\r", " "))  # which it would take for the end of a line
    spans = [token.map for token in tokens if token.type in ("fence", "code_block") and token.map]
    return frozenset(line for start, end in spans for line in range(start, end))


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of `markdown` in order; a list gives its items, a paragraph of several remarks a block each."""
    return list(_walk(_PARSER.parse(markdown)))


def levelled(markdown: str) -> str:
    """Return `markdown` with its headings moved so that the highest is of the second level: the title is the first."""
    lines = markdown.split("\n")
    if not any(line.startswith("#") for line in lines):
        return markdown
    titled = [block.start for block in blocks(markdown) if block.kind == "heading" and lines[block.start][:1] == "#"]
    levels = {at: len(lines[at]) - len(lines[at].lstrip("#")) for at in titled}
    deeper = _HIGHEST - min(levels.values(), default=_HIGHEST)
    for at, level in levels.items():
        lines[at] = "#" * min(level + deeper, _LOWEST) + lines[at][level:]
    return "\n".join(lines)


def _walk(tokens: Sequence[Token]) -> Iterator[Block]:
    index = 0
    while index < len(tokens):
        token, after = tokens[index], _after(tokens, index)
        if token.type == "paragraph_open":
            yield from _remarks(tokens[index + 1])
        elif token.type in _KINDS and token.map:
            start, end = token.map
            yield Block(start, end, _words(tokens[index:after]), _KINDS[token.type])
        elif token.nesting == 1:
            after = index + 1  # a list: its items are what counts
        index = after


def _after(tokens: Sequence[Token], index: int) -> int:
    if tokens[index].nesting != 1:
        return index + 1
    level = tokens[index].level
    return next(at for at in range(index + 1, len(tokens)) if tokens[at].level == level) + 1


def _words(tokens: Sequence[Token]) -> str:
    return one_line(" ".join("\n".join(_lines(token)) if token.children else token.content for token in tokens))


def _lines(inline: Token) -> list[str]:
    lines = [""]
    for child in inline.children or []:
        if child.type in ("softbreak", "hardbreak"):
            lines.append("")
        elif child.type != "image":
            lines[-1] += child.content
    return [one_line(line) for line in lines]


def _remarks(inline: Token) -> Iterator[Block]:
    """Split a paragraph where a line ends a remark: a text pasted without blank lines is one paragraph to Markdown."""
    start, end = inline.map or (0, 0)
    lines = _lines(inline)
    if len(lines) != end - start:  # a line break inside a code span or a link's title
        yield Block(start, end, " ".join(lines))
        return
    first = 0
    for last, line in enumerate(lines):
        if last + 1 == len(lines) or ends_remark(line, lines[last + 1]):
            yield Block(start + first, start + last + 1, one_line(" ".join(lines[first : last + 1])))
            first = last + 1


def ends_remark(line: str, following: str) -> bool:
    """Whether a remark ends between two lines of one paragraph, judged by length, punctuation and capitals."""
    return (len(line) < _SHORT or ends_sentence(line)) and not following[:1].islower()
