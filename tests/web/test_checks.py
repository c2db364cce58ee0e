"""Every check fails a page that is broken on purpose: one that finds nothing there would find nothing anywhere."""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.web import checks, feeds, opened
from tests.web.conftest import FIXTURES, Visit
from tests.web.server import Served, serve

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CLASS = re.compile(r'class="(\w+)"')
NOISE = random.Random(1).randbytes(15_000).hex()  # what no compression makes smaller than 14 KB


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The broken page, with a script that is heavy."""
    copy = shutil.copytree(FIXTURES / "broken", tmp_path_factory.mktemp("broken") / "site")
    (copy / "heavy.js").write_text(f"// {NOISE}")
    return copy


@pytest.fixture(scope="module")
def soup(folder: Path) -> BeautifulSoup:
    """The broken page, parsed."""
    return BeautifulSoup((folder / "index.html").read_text(), "lxml")


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    """The broken page, served under the published headers."""
    with serve(folder) as served:
        yield served


@pytest.fixture
def broken(served: Served, visit: Visit) -> Page:
    """The broken page, open on a small telephone."""
    return visit(f"{served.url}/", viewport={"width": 320, "height": 640})


def names(faults: list[str]) -> set[str]:
    """The rules that faults are named by."""
    return {fault.partition(":")[0] for fault in faults}


@pytest.mark.browser
@pytest.mark.npm
def test_axe_fails_it(broken: Page) -> None:
    """Axe reports the missing language and description, buttons too small to hit, and text pale in any scheme."""
    assert {"html-has-lang", "image-alt", "target-size", "color-contrast"} <= names(opened.axe_faults(broken))
    broken.emulate_media(color_scheme="dark")
    assert names(opened.axe_faults(broken, *opened.COLOURS)) == {"color-contrast"}
    broken.emulate_media(forced_colors="active")
    assert names(opened.axe_faults(broken, *opened.COLOURS)) == {"color-contrast"}


@pytest.mark.npm
def test_html_validate_fails_it(folder: Path) -> None:
    """Html-validate reports the id that is there twice and the element that is not closed."""
    rules = {fault.split(": ")[1] for fault in checks.html_faults(folder)}
    assert {"no-dup-id", "element-required-attributes"} <= rules


@pytest.mark.npm
@pytest.mark.java
def test_nu_fails_it(folder: Path) -> None:
    """The Nu HTML checker reports the id that is there twice and the picture without a description."""
    faults = "\n".join(checks.nu_faults(folder))
    assert "Duplicate ID" in faults
    assert "must have an “alt” attribute" in faults


def test_link_check_fails_it(folder: Path) -> None:
    """The check of links reports a page, a picture and a fragment that do not exist."""
    found = checks.dead_links(checks.BuiltSite(folder, "https://example.org/"))
    assert sorted(found) == [
        "/: #nothing names no place on its page",
        "/: /nothing.css leads nowhere",
        "/: /nothing.png leads nowhere",
        "/: /nowhere/ leads nowhere",
    ]


@pytest.mark.browser
@pytest.mark.npm
def test_console_check_fails_it(broken: Page) -> None:
    """The policy stops the inline style, script and handler and the foreign stylesheet, and the check tells of each."""
    faults = "\n".join(opened.console_faults(broken))
    for part in ("style-src 'self'", "script-src 'self'", "fonts.example.org", "404"):
        assert part in faults
    assert broken.title() != "Inline"


@pytest.mark.browser
@pytest.mark.npm
def test_request_checks_fail_it(served: Served, visit: Visit) -> None:
    """Without the policy a page that asks another host is found; so is one that asks for too much, or too often."""
    page = visit(f"{served.url}/", bypass_csp=True)
    assert opened.foreign_requests(page) == ["https://fonts.example.org/font.css"]
    requests, weight = opened.weight_faults(page)
    assert requests == "6 requests"
    assert 15_000 < int(weight.removesuffix(" bytes")) < 20_000


@pytest.mark.browser
@pytest.mark.npm
def test_width_check_fails_it(broken: Page) -> None:
    """A word that does not break makes a page wider than a telephone, more so when its text is spaced or enlarged."""
    narrow = opened.overflow(broken)
    opened.spread(broken)
    spaced = opened.overflow(broken)
    opened.enlarge(broken)
    assert 0 < narrow < spaced < opened.overflow(broken)
    opened.restore(broken)
    assert opened.overflow(broken) == narrow


@pytest.mark.browser
@pytest.mark.npm
def test_checks_of_looks_fail_it(broken: Page) -> None:
    """A box too small for its text, links without a ring, what turns, a pale drawing: each is found, and no more."""
    broken.emulate_media(reduced_motion="reduce", forced_colors="active")
    assert [name for fault in opened.clipped(broken) for name in CLASS.findall(fault)] == ["cut"]
    assert [fault[:4] for fault in opened.motions(broken)] == ["<h1 "]
    assert [fault[:6] for fault in opened.pale_drawings(broken)] == ["<rect "]
    stops, unseen = opened.unseen_stops(broken)
    assert (stops, len(unseen)) == (6, 6)


@pytest.mark.browser
@pytest.mark.npm
def test_paper_check_fails_it(broken: Page) -> None:
    """Navigation, buttons and pale text on paper are found."""
    broken.emulate_media(media="print")
    assert [fault.partition(">")[0] for fault in opened.paper_faults(broken)] == [
        *("<nav", *['<button class="tiny"'] * 2),
        '<p class="pale"',
    ]


def test_other_checks_fail_it(soup: BeautifulSoup) -> None:
    """The foreign stylesheet, the missing definition and the box that lists another term are found."""
    assert checks.strangers(soup) == ["https://fonts.example.org/font.css"]
    assert checks.dangling(soup) == ["aria-describedby=t-none"]
    assert checks.linked_and_listed(soup) == (["none"], ["other"])
    assert checks.inline(soup) == ["style", "script", "onclick"]


def test_data_check_fails_what_is_not_there(folder: Path) -> None:
    """An address in structured data that leads nowhere on the site is found, however deep it stands."""
    site = checks.BuiltSite(folder, "https://example.org/")
    data = {
        "@id": "https://example.org/",
        "about": [{"@id": "https://example.org/#term"}],
        "url": "https://else.example/",
    }
    assert checks.data_faults(site, data) == ["/: https://example.org/#term names no place on its page"]


def test_annotation_check_fails_what_the_model_forbids() -> None:
    """An empty page, a wrong total, an id twice and a selector without its place are found."""
    selector = {"type": "CssSelector", "refinedBy": {"type": "TextPositionSelector", "start": 1}}
    item = {
        "id": "https://example.org/#1",
        "type": "Annotation",
        "motivation": "identifying",
        "body": ["/glossary/hts/"],
        "target": {"type": "SpecificResource", "source": "/2025/", "selector": [selector]},
    }
    page = {"id": "https://example.org/#page", "type": "AnnotationPage", "partOf": "https://example.org/"}
    sound = {
        "@context": CONTEXT,
        "id": "https://example.org/",
        "type": "AnnotationCollection",
        "label": "x",
        "total": 0,
    }
    assert checks.annotation_faults(sound) == []
    assert checks.annotation_faults({**sound, "first": {**page, "items": []}}) == ["no empty page"]
    assert checks.annotation_faults({**sound, "@context": "x", "first": {**page, "items": [item, item]}}) == [
        *("context", "total", "ids"),
        *(f"https://example.org/#1: {fault}" for fault in ("body", "target", "selector") * 2),
    ]


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/</id><title>x</title>
<updated>2025-04-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/>
<author><name>x</name></author><entry><id>https://example.org/1/</id><title>x</title>
<updated>2025-04-01T00:00:00Z</updated><link rel="alternate" href="https://example.org/1/"/></entry></feed>"""


