"""Remember what pure steps gave, under the hash of their arguments, of this program's code and of its libraries.

There is nothing to declare and nothing to invalidate: whatever could change a result is in its key. A value that
does not decode as what it should be is worked out again; a store that can't be read is thrown away.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sqlite3
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from digest.problems import Problem, Span, SurroundingsError

A = TypeVar("A")
R = TypeVar("R")

NAME, IMAGES = "memory.sqlite", "images.sqlite"
_LIBRARIES = (
    *(
        "ahocorasick_rs",
        "babel",
        "lxml",
        "markdown-it-py",
        "mdit-py-plugins",
        "msgspec",
        "nh3",
        "pillow",
        "trafilatura",
    ),
    "uharfbuzz",
)
_GENERATIONS = 20  # builds that a result is kept for after its last use
_SEAL = 8  # bytes of a kept result's own hash: what a disk has damaged may still decode
_DISK = {  # SQLite's codes for what is no fault of the store
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_LOCKED),
    *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY),
}


class Map(Protocol):
    """Applies a function to each argument and gives the results in order: `map`, or that of an executor."""

    def __call__(self, step: Callable[[A], R], arguments: Sequence[A]) -> Sequence[R]:
        """Return the results in the order of the arguments."""
        ...


class Step(Generic[A, R]):
    """A pure function of one plain value, with the type of its result."""

    def __init__(self, function: Callable[[A], R], result: type[R]) -> None:
        """`function` must be importable by name, so that other processes can run it."""
        self.function = function
        self.name = f"{function.__module__}.{function.__qualname__}"
        self._decoder = msgspec.msgpack.Decoder(result)

    def key(self, argument: A) -> bytes:
        """Return the hash that stands for this step applied to `argument`."""
        return hashlib.blake2b(_ENCODER.encode((self.name, code(), argument)), digest_size=20).digest()

    def encode(self, result: R) -> bytes:
        """Return a result as it is kept."""
        return _sealed(_ENCODER.encode(result))

    def decode(self, kept: bytes) -> R:
        """Return a kept result; msgspec.MsgspecError, TypeError or ValueError when it is none or damaged."""
        return self._decoder.decode(_unsealed(kept))


class Filed(Step[A, bytes]):
    """A step whose results are files named after their content: the name alone is kept, the file is looked up.

    So nothing is kept twice, and a file that has changed is worked out again like any damaged result.
    """

    def __init__(
        self, function: Callable[[A], bytes], name: str, called: Callable[[bytes], str], find: Callable[[str], bytes]
    ) -> None:
        """`name` stands for the function and whatever it holds besides; `find` gives nothing where no file is."""
        self.function, self.name = function, name
        self._called, self._find = called, find

    def encode(self, result: bytes) -> bytes:
        """Return a file's name as it is kept."""
        return _sealed(self._called(result).encode())

    def decode(self, kept: bytes) -> bytes:
        """Return the file that a kept name stands for; ValueError when there is none or it has changed."""
        name = _unsealed(kept).decode()
        found = self._find(name)
        if self._called(found) != name:
            raise ValueError("changed")
        return found


