"""When a report was published and when it was changed, as pages and stamps say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from digest.clean.characters import comparable
from digest.clean.facts.days import written_day
from digest.clean.rules.vocabulary import PUBLISHED, UPDATED

_UNIVERSAL = "+00:00"
_LONGEST = 200  # characters of what can be a stamp
_DAY = 10  # characters of an ISO day
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?!\d)"
    r"(?:[T ]\s*(?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d+Z?)?")
_CLOCK = re.compile(
    r"""
    \b(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?
    (?:\ ?(?P<half>[ap])\.?m\b\.?)?
    (?:\ ?\(?(?P<zone>(?:GMT|UTC)?\ ?[+-]\d\d?(?::?\d\d)?|[A-Z]{2,4}\b))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:GMT|UTC)? ?(?P<sign>[+-])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?", re.IGNORECASE)
# Hours of those that mean one place alone: CST, IST and AST are several.
_SURE = (
    "GMT+0 UTC+0 WET+0 BST+1 CET+1 WEST+1 CEST+2 EET+2 SAST+2 EEST+3 MSK+3 TRT+3 EAT+3 PKT+5 SGT+8 HKT+8 JST+9 KST+9"
    " AEST+10 AEDT+11 EDT-4 EST-5 CDT-5 MDT-6 MST-7 PDT-7 PST-8"
)
_ZONES = {name: int(hours) for name, hours in re.findall(r"([A-Z]+)([+-]\d+)", _SURE)}
_UNKNOWN = ("-0000", "-00:00")  # how mails say that the clock's place is not known
_LABEL = re.compile(
    comparable(rf"\b(?:(?P<updated>{'|'.join(UPDATED.values())})|(?P<published>{'|'.join(PUBLISHED.values())}))\b"),
    re.IGNORECASE,
)
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](?:[A-Za-z]{1,20}/)?(\d\d?)[/-](\d\d?)(?=[/._-]|$)")
_NEAREST, _FARTHEST = timedelta(hours=-12), timedelta(hours=14)  # offsets that there are
# Years in which a report can be dated: newspapers put their archives of a century online, and what lies outside of it
# fills an empty field, as do the days from which computers count.
_YEARS = range(1900, 2050)
_COUNTED_FROM = ("1899-12-31", "1900-01-01", "1969-12-31", "1970-01-01")


class Stamps(NamedTuple):
    """What a line says of publication and of the last change, each as ISO 8601 or empty."""

    published: str
    updated: str


def stamps(line: str, lang: str = "") -> Stamps:
    """Return the two moments of a line such as "Published April 9, 2025 | Updated 10 April 2025 08:00 GMT"."""
    line = comparable(line[:_LONGEST])
    found = list(_LABEL.finditer(line))
    starts = [0, *(label.start() for label in found)]
    ends = [*starts[1:], len(line)]
    kinds = ["published", *(label.lastgroup or "" for label in found)]
    said = [(kind, written_moment(line[start:end], lang)) for kind, start, end in zip(kinds, starts, ends, strict=True)]
    published = next((at for kind, at in said if at and kind == "published"), "")
    updated = next((at for kind, at in said if at and kind == "updated"), "")
    if published and not updated and [label.lastgroup for label in found] == ["updated"]:  # "April 9, 2025 (updated)"
        return Stamps("", published)
    return Stamps(published, updated)


def says_published(line: str) -> bool:
    """Whether a line begins as one does that says when a report was published: "Posted on"."""
    found = _LABEL.match(comparable(line[:_LONGEST]))
    return bool(found and found["published"])


def moment(text: str) -> str:
    """Return what a page's data call a time as ISO 8601: a time with its offset, or the day alone; else nothing."""
    text = text.strip()[:_LONGEST]
    if found := _ISO.match(text):
        zone = found["zone"] or ""
        clock = f"T{found['clock']}{'Z' if zone in ('UTC', 'GMT') else zone}" if found["clock"] and zone else ""
        return _iso(found["day"] + clock) or _iso(found["day"])
    if compact := _COMPACT.fullmatch(text):
        return _iso("-".join(compact.groups()))
    try:
        sent = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return written_moment(text)
    return _iso(sent.isoformat()) if sent.tzinfo else written_moment(text) or _iso(sent.date().isoformat())


def written_moment(text: str, lang: str = "") -> str:
    """Return the day that words or figures say, with the time where its offset is sure; ISO 8601 or nothing."""
    text = text[:_LONGEST]
    if _ISO.match(text.strip()):
        return moment(text)
    day = written_day(text, lang)
    clock = _clock(text) if day else None
    zone = _zone(clock["zone"]) if clock and clock["zone"] else None
    if clock is None or zone is None:
        return day
    return _iso(f"{day}T{_hour(clock):02}:{clock['minute']}:00{zone}") or day


