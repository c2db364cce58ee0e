"""Days and times as pages and stamps say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.facts.moments import (
    address_day,
    as_printed,
    best_agreed,
    in_order,
    moment,
    not_before,
    says_published,
    stamps,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-04-09T18:30:00+03:00", "2025-04-09T18:30:00+03:00"),
        ("2025-04-09T18:30:00.123Z", "2025-04-09T18:30:00+00:00"),
        ("2025-04-09 18:30:00 -0500", "2025-04-09T18:30:00-05:00"),
        ("2025-04-09 18:30:00.0", "2025-04-09"),
        ("20250409", "2025-04-09"),
        ("Wed, 09 Apr 2025 18:30:00 GMT", "2025-04-09T18:30:00+00:00"),
        ("Wed, 9 Apr 2025 10:59:00 -0000", "2025-04-09"),
        ("Wednesday, April 9, 2025 at 10:59 AM", "2025-04-09"),
        ("9 Apr 99999 99:99", ""),
        ("April 9, 2025", "2025-04-09"),
        ("2025-02-30", ""),
        ("2022-02-112023-05-08", ""),
        ("0001-01-01T00:00:00+14:00", ""),
        ("1970-01-01T00:00:00Z", ""),
        ("2099-01-01", ""),
        ("1969-07-21", "1969-07-21"),
        ("2025-04-09T18:30:00+15:00", "2025-04-09"),
        ("2025-04-09T18:30:60Z", "2025-04-09"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_moment(text: str, iso: str) -> None:
    """A time keeps its offset; without one it is a day; what is neither is nothing."""
    assert moment(text) == iso


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published April 9, 2025 10:59 AM EST", "2025-04-09T10:59:00-05:00", ""),
        ("9 April 2025, 18:30 +03:00", "2025-04-09T18:30:00+03:00", ""),
        ("9 April 2025 at 18.30 BST", "2025-04-09T18:30:00+01:00", ""),
        ("9 April 2025 12:05 a.m. UTC+3", "2025-04-09T00:05:00+03:00", ""),
        ("April 9, 2025 10:59 AM CST", "2025-04-09", ""),
        ("April 9, 2025 25:59 GMT", "2025-04-09", ""),
        ("Published 9 April 2025 | Updated 10 April 2025 08:00 GMT", "2025-04-09", "2025-04-10T08:00:00+00:00"),
        ("Last updated: April 10, 2025. First published: April 9, 2025", "2025-04-09", "2025-04-10"),
        ("April 9, 2025 -- Updated 0203 GMT", "", "2025-04-09"),
        ("Updated three hours ago", "", ""),
        ("Veröffentlicht am 9. April 2025, aktualisiert am 10. April 2025", "2025-04-09", "2025-04-10"),
        ("Publiée le 9 avril 2025 - Mise à jour le 10 avril 2025", "2025-04-09", "2025-04-10"),
        ("آخر تحديث: 10 أبريل 2025 - تاريخ النشر: 9 أبريل 2025", "2025-04-09", "2025-04-10"),
        ("نُشر في 9 أبريل 2025، حُدّث في 10 أبريل 2025", "2025-04-09", "2025-04-10"),
    ],
)
def test_stamps(line: str, published: str, updated: str) -> None:
    """A stamp says when something was published, when it was changed, or both; a zone of several places is none."""
    assert stamps(line) == (published, updated)


@pytest.mark.parametrize(
    ("told", "printed", "local"),
    [
        ("2025-04-10T02:30:10+00:00", "April 9, 2025", "2025-04-09"),
        ("2025-04-10T02:30:10+00:00", "April 9, 2025 10:30 PM", "2025-04-09T22:30:10-04:00"),
        ("2025-04-10T02:30:00+00:00", "2025-04-09T22:30:00-04:00", "2025-04-09T22:30:00-04:00"),
        ("2025-04-09T20:30:00+00:00", "April 10, 2025", "2025-04-10"),
        ("2025-04-10T18:30:00+00:00", "April 9, 2025", "2025-04-10T18:30:00+00:00"),
        ("2025-04-10T02:30:00+03:00", "April 9, 2025", "2025-04-10T02:30:00+03:00"),
        ("2025-04-10T02:30:00+00:00", "March 1, 2025", "2025-04-10T02:30:00+00:00"),
        ("2025-04-10T02:30:00+00:00", "Updated April 9, 2025", "2025-04-10T02:30:00+00:00"),
    ],
)
def test_the_day_is_the_one_that_readers_saw(told: str, printed: str, local: str) -> None:
    """A time in UTC gives way to the printed day where it is that day somewhere; a time with an offset does not."""
    assert as_printed(told, [printed]) == local
    assert as_printed(told, [told, printed]) == local


def test_what_is_printed_too_is_believed() -> None:
    """Of several claims, the one whose day stands in a stamp wins, else the first."""
    claims = [("", "a"), ("2022-03-07", "b"), ("2021-08-23", "c")]
    assert best_agreed(claims, ["August 23, 2021"]) == ("2021-08-23", "c")
    assert best_agreed(claims, ["May 1, 2020"]) == ("2022-03-07", "b")
    assert best_agreed([], []) == ("", "")


@pytest.mark.parametrize(
    ("updated", "date", "is_later"),
    [
        ("2025-04-10", "2025-04-09", True),
        ("2025-04-09", "2025-04-09", False),
        ("2025-04-10T02:00:00+03:00", "2025-04-09T23:00:00+00:00", False),
        ("2025-04-10", "2025-04-09T23:00:00-05:00", False),
        ("2025-04-09T02:00:00+00:00", "2025-04-09", False),
        ("2025-04-11", "2025-04-09T23:00:00-05:00", True),
        ("", "2025-04-09", False),
        ("2025-04-09", "", False),
    ],
)
def test_a_change_comes_after_publication(updated: str, date: str, is_later: bool) -> None:
    """A change counts only if it is later in every zone that a day alone may mean."""
    assert not_before(updated, date) is is_later


def test_day_in_an_address() -> None:
    """A day in an address is year, month and day."""
    assert address_day("https://x.example/news/2023/12/21/bridge") == "2023-12-21"
    assert address_day("https://x.example/2023/1/2/") == "2023-01-02"
    assert address_day("https://x.example/2023/13/21/bridge") == ""
    assert address_day("https://x.example/2023/12/") == ""


@given(st.text(alphabet="0123456789:T.-+ Zapm/GMTEUS|Updated April,", max_size=60))
def test_any_line_is_answered(line: str) -> None:
    """Whatever a page calls a time, the answer is ISO 8601 or nothing."""
    for said in (moment(line), *stamps(line)):
        assert said == "" or moment(said) == said


@pytest.mark.parametrize(
    ("published", "updated", "told"),
    [
        ("2025-04-09T18:42:00+00:00", "2025-04-10", ("2025-04-09", "2025-04-10")),
        ("2025-04-09T18:42:00+00:00", "2025-04-12", ("2025-04-09T18:42:00+00:00", "2025-04-12")),
        ("2025-04-09T18:42:00+00:00", "2025-04-09", ("2025-04-09T18:42:00+00:00", "")),
        ("2025-04-09", "", ("2025-04-09", "")),
    ],
)
def test_change_on_the_next_day(published: str, updated: str, told: tuple[str, str]) -> None:
    """Where only a change's day is known, the day before it is told as a day, so that one comes after the other."""
    assert in_order(published, updated) == told


def test_day_of_an_address_with_a_section() -> None:
    """A section's name may stand between the year and the month of an address; a month has no day."""
    assert address_day("https://a.example/2010/POLITICS/08/13/talks/index.html") == "2010-08-13"
    assert address_day("https://a.example/2010/08/talks/") == ""


def test_label_of_publication() -> None:
    """A line that begins so says when a report was published, in any language; others may only mention it."""
    assert all(map(says_published, ("Posted on 9 April", "Publié le 9 avril", "نشر في 9 أبريل")))
    assert not any(map(says_published, ("Updated 9 April", "The book was published 9 April", "9 April")))
