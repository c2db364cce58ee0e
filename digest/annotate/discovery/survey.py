"""Discover: the abbreviations and names in an archive's prose that its glossary has no term for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digest.annotate import variants
from digest.annotate.discovery.unknown import Kind, Unknown, unknown
from digest.annotate.entry import Manuscript, Reading, consider
from digest.annotate.fold import fold_name
from digest.annotate.glossary import Slice
from digest.annotate.markdown import FOOTNOTE
from digest.annotate.sentences import QUOTE_LENGTH, sentence_around
from digest.problems import Span

KINDS: tuple[Kind, ...] = ("abbreviation", "name", "acronym")  # what says most goes first: HOUTHI is Houthi
# What no person's name holds: "Korea" is not short for "South Korea", nor "Homs" for "Bank of Homs".
_NO_PERSONS = frozenset(
    [
        *("new", "old", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"),
        *("greater", "upper", "lower", "camp", "fort", "lake", "mount", "port", "of", "for"),
    ]
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in an entry's prose that no term has.

    `kind`: "abbreviation" is one that the entry explains (`long` is what it says), "acronym" one that it does not,
    "name" a capitalised name. `surface` is as written, white space folded; `span` is its first place in the file, or
    the first where it is explained; `before` and `after` are the rest of its sentence there; `count` is how often
    the entry has it. `term` is the slug of the term that `long` is a form of already, if it is.
    """

    kind: Kind
    surface: str
    long: str
    span: Span
    before: str
    after: str
    count: int
    term: str = ""


def survey(manuscript: Manuscript, part: Slice) -> tuple[Sighting, ...]:
    """Return what the prose of an entry names and no term has, in reading order: each name once. Pure.

    What a form of the glossary matches is none, nor what the author forced or forbade. An acronym that the entry
    explains anywhere is explained; a surname counts for the full name that it follows.
    """
    reading = consider(manuscript, part)
    found = unknown(reading, part, manuscript.lang)
    spellings = Spellings(one.surface for one in found)
    people = _People(verdict.occurrence.surface for verdict in reading.verdicts if verdict.occurrence.term)
    alike: dict[str, list[Unknown]] = defaultdict(list)
    for one in found:
        alike[people.named(spellings.first(one.surface))].append(one)
    return tuple(_sighting(manuscript, reading, same) for name, same in alike.items() if name)


class Spellings:
    """Names by all the ways in which they are written."""

    def __init__(self, names: Iterable[str]) -> None:
        """Begin with these, a singular before its plural, small letters before capitals."""
        self._first: dict[str, str] = {}
        for name in sorted(set(names), key=lambda name: (len(name), name.isupper(), name)):
            self.first(name)

    def first(self, name: str) -> str:
        """Return the first spelling, folded, of a name that this may be, or of itself."""
        folded = fold_name(name)
        if folded in self._first:
            return self._first[folded]
        capitals = [folded.upper()] if len(folded) > 3 else []
        ways = (folded, *variants.spellings(folded), variants.plural(folded), *capitals)
        first = next((self._first[way] for way in ways if way in self._first), folded)
        for way in ways:
            self._first.setdefault(way, first)
        return first


class _People:
    """Who is meant by a surname: the full name before it, or nobody else where two people share it."""

    def __init__(self, terms: Iterable[str]) -> None:
        """Begin with the names of terms: their surnames need no term of their own."""
        self._full = {surname: "" for term in set(terms) for surname in _surnames(term)}

    def named(self, name: str) -> str:
        """Return the full name for a surname, empty for a term's; any other name as it is."""
        full = self._full.get(name, name)
        for surname in _surnames(full):
            self._full[surname] = full if self._full.get(surname, full) == full else surname
        return full


def _surnames(name: str) -> Iterator[str]:
    """Yield what a name may be taken up by: a surname, and all but the first of three words ("Abu Qasra")."""
    words = fold_name(name).split(" ")
    if _NO_PERSONS.isdisjoint(map(str.lower, words)):
        yield from variants.surnames(" ".join(words))
        yield from [" ".join(words[1:])] if len(words) > 2 else []


def _sighting(manuscript: Manuscript, reading: Reading, same: list[Unknown]) -> Sighting:
    shown = min(same, key=lambda found: KINDS.index(found.kind))
    passage = reading.passages[shown.passage]
    span = manuscript.span(passage, shown.start, passage.text[shown.start : shown.end])
    first = max(0, shown.start - QUOTE_LENGTH)  # a passage may be long, and no more of it is quoted
    nearby = passage.text[first : shown.end + QUOTE_LENGTH]
    sentence = sentence_around(nearby, shown.start - first, shown.end - first)
    before, after = (part.replace(FOOTNOTE, "") for part in sentence)
    return Sighting(shown.kind, shown.surface, shown.long, span, before, after, len(same), shown.term)
