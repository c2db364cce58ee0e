"""Every read and write but publishing. Nothing here knows what a page is: it moves bytes."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from digest.model import CONFIG, Page, Source
from digest.problems import DigestError, Problem, Span, SurroundingsError

CONTENT, STATIC, TEMPLATES = "content", "content/static", "templates"
ARTICLES = "content/articles"
ORIGINALS = "content/.originals"  # hidden, so that nothing of it is read as content or published
CACHE, PREVIEW, PREVIEW_INDEX = ".digest", "preview", "preview-index"
SHELF = "drawn"  # in the cache: the share images of a build that failed
_NEVER_COPIED = (".DS_Store", ".gitignore", ".gitkeep")
_LARGEST = 2_000_001  # bytes that are read of a content file: one more than any may have
PATIENCE = 10.0  # seconds that a build waits for another to end


@dataclass(frozen=True, slots=True)
class Static:
    """A file that is copied as it is: where it lies, and its path in the site."""

    origin: Path
    path: str


class State(NamedTuple):
    """By what a file is known to be as it was without being read: no other one has all three, nor it after a change."""

    mtime: int
    size: int
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> State:
        """Take it from what the system says of a file."""
        return cls(found.st_mtime_ns, found.st_size, found.st_ino)


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a digest: its path from the digest's folder, and how it was when it was found."""

    path: str
    state: State


def find(root: Path) -> tuple[list[Source], list[Static], list[Problem]]:
    """Return the content of the digest in `root`: what is to be read, what is to be copied, what can be neither."""
    found, problems = listed(root)
    statics = [static(root, file) for file in found if is_static(file)]
    return [source(root, file.path) for file in found if not is_static(file)], statics, problems


def listed(root: Path) -> tuple[list[Found], list[Problem]]:
    """Return the files of the content of the digest in `root`, in order, and what can't be read there.

    Hidden files are left alone. Links to folders, and links that lead out of the digest, are problems; so they are in
    `templates/`.
    """
    expect_content(root)
    found, problems = [], []
    inside, above = root.resolve(), len(str(root / CONTENT)) - len(CONTENT)
    for entry in chain(_walk(root / CONTENT), _walk(root / TEMPLATES)):
        name = entry.path[above:]
        if entry.is_symlink() and _leads_out(Path(entry.path), inside):
            message = "this link leads to no file of this digest"
            problems.append(Problem(Span(name), message, "put the files themselves here", "outside"))
        elif name.startswith(f"{CONTENT}/"):
            found.append(Found(name, State.of(entry.stat())))
    return found, problems


def static(root: Path, file: Found) -> Static:
    """Return a file of a digest's content as one that is copied."""
    return Static(root / file.path, file.path.removeprefix(f"{STATIC}/"))


def is_static(file: Found) -> bool:
    """Whether a file of a digest's content is copied as it is."""
    return file.path.startswith(f"{STATIC}/")


def source(root: Path, path: str) -> Source:
    """Return a file of the digest in `root`: of a film among the articles no more than shows that it is none."""
    with open(f"{root}/{path}", "rb") as file:
        size = min(os.fstat(file.fileno()).st_size, _LARGEST)  # asked for more, Python takes as much memory at first
        return Source(path, file.read(size))


def expect_content(root: Path) -> None:
    """Raise a DigestError when there is no digest in `root`."""
    if not (root / CONTENT).is_dir():
        hint = "name the folder that holds content/, or make a digest with `digest init DIR`"
        raise DigestError(Problem(Span(str(root)), "there is no digest here: no folder content/", hint, "missing"))


def look_states(root: Path) -> list[tuple[str, State]]:
    """Return what `look` would read, and how each file is."""
    walked = chain(_walk(builtin_templates()), _walk(root / TEMPLATES))
    return [(entry.path, State.of(entry.stat(follow_symlinks=False))) for entry in walked]


def below(folder: Path, names: Iterable[str]) -> Iterator[str]:
    """Yield the path of each file that has one of these names in a folder, or lies below such a folder."""
    for name in sorted(names):
        if (folder / name).is_dir():
            yield from (entry.path[len(f"{folder}/") :] for entry in _walk(f"{folder}/{name}"))
        elif (folder / name).is_file():
            yield name


