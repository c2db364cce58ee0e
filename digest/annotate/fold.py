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


def _between(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


# Accents that no composed letter holds; Arabic vowels and tatweel.
_MARKS = _between((0x300, 0x36F), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670))
# Soft hyphen, zero-width and direction marks; the accents. All are dropped, and until then the first stands for all.
_NO_WIDTH = _between((0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069)) + "\ufeff"
_DROPPED = re.compile(" [ \u00ad]+|\u00ad+")
_MARKED = re.compile(f"[{_MARKS}]*")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")  # one by one: a run of them is searched four times as long


def _latin_bases() -> dict[str, str]:
    """Map each accented Latin letter that is one code point to its plain letter."""
    bases = {char: unicodedata.normalize("NFD", char)[0] for char in _between((0xC0, 0x24F), (0x1E00, 0x1EFF))}
    return {char: base for char, base in bases.items() if base.isascii() and base.isalpha()}


_SPACES = "\t\n\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + _between((0x2000, 0x200A))
_TABLE = {
    **_latin_bases(),
    **_LETTERS,
    **_ARABIC,
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_NO_WIDTH + _MARKS, "\u00ad"),
}


_SPECIAL = re.compile(rf"[{''.join(_LETTERS)}ʼʾʿʻ]")
_WORD_WITH_SPECIAL = re.compile(rf"\w*{_SPECIAL.pattern}\w*")


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
        if not self.source.isascii() and (marks := _MARKED.match(self.source, last)):
            last = marks.end()
        return self._place(start), last

    def _place(self, position: int) -> int:
        gap = bisect_right(self.gaps, (position, len(self.source)))
        return position + (self.gaps[gap - 1][1] if gap else 0)


def fold(text: str) -> Folded:
    """Fold a text in NFC."""
    mapped = text.replace("\n", " ").replace("\t", " ").replace("`", "'")
    if not text.isascii():
        for char in _TABLE.keys() & set(_BEYOND_ASCII.findall(text)):  # few: str.translate would look at every letter
            mapped = mapped.replace(char, _TABLE[char])
    return _without_gaps(mapped, text) if "  " in mapped or "\u00ad" in mapped else Folded(mapped, text)


def _without_gaps(mapped: str, source: str) -> Folded:
    kept, gaps, position, gone = [], [], 0, 0
    for dropped in _DROPPED.finditer(mapped):
        start = dropped.start() + (dropped[0][0] == " ")  # of several spaces the first is kept
        kept.append(mapped[position:start])
        position = dropped.end()
        gone += position - start
        gaps.append((position - gone, gone))
    return Folded("".join((*kept, mapped[position:])), source, tuple(gaps))


def plain_words(text: str) -> tuple[str, ...]:
    """Return each word of a text that has a letter which search engines leave as it is, with the plain letter.

    These are Latin letters that no accent makes, such as the `ı` of Yıldırım, and apostrophes that count as letters.
    """
    if text.isascii() or not _SPECIAL.search(text):
        return ()
    found = dict.fromkeys(_WORD_WITH_SPECIAL.findall(text))
    return tuple(fold_name(word).replace("'", "").lower() for word in found)


def fold_name(name: str) -> str:
    """Return a name folded, with single spaces."""
    if name.isascii():
        return " ".join(name.replace("`", "'").split())
    return " ".join(fold(unicodedata.normalize("NFC", name)).text.split())
