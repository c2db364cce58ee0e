"""Rings in `related`: terms that lead in a circle, one way only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from digest.model import Term
from digest.problems import Problem

_SHOWN = 8  # terms of a ring


def related_cycles(terms: Collection[Term]) -> Iterator[Problem]:
    """Yield the terms that name themselves, and the rings of terms each of which names the next and not the former.

    Two terms that name each other are fine. A ring is told once, where its first slug by the alphabet names the next.
    """
    by_slug = {term.slug: term for term in terms}
    for ring in (*((slug,) for slug, term in by_slug.items() if slug in term.related), *_rings(terms)):
        first = by_slug[ring[0]]
        if len(ring) == 1:
            message, hint = f'"{first.slug}" is related to itself', "take it out of its own list"
        else:
            message = f"{len(ring)} related terms lead in a ring: {' → '.join(_shown(ring))}"
            hint = "let one of them name the former too, or leave a link out"
        yield Problem.by("related-cycle", first.related_at, message, hint)


def _shown(ring: tuple[str, ...]) -> tuple[str, ...]:
    """Return a ring back to its first slug, what is in the middle of a long one left out."""
    middle = ring if len(ring) <= _SHOWN else (*ring[: _SHOWN - 1], "…", ring[-1])
    return (*middle, ring[0])


def _rings(terms: Iterable[Term]) -> Iterator[tuple[str, ...]]:
    """Yield rings that share no link, each from its first slug on."""
    links = _one_way(terms)
    while ring := _ring(links):
        for slug, following in zip(ring, (*ring[1:], ring[0]), strict=True):
            links[slug].remove(following)
        first = ring.index(min(ring))
        yield (*ring[first:], *ring[:first])


def _one_way(terms: Iterable[Term]) -> dict[str, list[str]]:
    related = {term.slug: term.related for term in terms}
    return {
        slug: [other for other in others if slug not in related.get(other, (slug,))] for slug, others in related.items()
    }


def _ring(links: dict[str, list[str]]) -> list[str]:
    try:
        TopologicalSorter(links).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]  # each leads to the one before it, the last is the first
        return found[:0:-1]
    return []
