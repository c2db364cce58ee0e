import os
from pathlib import Path

import pytest

from digest import files
from digest.index import NAME, Index
from digest.model import Source
from digest.problems import SurroundingsError
from tests.sites import article, small, write

A = "content/articles/a.md"
LONG_AGO = 1_700_000_000 * 10**9


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small digest with one more entry, saved long ago."""
    root = small(tmp_path, {A: article("A")})
    for path in (root / "content").rglob("*"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    (root / ".digest").mkdir()
    return root


def read(root: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The files that are read for an index, which is kept."""
    seen: set[str] = set()
    source = files.source

    def noted(root: Path, path: str) -> Source:
        seen.add(path)
        return source(root, path)

    with monkeypatch.context() as patch:
        patch.setattr(files, "source", noted)
        index = Index(root, root / ".digest")
        found, _ = files.listed(root)
        hashes = dict(zip((file.path for file in found), index.hashes(found), strict=True))
    fresh = Index(root, None)
    assert hashes == dict(zip(hashes, fresh.hashes(found), strict=True))
    return seen


def test_file_is_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose time, size and inode are as recorded is not read again; the others are."""
    everything = {file.path for file in files.listed(root)[0]}
    assert read(root, monkeypatch) == everything
    assert read(root, monkeypatch) == set()
    write(root, {A: article("B")})
    os.utime(root / A, ns=(LONG_AGO + 1, LONG_AGO + 1))
    assert read(root, monkeypatch) == {A}
    assert read(root, monkeypatch) == set()


def test_exchanged_file_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file of the same time and size is told by its inode."""
    read(root, monkeypatch)
    (root / "b").write_bytes((root / A).read_bytes().replace(b"A", b"B"))
    os.utime(root / "b", ns=(LONG_AGO, LONG_AGO))
    (root / "b").replace(root / A)
    assert read(root, monkeypatch) == {A}


def test_file_saved_in_the_moment_of_reading_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was saved when it was read may be saved again without a trace: it is read until it has settled."""
    read(root, monkeypatch)
    write(root, {A: article("B")})
    later = (root / A).stat().st_mtime_ns + 10**12
    os.utime(root / A, ns=(later, later))
    assert read(root, monkeypatch) == {A}
    assert read(root, monkeypatch) == {A}
    os.utime(root / A, ns=(LONG_AGO + 1, LONG_AGO + 1))
    assert read(root, monkeypatch) == {A}
    assert read(root, monkeypatch) == set()


@pytest.mark.parametrize("data", [b"", b"garbage", b"\x93\x01\x80\x80", b"\x92\x63\x80"])
def test_index_that_cannot_be_read_is_made_anew(root: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """With a damaged or foreign index everything is read, and nothing is lost."""
    everything = read(root, monkeypatch)
    (root / ".digest" / NAME).write_bytes(data)
    assert read(root, monkeypatch) == everything
    assert read(root, monkeypatch) == set()


def test_file_that_changes_while_it_is_read_is_told(root: Path) -> None:
    """A text is never taken for that of another hash: what was saved in between ends the build with a message."""
    Index(root, root / ".digest").hashes(files.listed(root)[0])
    index = Index(root, root / ".digest")
    index.hashes(files.listed(root)[0])
    write(root, {A: article("B")})
    with pytest.raises(SurroundingsError, match=f"{A} was saved while it was read; build again"):
        index.source(A)
