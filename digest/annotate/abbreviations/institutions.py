"""Institutions: names that a short form may stand for though its letters are not theirs.

"German Aerospace Center (DLR)", "Kurdistan Workers' Party (PKK)", "Tiyas Air Base (T4)": the letters come from
another language, or from none. What speaks for such a pair is the name: a run of capitalised words whose head says
that it is an institution, or whose initials are the short form's in another order ("National Rally (RN)"). A person
has no such name, nor has a place: what stands in brackets behind them is a party, a country or an agency.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest.annotate.abbreviations.alignment import letters_of
from digest.annotate.abbreviations.lexicon import ASIDES, FUNCTION_WORDS, HEADS, JOINTS, OWNERS
from digest.annotate.vocabulary import OPENERS, TIMES

_OF = ("of", "for")
_LETTERS = re.compile(r"[^\W\d_]{3,7}")
_DESIGNATOR = re.compile(r"[^\W\d_]{1,3}-?\d{1,3}[^\W\d_]?")  # T4, M5S
_COMPOUND = re.compile(r"-(?:\w*ed|run|held)$")  # "Kurdish-led", "Syria-based"
_MOST_LOW = 3  # words in small letters at the end of what a designator names: "Tiyas military air base"


def institution(short: str, words: Sequence[str]) -> int | None:
    """Return the number of the word where the institution's name begins that a row of words ends with.

    None where they end with no such name, or the short form is not like that of one.
    """
    if not short.isupper() or short in ASIDES:
        return None
    low = _low_end(words) if _DESIGNATOR.fullmatch(short) else 0
    for start in _beginnings(words, capitalised(words[: len(words) - low])):
        name = words[start:]
        if low + sum(word[0].isupper() for word in name) > 1 and _is_named(short, name):
            return start
    return None


def capitalised(words: Sequence[str]) -> int:
    """Return the number of the word where the run of capitalised words begins that a row of words ends with.

    Links may stand within. What merely opens a sentence, and what owns the rest, is no part of it.
    """
    first = number = len(words)
    while number and _continues(words[:number], words[first : first + 1]):
        number -= 1
        if words[number][0].isupper():
            first = number
    while first < len(words) and (words[first].lower() in OPENERS | TIMES or words[first] in FUNCTION_WORDS):
        first += 1
    return first


def _continues(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether the last of some words is part of the run that begins behind it, if one does."""
    word = words[-1]
    if word[0].isupper():
        owns_the_rest = bool(run) and word.endswith("'s") and word.lower() not in OWNERS
        return not owns_the_rest and not _COMPOUND.search(word)
    if word == "the":
        return bool(run) and words[-2:-1] in (["of"], ["for"])
    return bool(run) and word in JOINTS


def _low_end(words: Sequence[str]) -> int:
    """Return how many words in small letters end a row with the head of a name."""
    low = next((count for count, word in enumerate(reversed(words)) if not word.islower()), len(words))
    return low if low <= _MOST_LOW and words and _is_head(words[-1]) else 0


def _beginnings(words: Sequence[str], first: int) -> list[int]:
    """Return where a name may begin in a run that begins at `first`, the last place first.

    It may begin behind "of", as in "President of the Kurdistan Workers' Party", but not where an institution is of it.
    """
    after = [
        number + 1 + (words[number + 1] == "the")
        for number in range(first + 1, len(words) - 1)
        if words[number] in _OF and not _is_head(words[number - 1])
    ]
    return [*reversed(after), first]


def _is_named(short: str, name: Sequence[str]) -> bool:
    """Whether a short form may be that of a name by the name's head, its last word or that before "of"."""
    end = next((number for number, word in enumerate(name) if word in _OF), len(name))
    if _is_head(name[max(end - 1, 0)]) and (_LETTERS.fullmatch(short) or _DESIGNATOR.fullmatch(short)):
        return True
    initials = Counter(word[0].lower() for word in name if word not in FUNCTION_WORDS)
    return initials == Counter(letters_of(short).lower())


def _is_head(word: str) -> bool:
    return word.lower() in HEADS or word.lower().removesuffix("s") in HEADS
