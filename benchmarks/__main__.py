"""`make bench`: measure whole builds, ours and those of peers, and write results.json, the tables of README.md, plots.

    python -m benchmarks [--entries 1000,10000] [--terms 1000] [--runs 3] [--large-runs 1] [--full]
                         [--parts builds,terms] [--peers hugo,eleventy] [--work DIR] [--print]
    python -m benchmarks --remake

Without options it takes about ten minutes on two cores. --full measures everything at every size, and an archive ten
times the largest. Archives of more than a thousand entries are built --large-runs times. --print writes no files but
shows the tables. --remake makes tables and plots again, from results.json. Machines are noisy: compare within one run.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from benchmarks.generators import Generator, installed
from benchmarks.measure import measure
from benchmarks.plots import plots
from benchmarks.results import Results, load, save
from benchmarks.stages import PARTS, Wishes, stages
from benchmarks.tables import put, tables
from benchmarks.timer import FailedError
from benchmarks.truth import WrongSiteError

HERE = Path(__file__).parent
PEERS = ("hugo", "eleventy", "pelican")
RESULTS, README = HERE / "results.json", HERE / "README.md"
MEMORY = Path("/dev/shm")  # a file system in memory, on Linux: disks are noisy
ROOM = 4e9  # bytes that it must have free to be chosen; containers often give it 64 MB


def main() -> None:
    """Measure, and write or print."""
    options = _options()
    try:
        results = load(RESULTS) if options.remake else _measured(options)
    except (WrongSiteError, FailedError) as error:
        sys.exit(str(error))
    if options.print:
        print("\n\n".join(f"{name}\n\n{table}" for name, table in tables(results).items()))
    else:
        write(results)


def write(results: Results) -> None:
    """Write tables and plots."""
    README.write_text(put(README.read_text(encoding="utf-8"), tables(results)), encoding="utf-8")
    for name, plot in plots(results).items():
        (HERE / "plots").mkdir(exist_ok=True)
        (HERE / "plots" / name).write_text(plot, encoding="utf-8")


def _measured(options: argparse.Namespace) -> Results:
    """Return the results; they are saved after each stage, so that a run that is stopped can be looked at."""
    there, absent = installed()
    planned = stages(
        Wishes(options.entries, options.terms, options.runs, options.full, options.large_runs, options.parts)
    )
    used = {name for stage in planned for name in stage.generators}
    asked = (one for one in there if one.name.partition("-")[0] in ("digest", *options.peers))
    chosen = {one.name: one for one in asked if one.name in used}
    results = Results(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=f"{platform.system()} {platform.machine()}",
        cores=os.cpu_count() or 1,
        disk="a memory file system" if MEMORY in (options.work, *options.work.parents) else "disk",
        python=platform.python_version(),
        versions=tuple(_versions(chosen.values())),
        titles={one.name: one.title for one in chosen.values()},
        absent=tuple(title for title in absent if title.lower() in options.peers),
    )
    for stage in planned:
        figures = (*results.figures, *measure(stage, chosen, options.work))
        results = msgspec.structs.replace(results, figures=figures)
        if not options.print:
            save(RESULTS, results)
    return results


def _versions(generators: Iterable[Generator]) -> Iterator[str]:
    """Yield the programs that generators are, each once, with their versions."""
    programs = {one.name.partition("-")[0].capitalize(): one.version for one in generators}
    yield from (f"{program} {version}" for program, version in programs.items())
    yield f"Pagefind {importlib.metadata.version('pagefind')}"


def _options() -> argparse.Namespace:
    usual = Wishes()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=_numbers, default=usual.entries)
    parser.add_argument("--terms", type=int, default=usual.terms)
    parser.add_argument("--runs", type=int, default=usual.runs)
    parser.add_argument("--large-runs", type=int, default=usual.large_runs)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--parts", type=_names, default=usual.parts)
    parser.add_argument("--peers", type=_names, default=PEERS)
    parser.add_argument("--work", type=Path, default=_folder())
    parser.add_argument("--print", action="store_true")
    parser.add_argument("--remake", action="store_true")
    options = parser.parse_args()
    if unknown := {*options.parts, *options.peers} - {*PARTS, *PEERS}:
        parser.error(f"there is no {' and no '.join(sorted(unknown))}; there are {', '.join((*PARTS, *PEERS))}")
    return options


def _folder() -> Path:
    """Return where sites are written if nothing else is asked for."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if roomy else Path(tempfile.gettempdir())


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


if __name__ == "__main__":
    main()
