from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.web.conftest import DESKTOP, NOW, Visit
from tests.web.opened import console_faults
from tests.web.server import Served

pytestmark = [pytest.mark.browser, pytest.mark.npm]

ENTRY = "/2025/04/katz-warns-al-sharaa/"
TELEPHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
REST = 250  # milliseconds that a pointer rests on a term before its card opens


@pytest.fixture(scope="module")
def stopped(window: Page) -> Page:
    """A window whose clock stands still."""
    window.clock.install(time=NOW)
    window.clock.pause_at(NOW + timedelta(seconds=1))
    return window


@pytest.fixture
def page(sample: Served, stopped: Page) -> Iterator[Page]:
    """An entry with linked terms, whose clock a test moves by hand; its console stays empty."""
    stopped.set_viewport_size(DESKTOP)
    stopped.mouse.move(1, 1)
    stopped.goto(sample.url + ENTRY)
    yield stopped
    assert console_faults(stopped) == []


@pytest.fixture
def telephone(sample: Served, visit: Visit) -> Page:
    """The same entry on a telephone."""
    return visit(sample.url + ENTRY, **TELEPHONE)


def term(page: Page, slug: str = "hts") -> Locator:
    """A linked term in the text."""
    return page.locator(f"a.term[data-term={slug}]")


def card(page: Page) -> Locator:
    """The card."""
    return page.locator("#card")


def box(locator: Locator) -> FloatRect:
    """Where something stands in the window."""
    found = locator.bounding_box()
    assert found
    return found


def overlap(one: FloatRect, other: FloatRect) -> bool:
    """Whether two boxes share any place."""
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


def pointed(page: Page, slug: str = "hts") -> Locator:
    """The card of a term that the pointer has rested on."""
    term(page, slug).hover()
    page.clock.run_for(REST)
    expect(card(page)).to_be_visible()
    return card(page)


def test_card_opens_when_a_pointer_rests(page: Page) -> None:
    """A card comes once the pointer has rested for a quarter of a second, with the name and the definition."""
    term(page).hover()
    for passing in (100, REST - 100 - 1):
        page.clock.run_for(passing)
        expect(card(page)).to_be_hidden()
    for passing in (1, 450 - REST):
        page.clock.run_for(passing)
        expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("HTS")
    expect(card(page)).to_contain_text("Hay’at Tahrir al-Sham")
    expect(card(page)).to_contain_text(page.locator("#t-hts").inner_text())


def test_passing_over_a_term_opens_nothing(page: Page) -> None:
    """A pointer that only passes leaves the page quiet."""
    term(page).hover()
    page.clock.run_for(REST - 50)
    page.mouse.move(1, 1)
    page.clock.run_for(2 * REST)
    expect(card(page)).to_be_hidden()


def test_pointer_may_move_onto_the_card(page: Page) -> None:
    """A card stays while the pointer is on it, and goes once it has left both."""
    pointed(page).hover()
    page.clock.run_for(4 * REST)
    expect(card(page)).to_be_visible()
    page.mouse.move(1, 1)
    page.clock.run_for(REST)
    expect(card(page)).to_be_hidden()


def test_card_opens_at_once_for_the_keyboard(page: Page) -> None:
    """Tab opens a term's card, Escape closes it and stays on the term, and Tab goes on to the next term."""
    slugs = page.locator("a.term").evaluate_all("links => links.map(link => link.dataset.term)")
    page.locator(".note a, .kicker a").last.focus()
    page.keyboard.press("Tab")
    expect(term(page, slugs[0])).to_be_focused()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(term(page, slugs[0])).to_be_focused()
    page.keyboard.press("Tab")
    expect(term(page, slugs[1])).to_be_focused()
    expect(card(page)).to_contain_text(page.locator(f"#t-{slugs[1]}").inner_text())


