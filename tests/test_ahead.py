from pathlib import Path

import pagefind_bin
import pytest

from digest.problems import DigestError
from tests.sites import SMALL, article, built, snapshot, write

BAKU = "content/articles/2025-04-09-baku.md"
HOMS, IDLIB = "content/articles/homs.md", "content/articles/idlib.md"


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have Pagefind note each run, by the folder that it writes to, in the file that is given."""
    log, program = tmp_path / "runs", tmp_path / "pagefind"
    program.write_text(f'#!/bin/sh\necho "$4" >> {log}\nexec {pagefind_bin.get_executable()} "$@"\n')
    program.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: program)
    return log


def edited(root: Path, runs: Path, given: dict[str, str | None], jobs: int = 2) -> set[str]:
    """Build a digest, and with `given` once more; return for what Pagefind was run then, and for what ahead."""
    write(root, SMALL | {HOMS: article("Homs", "2024-04-09"), IDLIB: article("Idlib")})
    built(root, search=True)
    runs.unlink()
    write(root, given)
    built(root, search=True, jobs=jobs)
    made = [path.split("/") for path in runs.read_text().splitlines()]
    clean = built(root, search=True, out="clean", cache=False, jobs=1).out
    for shard in ("en/2024", "en/2025"):
        assert snapshot(clean / f"pagefind/{shard}/fragment") == snapshot(root / f"site/pagefind/{shard}/fragment")
    assert {path.name for path in root.iterdir()} == {".digest", "clean", "content", "site"}
    return {"/".join(path[-3 if path[-3] == "made" else -2 :]) for path in made}


def test_index_of_an_edited_entry_is_begun_ahead(tmp_path: Path, runs: Path) -> None:
    """While a site is made, Pagefind is at the year of the edited entry already, and runs for it no second time."""
    given: dict[str, str | None] = {BAKU: article("Talks in Baku", "2025-04-09", "Hama.", "story: talks")}
    assert edited(tmp_path / "digest", runs, given) == {"made/en/2025", "en/terms"}


def test_index_that_was_guessed_wrong_is_made_again(tmp_path: Path, runs: Path) -> None:
    """Where more has changed in a year than was to be seen at first, what was begun is thrown away."""
    given: dict[str, str | None] = {BAKU: article("Talks in Baku", "2025-04-09", "Hama.", "story: talks"), IDLIB: None}
    assert edited(tmp_path / "digest", runs, given) == {"made/en/2025", "en/2025", "en/terms"}


def test_nothing_is_begun_that_would_hold_up_the_rest(tmp_path: Path, runs: Path) -> None:
    """As many shards as there may be processes, or more, wait until the pages are there; so do those of many edits."""
    given: dict[str, str | None] = {
        BAKU: article("Talks in Baku", "2025-04-09", "Hama."),
        HOMS: article("Homs", "2024-04-09", "Hama."),
    }
    assert edited(tmp_path / "digest", runs, given) == {"en/2024", "en/2025", "en/terms"}
    one: dict[str, str | None] = {HOMS: article("Homs", "2024-04-09", "Hama.")}
    assert edited(tmp_path / "alone", runs, one, jobs=1) == {"en/2024"}
    many = {f"content/articles/{number}.md": article(f"No. {number}", "2025-04-09") for number in range(21)}
    assert edited(tmp_path / "many", runs, {**many}) == {"en/2025"}


def test_error_ends_what_was_begun(tmp_path: Path, runs: Path) -> None:
    """A build that fails ends the Pagefind that it began, and leaves nothing of it."""
    root = write(tmp_path / "digest", SMALL)
    built(root, search=True)
    bad = article("Bad", "2025-04-09", "[To](/nowhere/)")
    write(root, {BAKU: article("Talks in Baku", "2025-04-09", "Hama."), "content/articles/bad.md": bad})
    runs.unlink()
    with pytest.raises(DigestError):
        built(root, search=True, jobs=2)
    assert "/made/en/2025" in runs.read_text()
    assert {path.name for path in root.iterdir()} == {".digest", "content", "site"}
