"""The search index: Pagefind, run over the staged pages, in shards (docs/decisions/search.md).

A shard holds the entries of one language and year, or the terms of one language, and is made anew only when its pages
change. Pagefind is run as a program of its own; its Python interface waits 100 ms for each page.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

from lxml import etree, html
from lxml.html import HtmlElement

from digest.files import Static, link, link_tree
from digest.model import PAGEFIND, Page
from digest.problems import SurroundingsError

FOLDER = PAGEFIND.strip("/")
LIST = "shards.json"
_LOADER = "loader"  # beside the shards of each language: what all of them are searched with
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_KEY = "made-from.txt"
_MARK = b"data-pagefind-body"
_HTML = re.compile(rb"<html\b", re.IGNORECASE)  # Pagefind leaves out a page that lacks this tag
_SHARD = re.compile(rf"([A-Za-z]+)(?:-[\w-]*)?/(?!{_LOADER}$)([\w-]+)", re.ASCII | re.IGNORECASE)
_LANG = re.compile(r"[A-Za-z]{1,8}")
_BODIES = etree.XPath("//*[@data-pagefind-body]")
_IGNORED = etree.XPath("//*[@data-pagefind-ignore]")
# What Pagefind reads wherever it stands; a page is named by its h1 if nothing else names it.
_TOLD = etree.XPath("//*[self::h1 or self::img or @*[starts-with(name(), 'data-pagefind-')]]")
_OF_TEXT = re.compile(r"(?:^|,)[^:[]+(?:,|$)")  # a filter, or the like, whose value is the text of its element
_STUB = "<html><body data-pagefind-body>0</body></html>"  # Pagefind makes no index of nothing


class Shards:
    """The pages that are searched, taken as they are staged, by the shard that each names (`en/2025`)."""

    def __init__(self) -> None:
        """Begin with no pages."""
        self._pages: defaultdict[str, dict[str, bytes]] = defaultdict(dict)

    def add(self, made: Page | Static) -> None:
        """Take in a page, if it is one that is searched."""
        if not made.path.endswith(".html"):
            return
        data = made.data if isinstance(made, Page) else made.origin.read_bytes()
        root = _parsed(data) if _MARK in data and _HTML.search(data) else None
        if root is not None and (bodies := _BODIES(root)):
            pages = self._pages[_shard(bodies[0], root)]
            pages[made.path] = hashlib.blake2b(_searched(root), digest_size=20).digest()

    def pages(self, name: str) -> list[str]:
        """Return the paths of a shard's pages."""
        return sorted(self._pages[name]) if name in self._pages else []

    @property
    def names(self) -> dict[str, list[str]]:
        """The names of shards by language, the newest year first."""
        found: dict[str, list[str]] = {}
        for name in sorted(self._pages, reverse=True):
            found.setdefault(name.split("/")[0], []).append(name.split("/")[1])
        return found

    @property
    def keys(self) -> dict[str, str]:
        """What each shard, and the loader of each language, is made from, as a hash."""
        names = [*self._pages, *(f"{lang}/{_LOADER}" for lang in self.names)]
        return {name: self._key(name) for name in sorted(names, key=lambda name: (-len(self.pages(name)), name))}

    def _key(self, name: str) -> str:
        state = hashlib.blake2b(f"{metadata.version('pagefind_bin')} {name}".encode(), digest_size=20)
        for path in self.pages(name):
            state.update(path.encode() + b"\0" + self._pages[name][path])
        return state.hexdigest()


def index(site: Path, shards: Shards, former: Path, jobs: int = 0) -> bool:
    """Put the index of the pages in `site` beside them; return whether any of it had to be made.

    Shards are shared with the `former` site where their pages are the same. As many are made at once as `jobs` says, 0
    for one a core. SurroundingsError when Pagefind fails.
    """
    with _scratch(site) as scratch:
        return _assemble(site, shards, former / FOLDER, site / FOLDER, scratch, jobs)


def refresh(site: Path) -> bool:
    """Make the index of the pages in `site` anew where it is of other pages; return whether it was.

    The former one is there until the new one is made. SurroundingsError when Pagefind fails.
    """
    shards, folder = Shards(), site / FOLDER
    for path in sorted(site.rglob("*.html")):
        shards.add(Page(path.relative_to(site).as_posix(), path.read_bytes()))
    if _listed(folder) == shards.names and all(_is_of(folder / name, key) for name, key in shards.keys.items()):
        return False
    with _scratch(site) as scratch:
        _assemble(site, shards, folder, scratch / "made", scratch, 0)
        shutil.rmtree(folder, ignore_errors=True)
        (scratch / "made").rename(folder)
    return True


