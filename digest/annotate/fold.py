"""Folding: spellings of one name become one string, and every character keeps its place.

Apostrophes, dashes, spaces and Latin diacritics are mapped one code point to one code point; marks that have no
width are dropped, with a record of where. Case is kept: `US` and `us` are different words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = "'’‘‛ʼʾʿʻˊˈʹ′`´＇"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_LETTERS = {
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ħ": "h",
    "Ħ": "H",
    "ŧ": "t",
    "Ŧ": "T",
}
# Letters that Arabic, Persian and Kurdish keyboards write differently for the same word.
_ARABIC = {"ك": "ک", "ي": "ی", "ى": "ی", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ۀ": "ه"}

# Soft hyphen, zero-width and direction marks; accents that no composed letter holds; Arabic vowels and tatweel.
_MARKS = "\u0300-\u036f\u0640\u064b-\u065f\u0670"
_NO_WIDTH = f"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff{_MARKS}"
_DROPPED = re.compile(f"[{_NO_WIDTH}]")
_KEPT = re.compile(f"[^{_NO_WIDTH}][{_MARKS}]*")  # a character with the marks that belong to it


def _latin_bases() -> dict[int, int]:
    """Map each accented Latin letter that is one code point to its plain letter."""
    table = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = ord(base)
    return table


_SPACES = "\t\n\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_TABLE: dict[int, int] = {
    **_latin_bases(),
    **{ord(char): ord(plain) for char, plain in (*_LETTERS.items(), *_ARABIC.items())},
    **{ord(char): ord("'") for char in _APOSTROPHES},
    **{ord(char): ord("-") for char in _DASHES},
    **{ord(char): ord(" ") for char in _SPACES},
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets` has the span in the original of each character, and is None where all are the same."""

    text: str
    offsets: tuple[tuple[int, int], ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original text of a non-empty span of the folded one."""
        if self.offsets is None:
            return start, end
        return self.offsets[start][0], self.offsets[end - 1][1]


def fold(text: str) -> Folded:
    """Fold a text in NFC."""
    if text.isascii():
        return Folded(text.replace("\n", " ").replace("\t", " ").replace("`", "'"))
    mapped = text.translate(_TABLE)
    if not _DROPPED.search(mapped):
        return Folded(mapped)
    kept = tuple(match.span() for match in _KEPT.finditer(mapped))
    return Folded("".join(mapped[start] for start, _ in kept), kept)


def fold_name(name: str) -> str:
    """Return a name folded, with single spaces."""
    return " ".join(fold(unicodedata.normalize("NFC", name)).text.split())
