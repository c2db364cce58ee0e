from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.group.editions import edition_name, span
from digest.model import EditionLength
from tests.sites import article, grouped


@pytest.mark.parametrize(
    ("day", "length", "name", "first", "last"),
    [
        ("2025-04-09", "day", "2025-04-09", "2025-04-09", "2025-04-09"),
        ("2025-04-09", "week", "2025-W15", "2025-04-07", "2025-04-13"),
        ("2025-04-09", "month", "2025-04", "2025-04-01", "2025-04-30"),
        ("2024-12-30", "week", "2025-W01", "2024-12-30", "2025-01-05"),
        ("2021-01-03", "week", "2020-W53", "2020-12-28", "2021-01-03"),
        ("2024-02-29", "month", "2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12-31", "month", "2025-12", "2025-12-01", "2025-12-31"),
    ],
)
def test_day_falls_into_an_edition(day: str, length: EditionLength, name: str, first: str, last: str) -> None:
    """An edition is a day, an ISO week from Monday, which may begin in the year before, or a month."""
    begin, end = span(date.fromisoformat(day), length)
    assert (name, first, last) == (edition_name(begin, length), begin.isoformat(), end.isoformat())


@given(st.dates(date(1000, 1, 1), date(9998, 12, 31)), st.sampled_from(("day", "week", "month")))
def test_editions_leave_no_day_out(day: date, length: EditionLength) -> None:
    """Each day lies in its own edition, and the day after an edition's last is the next one's first."""
    first, last = span(day, length)
    assert first <= day <= last
    assert span(last + timedelta(days=1), length)[0] == last + timedelta(days=1)


def test_edition_is_read_from_its_beginning() -> None:
    """Editions are newest first, months too; the entries of an edition are oldest first, those of a month newest."""
    digest = grouped(
        {
            "content/articles/a.md": article("A", "2025-04-07"),
            "content/articles/b.md": article("B", "2025-04-13"),
            "content/articles/c.md": article("C", "2025-03-31"),
        }
    )
    editions = [(edition.address, [e.article.slug for e in edition.entries]) for edition in digest.editions]
    assert editions == [("/editions/2025-W15/", ["a", "baku", "b"]), ("/editions/2025-W14/", ["c"])]
    months = [(month.address, [e.article.slug for e in month.entries]) for month in digest.months]
    assert months == [("/2025/04/", ["b", "baku", "a"]), ("/2025/03/", ["c"])]


def test_day_is_the_sites_own() -> None:
    """An entry belongs to the day that it is in the site's time zone."""
    digest = grouped({"content/articles/a.md": article("A", keys="date: 2025-04-13T23:30+00:00")})
    assert [edition.name for edition in digest.editions] == ["2025-W16", "2025-W15"]
