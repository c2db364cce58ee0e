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
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from importlib import metadata
from itertools import islice
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar
from zlib import crc32

import msgspec

from digest.problems import Problem, Span, SurroundingsError

A = TypeVar("A")
R = TypeVar("R")
L = TypeVar("L")
T = TypeVar("T")

NAME = "memory.sqlite"
_LIBRARIES = (
    *("ahocorasick_rs", "babel", "jinja2", "lxml", "markdown-it-py", "markupsafe", "mdit-py-plugins", "msgspec"),
    *("nh3", "pillow", "trafilatura", "uharfbuzz"),
)
_GENERATIONS = 20  # builds that a result is kept for after its last use
_NOTED = 10  # builds after which a use is noted anew: no build writes what it only reads
_AT_ONCE = 500  # results that are asked for, or put down, in one go
_SEAL = 4  # bytes of a kept result's own check sum: what a disk has damaged may still decode
_DISK = {  # SQLite's codes for what is no fault of the store
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_LOCKED),
    *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY),
}


class Map(Protocol):
    """Applies a function to each argument and gives the results in order: `map`, or that of an executor."""

    def __call__(self, step: Callable[[A], R], arguments: Iterable[A]) -> Iterable[R]:
        """Return the results in the order of the arguments."""
        ...


class Packing(Generic[R]):
    """How values of a type are kept."""

    def __init__(self, result: type[R]) -> None:
        """Take the type, of which all parts are plain values."""
        self.result = result
        self._decoder = msgspec.msgpack.Decoder(result)

    def encode(self, result: R) -> bytes:
        """Return a value as it is kept."""
        return _sealed(_ENCODER.encode(result))

    def decode(self, kept: bytes) -> R:
        """Return a kept value; msgspec.MsgspecError, TypeError or ValueError when it is none or damaged."""
        if not _is_sound(kept):
            raise ValueError("damaged")
        return self._decoder.decode(memoryview(kept)[_SEAL:])


class Step(Packing[R], Generic[A, R]):
    """A pure function of one plain value, with the type of its result."""

    def __init__(self, function: Callable[[A], R], result: type[R], name: str = "") -> None:
        """`name` stands for the function and for what is bound to it; without one, it is the function's own."""
        super().__init__(result)
        self.function = function
        self.name = name or f"{function.__module__}.{function.__qualname__}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross process borders without the decoder."""
        return type(self), (self.function, self.result, self.name)

    def key(self, argument: object) -> bytes:
        """Return the hash that stands for this step applied to `argument`, or to what `argument` stands for."""
        return hashlib.blake2b(_ENCODER.encode((self.name, code(), argument)), digest_size=20).digest()


