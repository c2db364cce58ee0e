"""The plots of README.md, made of the results alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks import svg
from benchmarks.results import Figure, Results
from benchmarks.svg import Series

_COLOURS = {"digest": 0, "hugo": 1, "hugo-glossary": 2, "eleventy": 3, "pelican": 4}
_ANNOTATING = 3  # the colour of the annotate step


def plots(results: Results) -> dict[str, str]:
    """Return the SVG files by their names; a plot without figures is left out."""
    made = {"builds": _builds(results), "growth": _growth(results), "terms": _terms(results)}
    return {f"{name}.svg": plot for name, plot in made.items() if plot}


def _builds(results: Results) -> str:
    """A bar a generator, for cold builds and for edits, at the largest size where edits were measured."""
    size = max((one.entries for one in results.of("builds", work="edit")), default=0)
    panels = []
    for work, heading in (("cold", "Cold build"), ("edit", "Build after one edit"), ("nothing", "Nothing changed")):
        figures = results.of("builds", work=work, entries=size)
        panels.append((heading, _series(figures, results, lambda one: one.entries)))
    title = f"Seconds to build {size:,} entries"
    return svg.bars(title, _said(panels), panels) if size else ""


def _growth(results: Results) -> str:
    series = _series(results.of("builds", "growth", work="cold"), results, lambda one: one.entries)
    title = "Cold builds of growing archives"
    return svg.lines(title, _said([("", series)]), ("entries", "seconds"), series) if series else ""


def _terms(results: Results) -> str:
    size = min((one.entries for one in results.of("terms")), default=0)
    series = _series(results.of("terms", work="cold", entries=size), results, lambda one: one.terms)
    alone = tuple((one.terms, one.median) for one in results.of("terms", work="annotate", entries=size))
    if alone:
        series.append(Series("annotating alone", alone, _ANNOTATING))
    title = f"Cold builds of {size:,} entries with growing glossaries"
    return svg.lines(title, _said([("", series)]), ("terms", "seconds"), series) if series else ""


def _series(figures: Iterable[Figure], results: Results, over: Callable[[Figure], float]) -> list[Series]:
    points: dict[str, list[tuple[float, float]]] = {}
    for one in figures:
        points.setdefault(one.generator, []).append((over(one), one.median))
    return [Series(results.titles[name], tuple(sorted(some)), _COLOURS[name]) for name, some in points.items()]


def _said(panels: Iterable[tuple[str, Iterable[Series]]]) -> str:
    """Return the figures in words, for those who can't see the plot."""
    said = (
        f"{heading}{': ' if heading else ''}{one.name} "
        + ", ".join(f"{svg.seconds(took)} at {at:,.0f}" for at, took in one.points)
        for heading, series in panels
        for one in series
    )
    return "; ".join(said) + "."
