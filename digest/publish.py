"""Publishing: a site is staged beside the published one, and the two folders change places in one step.

Each output path belongs to one source, and no folder is replaced that is not ours (docs/decisions/publishing.md).
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import sys
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from digest.files import CACHE, CONTENT, TEMPLATES, State, Static, holds, link
from digest.listing import Listing, Made
from digest.model import PAGEFIND, Page
from digest.problems import DigestError, Problem, Span
from digest.searched import Searched

MARKER = ".digest-site"
PUBLISHED, STAMP = "published.msgpack", "stamp.msgpack"  # what is known of a site, on its shelf
_SPARE, _FOLDER = "spare.msgpack", "spare"  # likewise
_KEPT = (".gitignore",)  # what a folder of ours may hold besides a site, carried over by every build
APART = frozenset([MARKER, *_KEPT, PAGEFIND.strip("/")])  # what a site holds besides what is listed
_MARKER_TEXT = b"Made by digest. Everything in this folder is replaced by the next build.\n"
_NAMES_TOO_LONG = 240  # bytes of a part of a path; most file systems end at 255
_PATHS_TOO_LONG = 800  # bytes; macOS ends at 1023, with the folder that the site lies in


class Claims:
    """Who owns which output path. Paths that some file system would join, by case or composition, are one."""

    def __init__(self) -> None:
        """Begin with every path free but that of the search index."""
        self.paths: set[str] = set()
        self.problems: list[Problem] = []
        self._owners = {PAGEFIND.strip("/"): "the search index"}

    def take(self, path: str, origin: str = "") -> bool:
        """Take a file's path for the source that it comes from; False, and a problem more, when it can't be had."""
        size = len(path.encode())
        if size > _PATHS_TOO_LONG or (size > _NAMES_TOO_LONG and _has_long_name(path)):
            message = f"the address /{path[:60]}… is too long for a file"
            self.problems.append(Problem(Span(origin or path), message, "give a shorter slug or name", "address"))
            return False
        key = (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()
        folders = self._above(key)
        taken = next((place for place in (key, f"{key}/", *folders) if place in self._owners), None)
        if taken is not None and (origin or self._owners[taken]):  # else two feeds, whose pages have clashed already
            self.problems.append(_taken(path, origin, self._owners[taken]))
            return False
        self.paths.add(path)
        self._owners[key] = origin
        for folder in folders:
            self._owners.setdefault(f"{folder}/", origin)
        return True

    def _above(self, key: str) -> list[str]:
        """Return the folders around a path that nobody has taken yet."""
        folder, found = key.rpartition("/")[0], list[str]()
        while folder and f"{folder}/" not in self._owners:
            found.append(folder)
            folder = folder.rpartition("/")[0]
        return found


class Stage:
    """A site in the making, beside the folder that it will become.

    Use it as a context manager. Where it has a `cache`, a published site's former folder is kept there, and so is a
    stage that was not published: the next stage is what it holds, brought up to date.
    """

    def __init__(self, out: Path, cache: Path | None = None, *, preview: bool = False) -> None:
        """DigestError when `out` is a folder that digest did not make, or lies where a digest is read from.

        A `preview` may lie in the cache.
        """
        self.out = out.resolve()
        if not preview:
            _expect_room(out, self.out)
        # Of one's own: the indexer of a build that was killed may go on writing into that build's folder.
        self.folder = self.out.with_name(f".{self.out.name}.staged-{os.getpid()}")
        self.aside = self.folder.with_name(f"{self.folder.name}.aside")  # for what is needed until it is published
        self._former = _aside(self.out)
        self._shelf = shelf(out, cache) if cache else None
        self._here, self._there = Listing(), Listing()  # what the stage had at the beginning, and what is published
        self._made: dict[str, Made] = {}
        self._is_published = False

    def __enter__(self) -> Stage:
        """Begin with the spare folder or an empty one, and with the site in place where a killed build put it aside."""
        if self._former.exists() and not self.out.exists():
            self._former.rename(self.out)
        shutil.rmtree(self._former, ignore_errors=True)
        for left in self.out.parent.glob(f".{self.out.name}.staged-*"):
            shutil.rmtree(left, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        if self._shelf and not self._take_spare(self._shelf):
            self._here = Listing()
        if not self._here.made:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir()
        return self

    def _take_spare(self, shelf: Path) -> bool:
        self._there = Listing.load(shelf / PUBLISHED)
        self._here = Listing.load(shelf / _SPARE)
        (shelf / STAMP).unlink(missing_ok=True)
        (shelf / _SPARE).unlink(missing_ok=True)  # killed from here on, a build leaves nothing that is trusted
        return _moved(shelf / _FOLDER, self.folder)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Keep for the next build what is whole: the former site or, where the content had errors, what was staged."""
        whole = self._is_published or (kind is not None and issubclass(kind, DigestError))
        if self._shelf and whole:
            listing = self._there if self._is_published else Listing(self._here.made | self._made).timed(self.folder)
            shutil.rmtree(self._shelf / _FOLDER, ignore_errors=True)
            if listing.made and _moved(self.folder, self._shelf / _FOLDER):
                listing.save(self._shelf / _SPARE)
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.aside, ignore_errors=True)

    def clear(self, paths: Collection[str]) -> None:
        """Take out of the stage whatever is none of these files; do so before any of them is put there."""
        gone = [self.folder / path for path in self._here.made if path not in paths]
        for place in (*gone, *self._here.strays(self.folder, APART)):
            _remove(place, self.folder)
        self._here.made = {path: made for path, made in self._here.made.items() if path in paths}

    def keeps(self, path: str, parts: bytes) -> bool:
        """Whether there is a file made of these parts: in the stage, or in the published site, which then shares it."""
        if self._here.holds(self.folder, path, parts):
            self._made[path] = self._here.made[path]
        elif self._there.holds(self.out, path, parts):
            _share(f"{self.out}/{path}", f"{self.folder}/{path}")
            self._made[path] = self._there.made[path]._replace(state=State.of(os.lstat(self.folder / path)))
        else:
            return False
        return True

    def former_parts(self, path: str) -> bytes | None:
        """Return the fingerprint of what a published file is made of; None where there is none, or it was touched."""
        known = self._there.made.get(path)
        return known.parts if known and self._there.holds(self.out, path, known.parts) else None

    def searched(self, shard: str) -> Iterator[tuple[str, Searched]]:
        """Yield the published pages of a shard that nobody has touched, by path, and what is searched of each."""
        for path, made in self._there.made.items():
            if made.searched and made.searched[0] == shard and self._there.holds(self.out, path, made.parts):
                yield path, Searched(*made.searched)

    def add(self, made: Page | Static, parts: bytes = b"") -> None:
        """Write a page, or copy a static file."""
        if isinstance(made, Static):
            _make_way(f"{self.folder}/{made.path}")
            shutil.copyfile(made.origin, self.folder / made.path)
            self.took(made.path, Made(parts, State.of(os.lstat(self.folder / made.path))))
        else:
            self.took(made.path, Made(parts, stow(made, self.folder, self.out)))

    def took(self, path: str, made: Made) -> None:
        """Note that a file has been put into the stage."""
        self._made[path] = made

    @property
    def made(self) -> Mapping[str, Made]:
        """The files of the site so far, by their paths."""
        return self._made

    def publish(self) -> None:
        """Put the staged site in the place of the published one, in one step."""
        (self.folder / MARKER).write_bytes(_MARKER_TEXT)
        for name in _KEPT:
            if (self.out / name).is_file():
                shutil.copy2(self.out / name, self.folder / name)
        _sync(self.folder)
        if self.out.exists():
            _exchange(self.folder, self.out)
        else:
            self.folder.rename(self.out)
        self._is_published = True
        if self._shelf:
            Listing(self._made).timed(self.out).save(self._shelf / PUBLISHED)


