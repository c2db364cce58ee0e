"""Folding: spellings of one name become one string, and every character keeps its place.

Apostrophes, hyphens, spaces and Latin diacritics are mapped one code point to one code point; marks that have no
width are dropped and runs of spaces become one, with a record of where. Case is kept: `US` and `us` are different
words. A long dash (—) parts clauses, not names, and stays.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_APOSTROPHES = "'’‘‛ʼʾʿʻˊˈʹ′`´＇"
_DASHES = "-‐‑‒–−﹣－"
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
_DROPPED = re.compile(f"(?<= )[ {_NO_WIDTH}]+|[{_NO_WIDTH}]+")
_MARKED = re.compile(f"[{_MARKS}]*")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


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
    """A folded text; `source` is its original.

    `gaps` has a pair for each place where something was dropped: the place in the folded text, and how many characters
    are gone until there.
    """

    text: str
    source: str
    gaps: tuple[tuple[int, int], ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original of a non-empty span of the folded text, with the marks of its last letter."""
        if not self.gaps:
            return start, end
        last = self._place(end - 1) + 1
        marks = _MARKED.match(self.source, last)
        return self._place(start), marks.end() if marks else last

    def _place(self, position: int) -> int:
        gap = bisect_right(self.gaps, (position, len(self.source)))
        return position + (self.gaps[gap - 1][1] if gap else 0)


def fold(text: str) -> Folded:
    """Fold a text in NFC."""
    mapped = _plain(text)
    if not text.isascii():
        mapped = _BEYOND_ASCII.sub(lambda run: run[0].translate(_TABLE), mapped)
    elif "  " not in mapped:
        return Folded(mapped, text)
    return _without_gaps(mapped, text)


def _without_gaps(mapped: str, source: str) -> Folded:
    kept, gaps, position, gone = [], [], 0, 0
    for dropped in _DROPPED.finditer(mapped):
        kept.append(mapped[position : dropped.start()])
        gone += len(dropped[0])
        position = dropped.end()
        gaps.append((position - gone, gone))
    return Folded("".join((*kept, mapped[position:])), source, tuple(gaps)) if gaps else Folded(mapped, source)


def _plain(text: str) -> str:
    """Do what the table does to ASCII, faster."""
    return text.replace("\n", " ").replace("\t", " ").replace("`", "'")


def fold_name(name: str) -> str:
    """Return a name folded, with single spaces."""
    if name.isascii():
        return " ".join(name.replace("`", "'").split())
    return " ".join(fold(unicodedata.normalize("NFC", name)).text.split())