def address_day(url: str) -> str:
    """Return the day in an address such as /2023/12/21/bridge."""
    found = _ADDRESS_DAY.search(url[:_LONGEST])
    return _iso(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}") if found else ""


def as_printed(told: str, printed: Sequence[str], lang: str = "") -> str:
    """Return `told` as the day that readers saw: a time in UTC may lie a day from what the page prints in `printed`."""
    said = ((line, stamps(line, lang).published) for line in printed)
    days = [(line, day) for line, day in said if not day.endswith(_UNIVERSAL)]  # which readers don't see
    if not told or any(day[:_DAY] == told[:_DAY] for _, day in days) or not _is_universal(told):
        return told
    near = ((line, day) for line, day in days if day and _may_be(day, told))
    line, day = next(near, ("", ""))
    return _with_offset(told, day, line) or day or told


def not_before(updated: str, date_: str) -> bool:
    """Whether `updated` is surely later than `date_`, whatever the zone of a day alone may be."""
    if len(updated) == len(date_) == _DAY:
        return updated > date_
    return _instant(updated, _FARTHEST) > _instant(date_, _NEAREST) if updated and date_ else False


def in_order(date_: str, updated: str) -> tuple[str, str]:
    """Return the moments of publication and of a change as a text's lines say them, the latter where it is later.

    A change told by its day alone may lie before a time of the day before it, elsewhere on earth: then days are told.
    """
    if not_before(updated, date_):
        return date_, updated
    if len(updated) == _DAY and updated > date_[:_DAY]:
        return date_[:_DAY], updated
    return date_, ""


def best_agreed(told: Iterable[tuple[str, str]], printed: Sequence[str], lang: str = "") -> tuple[str, str]:
    """Return the first pair of a moment and its source whose day is printed too, else the first that says anything."""
    known = [(at, where) for at, where in told if at]
    days = {stamps(line, lang).published[:_DAY] for line in printed}
    return next((pair for pair in known if pair[0][:_DAY] in days), known[0] if known else ("", ""))


def _with_offset(told: str, day: str, line: str) -> str:
    """Return the time `told` in the zone in which a page prints its `day` and the time of day."""
    if len(day) > _DAY:
        return day if _instant(day) == _instant(told) else ""
    clock = _clock(line)
    if len(told) == _DAY or not clock:
        return ""
    instant = _instant(told).astimezone(UTC)
    local = _iso(f"{day}T{_hour(clock):02}:{clock['minute']}:00Z")
    offset = _instant(local) - instant.replace(second=0, microsecond=0) if local else _FARTHEST * 2
    if not _NEAREST <= offset <= _FARTHEST or offset % timedelta(minutes=15):
        return ""
    return instant.astimezone(timezone(offset)).isoformat(timespec="seconds")


def _is_universal(told: str) -> bool:
    return len(told) == _DAY or told.endswith(_UNIVERSAL)


def _may_be(day: str, told: str) -> bool:
    """Whether somewhere on earth it is `day` at the time `told`; a day alone is told for a place where it was near."""
    if len(told) == _DAY:
        return abs((date.fromisoformat(day[:_DAY]) - date.fromisoformat(told)).days) == 1
    at = _instant(told).astimezone(UTC)
    return (at + _NEAREST).date().isoformat() <= day[:_DAY] <= (at + _FARTHEST).date().isoformat()


def _instant(iso: str, ahead: timedelta = timedelta()) -> datetime:
    at = datetime.fromisoformat(iso)
    return at if at.tzinfo else at.replace(tzinfo=timezone(ahead))


def _clock(text: str) -> re.Match[str] | None:
    found = list(_CLOCK.finditer(text))
    return next((clock for clock in found if clock["half"] or clock["zone"]), found[0] if found else None)


def _hour(clock: re.Match[str]) -> int:
    half = (clock["half"] or "").lower()
    return int(clock["hour"]) % 12 + 12 * (half == "p") if half else int(clock["hour"])


def _zone(name: str) -> str:
    if name.strip() in _UNKNOWN:
        return ""
    if found := _OFFSET.fullmatch(name.strip()):
        return f"{found['sign']}{int(found['hours']):02}:{found['minutes'] or '00'}"
    hours = _ZONES.get(name.strip().upper())
    return "" if hours is None else f"{hours:+03}:00"


def _iso(text: str) -> str:
    try:
        at = datetime.fromisoformat(text)
        at.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    day = at.date().isoformat()
    if at.year not in _YEARS or day in _COUNTED_FROM:
        return ""
    offset = at.utcoffset()
    return day if offset is None or not _NEAREST <= offset <= _FARTHEST else at.isoformat(timespec="seconds")
