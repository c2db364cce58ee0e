from pathlib import Path

import pytest
from filelock import FileLock

from digest import files
from digest.files import Static
from digest.model import Page
from digest.problems import DigestError, SurroundingsError
from tests.sites import snapshot, write


def told(error: pytest.ExceptionInfo[DigestError]) -> str:
    """The one problem of an error, on one line."""
    (problem,) = error.value.problems
    return f"{problem.span}: {problem.message}"


def test_content_is_found_by_what_becomes_of_it(tmp_path: Path) -> None:
    """Content is read, static files are copied, hidden ones too; elsewhere hidden files are left alone."""
    given = {"content/site.yaml": "a", "content/b/x.md": "b", "content/static/.well-known/x": "c", "content/.x.md": "d"}
    root = write(tmp_path, {**given, "content/static/.gitkeep": "", "content/static/img/a.jpg": "e", "notes.md": "f"})
    sources, statics, problems = files.find(root)
    assert [(source.path, source.data) for source in sources] == [("content/b/x.md", b"b"), ("content/site.yaml", b"a")]
    assert [(static.path, static.origin) for static in statics] == [
        (".well-known/x", root / "content/static/.well-known/x"),
        ("img/a.jpg", root / "content/static/img/a.jpg"),
    ]
    assert problems == []


def test_originals_are_found_apart_from_content(tmp_path: Path) -> None:
    """Originals lie where content is not looked for, and are found by the stem of their draft."""
    root = write(
        tmp_path, {"content/a.md": "a", "content/.originals/2025-a.html": "b", "content/.originals/x/y.txt": "c"}
    )
    assert [source.path for source in files.find(root)[0]] == ["content/a.md"]
    assert files.originals(root) == {"2025-a": root / "content/.originals/2025-a.html"}
    assert files.original_of(root, Path("content/articles/2025-a.md"), ".html") == files.originals(root)["2025-a"]
    assert files.originals(tmp_path / "none") == {}


def test_entries_of_a_folder_are_those_of_its_digest(tmp_path: Path) -> None:
    """Of a digest, or any folder of one, entries are the Markdown files below content/articles/ that are not hidden."""
    names = ("site.yaml", "articles/a.md", "articles/b/c.md", "articles/.d.md", "articles/e.txt", "pages/f.md")
    root = write(tmp_path, {f"content/{name}": "x" for name in names})
    for folder in ("", "content", "content/articles"):
        found = [path.relative_to(root).as_posix() for path in files.entries(root / folder)]
        assert found == ["content/articles/a.md", "content/articles/b/c.md"]
    assert files.entries(root / "content/pages") == []


def test_folder_without_content_is_no_digest(tmp_path: Path) -> None:
    """Where there is no content, that is said, and nothing is made there."""
    for attempt in (files.find, lambda root: files.locked(root).__enter__()):
        with pytest.raises(DigestError) as caught:
            attempt(tmp_path)
        assert told(caught) == f"{tmp_path}: there is no digest here: no folder content/"
    assert list(tmp_path.iterdir()) == []


def test_link_out_of_the_digest_is_refused(tmp_path: Path) -> None:
    """A link to a file elsewhere, to any folder, or to nothing is a problem; one within the digest is followed."""
    root = write(tmp_path / "digest", {"content/a.md": "a", "content/static/a.txt": "b", "templates/a.html": ""})
    write(tmp_path, {"secret.md": "s", "folder/secret.md": "s"})
    for name, target in (
        ("content/file.md", tmp_path / "secret.md"),
        ("content/static/folder", tmp_path / "folder"),
        ("content/static/circle", root / "content"),
        ("content/gone.md", root / "gone.md"),
        ("content/static/b.txt", root / "content/static/a.txt"),
        ("templates/secret.css", tmp_path / "secret.md"),
        ("templates/a.css", root / "content/static/a.txt"),
    ):
        (root / name).symlink_to(target)
    sources, statics, problems = files.find(root)
    assert [source.path for source in sources] == ["content/a.md"]
    assert [static.path for static in statics] == ["a.txt", "b.txt"]
    assert {problem.span.file: problem.message for problem in problems} == dict.fromkeys(
        (
            "content/file.md",
            "content/static/folder",
            "content/static/circle",
            "content/gone.md",
            "templates/secret.css",
        ),
        "this link leads to no file of this digest",
    )
    assert [source.path for _, source in files.look(root) if source.path.startswith("templates/")] == [
        "templates/a.css",
        "templates/a.html",
    ]


def test_own_templates_come_after_the_built_in_ones(tmp_path: Path) -> None:
    """A site's templates are named like the built-in ones and come later, so that they win; both say where they lie."""
    root = write(tmp_path, {"templates/home.html": "ours", "templates/assets/style.css": "ours", "templates/.x": ""})
    found = files.look(root)
    assert [source.path for name, source in found if name == "home.html"] == [
        "digest/templates/home.html",
        "templates/home.html",
    ]
    assert {name for name, source in found if source.data == b"ours"} == {"home.html", "assets/style.css"}


def test_new_file_never_replaces_one(tmp_path: Path) -> None:
    """A file that exists is not written over; a replaced text keeps its rights."""
    path = write(tmp_path, {"a.md": "old"}) / "a.md"
    with pytest.raises(DigestError) as caught:
        files.write_new(path, "new")
    assert told(caught) == f"{path}: this file exists already"
    assert path.read_text() == "old"
    path.chmod(0o640)
    files.replace(path, b"new\n")
    assert (path.read_text(), path.stat().st_mode & 0o777, list(tmp_path.iterdir())) == ("new\n", 0o640, [path])


def test_second_build_waits_for_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another build holds the lock a build waits; in the end it says what holds it."""
    write(tmp_path, {"content/site.yaml": "", ".digest/x": ""})
    monkeypatch.setattr(files, "PATIENCE", 0.2)
    wait = r"another build holds .*lock; wait for it to end"
    with FileLock(tmp_path / ".digest/lock"), pytest.raises(SurroundingsError, match=wait), files.locked(tmp_path):
        pass
    with files.locked(tmp_path) as folder:
        assert folder == tmp_path / ".digest"


def test_preview_is_changed_file_by_file(tmp_path: Path) -> None:
    """Only what differs is written; what is left over goes, the index stays, and files and folders change places."""
    made = [Page("a/index.html", b"1"), Page("b.html", b"1"), Page("c", b"1")]
    files.update(write(tmp_path, {"pagefind/x": "i", "old/deep/x.html": "1"}), made, keep="pagefind")
    former = (tmp_path / "b.html").stat().st_mtime_ns
    static = Static(write(tmp_path.parent, {"s.txt": "s"}) / "s.txt", "c/s.txt")
    files.update(tmp_path, [Page("a", b"2"), Page("b.html", b"1"), static], keep="pagefind")
    assert snapshot(tmp_path) == {"a": b"2", "b.html": b"1", "c/s.txt": b"s", "pagefind/x": b"i"}
    assert (tmp_path / "b.html").stat().st_mtime_ns == former
    assert not (tmp_path / "old").exists()
