import json
import shutil
from pathlib import Path

import pagefind_bin
import pytest

from digest import search
from digest.model import Page
from digest.problems import SurroundingsError
from digest.refresh import refresh
from digest.searched import Searched, searched
from digest.shards import Shards
from tests.sites import SMALL, article, built, small, snapshot, write

ENTRY = (
    '<!doctype html><html lang="en"><head><link rel="stylesheet" href="{2}.css"><title>{0}</title>'
    '<article data-pagefind-body data-shard="{0}"><h1>{0}</h1>{1}</article></html>'
)


def site(root: Path, style: str = "a", **texts: str) -> Shards:
    """Write pages that are searched, `en_2025=text` for each shard, and one that is not; return the shards."""
    shards = Shards()
    for name, text in texts.items():
        shard = name.replace("_", "/")
        page = Page(f"{shard}/a/index.html", ENTRY.format(shard, text, style).encode())
        write(root, {page.path: page.data})
        shards.add(page.path, searched(page.data))
    write(root, {"about/index.html": "<!doctype html><title>About</title><p>unsearched"})
    return shards


def made(root: Path, former: str = "none", name: str = "new", **texts: str) -> Path:
    """Make a site and its index; return the index's folder."""
    search.index(root / name, site(root / name, **texts), root / former)
    return root / name / "pagefind"


def inodes(folder: Path) -> dict[str, int]:
    """Which files a folder holds, and which on the disk they are."""
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def test_pages_are_indexed_by_language_and_year(tmp_path: Path) -> None:
    """Each language and year has an index of its pages, terms one of their own; a list tells which there are."""
    folder = made(tmp_path, en_2024="Homs", **{"en-GB_2025": "Damascus", "en_terms": "HTS", "ckb_2025": "Hewlêr"})
    listed = json.loads((folder / "shards.json").read_text())
    assert listed == {"ckb": ["2025"], "en": ["terms", "2025", "2024"]}
    for lang, names in listed.items():
        for name in names:
            entry = json.loads((folder / lang / name / "pagefind-entry.json").read_text())
            assert {key: value["page_count"] for key, value in entry["languages"].items()} == {lang: 1}


def test_loaders_are_there_once_a_language(tmp_path: Path) -> None:
    """What every shard of a language is searched with lies beside them once, and nothing for a page but our own."""
    folder = made(tmp_path, en_2024="Homs", en_2025="Damascus", ckb_2025="Hewlêr")
    scripts = sorted(path.relative_to(folder).as_posix() for path in [*folder.rglob("*.js"), *folder.rglob("wasm.*")])
    assert scripts == [
        f"{lang}/loader/{name}"
        for lang, wasm in (("ckb", "unknown"), ("en", "en"))
        for name in ("pagefind-worker.js", "pagefind.js", f"wasm.{wasm}.pagefind")
    ]
    assert list(folder.rglob("*ui*")) == []
    assert {path.name for path in tmp_path.iterdir()} == {"new"}


def test_page_without_a_shard_is_of_its_language() -> None:
    """A page of one's own template that names no shard is indexed with others of its language."""
    shards = Shards()
    shards.add("a/index.html", searched(b'<html class="x" lang="tr-TR"><p data-pagefind-body>x'))
    shards.add("b/index.html", searched(b"<html><p data-pagefind-body>x"))
    assert shards.names == {"tr": ["pages"], "unknown": ["pages"]}


def test_index_is_shared_while_its_pages_stay(tmp_path: Path) -> None:
    """While no searched text changes, the next site has the same index files, and Pagefind does not run."""
    old = made(tmp_path, name="old", en_2025="Damascus")
    restyled = site(tmp_path / "same", style="b", en_2025="Damascus")
    assert not search.index(tmp_path / "same", restyled, tmp_path / "old")
    assert snapshot(tmp_path / "same/pagefind") == snapshot(old)
    assert inodes(tmp_path / "same/pagefind/en") == inodes(old / "en")


def test_only_the_shard_that_changed_is_made_anew(tmp_path: Path) -> None:
    """An edit to one year leaves the index of every other as the same files, and the scripts too."""
    old = made(tmp_path, name="old", en_2024="Homs", en_2025="Damascus", en_terms="HTS", ar_2025="حمص")
    new = made(tmp_path, former="old", en_2024="Homs", en_2025="Aleppo", en_terms="HTS", ar_2025="حمص")
    for name in ("en/2024", "en/terms", "en/loader", "ar"):
        assert inodes(new / name) == inodes(old / name)
    changed = {path for path in inodes(new / "en/2025").items() if path in inodes(old / "en/2025").items()}
    assert changed == set()


