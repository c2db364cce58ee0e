"""Lines of a pasted text to the passages that they were: wrapped lines are put together, quotes and tables told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from digest.clean.blocks import Block, ends_sentence
from digest.clean.characters import one_line
from digest.clean.lines import Line
from digest.clean.pastes.hyphens import Hyphens, goes_on
from digest.clean.pastes.lists import list_marks

_QUOTED = re.compile(r" {0,3}>[> ]*")
_LEVELS = 3  # of quotations within quotations
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
_UNDERLINED = range(1, 100)  # characters of a line that can be a heading by its underline
_WIDTHS = range(45, 101)  # characters of a line that a program, not a paragraph's end, may have broken
_FULL = 0.7  # of the usual width: a shorter line ends its paragraph
_FIRST_LINES = 0.4  # share of the lines: if more are indented, it is not paragraphs that begin so
_ENDS = re.compile(r"[.!?…。！？؟۔:;,،؛][\"'”’»)\]]*$")  # a line that ends so may end its paragraph
_INDENT = 2  # characters
_PIPED, _RULE = re.compile(r"\|[^|]*\|(?:[^|]*\|)+"), re.compile(r" *:?-+:? *")  # a line of a table, as Markdown has it


@dataclass(frozen=True, slots=True)
class Passage:
    """What was one paragraph, item, quotation or table; `number` is its first line's.

    `mark` is the bullet or the number that `text` begins with; `indent` is how many characters stand before it;
    `is_apart`: it began the text, or stood under a blank line; `is_underlined`: it had a line of dashes under it;
    `is_row`: it had tabs within. A quotation has passages of its own, a table has rows, a stanza has lines.
    """

    number: int
    text: str
    mark: str = ""
    indent: int = 0
    is_apart: bool = True
    is_underlined: bool = False
    is_row: bool = False
    quoted: tuple[Passage, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    stanza: tuple[str, ...] = ()


def passages(lines: Sequence[Line], depth: int = 0) -> list[Passage]:
    """Return the passages of the `lines` of a text, which stand in `depth` quotations."""
    lines = _unquoted(lines) if depth == 0 else lines
    sections = list(_sections(lines, depth))
    plain = [one_line(text) for kind, section in sections if not kind for _, text in section]
    full, hyphens = _full_width(plain), Hyphens(plain)
    found: list[Passage] = []
    for kind, section in sections:
        if kind == "quote":
            found.append(_quotation(section, depth))
        elif kind:
            rows = tuple(row for _, text in section if any(row := _cells(text)))
            found.append(Passage(section[0][0], one_line(" ".join(map(" ".join, rows))), rows=rows))
        else:
            found.extend(_paragraphs(section, full, hyphens))
    return [passage for passage in found if passage.text]


def _unquoted(lines: Sequence[Line]) -> Sequence[Line]:
    """Return `lines` without the marks of quotation that each of them has: they tell nothing."""
    for _ in range(_LEVELS):
        filled = [text for _, text in lines if text.strip()]
        if not filled or not all(map(_QUOTED.match, filled)):
            break
        lines = [(number, _less(text)) for number, text in lines]
    return lines


def _less(text: str) -> str:
    return text.lstrip(" ").removeprefix(">").removeprefix(" ")


def _sections(lines: Sequence[Line], depth: int) -> Iterator[tuple[str, list[Line]]]:
    """Yield runs of lines: a quotation, a table with so many columns, or (under an empty name) neither."""
    named: list[tuple[str, Line]] = []
    for name, group in groupby(lines, lambda line: _section(line[1], depth)):
        run = list(group)
        is_one = len(run) > 1 or (name == "quote" and (depth > 0 or Block(0, 1, run[0][1]).is_prose))
        named.extend((name if is_one else "", line) for line in run)
    for name, pairs in groupby(named, lambda pair: pair[0]):
        yield name, [line for _, line in pairs]


def _section(text: str, depth: int) -> str:
    if depth < _LEVELS and _QUOTED.match(text):
        return "quote"
    tabs = text.count("\t")
    inner = text.strip()
    is_row = bool(inner) and (tabs > 1 or ("\t" in inner and not list_marks([inner], alone=True)[0]))
    if _PIPED.fullmatch(inner):
        return f"table of {inner.count('|')}"
    return f"table {tabs}" if is_row else ""


def _cells(text: str) -> tuple[str, ...]:
    """Return the cells of a table's line; those of the rule under its head are empty."""
    inner = text.strip()
    if not _PIPED.fullmatch(inner):
        return tuple(map(one_line, text.split("\t")))
    return tuple("" if _RULE.fullmatch(cell) else one_line(cell) for cell in inner[1:-1].split("|"))


