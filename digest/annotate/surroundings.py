"""Surroundings: the words around the places where a text uses a form that may mean several things."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from digest.annotate.find import Found
from digest.annotate.fold import fold
from digest.annotate.profiles import near


class Surroundings:
    """The words around the mentions of a form in all of a text."""

    def __init__(self, found: Sequence[Found], passages: Sequence[str]) -> None:
        """Take the candidates of a text and the texts of its passages; nothing is worked out until it is asked for."""
        self._found = found
        self._passages = passages
        self._words: dict[tuple[str, ...], frozenset[str]] = {}

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._folded)

    @cached_property
    def _folded(self) -> list[str]:
        return [fold(passage).text for passage in self._passages]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(passage) + 1 for passage in self._folded)]

    def words(self, one: Found) -> frozenset[str]:
        """Return the words near every place where the same terms may be meant."""
        if one.terms not in self._words:
            alike = [
                (self._starts[other.passage], other.candidate.at) for other in self._found if other.terms == one.terms
            ]
            self._words[one.terms] = near(self._text, [(first + start, first + end) for first, (start, end) in alike])
        return self._words[one.terms]
