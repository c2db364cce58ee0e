"""Characters that a reader can't see or can't tell apart, and what stands for them in an entry."""

from __future__ import annotations

import re
import unicodedata

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\x0b\x0c\x1c-\x1f"
# The joiners and the marks of direction stay: Persian, Kurdish, Arabic and emoji need them.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"

_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_NEWLINE = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_ILLEGIBLE = re.compile(rf"[{ODD_SPACES}{INVISIBLE}\x00-\x08\r\x0e-\x1b\x7f-\x9f\u2028\u2029]")
_WORD = re.compile(r"\w+")
_VARIED = re.compile("[\u0307\u0600-\u06ff\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
# The point that lower-casing leaves of İ, vowel signs, the stretch of a word, joiners, marks of direction.
_SIGNS = (0x307, 0x61C, 0x640, *range(0x64B, 0x660), 0x670, *range(0x200C, 0x2010), *range(0x202A, 0x202F))
_LETTERS = {"ا": "أإآٱ", "ي": "ىیێ", "ك": "ک", "ه": "ەہةۀھ", "ر": "ڕ", "ل": "ڵ", "و": "ۆ"}
_SPELLINGS = {ord(letter): f"[{letter}{variants}]" for letter, variants in _LETTERS.items()}
_ALIKE: dict[int, str | None] = {
    **dict.fromkeys((*_SIGNS, *range(0x2066, 0x206A))),
    **{ord(variant): letter for letter, variants in _LETTERS.items() for variant in variants},
    **{zero + figure: str(figure) for zero in (0x660, 0x6F0) for figure in range(10)},
}


def legible(text: str) -> str:
    """Return pasted or captured `text` as NFC, with plain spaces and line feeds alone, and nothing invisible."""
    if _ILLEGIBLE.search(text):  # few texts need more than this look
        text = _ODD_SPACE.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", _NEWLINE.sub("\n", text))))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return `text` with each run of white space as one space, and none around it."""
    if text.isprintable() and "  " not in text:  # then a space is the only white space: half the time of a split
        return text.strip(" ")
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """Return the words of `text`, in order."""
    return _WORD.findall(text)


def folded(text: str) -> str:
    """Return the words of `text` in lower case, for telling whether two texts say the same."""
    return " ".join(words(unicodedata.normalize("NFKC", text).casefold()))


def comparable(text: str) -> str:
    """Return `text` with one sign for what Arabic, Kurdish and Persian keyboards write in several ways.

    Signs that only help the eye are left out. It is for comparing, never for showing.
    """
    return text if text.isascii() or not _VARIED.search(text) else text.translate(_ALIKE)


def in_any_spelling(pattern: str) -> str:
    """Return a pattern that finds the Arabic letters of `pattern` (none in a set) as any keyboard writes them."""
    return comparable(pattern).translate(_SPELLINGS)
