"""Publishing: a site is staged beside the published one, and the two folders change places in one step.

Each output path belongs to one source, and no folder is replaced that is not ours (docs/decisions/publishing.md).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import unicodedata
from pathlib import Path, PurePosixPath

from digest.files import CACHE, CONTENT, STATIC, TEMPLATES, Static, holds, link
from digest.model import PAGEFIND, SHARE_IMAGES, Page
from digest.problems import DigestError, Problem, Span

MARKER = ".digest-site"
_DRAWN = SHARE_IMAGES.strip("/")
_KEPT = (".gitignore",)  # what a folder of ours may hold besides a site, carried over by every build
_MARKER_TEXT = b"Made by digest. Everything in this folder is replaced by the next build.\n"
_NAMES_TOO_LONG = 240  # bytes of a part of a path; most file systems end at 255
_PATHS_TOO_LONG = 800  # bytes; macOS ends at 1023, with the folder that the site lies in


class Claims:
    """Who owns which output path. Paths that some file system would join, by case or composition, are one."""

    def __init__(self) -> None:
        """Begin with every path free but that of the search index."""
        self.paths: set[str] = set()
        self._owners = {PAGEFIND.strip("/"): "the search index"}

    def take(self, made: Page | Static) -> Problem | None:
        """Take a file's path for the source that it comes from; a problem when it can't be had."""
        path, origin = made.path, made.origin if isinstance(made, Page) else f"{STATIC}/{made.path}"
        if len(path.encode()) > _PATHS_TOO_LONG or any(
            len(part.encode()) > _NAMES_TOO_LONG for part in path.split("/")
        ):
            message = f"the address /{path[:60]}… is too long for a file"
            return Problem(Span(origin or path), message, "give a shorter slug or name", "address")
        key = unicodedata.normalize("NFC", path).casefold()
        folders = [str(parent) for parent in PurePosixPath(key).parents][:-1]
        taken = next((place for place in (key, f"{key}/", *folders) if place in self._owners), None)
        if taken is not None and (origin or self._owners[taken]):  # else two feeds, whose pages have clashed already
            return _taken(path, origin, self._owners[taken])
        self.paths.add(path)
        self._owners[key] = origin
        for folder in folders:
            self._owners.setdefault(f"{folder}/", origin)
        return None


class Stage:
    """A site in the making, beside the folder that it will become.

    Use it as a context manager: what is not published when it ends is thrown away.
    """

    def __init__(self, out: Path, shelf: Path | None = None) -> None:
        """DigestError when `out` is a folder that digest did not make, or lies where a digest is read from.

        `shelf` is a folder of the cache where the share images of a build that fails are put, for the next one.
        """
        self.out, self._shelf = out.resolve(), shelf
        if not self.out.name or _is_read(self.out):
            hint = "choose a folder beside content/"
            raise DigestError(
                Problem(Span(str(out)), "a site can't be published here: a digest is read from it", hint, "out")
            )
        if not _is_ours(self.out):
            hint = "choose another --out, or empty the folder"
            raise DigestError(Problem(Span(str(out)), "this folder holds files that digest did not make", hint, "out"))
        # Of one's own: the indexer of a build that was killed may go on writing into that build's folder.
        self.folder = self.out.with_name(f".{self.out.name}.staged-{os.getpid()}")
        self._former = _aside(self.out)

    def __enter__(self) -> Stage:
        """Begin with an empty folder, and with the site in place where a killed build had put it aside."""
        if self._former.exists() and not self.out.exists():
            self._former.rename(self.out)
        shutil.rmtree(self._former, ignore_errors=True)
        for left in self.out.parent.glob(f".{self.out.name}.staged-*"):
            shutil.rmtree(left, ignore_errors=True)
        self.folder.mkdir(parents=True)
        return self

    def __exit__(self, *error: object) -> None:
        """Throw away what is left: after a failure the staged site but for its images, after success the former one."""
        if self._shelf:
            shutil.rmtree(self._shelf, ignore_errors=True)
            if any(error) and (self.folder / _DRAWN).exists():
                shutil.move(self.folder / _DRAWN, self._shelf)
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, made: Page | Static) -> None:
        """Write a page, or copy a static file; what is the same in the published site is shared with it."""
        target, former = self.folder / made.path, self.out / made.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(made, Static):
            shutil.copyfile(made.origin, target)
        elif holds(former, made.data):
            link(former, target)
        else:
            target.write_bytes(made.data)

    def former(self, path: str) -> bytes:
        """Return the bytes of a file of the published site, or of an image on the shelf; none where neither has it."""
        shelved = [self._shelf / Path(path).name] if self._shelf else []
        for place in (self.out / path, *shelved):
            with contextlib.suppress(OSError):
                return place.read_bytes()
        return b""

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
