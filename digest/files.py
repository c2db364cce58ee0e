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
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from digest.model import Page, Source
from digest.problems import DigestError, Problem, Span, SurroundingsError

CONTENT, STATIC, TEMPLATES = "content", "content/static", "templates"
CACHE, PREVIEW = ".digest", "preview"
MARKER = ".digest-site"
_KEPT = (".gitignore",)  # what a folder of ours may hold besides a site, carried over by every build
_MARKER_TEXT = b"Made by digest. Everything in this folder is replaced by the next build.\n"
_NAMES_TOO_LONG = 240  # bytes of a part of a path; most file systems end at 255


@dataclass(frozen=True, slots=True)
class Static:
    """A file that is copied as it is: where it lies, and its path in the site."""

    origin: Path
    path: str


def find(root: Path) -> tuple[list[Source], list[Static], list[Problem]]:
    """Return the content of the digest in `root`: what is to be read, what is to be copied, what can be neither.

    Hidden files are left alone. Links that lead out of the folder are problems.
    """
    expect_content(root)
    sources, statics, problems = [], [], []
    inside = root.resolve()
    for path in _walk(root / CONTENT):
        name = path.relative_to(root).as_posix()
        if not path.resolve().is_relative_to(inside):
            problems.append(
                Problem(Span(name), "this link leads out of the digest's folder", "copy the file", "outside")
            )
        elif name.startswith(STATIC + "/"):
            statics.append(Static(path, name.removeprefix(STATIC + "/")))
        else:
            sources.append(Source(name, path.read_bytes()))
    return sources, statics, problems


def expect_content(root: Path) -> None:
    """Raise a DigestError when there is no digest in `root`."""
    if not (root / CONTENT).is_dir():
        hint = "name the folder that holds content/, or make a digest with `digest init DIR`"
        raise DigestError(Problem(Span(str(root)), "there is no digest here: no folder content/", hint, "missing"))


def look(root: Path) -> dict[str, Source]:
    """Return the templates, assets and words by name: the built-in ones, replaced file by file by those in `root`."""
    found = {}
    for folder, shown in ((builtin_templates(), "digest/templates"), (root / TEMPLATES, TEMPLATES)):
        if folder.is_dir():
            for path in _walk(folder):
                name = path.relative_to(folder).as_posix()
                found[name] = Source(f"{shown}/{name}", path.read_bytes())
    return found


def builtin_templates() -> Path:
    """Return the templates that come with the program: inside the wheel, or at the top of a clone."""
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "templates"


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder in order, hidden ones left out."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path


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
    """Hold the digest's cache folder, which is returned, for one build; SurroundingsError when another holds it."""
    folder = root / CACHE
    folder.mkdir(exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    try:
        with FileLock(folder / "lock", timeout=10):
            yield folder
    except Timeout:
        raise SurroundingsError(f"another build holds {folder / 'lock'}; wait for it to end") from None


class Stage:
    """A site in the making, beside the folder that it will become.

    Use it as a context manager: what is not published when it ends is thrown away.
    """

    def __init__(self, out: Path) -> None:
        """DigestError when `out` is a folder that digest did not make."""
        self.out = out.resolve()
        self.folder = self.out.with_name(f".{self.out.name}.staged")
        self._claims: dict[str, str] = {}
        if not _is_ours(self.out):
            hint = "choose another --out, or empty the folder"
            raise DigestError(Problem(Span(str(out)), "this folder holds files that digest did not make", hint, "out"))

    def __enter__(self) -> Stage:
        """Begin with an empty folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        return self

    def __exit__(self, *error: object) -> None:
        """Throw away what is left: the staged site after a failure, the former one after success."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def claim(self, path: str, origin: str) -> Problem | None:
        """Take an output path for `origin`; a problem when it is taken, also by one that differs in case only."""
        if any(len(part.encode()) > _NAMES_TOO_LONG for part in path.split("/")):
            return Problem(
                Span(origin or path),
                f"the address /{path} is too long for a file",
                "add a short slug: …",
                "address",
            )
        key = unicodedata.normalize("NFC", path).casefold()
        folders = [str(parent) for parent in PurePosixPath(key).parents][:-1]
        taken = next((place for place in (key, f"{key}/", *folders) if place in self._claims), None)
        if taken is not None:
            return _taken(path, origin, self._claims[taken])
        self._claims[key] = origin
        self._claims |= {f"{folder}/": origin for folder in folders if f"{folder}/" not in self._claims}
        return None

    def add(self, made: Page | Static) -> tuple[Problem, ...]:
        """Write a page, or copy a static file; what is the same in the published site is shared with it."""
        problem = self.claim(made.path, made.origin if isinstance(made, Page) else f"{STATIC}/{made.path}")
        if problem is not None:
            return (problem,)
        target, former = self.folder / made.path, self.out / made.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(made, Static):
            shutil.copyfile(made.origin, target)
        elif _holds(former, made.data):
            _link(former, target)
        else:
            target.write_bytes(made.data)
        return ()

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


def update(folder: Path, pages: Sequence[Page], statics: Sequence[Static], keep: str) -> None:
    """Make a preview folder hold these files: each that differs is replaced in one step, what is left over deleted.

    The folder `keep` inside it is left alone.
    """
    _clear(folder, {page.path for page in pages} | {static.path for static in statics}, keep)
    for page in pages:
        if not _holds(folder / page.path, page.data):
            _replace(folder / page.path, page.data)
    for static in statics:
        if not _holds(folder / static.path, data := static.origin.read_bytes()):
            _replace(folder / static.path, data)


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
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if libc is not None and hasattr(libc, "renameat2"):
        at_current_folder, exchange = -100, 2
        if libc.renameat2(at_current_folder, os.fsencode(one), at_current_folder, os.fsencode(other), exchange) == 0:
            return
    aside = other.with_name(f".{other.name}.former")
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    aside.rename(one)
