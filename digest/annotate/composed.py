"""Composed: a text in NFC, as the rest of this room expects it, with the way back to places in the text as it was."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in NFC; `source` is its original.

    `places` are where the pieces begin that were composed by themselves, and the end; `origins` the same in the
    original. Both are empty where nothing had to be composed.
    """

    text: str
    source: str
    places: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original of a span of the text, with all marks of its letters."""
        if not self.places:
            return start, end
        first, last = bisect_right(self.places, start) - 1, bisect_left(self.places, end)
        return self.origins[first], self.origins[last]


def compose(text: str) -> Composed:
    """Compose a text."""
    if unicodedata.is_normalized("NFC", text):
        return Composed(text, text)
    begins = [number for number, char in enumerate(text) if not (number and _joins(char))]
    origins = (*begins, len(text))
    pieces = [unicodedata.normalize("NFC", text[start:end]) for start, end in pairwise(origins)]
    return Composed("".join(pieces), text, tuple(accumulate(map(len, pieces), initial=0)), origins)


def _joins(char: str) -> bool:
    """Whether a character may become one with what stands before it: a mark, or the rest of a Korean syllable."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"
