from dataclasses import replace
from datetime import UTC, datetime

import pytest

from digest.model import Body
from tests.digests import draft

ENTRY = "date: 2025-04-09T18:30+03:00\nslug: baku-talks\n"


def at(text: str) -> datetime:
    """A time of UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_address_has_month_and_slug() -> None:
    """An entry's address is its month in the site's zone and its slug."""
    assert draft(ENTRY).address == "/2025/04/baku-talks/"
    assert draft("date: 2025-03-31T22:30Z").address == "/2025/04/talks/"


def test_change_is_the_update_or_the_date() -> None:
    """An entry that was never updated changed when it appeared."""
    entry, updated = draft(ENTRY), draft(f"{ENTRY}updated: 2025-04-12")
    assert entry.changed == entry.date
    assert updated.changed == updated.updated


@pytest.mark.parametrize(
    ("keys", "now", "public"),
    [
        ("", "2025-04-09T15:29:59", False),
        ("", "2025-04-09T15:30:00", True),
        ("publish: 2025-04-12T06:00Z", "2025-04-12T05:59:59", False),
        ("publish: 2025-04-12T06:00Z", "2025-04-12T06:00:00", True),
        ("expires: 2025-04-12T06:00Z", "2025-04-12T05:59:59", True),
        ("expires: 2025-04-12T06:00Z", "2025-04-12T06:00:00", False),
    ],
)
def test_entry_is_public_in_its_time(keys: str, now: str, public: bool) -> None:
    """An entry is shown from its embargo's end, or its date, until it expires; a draft never is."""
    article = draft(f"{ENTRY}{keys}")
    assert public == replace(article, draft=False).is_public(at(now))
    assert not article.is_public(at(now))


def test_line_of_a_shortened_text_is_that_of_its_file() -> None:
    """Each line keeps its number in the file, whatever was cut above; beyond the end it is the last."""
    body = Body("first\nlast", (7, 12))
    assert [body.line(index) for index in (0, 1, 2)] == [7, 12, 12]
    assert Body().line(0) == 0
