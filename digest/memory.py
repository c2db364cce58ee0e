"""Remember what pure steps gave, under the hash of their arguments, of this program's code and of its libraries.

There is nothing to declare and nothing to invalidate: whatever could change a result is in its key. A value that
does not decode as what it should be is worked out again; a store that can't be read is thrown away.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from digest.problems import Problem, Span

A = TypeVar("A")
R = TypeVar("R")

NAME = "memory.sqlite"
_LIBRARIES = ("ahocorasick_rs", "markdown-it-py", "mdit-py-plugins", "msgspec", "nh3")
_GENERATIONS = 20  # builds that a result is kept for after its last use


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

    def decode(self, data: bytes) -> R:
        """Return a kept result; msgspec.MsgspecError when it is none."""
        return self._decoder.decode(data)


class Memory:
    """A store of results in one file; with no path, it remembers nothing."""

    def __init__(self, folder: Path | None) -> None:
        """Open the store in `folder`; one that can't be read is replaced, which `notices` then say."""
        self.notices: tuple[Problem, ...] = ()
        self._rows: sqlite3.Connection | None = None
        if folder is None:
            return
        path = folder / NAME
        try:
            self._rows = _open(path)
        except sqlite3.DatabaseError as error:
            message = f"the cache could not be read ({error}) and was made anew"
            self.notices = (Problem(Span(str(path)), message, code="cache", severity="warning"),)
            path.unlink()
            self._rows = _open(path)

    def map(self, step: Step[A, R], arguments: Sequence[A], run: Map) -> list[R]:
        """Return the step's result for each argument, in order; only what is not remembered is worked out."""
        keys = [step.key(argument) for argument in arguments] if self._rows else []
        known = self._known(step, set(keys))
        missing = [number for number in range(len(arguments)) if not keys or keys[number] not in known]
        made = dict(zip(missing, run(step.function, [arguments[number] for number in missing]), strict=True))
        if self._rows:
            self._keep({keys[number]: result for number, result in made.items()}, known)
        return [made[number] if number in made else known[keys[number]] for number in range(len(arguments))]

    def __enter__(self) -> Memory:
        """Give itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let go of what has not been used for many builds, and close the store."""
        if self._rows is None:
            return
        with self._rows:
            self._rows.execute("DELETE FROM results WHERE used < (SELECT max(used) FROM results) - ?", (_GENERATIONS,))
        self._rows.close()

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

    def _keep(self, made: dict[bytes, R], known: dict[bytes, R]) -> None:
        if self._rows is None:
            return
        with self._rows:
            (newest,) = self._rows.execute("SELECT coalesce(max(used), 0) + 1 FROM results").fetchone()
            self._rows.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?)",
                ((key, _ENCODER.encode(result), newest) for key, result in made.items()),
            )
            self._rows.executemany("UPDATE results SET used = ? WHERE key = ?", ((newest, key) for key in known))


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


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
    rows.execute("PRAGMA journal_mode = WAL")
    rows.execute("PRAGMA synchronous = NORMAL")  # a crash may lose the last build's results, never the file
    rows.execute("CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB, used INTEGER) WITHOUT ROWID")
    rows.execute("SELECT key, value, used FROM results LIMIT 1").fetchone()
    return rows