def test_escape_closes_a_card_under_the_pointer(page: Page) -> None:
    """Escape works without moving the pointer, and the card does not come back by itself."""
    pointed(page)
    page.keyboard.press("Escape")
    page.clock.run_for(4 * REST)
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize(("site", "address"), [("sample", ENTRY), ("rtl", "/2025/04/strikes/")])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", ["start", "center", "end"])
def test_card_never_covers_its_term(
    request: pytest.FixtureRequest, page: Page, site: str, address: str, width: int, place: str
) -> None:
    """Wherever a term stands in the window, its card is whole, inside the window and beside the term."""
    served: Served = request.getfixturevalue(site)
    page.goto(served.url + address)
    page.set_viewport_size({"width": width, "height": 500})
    slugs = page.locator("a.term").evaluate_all("links => links.map(link => link.dataset.term)")
    assert len(slugs) >= 3
    for slug in (slugs[0], slugs[len(slugs) // 2], slugs[-1]):
        scroll(page, slug, place)
        shown = box(pointed(page, slug))
        assert not overlap(shown, box(term(page, slug)))
        assert 0 <= shown["x"] <= width - shown["width"]
        assert 0 <= shown["y"] <= 500 - shown["height"]
        page.keyboard.press("Escape")
        page.mouse.move(1, 1)


def test_card_flips_at_the_bottom_edge(page: Page) -> None:
    """A card stands below its term, and above it where the window ends."""
    page.set_viewport_size({"width": 1280, "height": 500})
    scroll(page, "hts", "start")
    assert box(pointed(page))["y"] > box(term(page))["y"]
    page.keyboard.press("Escape")
    page.mouse.move(1, 1)
    scroll(page, "hts", "end")
    assert box(pointed(page))["y"] < box(term(page))["y"]


def test_card_starts_where_its_term_starts(odd: Served, visit: Visit) -> None:
    """In a text from right to left a card is aligned with the right end of its term."""
    page = visit(odd.url + "/2025/04/arabic/")
    term(page).hover()
    expect(card(page)).to_be_visible()
    shown, link = box(card(page)), box(term(page))
    assert shown["x"] + shown["width"] == pytest.approx(link["x"] + link["width"], abs=1)


def test_card_follows_its_term_and_goes_with_it(page: Page) -> None:
    """A card moves with the text that is scrolled, and closes when its term has left the window."""
    distance = box(pointed(page))["y"] - box(term(page))["y"]
    page.evaluate("""() => new Promise((done) => {
        addEventListener('scroll', done, { once: true })
        scrollBy(0, 40)
    })""")
    assert box(card(page))["y"] - box(term(page))["y"] == pytest.approx(distance)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize("key", [None, "Enter"])
def test_card_is_gone_after_back(sample: Served, visit: Visit, key: str | None) -> None:
    """Whoever follows a term and comes back finds no card open, whether by the pointer or by the keyboard."""
    page = visit(sample.url + ENTRY)
    if key:
        term(page).focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(card(page)).to_be_visible()
        page.keyboard.press(key)
    else:
        term(page).hover()
        expect(card(page)).to_be_visible()
        term(page).click()
        page.mouse.move(1, 1)
    page.wait_for_url("**/glossary/hts/")
    page.go_back(wait_until="commit")  # a page out of the cache does not load again
    expect(page).to_have_url(sample.url + ENTRY)
    page.wait_for_timeout(2 * REST)
    expect(card(page)).to_be_hidden()


def test_tap_opens_a_sheet(telephone: Page) -> None:
    """A tap opens a sheet at the bottom edge and leads nowhere; a term that it would cover is moved above it."""
    address = telephone.url
    scroll(telephone, "hts", "end")
    term(telephone).tap()
    expect(telephone.get_by_role("dialog", name="HTS")).to_be_visible()
    expect(card(telephone)).to_contain_text(telephone.locator("#t-hts").inner_text())
    telephone.wait_for_timeout(300)  # it rises
    assert telephone.url == address
    shown = box(card(telephone))
    assert shown["x"] == 0
    assert shown["width"] == 390
    assert shown["y"] + shown["height"] == pytest.approx(844, abs=1)
    assert not overlap(shown, box(term(telephone)))


def test_sheet_leads_to_the_term(telephone: Page) -> None:
    """The sheet has a link to the term's page."""
    term(telephone).tap()
    telephone.get_by_role("link", name="More about HTS").tap()
    telephone.wait_for_url("**/glossary/hts/")


@pytest.mark.parametrize("way", ["button", "outside", "escape"])
def test_sheet_can_be_closed(telephone: Page, way: str) -> None:
    """A sheet goes with its button, a tap elsewhere or Escape; the focus is on its term again and opens nothing."""
    term(telephone).tap()
    expect(card(telephone)).to_be_focused()
    if way == "button":
        telephone.get_by_role("button", name="Close").tap()
    elif way == "outside":
        telephone.touchscreen.tap(4, 100)
    else:
        telephone.keyboard.press("Escape")
    telephone.wait_for_timeout(2 * REST)
    expect(card(telephone)).to_be_hidden()
    if way != "outside":
        expect(term(telephone)).to_be_focused()


def test_keyboard_works_after_a_sheet(telephone: Page) -> None:
    """Once a sheet is closed, coming back to its term by Tab opens the card beside it."""
    term(telephone).tap()
    telephone.keyboard.press("Escape")
    telephone.keyboard.press("Tab")
    telephone.keyboard.press("Shift+Tab")
    expect(telephone.get_by_role("tooltip", name="HTS")).to_be_visible()


def test_another_tap_shows_another_term(telephone: Page) -> None:
    """A tap on a second term puts its definition into the sheet."""
    term(telephone).tap()
    term(telephone, "t4-air-base").tap()
    expect(telephone.get_by_role("dialog", name="T4")).to_be_visible()
    expect(card(telephone)).to_contain_text(telephone.locator("#t-t4-air-base").inner_text())


def scroll(page: Page, slug: str, place: str) -> None:
    """Bring a term to the start, the middle or the end of the window."""
    term(page, slug).evaluate("(link, block) => link.scrollIntoView({ block })", place)
