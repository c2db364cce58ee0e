"""What authors get wrong, and what they are told. The inputs and the messages are in fixtures/broken_input.md."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli import main
from tests.golden import Example, examples
from tests.sites import NOW, built, small, snapshot, write

PAGE = Path(__file__).parent / "fixtures" / "broken_input.md"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small digest, built."""
    root = small(tmp_path_factory.mktemp("digest"))
    built(root)
    return root


@pytest.fixture
def digest(published: Path, tmp_path: Path) -> Path:
    """A copy of the small digest, built."""
    return Path(shutil.copytree(published, tmp_path / "digest"))


def files(given: str) -> dict[str, bytes | None]:
    """The files of an example: each begins with `@ path`, and `deleted` or `latin-1` where it is that."""
    found: dict[str, bytes | None] = {}
    for block in given.removeprefix("@ ").split("\n@ "):
        head, _, text = block.partition("\n")
        name, how = head.removesuffix(" deleted").removesuffix(" latin-1"), head.rpartition(" ")[2]
        found[name] = None if how == "deleted" else text.encode("latin-1" if how == "latin-1" else "utf-8")
    return found


@pytest.mark.parametrize("example", examples(PAGE), ids=lambda example: example.title)
def test_broken_input_is_told_and_nothing_published(digest: Path, example: Example) -> None:
    """Each broken input ends the build with code 1 and a clear message, and leaves the last site as it was."""
    former = snapshot(digest / "site")
    write(digest, files(example.given))
    result = CliRunner().invoke(main, ["build", str(digest), "--no-search", "--now", NOW.isoformat()])
    message = result.stderr.rstrip("\n")
    assert message == example.golden(message)
    assert (result.exit_code, result.stdout) == (1, "")
    assert snapshot(digest / "site") == former
    assert not list(digest.glob(".site.staged-*"))
