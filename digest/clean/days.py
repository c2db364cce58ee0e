"""When an article was written: the days that a line says in words or figures."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)")
_WRITTEN_DAY = re.compile(
    r"""
    \b(?: (?P<day>\d{1,2})(?:st|nd|rd|th)?\ (?P<month>[A-Za-z]{3,9})\.?
      | (?P<first>[A-Za-z]{3,9})\.?\ (?P<second>\d{1,2})(?:st|nd|rd|th)? )
    ,?\ (?P<year>(?:19|20)\d\d)\b
    """,
    re.VERBOSE,
)


def written_day(line: str) -> str:
    """Return the first date of a line as ISO 8601, or nothing; 01/02/2025 means two days and therefore none."""
    if found := _ISO_DAY.search(line):
        return _day(*(int(part) for part in found.groups()))
    for found in _WRITTEN_DAY.finditer(line):
        month = (found["month"] or found["first"]).lower()[:3]
        if month in _MONTHS:
            return _day(int(found["year"]), _MONTHS.index(month) + 1, int(found["day"] or found["second"]))
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
