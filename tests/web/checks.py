"""What the files of a site are checked for. Each check returns the faults that it finds: none for what is sound."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

WEB = Path(__file__).parent
HTML_VALIDATE = WEB / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
NU = WEB / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_RULES = WEB / "html-validate.json"  # only rules of style are off: an author's long title, blanks at a line's end

LINKS = ("href", "src", "action", "poster", "cite", "data-script", "content")
LOADS = ("script[src]", "img[src]", "iframe[src]", "link[rel=stylesheet]", "link[rel=icon]", "link[rel=preconnect]")
REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls", "for")


@dataclass(frozen=True)
class BuiltSite:
    """A site in a folder: `base` is its absolute address, with the last slash."""

    folder: Path
    base: str

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page by its address from the host's root."""
        files = sorted(self.folder.rglob("*.html"))
        return {self._address(path): BeautifulSoup(path.read_text("utf-8"), "lxml") for path in files}

    @property
    def root(self) -> str:
        """The folder of its host that it lies in, with slashes at both ends."""
        return urlsplit(self.base).path

    def file(self, path: str) -> Path | None:
        """The file that is served for a path, or None."""
        if not path.startswith(self.root):
            return None
        file = self.folder / unquote(path.removeprefix(self.root))
        file = file / "index.html" if path.endswith("/") else file
        return file if file.is_file() else None

    def source(self, address: str) -> bytes:
        """The file of a page."""
        file = self.file(address)
        assert file, address
        return file.read_bytes()

    def fault(self, link: str, page: str) -> str | None:
        """What is wrong with a link on a page, if it leads anywhere on this site."""
        target = urlsplit(urljoin(urljoin(self.base, page), link))
        if target.netloc != urlsplit(self.base).netloc or target.scheme not in ("http", "https"):
            return None
        if self.file(target.path) is None:
            return f"{page}: {link} leads nowhere"
        found = self.pages.get(target.path)
        if target.fragment and found and not found.find(id=unquote(target.fragment)):
            return f"{page}: {link} names no place on its page"
        return None

    def _address(self, path: Path) -> str:
        name = path.relative_to(self.folder).as_posix()
        return self.root + name.removesuffix("index.html")


def dead_links(site: BuiltSite) -> list[str]:
    """Links to pages, files and fragments of the site that are not there."""
    return [
        fault
        for address, page in site.pages.items()
        for link in set(links_of(page))
        if (fault := site.fault(link, address))
    ]


def links_of(page: BeautifulSoup) -> Iterator[str]:
    """Every address that a page names."""
    for element in page.find_all(True):
        for name in LINKS:
            value = str(element.get(name, ""))
            if value and (name != "content" or value.startswith(("http:", "https:"))):
                yield value


def strangers(page: BeautifulSoup) -> list[str]:
    """What a page would load from another host."""
    loaded = [str(element.get("src") or element.get("href")) for name in LOADS for element in page.select(name)]
    return [url for url in loaded if urlsplit(url).netloc]


def dangling(page: BeautifulSoup) -> list[str]:
    """References of labels and descriptions to ids that the page has not exactly once."""
    ids = Counter(str(element["id"]) for element in page.select("[id]"))
    named = [(name, str(element[name])) for name in REFERENCES for element in page.select(f"[{name}]")]
    return [f"{name}={value}" for name, values in named for value in values.split() if ids[value] != 1]


def linked_and_listed(page: BeautifulSoup) -> tuple[list[str], list[str]]:
    """The terms that a page's text links, each once and in order, and those that "In this story" lists."""
    linked = [str(link["data-term"]) for link in page.select("a.term")]
    listed = [str(text["id"]).removeprefix("t-") for text in page.select("aside.terms dd")]
    return list(dict.fromkeys(linked)), listed


def inline(page: BeautifulSoup) -> list[str]:
    """The scripts, styles and event handlers that stand in a page: the content security policy would stop them."""
    found = page.select("script:not([src]):not([type='application/ld+json']), style, [style]")
    handlers = [name for part in page.find_all(True) for name in part.attrs if name.startswith("on")]
    return [part.name for part in found] + handlers


def data_faults(site: BuiltSite, data: object) -> list[str]:
    """The addresses of the site that structured data names, by itself or within, and that are not there."""
    if isinstance(data, str):
        fault = site.fault(data, site.root) if data.startswith(site.base) else None
        return [fault] if fault else []
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [fault for part in parts for fault in data_faults(site, part)]


def html_faults(*paths: Path) -> list[str]:
    """What html-validate says of files or folders of pages."""
    patterns = [str(path / "**" / "*.html") if path.is_dir() else str(path) for path in paths]
    command: list[str | Path] = ["node", HTML_VALIDATE, "--config", HTML_RULES, "--formatter", "json", *patterns]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert answer.returncode in (0, 1), answer.stderr
    found = json.loads(answer.stdout)
    return [f"{f['filePath']}:{m['line']}: {m['ruleId']}: {m['message']}" for f in found for m in f["messages"]]


def nu_faults(*paths: Path) -> list[str]:
    """What the Nu HTML checker says of files or folders of pages, warnings too.

    A section need not have a heading: that of the footnotes stands under a rule at the end of its text.
    """
    options = ["--format", "json", "--skip-non-html", "--filterpattern", "Section lacks heading.*"]
    command: list[str | Path] = ["java", "-jar", NU, *options, *paths]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    found = json.loads(answer.stderr)["messages"]
    return [f"{m.get('url')}:{m.get('lastLine')}: {m.get('subType', m['type'])}: {m['message']}" for m in found]


def annotation_faults(data: dict[str, Any]) -> list[str]:
    """What a file of annotations lacks of what the Web Annotation Data Model says that it must or should have."""
    page = data.get("first", {"id": data["id"], "type": "AnnotationPage", "partOf": data["id"], "items": []})
    items = page["items"]
    ids = [data["id"], *(item["id"] for item in items), *([page["id"]] if items else [])]
    rules = {
        "context": data["@context"] == "http://www.w3.org/ns/anno.jsonld",
        "types": (data["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage"),
        "label": isinstance(data["label"], str),
        "total": data["total"] == len(items),
        "no empty page": ("first" in data) == bool(items),
        "last": data.get("last", page["id"]) == page["id"],
        "part of": page["partOf"] == data["id"] and "@context" not in page,
        "start": page.get("startIndex", 0) == 0,
        "ids": len(set(ids)) == len(ids) and all(urlsplit(url).scheme for url in ids),
    }
    return [
        *(rule for rule, kept in rules.items() if not kept),
        *(f"{item['id']}: {fault}" for item in items for fault in _item_faults(item)),
    ]


def _item_faults(item: dict[str, Any]) -> Iterator[str]:
    """What one annotation lacks; each of its selectors must be one that is refined by one within its element."""
    if (item["type"], item["motivation"]) != ("Annotation", "identifying"):
        yield "type or motivation"
    bodies = [item["body"]] if isinstance(item["body"], str) else item["body"]
    if not bodies or not all(urlsplit(body).scheme for body in bodies):
        yield "body"
    target = item["target"]
    if target["type"] != "SpecificResource" or not urlsplit(target["source"]).scheme:
        yield "target"
    for selector in target["selector"]:
        way = selector["refinedBy"]
        keys = {"TextQuoteSelector": {"exact", "prefix", "suffix"}, "TextPositionSelector": {"start", "end"}}
        if selector["type"] != "CssSelector" or way.keys() != keys[way["type"]] | {"type"}:
            yield "selector"
