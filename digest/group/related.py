"""Related entries: those that mention the same rare terms, with the terms as the reason.

Each entry is compared with its nearest neighbours in the lists of its rarest terms only, so the work grows with the
archive and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log2

from digest.model import Entry, Related

MOST = 4  # related entries that are shown
_TERMS = 6  # of an entry, the rarest
_NEAR = 8  # entries on either side in a term's list


def related(entries: Sequence[Entry]) -> dict[str, tuple[Related, ...]]:
    """Return the related entries of each by its address, best first; `entries` are in order of time.

    Entries of the same story are left out: its timeline shows them.
    """
    lists: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for term in entry.terms:
            lists[term].append(number)
    places = {term: {number: place for place, number in enumerate(numbers)} for term, numbers in lists.items()}
    return {entry.address: _of(number, entries, lists, places) for number, entry in enumerate(entries)}


def _of(
    number: int,
    entries: Sequence[Entry],
    lists: Mapping[str, list[int]],
    places: Mapping[str, Mapping[int, int]],
) -> tuple[Related, ...]:
    entry = entries[number]
    shared: dict[int, list[str]] = defaultdict(list)
    for term in sorted(entry.terms, key=lambda term: (len(lists[term]), term))[:_TERMS]:
        place = places[term][number]
        for other in lists[term][max(0, place - _NEAR) : place + _NEAR + 1]:
            if other != number and not (entry.article.story and entry.article.story == entries[other].article.story):
                shared[other].append(term)

    def rank(other: int) -> tuple[float, int, int]:
        weight = sum(1 / (1 + log2(len(lists[term]))) for term in shared[other])
        return -round(weight, 6), abs(other - number), other

    return tuple(Related(entries[other], tuple(shared[other])) for other in sorted(shared, key=rank)[:MOST])
