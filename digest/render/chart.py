"""Charts of how often something was in the news: a bar for each day, week, month or year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from digest.render.views import Bar, Chart
from digest.render.words import Words

_TALLEST, _LOWEST = 100, 2  # the heights of the busiest bar, and of one for nothing
_BAR, _STEP = 12, 16  # how wide a bar is, and how far the next one begins after it
_FEWEST = 3  # days from which a chart says more than a sentence
_DAYS, _WEEKS, _MONTHS = 31, 26, 48  # the most bars of each width, before the next wider one is taken
_YEARS = 120  # over which no bar could be told from another


def chart(days: Sequence[date], words: Words) -> Chart | None:
    """Return a chart of how many of `days` lie in each period between the first and the last of them.

    The periods are the shortest that make a readable number of bars. None where there is nothing to see: for fewer than
    three days, when all lie in one period, or when they lie centuries apart.
    """
    if len(days) < _FEWEST or min(days) == max(days) or max(days).year - min(days).year > _YEARS:
        return None
    unit = _unit(min(days), max(days))
    counts = Counter(_begin(day, unit) for day in days)
    bars = tuple(Bar(_name(period, unit, words), counts[period]) for period in _periods(min(counts), max(counts), unit))
    return Chart(bars, max(bars, key=lambda bar: bar.count), len(bars) * _STEP, _path([bar.count for bar in bars]))


def _path(counts: Sequence[int]) -> str:
    """Draw a bar for each count, from left to right: up, along, down again."""
    heights = (max(_LOWEST, round(count / max(counts) * _TALLEST)) for count in counts)
    return "".join(f"M{_STEP * n} {_TALLEST}v-{height}h{_BAR}v{height}z" for n, height in enumerate(heights))


def _unit(first: date, last: date) -> str:
    """Return the shortest unit that cuts a time into few enough parts."""
    days = (last - first).days
    if days < _DAYS:
        return "day"
    if days < _WEEKS * 7:
        return "week"
    return "month" if days < _MONTHS * 30 else "year"


def _begin(day: date, unit: str) -> date:
    """Return the first day of the period that a day lies in; weeks begin on Monday, as editions do."""
    if unit == "day":
        return day
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _periods(first: date, last: date, unit: str) -> Iterator[date]:
    """Yield the first days of all periods from one to another."""
    longest = {"day": 1, "week": 7, "month": 31, "year": 366}[unit]
    while first < last:
        yield first
        first = _begin(first + timedelta(days=longest), unit)
    yield last


def _name(period: date, unit: str, words: Words) -> str:
    if unit == "year":
        return words.year(period)
    if unit == "month":
        return words.month(period)
    text = words.when(period).text
    return words("edition_week", day=text) if unit == "week" else text
