import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pagefind_bin
import pytest

from digest import files, search
from digest import refresh as refreshing
from digest.problems import SurroundingsError
from digest.refresh import refresh
from digest.search import assemble
from tests.sites import snapshot, write
from tests.test_search import inodes, site


def refreshed(root: Path) -> bool:
    """Refresh the index of a preview, beside a site that was built; return whether any of it was made."""
    return refresh(root / "preview", root / "index", root / "built")


def listed(root: Path) -> set[str]:
    """What lies in the folder of a preview's index."""
    return {path.name for path in (root / "index").iterdir()}


def test_index_is_made_anew_where_pages_changed(tmp_path: Path) -> None:
    """While no page changes an index stays as it is; else the shards that did are made, and lost ones go."""
    site(tmp_path / "preview", en_2024="Homs", en_2025="Damascus")
    assert refreshed(tmp_path)
    former = inodes(tmp_path / "index/pagefind")
    assert not refreshed(tmp_path)
    assert inodes(tmp_path / "index/pagefind") == former
    site(tmp_path / "preview", en_2025="Aleppo")
    assert refreshed(tmp_path)
    changed = dict(inodes(tmp_path / "index/pagefind").items() - former.items())
    assert {name.split("/")[1] for name in changed if "/" in name} == {"2025"}
    write(tmp_path, {"preview/en/2024/a/index.html": None})
    assert not refreshed(tmp_path)
    assert {path.name for path in (tmp_path / "index/pagefind/en").iterdir()} == {"2025", "loader"}
    assert listed(tmp_path) == {"pagefind", "searched.msgpack"}


def test_shards_of_the_site_are_shared(tmp_path: Path) -> None:
    """What was indexed when the site was built is not indexed again for its preview."""
    search.index(tmp_path / "built", site(tmp_path / "built", en_2024="Homs", en_2025="Hama"), tmp_path / "none")
    site(tmp_path / "preview", style="b", en_2024="Homs", en_2025="Damascus")
    assert refreshed(tmp_path)
    shared, whole = inodes(tmp_path / "index/pagefind/en/2024"), inodes(tmp_path / "built/pagefind/en/2024")
    assert shared == whole
    site(tmp_path / "preview", en_2025="Hama")
    assert not refreshed(tmp_path)


def test_page_is_read_once(tmp_path: Path) -> None:
    """What is searched of a page is known while the disk has it as it was; a listing that is lost is made again."""
    site(tmp_path / "preview", en_2025="Homs")
    refreshed(tmp_path)
    page = tmp_path / "preview/en/2025/a/index.html"
    found = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Homs", b"Hama"))
    os.utime(page, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert not refreshed(tmp_path)
    write(tmp_path, {"index/searched.msgpack": b"no listing"})
    assert refreshed(tmp_path)


def page(name: str, text: str) -> dict[str, str]:
    """A page of a preview, which is searched."""
    body = f'<body><p data-pagefind-body data-shard="en/2025">{text}</p></body>'
    return {f"preview/{name}.html": f'<html lang="en">{body}</html>'}


@pytest.mark.parametrize("exchanged", ["a", "abc"])
def test_exchanged_page_is_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanged: str) -> None:
    """What a build publishes while pages are indexed is indexed, or next time: no page under the name of another."""
    write(tmp_path, page("a", "Homs") | page("b", "Homs") | page("c", "Homs"))
    refreshed(tmp_path)
    write(tmp_path, page("d", "Homs"))
    turns = iter(exchanged)

    def exchanging(*given: Any) -> bool:
        for name in turns:
            files.put(tmp_path / f"preview/{name}.html", page(name, "Hama")[f"preview/{name}.html"].encode())
            break
        return assemble(*given)

    monkeypatch.setattr(refreshing, "assemble", exchanging)
    if len(exchanged) > 1:
        with pytest.raises(SurroundingsError, match="exchanged"):
            refreshed(tmp_path)
    assert refreshed(tmp_path)
    assert listed(tmp_path) == {"pagefind", "searched.msgpack"}
    assert refresh(tmp_path / "preview", tmp_path / "fresh", tmp_path / "built")
    shard = "pagefind/en/2025/fragment"
    assert snapshot(tmp_path / "index" / shard) == snapshot(tmp_path / "fresh" / shard)


def test_what_was_left_by_a_killed_one_goes(tmp_path: Path) -> None:
    """What an index that was not finished has left beside it is deleted."""
    site(tmp_path / "preview", en_2025="Homs")
    write(tmp_path, {"index/making-1/pages/en/2025/a.html": "x"})
    refreshed(tmp_path)
    assert listed(tmp_path) == {"pagefind", "searched.msgpack"}


def test_failure_leaves_the_former_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pagefind fails the index is as it was, and the program says why."""
    site(tmp_path / "preview", en_2025="Homs")
    refreshed(tmp_path)
    former = snapshot(tmp_path / "index/pagefind")
    site(tmp_path / "preview", en_2025="Hama")
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "nothing")
    with pytest.raises(SurroundingsError, match="Pagefind can't be run: "):
        refreshed(tmp_path)
    assert snapshot(tmp_path / "index/pagefind") == former
    assert listed(tmp_path) == {"pagefind", "searched.msgpack"}
    command = [
        sys.executable,
        "-m",
        "digest.refresh",
        *(str(tmp_path / name) for name in ("preview", "nowhere/index", "built")),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("[Errno 2] No such file")
