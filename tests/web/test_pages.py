import gzip
import re
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.web.checks import REFERENCES, BuiltSite
from tests.web.conftest import DESKTOP, Visit
from tests.web.opened import (
    COLOURS,
    axe_faults,
    clipped,
    console_faults,
    enlarge,
    foreign_requests,
    motions,
    overflow,
    pale_drawings,
    paper_faults,
    restore,
    spread,
    unseen_stops,
    weight_faults,
)
from tests.web.server import Served

pytestmark = [pytest.mark.browser, pytest.mark.npm]

ENTRY, NOWHERE = "/2025/04/azerbaijan-talks/", "/no/such/page/"
SAMPLE = {
    "home": "/",
    "entry": ENTRY,
    "old entry": "/2024/12/fall-of-assad/",
    "themes": "/themes/",
    "theme": "/themes/diplomacy/",
    "stories": "/stories/",
    "story": "/stories/israel-turkey-syria/",
    "glossary": "/glossary/",
    "term": "/glossary/hts/",
    "editions": "/editions/",
    "edition": "/editions/2025-W15/",
    "archive": "/archive/",
    "month": "/2025/04/",
    "sources": "/sources/",
    "source": "/sources/rudaw/",
    "corrections": "/corrections/",
    "about": "/about/",
    "search": "/search/",
    "results": "/search/?q=Jolani",
    "not found": NOWHERE,
}
ODD = {
    "entry with everything": "/2025/04/everything/",
    "Arabic entry": "/2025/04/arabic/",
    "entry without terms": "/2025/01/bare/",
    "second page of a theme": "/themes/security/page/2/",
    "second page of a term": "/glossary/t4-air-base/page/2/",
    "term with a native name": "/glossary/sirnak/",
    "home": "/",
    "edition": "/editions/2025-W15/",
    "corrections": "/corrections/",
}
RTL = {
    "home": "/",
    "entry with everything": "/2025/04/strikes/",
    "theme": "/themes/security/",
    "story": "/stories/skies/",
    "glossary": "/glossary/",
    "term": "/glossary/t4/",
    "term that nothing mentions": "/glossary/baku/",
    "term in another language": "/glossary/hakan-fidan/",
    "edition": "/editions/2025-W15/",
    "archive": "/archive/",
    "sources": "/sources/",
    "corrections": "/corrections/",
    "search": "/search/",
}
ADDRESSES = {"sample": SAMPLE, "odd": ODD, "rtl": RTL}
KINDS = [(site, name) for site, names in ADDRESSES.items() for name in names]


@pytest.fixture
def kind(request: pytest.FixtureRequest) -> str:
    """The address of one kind of page, served; its parameter is a site and a name."""
    site, name = request.param
    served: Served = request.getfixturevalue(site)
    return served.url + ADDRESSES[site][name]


@pytest.mark.parametrize("kind", KINDS, indirect=True, ids=[f"{site}: {name}" for site, name in KINDS])
def test_page_is_sound(kind: str, window: Page) -> None:
    """A page says nothing on the console and asks no other host for anything, and axe finds nothing.

    Its colours are sound by night too, and where they are the system's own. Nothing moves for readers who want that.
    At 320 pixels and with text of twice its size it does not scroll sideways and hides nothing, however its text is
    spaced. On paper it has no navigation.
    """
    shown_by_day(kind, window)
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert console_faults(window) == (expected if kind.endswith(NOWHERE) else [])
    assert foreign_requests(window) == []
    assert axe_faults(window) == []
    assert colour_faults(window) == []
    assert room_faults(window) == []
    window.emulate_media(media="print", color_scheme="dark")
    assert paper_faults(window) == []


def colour_faults(page: Page) -> list[str]:
    """What is wrong with an open page by night, in forced colours, and for those who want nothing to move."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found = [*axe_faults(page, *COLOURS), *motions(page)]
    page.emulate_media(forced_colors="active")
    found += [*axe_faults(page, *COLOURS), *pale_drawings(page)]
    page.emulate_media(forced_colors="none")
    return found


def room_faults(page: Page) -> list[str]:
    """What does not fit into an open page: on the smallest telephone as it is and spaced, and at twice the size."""
    found = []
    for width, changed in ((320, restore), (320, spread), (390, enlarge), (1280, enlarge)):
        page.set_viewport_size({"width": width, "height": 800})
        changed(page)
        found += [f"{width} {changed.__name__}: {fault}" for fault in (overflow(page), *clipped(page)) if fault]
    restore(page)
    return found


def shown_by_day(url: str, window: Page) -> None:
    """Open a page as on a desktop in daylight, and wait for its search, if it has a query, to answer."""
    window.clear_console_messages()
    window.clear_page_errors()
    window.set_viewport_size(DESKTOP)
    window.emulate_media(media="screen", color_scheme="light")
    window.goto(url)
    if "?q=" in url:
        expect(window.get_by_role("status")).to_contain_text("result")


def test_every_kind_of_page_is_seen(request: pytest.FixtureRequest) -> None:
    """The lists above have every kind of page, and every part that any page has: what is new is checked too."""
    seen, made = set(), set()
    for name, addresses in ADDRESSES.items():
        site: BuiltSite = request.getfixturevalue(f"{name}_site")
        made |= {part for page in site.pages.values() if kind_of(page) for part in parts(page)}
        for address in addresses.values():
            path = urlsplit(address).path
            seen |= parts(site.pages[site.root + ("404.html" if path == NOWHERE else path[1:])])
    assert made - seen == set()


def kind_of(page: BeautifulSoup) -> str:
    """What a page's body says that it is; a redirect, which shows nothing, says nothing."""
    assert page.body is not None
    return " ".join(page.body.get("class") or ())