@pytest.mark.parametrize(
    ("sound", "broken", "fault"),
    [
        ("<title>x</title>\n<updated>", "<updated>", "element title"),
        ("04-01T00:00:00Z", "04-01", "updated"),
        ("https://example.org/1/</id>", "1</id>", "id"),
        ("<name>x</name>", "", "author"),
        ("<author>", "<date/><author>", "date"),
        ("<author><name>x</name></author>", "", "an entry without an author"),
        ('<link rel="alternate" href="https://example.org/1/"/>', "", "an entry with nothing to read"),
        (' rel="self"', ' rel="via"', "no word of where it is"),
    ],
)
def test_atom_check_fails_what_the_format_forbids(tmp_path: Path, sound: str, broken: str, fault: str) -> None:
    """A sound feed passes; one that lacks what RFC 4287 asks for, or has what it does not know, is found."""
    path = tmp_path / "feed.xml"
    path.write_text(ATOM)
    assert feeds.atom_faults(path) == []
    assert sound in ATOM
    path.write_text(ATOM.replace(sound, broken))
    assert fault in "\n".join(feeds.atom_faults(path))


def test_atom_check_fails_an_entry_twice(tmp_path: Path) -> None:
    """Two entries with one id, and two pages of one entry, are found."""
    path = tmp_path / "feed.xml"
    entry = ATOM[ATOM.index("<entry>") : ATOM.index("</feed>")]
    path.write_text(ATOM.replace("</feed>", f"{entry}</feed>"))
    assert feeds.atom_faults(path) == ["the same id again"]
    link = '<link rel="alternate" href="https://example.org/1/"/>'
    path.write_text(ATOM.replace(link, link + link))
    assert feeds.atom_faults(path) == ["a second page"]


def test_json_feed_check_fails_what_the_format_forbids() -> None:
    """A sound feed passes; a wrong version, an unknown key, a day without a time and a missing content are found."""
    item = {"id": "1", "url": "https://example.org/1/", "content_text": "x", "date_published": "2025-04-01T00:00:00Z"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [item], "_ours": 1}
    assert feeds.json_feed_faults(feed) == []
    assert feeds.json_feed_faults({**feed, "version": "https://jsonfeed.org/version/1", "author": {}}) == [
        "feed: version",
        "feed: author",
    ]
    assert feeds.json_feed_faults({**feed, "items": [item, item]}) == ["feed: items"]
    wrong = {"id": 1, "url": "/1/", "date_published": "2025-04-01", "authors": [{"email": "x"}], "language": "English"}
    assert feeds.json_feed_faults({"items": [wrong]}) == [
        *("feed lacks version", "feed lacks title"),
        *(f"item 1: {key}" for key in wrong),
        "item 1 lacks content",
    ]
