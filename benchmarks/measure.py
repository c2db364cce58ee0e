"""Runs the stages: each generator in a folder of its own, in turns, and its site checked before a figure counts."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from benchmarks.corpus import Corpus, compose
from benchmarks.generators import Generator, with_jobs
from benchmarks.results import Figure
from benchmarks.stages import Stage
from benchmarks.timer import Timing, timed
from benchmarks.truth import verify

ROOT = Path(__file__).parent.parent


class Bench:
    """A generator, the folder that it builds, and what was changed in there."""

    def __init__(self, generator: Generator, folder: Path, corpus: Corpus) -> None:
        """Write the folder."""
        self._generator, self._folder, self._corpus = generator, folder, corpus
        self._edited: dict[str, str] = {}
        generator.write(folder, corpus)

    def run(self, work: str, *, watched: bool) -> Timing:
        """Do a kind of work and return what it took; raise WrongSiteError if the site isn't right after it."""
        if work == "annotate":
            return Timing(_annotate_step(self._folder), 0, 0)
        if work == "cold":
            self._generator.clear(self._folder)
        if work == "edit":
            self._edit()
        timing = timed(self._generator.commands, self._folder, watched=watched)
        verify(self._generator, self._folder / self._generator.site, self._corpus, self._edited)
        return timing

    def files(self) -> int:
        """Return how many files the site has."""
        return sum(path.is_file() for path in (self._folder / self._generator.site).rglob("*"))

    def _edit(self) -> None:
        """Add a line to the body of the entry in the middle, another one each time."""
        entry = self._corpus.entries[len(self._corpus.entries) // 2]
        line = self._edited[entry.address] = self._edited.get(entry.address, "One more line") + ", and more"
        path = self._folder / self._generator.article(entry)
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}.\n", encoding="utf-8")


def measure(stage: Stage, generators: Mapping[str, Generator], work: Path) -> list[Figure]:
    """Return the figures of a stage, done in a new folder in `work`; generators that aren't installed are left out."""
    with tempfile.TemporaryDirectory(dir=work, prefix="digest-bench-") as folder:
        benches = dict(_benches(stage, generators, Path(folder)))
        timings: dict[tuple[str, int, str], list[Timing]] = defaultdict(list)
        for _ in range(stage.runs):
            for (name, jobs), bench in benches.items():
                for kind in stage.works:
                    timing = bench.run(kind, watched=stage.part == "memory")
                    timings[name, jobs, kind].append(timing)
                    _say(stage, f"{name} {kind} {jobs or ''}", timing)
        return [_figure(stage, *key, several, benches[key[:2]].files()) for key, several in timings.items()]


def _benches(
    stage: Stage, generators: Mapping[str, Generator], folder: Path
) -> Iterator[tuple[tuple[str, int], Bench]]:
    corpus = _composed(stage.entries, stage.terms)
    for name in stage.generators:
        for jobs in stage.jobs if name in generators else ():
            generator = with_jobs(generators[name], jobs) if jobs else generators[name]
            yield (name, jobs), Bench(generator, folder / f"{name}-{jobs}", corpus)


def _annotate_step(folder: Path) -> float:
    """Return the seconds of the step in a process of its own: this one is large, and its collector runs."""
    command = [sys.executable, "-m", "benchmarks.annotation", "--step", str(folder)]
    said = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return float(said.stdout)


def _figure(stage: Stage, name: str, jobs: int, kind: str, several: list[Timing], files: int) -> Figure:
    return Figure(
        part=stage.part,
        generator=name,
        work=kind,
        entries=stage.entries,
        terms=stage.terms,
        jobs=jobs,
        seconds=tuple(round(one.seconds, 3) for one in several),
        megabytes=round(max(one.largest for one in several)),
        together=round(max(one.together for one in several)),
        files=files,
    )


@lru_cache(maxsize=1)
def _composed(entries: int, terms: int) -> Corpus:
    return compose(entries, terms)


def _say(stage: Stage, what: str, timing: Timing) -> None:
    size = f"{stage.part}, {stage.entries} entries, {stage.terms} terms"
    print(f"{size}: {what}: {timing.seconds:.2f} s, {timing.largest:.0f} MB", file=sys.stderr, flush=True)
