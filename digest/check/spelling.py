"""Spellings: which name of a glossary a misspelt one was meant to be.

Names are compared word by word. Words that are a deletion or two from one another share what is left of them, so
that a few look-ups find the near ones among tens of thousands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Generic, TypeVar

from digest.annotate import fold_name

T = TypeVar("T")
Words = tuple[str, ...]

SHORTEST = 5  # letters of a word, or a name, that may be misspelt: most shorter ones are near to some other word
_SURE = 7  # letters of a word alone from which on any may be wrong
_LONG = 8  # letters of a word above which two may be wrong
_MOST = 2  # letters that may be wrong in a name
_LONGEST = 24  # letters of a word, above which nothing is said
MOST_WORDS = 12  # of a name, above which nothing is said

_JOINT = re.compile(r"[\s-]+")
_VOWELS = re.compile(r"[aeiouy]")
_TWICE = re.compile(r"(.)\1")


def words_of(name: str) -> Words:
    """Return the words of a name, folded and in lower case; hyphens part them, apostrophes are dropped."""
    return tuple(_JOINT.split(fold_name(name).lower().replace("'", "").strip(" -.")))


class Spellings(Generic[T]):
    """The names of a glossary by their words, each with what it stands for."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """Take names with what they stand for; of those that are alike, the first."""
        self._names: dict[Words, T] = {}
        for name, meaning in names:
            self._names.setdefault(words_of(name), meaning)
        self._words = {word for words in self._names for word in words}
        self._by_rest: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            for rest in _rests(word):
                self._by_rest[rest].append(word)
        self._near = cache(self._near_words)

    def __contains__(self, name: str) -> bool:
        """Whether a name is one of these, but for case, hyphens and apostrophes."""
        return words_of(name) in self._names

    def nearest(self, name: str) -> T | None:
        """Return what the name stands for that `name` misspells, or None. Plurals and "Israeli" misspell nothing."""
        words = words_of(name)
        if len("".join(words)) < SHORTEST or len(words) > MOST_WORDS or words in self._names:
            return None
        found = [(wrong, meant) for meant, wrong in self._readings(words, _MOST) if meant in self._names]
        if any(_inflected(words, meant) for _, meant in found):
            return None
        likely = [(wrong, meant) for wrong, meant in found if len(words) > 1 or _is_sure(words[0], meant[0])]
        return self._names[min(likely)[1]] if likely else None

    def _readings(self, words: Words, most: int) -> Iterator[tuple[Words, int]]:
        """Yield the sequences of known words that `words` may misspell, with the number of wrong letters."""
        if not words:
            yield (), 0
            return
        for word, wrong in self._near(words[0]):
            if wrong <= most:
                for others, more in self._readings(words[1:], most - wrong):
                    yield (word, *others), wrong + more

    def _near_words(self, word: str) -> tuple[tuple[str, int], ...]:
        near = {other for rest in _rests(word) for other in self._by_rest.get(rest, ())}
        distances = ((other, distance(word, other)) for other in sorted(near) if other != word)
        found = ((other, wrong) for other, wrong in distances if wrong <= _allowed(word, other))
        return ((word, 0), *found) if word in self._words else tuple(found)


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, left out, replaced or exchanged with the next to make one the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        before, former, row = row, before, [i]
        for j, there in enumerate(other, 1):
            steps = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != there))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == there:
                steps = min(steps, former[j - 2] + 1)
            row.append(steps)
    return row[-1]


def _allowed(one: str, other: str) -> int:
    length = max(len(one), len(other))
    if length < SHORTEST or not (one + other).isalpha():
        return 0
    return 1 if length <= _LONG else _MOST


def _rests(word: str) -> set[str]:
    """Return what is left of a word without up to as many letters as may be wrong; its first letter never is."""
    first, rest = word[:1], word[1:]
    most = 1 if len(word) < _LONG - 1 else _MOST
    if not SHORTEST - 1 <= len(word) <= _LONGEST:
        most = 0
    return {first + "".join(kept) for left in range(most + 1) for kept in combinations(rest, len(rest) - left)}


def _is_sure(word: str, meant: str) -> bool:
    """Whether nearness says enough: of a short word the consonants must be right, or all letters there.

    Susan is no Sudan.
    """
    return len(word) >= _SURE or sorted(word) == sorted(meant) or _consonants(word) == _consonants(meant)


def _consonants(word: str) -> str:
    return _TWICE.sub(r"\1", _VOWELS.sub("", word))


def _inflected(words: Words, meant: Words) -> bool:
    """Whether a name is another's plural, or made of it as "Israeli" is: only its last word's end differs.

    A last letter that is written twice is a slip.
    """
    if words[:-1] != meant[:-1]:
        return False
    short, long = sorted((words[-1], meant[-1]), key=len)
    return long.startswith(short) and long[len(short) :] != short[-1]
