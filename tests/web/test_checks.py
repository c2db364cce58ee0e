"""Every check fails a page that is broken on purpose: one that finds nothing there would find nothing anywhere."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup

from tests.web import checks, opened
from tests.web.conftest import FIXTURES, Visit
from tests.web.server import Served, serve

BROKEN = FIXTURES / "broken"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


@pytest.fixture(scope="module")
def soup() -> BeautifulSoup:
    """The broken page, parsed."""
    return BeautifulSoup((BROKEN / "index.html").read_text(), "lxml")


@pytest.fixture(scope="module")
def broken() -> Iterator[Served]:
    """The broken page, served under the published headers."""
    with serve(BROKEN) as served:
        yield served


@pytest.mark.browser
@pytest.mark.npm
def test_axe_fails_it(broken: Served, visit: Visit) -> None:
    """Axe reports the missing language, title of the picture and contrast."""
    faults = opened.axe_faults(visit(broken.url + "/"))
    assert {"html-has-lang", "image-alt"} <= {fault.partition(":")[0] for fault in faults}


@pytest.mark.npm
def test_html_validate_fails_it() -> None:
    """Html-validate reports the id that is there twice and the element that is not closed."""
    rules = {fault.split(": ")[1] for fault in checks.html_faults([BROKEN])}
    assert {"no-dup-id", "element-required-attributes"} <= rules


@pytest.mark.npm
@pytest.mark.java
def test_nu_fails_it() -> None:
    """The Nu HTML checker reports the id that is there twice and the picture without a description."""
    faults = "\n".join(checks.nu_faults(BROKEN))
    assert "Duplicate ID" in faults
    assert "must have an “alt” attribute" in faults


def test_link_check_fails_it() -> None:
    """The check of links reports a page, a picture and a fragment that do not exist."""
    found = checks.dead_links(checks.BuiltSite(BROKEN, "https://example.org/"))
    assert sorted(found) == [
        "/: #nothing names no place on its page",
        "/: /nothing.png leads nowhere",
        "/: /nowhere/ leads nowhere",
    ]


@pytest.mark.browser
@pytest.mark.npm
def test_console_check_fails_it(broken: Served, visit: Visit) -> None:
    """The policy stops the inline style, script and handler and the foreign stylesheet, and the check tells of each."""
    page = visit(broken.url + "/")
    faults = "\n".join(opened.console_faults(page))
    for part in ("style-src 'self'", "script-src 'self'", "fonts.example.org", "404"):
        assert part in faults
    assert page.title() != "Inline"


@pytest.mark.browser
@pytest.mark.npm
def test_width_check_fails_it(broken: Served, visit: Visit) -> None:
    """A word that does not break makes a page wider than a telephone, and more so when its text is spaced."""
    page = visit(broken.url + "/", viewport={"width": 320, "height": 640})
    narrow = opened.overflow(page)
    opened.spread(page)
    assert 0 < narrow < opened.overflow(page)


@pytest.mark.browser
@pytest.mark.npm
def test_clipping_check_fails_it(broken: Served, visit: Visit) -> None:
    """A box that is too small for its text, and hides the rest of it, is found."""
    assert "Text in a box that is too small" in "".join(opened.clipped(visit(broken.url + "/")))


def test_other_checks_fail_it(soup: BeautifulSoup) -> None:
    """The foreign stylesheet, the missing definition and the box that lists another term are found."""
    assert checks.strangers(soup) == ["https://fonts.example.org/font.css"]
    assert checks.dangling(soup) == ["aria-describedby=t-none"]
    assert checks.linked_and_listed(soup) == (["none"], ["other"])


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
