"""Boundaries: where a name may begin and end in folded text."""

from __future__ import annotations

import re
import unicodedata

from digest.annotate.inflection import PLAIN, Inflection

CLEAR = frozenset('\n ,;:()!?"')  # signs that end a word wherever they stand
_ELISION = re.compile(r"(?:^|[^\w'])(?:[cdjlmnst]|qu)'$", re.IGNORECASE)  # French l'ONU, d'Assad, qu'Ankara
_POSSESSIVE = re.compile(r"'(?:s\b|(?!\w))")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/")
_IN_ADDRESS = frozenset("/=?&-_%+:.")
_ADDRESS = 200  # characters of an address before a name that are looked at
_NAME_BEFORE = re.compile(r"(?<![\w'])(?![AaEe](?:l|dh?|[nr]|sh?|th?|z)-)[^\W\d_a-z][\w'.]*-$")
_OPENING = " \"'“‘«(["  # what may stand between the end of a sentence and the first word of the next


def is_word(text: str, start: int, end: int, written_on: Inflection = PLAIN) -> bool:
    """Whether a span of folded text stands for itself: no letter or digit runs on at either end.

    Or nothing but what its language writes onto names does.

    A hyphen is a boundary ("HTS-led", "anti-Assad"), but not before a digit ("T4-2"). An apostrophe is none within
    a word ("Hay'at"), except before a possessive s and after a French elision. A dot or @ within a word is an
    address ("rudaw.net"), and so is all of an address on the web; @ begins an account's name ("@Homs").
    """
    return (_ends(text, end) or any(_ends(text, last) for last in written_on.ends(text, start, end))) and (
        _begins(text, start) or any(_begins(text, first) for first in written_on.begins(text, start, end))
    )


def begins_sentence(text: str, start: int) -> bool:
    """Whether only opening quotes and brackets stand between `start` and a sentence's end or the passage's begin."""
    start -= 1
    while start >= 0 and text[start] in _OPENING:
        start -= 1
    return start < 0 or text[start] in ".!?…:\n"


def joined_to_name(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins a span to another capitalised word: "Assad-Putin", but not "Assad-era"."""
    return bool(
        (text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper())
        or (text[start - 1 : start] == "-" and _NAME_BEFORE.search(text, max(0, start - 40), start))
    )


def _begins(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    if _wordish(before):
        return False
    if not _wordish(text[start]):
        return True
    if before == "@" or (before in _IN_ADDRESS and _is_address(text[max(0, start - _ADDRESS) : start].split()[-1])):
        return False
    if before in "'.@" and start > 1 and _wordish(text[start - 2]):
        return before == "'" and bool(_ELISION.search(text[max(0, start - 5) : start]))
    return True


def _is_address(word: str) -> bool:
    return "://" in word or word.startswith("www.") or _HOST.match(word) is not None


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if after and _wordish(after[0]):
        return False
    if not after or not _wordish(text[end - 1]):
        return True
    if len(after) == 2 and _wordish(after[1]):
        if after[0] == "'":
            return bool(_POSSESSIVE.match(text, end))
        return after[0] not in ".@" and not (after[0] == "-" and after[1].isdigit())
    return True


def _wordish(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"  # marks such as vowel signs
