"""Remember what pure steps gave, under the hash of their arguments, of this program's code and of its libraries.

There is nothing to declare and nothing to invalidate: whatever could change a result is in its key. A value that
does not decode as what it should be is worked out again.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from importlib import metadata
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar
from zlib import crc32

import msgspec

from digest.problems import Problem
from digest.store import Store

A = TypeVar("A")
R = TypeVar("R")
L = TypeVar("L")
T = TypeVar("T")

NAME = "memory.sqlite"
_LIBRARIES = (
    *("ahocorasick_rs", "babel", "jinja2", "lxml", "markdown-it-py", "markupsafe", "mdit-py-plugins", "msgspec"),
    *("nh3", "pillow", "trafilatura", "uharfbuzz"),
)
_ENDS = 2  # of 256 keys so many end a roll
_SEAL = 4  # bytes of what is kept are its own check sum: what a disk has damaged may still decode


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
        return self._decoder.decode(_opened(kept))


class Step(Packing[R], Generic[A, R]):
    """A pure function of one plain value, with the type of its result."""

    def __init__(self, function: Callable[[A], R], result: type[R], name: str = "") -> None:
        """`name` stands for the function and for what is bound to it; without one, it is the function's own."""
        super().__init__(result)
        kind: Any = tuple[list[bytes], list[result]]  # type: ignore[valid-type]  # known when this runs
        self._rolls = msgspec.msgpack.Decoder(kind)
        self.function = function
        self.name = name or f"{function.__module__}.{function.__qualname__}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross process borders without the decoder."""
        return type(self), (self.function, self.result, self.name)

    def enroll(self, results: Mapping[bytes, R]) -> bytes:
        """Return results by their keys as they are kept."""
        return _sealed(_ENCODER.encode(([*results], [*results.values()])))

    def enrolled(self, kept: bytes) -> dict[bytes, R]:
        """Return kept results by their keys; raises as `decode` does."""
        keys, results = self._rolls.decode(_opened(kept))
        return dict(zip(keys, results, strict=True))

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
    """What steps gave, in the store of a cache folder; with no folder, in one that nobody finds again.

    Outlines, and the results of steps without, lie in rolls of a hundred or two: most builds ask for all of them, and
    find a roll at once under the hash of its keys.
    """

    def __init__(self, folder: Path | None) -> None:
        """Open the store in `folder`."""
        self._store = Store(folder / NAME if folder else None)
        self._enrolled = set[bytes]()  # rolls that are in the store
        self.worked: dict[str, list[bytes]] = defaultdict(list)  # the keys of what was worked out, by step

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What there is to say of the store: that it could not be read."""
        return self._store.notices

    def map(self, step: Step[A, R], arguments: Sequence[A], run: Map) -> list[R]:
        """Return the step's result for each argument, in order; only what is not remembered is worked out."""
        return self.recall(step, [(step.key(argument), partial(_same, argument)) for argument in arguments], run)

    def recall(self, step: Step[A, R], asked: Sequence[Asked[A]], run: Map) -> list[R]:
        """Return the step's result for whatever is asked; what is not remembered is worked out."""
        known = self._known(step, [key for key, _ in asked])
        missing = {key: argument for key, argument in asked if key not in known}
        self.worked[step.name] += missing
        known |= zip(missing, run(step.function, (argument() for argument in missing.values())), strict=True)
        return self._kept(step, [key for key, _ in asked], known)

    def outlines(self, step: Outlined[A, R, L], asked: Sequence[Asked[A]], run: Map) -> list[L]:
        """Return the outline of the step's result for whatever is asked; what is not remembered is worked out."""
        known = self._known(step.outline, [key for key, _ in asked])
        for some in self._worked_out(step, [one for one in asked if one[0] not in known], run):
            known |= self._enroll(step.outline, {key: step.outline.decode(outline) for key, outline, _ in some})
        return self._kept(step.outline, [key for key, _ in asked], known)

    def results(self, step: Outlined[A, R, L], asked: Sequence[Asked[A]], run: Map) -> Iterator[bytes]:
        """Yield the step's whole results for whatever is asked, each as it is kept."""
        for some in _rolls(asked, _first):
            known = self._store.found("wholes", [key for key, _ in some])
            lost = [one for one in some if not _is_sound(known.get(one[0], b""))]
            for made in self._worked_out(step, lost, run):
                self._enroll(step.outline, {key: step.outline.decode(outline) for key, outline, _ in made})
                known |= {key: result for key, _, result in made}
            yield from (known[key] for key, _ in some)

    def _worked_out(
        self, step: Outlined[A, R, L], asked: Sequence[Asked[A]], run: Map
    ) -> Iterator[list[tuple[bytes, bytes, bytes]]]:
        """Work out what is asked and keep it; yield the key, the outline and the result of each, in rolls."""
        missing = dict(asked)
        self.worked[step.name] += missing
        made = zip(missing, run(step.both, (argument() for argument in missing.values())), strict=True)
        for some in _rolls(((key, outline, result) for key, (outline, result) in made), _first):
            self._store.keep("wholes", {key: result for key, _, result in some})
            yield some

    def __enter__(self) -> Memory:
        """Give itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let go of what has not been used for many builds, and close the store."""
        self._store.close()

    def _known(self, step: Step[A, R], keys: Sequence[bytes]) -> dict[bytes, R]:
        """Return the results that are remembered and sound."""
        known = self._of_rolls(step, [_named(roll) for roll in _rolls(keys, _itself)])
        lost = [key for key in keys if key not in known]
        return self._of_rolls(step, self._store.places(lost)) | known if lost else known

    def _of_rolls(self, step: Step[A, R], names: Iterable[bytes]) -> dict[bytes, R]:
        known: dict[bytes, R] = {}
        for name, kept in self._store.found("rolls", [*names]).items():
            with contextlib.suppress(msgspec.MsgspecError, TypeError, ValueError):
                known |= step.enrolled(kept)
                self._enrolled.add(name)
        return known

    def _kept(self, step: Step[A, R], keys: Sequence[bytes], known: Mapping[bytes, R]) -> list[R]:
        """Return the results for keys, and see that the next build finds them as one asks for them."""
        for roll in _rolls(keys, _itself):
            self._enroll(step, {key: known[key] for key in roll})
        return [known[key] for key in keys]

    def _enroll(self, step: Step[A, R], results: dict[bytes, R]) -> dict[bytes, R]:
        name = _named(results)
        if name not in self._enrolled:
            self._store.keep("rolls", {name: step.enroll(results)})
            self._store.place(results, name)
            self._enrolled.add(name)
        return results


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def _same(argument: A) -> A:
    return argument


def _rolls(items: Iterable[T], key: Callable[[T], bytes]) -> Iterator[list[T]]:
    """Cut what comes into rolls.

    Where a roll ends, its last key says: so one that comes, goes or changes leaves all rolls but its own as they are.
    """
    roll: list[T] = []
    for item in items:
        roll.append(item)
        if key(item)[0] < _ENDS:
            yield roll
            roll = []
    if roll:
        yield roll


def _named(keys: Iterable[bytes]) -> bytes:
    return hashlib.blake2b(b"".join(keys), digest_size=20).digest()


def _itself(key: bytes) -> bytes:
    return key


def _first(item: tuple[bytes, Any] | tuple[bytes, Any, Any]) -> bytes:
    return item[0]


def _sealed(data: bytes) -> bytes:
    return _seal(data) + data


def _is_sound(kept: bytes) -> bool:
    return kept[:_SEAL] == _seal(memoryview(kept)[_SEAL:])


def _opened(kept: bytes) -> memoryview:
    if not _is_sound(kept):
        raise ValueError("damaged")
    return memoryview(kept)[_SEAL:]


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
