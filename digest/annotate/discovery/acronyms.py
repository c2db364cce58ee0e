"""Acronyms: the words in capitals that stand for others."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"(?<![\w@#.])(?:(?:[^\W\d_a-z]\.){2,}|[^\W\d_a-z](?=[a-z]?[^\W_a-z]|&|-\d)[^\W_]*(?:&[^\W_]+|-\d+s?)?)"
    r"(?![\w@]|\.\w)"
)
_MIXED = re.compile(r"[A-Z][a-z][A-Z]s?")  # MoU, DoD
_NUMBERED = re.compile(r"[A-Z]{1,5}-?\d{1,4}s?")  # T4, S-400, F-16s
_ROMAN = re.compile(r"[IVX]+")
_SHOUTED = re.compile(r"(?<!\w)[^\W\d_a-z]{2,}(?!\w)(?:\s+[^\W\d_a-z]{2,}(?!\w)){2,}")
_LINE = re.compile(r".+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# A place in capitals that begins a passage, and the dash after it: "ERBIL, Kurdistan Region -", "BEIRUT (AFP) —".
_DATELINE = re.compile(
    r"[\s\"“]{0,3}([^\W\d_]{3,20}(?: [^\W\d_]{3,20}){0,2})(?:[ ,(/][^.!?\n]{0,50}?[ )]| ?)[–—-]{1,2} "
)
_LONGEST = 8  # letters of an acronym
_COUNTRIES = frozenset({"UK", "US", "USA"})
# What newspapers print without a word on it: it needs neither a term nor an explanation.
_KNOWN = frozenset(
    [
        *("AD", "AIDS", "AM", "BC", "CCTV", "CD", "CEO", "CIA", "COVID", "COVID-19", "DIY", "DNA", "DVD", "EST", "EU"),
        *("FBI", "FM", "GDP", "GMT", "GPS", "HIV", "ID", "LLC", "MP", "NATO", "NGO", "OK", "PDF", "PhD", "PM", "RIP"),
        *("SMS", "TV", "UFO", "UN", "URL", "USB", "UTC", "VIP"),
    ]
)


def acronyms(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words in capitals that stand for others, but for those that every reader knows.

    Words that are shouted and Roman numerals stand for none, and a dateline's place is one.
    """
    found = [match.span() for match in _TOKEN.finditer(text) if is_acronym(match[0])]
    loud = [*shouted(text), *([place[0]] if (place := dateline(text)) else [])] if found else []
    return [(start, end) for start, end in found if not any(begin <= start < last for begin, last in loud)]


def is_acronym(word: str) -> bool:
    """Whether a word, by its capitals and digits, stands for others: SSRC, U.N., IDPs, MoU, T4."""
    if is_known(word) or plain(word) in _COUNTRIES or _ROMAN.fullmatch(word):
        return False
    if _MIXED.fullmatch(word) or _NUMBERED.fullmatch(word):
        return True
    letters = re.sub(r"[\d.&-]", "", word.removesuffix("s"))
    return 2 <= len(letters) <= _LONGEST and letters.isupper()


def is_known(word: str) -> bool:
    """Whether every reader knows what a word in capitals stands for, and it is no country: TV, PhDs, U.N."""
    return plain(word) in _KNOWN


def plain(word: str) -> str:
    """Return an acronym without points and the s of its plural: "U.N.", "IDPs", "B-17s"."""
    text = word.replace(".", "")
    return text if text[-2:-1].islower() else text.removesuffix("s")


def shouted(text: str) -> list[tuple[int, int]]:
    """Return the spans of three words or more that are in capitals as a whole, and the lines of two or more."""
    runs = [match.span() for match in _SHOUTED.finditer(text) if match[0].isupper()]
    lines = [
        match.span() for match in _LINE.finditer(text) if match[0].isupper() and len(_LETTERS.findall(match[0])) > 1
    ]
    return runs + lines


def dateline(text: str) -> tuple[tuple[int, int], int] | None:
    """Return the span of the place in capitals with which a passage begins, and where the text begins, if it does."""
    found = _DATELINE.match(text)
    return (found.span(1), found.end()) if found and found[1].isupper() else None
