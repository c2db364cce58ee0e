import pytest
from playwright.sync_api import expect

from tests.web.conftest import Visit
from tests.web.server import Served

pytestmark = [pytest.mark.browser, pytest.mark.npm]

STORY = "/stories/israel-turkey-syria/"
ADDED = [
    "Katz warns al-Sharaa of “a heavy price”",
    "Monitor counts 44 Israeli attacks on Syria so far in 2025",
]  # one in between
FORGET = """place => {
    const seen = localStorage.getItem(place).split(' ')
    localStorage.setItem(place, seen.filter((path) => !/katz|count/.test(path)).join(' '))
}"""


def test_story_marks_what_a_reader_has_not_seen(sample: Served, visit: Visit) -> None:
    """What was added to a story since a reader was there last is marked for that visit; at first nothing is."""
    page = visit(sample.url + STORY)
    marks = page.locator("#timeline strong")
    expect(page.locator("#timeline time")).to_have_count(8)
    expect(marks).to_have_count(0)
    page.evaluate(FORGET, STORY)
    page.reload()
    expect(marks).to_have_text(["New since your last visit"] * 2)
    assert marks.locator("xpath=ancestor::li//a").all_inner_texts() == ADDED
    page.reload()
    expect(marks).to_have_count(0)


def test_story_without_storage_is_whole(sample: Served, visit: Visit) -> None:
    """A browser that forbids storage shows the story without marks and without an error."""
    page = visit("about:blank")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script("delete Window.prototype.localStorage")
    page.goto(sample.url + STORY)
    expect(page.locator("#timeline li")).to_have_count(8)
    expect(page.locator("#timeline strong")).to_have_count(0)
    assert faults == []
