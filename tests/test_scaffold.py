from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digest import scaffold
from digest.problems import DigestError
from tests.sites import article, built, small, snapshot, write

TODAY = date(2025, 5, 1)


def test_new_digest_builds_without_a_warning(tmp_path: Path) -> None:
    """What `init` makes is a digest that builds at once, in any year, with an entry and a linked term."""
    made = scaffold.init(tmp_path / "news", TODAY)
    assert {path.relative_to(tmp_path / "news").as_posix() for path in made} == set(snapshot(tmp_path / "news"))
    report = built(tmp_path / "news", strict=True)
    assert (report.problems, report.entries, report.links) == ((), 1, 1)
    assert built(tmp_path / "news", now=datetime(2031, 1, 1, tzinfo=UTC)).problems == ()


def test_new_digest_goes_into_an_empty_folder(tmp_path: Path) -> None:
    """A folder that holds anything, and a file, are refused and stay as they are; an empty folder is taken."""
    write(tmp_path, {"full/notes.txt": "x", "file": "x"})
    for name in ("full", "file"):
        with pytest.raises(DigestError, match="not empty"):
            scaffold.init(tmp_path / name, TODAY)
    assert snapshot(tmp_path) == {"full/notes.txt": b"x", "file": b"x"}
    (tmp_path / "empty").mkdir()
    assert scaffold.init(tmp_path / "empty", TODAY)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Envoys meet in Geneva", "2025-05-01-envoys-meet-in-geneva.md"),
        ("Erdoğan: “no comment” — #1 & [x]", "2025-05-01-erdogan-no-comment-1-x.md"),
        ("word " * 40, "2025-05-01-word-word-word-word-word-word-word-word-word-word-word-word.md"),
        ("Back\\slash: {a} 'b' \"c\"", "2025-05-01-back-slash-a-b-c.md"),
    ],
)
def test_new_entry_is_a_draft_that_builds(tmp_path: Path, title: str, name: str) -> None:
    """A new entry is a draft under its day and title, whatever is in the title; it shows with `--drafts`."""
    root = small(tmp_path)
    path = scaffold.new(root, title, "", TODAY, ("diplomacy",))
    assert path == root / "content/articles/2025" / name
    assert "# at least one of: diplomacy" in path.read_text()
    assert built(root, strict=True).entries == 1
    assert built(root, drafts=True, strict=True).entries == 2


def test_new_entry_replaces_none(tmp_path: Path) -> None:
    """An entry that is there already is not begun again."""
    root = small(tmp_path)
    path = scaffold.new(root, "Talks", "", TODAY, ())
    path.write_text("mine")
    with pytest.raises(DigestError, match="exists already"):
        scaffold.new(root, "Talks", "", TODAY, ())
    assert path.read_text() == "mine"


def test_title_without_latin_letters_needs_another(tmp_path: Path) -> None:
    """Where no file name can be made of a title, that is said; a slug may be given."""
    with pytest.raises(DigestError, match="no file name can be made of this title"):
        scaffold.new(small(tmp_path), "محادثات", "", TODAY, ())
    assert scaffold.new(tmp_path, "محادثات", "talks", TODAY, ()).name == f"{TODAY}-talks.md"


def test_imported_draft_gets_a_free_name(tmp_path: Path) -> None:
    """An import is named by its source's day and title, with a number where that is taken."""
    folder = tmp_path / "content/articles/2025"
    assert scaffold.draft_path(tmp_path, ["Talks"], "2025-04-10", TODAY) == folder / "2025-04-10-talks.md"
    write(folder, {"2025-04-10-talks.md": article("Talks"), "2025-04-10-talks-2.md": ""})
    again = scaffold.draft_path(tmp_path, ["Talks"], "2025-04-10T08:00+03:00", TODAY)
    assert again == folder / "2025-04-10-talks-3.md"


@pytest.mark.parametrize(
    ("names", "stem"),
    [
        (["محادثات", "page-12", "الجزيرة"], "page-12"),
        (["محادثات", "صفحة", "Al Jazeera"], "al-jazeera"),
        (["محادثات", "", ""], "import"),
    ],
)
def test_imported_draft_is_named_by_what_has_latin_letters(tmp_path: Path, names: list[str], stem: str) -> None:
    """Where a title has no letter a-z, the next name that has one names the file."""
    assert scaffold.draft_path(tmp_path, names, "", TODAY).name == f"2025-05-01-{stem}.md"
