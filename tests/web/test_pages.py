import gzip
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.web.checks import BuiltSite, axe_faults, clipped, console_faults, overflow, spread
from tests.web.conftest import DESKTOP, Visit
from tests.web.server import Served

pytestmark = [pytest.mark.browser, pytest.mark.npm]

ENTRY, NOWHERE = "/2025/04/azerbaijan-talks/", "/no/such/page/"
SAMPLE = {
    "home": "/",
    "entry": ENTRY,
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
    """A page says nothing on the console and asks no other host for anything, and axe finds nothing by day or by night.

    At 320 pixels it does not scroll sideways and hides nothing, however its text is spaced; nor does it at 640 with
    text of twice the size.
    """
    shown_by_day(kind, window)
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert console_faults(window) == (expected if kind.endswith(NOWHERE) else [])
    assert {urlsplit(request.url).hostname for request in window.requests()} == {urlsplit(kind).hostname}
    assert axe_faults(window) == []
    window.emulate_media(color_scheme="dark")
    assert axe_faults(window) == []
    window.set_viewport_size({"width": 320, "height": 640})
    assert overflow(window) == 0
    spread(window)
    assert (overflow(window), clipped(window)) == (0, [])
    window.evaluate("() => { document.adoptedStyleSheets = [] }")
    window.set_viewport_size({"width": 640, "height": 800})
    window.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    assert (overflow(window), clipped(window)) == (0, [])


def shown_by_day(url: str, window: Page) -> None:
    """Open a page as on a desktop in daylight, and wait for its search, if it has a query, to answer."""
    window.clear_console_messages()
    window.clear_page_errors()
    window.set_viewport_size(DESKTOP)
    window.emulate_media(color_scheme="light")
    window.goto(url)
    if "?q=" in url:
        expect(window.get_by_role("status")).to_contain_text("result")


def test_every_kind_of_page_is_seen(sample_site: BuiltSite) -> None:
    """The list above has a page of every kind that templates make, so that a new kind is checked too."""
    seen = {kind_of(page) for address, page in sample_site.pages.items() if address in (*SAMPLE.values(), "/404.html")}
    assert {kind_of(page) for page in sample_site.pages.values()} == seen


def kind_of(page: BeautifulSoup) -> str:
    """What a page's body says that it is."""
    assert page.body is not None
    return " ".join(page.body["class"])


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


def test_edition_on_paper_is_whole(sample: Served, visit: Visit) -> None:
    """On paper an edition has its entries with their sources, and explains its terms; its table of contents goes."""
    page = visit(sample.url + SAMPLE["edition"])
    page.emulate_media(media="print")
    expect(page.locator(".whole .prose")).to_have_count(6)
    for shown in (".whole .cited", ".glosses dd"):
        expect(page.locator(shown).first).to_be_visible()
    expect(page.locator(".contents")).to_be_hidden()


@pytest.mark.parametrize("name", ["home", "entry", "story", "glossary"])
def test_focus_is_always_seen(sample: Served, visit: Visit, name: str) -> None:
    """Whoever goes through a page by Tab sees where they are: a ring around what has the focus, and nothing over it."""
    page = visit(sample.url + SAMPLE[name])
    page.keyboard.press("Tab")
    passed = 0
    while page.evaluate("() => document.activeElement !== document.body"):
        if not page.evaluate("() => document.activeElement.matches('a.term')"):
            expect(page.locator("#card")).to_be_hidden()  # that of a term just left stays a moment
        assert page.evaluate(UNSEEN) is None
        passed += 1
        page.keyboard.press("Tab")
    assert passed >= page.locator("a:visible, input:visible").count()


UNSEEN = """() => {
    const part = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(part)
    const { x, y, width, height } = part.getClientRects()[0]
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    const ringed = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    return ringed && (part.contains(top) || top?.contains(part)) ? null : part.outerHTML
}"""


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


@pytest.mark.parametrize(
    ("site", "name"), [("sample", "entry"), ("odd", "entry with everything"), ("rtl", "entry with everything")]
)
def test_entry_is_light(request: pytest.FixtureRequest, visit: Visit, site: str, name: str) -> None:
    """An entry is at most four requests, its picture aside, and 14 KB of HTML, CSS and JavaScript as they are sent."""
    served: Served = request.getfixturevalue(site)
    requests = [
        request for request in visit(served.url + ADDRESSES[site][name]).requests() if "/pictures/" not in request.url
    ]
    assert len(requests) <= 4
    texts = [request.response() for request in requests if not request.url.endswith(".svg")]
    assert sum(len(gzip.compress(text.body(), 9)) for text in texts if text) <= 14 * 1024


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
