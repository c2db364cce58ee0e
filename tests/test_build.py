import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from digest import workers
from digest.build import Options, Report, build, examine, explain, preview
from digest.problems import DigestError
from tests.sites import NOW, SMALL, article, built, small, snapshot, term, write
from tests.web.checks import BuiltSite, dead_links, links_of

A, B = "content/articles/a.md", "content/articles/b.md"
HIDDEN = {
    "content/articles/draft.md": article("Draft", keys="draft: true"),
    "content/articles/embargoed.md": article("Embargoed", keys="publish: 2025-05-01T15:30+03:00"),
    "content/articles/expired.md": article("Expired", keys="expires: 2025-05-01T14:59+03:00"),
    "content/articles/future.md": article("Future", "2025-05-02"),
}


def titles(root: Path, **options: object) -> set[str]:
    """The entries that a build shows."""
    out = built(root, **options).out
    return {path.parent.name for path in (out / "2025").glob("*/*/index.html")}


def test_report_counts_what_was_built(tmp_path: Path) -> None:
    """A report has the numbers of entries, terms, links and files, and the folder that they are in."""
    report = built(small(tmp_path))
    files = len(snapshot(tmp_path / "site")) - 1  # the marker is not of the site
    assert report == Report(tmp_path / "site", 1, 1, 1, files, indexed=False, problems=())


def test_builder_tells_what_is_being_done(tmp_path: Path) -> None:
    """A build says which of its steps it is at, in their order."""
    said: list[str] = []
    build(small(tmp_path), Options(now=NOW, search=False), said.append)
    assert said == [
        *("reading", "annotating 1 entries", "rendering", "rendering 31 of 31 pages", "indexing", "publishing"),
    ]


@pytest.mark.parametrize(
    ("now", "more"),
    [
        ("2025-04-10T00:00+03:00", {"expired"}),
        ("2025-05-01T14:58:59+03:00", {"expired"}),
        ("2025-05-01T14:59+03:00", set()),
        ("2025-05-01T15:30+03:00", {"embargoed"}),
        ("2025-05-01T23:59:59+03:00", {"embargoed"}),
        ("2025-05-02T00:00+03:00", {"embargoed", "future"}),
    ],
)
def test_now_decides_what_is_shown(tmp_path: Path, now: str, more: set[str]) -> None:
    """An entry is shown from its date or its embargo on, until it expires; a draft never is."""
    assert titles(small(tmp_path, HIDDEN), now=datetime.fromisoformat(now)) == {"baku", *more}


def test_annotations_are_made_when_asked_for(tmp_path: Path) -> None:
    """Sidecars, and the links to them, are there when they are asked for and gone when not; nothing else changes."""
    root = small(tmp_path)
    plain = snapshot(built(root).out)
    asked = snapshot(built(root, annotations=True).out)
    sidecar, page = "2025/04/baku/annotations.jsonld", "2025/04/baku/index.html"
    assert asked.keys() - plain.keys() == {sidecar}
    assert {path for path in plain if plain[path] != asked[path]} == {page}
    link = BeautifulSoup(asked[page], "lxml").select_one("link[type*='anno.jsonld']")
    assert link is not None
    assert (link["rel"], link["href"]) == (["alternate"], f"/{sidecar}")
    assert json.loads(asked[sidecar])["total"] == 1
    assert snapshot(built(root).out) == plain


def test_annotations_are_the_same_with_and_without_a_cache(tmp_path: Path) -> None:
    """What is remembered gives the same sidecars as what is worked out, by one process."""
    root = small(tmp_path, {A: article("A", body="HTS, *HTS* and HTS.")})
    made = [snapshot(built(root, annotations=True, cache=cache).out) for cache in (True, True, False)]
    assert made[0] == made[1] == made[2]


def test_drafts_shows_everything(tmp_path: Path) -> None:
    """With drafts, whatever is not public is shown too, and a draft says what it is."""
    root = small(tmp_path, HIDDEN)
    assert titles(root, drafts=True) == {"baku", "draft", "embargoed", "expired", "future"}
    assert "Draft: not published" in (root / "site/2025/04/draft/index.html").read_text()


