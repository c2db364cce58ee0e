from pathlib import Path

import pytest

from digest.build import Options, examine
from tests.check.told import told
from tests.sites import NOW, SMALL, article, built, small, snapshot

A = "content/articles/deep/2025-04-10-a.md"
KEPT = "content/.originals/2025-04-10-a.txt"
NUMBERS = [f"word{number}" for number in range(400)]
OWN = [f"own{number}" for number in range(1200)]
ORIGINAL = " ".join(NUMBERS) + "."


def entry(taken: int, own: int) -> str:
    """An entry that begins with words of its own and has so many of the original."""
    return article("A", body=f"{' '.join(OWN[:own])}\n\nSo: {' '.join(NUMBERS[:taken])}.")


@pytest.mark.parametrize(
    ("taken", "own", "is_told"),
    [(40, 5, False), (41, 5, True), (60, 200, False), (80, 1200, False), (81, 1200, True), (0, 100, False)],
)
def test_long_excerpt_is_told(tmp_path: Path, taken: int, own: int, is_told: bool) -> None:
    """More than a quarter of the words, if they are over forty, or more than eighty in a row, are too long."""
    assert bool(told(tmp_path, {A: entry(taken, own), KEPT: ORIGINAL}, "long-excerpt")) is is_told


def test_place_is_that_of_the_file(tmp_path: Path) -> None:
    """The warning shows the author's own line, where the longest run begins."""
    body = f"<p>{OWN[0]}</p>\n\n<p>So: {' '.join(NUMBERS[:60])}</p>"
    (problem,) = told(tmp_path, {A: article("A", body=body), KEPT: ORIGINAL}, "long-excerpt")
    assert str(problem.span) == f"{A}:9:8"
    assert problem.message == (
        "97% of the words outside block quotes stand in the original word for word, 60 of them in a row from here"
    )
    assert problem.hint.startswith("say it in your own words")


def test_rule_can_be_graded_and_original_may_be_gone(tmp_path: Path) -> None:
    """A site may switch the rule off; without an original there is nothing to compare with."""
    off = SMALL["content/site.yaml"] + "checks: {long-excerpt: off}\n"
    assert told(tmp_path / "off", {A: entry(60, 5), KEPT: ORIGINAL, "content/site.yaml": off}, "long-excerpt") == []
    assert told(tmp_path / "none", {A: entry(60, 5)}, "long-excerpt") == []


def test_measures_are_remembered(tmp_path: Path) -> None:
    """A second check says the same of what it remembers, and an edit is seen."""
    small(tmp_path, {A: entry(60, 5), KEPT: ORIGINAL})
    first, second = (examine(tmp_path, Options(now=NOW)).problems for _ in range(2))
    assert first == second
    assert [problem.code for problem in first] == ["long-excerpt"]
    small(tmp_path, {A: entry(0, 5)})
    assert examine(tmp_path, Options(now=NOW)).problems == ()


def test_originals_are_not_published(tmp_path: Path) -> None:
    """An original is no content: nothing of it is read, told by a build, or in the site."""
    given = {A: entry(5, 5), KEPT: ORIGINAL, "content/.originals/x.md": "---\nno front matter"}
    report = built(small(tmp_path, given))
    assert report.problems == ()
    assert not [name for name, data in snapshot(report.out).items() if ".originals" in name or b"word59" in data]
