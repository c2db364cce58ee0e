"""Alignment: how well the letters of a short form fit the words of a long one.

Each letter of the short form is laid on a letter of the words, in order. It costs nothing where a word begins, little
where a part of a word begins or right after the letter before it, and most inside a word. A word that no letter is
laid on costs something too, unless it is one that abbreviations skip. The cheapest chain of such places is the
alignment. So initials win over letters from anywhere, and both over words left out.

That the letters stand in order, the first where a word begins, is the idea of A. S. Schwartz and M. A. Hearst, "A
simple algorithm for identifying abbreviation definitions in biomedical text" (2003). That kinds of alignment differ
in worth, initials first, and that chance tells how much, is that of S. Sohn, D. C. Comeau, W. Kim and W. J. Wilbur,
"Abbreviation definition identification based on automatic precision estimates" (2008). The one cost for all is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from digest.annotate.abbreviations.lexicon import DIGITS, FUNCTION_WORDS

# What a letter of the short form costs by where it is laid: where a word begins, where a part of one does, right after
# the letter before it, further on in the same word, and inside a word whose begin is left out.
_INITIAL, _PART, _NEXT, _INSIDE, _ELSEWHERE = 0.0, 0.2, 0.4, 1.0, 1.6
# What a word costs that no letter is laid on.
_FUNCTION, _SKIPPED = 0.1, 1.0
_BEGINS_LOW = 0.8  # what it costs that a long form begins with a function word
_ACRONYM = 6  # letters of the longest word in capitals that may itself stand for as many words


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a long form begins, as a word's number, and what a letter costs on average: 0 where all are initials."""

    first: int
    cost: float


@dataclass(frozen=True, slots=True)
class _Place:
    """A letter of the words, in lower case, with the digit that its word may stand for."""

    chars: str
    word: int
    cost: float


def letters_of(short: str) -> str:
    """Return the letters and digits of a short form, without the ending of a plural (`IEDs`)."""
    letters = "".join(filter(str.isalnum, short))
    is_plural = len(letters) > 2 and letters[-1] == "s" and letters[:-1].isupper()
    return letters[:-1] if is_plural else letters


def align(short: str, words: Sequence[str], *, whole: bool = False) -> Alignment | None:
    """Return the cheapest alignment of a short form with the last of a row of words; None where letters are missing.

    With `whole` it begins at the first word. Of two that cost the same, that of fewer words is returned.
    """
    letters = letters_of(short).lower()
    places = [place for number, word in enumerate(words) for place in _places(number, word)]
    starts = [
        Alignment(place.word, (cost + place.cost + _beginning(words[place.word])) / len(letters))
        for place, cost in zip(places, _costs(letters, places, words), strict=True)
        if cost < inf and place.cost < _INSIDE and (not whole or place.word == 0)
    ]
    return min(starts, key=lambda start: (round(start.cost, 6), -start.first), default=None)


def _beginning(word: str) -> float:
    return _BEGINS_LOW if word in FUNCTION_WORDS else 0


def _places(number: int, word: str) -> list[_Place]:
    is_acronym = word.isupper() and len(word) <= _ACRONYM
    places: list[_Place] = []
    before = ""
    for char in word:
        if char.isalnum() and places:
            is_part = is_acronym or _begins_part(before, char)
            places.append(_Place(char.lower(), number, _PART if is_part else _INSIDE))
        elif char.isalnum():
            digit = DIGITS.get(word.lower().partition("-")[0], "")
            places.append(_Place(char.lower() + digit, number, _INITIAL))
        before = char
    return places


def _begins_part(before: str, char: str) -> bool:
    """Whether a part begins with a letter: in `cross-border`, `MacKay`, `Covid19`; not in `Hay'at`."""
    if not before.isalnum():
        return before != "'"
    return (char.isupper() and not before.isupper()) or char.isdigit() is not before.isdigit()


def _costs(letters: str, places: Sequence[_Place], words: Sequence[str]) -> list[float]:
    """Return for each place what the letters cost if the first is laid there: infinitely much where it cannot be."""
    skipped = [0.0, *accumulate(_FUNCTION if word.lower() in FUNCTION_WORDS else _SKIPPED for word in words)]
    costs = [skipped[-1] - skipped[place.word + 1] if letters[-1:] in place.chars else inf for place in places]
    for letter in reversed(letters[:-1]):
        costs = _prefixed(letter, costs, places, skipped)
    return costs


def _prefixed(letter: str, rest: Sequence[float], places: Sequence[_Place], skipped: Sequence[float]) -> list[float]:
    """Return the costs with a letter more, which is laid before the rest.

    `beyond` is the least that the rest costs in later words, and `word` in this one: seen from this, and from others.
    """
    costs = [inf] * len(places)
    beyond = here = from_before = inf
    for index in range(len(places) - 2, -1, -1):
        place, later = places[index], places[index + 1]
        dear = _ELSEWHERE if later.cost == _INSIDE else later.cost
        from_before = min(from_before, rest[index + 1] + dear + skipped[later.word])
        here = min(here, rest[index + 1] + later.cost)
        next_one = rest[index + 1] + min(later.cost, _NEXT)
        if later.word != place.word:
            beyond, here, from_before, next_one = min(beyond, from_before), inf, inf, inf
        if letter in place.chars:
            costs[index] = min(beyond - skipped[place.word + 1], here, next_one)
    return costs
