"""Charts as SVG files, legible on light and dark pages: bars with their figures, and lines on logarithmic axes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 760
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 210, 70, 60
_BAR, _GAP = 22, 10
_LABEL = 190  # the width that names of bars have
_HEIGHT = 420  # of a chart of lines
_LINE = 18  # between two labels of lines
# The card has its own ground, so that it can be read where a page's colours are not those that the system prefers.
_STYLE = """
  .card { fill: #ffffff; stroke: #d0d7de; } text { fill: #1f2328; font: 14px system-ui, sans-serif; }
  .title { font-weight: 600; font-size: 17px; } .quiet { fill: #59636e; font-size: 13px; }
  .grid { stroke: #d8dee4; } .line { fill: none; stroke-width: 2.5; }
  .c0 { --c: #0b6bcb; } .c1 { --c: #c2410c; } .c2 { --c: #8b2fc9; } .c3 { --c: #1a7f37; } .c4 { --c: #6e7781; }
  .fill { fill: var(--c); } .line { stroke: var(--c); }
  @media (prefers-color-scheme: dark) {
    .card { fill: #0d1117; stroke: #3d444d; } text { fill: #f0f6fc; } .quiet { fill: #9198a1; }
    .grid { stroke: #2a313c; }
    .c0 { --c: #58a6ff; } .c1 { --c: #ff9757; } .c2 { --c: #d2a8ff; } .c3 { --c: #56d364; } .c4 { --c: #a5adb6; }
  }
"""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Series:
    """A name with its points, or its one figure; `colour` is one of five."""

    name: str
    points: tuple[Point, ...]
    colour: int


def bars(title: str, said: str, panels: Sequence[tuple[str, Sequence[Series]]]) -> str:
    """Return panels of bars, each to a scale of its own; the figure is each series' last."""
    drawn, y = [], 60.0
    for heading, series in panels:
        drawn.append(_text(20, y + 6, heading))
        y += 20
        longest = max((one.points[-1][1] for one in series), default=1)
        for one in series:
            value = one.points[-1][1]
            width = max(1.0, value / longest * (WIDTH - _LABEL - 100))
            drawn.append(_text(_LABEL - 8, y + _BAR - 6, one.name, "end"))
            place = f'x="{_LABEL}" y="{y:.0f}" width="{width:.1f}" height="{_BAR}"'
            drawn.append(f'<rect class="fill c{one.colour}" {place} rx="2"/>')
            drawn.append(_text(_LABEL + width + 8, y + _BAR - 6, seconds(value)))
            y += _BAR + _GAP
        y += 24
    return _card(title, said, int(y), drawn)


def lines(title: str, said: str, axes: tuple[str, str], series: Sequence[Series]) -> str:
    """Return lines over two logarithmic axes, each named at its end."""
    points = [point for one in series for point in one.points]
    across = _Scale([x for x, _ in points], _LEFT, WIDTH - _RIGHT)
    up = _Scale([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    drawn = [*_grid(across, up), *_named(axes)]
    for one in series:
        path = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in one.points)
        drawn.append(f'<polyline class="line c{one.colour}" points="{path}"/>')
        drawn += [
            f'<circle class="fill c{one.colour}" cx="{across(x):.1f}" cy="{up(y):.1f}" r="4"/>' for x, y in one.points
        ]
    return _card(title, said, _HEIGHT, [*drawn, *_ends(series, across, up)])


def seconds(value: float) -> str:
    """Return seconds as precisely as a plot wants them."""
    return f"{value:.2f} s" if value < 10 else f"{value:,.0f} s"


class _Scale:
    """Where values stand on a logarithmic axis that goes from power of ten to power of ten."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.low = math.floor(math.log10(min(values)))
        self.high = max(self.low + 1, math.ceil(math.log10(max(values))))
        self._start, self._end = start, end

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        """Return the powers of ten."""
        return [10.0**power for power in range(self.low, self.high + 1)]


def _grid(across: _Scale, up: _Scale) -> list[str]:
    drawn = []
    low, high, left, right = (
        up(up.ticks()[0]),
        up(up.ticks()[-1]),
        across(across.ticks()[0]),
        across(across.ticks()[-1]),
    )
    for x in across.ticks():
        drawn.append(f'<line class="grid" x1="{across(x):.1f}" y1="{low:.1f}" x2="{across(x):.1f}" y2="{high:.1f}"/>')
        drawn.append(_text(across(x), low + 20, f"{x:,g}" if x < 1e6 else f"{x:,.0f}", "middle", "quiet"))
    for y in up.ticks():
        drawn.append(f'<line class="grid" x1="{left:.1f}" y1="{up(y):.1f}" x2="{right:.1f}" y2="{up(y):.1f}"/>')
        drawn.append(_text(left - 8, up(y) + 5, f"{y:g}", "end", "quiet"))
    return drawn


def _named(axes: tuple[str, str]) -> list[str]:
    middle = (_LEFT + WIDTH - _RIGHT) / 2
    return [_text(middle, _HEIGHT - 16, axes[0], "middle", "quiet"), _text(20, _TOP - 14, axes[1], "start", "quiet")]


def _ends(series: Sequence[Series], across: _Scale, up: _Scale) -> list[str]:
    """Name each line at its last point; labels that would cover each other give way downwards."""
    drawn, lowest = [], -math.inf
    for one in sorted(series, key=lambda one: up(one.points[-1][1])):
        x, y = across(one.points[-1][0]) + 10, up(one.points[-1][1]) + 5
        lowest = max(y, lowest + _LINE)
        drawn.append(_text(x, lowest, f"{one.name}, {seconds(one.points[-1][1])}"))
    return drawn


def _text(x: float, y: float, words: str, anchor: str = "start", name: str = "") -> str:
    kind = f' class="{name}"' if name else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{kind}>{escape(words)}</text>'


def _card(title: str, said: str, height: int, drawn: Sequence[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="title desc">\n<title id="title">{escape(title)}</title>\n'
        f'<desc id="desc">{escape(said)}</desc>\n<style>{_STYLE}</style>\n'
        f'<rect class="card" x=".5" y=".5" width="{WIDTH - 1}" height="{height - 1}" rx="8"/>\n'
    )
    return head + _text(20, 32, title, name="title") + "\n" + "\n".join(drawn) + "\n</svg>\n"
