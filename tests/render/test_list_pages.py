import pytest

from digest.render.edition_pages import edition_pages
from digest.render.list_pages import (
    KEY_TERMS,
    archive_pages,
    corrections_page,
    home_page,
    source_pages,
    standing_pages,
    story_pages,
    theme_pages,
)
from tests.sites import Files, Made, article, made, term

NAMES = ("Homs", "Hama", "Palmyra", "Tiyas", "Deraa", "Ankara", "Baku", "Idlib", "Aleppo")


def site(more: str) -> dict[str, str]:
    """The settings of a site, with more lines."""
    return {"content/site.yaml": f"title: Brief\nbase_url: https://example.org/\n{more}\n"}


def month_of(count: int) -> dict[str, str]:
    """One entry a day in May, in a theme and from a source of its own."""
    return {
        f"content/articles/n{n:02}.md": article(f"N{n}", f"2025-05-{n:02}", keys="sources: [{name: Sana}]")
        for n in range(1, count + 1)
    }


def test_home_shows_what_is_new() -> None:
    """The home page has the newest entries, the number of all, the newest edition, and each theme's newest entries."""
    home = made(month_of(13)).views(home_page)["/"]
    assert [card.title for card in home["latest"]] == [f"N{n}" for n in range(13, 2, -1)]
    assert (home["total"], home["edition"].href, home["edition"].count) == (14, "/editions/2025-W20/", 2)
    assert [card.title for card in home["themes"][0].latest] == ["N13", "N12"]


def test_home_explains_the_newest_edition() -> None:
    """The terms of the newest edition stand on the home page: those of most entries first, then the rarer ones."""
    given = {
        "content/glossary/homs.md": term("Homs"),
        "content/glossary/palmyra.md": term("Palmyra"),
        "content/articles/old.md": article("Old", "2025-04-01", "Homs."),
        "content/articles/a.md": article("A", "2025-04-08", "Homs."),
        "content/articles/b.md": article("B", "2025-04-08", "HTS."),
        "content/articles/c.md": article("C", "2025-04-08", "Palmyra."),
    }
    home = made(given).views(home_page)["/"]
    assert [gloss.term for gloss in home["explained"]] == ["HTS", "Palmyra", "Homs"]


def test_story_names_its_terms() -> None:
    """A story explains the terms of most of its entries first, as they stood at its newest entry."""
    given = {
        "content/glossary/hts.md": term("HTS", "valid: [{until: 2025-04-15, definition: An army., note: Gone.}]"),
        "content/glossary/homs.md": term("Homs"),
        "content/articles/a.md": article("A", "2025-04-19", "HTS is gone.", keys="story: talks"),
        "content/articles/b.md": article("B", "2025-04-20", "Homs is free.", keys="story: talks"),
    }
    page = made(given).views(story_pages)["/stories/talks/"]
    assert [(gloss.term, gloss.short) for gloss in page["terms"]] == [
        ("HTS", "A definition."),
        ("Homs", "A definition."),
    ]


def test_home_shows_running_stories_only() -> None:
    """A story that is closed, or that no entry belongs to, is not on the home page; the list of stories has all."""
    given = {
        "content/stories/closed.md": "---\ntitle: Over\nstatus: closed\n---\n",
        "content/stories/empty.md": "---\ntitle: Not begun\n---\n",
        "content/articles/a.md": article("A", keys="story: closed"),
    }
    digest = made(given)
    assert [story.title for story in digest.views(home_page)["/"]["stories"]] == ["The talks"]
    listed = digest.views(story_pages)["/stories/"]["groups"]
    assert [(group.title, group.count, group.running) for group in listed] == [
        ("Over", 1, False),
        ("Not begun", 0, True),
        ("The talks", 1, True),
    ]


@pytest.mark.parametrize(
    ("edition", "address", "title"),
    [
        ("day", "/editions/2025-04-09/", "April 9, 2025"),
        ("week", "/editions/2025-W15/", "Week of April 7, 2025"),
        ("month", "/editions/2025-04/", "April 2025"),
    ],
)
def test_edition_is_named_in_words(edition: str, address: str, title: str) -> None:
    """An edition's title says in the reader's words which day, week or month it is."""
    pages = made(site(f"edition: {edition}")).views(edition_pages)
    assert pages[address]["title"] == title
    assert [group.title for group in pages["/editions/"]["groups"]] == [title]


def test_editions_lead_to_each_other() -> None:
    """An edition has its entries whole, oldest first, and links to the editions before and after it."""
    given = {
        "content/articles/a.md": article("A", "2025-04-02", "One [word][1].\n\n[1]: #x"),
        "content/articles/b.md": article("B", "2025-04-08", "## Two\n\nHTS."),
        "content/articles/c.md": article("C", "2025-04-20"),
    }
    page = made(given).views(edition_pages)["/editions/2025-W15/"]
    assert (page["earlier"].href, page["later"].href) == ("/editions/2025-W14/", "/editions/2025-W16/")
    assert [whole.card.title for whole in page["texts"]] == ["B", "Talks in Baku"]
    assert page["texts"][0].html == '<h2>Two</h2>\n<p><a href="/glossary/hts/">HTS</a>.</p>\n'
    assert [source.name for source in page["texts"][0].sources] == ["Rudaw"]


