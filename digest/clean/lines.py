"""A body as numbered lines: what is left keeps the number it has in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from digest.model import Body

Line = tuple[int, str]


def numbered(body: Body) -> list[Line]:
    """Return the lines of `body`, each with its number in the file (counted from 1 where `body` knows none)."""
    texts = body.text.removesuffix("\n").split("\n")
    if not body.lines:
        return list(enumerate(texts, 1))
    if len(texts) == len(body.lines):
        return list(zip(body.lines, texts, strict=True))
    return [(body.line(index), text) for index, text in enumerate(texts)]


def joined(lines: Sequence[Line], *, ending: str = "") -> Body:
    """Return `lines` as a body whose text ends with `ending`, if there is any."""
    text = "\n".join(text for _, text in lines)
    return Body(text + ending if text else "", tuple(number for number, _ in lines) if text else ())


def text_of(lines: Iterable[Line]) -> str:
    """Return the text of `lines` alone."""
    return "\n".join(text for _, text in lines)


def squeezed(lines: Sequence[Line], kept: Sequence[bool]) -> list[Line]:
    """Return `lines` without blank lines at either end and with one at most in a row, but for those that are `kept`."""
    doubled = (False, *(not before and not after for (_, before), (_, after) in pairwise(lines)))
    left = [line for line, double, keep in zip(lines, doubled, kept, strict=False) if keep or not double]
    while left and not left[-1][1]:
        left.pop()
    start = next((index for index, (_, text) in enumerate(left) if text), len(left))
    return left[start:]
