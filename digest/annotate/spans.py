"""Spans in order, and quickly which of them overlap a place: a paragraph may hold thousands of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

T = TypeVar("T")
_START = itemgetter(0)


class Spans(Generic[T]):
    """Spans, each with a value; they may overlap and hold each other."""

    def __init__(self, spans: Iterable[tuple[int, int, T]]) -> None:
        """Take each as its start, its end and its value."""
        self._spans = sorted(spans, key=_START)
        if self._spans:
            self._starts = [start for start, _, _ in self._spans]
            self._reach = list(accumulate((end for _, end, _ in self._spans), max))  # the farthest end up to each

    def has(self, start: int, end: int) -> bool:
        """Whether one of the spans shares a character with this one."""
        return bool(self._spans) and any(True for _ in self.overlapping(start, end))

    def overlapping(self, start: int, end: int) -> Iterator[T]:
        """Return the values of the spans that share a character with this one, the last first."""
        return self._overlapping(start, end) if self._spans else iter(())

    def _overlapping(self, start: int, end: int) -> Iterator[T]:
        number = bisect_left(self._starts, end) - 1
        while number >= 0 and self._reach[number] > start:
            if self._spans[number][1] > start:
                yield self._spans[number][2]
            number -= 1
