"""The search index: Pagefind, run over the staged pages, in shards (docs/decisions/search.md).

A shard holds the entries of one language and year, or the terms of one language, and is made anew only when its pages
change (searched.py).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import metadata
from itertools import cycle, repeat
from pathlib import Path

from digest.files import link
from digest.model import PAGEFIND
from digest.pagefind import discard, run, seal, sealed, tidy
from digest.searched import LOADER, Searched, searched

FOLDER = PAGEFIND.strip("/")
LIST = "shards.json"
_STUB = "<html><body data-pagefind-body>0</body></html>"  # Pagefind makes no index of nothing
Take = Callable[[str, str, Path], bool]  # puts the shard of a name and a key into a folder, if it has been made


class Shards:
    """The pages that are searched, taken as they are staged, by the shard that each names (`en/2025`)."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin with no pages. What is searched of each goes to `folder`, if there is one, for `index` to take."""
        self._pages: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
        self.folder = folder

    def add(self, path: str, found: Searched | None) -> None:
        """Take in a page by its path in the site, if it is one that is searched."""
        if found is not None:
            self._pages[found.shard][path] = found.key
            if self.folder:
                put(self.folder, path, found)

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

    def _key(self, name: str) -> str:
        state = hashlib.blake2b(f"{metadata.version('pagefind_bin')} {name}".encode(), digest_size=20)
        for path in self.pages(name):
            state.update(path.encode() + b"\0" + self._pages[name][path])
        return state.hexdigest()


def put(folder: Path, path: str, found: Searched) -> None:
    """Put what is searched of a page where `index` takes it from."""
    if found.page:
        target = folder / found.shard / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(found.page)


def index(site: Path, shards: Shards, former: Path, jobs: int = 0, take: Take = lambda *_: False) -> bool:
    """Bring the index in `site` up to date with its pages; return whether any of it had to be made.

    Shards are shared with the `former` site where their pages are the same, and taken where they have been made ahead.
    As many others are made at once as `jobs` says, 0 for one a core. The folder of `shards` is gone afterwards.
    SurroundingsError when Pagefind fails.
    """
    with _scratch(shards.folder or site.with_name(f"{site.name}.{FOLDER}")) as scratch:
        return _assemble(site, shards, former / FOLDER, site / FOLDER, scratch, jobs, take)


def remove(site: Path) -> None:
    """Leave a site without an index."""
    discard(site / FOLDER)


def refresh(site: Path) -> bool:
    """Make the index of the pages in `site` anew where it is of other pages; return whether it was.

    The former one is there until the new one is made. SurroundingsError when Pagefind fails.
    """
    shards, folder = Shards(), site / FOLDER
    for path in sorted(site.rglob("*.html")):
        shards.add(path.relative_to(site).as_posix(), searched(path.read_bytes()))
    if _listed(folder) == shards.names and all(sealed(folder / name, key) for name, key in shards.keys.items()):
        return False
    aside = site.with_name(f"{site.name}.{FOLDER}")
    shutil.rmtree(aside, ignore_errors=True)
    with _scratch(aside) as scratch:
        _assemble(site, shards, folder, scratch / "made", scratch, 0, lambda *_: False)
        shutil.rmtree(folder, ignore_errors=True)
        (scratch / "made").rename(folder)
    return True


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Give a folder, on the disk of the site, for as long as its index is made."""
    folder.mkdir(exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _assemble(site: Path, shards: Shards, former: Path, folder: Path, scratch: Path, jobs: int, take: Take) -> bool:
    keys = shards.keys
    kept = _kept(folder, keys)
    shared = {name: files for name in keys.keys() - kept if (files := sealed(former / name, keys[name]))}
    made = [name for name in keys if name not in kept and name not in shared]
    all_cores = os.cpu_count() or 1
    jobs = jobs or all_cores
    cores = _cores() if len(made) > jobs >= all_cores else repeat(None)

    def make(name: str) -> None:
        if not take(name, keys[name], folder / name):
            _make(site, name, shards.pages(name), scratch / name, folder / name)

    with ThreadPoolExecutor(jobs, initializer=lambda: _keep_to(next(cores))) as pool:
        making = pool.map(make, made)
        for name, files in shared.items():
            _share(former / name, folder / name, files)
        list(making)
    for name in made:
        seal(folder / name, keys[name])
    (folder / LIST).write_text(json.dumps(shards.names, sort_keys=True), encoding="utf-8")
    for name in made:
        tidy(folder / name, sealed(folder / name, keys[name]) or [])
    return bool(made)


def _kept(folder: Path, keys: Mapping[str, str]) -> set[str]:
    """Return which shards a folder has already; whatever else lies in it is deleted. No link is followed."""
    if folder.is_symlink():
        folder.unlink()
    folder.mkdir(exist_ok=True)
    kept = set()
    for lang in folder.iterdir():
        shards = [*lang.iterdir()] if lang.is_dir() and not lang.is_symlink() else []
        for shard in shards:
            name = f"{lang.name}/{shard.name}"
            files = None if shard.is_symlink() else sealed(shard, keys.get(name, ""))
            if files is None:
                discard(shard)
            else:
                tidy(shard, files)
                kept.add(name)
        if not any(name.startswith(f"{lang.name}/") for name in kept):
            discard(lang)
    return kept


def _share(former: Path, folder: Path, files: Iterable[str]) -> None:
    """Have the files of a shard in another site too."""
    for part in {path.rpartition("/")[0] for path in files}:
        (folder / part).mkdir(parents=True, exist_ok=True)
    for path in files:
        link(f"{former}/{path}", f"{folder}/{path}")


def _cores() -> Iterator[int | None]:
    """Return the cores of this computer, over and over, where a program can be kept to one."""
    return cycle(sorted(os.sched_getaffinity(0))) if hasattr(os, "sched_setaffinity") else repeat(None)


def _keep_to(core: int | None) -> None:
    """Have what this thread runs stay on one core: the threads of several Pagefinds cost each other a twentieth."""
    if core is not None:
        os.sched_setaffinity(0, {core})


def _make(site: Path, name: str, paths: Iterable[str], pages: Path, folder: Path) -> None:
    """Run Pagefind over some pages, in a folder of their own."""
    gather(site, paths, pages)
    if name.endswith(f"/{LOADER}"):
        (pages / "index.html").write_text(_STUB, encoding="utf-8")
    run(pages, folder, name.split("/")[0])


def gather(site: Path, paths: Iterable[str], pages: Path) -> None:
    """Put together what Pagefind reads: of each page what is searched of it, where that is there, or else all of it."""
    pages.mkdir(parents=True, exist_ok=True)
    for path in paths:
        if not (pages / path).exists():
            (pages / path).parent.mkdir(parents=True, exist_ok=True)
            link(site / path, pages / path)


def _listed(folder: Path) -> object:
    try:
        return json.loads((folder / LIST).read_bytes())
    except (OSError, ValueError):
        return None
