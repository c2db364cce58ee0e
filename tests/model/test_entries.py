from datetime import date

from digest.model import Annotation, Edition, Entry, Mention, Month, Outlet
from tests.digests import draft


def mention(term: str, *, linked: bool) -> Mention:
    """A mention of a term in a sentence."""
    return Mention(term, "The head of ", term, " spoke.", 1, linked)


def test_entry_knows_its_terms() -> None:
    """An entry's terms are all that it mentions, in order; those that are linked are some of them."""
    mentions = (mention("hts", linked=True), mention("t4", linked=False), mention("ssrc", linked=True))
    entry = Entry(draft("date: 2025-04-09"), Annotation("", "", mentions, 12, (), ()))
    assert entry.terms == ("hts", "t4", "ssrc")
    assert entry.linked == ("hts", "ssrc")
    assert entry.address == "/2025/04/talks/"


def test_groups_know_their_address() -> None:
    """Editions, months and outlets have pages of their own."""
    day = date(2025, 4, 7)
    assert Edition("2025-W15", day, date(2025, 4, 13), ()).address == "/editions/2025-W15/"
    assert Month(day, ()).address == "/2025/04/"
    assert Outlet("Rudaw", "rudaw", ("Rudaw",), ()).address == "/sources/rudaw/"
