from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.chart import chart
from digest.render.words import Words
from tests.laws import LAW

ENGLISH = Words("en-GB", {"en": {"edition_week": "Week of {day}"}})


@pytest.mark.parametrize(
    ("days", "first", "bars", "busiest"),
    [
        (["2025-04-02", "2025-04-04", "2025-04-04"], "2 April 2025", [1, 0, 2], "4 April 2025"),
        (
            ["2025-03-03", "2025-04-08", "2025-04-09"],
            "Week of 3 March 2025",
            [1, 0, 0, 0, 0, 2],
            "Week of 7 April 2025",
        ),
        (["2024-12-31", "2025-01-01", "2025-08-31"], "December 2024", [1, 1, 0, 0, 0, 0, 0, 0, 1], "December 2024"),
        (["2019-05-01", "2024-01-01", "2024-12-31"], "2019", [1, 0, 0, 0, 0, 2], "2024"),
    ],
)
def test_periods_grow_with_the_time(days: list[str], first: str, bars: list[int], busiest: str) -> None:
    """A few weeks are shown day by day, months week by week, years month by month or year by year, empty ones too."""
    made = chart([date.fromisoformat(day) for day in days], ENGLISH)
    assert made is not None
    assert (made.bars[0].period, [bar.count for bar in made.bars], made.busiest.period) == (first, bars, busiest)


@pytest.mark.parametrize(
    "days",
    [[], ["2025-04-02"], ["2025-04-02"] * 5, ["2025-04-02", "2025-04-03"], ["1205-04-02", "2025-04-03", "2025-04-04"]],
)
def test_little_is_not_drawn(days: list[str]) -> None:
    """One day, or two mentions, make no chart, nor do centuries: a year may have been typed wrong."""
    assert chart([date.fromisoformat(day) for day in days], ENGLISH) is None


def test_bars_are_drawn_to_scale() -> None:
    """Bars stand beside each other in one path; the busiest fills the height, and one for nothing can be seen."""
    made = chart([date(2025, 4, 2), date(2025, 4, 4), date(2025, 4, 4)], ENGLISH)
    assert made is not None
    assert (made.width, made.path) == (48, "M0 100v-50h12v50zM16 100v-2h12v2zM32 100v-100h12v100z")


@LAW
@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 12, 31)), min_size=3, max_size=30))
def test_every_day_is_counted_once(days: list[date]) -> None:
    """The bars count every day, the first and the last are not empty, and the tallest is the busiest."""
    made = chart(days, ENGLISH)
    if made is None:
        assert len(set(days)) == 1
        return
    assert sum(bar.count for bar in made.bars) == len(days)
    assert made.bars[0].count
    assert made.bars[-1].count
    assert made.busiest.count == max(bar.count for bar in made.bars)
    assert made.path.count("v-100h") == sum(bar.count == made.busiest.count for bar in made.bars)
    if max(days) - min(days) < timedelta(days=31):
        assert len(made.bars) == (max(days) - min(days)).days + 1


def test_calendar_has_an_end() -> None:
    """Days at the end of the calendar can be drawn like others."""
    made = chart([date(9999, 12, 1), date(9999, 12, 30), date(9999, 12, 31)], ENGLISH)
    assert made is not None
    assert len(made.bars) == 31
