from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from digest.model import Config, Moment

BEIRUT = timezone(timedelta(hours=3))


@pytest.mark.parametrize(("exact", "iso"), [(False, "2025-04-09"), (True, "2025-04-09T01:30:00+03:00")])
def test_moment_is_as_exact_as_the_author(exact: bool, iso: str) -> None:
    """Where an author gave a day no time is shown; the day is that of the site's zone, not of UTC."""
    moment = Moment.of(datetime(2025, 4, 9, 1, 30, tzinfo=BEIRUT), exact=exact)
    assert iso == moment.iso
    assert moment.day == date(2025, 4, 9)


def test_moment_is_kept_in_utc() -> None:
    """A moment is the same point in time that its author wrote, with the zone's offset of then beside it."""
    written = datetime(2025, 4, 9, 1, 30, tzinfo=BEIRUT)
    moment = Moment.of(written, exact=True)
    assert (moment.utc, moment.utc.tzinfo, moment.at) == (written, UTC, written)
    assert moment.at.utcoffset() == timedelta(hours=3)


@pytest.mark.parametrize(
    ("base", "href", "absolute"),
    [
        ("https://example.org/", "/glossary/hts/", "https://example.org/glossary/hts/"),
        ("https://example.org/brief/", "/brief/glossary/hts/", "https://example.org/brief/glossary/hts/"),
    ],
)
def test_links_go_to_the_sites_folder(base: str, href: str, absolute: str) -> None:
    """A site in a folder of its host has that folder in front of every link."""
    config = Config(base_url=base)
    assert href == config.href("/glossary/hts/")
    assert absolute == config.absolute("/glossary/hts/")
