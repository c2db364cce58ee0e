import json
from pathlib import Path

import pytest

from digest import search
from digest.files import Static
from digest.model import Page
from digest.problems import SurroundingsError
from tests.sites import snapshot, write

ENTRY = '<!doctype html><html lang="en"><title>{0}</title><article data-pagefind-body><h1>{0}</h1>{1}</article></html>'


def site(root: Path, **texts: str) -> search.IndexKey:
    """Write pages that are searched, and one that is not; return their key."""
    key = search.IndexKey()
    for name, text in texts.items():
        page = Page(f"{name}/index.html", ENTRY.format(name, text).encode())
        write(root, {page.path: page.data})
        key.add(page)
    write(root, {"about/index.html": "<!doctype html><title>About</title><p>unsearched"})
    return key


def test_index_is_of_the_pages_that_are_searched(tmp_path: Path) -> None:
    """Pagefind indexes the pages that are marked; files for a page other than our own are left out."""
    assert search.index(tmp_path / "new", site(tmp_path / "new", a="Damascus", b="Homs"), tmp_path / "none")
    folder = tmp_path / "new/pagefind"
    languages = json.loads((folder / "pagefind-entry.json").read_text())["languages"]
    assert languages["en"]["page_count"] == 2
    assert (folder / "pagefind.js").is_file()
    assert list(folder.glob("pagefind-*ui*")) == []


def test_index_is_shared_while_its_pages_stay(tmp_path: Path) -> None:
    """While no searched page changes, the next site has the same index files, and Pagefind does not run."""
    search.index(tmp_path / "old", site(tmp_path / "old", a="Damascus"), tmp_path / "none")
    assert not search.index(tmp_path / "same", site(tmp_path / "same", a="Damascus"), tmp_path / "old")
    assert snapshot(tmp_path / "same/pagefind") == snapshot(tmp_path / "old/pagefind")
    entry = "pagefind/pagefind-entry.json"
    assert (tmp_path / "same" / entry).samefile(tmp_path / "old" / entry)
    assert search.index(tmp_path / "other", site(tmp_path / "other", a="Homs"), tmp_path / "old")


def test_key_is_of_searched_pages_only() -> None:
    """Names and bytes of searched pages make the key; other pages and static files do not count."""
    body = b'<p data-pagefind-body="">'

    def key(*made: Page | Static) -> str:
        found = search.IndexKey()
        for item in made:
            found.add(item)
        return str(found)

    one = key(Page("a", body))
    assert one == key(Page("a", body), Page("b", b"<p>"), Static(Path("c"), "c"))
    assert len({one, key(Page("b", body)), key(Page("a", body + b"x")), key()}) == 4


def test_refreshed_index_replaces_the_former(tmp_path: Path) -> None:
    """An index in place is made anew where its pages changed, and only there."""
    site(tmp_path / "site", a="Damascus")
    assert search.refresh(tmp_path / "site")
    assert not search.refresh(tmp_path / "site")
    site(tmp_path / "site", a="Homs")
    assert search.refresh(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_failure_of_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Pagefind says when it fails is said, and a former index stays as it was."""
    key = site(tmp_path / "old", a="Damascus")
    search.index(tmp_path / "old", key, tmp_path / "none")
    former = snapshot(tmp_path / "old/pagefind")
    write(tmp_path, {"broken/pagefind/__init__.py": ""})
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "broken"))
    with pytest.raises(SurroundingsError, match=r"Pagefind failed: .*No module named pagefind.__main__"):
        search.index(tmp_path / "new", site(tmp_path / "new", a="Homs"), tmp_path / "old")
    site(tmp_path / "old", a="Homs")
    with pytest.raises(SurroundingsError):
        search.refresh(tmp_path / "old")
    assert snapshot(tmp_path / "old/pagefind") == former
