"""The order of letters on a line of mixed directions: the implicit rules of the Unicode Bidirectional Algorithm.

Embeddings and isolates have no place in a line of a title: `plain` takes them out, and every character has the level
that rules W1 to L1 of UAX #9 give it in the one paragraph there is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

_EXPLICIT = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_NEUTRAL = {"B", "S", "WS", "ON"}
_NUMBER = {"EN", "AN"}
_JOINING = {("CS", "EN"), ("CS", "AN"), ("ES", "EN")}  # signs, and the numbers that they join
_MARKS = 3  # over or under one letter; more would be drawn over other lines
_CLOSING = dict(zip("([{⟨", ")]}⟩", strict=True))


def plain(text: str) -> str:
    """Return a text on one line, without embeddings, overrides, isolates, and heaps of marks over one letter."""
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char) == "Mn" else 0
        if unicodedata.bidirectional(char) not in _EXPLICIT and marks <= _MARKS:
            kept.append(char)
    return " ".join("".join(kept).split())


def levels(text: str, *, rtl: bool) -> list[int]:
    """Return the level of each character of a plain text: odd ones are written from right to left."""
    base = int(rtl)
    given = [unicodedata.bidirectional(char) or "L" for char in text]
    seen = [
        number for number, kind in enumerate(given) if kind != "BN"
    ]  # joiners and their like go with what they join
    kinds = [given[number] for number in seen]
    _weak(kinds, "R" if rtl else "L")
    _brackets(kinds, [text[number] for number in seen], [given[number] for number in seen], "R" if rtl else "L")
    _neutral(kinds, "R" if rtl else "L")
    found = dict(zip(seen, (_level(kind, base) for kind in kinds), strict=True))
    for number in range(len(text)):
        found.setdefault(number, found.get(number - 1, base))
    for number in range(len(text) - 1, -1, -1):  # L1: the space at a line's end
        if given[number] not in ("WS", "BN"):
            break
        found[number] = base
    return [found[number] for number in range(len(text))]


def visual(items: Sequence[T], level: Callable[[T], int]) -> list[T]:
    """Return what stands on a line from left to right (L2); `level` gives that of an item."""
    line = list(items)
    for depth in range(max(map(level, line), default=0), 0, -1):
        for start, end in _runs([level(item) >= depth for item in line], {True}):
            line[start:end] = line[start:end][::-1]
    return line


def _level(kind: str, base: int) -> int:
    """I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], base: str) -> None:
    """W1 to W7: marks go with their letters, signs with their numbers, numbers with the letters before them."""
    strong = before = base
    for number, kind in enumerate(kinds):
        kinds[number] = before = before if kind == "NSM" else kind
        strong = before if before in ("L", "R", "AL") else strong
        if before == "EN" and strong == "AL":
            kinds[number] = before = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    _signs(kinds)
    strong = base
    for number, kind in enumerate(kinds):
        strong = kind if kind in ("L", "R") else strong
        if kind == "EN" and strong == "L":
            kinds[number] = "L"


def _signs(kinds: list[str]) -> None:
    """W4 to W6."""
    for number in range(1, len(kinds) - 1):
        before, kind, after = kinds[number - 1 : number + 2]
        if before == after and (kind, before) in _JOINING:
            kinds[number] = before
    for start, end in _runs(kinds, {"ET"}):
        if "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]


def _brackets(kinds: list[str], chars: Sequence[str], given: Sequence[str], base: str) -> None:
    """N0: both brackets of a pair have one direction."""
    for opening, closing in sorted(_pairs(kinds, chars)):
        inside = {_direction(kind) for kind in kinds[opening + 1 : closing]} - {""}
        if not inside:
            continue
        other = "L" if base == "R" else "R"
        before = next(filter(None, map(_direction, reversed(kinds[:opening]))), base)
        side = other if base not in inside and before == other else base
        for place in (opening, closing):
            marks = next((n for n in range(place + 1, len(kinds)) if given[n] != "NSM"), len(kinds))
            kinds[place:marks] = [side] * (marks - place)


def _pairs(kinds: Sequence[str], chars: Sequence[str]) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for number, char in enumerate(chars):
        if kinds[number] != "ON":
            continue
        if char in _CLOSING:
            waiting.append((_CLOSING[char], number))
        elif char in (closing for closing, _ in waiting):
            while waiting:
                closing, opening = waiting.pop()
                if closing == char:
                    yield opening, number
                    break


def _neutral(kinds: list[str], base: str) -> None:
    """N1 and N2: what has no direction takes that of both its neighbours, or else the line's."""
    for start, end in _runs(kinds, _NEUTRAL):
        before = _direction(kinds[start - 1]) if start else base
        after = _direction(kinds[end]) if end < len(kinds) else base
        kinds[start:end] = [before if before == after else base] * (end - start)


def _direction(kind: str) -> str:
    return "R" if kind in _NUMBER else kind if kind in ("L", "R") else ""


def _runs(kinds: Sequence[T], wanted: set[T]) -> list[tuple[int, int]]:
    """Return where runs of these kinds begin and end."""
    places = [number for number, kind in enumerate(kinds) if kind in wanted]
    starts = [number for number in places if not number or kinds[number - 1] not in wanted]
    ends = [number + 1 for number in places if number + 1 == len(kinds) or kinds[number + 1] not in wanted]
    return list(zip(starts, ends, strict=True))
