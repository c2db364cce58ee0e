"""Dates and times as authors write them: a day, or a time with or without its offset."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from digest.model import Moment

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(?P<offset>Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_YEARS = range(1000, 9999)  # four digits in an address, and room for any offset
FORMATS = "write a day as 2025-04-09, a time as 2025-04-09T18:30+03:00"


@lru_cache
def zone(name: str) -> ZoneInfo:
    """Return a time zone by its name in the IANA list; ValueError when there is none.

    It comes from the `tzdata` package, never from the machine: the same input gives the same site everywhere.
    """
    if name not in zone_names():
        raise ValueError(f'unknown time zone "{name}"')
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as data:
        return ZoneInfo.from_file(data, key=name)


def zone_names() -> tuple[str, ...]:
    """Return every time zone's name."""
    return tuple(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


def parse_day(text: str) -> date:
    """Return the day that `text` names; ValueError says what is wrong with it."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(f'"{text}" is not a day')
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no day {text}") from None
    if day.year not in _YEARS:
        raise ValueError(f"the year {text[:4]} is out of range")
    return day


def parse_moment(text: str, local: tzinfo) -> Moment:
    """Return the moment that `text` names, in the zone `local`; ValueError says what is wrong with it.

    A time without an offset is local; one that the clock skipped or had twice is refused.
    """
    match = _MOMENT.fullmatch(text)
    if not match:
        raise ValueError(f'"{text}" is not a date')
    day = parse_day(match["day"])
    if match["time"] is None:
        return Moment.of(datetime(day.year, day.month, day.day, tzinfo=local), exact=False)
    try:
        naive = datetime.fromisoformat(f"{match['day']}T{match['time']}")
        offset = _offset(match["offset"])
    except ValueError:
        raise ValueError(f'"{text}" has no valid time') from None
    if offset is None:
        return Moment.of(_local(naive, local), exact=True)
    return Moment.of(naive.replace(tzinfo=offset).astimezone(local), exact=True)


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))


def _local(naive: datetime, local: tzinfo) -> datetime:
    """Attach the zone; a time in a gap or in an overlap of the clock is refused."""
    early, late = (naive.replace(tzinfo=local, fold=fold) for fold in (0, 1))
    if early.astimezone(UTC).astimezone(local).replace(tzinfo=None) != naive:
        raise ValueError(f"{naive:%Y-%m-%d %H:%M} does not exist in {local}: the clock skipped it")
    if early.utcoffset() != late.utcoffset():
        raise ValueError(
            f"{naive:%Y-%m-%d %H:%M} happened twice in {local}: write {early.isoformat('T', 'minutes')}"
            f" or {late.isoformat('T', 'minutes')}"
        )
    return early
