"""Shards: the pages that are searched, by language and year, and the folders from which Pagefind reads them."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from importlib import metadata
from pathlib import Path

from digest.files import State, link
from digest.searched import LOADER, Searched

_STUB = "<html><body data-pagefind-body>0</body></html>"  # Pagefind makes no index of nothing


class ExchangedError(Exception):
    """A page has been exchanged for another while its shard was made."""


class Shards:
    """The pages that are searched, taken as they are staged, by the shard that each names (`en/2025`)."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin with no pages. What is searched of each goes to `folder`, if there is one, for `index` to take."""
        self._pages: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
        self._states: dict[str, State] = {}
        self.folder = folder

    def add(self, path: str, found: Searched | None, state: State | None = None) -> None:
        """Take in a page by its path in the site, if it is one that is searched.

        Where the page may be exchanged for another, `state` tells which one is meant.
        """
        if found is not None:
            self._pages[found.shard][path] = found.key
            if state:
                self._states[path] = state
            if self.folder:
                lay(self.folder, path, found)

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
        names = [*self._pages, *(f"{lang}/{LOADER}" for lang in self.names)]
        return {name: self._key(name) for name in sorted(names, key=lambda name: (-len(self.pages(name)), name))}

    def expect(self, path: str, site: Path) -> None:
        """Raise ExchangedError when a page in a site is not the one that is meant."""
        if path in self._states and self._states[path] != State.of(os.lstat(site / path)):
            raise ExchangedError(path)

    def _key(self, name: str) -> str:
        state = hashlib.blake2b(f"{metadata.version('pagefind_bin')} {name}".encode(), digest_size=20)
        for path in self.pages(name):
            state.update(path.encode() + b"\0" + self._pages[name][path])
        return state.hexdigest()


def lay(folder: Path, path: str, found: Searched) -> None:
    """Lay what is searched of a page where `index` takes it from."""
    if found.page:
        target = folder / found.shard / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(found.page)


def gather(site: Path, name: str, shards: Shards, pages: Path) -> None:
    """Put together what Pagefind reads: of each page what is searched of it, where that is there, or else all of it."""
    pages.mkdir(parents=True, exist_ok=True)
    for path in shards.pages(name):
        if not (pages / path).exists():
            (pages / path).parent.mkdir(parents=True, exist_ok=True)
            link(site / path, pages / path)
            shards.expect(path, site)
    if name.endswith(f"/{LOADER}"):
        (pages / "index.html").write_text(_STUB, encoding="utf-8")
