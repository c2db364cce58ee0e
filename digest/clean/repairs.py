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
from digest.clean.stray import STRAY_HTML, has_html, hidden_html, without_stray_html
from digest.clean.structures import has_closing_tags, hidden_in_structures, without_structures
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
_ODD_IN_ASCII = "\r\x0b\x0c\x1c\x1d\x1e\x1f"
_MARKUP = "*_~`\\["
_TARGET = re.compile(r"\]\([^)\]\n]*\)")  # it ends at a bracket: the search is linear


@dataclass(frozen=True, slots=True)
class Repair:
    """One named mending of a text's lines; the lines of code, by index, are not for it to change.

    `concerns` looks at the whole text: where it says no, there is nothing to mend, and it costs much less to ask.
    `loses` yields what it takes out that is more than a sign: none of it may go unseen.
    """

    name: str
    concerns: Callable[[str], bool]
    mend: Callable[[Sequence[Line], Set[int]], list[Line]]
    loses: Callable[[Sequence[Line], Set[int]], Iterable[Removal]] = lambda _lines, _code: ()

    def apply(self, lines: list[Line], text: str) -> tuple[list[Line], tuple[Removal, ...]]:
        """Return the lines of `text` mended, and what was taken out of them."""
        code = code_lines(text)
        mended = self.mend(lines, code)
        return mended, tuple(self.loses(lines, code)) if mended != lines else ()


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
    wanted = [repair for repair in REPAIRS if switched.get(repair.name, True)]
    lines, text = numbered(body), body.text.removesuffix("\n")
    removals: list[Removal] = []
    repaired: dict[str, set[int]] = {repair.name: set() for repair in wanted}
    for _ in range(_ROUNDS):
        before = lines
        for repair in wanted:
            if repair.concerns(text):
                mended, lost = repair.apply(lines, text)
                removals += lost
                repaired[repair.name] |= {number for number, _ in {*lines} ^ {*mended}}
                lines, text = mended, text_of(mended)
        lines, removed = _without_boilerplate(lines, text, switched, lang)
        removals += removed
        if lines == before:
            return _settled(body, lines, removals, repaired)
        text = text_of(lines)
    return Cleaned(body, reason="the HTML in the text comes to no end")


def _settled(
    body: Body, lines: Sequence[Line], removals: Iterable[Removal], repaired: Mapping[str, Set[int]]
) -> Cleaned:
    changes = tuple(
        Repaired(name, tuple(sorted(numbers & _blank_lines_too_many(body) if name == BLANK_LINES else numbers)))
        for name, numbers in repaired.items()
        if numbers
    )
    left = joined(lines, ending="\n" if body.text.endswith("\n") else "")
    in_order = tuple(sorted(removals, key=lambda removal: removal.line))
    return Cleaned(left, in_order, tuple(change for change in changes if change.lines))


def _is_suspect(text: str, switched: Mapping[str, bool], lang: str) -> bool:
    """Whether a rule may know a line: a quick look that saves most texts the full one."""
    said = _TARGET.sub("", text)
    for sign in _MARKUP:
        said = said.replace(sign, "")
    return any(is_suspect(line, switched, lang) for line in said.split("\n") if line)


def _without_boilerplate(
    lines: list[Line], text: str, switched: Mapping[str, bool], lang: str
) -> tuple[list[Line], tuple[Removal, ...]]:
    if not _is_suspect(text, switched, lang):
        return lines, ()
    parts = blocks(text.replace("\r", " "))  # where it is left, Markdown would take it for the end of a line
    return take_out(lines, parts, sift(parts, switched, lang=lang, cautious=True))


def _is_odd(text: str) -> bool:
    """Whether a text has an odd sign; to search one of ASCII for each is ten times as fast as the pattern."""
    if text.isascii():
        return any(sign in text for sign in _ODD_IN_ASCII)
    return bool(_ODD_AT_ALL.search(text))


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


def _has_trailing_blanks(text: str) -> bool:
    return " \n" in text or ("\t" in text and "\t\n" in text) or text.endswith((" ", "\t"))


def _no_trailing_blanks(lines: Sequence[Line], code: Set[int]) -> list[Line]:
    following = [*(text for _, text in lines), ""][1:]
    return [
        (number, text if index in code or _is_hard_break(text, following[index]) else text.rstrip(" \t"))
        for index, (number, text) in enumerate(lines)
    ]


def _is_hard_break(text: str, following: str) -> bool:
    return text.endswith("  ") and bool(text.strip()) and bool(following.strip())


def _has_blank_lines_too_many(text: str) -> bool:
    return not text or "\n\n\n" in text or text.startswith("\n") or text.endswith("\n")


def _single_blank_lines(lines: Sequence[Line], code: Set[int]) -> list[Line]:
    return squeezed(lines, [index in code for index in range(len(lines))])


def _blank_lines_too_many(body: Body) -> set[int]:
    """Return the numbers of those that an author wrote; others are left where lines were taken out, and not news."""
    lines = numbered(body)
    return {number for number, _ in {*lines} - {*_single_blank_lines(lines, code_lines(body.text))}}


REPAIRS = (
    Repair("characters", _is_odd, _plain_characters),
    Repair(STRAY_HTML, has_closing_tags, without_structures, hidden_in_structures),
    Repair(STRAY_HTML, has_html, without_stray_html, hidden_html),
    Repair("trailing-blanks", _has_trailing_blanks, _no_trailing_blanks),
    Repair(BLANK_LINES, _has_blank_lines_too_many, _single_blank_lines),
)

RULE_NAMES = NAMES | {repair.name for repair in REPAIRS}
