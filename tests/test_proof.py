from pathlib import Path

import pytest

from digest import files
from digest.build import preview
from digest.options import Options
from digest.proof import Galley
from tests.sites import NOW, article, small, term, write

A = "content/articles/a.md"
GIVEN = {
    A: article("A", body="HTS met."),
    "content/articles/b.md": article("B", "2025-04-11", body="T4 and HTS."),
    "content/glossary/t4.md": term("T4"),
}
OPTIONS = Options(now=NOW, drafts=True, jobs=1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A digest."""
    return small(tmp_path, GIVEN)


@pytest.fixture
def galley(root: Path) -> Galley:
    """What proofs of it are made with, after a build."""
    taken: list[Galley] = []
    preview(root, OPTIONS, take=taken.append)
    return taken[0]


@pytest.mark.parametrize(
    "text",
    [
        article("A", body="HTS met.\n\nOne more line."),
        article("Another", body="Nobody but HTS met at *noon*.", keys="slug: a"),
        article("A", body="HTS.\n\nShare this", keys="note: Once more."),
        article("A", body="[[hts|They]] met[^1].\n\n[^1]: Twice.", keys="corrections: [{date: 2025-04-30, note: x}]"),
    ],
)
def test_proof_is_the_page_that_the_build_makes(root: Path, galley: Galley, text: str) -> None:
    """An edit of an entry that changes nothing around it has the page already that the next build makes."""
    write(root, {A: text})
    page = galley.proof(files.source(root, A))
    assert page is not None
    assert page.path == "2025/04/a/index.html"
    report = preview(root, OPTIONS)
    assert page.data == (report.out / page.path).read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        "---\ntitle: [\n---\n",
        article("A", keys="themes: [unknown]"),
        article("A", keys="slug: elsewhere"),
        article("A", day="2025-05-01"),
        article("A", body="At [[unknown]]."),
    ],
)
def test_what_a_build_must_tell_has_no_proof(root: Path, galley: Galley, text: str) -> None:
    """An entry with errors, or with another address, waits for the build."""
    assert galley.proof(files.source(write(root, {A: text}), A)) is None


def test_new_entry_has_no_proof(root: Path, galley: Galley) -> None:
    """An entry that was not there has neighbours yet to be found; other files are no entries."""
    write(root, {"content/articles/c.md": article("C")})
    assert galley.proof(files.source(root, "content/articles/c.md")) is None
    assert galley.proof(files.source(root, "content/glossary/t4.md")) is None
