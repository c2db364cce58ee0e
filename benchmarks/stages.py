"""What is measured with what: the stages of a run, in an order in which each corpus is made once."""

from __future__ import annotations

import os
from dataclasses import dataclass

PLAIN = ("digest", "hugo", "hugo-glossary")
SLOW = ("eleventy", "pelican")
SEARCHING = ("digest-search", "hugo-search")
PARTS = ("builds", "search", "memory", "growth", "terms", "jobs")
WORKS = ("cold", "edit", "nothing")
TERMS = (100, 1000, 10_000)
SMALL = 1000  # entries up to which everything is run several times


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for."""

    entries: tuple[int, ...] = (1000, 10_000)
    terms: int = 1000
    runs: int = 3
    full: bool = False
    large_runs: int = 1
    parts: tuple[str, ...] = PARTS


@dataclass(frozen=True, slots=True)
class Stage:
    """Generators that take turns at the same works; `jobs` are numbers of processes to try, 0 for what is usual."""

    part: str
    entries: int
    terms: int
    generators: tuple[str, ...]
    works: tuple[str, ...]
    runs: int
    jobs: tuple[int, ...] = (0,)


def stages(wishes: Wishes) -> list[Stage]:
    """Return what to do for what was asked."""
    planned = [stage for size in wishes.entries for stage in _of_size(wishes, size)]
    if wishes.full:
        # One after the other, so that one large site at a time is on the disk.
        size = 10 * max(wishes.entries)
        planned += [Stage("growth", size, wishes.terms, (name,), ("cold",), 1) for name in PLAIN[:2]]
    planned += _of_terms(wishes)
    return [stage for stage in planned if stage.part in wishes.parts]


def _of_size(wishes: Wishes, size: int) -> list[Stage]:
    small = size <= SMALL
    runs = wishes.runs if small else wishes.large_runs
    works = PLAIN + SLOW if small else PLAIN
    planned = [Stage("builds", size, wishes.terms, works, WORKS, runs)]
    if not small:
        planned.append(Stage("builds", size, wishes.terms, SLOW, ("cold",), 1))
    if small or wishes.full:
        planned.append(Stage("search", size, wishes.terms, SEARCHING, WORKS[:2], runs))
        planned.append(Stage("jobs", size, wishes.terms, ("digest",), ("cold",), runs, _jobs()))
    watched = PLAIN + SEARCHING if small or wishes.full else PLAIN[:2]
    planned.append(Stage("memory", size, wishes.terms, watched, ("cold",), 1))
    return planned


def _of_terms(wishes: Wishes) -> list[Stage]:
    """Plan glossaries of several sizes for the least archive; Hugo, which gets slow with them, builds it once."""
    least, most = min(wishes.entries), max(wishes.entries)
    planned = []
    for terms in TERMS:
        planned.append(Stage("terms", least, terms, ("digest",), ("cold", "annotate"), wishes.runs))
        planned.append(Stage("terms", least, terms, ("hugo-glossary",), ("cold",), 1))
    if wishes.full and most > least:
        planned += [Stage("terms", most, terms, ("digest",), ("cold", "annotate"), 1) for terms in TERMS]
    return planned


def _jobs() -> tuple[int, ...]:
    """Return one process, then twice as many each time, up to the cores."""
    cores = os.cpu_count() or 1
    return tuple(sorted({min(2**power, cores) for power in range(cores.bit_length() + 1)}))