def parts(page: BeautifulSoup) -> set[str]:
    """What a page is made of: its elements by their classes and by what they say to assistive technology."""
    said = ("role", "dir", *(name for name in REFERENCES if name.startswith("aria-")))
    return {f"{part.name}.{name}" for part in page.find_all(True) for name in part.get("class") or ("",)} | {
        f"{part.name}[{name}]" for name in said for part in page.select(f"[{name}]")
    }


def test_paper_has_definitions_and_sources(sample: Served, visit: Visit) -> None:
    """On paper an entry keeps its text, terms and sources with their addresses, in dark ink; controls go."""
    page = visit(sample.url + ENTRY, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for shown in (".prose", ".terms dd", ".cited", ".timeline"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in (".masthead nav", ".find", "#terms-switch", ".neighbours", ".colophon"):
        expect(page.locator(hidden)).to_be_hidden()
    original = page.locator(".cited a[rel=external]").first
    after = original.evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://rudaw.net/" in after
    ink = page.locator(".prose").evaluate("text => getComputedStyle(text).color")
    assert max(map(int, re.findall(r"\d+", ink)[:3])) < 64


def test_long_box_of_terms_is_printed_whole(sample: Served, visit: Visit) -> None:
    """A list of terms that scrolls on a low screen is whole on paper, also where the sheet is as wide as the screen."""
    page = visit(sample.url + ENTRY)
    page.set_viewport_size({"width": 1280, "height": 300})
    terms = page.locator(".terms dl")
    rest = "list => list.scrollHeight - list.clientHeight"
    assert terms.evaluate(rest) > 100
    page.locator(".terms dt a").last.scroll_into_view_if_needed()
    expect(page.locator("#terms-switch")).to_be_in_viewport()
    page.emulate_media(media="print")
    assert terms.evaluate(rest) == 0


def test_ring_in_the_box_of_terms_is_whole(sample: Served, visit: Visit) -> None:
    """The list of terms scrolls, and yet has room for the ring around a link with the focus."""
    page = visit(sample.url + ENTRY)
    for link in page.locator(".terms dt a").all():
        outer, inner = page.locator(".terms dl").bounding_box(), link.bounding_box()
        assert outer
        assert inner
        assert outer["x"] <= inner["x"] - 5
        assert inner["x"] + inner["width"] + 5 <= outer["x"] + outer["width"]


def test_edition_on_paper_is_whole(sample: Served, visit: Visit) -> None:
    """On paper an edition has its entries with their sources, and explains its terms; its table of contents goes."""
    page = visit(sample.url + SAMPLE["edition"])
    page.emulate_media(media="print")
    expect(page.locator(".whole .prose")).to_have_count(6)
    for shown in (".whole .cited", ".glosses dd"):
        expect(page.locator(shown).first).to_be_visible()
    expect(page.locator(".contents")).to_be_hidden()


@pytest.mark.parametrize(
    ("site", "name"),
    [
        *(("sample", name) for name in ("home", "entry", "story", "glossary")),
        ("rtl", "entry with everything"),
    ],
)
def test_focus_is_always_seen(request: pytest.FixtureRequest, visit: Visit, site: str, name: str) -> None:
    """Whoever goes through a page by Tab sees where they are: a ring around what has the focus, and nothing over it."""
    served: Served = request.getfixturevalue(site)
    page = visit(served.url + ADDRESSES[site][name])
    stops, unseen = unseen_stops(page)
    assert unseen == []
    assert stops >= page.locator("a:visible, input:visible").count()


@pytest.mark.parametrize(("site", "name"), [("sample", "entry"), ("rtl", "entry with everything")])
def test_card_and_sheet_are_sound(request: pytest.FixtureRequest, visit: Visit, site: str, name: str) -> None:
    """Axe finds nothing on a telephone with a card open, nor with a sheet, which a tap opens and leads nowhere else."""
    served: Served = request.getfixturevalue(site)
    page = visit(served.url + ADDRESSES[site][name], viewport={"width": 390, "height": 844}, has_touch=True)
    page.emulate_media(reduced_motion="reduce")
    term = page.locator("a.term").first
    for shows, role in ((term.focus, "tooltip"), (term.tap, "dialog")):
        shows()
        expect(page.locator(f"#card[role={role}]")).to_be_visible()
        assert axe_faults(page) == []
        assert colour_faults(page) == []
        page.emulate_media(color_scheme="light")
        assert (overflow(page), page.url) == (0, served.url + ADDRESSES[site][name])
    page.emulate_media(media="print")
    assert paper_faults(page) == []


def test_motion_is_only_for_those_who_like_it(sample: Served, visit: Visit) -> None:
    """The card appears with a short movement, and without one for readers who have asked for less."""
    for preference, moves in (("no-preference", True), ("reduce", False)):
        page = visit(sample.url + ENTRY, reduced_motion=preference)
        page.evaluate("() => addEventListener('animationstart', () => { window.moved = true })")
        page.locator("a.term").first.focus()
        expect(page.locator("#card")).to_be_visible()
        page.wait_for_timeout(100)
        assert bool(page.evaluate("() => window.moved")) == moves


def test_forced_colours_keep_the_edges(sample: Served, visit: Visit) -> None:
    """With colours of the system's own the card and notes have edges, and a chart's bars the colour of text."""
    page = visit(sample.url + ENTRY, forced_colors="active")
    page.locator("a.term").first.focus()
    for part in ("#card", ".note"):
        assert page.locator(part).evaluate("part => getComputedStyle(part).borderBlockStartStyle") == "solid"
    assert axe_faults(page) == []
    page.goto(sample.url + "/glossary/t4-air-base/")
    fill, ink = page.locator(".chart path").evaluate(
        "path => [getComputedStyle(path).fill, getComputedStyle(document.body).color]"
    )
    assert fill == ink


def test_arabic_page_is_mirrored(odd: Served, visit: Visit) -> None:
    """An entry in Arabic runs from right to left, and its box stands at the left; English definitions in it do not."""
    page = visit(f"{odd.url}{ODD['Arabic entry']}")
    text, box = page.locator(".prose").bounding_box(), page.locator(".terms").bounding_box()
    assert text
    assert box
    assert box["x"] + box["width"] < text["x"]
    assert page.locator(".prose").evaluate("text => getComputedStyle(text).direction") == "rtl"
    assert page.locator(".terms").evaluate("box => getComputedStyle(box).direction") == "rtl"
    assert page.locator(".terms dd > bdi").first.evaluate("text => getComputedStyle(text).direction") == "ltr"


@pytest.mark.parametrize("name", ADDRESSES)
def test_entries_are_light(request: pytest.FixtureRequest, visit: Visit, name: str) -> None:
    """Even a site's longest entry is at most four requests, and 14 KB of HTML, CSS and JavaScript as they are sent."""
    site: BuiltSite = request.getfixturevalue(f"{name}_site")
    served: Served = request.getfixturevalue(name)
    entries = [address for address, page in site.pages.items() if kind_of(page) == "page-entry"]
    longest = max(entries, key=lambda address: len(gzip.compress(site.source(address))))
    assert weight_faults(visit(urljoin(served.url, longest))) == []


def test_report_of_an_error_begins_a_letter(odd: Served, visit: Visit) -> None:
    """The links to report an error are letters to the editor that begin with the page's title and address."""
    page = visit(odd.url + ODD["Arabic entry"])
    links = page.locator("a[href^=mailto]")
    expect(links).to_have_count(2)
    for link in links.all():
        letter = urlsplit(link.get_attribute("href") or "")
        fields = parse_qs(letter.query)
        assert (letter.scheme, letter.path) == ("mailto", "editor@example.org")
        assert fields["subject"] == [f"{link.inner_text()}: {page.locator('h1').inner_text()}"]
        assert fields["body"][0].strip() == page.locator("link[rel=canonical]").get_attribute("href")


def test_corrected_entry_says_so_above_its_text(odd: Served, visit: Visit) -> None:
    """The day of the last correction stands under the headline and leads to what was corrected."""
    page = visit(odd.url + ODD["entry with everything"])
    page.locator(".head").get_by_role("link", name=re.compile("^corrected")).click()
    expect(page).to_have_url(re.compile("#corrections-h$"))
    expect(page.get_by_role("heading", name="Corrections")).to_be_in_viewport()
