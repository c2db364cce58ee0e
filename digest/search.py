"""The search index: Pagefind, run over the staged pages, in shards (docs/decisions/search.md).

A shard holds the entries of one language and year, or the terms of one language, and is made anew only when its pages
change (searched.py).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, repeat
from pathlib import Path

from digest.files import link
from digest.model import PAGEFIND
from digest.pagefind import discard, run, seal, sealed, tidy
from digest.shards import Shards, gather

FOLDER = PAGEFIND.strip("/")
LIST = "shards.json"
_CORES = os.cpu_count() or 1
Take = Callable[[str, str, Path], bool]  # puts the shard of a name and a key into a folder, if it has been made


def index(site: Path, shards: Shards, former: Path, jobs: int = 0, take: Take = lambda *_: False) -> bool:
    """Bring the index in `site` up to date with its pages; return whether any of it had to be made.

    Shards are shared with the `former` site where their pages are the same, and taken where they have been made ahead.
    As many others are made at once as `jobs` says, 0 for one a core. The folder of `shards` is gone afterwards.
    SurroundingsError when Pagefind fails.
    """
    with _scratch(shards.folder or site.with_name(f"{site.name}.{FOLDER}")) as scratch:
        return assemble(site, shards, [former / FOLDER], site / FOLDER, scratch, jobs, take)


def remove(site: Path) -> None:
    """Leave a site without an index."""
    discard(site / FOLDER)


def is_of(folder: Path, shards: Shards) -> bool:
    """Whether an index is there, whole, and of these pages."""
    return _listed(folder) == shards.names and all(sealed(folder / name, key) for name, key in shards.keys.items())


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Give a folder, on the disk of the site, for as long as its index is made."""
    folder.mkdir(exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def assemble(
    site: Path,
    shards: Shards,
    formers: Sequence[Path],
    folder: Path,
    scratch: Path,
    jobs: int = 0,
    take: Take = lambda *_: False,
) -> bool:
    """Bring the index in `folder` up to date, as `index` does; `scratch` is for what Pagefind reads.

    ExchangedError where a page is not any more the one that is meant.
    """
    keys = shards.keys
    kept = _kept(folder, keys)
    shared = {name: found for name in keys.keys() - kept if (found := _found(name, keys[name], formers))}
    made = [name for name in keys if name not in kept and name not in shared]

    def make(name: str) -> None:
        if not take(name, keys[name], folder / name):
            gather(site, name, shards, scratch / name)
            run(scratch / name, folder / name, name.split("/")[0])

    with _pool(jobs or _CORES, len(made)) as pool:
        making = pool.map(make, made)
        for name, (former, files) in shared.items():
            _share(former, folder / name, files)
        list(making)
    needed = {name: seal(folder / name, keys[name]) for name in made}
    (folder / LIST).write_text(json.dumps(shards.names, sort_keys=True), encoding="utf-8")
    for name, files in needed.items():
        tidy(folder / name, files)
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


def _found(name: str, key: str, formers: Iterable[Path]) -> tuple[Path, list[str]] | None:
    """Return where a shard is already, and its files."""
    return next(((former / name, files) for former in formers if (files := sealed(former / name, key))), None)


def _share(former: Path, folder: Path, files: Iterable[str]) -> None:
    """Have the files of a shard in another site too."""
    for part in {path.rpartition("/")[0] for path in files}:
        (folder / part).mkdir(parents=True, exist_ok=True)
    for path in files:
        link(f"{former}/{path}", f"{folder}/{path}")


def _pool(jobs: int, shards: int) -> ThreadPoolExecutor:
    """Return threads that each wait for a Pagefind; where there are more than cores, each is kept to one."""
    crowded = shards > jobs >= _CORES and hasattr(os, "sched_setaffinity")
    cores = cycle(sorted(os.sched_getaffinity(0))) if crowded else repeat(None)
    return ThreadPoolExecutor(jobs, initializer=lambda: _keep_to(next(cores)))


def _keep_to(core: int | None) -> None:
    """Have what this thread runs stay on one core: the threads of several Pagefinds cost each other a twentieth."""
    if core is not None:
        os.sched_setaffinity(0, {core})


def _listed(folder: Path) -> object:
    try:
        return json.loads((folder / LIST).read_bytes())
    except (OSError, ValueError):
        return None