def test_hidden_entry_leaves_no_trace(tmp_path: Path) -> None:
    """Of an entry that is not public nothing is anywhere in the site: no title, no text, no mention, no feed item."""
    secret = article(
        "Unseen title", body="HTS unseen words.", keys="draft: true\nstory: talks\nauthors: [Unseen Author]"
    )
    built(small(tmp_path, {A: secret}))
    assert [name for name, data in snapshot(tmp_path / "site").items() if b"nseen" in data] == []


def test_link_to_a_hidden_entry_is_broken(tmp_path: Path) -> None:
    """A public text that links to a draft would lead its readers nowhere."""
    root = small(tmp_path, {A: article("A", keys="draft: true"), B: article("B", body="[a](/2025/04/a/)")})
    with pytest.raises(DigestError, match="leads to nothing in this site"):
        built(root)
    assert built(root, drafts=True).problems == ()


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds of the same content at the same time of day are the same, wherever they are made."""
    one, other = tmp_path / "one", tmp_path / "a" / "much" / "longer" / "way"
    other.mkdir(parents=True)
    for root in (one, other):
        built(small(root, {A: article("A", body="HTS.")}))
    assert snapshot(one / "site") == snapshot(other / "site")


def test_later_now_changes_nothing_by_itself(tmp_path: Path) -> None:
    """The time of the build is nowhere in the site: it only decides what is public."""
    root = small(tmp_path)
    built(root)
    former = snapshot(root / "site")
    built(root, now=datetime(2026, 12, 31, tzinfo=UTC))
    assert snapshot(root / "site") == former


def test_processes_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process or two: the site is the same, and so are the warnings."""
    monkeypatch.setattr(workers, "POOL_FROM", 8)
    given = {f"content/articles/n{n}.md": article(f"N{n}", body=f"HTS met at T{n}. " * n) for n in range(12)}
    given["content/glossary/t4.md"] = term("Tiyas", "aliases: [{text: T4, ambiguous: true}]")
    sites, told = [], []
    for jobs in (1, 2):
        told.append(built(small(tmp_path / str(jobs), given), jobs=jobs).problems)
        sites.append(snapshot(tmp_path / str(jobs) / "site"))
    assert sites[0] == sites[1]
    assert told[0] == told[1] != ()


def test_strict_lets_warnings_fail(tmp_path: Path) -> None:
    """A warning does not stop a build, unless it is strict; a site may switch its rule off."""
    root = small(tmp_path, {"content/glossary/t4.md": term("T4")})
    assert [problem.code for problem in built(root).problems] == ["unused-term"]
    with pytest.raises(DigestError, match="error: no entry mentions"):
        built(root, strict=True)
    write(root, {"content/site.yaml": SMALL["content/site.yaml"] + "checks: {unused-term: off}\n"})
    assert built(root, strict=True).problems == ()
    write(root, {"content/site.yaml": SMALL["content/site.yaml"] + "checks: {unused-term: error}\n"})
    with pytest.raises(DigestError):
        built(root)


BASES = ["https://example.org/", "https://example.org/news/", "http://localhost:8000", "https://example.org/a/b"]


@pytest.mark.parametrize("base_url", BASES)
def test_every_link_works_below_its_base(tmp_path: Path, base_url: str) -> None:
    """Wherever a site lies, every link in it and in its feeds leads to what is there, below its own folder."""
    body = "HTS, [about](/about/), [up](../), ![x](/a.png).[^1]\n\n[^1]: A note."
    keys = (
        "aliases: [/old/]\nimage: {src: /a.png, alt: x}\nstory: talks\nsources: [{name: R, url: 'https://r.example/'}]"
    )
    root = small(tmp_path, {A: article("A", body=body, keys=keys), "content/static/a.png": b"png"})
    write(root, {"content/site.yaml": SMALL["content/site.yaml"] + "page_size: 1\n"})
    site = BuiltSite(built(root, base_url=base_url).out, base_url.rstrip("/") + "/")
    assert dead_links(site) == []
    local = {link for page in site.pages.values() for link in links_of(page) if link.startswith("/")}
    assert [link for link in local if not link.startswith(site.root)] == []
    for name in ("feed.xml", "feed.json", "glossary/hts/feed.xml", "sitemap.xml", "glossary.jsonld", "opensearch.xml"):
        text = (site.folder / name).read_text()
        assert f'"{site.base}' in text or f">{site.base}" in text
        assert "example.org" not in text.replace(site.base, "")
        assert not any(
            f"{mark}/" in text for mark in ('href="', 'src="', "href=&#34;", "src=&#34;", 'href=\\"', 'src=\\"')
        )


