import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.checks import WEB, BuiltSite, annotation_faults
from tests.web.server import Served


@pytest.fixture(scope="module")
def sidecars(odd_site: BuiltSite) -> dict[str, dict[str, Any]]:
    """The annotations of each entry by the address of its page, from the site's root."""
    files = odd_site.folder.rglob("annotations.jsonld")
    return {f"/{path.parent.relative_to(odd_site.folder)}/": json.loads(path.read_text("utf-8")) for path in files}


@pytest.fixture(scope="module")
def annotator() -> str:
    """Apache Annotator as one script."""
    command: list[str | Path] = [WEB / "node_modules" / ".bin" / "esbuild", WEB / "annotator.js"]
    options = ["--bundle", "--format=iife", "--global-name=annotator"]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=True, timeout=60).stdout


def items(sidecar: dict[str, Any]) -> list[dict[str, Any]]:
    """The annotations of a file."""
    return list(sidecar["first"]["items"]) if sidecar["total"] else []


def test_sidecars_keep_to_the_model(odd_site: BuiltSite, sidecars: dict[str, dict[str, Any]]) -> None:
    """Every entry has a file of annotations that the data model allows, at the address that it names itself by."""
    entries = {address for address, page in odd_site.pages.items() if page.select_one("body.page-entry")}
    assert {odd_site.root.rstrip("/") + address for address in sidecars} == entries
    for address, sidecar in sidecars.items():
        assert sidecar["id"] == f"{odd_site.base.rstrip('/')}{address}annotations.jsonld"
        assert annotation_faults(sidecar) == []


def test_annotations_lead_to_what_is_there(odd_site: BuiltSite, sidecars: dict[str, dict[str, Any]]) -> None:
    """Every body is the page of a term of this site, every target the entry; each entry's page leads to its file."""
    for address, sidecar in sidecars.items():
        page = odd_site.root.rstrip("/") + address
        link = odd_site.pages[page].select_one("link[type*='anno.jsonld']")
        assert link is not None
        assert link["href"] == f"{page}annotations.jsonld"
        for item in items(sidecar):
            assert item["target"]["source"] == f"{odd_site.base.rstrip('/')}{address}"
            assert odd_site.fault(item["body"], page) is None
            assert "/glossary/" in item["body"]


@pytest.mark.browser
@pytest.mark.npm
def test_every_selector_finds_its_place(
    odd: Served, window: Page, annotator: str, sidecars: dict[str, dict[str, Any]]
) -> None:
    """Another implementation, in a browser, finds the words of each annotation by each of its selectors, once.

    Quotation and position find the same place, and every link to a term is annotated with that term.
    """
    places = 0
    for address, sidecar in sidecars.items():
        window.goto(odd.url + address)
        window.evaluate(annotator)
        annotated = set()
        for item in items(sidecar):
            quoted, counted = item["target"]["selector"]
            expected = [[counted["refinedBy"]["start"], quoted["refinedBy"]["exact"]]]
            for selector in (quoted, counted):
                assert window.evaluate("(selector) => annotator.places(selector, 'text')", selector) == expected
            annotated.add((item["body"].rstrip("/").rpartition("/")[2], *expected[0]))
        assert set(map(tuple, window.evaluate("() => annotator.links('text')"))) <= annotated
        places += len(annotated)
    assert places > 50
