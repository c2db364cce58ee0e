"""Every read and write. A site is staged beside the published one and the two folders change places in one step.

Nothing here knows what a page is: it moves bytes, keeps each output path to one owner, and never replaces a folder
that is not ours.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from digest.model import PAGEFIND, Page, Source
from digest.problems import DigestError, Problem, Span, SurroundingsError

CONTENT, STATIC, TEMPLATES = "content", "content/static", "templates"
SITE = "content/site.yaml"
CACHE, PREVIEW = ".digest", "preview"
MARKER = ".digest-site"
_KEPT = (".gitignore",)  # what a folder of ours may hold besides a site, carried over by every build
_MARKER_TEXT = b"Made by digest. Everything in this folder is replaced by the next build.\n"
_LARGEST = 2_000_001  # bytes that are read of a content file: one more than any may have
PATIENCE = 10.0  # seconds that a build waits for another to end
_NAMES_TOO_LONG = 240  # bytes of a part of a path; most file systems end at 255
_PATHS_TOO_LONG = 800  # bytes; macOS ends at 1023, with the folder that the site lies in


@dataclass(frozen=True, slots=True)
class Static:
    """A file that is copied as it is: where it lies, and its path in the site."""

    origin: Path
    path: str


def find(root: Path) -> tuple[list[Source], list[Static], list[Problem]]:
    """Return the content of the digest in `root`: what is to be read, what is to be copied, what can be neither.

    Hidden files are left alone. Links to folders, and links that lead out of the digest, are problems.
    """
    expect_content(root)
    sources, statics, problems = [], [], []
    inside = root.resolve()
    for path in _walk(root / CONTENT):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() and not (path.is_file() and path.resolve().is_relative_to(inside)):
            message = "this link leads to no file of this digest"
            problems.append(Problem(Span(name), message, "put the files themselves here", "outside"))
        elif name.startswith(STATIC + "/"):
            statics.append(Static(path, name.removeprefix(STATIC + "/")))
        else:
            with path.open("rb") as file:  # of a film that lies among the articles, no more than shows that it is none
                sources.append(Source(name, file.read(_LARGEST)))
    return sources, statics, problems


def expect_content(root: Path) -> None:
    """Raise a DigestError when there is no digest in `root`."""
    if not (root / CONTENT).is_dir():
        hint = "name the folder that holds content/, or make a digest with `digest init DIR`"
        raise DigestError(Problem(Span(str(root)), "there is no digest here: no folder content/", hint, "missing"))


def look(root: Path) -> list[tuple[str, Source]]:
    """Return the templates, assets and words with their names: all built-in ones, then those in `root`."""
    found = []
    for folder, shown in ((builtin_templates(), "digest/templates"), (root / TEMPLATES, TEMPLATES)):
        if folder.is_dir():
            for path in filter(Path.is_file, _walk(folder)):
                name = path.relative_to(folder).as_posix()
                found.append((name, Source(f"{shown}/{name}", path.read_bytes())))
    return found


def builtin_templates() -> Path:
    """Return the templates that come with the program: inside the wheel, or at the top of a clone."""
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "templates"


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file and every link below a folder in order, hidden ones left out; links are not followed."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file() or path.is_symlink():
            yield path


def read(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`."""
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def home_of(file: Path) -> Path:
    """Return the digest's folder that a file lies in; the current one for a file outside of any."""
    return next((folder for folder in file.resolve().parents if (folder / SITE).is_file()), Path())


def site_of(root: Path) -> Source | None:
    """Return the settings of the digest in `root`, if it has any."""
    return Source(SITE, (root / SITE).read_bytes()) if (root / SITE).is_file() else None


def is_new(folder: Path) -> bool:
    """Whether a folder is not there yet, or empty."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def unused(path: Path) -> Path:
    """Return a path that is not there yet: this one, or with a number behind its stem."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 10_000))
    return next(free for free in chain([path], numbered) if not free.exists())


def write_new(path: Path, text: str) -> None:
    """Write a file that must not exist yet; DigestError when it does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise DigestError(
            Problem(Span(str(path)), "this file exists already", "choose another name", "exists")
        ) from None


def replace_text(path: Path, text: str) -> None:
    """Replace a file's text in one step, so that a crash leaves the old or the new one."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    shutil.copymode(path, beside)
    beside.replace(path)


@contextlib.contextmanager
def locked(root: Path) -> Iterator[Path]:
    """Hold the digest's cache folder, which is given, for one build.

    DigestError when there is no digest in `root`; SurroundingsError when another build holds the folder.
    """
    expect_content(root)
    folder = root / CACHE
    folder.mkdir(exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    try:
        with FileLock(folder / "lock", timeout=PATIENCE):
            yield folder
    except Timeout:
        raise SurroundingsError(f"another build holds {folder / 'lock'}; wait for it to end") from None


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

    def __init__(self, out: Path) -> None:
        """DigestError when `out` is a folder that digest did not make."""
        self.out = out.resolve()
        # Of one's own: the indexer of a build that was killed may go on writing into that build's folder.
        self.folder = self.out.with_name(f".{self.out.name}.staged-{os.getpid()}")
        self._former = _aside(self.out)
        if not _is_ours(self.out):
            hint = "choose another --out, or empty the folder"
            raise DigestError(Problem(Span(str(out)), "this folder holds files that digest did not make", hint, "out"))

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
        """Throw away what is left: the staged site after a failure, the former one after success."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, made: Page | Static) -> None:
        """Write a page, or copy a static file; what is the same in the published site is shared with it."""
        target, former = self.folder / made.path, self.out / made.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(made, Static):
            shutil.copyfile(made.origin, target)
        elif _holds(former, made.data):
            _link(former, target)
        else:
            target.write_bytes(made.data)

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


def update(folder: Path, made: Sequence[Page | Static], keep: str) -> None:
    """Make a preview folder hold these files: each that differs is replaced in one step, what is left over deleted.

    The folder `keep` inside it is left alone.
    """
    _clear(folder, {file.path for file in made}, keep)
    for file in made:
        data = file.data if isinstance(file, Page) else file.origin.read_bytes()
        if not _holds(folder / file.path, data):
            _replace(folder / file.path, data)


def _clear(folder: Path, wanted: set[str], keep: str) -> None:
    """Delete every file that is not wanted and every empty folder, whose name a file may need."""
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if name.split("/")[0] == keep or (name in wanted and path.is_file()):
            continue
        if path.is_dir():
            with contextlib.suppress(OSError):  # it is not empty
                path.rmdir()
        else:
            path.unlink()


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)


def link_tree(former: Path, target: Path) -> None:
    """Make `target` a copy of the folder `former` that shares its files."""
    shutil.copytree(former, target, copy_function=lambda source, copy: _link(Path(source), Path(copy)))


def _taken(path: str, origin: str, owner: str) -> Problem:
    address = "/" + path.removesuffix("index.html")
    message = f"the address {address} is taken by {owner or 'the site itself'}"
    return Problem(Span(origin or owner), message, "give one of the two another slug or name", "address")


def _is_ours(folder: Path) -> bool:
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir()}
    return MARKER in names or names <= set(_KEPT)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _link(former: Path, target: Path) -> None:
    try:
        os.link(former, target)
    except OSError:  # a file system without hard links
        shutil.copy2(former, target)


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
