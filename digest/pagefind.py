"""Pagefind, run over a folder of pages; and what tells that the index it made is whole.

It is run as a program of its own: its Python interface waits 100 ms for each page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pagefind_bin

from digest.files import tree
from digest.problems import SurroundingsError
from digest.searched import LOADER

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_SEAL = "made-from.txt"
# Memory in larger pages than most systems give unasked: a twentieth of Pagefind's time.
_ENVIRONMENT = {"_RJEM_MALLOC_CONF": "thp:always"}


def run(pages: Path, folder: Path, lang: str) -> None:
    """Make the index of all pages in a folder. SurroundingsError when Pagefind fails."""
    finish(start(pages, folder, lang))


def start(pages: Path, folder: Path, lang: str) -> subprocess.Popen[str]:
    """Begin with the index of all pages in a folder. SurroundingsError when Pagefind can't be run."""
    arguments = ("--site", str(pages), "--output-path", str(folder), "--force-language", lang, "--quiet")
    pipe = subprocess.PIPE
    try:
        command = [str(pagefind_bin.get_executable()), *arguments]
        # No shell, our own paths.
        return subprocess.Popen(command, env=os.environ | _ENVIRONMENT, stdout=pipe, stderr=pipe, text=True)
    except OSError as error:
        raise SurroundingsError(f"Pagefind can't be run: {error}") from error


def finish(process: subprocess.Popen[str]) -> None:
    """Wait until an index is made. SurroundingsError when Pagefind fails."""
    output, errors = process.communicate()
    if process.returncode:
        raise SurroundingsError(f"Pagefind failed: {(errors or output).strip()[-500:]}")


def seal(folder: Path, key: str) -> list[str]:
    """Note what an index was made of; return the files that belong to it, as `sealed` does from then on.

    SurroundingsError when Pagefind has not written them all. On a full disk it ends as if all were well: only what is
    written before there is room again tells.
    """
    kept = {path: found.st_size for path, found in tree(str(folder)) if _is_needed(folder, path)}
    if not all(kept.values()):
        raise SurroundingsError("Pagefind left empty files; is there room on the disk?")
    lines = [key, *(_line(path, size) for path, size in sorted(kept.items()))]
    (folder / _SEAL).write_text("\n".join(lines), encoding="utf-8")
    return [_SEAL, *kept]


def sealed(folder: Path, key: str) -> list[str] | None:
    """Return the files of an index by their paths in its folder; None if it isn't whole, or was made of something else.

    A file that was put there since is none of them.
    """
    try:
        first, *lines = (folder / _SEAL).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return None
    found = {_line(path, one.st_size): path for path, one in tree(str(folder))} if first == key else {}
    return [_SEAL, *(found[line] for line in lines)] if lines and found.keys() >= {*lines} else None


def tidy(folder: Path, files: list[str]) -> None:
    """Delete what lies beside the files of an index."""
    for path in {path for path, _ in tree(str(folder))} - {*files}:
        (folder / path).unlink()


def discard(place: Path) -> None:
    """Delete a file, a link or a folder."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _is_needed(folder: Path, path: str) -> bool:
    """Whether readers need a file: of an index itself; of a loader the scripts too, and the words' endings."""
    if path == "pagefind-entry.json" or ".pf_" in path:
        return True
    stemmer = f"wasm.{folder.parent.name}.pagefind"
    wanted = (*_SCRIPTS, stemmer if (folder / stemmer).exists() else "wasm.unknown.pagefind")
    return folder.name == LOADER and path in wanted


def _line(path: str, size: int) -> str:
    return f"{size} {path}"
