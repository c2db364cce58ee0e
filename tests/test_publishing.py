"""Nothing is lost, nothing half-published: whatever ends a build, the last good site stays, its search included."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pagefind_bin
import pytest
from click.testing import CliRunner, Result

from digest.build import Options, build
from digest.cli import main
from digest.problems import SurroundingsError
from tests.sites import NOW, article, built, small, snapshot, write

A = "content/articles/a.md"
MANY = {f"content/articles/n{n:02}.md": article(f"N{n}", f"2025-03-{n:02}", "HTS met. " * n) for n in range(1, 25)}
INDEX = "pagefind/en/2025/pagefind-entry.json"
BUILD = [sys.executable, "-m", "digest", "build", "--now", NOW.isoformat()]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A digest, built with its search index."""
    root = small(tmp_path_factory.mktemp("digest"), MANY)
    built(root, search=True)
    return root


@pytest.fixture
def digest(original: Path, tmp_path: Path) -> Path:
    """A copy of the built digest."""
    return Path(shutil.copytree(original, tmp_path / "digest"))


def run(root: Path, *options: str) -> Result:
    """Build as an author does."""
    return CliRunner().invoke(main, ["build", str(root), "--now", NOW.isoformat(), *options])


def pages(site: Path) -> dict[str, bytes]:
    """A site's files without the search index, whose bytes another program makes."""
    return {name: data for name, data in snapshot(site).items() if not name.startswith("pagefind/")}


def is_whole(digest: Path, scratch: Path) -> bool:
    """Whether the published site is that of the content, with a search index of its own."""
    shutil.rmtree(scratch, ignore_errors=True)
    built(digest, out=str(scratch), cache=False)
    return pages(digest / "site") == pages(scratch) and (digest / "site" / INDEX).is_file()


@pytest.mark.parametrize(
    ("given", "options", "code"),
    [
        ({A: article("A", keys="themes: [diplomcy]")}, (), 1),
        ({A: article("A", body="[x](/none/)")}, (), 1),
        ({"templates/theme.html": "{{ them }}"}, (), 1),
        ({"content/glossary/t4.md": "---\nterm: T4\n---\nA base.\n"}, ("--strict",), 1),
        ({A: article("A")}, ("--out", "content"), 1),
        ({A: article("A")}, ("--now", "soon"), 2),
    ],
    ids=["content", "link", "template", "warning", "foreign folder", "wrong use"],
)
def test_build_that_fails_leaves_the_site(
    digest: Path, given: dict[str, str], options: tuple[str, ...], code: int
) -> None:
    """A build that ends with a message leaves the last site byte for byte, and nothing beside it."""
    former = snapshot(digest / "site")
    assert INDEX in former
    write(digest, given)
    assert run(digest, *options).exit_code == code
    assert snapshot(digest / "site") == former
    assert {path.name for path in digest.iterdir()} <= {"content", "templates", "site", ".digest"}


