"""Entries by time: editions, months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from digest.model import Edition, EditionLength, Entry, Month


def editions(entries: Iterable[Entry], length: EditionLength) -> tuple[Edition, ...]:
    """Return the editions that have entries, newest first; the entries of each are oldest first."""
    by_span: dict[tuple[date, date], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_span[span(entry.article.date.day, length)].append(entry)
    return tuple(
        Edition(edition_name(first, length), first, last, tuple(sorted(found, key=_oldest_first)))
        for (first, last), found in sorted(by_span.items(), reverse=True)
    )


def span(day: date, length: EditionLength) -> tuple[date, date]:
    """Return the first and last day of the edition that a day falls into; weeks are ISO's, from Monday."""
    if length == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if length == "month":
        first = day.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return day, day


def edition_name(first: date, length: EditionLength) -> str:
    """Return an edition's part of the address: `2025-W15`, `2025-04` or `2025-04-09`."""
    if length == "week":
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    return first.isoformat()[:7] if length == "month" else first.isoformat()


def months(entries: Iterable[Entry]) -> tuple[Month, ...]:
    """Return the months that have entries, newest first; `entries` are newest first and stay so."""
    by_month: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_month[entry.article.date.day.replace(day=1)].append(entry)
    return tuple(Month(first, tuple(found)) for first, found in sorted(by_month.items(), reverse=True))


def _oldest_first(entry: Entry) -> tuple[date, str]:
    return entry.article.date.day, entry.address
