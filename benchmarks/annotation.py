"""Time annotation alone, in this process: matching, the share of a build, the size of the glossary.

    python -m benchmarks.annotation [--entries 1000] [--runs 3] [--digest DIR ...]
    python -m benchmarks.annotation --step DIR

Matching is timed on the entries of the seeded corpus, and on the same with fewer names. Each DIR is a digest of yours,
or of another corpus maker, whose phases are timed as well. All figures are
the least of the runs: machines are noisy, and only slower than they are. --step prints the annotate step's seconds of
processor time for one digest, and nothing else.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import compose
from benchmarks.dialects import write_digest
from digest import clean, files
from digest.annotate import Glossary, Manuscript, Slice, annotate
from digest.annotate.abbreviations import abbreviations
from digest.annotate.fold import fold
from digest.annotate.forms import forms_of
from digest.annotate.matcher import Matcher
from digest.copies import CopyDesk
from digest.model import Content
from digest.options import Options
from digest.printing import Printer, orders_of, plan
from digest.read import read
from digest.render import Press
from digest.session import Session

T = TypeVar("T")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
TERMS = (1000, 10_000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--digest", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("--step", type=Path, metavar="DIR")
    options = parser.parse_args()
    if options.step:
        print(annotate_step(options.step))
        return
    with tempfile.TemporaryDirectory() as folder:
        own = [Path(folder, str(terms)) for terms in TERMS]
        for root, terms in zip(own, TERMS, strict=True):
            write_digest(root, compose(options.entries, terms))
        for root in own:
            matching(content_of(root), options.runs)
        for root in (*own, *options.digest):
            phases(root, options.runs)


def matching(content: Content, runs: int) -> None:
    """Print the speed of searching folded texts, and of building the matcher."""
    forms = [form for term in content.terms for form in forms_of(term)][:10_000]
    texts = [body.text for body in content.bodies.values()]
    plain = [line for text in texts for line in text.split("\n") if line]
    folded = [fold(line) for line in plain]
    size = sum(map(len, plain)) / 1e6
    built, matcher = least(runs, lambda: Matcher(forms))
    print(f"{len(content.terms)} terms, {len(forms)} forms: matcher built in {built:.3f} s")
    named = {number for number, _, _ in matcher.sift(folded)}
    for share in (1, 8, 64):  # of the lines with a name, one in so many is kept
        kept = [one for number, one in enumerate(folded) if number not in named or number % share == 0]
        seconds, candidates = least(runs, lambda kept=kept: sum(len(found) for _, found, _ in matcher.sift(kept)))  # type: ignore[misc]
        length = sum(len(one.text) for one in kept)
        every = length // max(candidates, 1)
        print(f"  a name in {every:6} characters: {length / 1e6 / seconds:6.1f} MB/s")
    seconds, _ = least(runs, lambda: [fold(line) for line in plain])
    print(f"  folding {size / seconds:.0f} MB/s")
    seconds, _ = least(runs, lambda: [abbreviations(line) for line in plain])
    print(f"  abbreviations {size / seconds:.1f} MB/s")


def phases(root: Path, runs: int) -> None:
    """Print what the phases of a cold build take, and how much of them is annotation."""
    reading, content = least(runs, lambda: content_of(root))
    desk, links, root_path = CopyDesk.of(content.config, NOW), content.config.links, content.config.root
    cleaning, bodies = least(
        runs, lambda: [desk.cleaned(one, content.bodies[one.path]).body for one in content.articles]
    )
    compiling, glossary = least(runs, lambda: Glossary(content.terms))
    scanning, slices = least(runs, lambda: glossary.slices([body.text for body in bodies]))
    manuscripts = [
        Manuscript.of(article, body, links, root_path) for article, body in zip(content.articles, bodies, strict=True)
    ]
    without, _ = least(runs, lambda: [annotate(one, Slice()) for one in manuscripts])
    linking, _ = least(runs, lambda: [annotate(*one) for one in zip(manuscripts, slices, strict=True)])
    rendering = rendered(root, runs)
    annotating = compiling + scanning + linking - without
    whole = reading + cleaning + compiling + scanning + linking + rendering
    print(
        f"{len(bodies)} entries, {len(content.terms)} terms: reading {reading:.2f} s, cleaning {cleaning:.2f}, "
        f"compiling {compiling:.2f}, first scan {scanning:.2f}, Markdown {without:.2f}, "
        f"linking {linking - without:.2f}, pages {rendering:.2f}; "
        f"annotation is {annotating / whole:.0%} of {whole:.2f} s, the annotate step {annotating + without:.2f} s"
    )


def annotate_step(root: Path) -> float:
    """Return the seconds of processor time that annotating a digest takes: from its glossary to its entries' HTML."""
    gc.disable()  # as every command does
    content = content_of(root)
    links, root_path = content.config.links, content.config.root
    bodies = [content.bodies[article.path] for article in content.articles]
    started = time.process_time()
    slices = Glossary(content.terms).slices([body.text for body in bodies])
    for article, body, part in zip(content.articles, bodies, slices, strict=True):
        annotate(Manuscript.of(article, body, links, root_path), part)
    return time.process_time() - started


def rendered(root: Path, runs: int) -> float:
    """Return the seconds that the pages take, in this process."""
    with Session(root, None, Options(now=NOW, jobs=1)) as session:
        composed = session.compose()
        pages = plan(composed, drawn=False)
        orders = tuple(orders_of(pages.sheets, composed))
        printer = Printer(Press(pages.desk, composed.look.templates, pages.sheets), None, gives=False)
        return least(runs, lambda: sum(1 for _ in map(printer, orders)))[0]


def content_of(root: Path) -> Content:
    """Return what the files of a digest say."""
    sources, _, _ = files.find(root)
    return read(sources, NOW, clean.RULE_NAMES)[0]


def least(runs: int, action: Callable[[], T]) -> tuple[float, T]:
    """Return the least of the seconds that an action takes, and what it gives."""
    timed = []
    for _ in range(runs):
        started = time.perf_counter()
        result = action()
        timed.append((time.perf_counter() - started, result))
    return min(timed, key=lambda one: one[0])


if __name__ == "__main__":
    main()