def test_failing_search_leaves_the_site(digest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pagefind is broken, the build says so, ends with code 3, and leaves the last site."""
    former = snapshot(digest / "site")
    write(digest, {A: article("A")})
    write(tmp_path, {"pagefind": "#!/bin/sh\necho no room for words >&2\nexit 1\n"})
    (tmp_path / "pagefind").chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "pagefind")
    result = run(digest)
    assert (result.exit_code, snapshot(digest / "site")) == (3, former)
    assert result.stderr.startswith("error: Pagefind failed: no room for words")
    monkeypatch.undo()
    assert run(digest).exit_code == 0
    assert is_whole(digest, tmp_path / "scratch")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; mounting one is for root."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("not run: no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, left: int) -> None:
    """Fill a disk up to so many bytes."""
    status = os.statvfs(disk)
    (disk / "filler").write_bytes(bytes(status.f_bavail * status.f_frsize - left))


@pytest.mark.parametrize(
    ("share", "doing"), [(0, "rendering"), (0.5, "rendering 85 of 85 pages"), (1.1, "indexing"), (1.8, "indexing")]
)
def test_full_disk_leaves_the_site(digest: Path, disk: Path, share: float, doing: str) -> None:
    """A build that runs out of disk anywhere ends with code 3 and leaves the last site; with room it succeeds."""
    out = disk / "site"
    shutil.copytree(digest / "site", out)
    for shard in out.rglob("made-from.txt"):
        shard.unlink()  # so that the whole index is made anew
    former = snapshot(disk)
    write(digest, {"content/site.yaml": "title: Another\nbase_url: https://example.org/\n"})
    fill(disk, int(share * sum(path.stat().st_blocks * 512 for path in map(out.joinpath, pages(out)))))
    said: list[str] = []
    with pytest.raises((OSError, SurroundingsError)):
        build(digest, Options(now=NOW, out=str(out)), said.append)
    assert said[-1] == doing
    assert run(digest, "--out", str(out)).exit_code == 3
    (disk / "filler").unlink()
    assert snapshot(disk) == former
    assert run(digest, "--out", str(out)).exit_code == 0
    assert b"Another" in (out / "index.html").read_bytes()


def test_full_disk_under_the_cache_is_told(digest: Path, disk: Path) -> None:
    """Where the cache's disk is full, the build ends with code 3, and the cache is of use again with room."""
    root = Path(shutil.copytree(digest, disk / "digest"))
    former = snapshot(root / "site")
    write(root, {"content/glossary/hts.md": "---\nterm: HTS\naliases: [met]\n---\nA group.\n"})
    fill(disk, 0)
    result = run(root)
    (disk / "filler").unlink()
    assert (result.exit_code, snapshot(root / "site")) == (3, former)
    assert run(root, "--strict").exit_code == 0


MOMENTS: dict[str, Callable[[Path], bool]] = {
    "it has begun": lambda root: (root / ".digest/memory.sqlite-wal").exists(),
    "pages are being written": lambda root: any(root.glob(".site.staged-*")),
    "most pages are written": lambda root: any(root.glob(".site.staged-*/glossary/index.html")),
    "it is being indexed": lambda root: any(root.glob(".site.staged-*/pagefind")),
    "it is about to be published": lambda root: any(root.glob(".site.staged-*/.digest-site")),
    "it has just been published": lambda root: b"Version" in (root / "site/index.html").read_bytes(),
}


def kill_when(reached: Callable[[Path], bool], digest: Path) -> bool:
    """Kill a build as soon as a moment is reached; return whether it had not ended by then."""
    with subprocess.Popen([*BUILD, str(digest)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not reached(digest):
            time.sleep(0.001)
        process.kill()
    return process.returncode == -signal.SIGKILL


def test_killed_build_leaves_a_whole_site(digest: Path, tmp_path: Path) -> None:
    """Killed at any moment, a build leaves the last site or the new one, whole, and a cache that is of use."""
    killed = []
    for number, reached in enumerate(MOMENTS.values()):
        write(digest, {A: article(f"Edition {number}", body="HTS. " * number)})
        built(digest, search=True)
        former = snapshot(digest / "site")
        write(digest, {A: article(f"Version {number}", body="HTS. " * number)})
        killed.append(kill_when(reached, digest))
        assert snapshot(digest / "site") == former or is_whole(digest, tmp_path / "scratch")
    assert sum(killed) >= len(MOMENTS) - 2
    assert built(digest, search=True).problems == ()
    assert is_whole(digest, tmp_path / "scratch")
    assert {path.name for path in digest.iterdir()} == {"content", "site", ".digest"}


def test_two_builds_at_once_wait_for_each_other(digest: Path, tmp_path: Path) -> None:
    """Of two builds of a digest at the same time one waits, and both succeed."""
    write(digest, {A: article("A")})
    both = [subprocess.Popen([*BUILD, str(digest)], stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[1].count(b"26 entries") for process in both] == [1, 1]
    assert [process.returncode for process in both] == [0, 0]
    assert is_whole(digest, tmp_path / "scratch")


def test_index_is_kept_while_the_texts_stay(digest: Path) -> None:
    """A build that changes no searched page keeps the search index as it is, and `--no-search` leaves it out."""
    former = (digest / "site" / INDEX).stat()
    assert not built(digest, search=True).indexed
    assert (digest / "site" / INDEX).stat().st_ino == former.st_ino
    assert run(digest, "--no-search").exit_code == 0
    assert not (digest / "site/pagefind").exists()


def test_nothing_is_written_over_a_site_that_is_read(digest: Path) -> None:
    """A reader who has opened a file of the site reads it to its end, whatever is published meanwhile."""
    with (digest / "site/index.html").open("rb") as reader:
        begun = reader.read(100)
        former = (digest / "site/index.html").read_bytes()
        write(digest, {"content/site.yaml": "title: Another\nbase_url: https://example.org/\n"})
        built(digest)
        assert begun + reader.read() == former
    assert (digest / "site/index.html").read_bytes() != former
