"""What browsers are shown: which build a page is of, or that it is ahead of it, and when it is to be loaded again."""

from __future__ import annotations

import hashlib
from asyncio import Future
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from secrets import token_hex
from urllib.parse import unquote

from tornado.ioloop import IOLoop

from digest import files
from digest.model import Page
from digest.problems import Problem
from digest.serve.index import Index

INDEX = "index.html"  # what is answered at a folder's address
_UNBUILT = "build-none"
_QUIET = 2.0  # seconds without another build before the last one is indexed unasked


@dataclass
class Preview:
    """What browsers are shown; it changes on the server's thread only, so that no page is taken for another build's."""

    folder: Path
    index: Index
    show_again: Callable[[], None]  # have every browser load its page again that has another version of it
    build: str = _UNBUILT  # has letters, since livereload's script makes a number of what can be one
    errors: tuple[Problem, ...] = ()
    proofs: dict[str, bytes] = field(default_factory=dict)  # pages that are ahead of the build, by their paths
    indexed: str = ""  # the build that the index is of
    _indexing: Future[None] | None = None

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
        IOLoop.current().call_later(_QUIET, self._index_of, self.build)

    async def have_index(self) -> None:
        """Wait for the index that belongs to the pages; SurroundingsError or OSError when it cannot be made."""
        while self.indexed != self.build:
            await self._refresh()

    def _index_of(self, build: str) -> None:
        """Begin with the index of a build, unless a later one is there, or an earlier index is still being made."""
        if self._indexing and not self._indexing.done():
            IOLoop.current().call_later(_QUIET, self._index_of, build)
        elif build == self.build != self.indexed and not self.errors:
            self._refresh()

    def _refresh(self) -> Future[None]:
        """Return what is done when the index is made that is being made, or that is begun with now."""
        if self._indexing is None or self._indexing.done():
            self._indexing = IOLoop.current().run_in_executor(None, self.index.refresh)
            self._indexing.add_done_callback(partial(self._note, self.build))
        return self._indexing

    def _note(self, build: str, made: Future[None]) -> None:
        if not made.exception():  # else whoever asks for the index is told
            self.indexed = build


def _file_of(path: str) -> str:
    """Return which file is answered at a URL's path."""
    path = unquote(path).removeprefix("/")
    return f"{path}{INDEX}" if path.endswith("/") or not path else path
