"""Related entries: those that mention the same rare terms, with the terms as the reason.

Each entry is compared with its nearest neighbours in the lists of its rarest terms only, so the work grows with the
archive and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from math import log2

from digest.model import Entry, Related

MOST = 4  # related entries that are shown
_TERMS = 6  # of an entry, the rarest
_NEAR = 8  # entries on either side in a term's list
_UNIT = 1_000_000  # of weight: whole numbers add up to the same in any order
_FAR = 1 << 32  # more than there are entries


Traits = tuple[tuple[tuple[str, ...], str], ...]  # of each entry the terms that it mentions, and its story
Relations = tuple[tuple[tuple[int, tuple[str, ...]], ...], ...]  # of each the numbers of others, and the shared terms


def traits(entries: Iterable[Entry]) -> Traits:
    """Return all of some entries that their relations hang on."""
    return tuple((entry.terms, entry.article.story) for entry in entries)


def relate(entries: Traits) -> Relations:
    """Return the relations of each entry, best first; `entries` are in order of time. Pure.

    Entries of the same story are left out: its timeline shows them.
    """
    lists: dict[str, list[int]] = defaultdict(list)
    for number, (terms, _) in enumerate(entries):
        for term in terms:
            lists[term].append(number)
    weights = {term: round(_UNIT / (1 + log2(len(numbers)))) for term, numbers in lists.items()}
    passed = dict.fromkeys(lists, 0)  # of each term's list, how far the entries are gone through
    found = []
    for number, (terms, _) in enumerate(entries):
        rarest = sorted(terms, key=lambda term: (-weights[term], term))[:_TERMS]
        near = {term: lists[term][max(0, passed[term] - _NEAR) : passed[term] + _NEAR + 1] for term in rarest}
        found.append(tuple(_best(number, near, weights, entries)))
        for term in terms:
            passed[term] += 1
    return tuple(found)


def related(entries: Sequence[Entry], relations: Relations) -> dict[str, tuple[Related, ...]]:
    """Return the related entries of each by its address."""
    return {
        entry.address: tuple(Related(entries[number], terms) for number, terms in found)
        for entry, found in zip(entries, relations, strict=True)
    }


def _best(
    number: int, near: Mapping[str, Sequence[int]], weights: Mapping[str, int], entries: Traits
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield what the entry of a number shares most with, of those that are near it in the lists of its terms."""
    shared: dict[int, int] = defaultdict(int)
    for term, others in near.items():
        weight = weights[term]
        for other in others:
            shared[other] += weight
    shared.pop(number, None)
    if story := entries[number][1]:
        shared = {other: weight for other, weight in shared.items() if entries[other][1] != story}
    # One number to compare by: the weight, then how near it is, then which comes first.
    ranks = [((-weight * _FAR) + abs(other - number)) * _FAR + other for other, weight in shared.items()]
    for rank in nsmallest(MOST, ranks):
        other = rank % _FAR
        yield other, tuple(term for term, others in near.items() if other in others)
