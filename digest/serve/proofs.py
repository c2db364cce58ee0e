"""Proofs in the preview: the pages of entries that were just saved, while the digest is built again."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from digest import files
from digest.model import Page
from digest.proof import Galley

_AT_ONCE = 5  # files; more than an author saves at once come from git, and their proofs would hold up the build


class Proofs:
    """Makes proofs of the digest in `root`, and puts them into a `folder`."""

    def __init__(self, root: Path, folder: Path) -> None:
        """There are none until there has been a build."""
        self._root, self._folder = root, folder
        self._galley: Galley | None = None

    def take(self, galley: Galley) -> None:
        """Make proofs with this galley from now on."""
        self._galley = galley

    def make(self, saved: Collection[Path]) -> list[Page]:
        """Put the pages of saved entries into the folder, and return them."""
        if self._galley is None or len(saved) > _AT_ONCE:
            return []
        paths = [path.relative_to(self._root).as_posix() for path in saved if path.is_file()]
        pages = [page for path in paths if (page := self._galley.proof(files.source(self._root, path)))]
        for page in pages:
            files.put(self._folder / page.path, page.data)
        return pages
