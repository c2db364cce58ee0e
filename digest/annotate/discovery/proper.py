"""Proper names: names as a glossary would have them, without what is said beside them.

`names.py` finds runs of capitals. Here "Israel's National Security Adviser Tzachi Hanegbi" becomes Israel and
Tzachi Hanegbi, and "Kurdish-led" becomes Kurdish. Days, months, roles and pronouns alone are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from digest.annotate.discovery.acronyms import dateline, is_known, shouted
from digest.annotate.names import is_common, is_name, names
from digest.annotate.vocabulary import INSTITUTIONS, OFFICES, ROLES, TIMES

# Roles that open names of their own ("General Assembly", "King Fahd Mosque"): they count beside another role only.
_ALSO_NAMES = frozenset(
    [
        *("army", "baron", "cabinet", "count", "crown", "dame", "emir", "executive", "father", "general", "head"),
        *("imam", "justice", "king", "lady", "lord", "marshal", "official", "pope", "prince", "princess", "queen"),
        *("sheikh", "sheik", "sir", "sultan", "supreme", "vice"),
    ]
)
_TITLES = (ROLES - _ALSO_NAMES) | {"adviser", "advisor"}
_BESIDE_TITLES = ROLES | OFFICES | {"affairs", "national"}
_DIRECTIONS = frozenset({"north", "south", "east", "west", "middle"})
_ALONE_NO_NAME = INSTITUTIONS | _ALSO_NAMES | _BESIDE_TITLES | _DIRECTIONS
_OF_WHAT = OFFICES | {"state"}  # "Secretary of State Marco Rubio"

_WORD = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_CONTRACTION = re.compile(r"(?:n['’]t|['’](?:m|ve|re|ll|d))$")
_COMPOUND = re.compile(r"(?<=[^\W\d_]{2})-[a-z]\w*$")  # "HTS-led"
_POSSESSORS = frozenset({"children", "journalists", "lawyers", "lord", "men", "people", "teachers", "women", "workers"})


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """In lower case, without the point of an abbreviation."""
        return self.text.lower().removesuffix(".")

    def cut(self, end: int) -> _Word:
        return _Word(self.text[:end], self.start, self.start + end)


def proper_names(text: str, short: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of the names in a passage of prose, in order; those of `short` that stand alone are left out."""
    alone, loud = {start for start, _ in short}, shouted(text)
    pieces = (piece for span in _runs(text) for piece in _pieces(text, span) if _is_worthy(piece))
    spans = [(words[0].start, words[-1].end) for words in pieces if len(words) > 1 or words[0].start not in alone]
    return [span for span in spans if not any(start <= span[0] < end for start, end in loud)]


def _runs(text: str) -> list[tuple[int, int]]:
    """The first word after a dateline begins a sentence, too."""
    opening = dateline(text)
    if opening is None:
        return names(text)
    begin = opening[1]
    return names(text[:begin]) + [(begin + start, begin + end) for start, end in names(text[begin:])]


def _pieces(text: str, span: tuple[int, int]) -> Iterator[list[_Word]]:
    """Yield a run's names, each as its words: cut at possessives and compounds, freed of titles."""
    piece: list[_Word] = []
    for match in _WORD.finditer(text, *span):
        word = _Word(match[0], *match.span())
        possessive, compound = _POSSESSIVE.search(word.text), _COMPOUND.search(word.text)
        if possessive and word.cut(possessive.start()).bare not in _POSSESSORS:
            yield from _untitled([*piece, word.cut(possessive.start())])
            piece = []
        elif compound:
            yield from _untitled(piece)
            yield [word.cut(compound.start())]
            piece = []
        else:
            piece.append(word)
    yield from _untitled(piece)


def _untitled(words: list[_Word]) -> Iterator[list[_Word]]:
    """Yield what stands before a title and what stands after the last: "Hamas Chief X" is Hamas and X."""
    titles = [number for number, word in enumerate(words) if not _TITLES.isdisjoint(word.bare.split("-"))]
    if not titles:
        yield _trimmed(words)
        return
    first, last = titles[0], titles[-1] + 1
    while first and words[first - 1].bare in _BESIDE_TITLES:
        first -= 1
    while last < len(words) and words[last].bare in _BESIDE_TITLES:
        last += 1
    yield _trimmed(words[:first])
    if words[last:] and words[last].bare == "of":
        last = last + 2 if len(words) > last + 2 and words[last + 1].bare in _OF_WHAT else len(words)
    yield _trimmed(words[last:])


def _trimmed(words: list[_Word]) -> list[_Word]:
    """Drop days and months beside a name ("met Putin Thursday"), and small words that are left at its ends."""
    between = [list(group) for is_time, group in groupby(words, lambda word: word.bare in TIMES) if not is_time]
    longest = max(between, key=len, default=[])
    sure = [number for number, word in enumerate(longest) if is_name(word.text)]
    return longest[sure[0] : sure[-1] + 1] if sure else []


def _is_worthy(words: list[_Word]) -> bool:
    """Whether some word says who is meant: "President", "I'm", "Court" and "National Security" do not."""
    if len(words) > 1:
        return any(not is_common(word.bare) and word.bare not in _BESIDE_TITLES for word in words)
    if not words or len(words[0].bare) < 2 or {words[0].bare, words[0].bare.removesuffix("s")} & _ALONE_NO_NAME:
        return False
    return not (is_common(words[0].bare) or is_known(words[0].text) or _CONTRACTION.search(words[0].text))