def look(root: Path) -> list[tuple[str, Source]]:
    """Return the templates, assets and words with their names: all built-in ones, then those in `root`.

    Of links in `root`, those that `find` tells of are left alone.
    """
    builtin, own = builtin_templates(), root / TEMPLATES
    paths = [(builtin, "digest/templates", Path(entry.path)) for entry in _walk(builtin)]
    inside, mine = root.resolve(), (Path(entry.path) for entry in _walk(own))
    paths += [(own, TEMPLATES, path) for path in mine if not _leads_out(path, inside)]
    names = ((path.relative_to(folder).as_posix(), shown, path) for folder, shown, path in paths)
    return [(name, Source(f"{shown}/{name}", path.read_bytes())) for name, shown, path in names]


def _leads_out(path: Path, inside: Path) -> bool:
    """Whether a path is a link to a folder or to nothing, or one out of the digest that lies in `inside`."""
    return path.is_symlink() and not (path.is_file() and path.resolve().is_relative_to(inside))


def builtin_templates() -> Path:
    """Return the templates that come with the program: inside the wheel, or at the top of a clone."""
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "templates"


def _walk(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Yield every file and every link below a folder, if it is there, in order; links are not followed.

    Hidden files are left out, but for those that authors have copied, such as `.well-known/` and `.htaccess`.
    """
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in inside:
        copied = f"/{STATIC}/" in entry.path and entry.name not in _NEVER_COPIED
        if entry.name.startswith(".") and not copied:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.is_symlink() or entry.is_file():
            yield entry


def tree(folder: str, above: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file and every link below a folder by its path in it, and how the disk has it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{above}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from tree(entry.path, f"{path}/")
            else:
                yield path, entry.stat(follow_symlinks=False)


def read(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`."""
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def home_of(file: Path) -> Path:
    """Return the digest's folder that a file lies in; the current one for a file outside of any."""
    return next((folder for folder in file.resolve().parents if (folder / CONFIG).is_file()), Path())


def entries(folder: Path) -> list[Path]:
    """Return the files of entries in a folder of a digest, or in a digest."""
    articles = (home_of(folder / CONFIG) / ARTICLES).resolve()
    found = (Path(entry.path) for entry in _walk(folder))
    return [path for path in found if path.suffix == ".md" and articles in path.resolve().parents]


def original_of(root: Path, draft: Path, suffix: str) -> Path:
    """Return where the original of a draft is kept in the digest in `root`."""
    return root / ORIGINALS / f"{draft.stem}{suffix}"


def originals(root: Path) -> dict[str, Path]:
    """Return the originals that imports have kept in the digest in `root`, by the stem of their draft's file."""
    folder = root / ORIGINALS
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return {path.stem: path for path in found if path.is_file()}


def site_of(root: Path) -> Source | None:
    """Return the settings of the digest in `root`, if it has any."""
    return Source(CONFIG, (root / CONFIG).read_bytes()) if (root / CONFIG).is_file() else None


def is_new(folder: Path) -> bool:
    """Whether a folder is not there yet, or empty."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def unused(path: Path) -> Path:
    """Return a path that is not there yet: this one, or with a number behind its stem."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 10_000))
    return next(free for free in chain([path], numbered) if not free.exists())


def expect_free(path: Path) -> None:
    """Raise a DigestError when a file exists."""
    if path.exists():
        raise DigestError(Problem(Span(str(path)), "this file exists already", "choose another name", "exists"))


def write_new(path: Path, data: str | bytes) -> None:
    """Write a file that must not exist yet; DigestError when it does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
    except FileExistsError:
        expect_free(path)
        raise


def replace(path: Path, data: bytes) -> None:
    """Replace a file's bytes in one step, so that a crash leaves the old or the new ones; a link stays a link."""
    place = path.resolve()
    beside = place.with_name(f".{place.name}.new")
    beside.write_bytes(data)
    shutil.copymode(place, beside)
    beside.replace(place)


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


def update(folder: Path, made: Sequence[Page | Static], keep: str) -> None:
    """Make a preview folder hold these files: each that differs is replaced in one step, what is left over deleted.

    The folder `keep` inside it is left alone.
    """
    _clear(folder, {file.path for file in made}, keep)
    for file in made:
        data = file.data if isinstance(file, Page) else file.origin.read_bytes()
        if not holds(folder / file.path, data):
            put(folder / file.path, data)


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


def put(path: Path, data: bytes) -> None:
    """Write a file, in one step where there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)


def holds(path: str | Path, data: bytes) -> bool:
    """Whether a file has these bytes."""
    try:
        return os.stat(path).st_size == len(data) and Path(path).read_bytes() == data
    except OSError:
        return False


def link(former: str | Path, target: str | Path) -> None:
    """Make `target` the same file as `former`, or a copy where the file system has no links."""
    try:
        os.link(former, target)
    except OSError:  # a file system without hard links
        shutil.copy2(former, target)
