"""A store: one SQLite file that gives back what was put into it, or is thrown away.

It forgets what no build has used for long. A use is noted now and then only: no build writes what it just reads.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from digest.problems import Problem, Span, SurroundingsError

T = TypeVar("T")

_KEPT = ("rolls", "wholes")  # the tables with values
_TABLES = (
    *(f"CREATE TABLE IF NOT EXISTS {table} (key BLOB PRIMARY KEY, used INTEGER, value BLOB)" for table in _KEPT),
    "CREATE TABLE IF NOT EXISTS places (key BLOB PRIMARY KEY, roll BLOB) WITHOUT ROWID",
)
_GENERATIONS = 20  # builds that a value is kept for after its last use
_NOTED = 10  # builds after which a use is noted anew
_AT_ONCE = 500  # values that are asked for, or put down, in one go
_DISK = {  # SQLite's codes for what is no fault of the store
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_LOCKED),
    *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY),
}


class Store:
    """Values by keys of 20 bytes: `wholes`, and `rolls`, of which it knows what lies in each."""

    def __init__(self, path: Path | None) -> None:
        """Open the store at `path`, or one that goes when it is closed.

        One that can't be read is replaced, which `notices` then say; SurroundingsError when it is the disk that fails.
        """
        self.notices: tuple[Problem, ...] = ()
        self._path = path
        try:
            self._rows = _open(path)
        except sqlite3.DatabaseError as error:
            self._rows = self._renewed(error)
        (last,) = self._sure(lambda: self._rows.execute("PRAGMA user_version").fetchone())
        self._build = int(last) + 1

    def found(self, table: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return what is kept under these keys, and note that it is still used."""
        return dict(row for some in _some(keys) for row in self._found(table, some))

    def places(self, keys: Iterable[bytes]) -> set[bytes]:
        """Return the rolls in which these keys lie."""
        return {roll for some in _some(keys) for _, roll in self._asked("key, roll", "places", some)}

    def keep(self, table: str, values: Mapping[bytes, bytes]) -> None:
        """Put values down."""
        self._put(table, [(key, self._build, value) for key, value in values.items()])

    def place(self, keys: Iterable[bytes], roll: bytes) -> None:
        """Put down in which roll keys lie."""
        self._put("places", [(key, roll) for key in keys])

    def close(self) -> None:
        """Let go of what has not been used for many builds, and of the file."""
        with contextlib.suppress(sqlite3.DatabaseError), self._rows:  # the next build meets it again, and says so
            self._rows.execute(f"PRAGMA user_version = {self._build}")
            if self._build % _NOTED == 0:
                for table in _KEPT:
                    self._rows.execute(f"DELETE FROM {table} WHERE used < ?", (self._build - _GENERATIONS,))  # noqa: S608
                self._rows.execute("DELETE FROM places WHERE roll NOT IN (SELECT key FROM rolls)")
        self._rows.close()

    def _found(self, table: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        rows = self._asked("key, used, value", table, keys)
        stale = [(self._build, key) for key, used, _ in rows if used < self._build - _NOTED]
        if stale:
            self._sure(lambda: self._rows.executemany(f"UPDATE {table} SET used = ? WHERE key = ?", stale))  # noqa: S608
        return ((key, value) for key, _, value in rows)

    def _asked(self, columns: str, table: str, keys: Sequence[bytes]) -> list[Any]:
        wanted = ",".join("?" * len(keys))
        asked = f"SELECT {columns} FROM {table} WHERE key IN ({wanted})"  # noqa: S608  # names of our own
        return self._sure(lambda: self._rows.execute(asked, keys).fetchall())

    def _put(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        values = ",".join("?" * len(rows[0])) if rows else ""

        def put() -> None:
            with self._rows:
                self._rows.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({values})", rows)  # noqa: S608  # above

        if rows:
            self._sure(put)

    def _sure(self, action: Callable[[], T]) -> T:
        """Do something with the store; if it turns out to be damaged, with a new one."""
        try:
            return action()
        except sqlite3.ProgrammingError:  # a fault of ours
            raise
        except sqlite3.DatabaseError as error:
            self._rows.close()
            self._rows = self._renewed(error)
            return action()

    def _renewed(self, error: sqlite3.DatabaseError) -> sqlite3.Connection:
        """Replace a store that can't be read, and say so; SurroundingsError when it is the disk that fails."""
        if self._path is None or (error.sqlite_errorcode & 0xFF in _DISK and not self._path.is_dir()):
            raise SurroundingsError(f"the cache {self._path} can't be used: {error}") from error
        message = f"the cache could not be read ({error}) and was made anew"
        self.notices = (Problem(Span(str(self._path)), message, code="cache", severity="warning"),)
        for path in self._path.parent.glob(f"{self._path.name}*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return _open(self._path)


def _some(items: Iterable[T]) -> Iterator[list[T]]:
    """Cut what comes into lists that are asked for in one go."""
    rest = iter(items)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _open(path: Path | None) -> sqlite3.Connection:
    rows = sqlite3.connect(path or "", check_same_thread=False)  # without a path: a file that goes when it is closed
    try:
        rows.execute("PRAGMA page_size = 16384")  # of a new store: a text's result has some 7 KB
        rows.execute("PRAGMA auto_vacuum = INCREMENTAL")
        rows.execute("PRAGMA journal_mode = WAL")
        rows.execute("PRAGMA synchronous = NORMAL")  # a crash may lose the last build's results, never the file
        for table in _TABLES:
            rows.execute(table)
        for table in _KEPT:
            rows.execute(f"SELECT key, used, value FROM {table} LIMIT 1").fetchone()  # noqa: S608  # as above
        rows.execute("SELECT key, roll FROM places LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        rows.close()
        raise
    return rows
