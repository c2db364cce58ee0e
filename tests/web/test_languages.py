import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Locator, Page, expect

from digest.render.words import Words, direction
from tests.web.checks import BuiltSite
from tests.web.conftest import Visit
from tests.web.opened import axe_faults, console_faults, overflow
from tests.web.server import Served

pytestmark = [pytest.mark.browser, pytest.mark.npm]

ENTRY, ENGLISH = "/2025/04/strikes/", "/2025/04/katz-warns/"
TURKISH, SORANI = "/2025/04/fidan/", "/2025/04/count-of-attacks/"

ARABIC_SCRIPT = {"ar", "ckb", "fa", "ur"}
ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3]")
OF_SORANI = re.compile(r"[ێۆڕڵە]")
PROSE = re.compile(r"(?:[A-Za-zÀ-ɏ][\w’'-]*[ ,]+){3}[A-Za-zÀ-ɏ]")  # four words: names in another script are shorter
OF_UNKNOWN_LANGUAGE = ("bdi:not([lang])", "[dir=auto]", "code")  # names of sources and people, titles of reports


def misspoken(page: BeautifulSoup) -> Iterator[str]:
    """Texts of a page that can't be in the language that it says, and languages without their direction."""
    for element in page.select("[lang]"):
        if element.get("dir") != direction(str(element["lang"])):
            yield f"{element['lang']} from {element.get('dir')}"
    assert page.body
    apart = {id(part) for name in OF_UNKNOWN_LANGUAGE for part in page.select(name)}
    for text in page.body.find_all(string=True):
        above = list(text.parents)
        lang = next(str(part["lang"]) for part in above if part.has_attr("lang")).partition("-")[0]
        if not any(id(part) in apart or part.name == "script" for part in above) and is_foreign(str(text), lang):
            yield f"{lang}: {text.strip()}"


def is_foreign(text: str, lang: str) -> bool:
    """Whether a text can't be of a language."""
    if lang not in ARABIC_SCRIPT:
        return bool(ARABIC.search(text))
    return bool(PROSE.search(text) or (lang == "ar" and OF_SORANI.search(text)))


@pytest.mark.parametrize("site", ["sample_site", "odd_site", "rtl_site"])
def test_every_text_says_its_language(request: pytest.FixtureRequest, site: str) -> None:
    """On no page stands Arabic script, Sorani or a sentence in Latin script that is marked as another language."""
    found: BuiltSite = request.getfixturevalue(site)
    assert {address: faults for address, page in found.pages.items() if (faults := list(misspoken(page)))} == {}


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<html lang="en" dir="ltr"><p>نص</p>', ["en: نص"]),
        ('<html lang="ar" dir="rtl"><p>He said it again', ["ar: He said it again"]),
        ('<html lang="ar" dir="rtl"><p>ڕۆژ</p>', ["ar: ڕۆژ"]),
        ('<html lang="ar" dir="rtl"><p lang="en">He said it again', ["en from None"]),
        ('<html lang="ar" dir="rtl"><p lang="en" dir="ltr">He said it again</p><bdi>The Port of Mersin</bdi>نص', []),
    ],
)
def test_text_in_a_language_unsaid_is_found(html: str, told: list[str]) -> None:
    """The check above finds each kind of fault, and nothing in a page that is sound."""
    assert list(misspoken(BeautifulSoup(html, "lxml"))) == told


@pytest.mark.parametrize(
    ("address", "frame", "words"),
    [
        (ENTRY, ("ar", "rtl"), "في هذا الخبر"),
        (ENGLISH, ("en", "ltr"), "In this story"),
        (TURKISH, ("tr", "ltr"), "Bu haberde"),
        (SORANI, ("ckb", "rtl"), "لەم هەواڵەدا"),
    ],
)
def test_page_speaks_its_entrys_language(
    rtl: Served, window: Page, address: str, frame: tuple[str, str], words: str
) -> None:
    """The page of an entry has its language, direction and words; it is sound, and not wider than a small telephone."""
    window.clear_console_messages()
    window.set_viewport_size({"width": 1280, "height": 800})
    window.goto(rtl.url + address)
    page = window.locator("html")
    assert (page.get_attribute("lang"), page.get_attribute("dir")) == frame
    expect(window.locator("#terms-h")).to_have_text(words)
    assert (axe_faults(window), console_faults(window)) == ([], [])
    window.set_viewport_size({"width": 320, "height": 640})
    assert overflow(window) == 0


def box(part: Locator) -> tuple[float, float]:
    """Where a part of a page begins and ends, from the left."""
    found = part.bounding_box()
    assert found
    return found["x"], found["x"] + found["width"]


