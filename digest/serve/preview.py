"""What browsers are shown: which build a page is of, or that it is ahead of it, and when it is to be loaded again."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from urllib.parse import unquote

from tornado.ioloop import IOLoop

from digest import files, search
from digest.model import Page
from digest.problems import Problem

INDEX = "index.html"  # what is answered at a folder's address
_UNBUILT = "build-none"


@dataclass
class Preview:
    """What browsers are shown; it changes on the server's thread only, so that no page is taken for another build's."""

    folder: Path
    show_again: Callable[[], None]  # have every browser load its page again that has another version of it
    build: str = _UNBUILT  # has letters, since livereload's script makes a number of what can be one
    errors: tuple[Problem, ...] = ()
    proofs: dict[str, bytes] = field(default_factory=dict)  # pages that are ahead of the build, by their paths
    indexed: str = ""
    indexing: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def is_built(self) -> bool:
        """Whether there has been a build."""
        return self.build != _UNBUILT

    def version(self, path: str) -> str:
        """Return what the page at a URL's path is of: of a build, or ahead of it."""
        proof = self.proofs.get(_file_of(path))
        return self.build if proof is None else f"proof-{hashlib.blake2b(proof, digest_size=8).hexdigest()}"

    def prove(self, pages: Iterable[Page]) -> None:
        """Take note that pages are ahead of the build, and have them shown; not in the place of what is wrong."""
        self.proofs = {} if self.errors else {page.path: page.data for page in pages}
        self.show_again()

    def take(self, problems: Sequence[Problem]) -> None:
        """Take note that a build has ended, and have it shown; a proof that it bears out is shown already."""
        self.build = f"build-{token_hex(4)}"
        self.errors = tuple(problem for problem in problems if problem.is_error)
        proofs = {} if self.errors else self.proofs
        self.proofs = {path: data for path, data in proofs.items() if files.holds(f"{self.folder}/{path}", data)}
        self.show_again()

    async def index(self) -> None:
        """Have the index that belongs to the pages; SurroundingsError or OSError when it cannot be made."""
        async with self.indexing:
            if self.indexed != (build := self.build):
                await IOLoop.current().run_in_executor(None, search.refresh, self.folder)
                self.indexed = build


def _file_of(path: str) -> str:
    """Return which file is answered at a URL's path."""
    path = unquote(path).removeprefix("/")
    return f"{path}{INDEX}" if path.endswith("/") or not path else path
