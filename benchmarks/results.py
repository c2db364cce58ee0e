"""What was measured, as the file from which tables and plots are made."""

from __future__ import annotations

import statistics
from pathlib import Path

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What one kind of work took one generator, run by run; `megabytes` of its largest process, the most of all runs.

    `together` is what all of its processes had at once, sharing aside, where that was watched; 0 elsewhere. `files`
    are those of its site.
    """

    part: str
    generator: str
    work: str
    entries: int
    terms: int
    jobs: int = 0
    seconds: tuple[float, ...]
    megabytes: float = 0
    together: float = 0
    files: int = 0

    @property
    def median(self) -> float:
        """The seconds that count."""
        return statistics.median(self.seconds)


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """All that one run of the benchmarks measured. `titles` are what generators are called, by their names."""

    date: str
    machine: str
    cores: int
    disk: str
    python: str
    versions: tuple[str, ...]
    titles: dict[str, str]
    absent: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()

    def of(self, *parts: str, **fields: str | int) -> list[Figure]:
        """Return the figures of parts that have these values."""
        found = (one for one in self.figures if one.part in parts)
        return [one for one in found if all(getattr(one, name) == value for name, value in fields.items())]


def load(path: Path) -> Results:
    """Read results that were saved."""
    return msgspec.json.decode(path.read_bytes(), type=Results)


def save(path: Path, results: Results) -> None:
    """Write results, for people to read too."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")
