"""Which lines of a plain text are items of a list, by the bullets and numbers that they begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from digest.clean.blocks import ends_sentence

_BULLET = re.compile(r"(?:[*•·▪▫‣⁃∙◦●○■□◆◇▸►▶➢➤✓✔✗\uf0b7\uf0a7+-]|o(?=\t))[ \t]+(?=\S)")
_DASH = re.compile(r"[–—][ \t]+(?=\S)")  # opens an item or what somebody says
_NUMBER = re.compile(r"(?P<open>\(?)(?P<value>\d{1,3}|[a-z])(?P<close>[.)])[ \t]+(?=\S)")
_BETWEEN = 12  # lines from one item to the next, at most

_Numbered = tuple[int, str, int]  # the line, the style, and the value


def list_marks(texts: Sequence[str], *, alone: bool = False) -> list[str]:
    """Return, for each line, the bullet or the number of the item that it opens, and a blank; nothing for other lines.

    A number counts if the one before or after it stands near (`alone`: in any case), a dash if it is in a list's.
    """
    found = [_BULLET.match(text) for text in texts]
    for at in _in_sequence(texts, alone=alone) | _in_dashed_lists(texts):
        found[at] = _NUMBER.match(texts[at]) or _DASH.match(texts[at])
    return [f"{mark[0].rstrip()} " if mark else "" for mark in found]


def order_of(mark: str) -> tuple[str, int] | None:
    """Return the style and the value of an item's number, as ("1.", 3) for "3. "; None for a bullet."""
    found = _NUMBER.match(f"{mark}.")
    if not found:
        return None
    is_figure = found["value"].isdecimal()
    value = int(found["value"]) if is_figure else ord(found["value"]) - ord("a") + 1
    return f"{found['open']}{'1' if is_figure else 'a'}{found['close']}", value


def _in_sequence(texts: Sequence[str], *, alone: bool) -> set[int]:
    opened = ((at, _NUMBER.match(text)) for at, text in enumerate(texts))
    orders = ((at, order_of(number[0])) for at, number in opened if number)
    numbered: list[_Numbered] = [(at, *order) for at, order in orders if order]
    if alone:
        return {at for at, _, _ in numbered}
    last: dict[tuple[str, int], int] = {}
    found: set[int] = set()
    for at, style, value in numbered:
        before = last.get((style, value - 1))
        if before is not None and at - before <= _BETWEEN:
            found |= {before, at}
        last[style, value] = at
    return found


def _in_dashed_lists(texts: Sequence[str]) -> set[int]:
    """Return the lines of runs that begin with dashes, if they look like a list's rather than a dialogue's."""
    filled = [at for at, text in enumerate(texts) if text]
    found: set[int] = set()
    before = ""
    for is_dashed, group in groupby(filled, lambda at: bool(_DASH.match(texts[at]))):
        run = list(group)
        sentences = sum(ends_sentence(texts[at]) for at in run)
        if is_dashed and len(run) > 1 and (before.endswith(":") or sentences * 2 < len(run)):
            found |= set(run)
        before = texts[run[-1]]
    return found
