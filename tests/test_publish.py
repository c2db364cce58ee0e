import unicodedata
from pathlib import Path

import pytest

from digest import publish
from digest.files import Static
from digest.model import Page
from digest.problems import DigestError
from digest.publish import Claims, Stage
from tests.sites import snapshot, write


def put(out: Path, **pages: str) -> None:
    """Publish these pages."""
    with Stage(out) as stage:
        for name, text in pages.items():
            stage.add(Page(f"{name}.html", text.encode()))
        stage.publish()


def told(error: pytest.ExceptionInfo[DigestError]) -> str:
    """The one problem of an error, on one line."""
    (problem,) = error.value.problems
    return f"{problem.span}: {problem.message}"


@pytest.mark.parametrize(
    ("first", "second", "owner"),
    [
        ("a/index.html", "a/index.html", "first"),
        ("Map.jpg", "map.jpg", "first"),
        (unicodedata.normalize("NFC", "café.jpg"), unicodedata.normalize("NFD", "café.jpg"), "first"),
        ("straße.jpg", "STRASSE.jpg", "first"),
        ("a", "a/b.jpg", "first"),
        ("a/b.jpg", "a", "first"),
        ("a/b/c.jpg", "A/B", "first"),
        ("x", "pagefind/pagefind.js", "the search index"),
        ("x", "Pagefind", "the search index"),
    ],
)
def test_path_belongs_to_one_source(first: str, second: str, owner: str) -> None:
    """A path is taken once, by what any file system would take for it: case, composition, a folder's own name."""
    claims = Claims()
    assert claims.take(first, "first")
    assert not claims.take(second, "second")
    (problem,) = claims.problems
    assert (problem.span.file, problem.message) == (
        "second",
        f"the address /{second.removesuffix('index.html')} is taken by {owner}",
    )
    assert claims.paths == {first}


def test_paths_beside_each_other_are_free() -> None:
    """Files may share a folder, and names may begin alike."""
    claims = Claims()
    assert [claims.take(path) for path in ("a/b", "a/c", "ab", "a.b", "b/a/b")] == [True] * 5


@pytest.mark.parametrize("path", ["x" * 241, f"{'é' * 121}/index.html", "/".join(["x" * 100] * 9)])
def test_path_that_no_disk_holds_is_refused(path: str) -> None:
    """A path must fit the file systems that sites are built on, in its parts and as a whole."""
    claims = Claims()
    assert not claims.take(path, f"content/static/{path}")
    (problem,) = claims.problems
    assert problem.span.file == f"content/static/{path}"
    assert problem.message.endswith("… is too long for a file")


