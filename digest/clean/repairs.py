"""Cleaning an entry that an author wrote or pasted: an ordered list of named repairs, then the safest rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from digest.clean.blocks import blocks, code_lines
from digest.clean.characters import INVISIBLE, ODD_SPACES
from digest.clean.lines import Line, joined, numbered, squeezed, text_of
from digest.clean.rules import NAMES
from digest.clean.rules.rule import Removal
from digest.clean.sift import is_suspect, sift, take_out
from digest.clean.stray import STRAY_HTML, hidden_html, without_stray_html
from digest.clean.structures import hidden_in_structures, without_structures
from digest.model import Body

BLANK_LINES = "blank-lines"
_ROUNDS = 20  # a text that has not settled by then is an attack, not a paste
_MOST_LINES, _MOST = 20_000, 500_000  # lines, characters: the largest text of 375 saved pages has 113,097
_BLANKS = re.compile(f"[ \t{ODD_SPACES}]+")
_FRENCH, _OPENING, _CLOSING = ("\u00a0", "\u202f"), "«‹", "»›:;!?%"  # its spacing is the author's
_OPENS_A_BLOCK = re.compile(rf"[ \t>]*(?:[-+*>|]|\#{{1,6}}|\d{{1,9}}[.)])[{ODD_SPACES}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_NEWLINE = re.compile(r"\r\n?|[\x85\u2028]")
_ODD = re.compile(f"[{ODD_SPACES}]")
_PARAGRAPH = "\u2029"
_ODD_AT_ALL = re.compile(f"[{ODD_SPACES}{INVISIBLE}\r\x85\u2028\u2029]")
_MARKUP = re.compile(r"[*_~`\\]|\]\([^)\]]*\)|\[")  # a target ends at a bracket: the search is linear


@dataclass(frozen=True, slots=True)
class Repair:
    """One named mending of a text's lines; the lines of code, by index, are not for it to change.

    `loses` yields what it takes out that is more than a sign: none of it may go unseen.
    """

    name: str
    mend: Callable[[Sequence[Line], Set[int]], list[Line]]
    loses: Callable[[Sequence[Line], Set[int]], Iterable[Removal]] = lambda _lines, _code: ()


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair changed: the numbers of the lines."""

    repair: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A body after cleaning, the lines that were taken out, and the repairs that changed others.

    `reason` says why the body was left as it is, where cleaning gave up.
    """

    body: Body
    removals: tuple[Removal, ...] = ()
    repairs: tuple[Repaired, ...] = ()
    reason: str = ""


def clean_body(body: Body, rules: Mapping[str, bool] | None = None, *, lang: str = "") -> Cleaned:
    """Return `body` cleaned, with what was changed and taken out; `rules` turns repairs and rules off by name.

    `lang` is the language of the text. Cleaning twice is cleaning once. Code and block quotes are the author's:
    nothing in them is taken out. A body of more than 20,000 lines or 500,000 characters is left as it is, with the
    reason: it is a book, or an attack.
    """
    if len(body.text) > _MOST:
        return Cleaned(body, reason=f"the text has more than {_MOST:,} characters")
    if body.text.count("\n") > _MOST_LINES:
        return Cleaned(body, reason=f"the text has more than {_MOST_LINES:,} lines")
    switched = rules or {}
    lines = numbered(body)
    removals: list[Removal] = []
    repaired: dict[str, set[int]] = {repair.name: set() for repair in REPAIRS}
    for _ in range(_ROUNDS):
        before = lines
        for repair in REPAIRS:
            if switched.get(repair.name, True):
                code = code_lines(text_of(lines))
                mended = repair.mend(lines, code)
                if mended != lines:
                    removals += repair.loses(lines, code)
                    repaired[repair.name] |= {number for number, _ in {*lines} ^ {*mended}}
                    lines = mended
        lines, removed = _without_boilerplate(lines, switched, lang)
        removals += removed
        if lines == before:
            repaired[BLANK_LINES] &= _blank_lines_too_many(body)
            changes = tuple(Repaired(name, tuple(sorted(numbers))) for name, numbers in repaired.items() if numbers)
            left = joined(lines, ending="\n" if body.text.endswith("\n") else "")
            return Cleaned(left, tuple(sorted(removals, key=lambda removal: removal.line)), changes)
    return Cleaned(body, reason="the HTML in the text comes to no end")


def _without_boilerplate(
    lines: list[Line], switched: Mapping[str, bool], lang: str
) -> tuple[list[Line], tuple[Removal, ...]]:
    if not any(is_suspect(_MARKUP.sub("", text), switched, lang) for _, text in lines if text):
        return lines, ()
    parts = blocks(text_of(lines))
    return take_out(lines, parts, sift(parts, switched, lang=lang, cautious=True))


def _plain_characters(lines: Sequence[Line], code: Set[int]) -> list[Line]:
    mended: list[Line] = []
    for index, (number, text) in enumerate(lines):
        if index in code or not _ODD_AT_ALL.search(text):
            mended.append((number, text))
        else:
            whole = text.removesuffix("\r").replace(_PARAGRAPH, "\u2028\u2028")
            mended += [(number, _plain(part)) for part in _NEWLINE.split(whole)]
    return mended


def _plain(text: str) -> str:
    """Return a line with plain spaces, but for one that keeps `1986.` or `-` from opening a list."""
    visible = _INVISIBLE.sub("", text)
    opened = _OPENS_A_BLOCK.match(visible)
    start = opened.end() if opened else 0
    return visible[:start] + _BLANKS.sub(_space, visible[start:])


def _space(blanks: re.Match[str]) -> str:
    """Return what stands for a run of blanks: itself where none of them is odd, or where French spacing asks for it."""
    run, odd = blanks[0], _ODD.search(blanks[0])
    before, after = (
        blanks.string[max(blanks.start() - 1, 0) : blanks.start()],
        blanks.string[blanks.end() : blanks.end() + 1],
    )
    if odd is None:
        return run
    if not (before and after):  # at a line's beginning it would become code, at its end a line break
        return run[: odd.start()] if after else ""
    is_french = run in _FRENCH and (before in _OPENING or after in _CLOSING)
    return run if is_french else " "


def _no_trailing_blanks(lines: Sequence[Line], code: Set[int]) -> list[Line]:
    following = [*(text for _, text in lines), ""][1:]
    return [
        (number, text if index in code or _is_hard_break(text, following[index]) else text.rstrip(" \t"))
        for index, (number, text) in enumerate(lines)
    ]


def _is_hard_break(text: str, following: str) -> bool:
    return text.endswith("  ") and bool(text.strip()) and bool(following.strip())


def _single_blank_lines(lines: Sequence[Line], code: Set[int]) -> list[Line]:
    return squeezed(lines, [index in code for index in range(len(lines))])


def _blank_lines_too_many(body: Body) -> set[int]:
    """Return the numbers of those that an author wrote; others are left where lines were taken out, and not news."""
    lines = numbered(body)
    return {number for number, _ in {*lines} - {*_single_blank_lines(lines, code_lines(body.text))}}


REPAIRS = (
    Repair("characters", _plain_characters),
    Repair(STRAY_HTML, without_structures, hidden_in_structures),
    Repair(STRAY_HTML, without_stray_html, hidden_html),
    Repair("trailing-blanks", _no_trailing_blanks),
    Repair(BLANK_LINES, _single_blank_lines),
)

RULE_NAMES = NAMES | {repair.name for repair in REPAIRS}