def test_recent_editions_show_entries() -> None:
    """In the list of all editions the newest ones name their newest entries; old ones are a title and a number."""
    listed = made({**month_of(13), **site("edition: day")}).views(edition_pages)["/editions/"]["groups"]
    assert [bool(group.latest) for group in listed] == [True] * 12 + [False] * 2
    assert [card.title for card in listed[0].latest] == ["N13"]


def test_long_lists_are_cut() -> None:
    """A story has so many terms beside it, and an edition's description ends at a word."""
    many = {f"content/glossary/{name.lower()}.md": term(name) for name in NAMES}
    body = "\n\n".join(f"{name} came." for name in NAMES)
    long = article("Delegations " * 30, "2025-04-08", body, "story: talks")
    given = {**many, **site("glossary: {density: 0, per_paragraph: 0}"), "content/articles/b.md": long}
    assert len(made(given).views(story_pages)["/stories/talks/"]["terms"]) == KEY_TERMS < len(NAMES)
    description = made(given).views(edition_pages)["/editions/2025-W15/"]["page"].description
    assert description.endswith("Delegations…")
    assert len(description) <= 301


def test_edition_explains_its_terms() -> None:
    """An edition has the terms that its entries link, from A to Z: printed, it explains itself."""
    given = {
        "content/glossary/ankara.md": term("Ankara"),
        "content/glossary/zion.md": term("Zion"),
        "content/articles/b.md": article("B", "2025-04-08", "Zion."),
        "content/articles/c.md": article("C", "2025-04-08", "Ankara."),
    }
    page = made(given).views(edition_pages)["/editions/2025-W15/"]
    assert [gloss.term for gloss in page["terms"]] == ["Ankara", "HTS", "Zion"]


def test_archive_goes_by_months() -> None:
    """The archive lists years and months with their numbers of entries; each month has its pages."""
    pages = made({**month_of(3), **site("page_size: 2")}).views(archive_pages)
    assert {year: [link.text for link in links] for year, links in pages["/archive/"]["years"].items()} == {
        2025: ["May", "April"]
    }
    assert pages["/archive/"]["counts"] == {"/2025/05/": 3, "/2025/04/": 1}
    assert [card.title for card in pages["/2025/05/page/2/"]["cards"]] == ["N1"]


def test_sources_list_their_entries() -> None:
    """The sources are listed with the number of their entries; each has pages of them."""
    pages = made(month_of(2)).views(source_pages)
    assert [(group.title, group.count) for group in pages["/sources/"]["groups"]] == [("Rudaw", 1), ("Sana", 2)]
    assert [card.title for card in pages["/sources/sana/"]["cards"]] == ["N2", "N1"]


def test_theme_without_entries_has_a_page() -> None:
    """A theme that no entry names yet has its page, empty; themes keep their order."""
    given: Files = {"content/themes/arms.md": "---\ntitle: Arms\norder: 2\n---\nWhat it is.\n"}
    pages = made(given).views(theme_pages)
    assert [group.title for group in pages["/themes/"]["groups"]] == ["Diplomacy", "Arms"]
    assert (pages["/themes/arms/"]["cards"], pages["/themes/arms/"]["html"]) == ((), "<p>What it is.</p>\n")


def test_corrections_name_their_entries() -> None:
    """The list of corrections leads to the entry of each."""
    given = {"content/articles/a.md": article("A", keys="corrections: [{date: 2025-04-12, note: It was B.}]")}
    found = made(given).views(corrections_page)["/corrections/"]["corrections"]
    assert [(item.when.iso, item.note, item.entry.href) for item in found] == [
        ("2025-04-12", "It was B.", "/2025/04/a/")
    ]


def test_page_for_lost_readers_is_not_indexed(empty: Made) -> None:
    """Search engines are asked not to list the 404 page; the search page and the standing pages they may."""
    expected = {"/search/": True, "/404.html": False, "/about/": True}
    assert {address: page["page"].index for address, page in empty.views(standing_pages).items()} == expected
    assert {sheet.address: sheet.indexed for sheet in standing_pages(empty.desk)} == expected


def test_digest_without_entries_has_its_pages(empty: Made) -> None:
    """A digest that has no entry yet has a home page without lists, and an empty archive."""
    home = empty.views(home_page)["/"]
    assert (home["latest"], home["edition"], home["total"]) == ((), None, 0)
    assert empty.views(archive_pages)["/archive/"]["years"] == {}


@pytest.fixture
def empty() -> Made:
    """A digest without entries."""
    return made({"content/articles/2025-04-09-baku.md": None})
