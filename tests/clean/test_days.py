"""Days in words and figures."""

import pytest

from digest.clean.days import written_day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Dec 22, 2023 10:59 AM EST | Updated: Dec 23, 2023", "2023-12-22"),
        ("22nd December 2023", "2023-12-22"),
        ("2025-04-10T12:00", "2025-04-10"),
        ("01/02/2025", ""),
        ("31 February 2024", ""),
        ("2 hours ago", ""),
        ("Room 12, 2023", ""),
    ],
)
def test_day(line: str, day: str) -> None:
    """A day is taken where it can only be that one."""
    assert written_day(line) == day
