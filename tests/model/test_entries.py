from datetime import date

from digest.model import Abstract, Annotation, Edition, Entry, Mention, Month, Outlet, fingerprint
from tests.digests import draft


def mention(term: str, *, linked: bool = True, before: str = "The head of ") -> Mention:
    """A mention of a term in a sentence."""
    return Mention(term, before, term, " spoke.", 1, linked)


def entry(*mentions: Mention, html: str = "") -> Entry:
    """An entry with these mentions."""
    article = draft("date: 2025-04-09")
    return Entry.of(article, Abstract.of(Annotation(html, "", mentions, 12, (), ()), ()), fingerprint(article))


def test_entry_knows_its_terms() -> None:
    """An entry's terms are all that it mentions, in order; those that are linked are some of them."""
    made = entry(mention("hts"), mention("t4", linked=False), mention("ssrc"))
    assert made.terms == ("hts", "t4", "ssrc")
    assert made.linked == ("hts", "ssrc")
    assert (made.address, made.day) == ("/2025/04/talks/", date(2025, 4, 9))


def test_entry_knows_its_mentions() -> None:
    """Each mention is found by its term as it was, and its fingerprint is its own."""
    mentions = (mention("hts"), mention("t4", linked=False), mention("ssrc", before="He met "))
    made = entry(*mentions)
    assert tuple(made.mention(one.term) for one in mentions) == mentions
    assert [*made.sights] == [(one.term, fingerprint(one)) for one in mentions]


def test_sight_changes_with_its_mention_alone() -> None:
    """The fingerprint of a mention changes with its sentence, and with no other mention."""
    former, other = entry(mention("hts"), mention("t4")), entry(mention("hts"), mention("t4", before="By "))
    assert [one == another for one, another in zip(former.sights, other.sights, strict=True)] == [True, False]


def test_abstract_stands_for_the_whole_annotation() -> None:
    """The fingerprint of an annotation changes with texts that its abstract does not have."""
    assert entry(html="<p>A</p>").abstract.print == entry(html="<p>A</p>").abstract.print
    assert entry(html="<p>A</p>").abstract.print != entry(html="<p>B</p>").abstract.print


def test_groups_know_their_address() -> None:
    """Editions, months and outlets have pages of their own."""
    day = date(2025, 4, 7)
    assert Edition("2025-W15", day, date(2025, 4, 13), ()).address == "/editions/2025-W15/"
    assert Month(day, ()).address == "/2025/04/"
    assert Outlet("Rudaw", "rudaw", ("Rudaw",), ()).address == "/sources/rudaw/"