def test_layout_is_mirrored(rtl: Served, visit: Visit) -> None:
    """From right to left stand the brand, the navigation and the search; the box is left of the text.

    A timeline's line and a note's edge are at the right.
    """
    page = visit(rtl.url + ENTRY)
    brand, navigation, search = (box(page.locator(part)) for part in (".brand", ".masthead ul", ".find"))
    assert search[1] < navigation[0]
    assert navigation[1] <= brand[0]
    assert brand[1] == pytest.approx(box(page.locator("h1"))[1], abs=1)
    assert box(page.locator(".terms"))[1] < box(page.locator(".prose"))[0]
    for part in (".timeline", ".note"):
        widths = page.locator(part).evaluate(
            "part => [getComputedStyle(part).borderLeftWidth, getComputedStyle(part).borderRightWidth].map(parseFloat)"
        )
        assert widths[0] == 0 < widths[1]
    page.goto(rtl.url + ENGLISH)
    assert box(page.locator(".brand"))[1] < box(page.locator(".find"))[0]
    assert box(page.locator(".prose"))[1] < box(page.locator(".terms"))[0]


def test_headline_in_another_language_stands_with_the_rest(rtl: Served, visit: Visit) -> None:
    """A term whose name is English begins at the right of an Arabic page, under its kicker."""
    page = visit(f"{rtl.url}/glossary/afp/")
    headline = page.locator("h1")
    assert (headline.get_attribute("dir"), headline.evaluate("h => getComputedStyle(h).textAlign")) == ("ltr", "right")


@pytest.mark.parametrize("width", [320, 1280])
def test_card_begins_at_the_right(rtl: Served, visit: Visit, width: int) -> None:
    """A card begins at the right edge of its term, if it has room there, and always stays in the window."""
    page = visit(rtl.url + ENTRY, viewport={"width": width, "height": 800})
    for term in page.locator("a.term").all():
        term.focus()
        card, link = box(page.locator("#card")), box(term)
        assert card[0] >= 0
        assert card[1] <= width
        if link[1] - (card[1] - card[0]) >= 8:
            assert card[1] == pytest.approx(link[1], abs=1)


def test_card_says_its_language(odd: Served, visit: Visit) -> None:
    """On an Arabic page of an English digest a card is Arabic, with a name and a definition that are marked English."""
    page = visit(f"{odd.url}/2025/04/arabic/")
    page.locator("a.term").first.focus()
    for part in ("strong", "p"):
        marked = page.locator(f"#card {part} > bdi")
        expect(marked).to_have_attribute("lang", "en")
        expect(marked).to_have_attribute("dir", "ltr")
    assert page.locator("#card").evaluate("card => getComputedStyle(card).direction") == "rtl"


@pytest.mark.parametrize(
    ("address", "year", "age"),
    [
        (ENTRY, 2026, "مضت سنة على هذه المادة."),
        (ENTRY, 2027, "مضت سنتان على هذه المادة."),
        (ENTRY, 2028, "مضت 3 سنوات على هذه المادة."),
        (TURKISH, 2028, "Bu haber 3 yıllık."),
        (SORANI, 2028, "ئەم هەواڵە هی 3 ساڵ لەمەوبەرە."),
    ],
)
def test_age_is_in_the_catalogues_words(rtl: Served, visit: Visit, address: str, year: int, age: str) -> None:
    """The age of an entry has the plural forms of its language, also where the browser does not know that."""
    page = visit("about:blank")
    page.clock.set_fixed_time(f"{year}-06-01T00:00:00Z")
    page.goto(rtl.url + address)
    expect(page.locator(".age")).to_have_text(age)


def test_arabic_script_is_set_as_it_is_written(rtl: Served, visit: Visit) -> None:
    """Arabic script has no gaps between its letters, no capitals and no italics, and more air between its lines."""
    page = visit(rtl.url + ENTRY)
    look = """part => {
        const { letterSpacing, textTransform, fontStyle, lineHeight, fontSize } = getComputedStyle(part)
        return [letterSpacing, textTransform, fontStyle, parseFloat(lineHeight) / parseFloat(fontSize)]
    }"""
    for part, least in (("h1", 1.4), (".label", 1.4), (".prose p", 1.75), (".note em", 1.4), ("#terms-h", 1.4)):
        spacing, case, style, height = page.locator(part).first.evaluate(look)
        assert (spacing, case, style) in {("normal", "none", "normal"), ("0px", "none", "normal")}, part
        assert height >= least - 0.01, part


def test_address_keeps_its_order(rtl: Served, visit: Visit) -> None:
    """An address and code in Arabic text run from left to right: the slash that ends them stands at their right."""
    page = visit(rtl.url + ENTRY)
    right = """part => {
        const range = document.createRange(), text = part.firstChild, end = text.length
        const edges = [[0, 1], [end - 1, end]].map(([from, to]) => {
            range.setStart(text, from)
            range.setEnd(text, to)
            return range.getBoundingClientRect().left
        })
        return edges[0] < edges[1]
    }"""
    for part in (".prose a[href='https://rudaw.net/']", ".prose code"):
        assert page.locator(part).evaluate(right), part


@pytest.mark.parametrize("lang", ["en", "ar", "ar-IQ", "tr", "ckb"])
def test_scripts_write_numbers_as_pages_do(rtl: Served, window: Page, lang: str) -> None:
    """A browser that is asked for the digits of dates, and else for English, writes numbers as the build does."""
    window.goto(rtl.url + ENTRY)
    script = "lang => new Intl.NumberFormat([lang, 'en'], { numberingSystem: 'latn' }).format(12345)"
    written = window.evaluate(script, lang)
    assert written == Words(lang, {"en": {}}).number(12345)
