"""The index of the preview, whose pages are published anew at any time: `python -m digest.refresh` makes it.

It is a program of its own, so that saves and the server need not wait for it, and gives way to them. What it knows of a
page it keeps with how the disk had the page then; pages that were exchanged while it looked are looked at again.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from digest.files import State, put, tree
from digest.listing import Looked
from digest.problems import SurroundingsError
from digest.search import FOLDER, assemble, is_of
from digest.searched import Searched, searched
from digest.shards import ExchangedError, Shards, lay

_KNOWN, _MAKING = "searched.msgpack", "making-"
_TRIES = 3
_LAST = 19  # as nice as a program can be


class Page(NamedTuple):
    """What is searched of a page, and how the disk had it then."""

    state: State
    looked: Looked


_DECODER = msgspec.msgpack.Decoder(dict[str, Page])


def refresh(site: Path, home: Path, former: Path) -> bool:
    """Have the index of the pages in `site` in the folder `home`; return whether any of it had to be made.

    What the index of the `former` site has of it is shared. What was there before is there until then.
    SurroundingsError when Pagefind fails, or the pages are exchanged faster than they can be looked at.
    """
    home.mkdir(exist_ok=True)
    for left in home.glob(f"{_MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)
    aside = home / f"{_MAKING}{os.getpid()}"  # of one's own: the indexer of a server that was killed may go on
    for _ in range(_TRIES):
        aside.mkdir()
        try:
            with suppress(ExchangedError, FileNotFoundError):
                return _refresh(site, home, former, aside)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    raise SurroundingsError("the pages were exchanged while they were indexed")


def _refresh(site: Path, home: Path, former: Path, aside: Path) -> bool:
    shards, folder = Shards(aside / "pages"), home / FOLDER
    for path, page in _pages(site, home / _KNOWN, aside / "pages").items():
        if page.looked[0]:
            shards.add(path, Searched(*page.looked), page.state)
    if is_of(folder, shards):
        return False
    made = assemble(site, shards, (folder, former / FOLDER), aside / "made", aside / "pages")
    with suppress(FileNotFoundError):
        folder.rename(aside / "former")
    (aside / "made").rename(folder)
    return made


def _pages(site: Path, known: Path, aside: Path) -> dict[str, Page]:
    """Return what is searched of each page, looking at those that have changed since it was known."""
    former = _load(known)
    pages: dict[str, Page] = {}
    for path, found in tree(str(site)):
        if path.endswith(".html"):
            page = former.get(path)
            pages[path] = page if page and page.state == State.of(found) else _look(site, path, aside)
    if pages != former:
        put(known, msgspec.msgpack.encode(pages))
    return pages


def _look(site: Path, path: str, aside: Path) -> Page:
    with (site / path).open("rb") as file:
        state, found = State.of(os.fstat(file.fileno())), searched(file.read())
    if found:
        lay(aside, path, found)
    return Page(state, (found.shard, found.key) if found else ("", b""))


def _load(known: Path) -> dict[str, Page]:
    try:
        return _DECODER.decode(known.read_bytes())
    except (OSError, msgspec.MsgspecError):
        return {}


def main() -> None:
    """Refresh the index in a folder: of a site's pages, with the help of another site's index."""
    if hasattr(os, "nice"):
        os.nice(_LAST)
    try:
        refresh(*map(Path, sys.argv[1:]))
    except (SurroundingsError, OSError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
