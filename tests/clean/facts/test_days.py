"""Days in words and figures."""

import pytest

from digest.clean.characters import comparable
from digest.clean.facts.days import is_far, written_day
from digest.clean.rules.vocabulary import MONTHS, spellings
from tests.patience import ends_within


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Dec 22, 2023 10:59 AM EST | Updated: Dec 23, 2023", "2023-12-22"),
        ("22nd December 2023", "2023-12-22"),
        ("2025-04-10T12:00", "2025-04-10"),
        ("01/02/2025", ""),
        ("25.12.2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("2025/04/09", "2025-04-09"),
        ("1.2.3.2024", ""),
        ("9 نيسان 2025", "2025-04-09"),
        ("٩ أبريل/نيسان ٢٠٢٥", "2025-04-09"),
        ("10 كانون الثاني، 2025", "2025-01-10"),
        ("٩ی نیسانی ٢٠٢٥", "2025-04-09"),
        ("9 آوریل ۲۰۲۵", "2025-04-09"),
        ("۲۰ فروردین ۱۴۰۴", ""),
        ("9ê Nîsana 2025an", "2025-04-09"),
        ("9 Kanûna Duyem 2025", "2025-01-09"),
        ("9 NİSAN 2025", "2025-04-09"),
        ("9 KASIM 2025", "2025-11-09"),
        ("9. März 2025, 18:30 Uhr", "2025-03-09"),
        ("1er août 2024", "2024-08-01"),
        ("9 de abril de 2025", "2025-04-09"),
        ("09 ABR 2025 - 18:30 CEST", "2025-04-09"),
        ("31 February 2024", ""),
        ("2 hours ago", ""),
        ("Room 12, 2023", ""),
    ],
)
def test_day(line: str, day: str) -> None:
    """A day is taken where it can only be that one."""
    assert written_day(line) == day


@pytest.mark.parametrize(
    ("lang", "day"), [("de", "2025-04-09"), ("tr", "2025-04-09"), ("en", ""), ("ar", ""), ("", "")]
)
def test_day_of_a_language(lang: str, day: str) -> None:
    """Where figures could mean two days, a language that writes the day first decides; others leave it open."""
    assert written_day("09.04.2025", lang) == day


def test_no_way_to_write_a_month_means_another_elsewhere() -> None:
    """A month's name is the same month in every language that has it, so that no language need be known."""
    told: dict[str, int] = {}
    for lang in MONTHS:
        assert set(spellings(lang).values()) == set(range(1, 13))
        for word, number in spellings(lang).items():
            assert told.setdefault(comparable(word.lower()), number) == number


@pytest.mark.parametrize("unit", ["1 ", "12.12.", "9 nisan ", "9 كانون ", "9 nisan/"])
def test_days_take_no_time(unit: str) -> None:
    """A long line of what may begin a day is read in a moment."""
    with ends_within(0.5):
        written_day(unit * 10_000)


def test_days_far_apart() -> None:
    """Days of different years can't both be a report's; some days between them can."""
    assert is_far("1935-08-14", "2010-08-13")
    assert not is_far("2010-08-14T08:00:00+03:00", "2010-08-13")
    assert not is_far("", "2010-08-13")