def _quotation(lines: Sequence[Line], depth: int) -> Passage:
    inner = [(number, _less(text)) for number, text in lines]
    if depth + 1 == _LEVELS:
        inner = [(number, text.lstrip("> ")) for number, text in inner]
    quoted = tuple(passages(inner, depth + 1))
    return Passage(lines[0][0], one_line(" ".join(passage.text for passage in quoted)), quoted=quoted)


def _paragraphs(lines: Sequence[Line], full: float, hyphens: Hyphens) -> list[Passage]:
    """Return the passages of plain lines; if they were wrapped, `full` is the least length of one that goes on."""
    marks = list_marks([text.strip() for _, text in lines])
    indents = [len(text) - len(text.lstrip()) for _, text in lines]
    by_indent = 0 < sum(indent >= _INDENT for indent in indents) < _FIRST_LINES * len(lines)
    parts: list[list[str]] = []
    found: list[Passage] = []
    before = ""
    for (number, raw), mark, indent in zip(lines, marks, indents, strict=True):
        text = one_line(raw)
        opens = bool(mark) or (by_indent and indent >= _INDENT and bool(found) and not found[-1].mark)
        if text and before and _is_underline(text, before, parts[-1]):
            found[-1] = replace(found[-1], is_underlined=True)
            text = ""
        elif text and before and not opens and _goes_on(text, indent, found[-1], parts[-1], full):
            parts[-1].append(text)
        elif text:
            found.append(Passage(number, text, mark, indent, is_apart=not before, is_row="\t" in raw.strip()))
            parts.append([text])
        before = text
    return [
        replace(passage, text=text) if (text := hyphens.joined(part)) != passage.text else passage
        for passage, part in zip(found, parts, strict=True)
    ]


def _goes_on(text: str, indent: int, passage: Passage, part: Sequence[str], full: float) -> bool:
    """Whether a line goes on with the passage above, of which `part` are the lines: where the width broke that.

    It does too as the rest of a word, within an item, and in a paragraph that was broken before.
    """
    is_within = (text[0].islower() or text[0].isdecimal()) and not _ENDS.search(part[-1])
    hangs = bool(passage.mark) and (indent > passage.indent or text[0].islower())
    is_wrapped = 0 < full <= len(part[-1])
    return is_wrapped or (is_within and (hangs or len(part) > 1)) or goes_on(part[-1], text)


def _is_underline(text: str, before: str, part: Sequence[str]) -> bool:
    is_long = abs(len(text) - len(before)) * 5 <= len(before)
    return is_long and len(part) == 1 and len(before) in _UNDERLINED and bool(_UNDERLINE.fullmatch(text))


def _full_width(texts: Sequence[str]) -> float:
    """Return the least length of a line that was broken by width; 0 where the lines were not wrapped."""
    if not _is_wrapped(texts):
        return 0
    return _FULL * median([len(text) for text in texts if len(text) in _WIDTHS] or [0])


def _is_wrapped(texts: Sequence[str]) -> bool:
    """Whether lines were broken by width: few are longer, and most that end in mid-sentence go on in small letters."""
    pairs = [
        (text, after) for text, after in pairwise(texts) if len(text) in _WIDTHS and after and not ends_sentence(text)
    ]
    going_on = sum(after[0].isalpha() and not after[0].isupper() for _, after in pairs)
    longer = sum(len(text) >= _WIDTHS.stop for text in texts)
    return going_on * 2 > len(pairs) and longer * 10 <= len(pairs)