@contextmanager
def _scratch(site: Path) -> Iterator[Path]:
    """Give a folder beside a site, on the same disk, for as long as its index is made."""
    folder = site.with_name(f"{site.name}.{FOLDER}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _assemble(site: Path, shards: Shards, former: Path, folder: Path, scratch: Path, jobs: int) -> bool:
    folder.mkdir()
    keys = shards.keys
    made = [name for name, key in keys.items() if not _is_of(former / name, key)]
    for name in keys.keys() - made:
        link_tree(former / name, folder / name)
    with ThreadPoolExecutor(jobs or os.cpu_count()) as pool:
        list(pool.map(lambda name: _make(site, name, shards.pages(name), scratch / name, folder / name), made))
    # On a full disk Pagefind ends as if all were well: only what is written now, before there is room again, tells.
    for name in made:
        (folder / name / _KEY).write_text(_stamp(keys[name], _kept(folder / name)), encoding="utf-8")
    (folder / LIST).write_text(json.dumps(shards.names, sort_keys=True), encoding="utf-8")
    if not all(path.stat().st_size for path in _files(folder)):
        raise SurroundingsError("Pagefind left empty files; is there room on the disk?")
    for path in (path for name in made for path in _unused(folder / name)):
        path.unlink()
    return bool(made)


def _make(site: Path, name: str, paths: Iterable[str], pages: Path, folder: Path) -> None:
    """Run Pagefind over some pages of a site, which it sees in a folder of their own; over a stub if there are none."""
    pages.mkdir(parents=True)
    for path in paths:
        (pages / path).parent.mkdir(parents=True, exist_ok=True)
        link(site / path, pages / path)
    if name.endswith(f"/{_LOADER}"):
        (pages / "index.html").write_text(_STUB, encoding="utf-8")
    asked = ["--site", str(pages), "--output-path", str(folder), "--force-language", name.split("/")[0], "--quiet"]
    command = [sys.executable, "-m", "pagefind", *asked]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # no shell, our own paths
    if result.returncode:
        raise SurroundingsError(f"Pagefind failed: {(result.stderr or result.stdout).strip()[-500:]}")


def _kept(folder: Path) -> list[Path]:
    """Return the files of a shard that readers need: its index; of a loader the scripts too, and the words' endings."""
    wanted = ["pagefind-entry.json", "*.pf_*"]
    if folder.name == _LOADER:
        stemmer = f"wasm.{folder.parent.name}.pagefind"
        wanted += [*_SCRIPTS, stemmer if (folder / stemmer).exists() else "wasm.unknown.pagefind"]
    return sorted(path for path in _files(folder) if any(path.match(pattern) for pattern in wanted))


def _unused(folder: Path) -> set[Path]:
    return {*_files(folder)} - {*_kept(folder), folder / _KEY}


def _is_of(folder: Path, key: str) -> bool:
    """Whether a shard is there, whole, and made from the same pages."""
    try:
        return (folder / _KEY).read_text(encoding="utf-8") == _stamp(key, _kept(folder))
    except OSError:
        return False


def _stamp(key: str, files: Iterable[Path]) -> str:
    return "".join([f"{key}\n", *(f"{path.stat().st_size} {path.name}\n" for path in files)])


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _listed(folder: Path) -> object:
    try:
        return json.loads((folder / LIST).read_bytes())
    except (OSError, ValueError):
        return None


def _parsed(page: bytes) -> HtmlElement | None:
    """Return a page's tree; None for one that holds comments only."""
    return etree.fromstring(page, html.HTMLParser(encoding="utf-8", huge_tree=True))


def _shard(body: HtmlElement, root: HtmlElement) -> str:
    """Return the shard that a page's body names; where it names none, that of other pages in the page's language."""
    if named := _SHARD.fullmatch(body.get("data-shard", "")):
        return f"{named[1].lower()}/{named[2]}"
    lang = _LANG.match(root.get("lang", ""))
    return f"{lang[0].lower() if lang else 'unknown'}/pages"


def _searched(root: HtmlElement) -> bytes:
    """Return what Pagefind reads of a page, and take the rest out of it.

    No other index comes of a new style sheet, named in the head, or of another list of related entries, which is
    ignored. Filters and the like count inside of what is ignored, too.
    """
    told = [repr((part.tag, part.items(), _value(part))).encode() for part in _TOLD(root)]
    for part in _IGNORED(root):
        if part is not root:
            part.drop_tree()
    return b"\0".join([*told, *(html.tostring(body, with_tail=False) for body in _BODIES(root))])


def _value(part: HtmlElement) -> str:
    """Return the text of an element, if it is a title or the value of what Pagefind is told."""
    told = (part.get(f"data-pagefind-{name}", ":") for name in ("filter", "meta", "sort"))
    return str(part.text_content()) if part.tag == "h1" or any(map(_OF_TEXT.search, told)) else ""