def test_year_that_is_gone_has_no_index(tmp_path: Path) -> None:
    """When the last entry of a year, or of a language, is gone, so is its index."""
    made(tmp_path, name="old", en_2024="Homs", en_2025="Damascus", ar_2025="حمص")
    new = made(tmp_path, former="old", en_2025="Damascus")
    assert json.loads((new / "shards.json").read_text()) == {"en": ["2025"]}
    assert {path.relative_to(new).as_posix() for path in new.glob("*/*")} == {"en/2025", "en/loader"}


def test_site_without_entries_has_an_empty_list(tmp_path: Path) -> None:
    """Where nothing is searched there is no index, and that is no error."""
    assert snapshot(made(tmp_path)) == {"shards.json": b"{}"}


@pytest.mark.parametrize("pattern", ["*.pf_meta", "index/*", "fragment/*", "pagefind-entry.json", "made-from.txt"])
def test_damaged_shard_is_made_anew(tmp_path: Path, pattern: str) -> None:
    """A shard of the former site that lacks a file, or part of one, is not taken over."""
    old = made(tmp_path, name="old", en_2024="Homs", en_2025="Damascus")
    whole = set(snapshot(old))
    for left in (None, -1):
        copy = Path(shutil.copytree(tmp_path / "old", tmp_path / "damaged"))
        file = next((copy / "pagefind/en/2025").glob(pattern))
        write(file.parent, {file.name: file.read_bytes()[:left] if left else None})
        new = made(tmp_path, former="damaged", en_2024="Homs", en_2025="Damascus")
        assert set(snapshot(new)) == whole
        assert inodes(new / "en/2024") == inodes(copy / "pagefind/en/2024")
        shutil.rmtree(copy)
        shutil.rmtree(tmp_path / "new")


def test_shards_are_of_searched_pages_only() -> None:
    """Names and searched bytes of pages make a shard's key; other pages do not count."""
    body = b'<html lang="en"><p data-pagefind-body="">'

    def keys(**pages: bytes) -> tuple[str, ...]:
        found = Shards()
        for name, page in pages.items():
            found.add(f"{name}.html", searched(page))
        return tuple(found.keys.values())

    one = keys(a=body)
    assert one == keys(a=body, b=b"<p>")
    assert len({one, keys(b=body), keys(a=body + b"x"), keys()}) == 4


def test_words_of_a_text_are_no_mark(tmp_path: Path) -> None:
    """Text that looks like a mark of the search makes no shard, in a page or a feed; `loader` is no shard's name."""
    text = ' data-pagefind-body data-shard="fr/2025" '
    written = {
        "feed.xml": f"<feed>&lt;article{text}></feed>",
        "feed.json": json.dumps(text),
        "about/index.html": f"<html lang=\"en\"><p title='{text}'>{text}",
        "a/index.html": f'<html lang="en"><h1>{text}</h1><p class="x" data-pagefind-body data-shard="en/2024">{text}',
        "b/index.html": '<html lang="en"><p data-pagefind-body data-shard="en/loader">Homs',
    }
    write(tmp_path / "site", written)
    shards = Shards()
    for path, data in written.items():
        shards.add(path, searched(data.encode()))
    assert shards.names == {"en": ["pages", "2024"]}
    assert search.index(tmp_path / "site", shards, tmp_path / "none")
    assert not refresh(tmp_path / "site", tmp_path / "preview", tmp_path / "site")


def test_page_that_is_copied_is_searched_too(tmp_path: Path) -> None:
    """A page among the static files is searched if it is marked, whether a build or `serve` makes the index."""
    page = {"content/static/map/index.html": '<html lang="en"><p data-pagefind-body>Homs'}
    report = built(small(tmp_path, page), search=True)
    assert json.loads((report.out / "pagefind/shards.json").read_bytes())["en"][0] == "terms"
    assert (report.out / "pagefind/en/pages/pagefind-entry.json").is_file()
    assert not refresh(report.out, tmp_path / "preview", report.out)


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html><title>x</title><main data-pagefind-body>Homs</main>",
        "<!-- data-pagefind-body -->",
        "<!-- <html data-pagefind-body> -->",
    ],
)
def test_page_that_pagefind_leaves_out_is_in_no_shard(text: str) -> None:
    """A copied file without an `<html>` of its own is no reason to fail."""
    shards = Shards()
    shards.add("map.html", searched(text.encode()))
    assert shards.names == {}


