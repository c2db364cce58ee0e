"""A whole small site: what is in fixtures/site comes out as fixtures/expected shows it."""

import re
import shutil
from pathlib import Path

import pytest

from tests.golden import UPDATE, golden
from tests.sites import built, snapshot

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = FIXTURES / "expected"
HASH = re.compile(r"(/assets/[\w.-]+)[./][0-9a-f]{10,20}\.(\w+)")
VERSION = re.compile(r'(<generator [^>]*version=)"[^"]*"')


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of the golden site that are made of its content, without what changes with styles and releases."""
    root = tmp_path_factory.mktemp("golden")
    shutil.copytree(FIXTURES / "site", root, dirs_exist_ok=True)
    report = built(root)
    assert report.problems == ()
    pages = {
        name: data.decode() for name, data in snapshot(report.out).items() if not name.startswith(("assets/", "."))
    }
    pages = {name: VERSION.sub(r'\1"…"', HASH.sub(r"\1.\2", text)) for name, text in pages.items()}
    if UPDATE:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, text in pages.items():
            (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
            golden(EXPECTED / name, text)
    return pages


def test_site_has_these_files(made: dict[str, str]) -> None:
    """The golden site has exactly the expected files."""
    assert sorted(made) == sorted(snapshot(EXPECTED))


@pytest.mark.parametrize("name", sorted(snapshot(EXPECTED)))
def test_file_is_as_expected(made: dict[str, str], name: str) -> None:
    """Each file of the golden site is as its expected one, which a person has read."""
    assert made[name] == (EXPECTED / name).read_text("utf-8")
