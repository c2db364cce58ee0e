from itertools import chain

from digest.render.entry_page import alias_pages, entry_pages
from digest.render.views import EntryView, Sheet
from tests.sites import Files, article, desk, term


def sheets(given: Files) -> dict[str, Sheet]:
    """The pages of entries by address."""
    return {sheet.address: sheet for sheet in chain(entry_pages(desk(given)), alias_pages(desk(given)))}


def view(given: Files, address: str = "/2025/04/a/") -> EntryView:
    """The view of an entry."""
    found = sheets(given)[address].context["entry"]
    assert isinstance(found, EntryView)
    return found


def test_terms_are_those_that_are_linked() -> None:
    """The box beside an entry holds the linked terms in their order; the search finds it by mentioned ones too."""
    given = {
        "content/site.yaml": "title: Brief\nbase_url: https://example.org/\nglossary: {density: 0}\n",
        "content/glossary/t4.md": term("T4", "name: Tiyas\nmatch: {link: never}"),
        "content/glossary/homs.md": term("Homs"),
        "content/articles/a.md": article("A", body="Homs, T4 and HTS; Homs."),
    }
    entry = view(given)
    assert [card.slug for card in entry.terms] == ["homs", "hts"]
    assert "Tiyas" in entry.aliases


def test_story_shows_the_parts_around_an_entry() -> None:
    """Beside an entry stand the four parts before it and the two after, and how many there are."""
    parts = {f"content/articles/p{n}.md": article(f"P{n}", f"2025-04-{10 + n}", keys="story: talks") for n in range(9)}
    story = view(parts, "/2025/04/p4/").story
    assert story is not None
    assert [part.title for part in story.parts] == ["P0", "P1", "P2", "P3", "P4", "P5", "P6"]
    assert [part.title for part in story.parts if part.current] == ["P4"]
    assert (story.href, story.total) == ("/stories/talks/", 10)


def test_neighbours_are_those_of_the_first_theme() -> None:
    """An entry leads to the entries before and after it in its first theme."""
    other = {"content/themes/security.md": "---\ntitle: Security\n---\n"}
    entry = view(
        {
            **other,
            "content/articles/a.md": article("A", "2025-04-12", keys="themes: [security, diplomacy]"),
            "content/articles/b.md": article("B", "2025-04-11"),
            "content/articles/c.md": article("C", "2025-04-13", keys="themes: [security]"),
        }
    )
    assert entry.earlier is None
    assert entry.later is not None
    assert entry.later.href == "/2025/04/c/"


def test_only_another_language_is_marked() -> None:
    """A text in another language than the site's has its language and direction; the site's own has neither."""
    given = {
        "content/articles/a.md": article("A", keys="lang: ar"),
        "content/articles/b.md": article("B", keys="lang: en"),
    }
    assert (view(given).lang, view(given).dir) == ("ar", "rtl")
    assert (view(given, "/2025/04/b/").lang, view(given, "/2025/04/b/").dir) == ("", "")


def test_old_addresses_lead_to_the_entry() -> None:
    """Each alias is a page that sends readers on and asks search engines to forget it."""
    made = sheets({"content/articles/a.md": article("A", keys="aliases: [/old/, /older/a.html]")})
    for address in ("/old/", "/older/a.html"):
        context = made[address].context
        assert (made[address].template, context["target"]) == ("redirect.html", "/2025/04/a/")
        assert (context["page"].url, context["page"].index) == ("https://example.org/2025/04/a/", False)


def test_minutes_are_at_least_one() -> None:
    """The time to read an entry is its words at 230 a minute, never none."""
    long = article("B", body="word " * 700)
    given = {"content/articles/a.md": article("A"), "content/articles/b.md": long}
    assert (view(given).minutes, view(given, "/2025/04/b/").minutes) == (1, 3)
