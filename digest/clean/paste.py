"""Pasted plain text to a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from digest.clean.blocks import Block, Kind, ends_sentence
from digest.clean.characters import legible, one_line
from digest.clean.compose import compose
from digest.clean.draft import LARGEST, Draft, Metadata, refused
from digest.clean.escape import escape, escape_inline, heading
from digest.clean.lines import Line, joined

_BULLET = re.compile(r"[*•·▪‣◦+-][ \t]+(?=\S)")
_HYPHEN = re.compile(r"\w-$")
_WIDTHS = range(45, 101)  # characters of a line that a program, not a paragraph's end, may have broken
_FULL = 0.7  # of the usual width: a shorter line ends its paragraph
_HEADING = 10  # words
_REACH = 3  # lines: an advertisement or a caption may stand between prose and the next heading


def paste(text: str, rules: Mapping[str, bool] | None = None, *, url: str = "", origin: str = "") -> Draft:
    """Return the draft that a pasted `text` gives: a paragraph a line, or wrapped with blank lines between paragraphs.

    `rules` turns rules off by name; `url` is where the original is; `origin` is what problems call the input.
    A text that is too large, or that holds no article, gives an empty draft with an error among its problems.
    """
    if len(text) > LARGEST:
        return refused(f"the text is longer than {LARGEST:,} characters", url=url, origin=origin)
    passages = _passages([(number, one_line(line)) for number, line in enumerate(legible(text).split("\n"), 1)])
    lines: list[Line] = []
    blocks: list[Block] = []
    for index, (number, passage) in enumerate(passages):
        kind, words = _kind(passages, index), _BULLET.sub("", passage, count=1) if _BULLET.match(passage) else passage
        if lines and not kind == "item" == blocks[-1].kind:
            lines.append((number, ""))
        lines.append((number, _MARKDOWN[kind](words)))
        blocks.append(Block(len(lines) - 1, len(lines), words, kind))
    return compose(joined(lines), blocks, Metadata(url=url), rules or {}, pasted=True, origin=origin)


_MARKDOWN = {
    "item": lambda text: f"- {escape(text)}",
    "heading": lambda text: heading(escape_inline(text), 2),
    "paragraph": escape,
}


def _kind(passages: Sequence[Line], index: int) -> Kind:
    text = passages[index][1]
    if _BULLET.match(text):
        return "item"
    is_short = len(text.split()) <= _HEADING and text[-1].isalnum() and not text[0].islower()
    return "heading" if is_short and _is_between_prose(passages, index) else "paragraph"


def _is_between_prose(passages: Sequence[Line], index: int) -> bool:
    """Whether prose comes right after a line, and comes before it, perhaps with other lines between."""
    before, after = passages[max(index - _REACH, 0) : index], passages[index + 1 : index + 2]
    return all(any(Block(0, 1, text).is_prose for _, text in side) for side in (before, after))


def _passages(lines: Sequence[Line]) -> list[Line]:
    """Return the paragraphs of a text; those that were wrapped are put together again."""
    filled = [line for line in lines if line[1]]
    if not _is_wrapped([text for _, text in lines]):
        return filled
    full = _FULL * median(len(text) for _, text in filled if len(text) in _WIDTHS)
    passages: list[Line] = []
    for (_, before), (number, text) in pairwise([(0, ""), *lines]):
        if len(before) >= full and text and not _BULLET.match(text):
            passages[-1] = (passages[-1][0], f"{passages[-1][1]}{'' if _HYPHEN.search(before) else ' '}{text}")
        elif text:
            passages.append((number, text))
    return passages


def _is_wrapped(texts: Sequence[str]) -> bool:
    """Whether lines were broken by width: few are longer, and most that end in mid-sentence go on in small letters."""
    pairs = [
        (text, after) for text, after in pairwise(texts) if len(text) in _WIDTHS and after and not ends_sentence(text)
    ]
    going_on = sum(after[0].isalpha() and not after[0].isupper() for _, after in pairs)
    longer = sum(len(text) >= _WIDTHS.stop for text in texts)
    return going_on * 2 > len(pairs) and longer * 10 <= len(pairs)