def test_site_is_published_whole(tmp_path: Path) -> None:
    """Nothing is seen before it is published; then what is new is there and what is gone is not."""
    out = tmp_path / "site"
    put(out, a="1", b="1")
    with Stage(out) as stage:
        stage.add(Page("a.html", b"2"))
        assert set(snapshot(out)) == {"a.html", "b.html", ".digest-site"}
        stage.publish()
    assert snapshot(out)["a.html"] == b"2"
    assert set(snapshot(out)) == {"a.html", ".digest-site"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_stage_that_is_not_published_leaves_no_trace(tmp_path: Path) -> None:
    """What fails before it is published is thrown away."""
    out = tmp_path / "site"
    put(out, a="1")
    former = snapshot(tmp_path)
    with Stage(out) as stage:
        stage.add(Page("a.html", b"2"))
    assert snapshot(tmp_path) == former


def test_unchanged_page_stays_the_same_file(tmp_path: Path) -> None:
    """A page whose bytes did not change keeps its file, times and all; one of the same length with others does not."""
    out = tmp_path / "site"
    put(out, a="11", b="11", c="11")
    former = {name: (out / f"{name}.html").stat() for name in "abc"}
    put(out, a="11", b="22", c="333")
    for name in "abc":
        stat = (out / f"{name}.html").stat()
        assert (stat.st_ino == former[name].st_ino) == (name == "a")
        assert (stat.st_mtime_ns == former[name].st_mtime_ns) == (name == "a")


def test_static_file_is_a_copy(tmp_path: Path) -> None:
    """An author may write into a static file at any time: the published one is a file of its own."""
    origin = write(tmp_path, {"content/static/a.txt": "1"}) / "content/static/a.txt"
    with Stage(tmp_path / "site") as stage:
        stage.add(Static(origin, "deep/a.txt"))
        stage.publish()
    origin.write_text("22")
    assert (tmp_path / "site/deep/a.txt").read_text() == "1"


@pytest.mark.parametrize(
    "given", [{"index.html": "theirs"}, {".gitignore": "", "a/b.txt": "theirs"}, {".digest-Site": ""}]
)
def test_foreign_folder_is_never_replaced(tmp_path: Path, given: dict[str, str]) -> None:
    """A folder with files that no build made is refused and stays as it is."""
    out = write(tmp_path / "site", given)
    with pytest.raises(DigestError) as caught:
        put(out, a="1")
    assert told(caught) == f"{out}: this folder holds files that digest did not make"
    assert snapshot(out) == {name: text.encode() for name, text in given.items()}


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A file that has the output folder's name is not replaced either."""
    write(tmp_path, {"site": "theirs"})
    with pytest.raises(DigestError):
        put(tmp_path / "site", a="1")
    assert (tmp_path / "site").read_text() == "theirs"


def test_gitignore_is_carried_over(tmp_path: Path) -> None:
    """A folder that holds nothing but a .gitignore is taken, and every build carries that over."""
    out = write(tmp_path / "site", {".gitignore": "*\n"})
    put(out, a="1")
    put(out, a="2")
    assert snapshot(out)[".gitignore"] == b"*\n"
    assert snapshot(out)["a.html"] == b"2"


def test_linked_folder_is_published_where_it_lies(tmp_path: Path) -> None:
    """Where the output folder is a link, the folder that it leads to is replaced, and the link stays."""
    put(tmp_path / "disk/site", a="1")
    (tmp_path / "site").symlink_to(tmp_path / "disk/site")
    put(tmp_path / "site", a="2")
    assert (tmp_path / "site").is_symlink()
    assert snapshot(tmp_path / "disk/site")["a.html"] == b"2"


def test_folders_are_exchanged_in_turn_where_they_cannot_at_once(tmp_path: Path) -> None:
    """Without the system's call for it, three renames exchange two folders and leave nothing beside them."""
    write(tmp_path, {"staged/new.html": "new", "site/old.html": "old"})
    publish._exchange_in_turn(tmp_path / "staged", tmp_path / "site")
    assert snapshot(tmp_path) == {"site/new.html": b"new", "staged/old.html": b"old"}


def test_failed_exchange_is_taken_back(tmp_path: Path) -> None:
    """Where the second rename fails, the first is taken back: the site is where it was."""
    write(tmp_path, {"site/old.html": "old"})
    with pytest.raises(FileNotFoundError):
        publish._exchange_in_turn(tmp_path / "staged", tmp_path / "site")
    assert snapshot(tmp_path) == {"site/old.html": b"old"}


def test_site_that_a_killed_build_put_aside_comes_back(tmp_path: Path) -> None:
    """Killed between two renames, a build leaves no site: the next one begins by putting it back."""
    out = tmp_path / "site"
    put(out, a="1")
    former = snapshot(out)
    out.rename(tmp_path / ".site.former")
    with pytest.raises(RuntimeError), Stage(out):
        raise RuntimeError
    assert snapshot(tmp_path) == {f"site/{name}": data for name, data in former.items()}


def test_rest_of_a_killed_build_is_cleared_away(tmp_path: Path) -> None:
    """What a killed build left beside the site does not stand in the way of the next one."""
    write(tmp_path, {".site.staged-1/half.html": "x", ".site.former/old.html": "x"})
    put(tmp_path / "site", a="1")
    assert set(snapshot(tmp_path)) == {"site/a.html", "site/.digest-site"}


@pytest.mark.parametrize("out", ["content", "content/x", "content/static/pub", "templates", ".digest/preview", "/"])
def test_nothing_is_published_where_a_digest_is_read(tmp_path: Path, out: str) -> None:
    """A site inside a digest's own folders would be read by the next build; the root of a disk is no folder for one."""
    root = write(tmp_path, {"content/site.yaml": ""})
    with pytest.raises(DigestError) as caught:
        Stage(root / out)
    assert told(caught) == f"{root / out}: a site can't be published here: a digest is read from it"


def staged(out: Path, cache: Path, **pages: str) -> None:
    """Publish these pages with a cache, as builds do: each is made of its own text."""
    with Stage(out, cache) as stage:
        stage.clear({f"{name}.html" for name in pages})
        for name, text in pages.items():
            if not stage.keeps(f"{name}.html", text.encode()):
                stage.add(Page(f"{name}.html", text.encode()), text.encode())
        stage.publish()


def test_stage_begins_as_the_site_before_the_last(tmp_path: Path) -> None:
    """With a cache the former site is brought up to date: whatever was in it, the new one has what it should have."""
    out, cache = tmp_path / "site", tmp_path / "cache"
    for pages in ({"a": "1", "b": "1"}, {"a": "2", "c": "1"}, {"a": "1", "b": "2"}, {"b": "2"}, {"a": "1", "b": "2"}):
        staged(out, cache, **pages)
        assert snapshot(out) == {
            ".digest-site": publish._MARKER_TEXT,
            **{f"{name}.html": text.encode() for name, text in pages.items()},
        }
        assert {path.name for path in tmp_path.iterdir()} == {"site", "cache"}


def test_folder_and_file_may_change_places(tmp_path: Path) -> None:
    """Where the site before had a file, there may be a folder now, and the other way round."""
    out, cache = tmp_path / "site", tmp_path / "cache"
    for pages in ({"a": "1"}, {"b": "1"}, {"a.html/x": "1"}, {"b": "1"}, {"a": "1"}):
        staged(out, cache, **pages)
        assert {name for name in snapshot(out) if name != ".digest-site"} == {f"{name}.html" for name in pages}


def test_what_others_did_to_either_folder_is_undone(tmp_path: Path) -> None:
    """Files that were touched, deleted or put into the site or the spare folder are not in the next site."""
    out, cache = tmp_path / "site", tmp_path / "cache"
    pages = {"a": "1", "x/b": "1", "x/c": "1"}
    for _ in range(2):
        staged(out, cache, **pages)
    expected = snapshot(out)
    (spare,) = cache.glob("sites/*/spare")
    for folder in (out, spare):
        (folder / "a.html").unlink()
        (folder / "x/b.html").write_text("9")
        write(folder, {"y/stray.html": "x", "x/stray.html": "x", "stray.html": "x"})
    (spare / "x").rename(tmp_path / "elsewhere")
    (spare / "x").symlink_to(tmp_path / "elsewhere")
    elsewhere = snapshot(tmp_path / "elsewhere")
    for _ in range(2):
        staged(out, cache, **pages)
        assert snapshot(out) == expected
    assert snapshot(tmp_path / "elsewhere") == elsewhere


def test_killed_stage_is_not_trusted(tmp_path: Path) -> None:
    """A build that ends in the middle leaves no listing, so nothing of what it wrote is taken for whole."""
    out, cache = tmp_path / "site", tmp_path / "cache"
    for _ in range(2):
        staged(out, cache, a="1")
    stage = Stage(out, cache).__enter__()
    stage.add(Page("a.html", b"half"), b"2")
    assert list(cache.glob("sites/*/spare.msgpack")) == []
    staged(out, cache, a="2")
    assert snapshot(out)["a.html"] == b"2"
    assert {path.name for path in tmp_path.iterdir()} == {"site", "cache"}
