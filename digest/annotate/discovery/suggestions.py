"""Suggestions: what the entries of an archive name, one line a name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from digest.annotate.countries import is_people
from digest.annotate.discovery.survey import KINDS, Sighting, Spellings
from digest.annotate.discovery.unknown import Kind

_JOINT = re.compile(r",? (?:and|&) |, ")  # where a long form may hold two names: "Scientific Studies and Research …"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that a glossary may want: all sightings of one name, with the best of them as its quotation.

    `name` is the full form of an abbreviation; `forms` are the other spellings that were seen; `term` is the slug of
    the term that wants `surface` as one more alias, empty where it would be a new term.
    """

    kind: Kind
    surface: str
    name: str
    forms: tuple[str, ...]
    term: str
    entries: int
    count: int
    quoted: Sighting


def suggest(sightings: Iterable[Sighting], least: int | None = None) -> list[Suggestion]:
    """Group the sightings of an archive by their names; those of the most entries first, then the most frequent.

    `least` is in how many entries one must be: without it, one for what an entry explains, else two. What only says
    whose something is ("Israeli") is left out.
    """
    made = (_suggestion(group) for group in _groups(list(sightings)))
    wanted = [one for one in made if one.entries >= (least or _least(one.kind)) and not is_people(one.surface)]
    return sorted(wanted, key=lambda one: (-one.entries, -one.count, one.surface.casefold(), one.surface))


def _least(kind: Kind) -> int:
    return 1 if kind == "abbreviation" else 2


def _groups(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Put each sighting to those of the same name; an abbreviation and its long form are one."""
    spellings = Spellings(sighting.surface for sighting in sightings)
    explained = _Explained(spellings, [sighting for sighting in sightings if sighting.kind == "abbreviation"])
    others: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.kind != "abbreviation" and not explained.takes(sighting):
            others[spellings.first(sighting.surface)].append(sighting)
    return [*explained.senses, *others.values()]


class _Explained:
    """The abbreviations that entries explain, with all sightings of each by its short or its long form."""

    def __init__(self, spellings: Spellings, abbreviations: Iterable[Sighting]) -> None:
        self._spellings = spellings
        self._by_short: dict[str, list[list[Sighting]]] = defaultdict(list)
        self._by_long: dict[frozenset[str], list[Sighting]] = {}
        self._by_part: dict[str, tuple[str, list[Sighting]]] = {}
        for sighting in abbreviations:
            sense = self._sense(sighting)
            sense.append(sighting)
            self._by_long.setdefault(_words(sighting.long), sense)
            parts = _JOINT.split(sighting.long)
            self._by_part.update({part: (sighting.long, sense) for part in parts if len(parts) > 1})

    @property
    def senses(self) -> list[list[Sighting]]:
        return [sense for alike in self._by_short.values() for sense in alike]

    def takes(self, sighting: Sighting) -> bool:
        """Whether a sighting is one of these abbreviations; then it is put to it."""
        alike = self._by_short.get(self._spellings.first(sighting.surface))
        sense = max(alike, key=len) if alike else self._by_long.get(_words(sighting.surface))
        if sense is None and sighting.surface in self._by_part:
            long, whole = self._by_part[sighting.surface]
            if long in f"{sighting.before}{sighting.surface}{sighting.after}":
                counted = sighting.count if long.startswith(sighting.surface) else 0
                sense, sighting = whole, replace(sighting, surface=long, count=counted)
        if sense is not None:
            sense.append(sighting)
        return sense is not None

    def _sense(self, sighting: Sighting) -> list[Sighting]:
        """Return the sightings of the same short form whose long form agrees: one has all the words of the other."""
        alike, words = self._by_short[self._spellings.first(sighting.surface)], _words(sighting.long)
        for sense in alike:
            others = _words(sense[0].long)
            if words <= others or others <= words:
                return sense
        alike.append([])
        return alike[-1]


def _words(name: str) -> frozenset[str]:
    """A name's words without their vowels: "Centre" and "Center", "organisation" and "organization" are alike."""
    words = (word for word in re.findall(r"\w+", name.casefold()) if word != "the")
    return frozenset(re.sub(r"[aeiouy]|s$", "", word).replace("z", "s").replace("c", "s") or word for word in words)


def _suggestion(group: Sequence[Sighting]) -> Suggestion:
    quoted = min(group, key=lambda sighting: KINDS.index(sighting.kind))
    surfaces, names = Counter[str](), Counter[str]()
    for sighting in group:
        spelt = names if quoted.kind == "abbreviation" and sighting.kind == "name" else surfaces
        spelt[sighting.surface] += sighting.count
        names[sighting.long] += sighting.count
    del names[""]
    surface, name = _usual(surfaces), _usual(names)
    forms = tuple(dict.fromkeys(form for form in (*surfaces, *names) if form not in (surface, name)))
    term = next((sighting.term for sighting in group if sighting.term), "")
    entries = len({sighting.span.file for sighting in group})
    count = sum(sighting.count for sighting in group)
    return Suggestion(quoted.kind, surface, name, forms, term, entries, count, quoted)


def _usual(spelt: Counter[str]) -> str:
    return spelt.most_common(1)[0][0] if spelt else ""