class Memory:
    """A store of results in one file; with no path, it remembers nothing."""

    def __init__(self, folder: Path | None, name: str = NAME) -> None:
        """Open the store `name` in `folder`; one that can't be read is replaced, which `notices` then say."""
        self.notices: tuple[Problem, ...] = ()
        self._rows: sqlite3.Connection | None = None
        self._path = folder / name if folder else None
        self._generation = 0  # until something is kept
        try:
            self._rows = _open(self._path) if self._path else None
        except sqlite3.DatabaseError as error:
            self._renew(error)

    def map(self, step: Step[A, R], arguments: Sequence[A], run: Map) -> list[R]:
        """Return the step's result for each argument, in order; only what is not remembered is worked out."""
        try:
            return self._map(step, arguments, run)
        except sqlite3.DatabaseError as error:
            self._renew(error)
            return self._map(step, arguments, run)

    def _map(self, step: Step[A, R], arguments: Sequence[A], run: Map) -> list[R]:
        keys = [step.key(argument) for argument in arguments] if self._rows else []
        known = self._known(step, set(keys))
        missing = [number for number in range(len(arguments)) if not keys or keys[number] not in known]
        made = dict(zip(missing, run(step.function, [arguments[number] for number in missing]), strict=True))
        if self._rows:
            self._keep({keys[number]: step.encode(result) for number, result in made.items()}, known)
        return [made[number] if number in made else known[keys[number]] for number in range(len(arguments))]

    def __enter__(self) -> Memory:
        """Give itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let go of what has not been used for many builds, and close the store."""
        if self._rows is None:
            return
        with contextlib.suppress(sqlite3.DatabaseError), self._rows:  # the next build meets it again, and says so
            self._rows.execute("DELETE FROM results WHERE used < (SELECT max(used) FROM results) - ?", (_GENERATIONS,))
        self._rows.close()

    def _renew(self, error: sqlite3.DatabaseError) -> None:
        """Replace a store that can't be read, and say so; SurroundingsError when it is the disk that fails."""
        if self._path is None or (error.sqlite_errorcode & 0xFF in _DISK and not self._path.is_dir()):
            raise SurroundingsError(f"the cache {self._path} can't be used: {error}") from error
        message = f"the cache could not be read ({error}) and was made anew"
        self.notices = (Problem(Span(str(self._path)), message, code="cache", severity="warning"),)
        if self._rows:
            self._rows.close()
        for path in self._path.parent.glob(f"{self._path.name}*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self._rows = _open(self._path)

    def _known(self, step: Step[A, R], keys: set[bytes]) -> dict[bytes, R]:
        found: dict[bytes, R] = {}
        for key in keys:
            row = (
                self._rows.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone() if self._rows else None
            )
            if row is not None:
                try:
                    found[key] = step.decode(row[0])
                except (msgspec.MsgspecError, TypeError, ValueError):
                    continue
        return found

    def _keep(self, made: dict[bytes, bytes], known: dict[bytes, R]) -> None:
        if self._rows is None:
            return
        with self._rows:
            newest = self._newest()
            self._rows.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?)",
                ((key, kept, newest) for key, kept in made.items()),
            )
            self._rows.executemany("UPDATE results SET used = ? WHERE key = ?", ((newest, key) for key in known))

    def _newest(self) -> int:
        """Return the number of this build: one more than any before, and the same for whatever it keeps."""
        if self._rows and not self._generation:
            (self._generation,) = self._rows.execute("SELECT coalesce(max(used), 0) + 1 FROM results").fetchone()
        return self._generation


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB, used INTEGER) WITHOUT ROWID"


def _sealed(data: bytes) -> bytes:
    return _seal(data) + data


def _unsealed(kept: bytes) -> bytes:
    if kept[:_SEAL] != _seal(kept[_SEAL:]):
        raise ValueError("damaged")
    return kept[_SEAL:]


def _seal(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL).digest()


@lru_cache(maxsize=1)
def code() -> str:
    """Return a hash of this program's source and of the libraries that its steps use."""
    state = hashlib.blake2b(sys.version.encode(), digest_size=20)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        state.update(path.read_bytes())
    for library in _LIBRARIES:
        state.update(f"{library} {metadata.version(library)}".encode())
    return state.hexdigest()


def _open(path: Path) -> sqlite3.Connection:
    rows = sqlite3.connect(path, check_same_thread=False)
    try:
        rows.execute("PRAGMA journal_mode = WAL")
        rows.execute("PRAGMA synchronous = NORMAL")  # a crash may lose the last build's results, never the file
        rows.execute(_TABLE)
        rows.execute("SELECT key, value, used FROM results LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        rows.close()
        raise
    return rows
