import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.web.checks import BuiltSite, json_of

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(params=["sample_site", "odd_site"])
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of the two digests, the odd one below a base path."""
    site: BuiltSite = request.getfixturevalue(request.param)
    return site


def absolute(site: BuiltSite, html: str) -> bool:
    """Whether every link in a text would work outside the site, and those to the site lead to something."""
    links = [str(e.get("href") or e.get("src") or "") for e in BeautifulSoup(html, "lxml").select("[href], [src]")]
    return all(link.startswith(("https:", "http:", "mailto:")) and not site.fault(link, site.root) for link in links)


def feeds(site: BuiltSite, name: str) -> list[Path]:
    """Every feed with this name, the site's own first."""
    found = sorted(site.folder.rglob(name), key=lambda path: len(path.parts))
    assert found[0] == site.folder / name
    return found


def test_atom_feeds_can_be_followed(built: BuiltSite) -> None:
    """Each Atom feed is XML with ids, days and absolute links that lead to the site's pages."""
    for path in feeds(built, "feed.xml"):
        root = ElementTree.parse(path).getroot()
        assert root.tag == f"{ATOM}feed"
        for node in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert node.findtext(f"{ATOM}{name}"), f"{path} lacks {name}"
        links = [link.attrib["href"] for link in root.iter(f"{ATOM}link")]
        assert links
        assert [link for link in links if not link.startswith(built.base) or built.fault(link, built.root)] == []
        for content in root.iter(f"{ATOM}content"):
            assert absolute(built, content.text or "")


def test_json_feeds_can_be_followed(built: BuiltSite) -> None:
    """Each JSON feed says its version, where it is, and what its items are, with absolute links."""
    for path in feeds(built, "feed.json"):
        feed = json.loads(path.read_text("utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == built.base + path.relative_to(built.folder).as_posix()
        assert feed["items"]
        for item in feed["items"]:
            assert item["id"]
            assert item["url"].startswith(built.base)
            assert built.fault(item["url"], built.root) is None
            assert absolute(built, item["content_html"])


def test_structured_data_refers_to_what_is_there(built: BuiltSite) -> None:
    """Data in pages is JSON, and each term that an entry is about is in the glossary's data."""
    glossary = json.loads((built.folder / "glossary.jsonld").read_text("utf-8"))
    known = set(ids_in(glossary))
    about = [
        term["@id"]
        for page in built.pages.values()
        for script in page.select("script[type='application/ld+json']")
        for term in dict[str, Any](json_of(script)).get("about", [])  # type: ignore[call-overload]
    ]
    assert len(about) > 10
    assert set(about) <= known
    assert [name for name in known if built.fault(name, built.root)] == []


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
            data = json_of(page.select("script[type='application/ld+json']")[0])
            assert data["image"] == [image["content"]]  # type: ignore[index]
            entries.add(file)
    assert len(entries) == len([page for page in built.pages.values() if page.select_one("article.entry")]) >= 10


def ids_in(data: object) -> list[str]:
    """Every `@id` in a piece of JSON."""
    if isinstance(data, list):
        return [name for part in data for name in ids_in(part)]
    if isinstance(data, dict):
        return [str(data["@id"])] * ("@id" in data) + ids_in(list(data.values()))
    return []