class Outlined(Step[A, R], Generic[A, R, L]):
    """A step with large results, of which most who ask want an outline only: the two are kept apart."""

    def __init__(
        self, function: Callable[[A], R], result: type[R], outline: Callable[[R], L], told: type[L], name: str = ""
    ) -> None:
        """`outline` is a pure function as well, and `told` the type of what it gives."""
        super().__init__(function, result, name)
        self.outline = Step(outline, told)

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross process borders without the decoders."""
        return type(self), (self.function, self.result, self.outline.function, self.outline.result, self.name)

    def both(self, argument: A) -> tuple[bytes, bytes]:
        """Return the outline and the result for an argument, as they are kept."""
        result = self.function(argument)
        return self.outline.encode(self.outline.function(result)), self.encode(result)


Asked = tuple[bytes, Callable[[], A]]  # the key of a result, and a way to its argument, if it must be worked out


class Memory:
    """A store of results in one file; with no path, in one that nobody finds again."""

    def __init__(self, folder: Path | None) -> None:
        """Open the store in `folder`; one that can't be read is replaced, which `notices` then say."""
        self.notices: tuple[Problem, ...] = ()
        self._path = folder / NAME if folder else None
        try:
            self._rows = _open(self._path)
        except sqlite3.DatabaseError as error:
            self._rows = self._renewed(error)
        self._build = self._last() + 1
        self.worked: dict[str, list[bytes]] = defaultdict(list)  # the keys of what was worked out, by step

    def map(self, step: Step[A, R], arguments: Sequence[A], run: Map) -> list[R]:
        """Return the step's result for each argument, in order; only what is not remembered is worked out."""
        return self.recall(step, [(step.key(argument), partial(_same, argument)) for argument in arguments], run)

    def recall(self, step: Step[A, R], asked: Sequence[Asked[A]], run: Map) -> list[R]:
        """Return the step's result for whatever is asked; what is not remembered is worked out."""
        known = self._known("results", step, [key for key, _ in asked])
        missing = {key: argument for key, argument in asked if key not in known}
        made = dict(zip(missing, run(step.function, (argument() for argument in missing.values())), strict=True))
        self.worked[step.name] += missing
        self._keep("results", ((key, step.encode(result)) for key, result in made.items()))
        return [made[key] if key in made else known[key] for key, _ in asked]

    def outlines(self, step: Outlined[A, R, L], asked: Sequence[Asked[A]], run: Map) -> list[L]:
        """Return the outline of the step's result for whatever is asked; what is not remembered is worked out."""
        known = self._known("results", step.outline, [key for key, _ in asked])
        for key, outline, _ in self._worked_out(step, [one for one in asked if one[0] not in known], run):
            known[key] = step.outline.decode(outline)
        return [known[key] for key, _ in asked]

    def results(self, step: Outlined[A, R, L], asked: Sequence[Asked[A]], run: Map) -> Iterator[bytes]:
        """Yield the step's whole results for whatever is asked, each as it is kept."""
        for some in _some(asked):
            known = self._found("wholes", [key for key, _ in some])
            lost = [one for one in some if not _is_sound(known.get(one[0], b""))]
            known |= {key: result for key, _, result in self._worked_out(step, lost, run)}
            yield from (known[key] for key, _ in some)

    def _worked_out(
        self, step: Outlined[A, R, L], asked: Sequence[Asked[A]], run: Map
    ) -> Iterator[tuple[bytes, bytes, bytes]]:
        """Work out what is asked and keep it; yield the key, the outline and the result of each."""
        missing = dict(asked)
        self.worked[step.name] += missing
        made = zip(missing, run(step.both, (argument() for argument in missing.values())), strict=True)
        for some in _some((key, outline, result) for key, (outline, result) in made):
            self._keep("results", ((key, outline) for key, outline, _ in some))
            self._keep("wholes", ((key, result) for key, _, result in some))
            yield from some

    def __enter__(self) -> Memory:
        """Give itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let go of what has not been used for many builds, and close the store."""
        with contextlib.suppress(sqlite3.DatabaseError), self._rows:  # the next build meets it again, and says so
            self._rows.execute(f"PRAGMA user_version = {self._build}")
            for table in _TABLES if self._build % _NOTED == 0 else ():
                self._rows.execute(f"DELETE FROM {table} WHERE used < ?", (self._build - _GENERATIONS,))  # noqa: S608
        self._rows.close()

    def _renewed(self, error: sqlite3.DatabaseError) -> sqlite3.Connection:
        """Replace a store that can't be read, and say so; SurroundingsError when it is the disk that fails."""
        if self._path is None or (error.sqlite_errorcode & 0xFF in _DISK and not self._path.is_dir()):
            raise SurroundingsError(f"the cache {self._path} can't be used: {error}") from error
        message = f"the cache could not be read ({error}) and was made anew"
        self.notices = (Problem(Span(str(self._path)), message, code="cache", severity="warning"),)
        for path in self._path.parent.glob(f"{self._path.name}*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return _open(self._path)

    def _known(self, table: str, step: Step[A, R], keys: Iterable[bytes]) -> dict[bytes, R]:
        """Return the results that are remembered and sound."""
        known: dict[bytes, R] = {}
        for some in _some(keys):
            for key, kept in self._found(table, some).items():
                with contextlib.suppress(msgspec.MsgspecError, TypeError, ValueError):
                    known[key] = step.decode(kept)
        return known

    def _found(self, table: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return what is kept under these keys, and note that it is still used."""
        wanted = ",".join("?" * len(keys))
        asked = f"SELECT key, used, value FROM {table} WHERE key IN ({wanted})"  # noqa: S608  # names of our own
        rows = self._sure(lambda: self._rows.execute(asked, keys).fetchall())
        stale = [(self._build, key) for key, used, _ in rows if used < self._build - _NOTED]
        if stale:
            self._sure(lambda: self._rows.executemany(f"UPDATE {table} SET used = ? WHERE key = ?", stale))  # noqa: S608
        return {key: value for key, _, value in rows}

    def _keep(self, table: str, made: Iterable[tuple[bytes, bytes]]) -> None:
        rows = [(key, self._build, value) for key, value in made]

        def put() -> None:
            with self._rows:
                self._rows.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", rows)  # noqa: S608  # above

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

    def _last(self) -> int:
        """Return the number of the last build that this store has seen."""
        (number,) = self._sure(lambda: self._rows.execute("PRAGMA user_version").fetchone())
        return int(number)


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_TABLES = ("results", "wholes")


def _same(argument: A) -> A:
    return argument


def _some(items: Iterable[T]) -> Iterator[list[T]]:
    """Cut what comes into lists that are asked for, or put down, in one go."""
    rest = iter(items)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _sealed(data: bytes) -> bytes:
    return _seal(data) + data


def _is_sound(kept: bytes) -> bool:
    return kept[:_SEAL] == _seal(memoryview(kept)[_SEAL:])


def _seal(data: bytes | memoryview) -> bytes:
    return crc32(data).to_bytes(_SEAL, "little")


@lru_cache(maxsize=1)
def code() -> str:
    """Return a hash of this program's source and of the libraries that its steps use."""
    state = hashlib.blake2b(sys.version.encode(), digest_size=20)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        state.update(path.read_bytes())
    state.update(versions(*_LIBRARIES).encode())
    return state.hexdigest()


def versions(*libraries: str) -> str:
    """Return the versions of libraries that are installed."""
    return ", ".join(f"{library} {metadata.version(library)}" for library in libraries)


def _open(path: Path | None) -> sqlite3.Connection:
    rows = sqlite3.connect(path or "", check_same_thread=False)  # without a path: a file that goes when it is closed
    try:
        rows.execute("PRAGMA page_size = 16384")  # of a new store: a text's result has some 7 KB
        rows.execute("PRAGMA auto_vacuum = INCREMENTAL")
        rows.execute("PRAGMA journal_mode = WAL")
        rows.execute("PRAGMA synchronous = NORMAL")  # a crash may lose the last build's results, never the file
        for table in _TABLES:
            rows.execute(f"CREATE TABLE IF NOT EXISTS {table} (key BLOB PRIMARY KEY, used INTEGER, value BLOB)")
            rows.execute(f"SELECT key, used, value FROM {table} LIMIT 1").fetchone()  # noqa: S608  # as above
    except sqlite3.DatabaseError:
        rows.close()
        raise
    return rows
