"""Near misses: names in the prose that are a letter or two from a name of the glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from digest.annotate import Sighting, fold_name, forms_of, is_country, is_people, written
from digest.check.spelling import MOST_WORDS, Spellings
from digest.model import Digest, Term
from digest.problems import Problem, as_value

RECURS = 4  # entries from which on a spelling is a name of its own: Austria is no Australia


def near_misses(digest: Digest, sightings: Sequence[Sighting]) -> Iterator[tuple[str, Problem]]:
    """Yield each spelling, folded, that misses a name of the glossary by a letter or two, with what to tell of it.

    A country or a people misses nothing, nor does what many entries have, unless the term is not mentioned at all.
    A surname is judged with the name before it where the archive has both.
    """
    spellings = Spellings(name for term in digest.terms for name in _names(term))
    found = _by_spelling(sightings)
    surnames = {name.rpartition(" ")[2] for name in found if " " in name}
    for spelling, seen in found.items():
        if spelling in surnames or spelling in spellings or is_country(spelling) or is_people(spelling):
            continue
        for run in _runs(_name(seen[0])):
            meant = spellings.nearest(run)
            if meant and (len(seen) < RECURS or meant[1].slug not in digest.mentioned):
                yield spelling, _problem(run, *meant, seen)
                break


def _names(term: Term) -> Iterator[tuple[str, tuple[str, Term]]]:
    """Yield the forms of a term, those that its author wrote first, each with itself to show."""
    for name in (*(alias.text for alias in written(term)), *(form.text for form in forms_of(term))):
        yield name, (name, term)


def _by_spelling(sightings: Iterable[Sighting]) -> dict[str, list[Sighting]]:
    """Return the names that no term has, folded, each with its first sighting in every entry."""
    found: dict[str, dict[str, Sighting]] = defaultdict(dict)
    for sighting in sightings:
        if not sighting.term:
            found[fold_name(_name(sighting))].setdefault(sighting.span.file, sighting)
    return {spelling: sorted(seen.values(), key=lambda one: one.span) for spelling, seen in found.items()}


def _name(sighting: Sighting) -> str:
    return sighting.long if sighting.kind == "abbreviation" else sighting.surface


def _runs(name: str) -> Iterator[str]:
    """Yield a name, then what is left of it without words at its ends, longest first, while it has two words."""
    words = name.split()
    yield name
    for length in range(min(len(words) - 1, MOST_WORDS), 1, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _problem(run: str, name: str, term: Term, seen: list[Sighting]) -> Problem:
    span = seen[0].span
    where = f" in {len(seen)} entries" if len(seen) > 1 else ""
    message = f'"{run}"{where} is not in the glossary; did you mean "{name}"?'
    hint = f"mend it, or add it to {term.path}: aliases: [{{text: {as_value(run)}, hidden: true}}]"
    column = span.text.find(run) + 1 or span.column
    return Problem.by("near-miss", replace(span, column=column), message, hint)
