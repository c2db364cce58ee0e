"""The search index: Pagefind, run over the staged pages.

It is a program of its own, run as a subprocess; its Python interface waits 100 ms for each page.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from digest.files import Static, link_tree
from digest.model import PAGEFIND, Page
from digest.problems import SurroundingsError

FOLDER = PAGEFIND.strip("/")
_KEY = "made-from.txt"
_MARK = b" data-pagefind-body"
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*")  # the search page is our own


class IndexKey:
    """A hash over the pages that are searched, taken as they are staged: unchanged pages keep their index."""

    def __init__(self) -> None:
        """Begin with no pages."""
        self._state = hashlib.blake2b(metadata.version("pagefind_bin").encode(), digest_size=20)

    def add(self, made: Page | Static) -> None:
        """Take in a page, if it is one that is searched."""
        if isinstance(made, Page) and _MARK in made.data:
            self._state.update(made.path.encode() + b"\0" + hashlib.blake2b(made.data).digest())

    def __str__(self) -> str:
        """Return the hash."""
        return self._state.hexdigest()


def index(site: Path, key: IndexKey, former: Path) -> bool:
    """Put the index of the pages in `site` beside them; return whether it had to be made.

    It is shared with the `former` site where the searched pages are the same. SurroundingsError when Pagefind fails.
    """
    if _key_of(former / FOLDER) == str(key):
        link_tree(former / FOLDER, site / FOLDER)
        return False
    _make(site, key, site / FOLDER)
    return True


def refresh(site: Path) -> bool:
    """Make the index of the pages in `site` anew if it is of other pages; return whether it was.

    The former one is there until the new one is made. SurroundingsError when Pagefind fails.
    """
    key = IndexKey()
    for path in sorted(site.rglob("*.html")):
        key.add(Page(path.relative_to(site).as_posix(), path.read_bytes()))
    if _key_of(site / FOLDER) == str(key):
        return False
    made = site.with_name(f"{site.name}.{FOLDER}")
    shutil.rmtree(made, ignore_errors=True)
    _make(site, key, made)
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    made.rename(site / FOLDER)
    return True


def _make(site: Path, key: IndexKey, folder: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(folder), "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # no shell, our own paths
    if result.returncode:
        raise SurroundingsError(f"Pagefind failed: {(result.stderr or result.stdout).strip()[-500:]}")
    # On a full disk Pagefind ends as if all were well: only what is written now, before there is room again, tells.
    (folder / _KEY).write_text(f"{key}\n", encoding="utf-8")
    if not all(path.stat().st_size for path in folder.rglob("*") if path.is_file()):
        raise SurroundingsError("Pagefind left empty files; is there room on the disk?")
    _tidy(folder)


def _tidy(folder: Path) -> None:
    unused: Iterable[Path] = (path for pattern in _UNUSED for path in folder.glob(pattern))
    for path in unused:
        path.unlink()


def _key_of(folder: Path) -> str:
    try:
        return (folder / _KEY).read_text(encoding="utf-8").strip()
    except OSError:
        return ""