def test_whole_page_may_be_ignored() -> None:
    """A mark of the search may stand on any element, the outermost too; a language that is none is cut."""
    shards = Shards()
    shards.add("a.html", searched(b"<html data-pagefind-ignore><p data-pagefind-body>Homs"))
    shards.add("b.html", searched(b'<html lang="%s"><p data-pagefind-body>Homs' % (b"a" * 300)))
    assert shards.names == {"unknown": ["pages"], "aaaaaaaa": ["pages"]}


BODY = '<html lang="en"><article data-pagefind-body data-pagefind-filter="kind:entry" data-shard="en/2025">{}</article>'


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("<footer data-pagefind-ignore='index'><h2 id='{0}'>{0}</h2></footer>", True),
        ("<p data-pagefind-ignore='all'><a href='{0}'>a</a></p>Text", True),
        ("</article><footer>{0}", True),
        pytest.param("x" * 10_000_001 + "{0}", False, id="more than libxml2 takes unasked"),
        ("<p data-pagefind-ignore></p>{0}", False),
        ("<p data-pagefind-ignore><b data-pagefind-filter='term'>{0}</b>", False),
        ("<p data-pagefind-ignore data-pagefind-meta='a:1, b'>{0}", False),
        ("<time data-pagefind-ignore data-pagefind-sort='date[datetime]' datetime='{0}'>", False),
        ("<header data-pagefind-ignore><h1>{0}</h1></header>", False),
        ("</article><p data-pagefind-meta='a'>{0}", False),
    ],
)
def test_key_is_of_what_is_indexed(text: str, *, same: bool) -> None:
    """What Pagefind is to ignore is not in a shard's key, but for filters and the like, and what follows it."""
    keys = set()
    for word in ("One", "Two"):
        shards = Shards()
        shards.add("a.html", searched(BODY.format(text.format(word)).encode()))
        keys.add(shards.keys["en/2025"])
    assert (len(keys) == 1) is same


def test_new_entry_changes_its_own_shards_only(tmp_path: Path) -> None:
    """A new entry, which others of its story and terms name, makes its year and the terms anew, and nothing else."""
    entries = {
        f"content/articles/{year}-04-09-envoy.md": article(f"Envoy {year}", f"{year}-04-09", "HTS.", "story: talks")
        for year in (2023, 2024, 2025)
    }
    root = write(tmp_path, SMALL | entries)
    out = built(root, search=True).out
    former, before = inodes(out / "pagefind"), snapshot(out)
    write(root, {"content/articles/new.md": article("A new one", "2025-04-10", "HTS again.", "story: talks")})
    built(root, search=True)
    after = snapshot(out)
    changed = {path[:4] for path in before if path.endswith("/envoy/index.html") and before[path] != after[path]}
    assert changed == {"2023", "2024", "2025"}
    kept = former.items() & inodes(out / "pagefind").items()
    made = {path.rpartition("/")[0].split("/")[1] for path, _ in former.items() - kept if path.startswith("en/")}
    assert made == {"2025", "terms"}


