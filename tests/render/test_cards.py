from dataclasses import replace
from datetime import date

import pytest

from digest.render.views import Share
from tests.sites import article, desk, term

SITE = "content/site.yaml"
HTS = "content/glossary/hts.md"


def site(more: str) -> dict[str, str]:
    """The settings of a site, with more lines."""
    return {SITE: f"title: Brief\nbase_url: https://example.org/news/\n{more}\n"}


def test_navigation_has_sections_and_pages() -> None:
    """The navigation is what site.yaml lists: sections by the interface's words, pages by their titles."""
    links = desk(site("navigation: [about, themes, editions]")).site.navigation
    expected = [("About", "/news/about/"), ("Themes", "/news/themes/"), ("Editions", "/news/editions/")]
    assert expected == [(link.text, link.href) for link in links]


@pytest.mark.parametrize(
    ("count", "size", "expected"),
    [
        (0, 2, [("/x/", 0, "", "")]),
        (2, 2, [("/x/", 2, "", "")]),
        (
            5,
            2,
            [("/x/", 2, "", "/x/page/2/"), ("/x/page/2/", 2, "/x/", "/x/page/3/"), ("/x/page/3/", 1, "/x/page/2/", "")],
        ),
    ],
)
def test_list_is_cut_into_pages(count: int, size: int, expected: list[tuple[str, int, str, str]]) -> None:
    """A list has as many pages as it needs, and one where it is empty; each leads to those beside it."""
    made = desk({SITE: f"title: Brief\nbase_url: https://example.org/\npage_size: {size}\n"}).paged("/x/", range(count))
    assert expected == [(address, len(items), pager.previous, pager.next) for address, items, pager in made]


@pytest.mark.parametrize(
    ("day", "short", "note"),
    [
        (date(2025, 1, 1), "The group that holds Idlib.", "It became the army."),
        (date(2025, 1, 29), "The group that holds Idlib.", "It became the army."),
        (date(2025, 1, 30), "What remains of it.", ""),
    ],
)
def test_term_is_as_it_was_on_the_entrys_day(day: date, short: str, note: str) -> None:
    """An entry shows the definition that held on its day, and what has changed since."""
    valid = "valid: [{until: 2025-01-29, note: It became the army., definition: The group that holds Idlib.}]"
    card = desk({HTS: term("HTS", valid, "What remains of it.")}).term_card("hts", day)
    assert (card.short, card.note, card.href) == (short, note, "/glossary/hts/")


CHANGES = """valid:
  - {from: 2017-01-28, until: 2017-12-31, note: It took Idlib., definition: A new union.}
  - {from: 2019-01-01, until: 2025-01-29, note: Declared dissolved}
  - {from: 2025-03-01, note: Its men joined the army., definition: What remains of it.}
"""


@pytest.mark.parametrize(
    ("day", "short", "note"),
    [
        (date(2017, 1, 27), "A group.", "It took Idlib. Declared dissolved; Its men joined the army."),
        (date(2017, 1, 28), "A new union.", "It took Idlib. Declared dissolved; Its men joined the army."),
        (date(2017, 12, 31), "A new union.", "It took Idlib. Declared dissolved; Its men joined the army."),
        (date(2018, 1, 1), "A group.", "Declared dissolved; Its men joined the army."),
        (date(2018, 12, 31), "A group.", "Declared dissolved; Its men joined the army."),
        (date(2019, 1, 1), "A group.", "Declared dissolved; Its men joined the army."),
        (date(2025, 1, 29), "A group.", "Declared dissolved; Its men joined the army."),
        (date(2025, 1, 30), "A group.", "Its men joined the army."),
        (date(2025, 2, 28), "A group.", "Its men joined the army."),
        (date(2025, 3, 1), "What remains of it.", "Its men joined the army."),
        (date(2125, 3, 1), "What remains of it.", "Its men joined the army."),
    ],
)
def test_every_later_change_is_told(day: date, short: str, note: str) -> None:
    """An entry shows what held on its day, and then the notes of that time and of all later ones, in order.

    Between two periods, before all and in a period without words of its own, the term's own definition holds.
    """
    card = desk({HTS: term("HTS", CHANGES, "A group.")}).term_card("hts", day)
    assert (card.short, card.note) == (short, note)


def test_card_tells_what_a_list_needs() -> None:
    """A card has the entry's themes as links, each source once, its language, and whether it was corrected."""
    keys = "sources: [{name: Sana}, {name: Sana}, {name: Rudaw}]\nlang: ar\ncorrections: [{date: 2025-04-11, note: x}]"
    made = desk({"content/articles/a.md": article("A", keys=keys)})
    card = made.card(made.digest.entries[0])
    assert (card.href, card.sources, card.lang, card.corrected) == ("/2025/04/a/", ("Sana", "Rudaw"), "ar", True)
    assert [(link.text, link.href) for link in card.themes] == [("Diplomacy", "/themes/diplomacy/")]


def test_head_tells_the_language_of_the_site() -> None:
    """Pages that are of no entry tell other sites the site's language, with a territory."""
    given = {"content/site.yaml": "title: Brief\nbase_url: https://example.org/\nlanguage: tr\n"}
    assert desk(given).meta("/themes/", "x", "themes").locale == "tr_TR"


def test_page_without_a_share_image_has_the_site_s() -> None:
    """A page has its own share image, else that of the site, as a whole URL with what it says; or none is drawn."""
    drawn = {"/": ("/assets/share/1.png", "Brief"), "/2025/04/baku/": ("/assets/share/2.png", "Talks")}
    page = replace(desk(), shares=drawn)
    assert page.meta("/2025/04/baku/", "x", "entry").share == Share(
        "https://example.org/assets/share/2.png", "Talks", 1200, 630
    )
    assert page.meta("/themes/", "x", "themes").share == Share(
        "https://example.org/assets/share/1.png", "Brief", 1200, 630
    )
    assert desk().meta("/themes/", "x", "themes").share is None
