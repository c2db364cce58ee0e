from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.read import dates

BEIRUT = dates.zone("Asia/Beirut")
ZONES = ("UTC", "Asia/Beirut", "Pacific/Apia", "America/St_Johns", "Africa/Monrovia")
FIRST, SECOND = "2025-10-25T23:30+03:00", "2025-10-25T23:30+02:00"


def utc(text: str) -> datetime:
    """A time of UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def refusal(text: str, zone: str = "Asia/Beirut") -> str | None:
    """Why a text is no moment, or None when it is one."""
    try:
        dates.parse_moment(text, dates.zone(zone))
    except ValueError as error:
        return str(error)
    return None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2025-04-09", "2025-04-08T21:00"),
        ("2025-01-09", "2025-01-08T22:00"),
        ("2025-04-09T18:30", "2025-04-09T15:30"),
        ("2025-04-09 18:30", "2025-04-09T15:30"),
        ("2025-04-09T18:30:15", "2025-04-09T15:30:15"),
        ("2025-04-09T18:30:15.250", "2025-04-09T15:30:15.250"),
        ("2025-04-09T18:30Z", "2025-04-09T18:30"),
        ("2025-04-09T18:30+05:30", "2025-04-09T13:00"),
        ("2025-04-09T18:30 -0230", "2025-04-09T21:00"),
    ],
)
def test_time_without_offset_is_local(text: str, at: str) -> None:
    """A day begins at midnight in the site's zone; a time without an offset is of that zone too."""
    assert utc(at) == dates.parse_moment(text, BEIRUT).at


def test_moment_is_shown_in_the_sites_zone() -> None:
    """A time with another offset becomes the site's; its day is the one on the site's calendar."""
    moment = dates.parse_moment("2025-04-09T22:30Z", BEIRUT)
    assert moment.iso == "2025-04-10T01:30:00+03:00"
    assert moment.day == date(2025, 4, 10)


def test_day_without_midnight_is_still_that_day() -> None:
    """On a day whose first hour the clock skips, the day is not moved."""
    assert dates.parse_moment("2025-03-30", BEIRUT).day == date(2025, 3, 30)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("9 April 2025", '"9 April 2025" is not a date'),
        ("2025-4-9", '"2025-4-9" is not a date'),
        ("2025-04-09T18", '"2025-04-09T18" is not a date'),
        ("2025-04-09T18:30 CEST", '"2025-04-09T18:30 CEST" is not a date'),
        ("٢٠٢٥-٠٤-٠٩", '"٢٠٢٥-٠٤-٠٩" is not a date'),
        ("2025-02-30", "there is no day 2025-02-30"),
        ("2025-13-01", "there is no day 2025-13-01"),
        ("0025-04-09", "the year 0025 is out of range"),
        ("9999-12-31", "the year 9999 is out of range"),
        ("2025-04-09T24:30", '"2025-04-09T24:30" has no valid time'),
        ("2025-04-09T18:60", '"2025-04-09T18:60" has no valid time'),
        ("2025-04-09T18:30+24:00", '"2025-04-09T18:30+24:00" has no valid time'),
        (
            "2025-03-30T00:30",
            "2025-03-30 00:30 does not exist in Asia/Beirut: the clock skipped it",
        ),
        (
            "2025-10-25T23:30",
            f"2025-10-25 23:30 happened twice in Asia/Beirut: write {FIRST} or {SECOND}",
        ),
    ],
)
def test_what_is_no_moment_is_told(text: str, message: str) -> None:
    """No date is guessed: a day or time that does not exist, or came twice, is refused with the reason."""
    assert message == refusal(text)


def test_time_that_came_twice_can_be_told_by_its_offset() -> None:
    """What the message proposes for a time that came twice is understood."""
    first, second = (dates.parse_moment(text, BEIRUT).at for text in (FIRST, SECOND))
    assert second - first == timedelta(hours=1)


@pytest.mark.parametrize("text", ["2025-02-30", "yesterday", "2025-04-09T10:00", "0999-01-01", "2025-04-09\n"])
def test_day_is_a_day(text: str) -> None:
    """A calendar day has no time and must exist."""
    with pytest.raises(ValueError, match=r"day|year"):
        dates.parse_day(text)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    """Every day of four-digit years is read as itself, in any zone."""
    assert day == dates.parse_day(day.isoformat())
    assert all(day == dates.parse_moment(day.isoformat(), dates.zone(zone)).day for zone in ZONES)


@given(st.dates(date(1950, 1, 1), date(2037, 12, 31)), st.times(), st.sampled_from(ZONES))
def test_every_time_is_understood_or_refused(day: date, time: time, zone: str) -> None:
    """A local time is read as that time, or refused because the clock skipped it or had it twice."""
    text = f"{day}T{time:%H:%M:%S}"
    reason = refusal(text, zone)
    if reason is None:
        assert text == dates.parse_moment(text, dates.zone(zone)).at.replace(tzinfo=None).isoformat()
    else:
        assert "the clock skipped it" in reason or "happened twice" in reason


@pytest.mark.parametrize(
    "name", ["Asia/Bagdad", "asia/baghdad", "leapseconds", "../zones", "Asia", "", "Asia/", "UTC\n"]
)
def test_unknown_zone_is_refused(name: str) -> None:
    """Only names of the IANA list are zones, as they are written there; no name leads out of the list."""
    with pytest.raises(ValueError, match="unknown time zone"):
        dates.zone(name)


def test_every_zone_can_be_read() -> None:
    """Each name that is offered is a zone."""
    names = dates.zone_names()
    assert len(names) > 400
    assert {"UTC", "Asia/Baghdad", "Europe/Istanbul"} <= set(names)
    assert [str(dates.zone(name)) for name in names] == list(names)