def names(folder: Path) -> set[str]:
    """The names of an index's texts and words, which are of what they hold; that of its list is by chance."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if not name.endswith((".pf_meta", ".pf_filter"))}


def test_builds_on_builds_have_the_index_of_a_clean_one(tmp_path: Path) -> None:
    """A build begins with the site before the last, so with an index of then: what of it is not meant is made good."""
    years = ("2023", "2024", "2025")
    edited = (("2023", "Homs."), ("2025", "Hama."), ("2023", "Idlib."), ("2024", None), ("2025", "Homs."))
    root = small(tmp_path, {f"content/articles/{year}.md": article(year, f"{year}-04-09", "HTS.") for year in years})
    out = built(root, search=True).out
    for year, text in edited:
        write(root, {f"content/articles/{year}.md": text and article(year, f"{year}-04-09", text)})
        former = inodes(out / "pagefind/en/loader")
        built(root, search=True)
        clean = built(root, search=True, out="clean", cache=False).out
        assert names(out / "pagefind") == names(clean / "pagefind")
        assert snapshot(out / "pagefind/en/2025/fragment") == snapshot(clean / "pagefind/en/2025/fragment")
        assert inodes(out / "pagefind/en/loader") == former


def test_build_without_search_has_no_index(tmp_path: Path) -> None:
    """Where no index is asked for, none is left of earlier builds."""
    root = small(tmp_path)
    out = built(root, search=True).out
    for text, asked in (("Homs.", True), ("Hama.", False)):
        write(root, {"content/articles/a.md": article("A", body=text)})
        built(root, search=asked)
    assert not (out / "pagefind").exists()


def test_what_others_put_into_an_index_goes(tmp_path: Path) -> None:
    """Of a shard that is there already its own files are kept, and nothing that somebody has put beside them."""
    folder = made(tmp_path, en_2024="Homs", en_2025="Damascus")
    whole, before = snapshot(folder), inodes(folder)
    write(tmp_path, {"else/kept.txt": "kept"})
    strays = {"x.txt": "", "tr/2025/x.txt": "", "en/x.txt": "", "en/2024/x.txt": "", "en/2024/index/deep/x": ""}
    write(folder, strays)
    (folder / "ar").symlink_to(tmp_path / "else")
    (folder / "en/2023").symlink_to(tmp_path / "else")
    (folder / "en/2025/fragment/else").symlink_to(tmp_path / "else")
    assert not search.index(tmp_path / "new", site(tmp_path / "new", en_2024="Homs", en_2025="Damascus"), tmp_path)
    assert snapshot(folder) == whole
    del before["shards.json"]
    assert before.items() <= inodes(folder).items()
    folder.rename(tmp_path / "moved")
    folder.symlink_to(tmp_path / "moved")
    assert search.index(tmp_path / "new", site(tmp_path / "new", en_2024="Hama"), tmp_path)
    assert snapshot(tmp_path / "moved").keys() == whole.keys()
    assert snapshot(tmp_path / "else") == {"kept.txt": b"kept"}


def test_page_that_is_remembered_needs_no_text(tmp_path: Path) -> None:
    """Of a page whose hash is known the index is the same, and what was written of others for it is gone."""
    texts = {"en_2024": "Homs", "en_2025": "Damascus"}
    whole = made(tmp_path, **texts)
    site(tmp_path / "other", **texts)
    shards = Shards(tmp_path / "aside")
    for shard, remembered in (("en/2024", False), ("en/2025", True)):
        path = f"{shard}/a/index.html"
        found = searched((tmp_path / "other" / path).read_bytes())
        assert found is not None
        shards.add(path, Searched(found.shard, found.key) if remembered else found)
    assert search.index(tmp_path / "other", shards, tmp_path / "none")
    assert snapshot(tmp_path / "other/pagefind/en/2025/fragment") == snapshot(whole / "en/2025/fragment")
    assert snapshot(tmp_path / "other/pagefind/en/2024/fragment") == snapshot(whole / "en/2024/fragment")
    assert not (tmp_path / "aside").exists()
    assert not refresh(tmp_path / "other", tmp_path / "preview", tmp_path / "other")


@pytest.mark.parametrize(("jobs", "pages"), [(1, 3), (2, 3), (9, 2)])
def test_number_of_jobs_changes_nothing(tmp_path: Path, jobs: int, pages: int) -> None:
    """However many indexes are made at once, they are the same."""
    shards = site(tmp_path / "new", **{f"en_202{year}": f"Homs {year}" for year in range(pages)})
    search.index(tmp_path / "new", shards, tmp_path / "none", jobs)
    found = [path.parent.parent.name for path in (tmp_path / "new/pagefind/en").glob("*/fragment/*")]
    assert sorted(found) == [*(f"202{year}" for year in range(pages)), "loader"]


def test_failure_of_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Pagefind says when it fails is said, and a former index stays as it was."""
    former = snapshot(made(tmp_path, name="old", en_2025="Damascus"))
    write(tmp_path, {"broken/pagefind": "#!/bin/sh\necho no room for words >&2\nexit 1\n"})
    (tmp_path / "broken/pagefind").chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "broken/pagefind")
    with pytest.raises(SurroundingsError, match=r"Pagefind failed: no room for words"):
        made(tmp_path, former="old", en_2025="Homs", en_2024="Homs")
    (tmp_path / "broken/pagefind").unlink()
    with pytest.raises(SurroundingsError, match="Pagefind can't be run: "):
        made(tmp_path, former="old", name="newer", en_2025="Homs")
    assert snapshot(tmp_path / "old/pagefind") == former
    assert {path.name for path in tmp_path.iterdir()} == {"old", "new", "newer", "broken"}
