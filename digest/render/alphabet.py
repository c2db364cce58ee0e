"""Alphabetical order: names by the letters of a language.

Letters of an alphabet stand in its order, others behind them by their code point, without accents and case. That is
less than a full collation: a letter is one character (Hungarian "sz" and Kurdish "وو" are two), and nothing is skipped,
not even an article such as the Arabic "ال".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

OTHER = "#"  # the heading of names that begin with no letter
_MARKS = "'’‘ʼʻʾʿ\"“„«("  # that a name may begin with


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters of a language in their order, in lower case."""

    letters: str

    def order(self, name: str) -> tuple[tuple[int, str], ...]:
        """Return the key that a name is sorted by."""
        return tuple((self._place(char), char) for char in self._spelt(name))

    def heading(self, name: str) -> str:
        """Return the letter that a name stands under, as a capital where there are capitals."""
        first = next(self._spelt(name), OTHER)
        if not first.isalpha():
            return OTHER
        return "İ" if first == "i" and self._dotless else first.upper()

    @property
    def _dotless(self) -> bool:
        return "ı" in self.letters

    def _spelt(self, name: str) -> Iterator[str]:
        """Yield the letters of a name: those of the alphabet as they are, others without accents."""
        text = unicodedata.normalize("NFC", name)
        if self._dotless:
            text = text.replace("I", "ı").replace("İ", "i")
        for char in text.casefold().lstrip(_MARKS):
            if char in self.letters:
                yield char
            else:
                yield from (c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))

    def _place(self, char: str) -> int:
        place = self.letters.find(char)
        if place < 0 and char.isalpha():
            return len(self.letters)
        return place