def shelf(out: Path, cache: Path) -> Path:
    """Return the folder of a digest's cache where is kept what there is to know of a site."""
    return cache / "sites" / hashlib.blake2b(os.fsencode(out.resolve()), digest_size=8).hexdigest()


def stow(page: Page, folder: Path, former: Path) -> State:
    """Put a page into a stage; where its bytes are those of the former site, it is the same file. Return its state."""
    place, old = f"{folder}/{page.path}", f"{former}/{page.path}"
    if holds(old, page.data):
        _share(old, place)
    else:
        try:
            file = open(place, "xb")  # noqa: SIM115  # closed below
        except (FileExistsError, FileNotFoundError):
            _make_way(place)
            file = open(place, "xb")  # noqa: SIM115  # likewise
        with file:
            file.write(page.data)
    return State.of(os.lstat(place))


def _share(former: str, place: str) -> None:
    _make_way(place)
    link(former, place)


def _make_way(place: str) -> None:
    """See that a file can be put somewhere. What is there may be another site's too, so nothing is written into it."""
    try:
        os.unlink(place)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)


def _remove(place: Path, top: Path) -> None:
    """Delete a file or a folder, and the folders around it that are empty then."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    for folder in place.parents:
        if folder == top:
            return
        try:
            folder.rmdir()
        except OSError:  # it holds more
            return


def _moved(folder: Path, target: Path) -> bool:
    """Move a folder, if it is there; it stays where the target is on another disk."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)
    except OSError:
        return False
    return True


def _has_long_name(path: str) -> bool:
    return any(len(part.encode()) > _NAMES_TOO_LONG for part in path.split("/"))


def _expect_room(out: Path, place: Path) -> None:
    """Raise a DigestError where no site can be published."""
    if not place.name or _is_read(place):
        hint = "choose a folder beside content/"
        raise DigestError(
            Problem(Span(str(out)), "a site can't be published here: a digest is read from it", hint, "out")
        )
    if not _is_ours(place):
        hint = "choose another --out, or empty the folder"
        raise DigestError(Problem(Span(str(out)), "this folder holds files that digest did not make", hint, "out"))


def _taken(path: str, origin: str, owner: str) -> Problem:
    address = "/" + path.removesuffix("index.html")
    message = f"the address {address} is taken by {owner or 'the site itself'}"
    return Problem(Span(origin or owner), message, "give one of the two another slug or name", "address")


def _is_read(out: Path) -> bool:
    """Whether a folder lies in what a digest is read from: what is published there would be read by the next build."""
    inputs = {CONTENT, TEMPLATES, CACHE}
    return any(folder.name in inputs and (folder.parent / CONTENT).is_dir() for folder in (out, *out.parents))


def _is_ours(folder: Path) -> bool:
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir()}
    return MARKER in names or names <= set(_KEPT)


def _sync(folder: Path) -> None:
    """Have the disk hold the whole stage before it is published: one call, not one a file."""
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if libc is None or not hasattr(libc, "syncfs"):
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders: in one step on Linux, elsewhere in three with a way back (docs/decisions/publishing.md)."""
    if not _exchanged_at_once(one, other):
        _exchange_in_turn(one, other)


def _exchanged_at_once(one: Path, other: Path) -> bool:
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if libc is None or not hasattr(libc, "renameat2"):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(libc.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _exchange_in_turn(one: Path, other: Path) -> None:
    aside = _aside(other)
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    aside.rename(one)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.former")
