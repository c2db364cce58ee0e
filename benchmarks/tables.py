"""The tables of README.md, each made of the results alone and put between its two marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from benchmarks.results import Figure, Results

Row = Sequence[str]
_NOT_MEASURED = "*Not measured in this run.*"
_NONE = "–"
_END = "<!-- /bench -->"


def tables(results: Results) -> dict[str, str]:
    """Return every table by the name of its mark."""
    makers: dict[str, Callable[[Results], str]] = {
        "run": run,
        "cold": lambda one: _of_work(one, "builds", "cold"),
        "edit": lambda one: _of_work(one, "builds", "edit"),
        "nothing": lambda one: _of_work(one, "builds", "nothing"),
        "search": lambda one: _of_work(one, "search", "cold"),
        "search-edit": lambda one: _of_work(one, "search", "edit"),
        "memory": memory,
        "growth": growth,
        "terms": terms,
        "jobs": jobs,
    }
    return {name: make(results) for name, make in makers.items()}


def put(text: str, made: dict[str, str]) -> str:
    """Return a document with these tables between their marks, all else as it is; ValueError if a mark is missing."""
    for name, table in made.items():
        mark = f"<!-- bench:{name} -->\n"
        if (found := text.count(mark)) != 1:
            raise ValueError(f"{mark.strip()} stands {found} times in the document, not once")
        before, _, rest = text.partition(mark)
        between, end, after = rest.partition(_END)
        if not end or "<!-- bench:" in between:
            raise ValueError(f"{mark.strip()} is not closed")
        text = f"{before}{mark}\n{table}\n\n{end}{after}"
    return text


def run(results: Results) -> str:
    """Return what ran where, in two sentences."""
    absent = f" Not installed, so not run: {', '.join(results.absent)}." if results.absent else ""
    said = (
        f"{results.date}: {results.cores} cores, {results.machine}, Python {results.python}, sites on {results.disk}."
    )
    return f"{said} {', '.join(results.versions)}.{absent}"


def growth(results: Results) -> str:
    """Return the table of archives of several sizes, with what an entry costs."""
    rows = [
        (
            _count(one.entries),
            results.titles[one.generator],
            _seconds(one),
            f"{1000 * one.median / one.entries:.2f}",
            _count(one.megabytes),
        )
        for one in sorted(results.of("builds", "growth", work="cold"), key=lambda one: one.entries)
        if one.generator in ("digest", "hugo")
    ]
    return _table(("entries", "", "seconds", "ms an entry", "MB, largest process"), rows)


def memory(results: Results) -> str:
    """Return the table of what processes have in memory at most."""
    figures = results.of("memory")
    rows = [
        (
            results.titles[one.generator],
            _count(one.entries),
            _count(one.megabytes),
            _count(one.together) if one.together else _NONE,
        )
        for one in figures
    ]
    return _table(("cold", "entries", "MB, largest process", "MB, all together"), rows)


def terms(results: Results) -> str:
    """Return the table of glossaries of several sizes."""
    columns = (("digest", "cold"), ("digest", "annotate"), ("hugo-glossary", "cold"))
    sizes = sorted({(one.entries, one.terms) for one in results.of("terms")})
    rows = []
    for entries, count in sizes:
        cells = [results.of("terms", entries=entries, terms=count, generator=name, work=work) for name, work in columns]
        rows.append((_count(count), _count(entries), *(_seconds(one[0]) if one else _NONE for one in cells)))
    head = ("terms", "entries", "Digest, s", "annotating alone, s", "Hugo with a glossary, s")
    return _table(head, rows)


def jobs(results: Results) -> str:
    """Return the table of how many processes share the work."""
    figures = results.of("jobs")
    alone = {one.entries: one.median for one in figures if one.jobs == 1}
    rows = [
        (_count(one.entries), str(one.jobs), _seconds(one), f"{one.median / alone[one.entries]:.2f}") for one in figures
    ]
    return _table(("entries", "jobs", "seconds", "of one job's time"), rows)


def _of_work(results: Results, part: str, work: str) -> str:
    """Return the table of one kind of work: a row a generator, for each size seconds, and the ratio to Digest's."""
    figures = results.of(part, work=work)
    sizes = sorted({one.entries for one in figures})
    head = ["", *(text for size in sizes for text in (f"{_count(size)} entries, s", "× Digest's"))]
    rows = []
    for name in dict.fromkeys(one.generator for one in figures):
        found = {one.entries: one for one in figures if one.generator == name}
        cells = [cell for size in sizes for cell in _cells(found.get(size), figures)]
        files = [_count(found[max(sizes)].files) if max(sizes) in found else _NONE]
        rows.append([results.titles[name], *cells, *(files if work == "cold" else ())])
    return _table([*head, "files"] if work == "cold" else head, rows)


def _cells(one: Figure | None, figures: Iterable[Figure]) -> tuple[str, str]:
    """Return a figure, and so many times Digest's own it is."""
    if one is None:
        return _NONE, _NONE
    own = next((each for each in figures if each.entries == one.entries and each.generator.startswith("digest")), one)
    return _seconds(one), f"{one.median / own.median:.2f}"


def _table(head: Row, rows: Sequence[Row]) -> str:
    """Return a Markdown table whose first column is words and whose others are figures."""
    if not rows:
        return _NOT_MEASURED
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _seconds(one: Figure) -> str:
    once = "" if len(one.seconds) > 1 else " *"
    return f"{one.median:.2f}{once}"


def _count(number: float) -> str:
    return f"{number:,.0f}"
