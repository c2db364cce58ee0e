import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Visit
from tests.web.server import Served

pytestmark = [pytest.mark.browser, pytest.mark.npm]

ENTRY = "/2025/04/katz-warns-al-sharaa/"


@pytest.fixture
def page(sample: Served, visit: Visit) -> Page:
    """An entry in a browser that runs no script."""
    return visit(sample.url + ENTRY, java_script_enabled=False)


def test_term_leads_to_its_page(page: Page) -> None:
    """A term is a link, to the pointer and to the keyboard."""
    page.locator("a.term[data-term=hts]").click()
    expect(page).to_have_url(page.url.replace(ENTRY, "/glossary/hts/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("HTS")


def test_every_term_is_described(page: Page) -> None:
    """Each linked term names its definition in the box, which is in sight; the box lists no other and none twice."""
    described = page.locator("a.term").evaluate_all("links => links.map(link => link.getAttribute('aria-describedby'))")
    assert len(described) > 3
    for name in described:
        expect(page.locator(f"#{name}")).to_be_visible()
    assert page.locator(".terms dd").evaluate_all("texts => texts.map(text => text.id)") == described


def test_nothing_offers_what_cannot_work(page: Page, sample: Served) -> None:
    """Switches and fields that need a script are not shown; the search page says what to use instead."""
    for control in ("#terms-switch", ".age", "#card"):
        expect(page.locator(control)).to_be_hidden()
    page.goto(f"{sample.url}/search/?q=Jolani")
    for control in ("#filters", "[name=sort]", "#term-h", "#slash"):
        expect(page.locator(control)).to_be_hidden()
    expect(page.locator("#without-script")).to_contain_text("Searching needs JavaScript")
    page.locator("#ways a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Archive")
