from datetime import date

from digest.group import outlet_slug
from tests.sites import article, grouped

A, B, C = "content/articles/a.md", "content/articles/b.md", "content/articles/c.md"
ALONE = {"content/articles/2025-04-09-baku.md": None, "content/pages/about.md": None}


def test_entries_are_newest_first() -> None:
    """Entries are ordered by time, not by day or file; those of the same time by address."""
    early, late = "date: 2025-04-10T08:00+03:00", "date: 2025-04-10T23:00+03:00"
    digest = grouped({**ALONE, A: article("A", keys=early), B: article("B", keys=late), C: article("C", keys=late)})
    assert [entry.article.slug for entry in digest.entries] == ["b", "c", "a"]


def test_entry_stands_under_each_of_its_themes() -> None:
    """An entry is found under every theme that it names, and a theme without entries is no key."""
    themes = {f"content/themes/{slug}.md": f"---\ntitle: {slug}\n---\n" for slug in ("security", "media")}
    digest = grouped({**themes, A: article("A", keys="themes: [security, diplomacy]")})
    found = {slug: [entry.article.slug for entry in entries] for slug, entries in digest.themed.items()}
    assert found == {"security": ["a"], "diplomacy": ["a", "baku"]}


def test_story_is_told_from_its_beginning() -> None:
    """The entries of a story are oldest first."""
    digest = grouped(
        {A: article("A", "2025-04-01", keys="story: talks"), B: article("B", "2025-04-20", keys="story: talks")}
    )
    assert [entry.article.slug for entry in digest.told["talks"]] == ["a", "baku", "b"]


def test_term_leads_back_to_its_sentences() -> None:
    """A term has every entry that mentions it, newest first, with the sentence of the first mention in each."""
    digest = grouped({A: article("A", "2025-04-20", "It rained. Then HTS spoke, and HTS left. Nothing more.")})
    newest, oldest = digest.mentioned["hts"]
    assert (newest.article.slug, oldest.article.slug) == ("a", "baku")
    mention = newest.mention("hts")
    assert (mention.before, mention.surface, mention.after) == ("Then ", "HTS", " spoke, and HTS left.")
    assert mention.count == 2


def test_one_source_may_be_spelt_in_several_ways() -> None:
    """Names that make the same slug are one source, shown as the newest entry has it; an entry counts once."""
    rudaw = "sources: [{name: RUDAW}, {name: Rudaw, url: 'https://example.com/'}, {name: Sana}]"
    digest = grouped({A: article("A", "2025-04-20", keys=rudaw)})
    shown = [
        (outlet.name, outlet.spellings, [entry.article.slug for entry in outlet.entries]) for outlet in digest.outlets
    ]
    assert shown == [("RUDAW", ("RUDAW", "Rudaw"), ["a", "baku"]), ("Sana", ("Sana",), ["a"])]


def test_source_without_latin_letters_has_an_address() -> None:
    """A name that no slug can be made of gets a lasting one of its own, in any case."""
    assert outlet_slug("سانا") == outlet_slug("سانا") != outlet_slug("رووداو")
    assert outlet_slug("Ведомости") == outlet_slug("ведомости")


def test_long_name_of_a_source_fits_a_file_name() -> None:
    """Very long names have slugs that are short and differ all the same."""
    slugs = {outlet_slug("Office of the Spokesperson " * 20 + end) for end in ("a", "b")}
    assert len(slugs) == 2
    assert all(slug.startswith("office-of-the") and len(slug) < 100 for slug in slugs)


def test_corrections_are_newest_first() -> None:
    """Corrections of all entries are one list by the day of the correction, not of the entry."""
    old = "corrections: [{date: 2025-04-30, note: later}, {date: 2025-04-11, note: sooner}]"
    new = "corrections: [{date: 2025-04-21, note: between}]"
    digest = grouped({A: article("A", "2025-04-10", keys=old), B: article("B", "2025-04-20", keys=new)})
    found = [(correction.date, correction.note, entry.article.slug) for entry, correction in digest.corrections]
    assert found == [
        (date(2025, 4, 30), "later", "a"),
        (date(2025, 4, 21), "between", "b"),
        (date(2025, 4, 11), "sooner", "a"),
    ]