def test_check_finds_what_a_build_would(tmp_path: Path) -> None:
    """Examining a digest finds the same problems and counts as building it, and writes no site and draws nothing."""
    root = small(tmp_path, {"content/glossary/t4.md": term("T4")})
    examined = examine(root, Options(now=NOW))
    assert not (root / "site").exists()
    report = built(root)
    drawn = len(list((root / "site/assets/share").iterdir()))
    assert (examined.problems, examined.files, examined.links) == (report.problems, report.files - drawn, report.links)
    for given in ({A: article("A"), "content/articles/x/a.md": article("A")}, {"templates/404.html": "{{ x }}"}):
        write(root, given)
        found = []
        for attempt in (examine, build):
            with pytest.raises(DigestError) as caught:
                attempt(root, Options(now=NOW, search=False))
            found.append(caught.value.problems)
        assert found[0] == found[1]


def test_preview_stays_apart_from_the_site(tmp_path: Path) -> None:
    """A preview with drafts goes into a folder of its own, and the published site stays as it was."""
    root = small(tmp_path, HIDDEN)
    built(root)
    former = snapshot(root / "site")
    report = preview(root, Options(now=NOW, drafts=True))
    assert report.out == root / ".digest/preview"
    assert (report.out / "2025/04/draft/index.html").is_file()
    assert snapshot(root / "site") == former
    shown = snapshot(report.out)
    write(root, {A: article("A", keys="themes: [x]")})
    with pytest.raises(DigestError):
        preview(root, Options(now=NOW))
    assert snapshot(report.out) == shown


def test_explanation_needs_an_entry(tmp_path: Path) -> None:
    """An entry is explained by its path; where there is none, or it cannot be read, that is said."""
    root = small(tmp_path, {B: "---\ntitle: [\n---\n"})
    (found,) = explain(root, "content/articles/2025-04-09-baku.md", Options(now=NOW))
    assert (found.surface, found.term, found.linked) == ("HTS", "hts", True)
    for path, message in (
        (A, "there is no such article in this digest"),
        (B, "a bracket or comma where a value should be"),
    ):
        with pytest.raises(DigestError, match=message):
            explain(root, path, Options(now=NOW))


def test_cache_is_not_needed(tmp_path: Path) -> None:
    """A build with `cache` off neither reads nor writes the cache, and gives the same site."""
    root = small(tmp_path)
    built(root, cache=False)
    assert not (root / ".digest/memory.sqlite").exists()
    former = snapshot(root / "site")
    built(root)
    assert snapshot(root / "site") == former


@pytest.mark.parametrize("out", ["public", "out/deep/site", "."])
def test_output_folder_may_be_chosen(tmp_path: Path, out: str) -> None:
    """The site goes where it is asked for, but never over the digest itself."""
    root = small(tmp_path)
    if out == ".":
        with pytest.raises(DigestError, match="did not make"):
            built(root, out=out)
        assert (root / "content/site.yaml").is_file()
    else:
        assert (built(root, out=out).out / "index.html").is_file()


def test_explanation_is_that_of_the_build(tmp_path: Path) -> None:
    """A draft that nobody sees does not change which term is rare, so explain names the link that the build makes."""
    site = "title: B\nbase_url: https://example.org/\nglossary: {density: 50}\n"
    given = {
        "content/site.yaml": site,
        "content/glossary/homs.md": term("Homs"),
        "content/glossary/t4.md": term("T4"),
        "content/articles/both.md": article("Both", body="T4 and Homs."),
        "content/articles/other.md": article("Other", body="T4."),
        **{f"content/articles/d{n}.md": article(f"D{n}", body="Homs.", keys="draft: true") for n in range(9)},
    }
    root = small(tmp_path, given)
    build(root, Options(NOW, search=False))
    page = (root / "site/2025/04/both/index.html").read_text("utf-8")
    linked = [found.term for found in explain(root, "content/articles/both.md", Options(NOW)) if found.linked]
    assert linked == ["homs"]
    assert [slug for slug in ("homs", "t4") if f'data-term="{slug}"' in page] == linked
