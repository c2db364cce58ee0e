import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from digest.build import build
from digest.options import Options, Report
from digest.stamp import unchanged
from tests.sites import NOW, article, small, term, write

A = "content/articles/a.md"
OPTIONS = Options(now=NOW, search=False)
GIVEN = {A: article("A"), "templates/404.html": "{{ site.title }}", "content/glossary/t4.md": term("T4")}
LONG_AGO = 1_700_000_000 * 10**9


def settled(root: Path) -> Path:
    """Have all files of a digest saved long ago."""
    for folder in ("content", "templates"):
        for path in (root / folder).rglob("*"):
            if path.is_file():
                os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A digest that has been built."""
    root = settled(small(tmp_path, GIVEN))
    build(root, OPTIONS)
    return root


def test_nothing_new_is_reported_like_the_last_build(root: Path) -> None:
    """Where nothing has changed the report is that of the last build, warnings included."""
    report = unchanged(root, OPTIONS)
    assert report == build(root, OPTIONS)
    assert isinstance(report, Report)
    assert [problem.code for problem in report.problems] == ["unused-term"]
    assert unchanged(root, replace(OPTIONS, jobs=1, why=True, now=NOW + timedelta(minutes=1))) == report


def kept(root: Path, name: str) -> Path:
    """A file of what is known of the site."""
    (found,) = root.glob(f".digest/sites/*/{name}.msgpack")
    return found


CHANGES: dict[str, Callable[[Path], object]] = {
    "an entry is edited": lambda root: write(root, {A: article("B")}),
    "an entry is new": lambda root: write(root, {"content/articles/b.md": article("B")}),
    "an entry is gone": lambda root: (root / A).unlink(),
    "an entry has another name": lambda root: (root / A).rename(root / "content/articles/b.md"),
    "a static file is edited": lambda root: write(root, {"content/static/logo.txt": "Another"}),
    "a template is edited": lambda root: write(root, {"templates/404.html": "{{ site.home }}"}),
    "a template is new": lambda root: write(root, {"templates/home.html": "x"}),
    "the settings are edited": lambda root: write(
        root, {"content/site.yaml": "title: B\nbase_url: https://b.example/\n"}
    ),
    "a link leads nowhere": lambda root: (root / "content/articles/l.md").symlink_to("none"),
    "a page is gone": lambda root: (root / "site/404.html").unlink(),
    "a page was touched": lambda root: (root / "site/404.html").write_text("x"),
    "a file was put there": lambda root: write(root, {"site/2025/x.txt": "x"}),
    "the marker is gone": lambda root: (root / "site/.digest-site").unlink(),
    "the site is gone": lambda root: (root / "site").rename(root / "old"),
    "the stamp is no stamp": lambda root: [
        path.write_bytes(b"x") for path in root.glob(".digest/sites/*/stamp.msgpack")
    ],
    "the listing is gone": lambda root: kept(root, "published").unlink(),
    "another build came between": lambda root: build(root, replace(OPTIONS, drafts=True)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_leads_to_a_build(root: Path, change: Callable[[Path], object]) -> None:
    """Where anything differs, in the content, the templates or the site, nobody says that nothing has changed."""
    change(root)
    assert unchanged(root, OPTIONS) is None


@pytest.mark.parametrize(
    "asked",
    [
        {"drafts": True},
        {"strict": True},
        {"search": True},
        {"annotations": True},
        {"cache": False},
        {"base_url": "https://b.example/"},
        {"out": "public"},
    ],
    ids=str,
)
def test_another_question_has_another_answer(root: Path, asked: dict[str, object]) -> None:
    """What was built for other options says nothing of these."""
    assert unchanged(root, replace(OPTIONS, **asked)) is None  # type: ignore[arg-type]  # names are those of Options


@pytest.mark.parametrize(
    ("keys", "holds"),
    [
        ("publish: 2025-05-01T15:30+03:00", timedelta(minutes=30)),
        ("expires: 2025-05-01T16:00+03:00", timedelta(hours=1)),
        ("", timedelta(hours=9)),  # until the day ends where the site is
    ],
)
def test_time_alone_may_change_a_site(tmp_path: Path, keys: str, holds: timedelta) -> None:
    """A build holds until an entry comes or goes, or a day ends."""
    root = settled(small(tmp_path, {A: article("A", keys=keys)}))
    build(root, OPTIONS)
    assert unchanged(root, replace(OPTIONS, now=NOW + holds - timedelta(seconds=1)))
    assert unchanged(root, replace(OPTIONS, now=NOW + holds)) is None


def test_file_that_was_just_saved_leaves_no_stamp(tmp_path: Path) -> None:
    """What is saved while a build reads may be saved again without a trace, so the next build looks again."""
    root = settled(small(tmp_path, GIVEN))
    soon = time.time_ns() + 10**10
    os.utime(root / A, ns=(soon, soon))
    build(root, OPTIONS)
    assert unchanged(root, OPTIONS) is None


def test_index_is_seen_too(root: Path) -> None:
    """With a search index, its files are looked at like all others."""
    asked = replace(OPTIONS, search=True)
    build(root, asked)
    assert unchanged(root, asked)
    next((root / "site/pagefind").rglob("*.pf_fragment")).unlink()
    assert unchanged(root, asked) is None
