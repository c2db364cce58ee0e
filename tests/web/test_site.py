import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Visit
from tests.web.opened import console_faults
from tests.web.server import Served

pytestmark = [pytest.mark.browser, pytest.mark.npm]

ENTRY = "/2025/04/azerbaijan-talks/"  # of 9 April 2025


@pytest.fixture
def page(sample: Served, window: Page) -> Iterator[Page]:
    """An entry with linked terms; what a test has chosen there is forgotten after it."""
    window.goto(sample.url + ENTRY)
    yield window
    window.evaluate("() => localStorage.clear()")


def terms_off(page: Page) -> bool:
    """Whether the text shows no term links."""
    decoration = page.locator("a.term").first.evaluate("link => getComputedStyle(link).textDecorationLine")
    return bool(decoration == "none")


def test_switch_hides_the_term_links(page: Page) -> None:
    """One click turns the links into plain text that neither pointer nor Tab stops at; another brings them back."""
    button = page.locator("#terms-switch")
    assert not terms_off(page)
    button.click()
    assert terms_off(page)
    expect(button).to_have_text("Show term links")
    expect(page.locator(".prose a.term:not([tabindex='-1'])")).to_have_count(0)
    box = page.locator("a.term").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.wait_for_timeout(500)
    expect(page.locator("#card")).to_be_hidden()
    button.click()
    assert not terms_off(page)
    expect(button).to_have_text("Hide term links")


def test_switch_is_remembered_without_a_flash(sample: Served, visit: Visit) -> None:
    """The choice holds on every page, and is made before the page's body is there to be painted."""
    page = visit(sample.url + ENTRY)
    page.locator("#terms-switch").click()
    page.add_init_script("""new MutationObserver((_, observer) => {
        if (!document.body) return
        window.atFirst = document.documentElement.className
        observer.disconnect()
    }).observe(document, { childList: true, subtree: true })""")
    page.reload()
    assert "terms-off" in page.evaluate("() => window.atFirst")
    assert terms_off(page)
    page.goto(page.url.replace("azerbaijan-talks", "count-of-attacks"))
    assert terms_off(page)


def test_choice_on_another_page_holds_after_back(page: Page) -> None:
    """A page that comes back as it was left takes up what has been chosen since."""
    page.locator(".timeline a").first.click()
    page.locator("#terms-switch").click()
    page.go_back(wait_until="commit")  # a page out of the cache does not load again
    expect(page).to_have_url(re.compile(ENTRY))
    expect(page.locator("#terms-switch")).to_have_text("Show term links")
    assert terms_off(page)


@pytest.mark.parametrize(
    ("now", "text"),
    [
        ("2025-04-10T00:00:00Z", None),
        ("2025-09-30T00:00:00Z", None),
        ("2025-10-20T00:00:00Z", "This entry is 6 months old."),
        ("2026-04-11T00:00:00Z", "This entry is 1 year old."),
        ("2030-05-01T00:00:00Z", "This entry is 5 years old."),
    ],
)
def test_old_entry_says_its_age(sample: Served, visit: Visit, now: str, text: str | None) -> None:
    """After half a year an entry says how old it is, in whole months, and from its first birthday in whole years."""
    page = visit("about:blank")
    page.clock.set_fixed_time(now)
    page.goto(sample.url + ENTRY)
    if text:
        expect(page.locator(".age")).to_have_text(text)
    else:
        expect(page.locator(".age")).to_be_hidden()


def test_page_does_not_jump(page: Page) -> None:
    """What scripts add to a page is there with the first paint, so that hardly anything moves after it."""
    moved = page.evaluate("""() => new Promise((done) => {
        let moved = 0
        const add = (list) => { for (const { value } of list.getEntries()) moved += value }
        new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => done(moved), 300)
    })""")
    assert moved < 0.05


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_keys_lead_to_the_search(page: Page, key: str) -> None:
    """A slash, or Control and K, puts the caret into the search field and nothing else there."""
    page.keyboard.press(key)
    expect(page.locator("#find")).to_be_focused()
    expect(page.locator("#find")).to_have_value("")


def test_keys_are_letters_in_a_field(page: Page) -> None:
    """Whoever is typing can type a slash."""
    page.locator("#find").fill("and")
    page.keyboard.press("/")
    page.keyboard.type("or")
    expect(page.locator("#find")).to_have_value("and/or")


def test_slash_can_be_switched_off(page: Page, sample: Served) -> None:
    """A choice on the search page turns the single key off everywhere; Control and K stays."""
    page.goto(f"{sample.url}/search/")
    page.get_by_label("The / key").uncheck()
    page.goto(sample.url + ENTRY)
    expect(page.locator("#find")).to_have_attribute("aria-keyshortcuts", "Control+K")
    page.keyboard.press("/")
    expect(page.locator("#find")).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("#find")).to_be_focused()


def test_field_leads_to_the_results(page: Page) -> None:
    """The field at the top of every page opens the search page with its query."""
    page.keyboard.press("/")
    page.keyboard.type("Hanegbi")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=Hanegbi"))
    expect(page.locator(".found li").first).to_contain_text("Hanegbi")


def test_old_address_leads_to_its_entry(odd: Served, visit: Visit) -> None:
    """Whoever comes by an address that an entry had before is led to it, also without JavaScript."""
    page = visit(f"{odd.url}/old/everything/", java_script_enabled=False)
    expect(page).to_have_url(f"{odd.url}/2025/04/everything/")
    assert console_faults(page) == []
