import json
import re
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from digest.build import Options, build
from tests.web.checks import BuiltSite, data_faults
from tests.web.conftest import NOW, RTL_BASE
from tests.web.feeds import atom_faults, json_feed_faults

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(params=["sample_site", "odd_site", "rtl_site"])
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of the three digests, the odd one below a base path."""
    site: BuiltSite = request.getfixturevalue(request.param)
    return site


def readable(site: BuiltSite, html: str) -> bool:
    """Whether a text is HTML, whose links would work outside the site, and those to the site lead to something."""
    text = BeautifulSoup(html, "lxml")
    links = [str(part.get("href") or part.get("src") or "") for part in text.select("[href], [src]")]
    return "<p>" in html and all(urlsplit(link).scheme and not site.fault(link, site.root) for link in links)


def feeds(site: BuiltSite, name: str) -> list[Path]:
    """Every feed with this name, the site's own first."""
    found = sorted(site.folder.rglob(name), key=lambda path: len(path.parts))
    assert found[0] == site.folder / name
    return found


def test_atom_feeds_can_be_followed(built: BuiltSite) -> None:
    """Each Atom feed is one, and its links lead to the site's pages, also from where it is read."""
    for path in feeds(built, "feed.xml"):
        assert atom_faults(path) == []
        root = ElementTree.parse(path).getroot()
        assert f"{root.findtext(f'{ATOM}id')}feed.xml" == built.base + path.relative_to(built.folder).as_posix()
        links = [link.attrib["href"] for link in root.iter(f"{ATOM}link")]
        assert [link for link in links if not link.startswith(built.base) or built.fault(link, built.root)] == []
        for content in root.iter(f"{ATOM}content"):
            assert readable(built, content.text or "")


def test_json_feeds_can_be_followed(built: BuiltSite) -> None:
    """Each JSON feed is one, says where it is, and its links lead to the site's pages, also from where it is read."""
    for path in feeds(built, "feed.json"):
        feed = json.loads(path.read_text("utf-8"))
        assert json_feed_faults(feed) == []
        assert feed["feed_url"] == built.base + path.relative_to(built.folder).as_posix()
        assert feed["items"]
        for item in feed["items"]:
            assert item["url"].startswith(built.base)
            assert built.fault(item["url"], built.root) is None
            assert readable(built, item["content_html"])


def test_ids_outlive_an_edit(rtl_folder: Path, tmp_path: Path) -> None:
    """Built again later, feeds are the same; an entry with another title and text keeps its id, and so its readers."""
    shutil.copytree(rtl_folder.parent / "content", tmp_path / "content")
    edited = next(tmp_path.glob("content/articles/*-strikes.md"))
    text = edited.read_text("utf-8")
    options = Options(now=NOW + timedelta(days=40), base_url=RTL_BASE, search=False)
    build(tmp_path, options)
    for name in ("feed.xml", "feed.json"):
        assert (tmp_path / "site" / name).read_bytes() == (rtl_folder / name).read_bytes()
    edited.write_text(re.sub(r"(?m)^title: .*", "title: عنوان آخر", text) + "\nفقرة أخرى.\n", "utf-8")
    build(tmp_path, options)
    folders = (rtl_folder, tmp_path / "site")
    before, after = (json.loads((folder / "feed.json").read_text("utf-8")) for folder in folders)
    assert before != after
    assert [item["id"] for item in before["items"]] == [item["id"] for item in after["items"]]


def test_structured_data_refers_to_what_is_there(built: BuiltSite) -> None:
    """Data in pages names only what the site has; each term that an entry is about is in the glossary's data."""
    glossary = json.loads((built.folder / "glossary.jsonld").read_text("utf-8"))
    data = {address: structured(page) for address, page in built.pages.items()}
    assert data_faults(built, [glossary, *data.values()]) == []
    entries = [part for parts in data.values() for part in parts if part["@type"] == "NewsArticle"]
    assert len(entries) >= 8
    about = [term["@id"] for entry in entries for term in entry.get("about", [])]
    assert len(about) > 10
    assert set(about) <= {term["@id"] for term in glossary["hasDefinedTerm"]}


def test_each_page_has_a_share_image(built: BuiltSite) -> None:
    """A page that may be found names a picture of 1200 x 630 that is there; each entry has its own, in its data too."""
    entries = set()
    for address, page in built.pages.items():
        image = page.select_one('meta[property="og:image"]')
        if page.select_one('meta[property="og:url"]') is None:
            assert image is None
            continue
        assert image, address
        file = built.file(urlsplit(str(image["content"])).path)
        assert file, address
        with Image.open(file) as picture:
            assert (picture.format, *picture.size) == ("PNG", 1200, 630)
        if page.select_one("article.entry"):
            assert structured(page)[0]["image"] == [image["content"]]
            entries.add(file)
    assert len(entries) == len([page for page in built.pages.values() if page.select_one("article.entry")]) >= 8


def structured(page: BeautifulSoup) -> list[dict[str, Any]]:
    """The data that a page holds."""
    return [json.loads(script.get_text()) for script in page.select("script[type='application/ld+json']")]
