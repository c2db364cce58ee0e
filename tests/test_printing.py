from pathlib import Path

import pytest

from digest.build import build
from digest.options import Options
from digest.problems import DigestError
from tests.sites import NOW, Files, article, built, small, snapshot, term, write

A, B = "content/articles/a.md", "content/articles/b.md"
HTS = "content/glossary/hts.md"
GIVEN = {A: article("A", "2025-04-10", body="HTS met."), B: article("B", "2025-03-10", body="It rained.")}


def made_again(root: Path, given: Files) -> dict[str, set[str]]:
    """What a build makes after some files have changed, with the reasons."""
    report = build(write(root, given), Options(now=NOW, search=False, why=True))
    return {one.what: {*one.why} for one in report.renewed}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A digest that has been built."""
    root = small(tmp_path, GIVEN)
    built(root)
    return root


def test_nothing_is_made_again_for_nothing(root: Path) -> None:
    """A build after which nothing has changed reads, annotates and makes nothing."""
    assert made_again(root, {}) == {}


def test_edited_text_makes_what_shows_it(root: Path) -> None:
    """A text that is edited makes its page, its edition and the feeds that have it whole; no other entry's page."""
    found = made_again(root, {B: article("B", "2025-03-10", body="It snowed.")})
    assert found == {
        B: {"its file"},
        "/2025/03/b/": {"text"},
        "/editions/2025-W11/": {"entries"},
        **{f"{of}feed.{kind}": {"entries"} for of in ("/", "/themes/diplomacy/") for kind in ("xml", "json")},
    }


def test_edited_definition_makes_what_explains_it(root: Path) -> None:
    """A definition stands on the cards of all entries that link the term, and annotates none again."""
    found = made_again(root, {HTS: term("HTS", "name: Hay'at Tahrir al-Sham", "Another group.")})
    assert found["/2025/04/a/"] == found["/2025/04/baku/"] == {"terms"}
    assert found["/glossary/hts/"] == {"about"}
    assert not {A, B, "/2025/03/b/", "/archive/"} & found.keys()


def test_edited_term_annotates_the_texts_that_may_mean_it(root: Path) -> None:
    """A term that is found otherwise annotates the texts that may mention it, though their files are the same."""
    found = made_again(root, {HTS: term("HTS", "name: Hay'at Tahrir al-Sham\nmatch: {link: never}")})
    assert found[A] == {"its terms, or how the site links"}
    assert "text" in found["/2025/04/a/"]
    assert not {B, "/2025/03/b/"} & found.keys()


def test_template_makes_the_pages_that_use_it(root: Path) -> None:
    """A template makes again the pages that are made with it, or with what includes it; and no others."""
    found = made_again(root, {"templates/theme.html": "{{ theme }}"})
    assert found == {"/themes/diplomacy/": {"template"}}
    parts = {"templates/search.html": '{% include "extra.html" %}', "templates/extra.html": "x"}
    assert made_again(root, parts) == {"/search/": {"template"}}
    assert made_again(root, {"templates/extra.html": "y"}) == {"/search/": {"template"}}


def test_settings_make_everything(root: Path) -> None:
    """The site's title stands on every page."""
    site = "title: Another\nbase_url: https://example.org/\ntagline: Who is who\ntimezone: Asia/Baghdad\n"
    found = made_again(root, {"content/site.yaml": site})
    assert found["/about/"] == found["/robots.txt"] == {"site"}
    assert "site" in found["/2025/03/b/"]


def test_what_was_lost_is_made_again(root: Path) -> None:
    """A page that somebody deleted or wrote into is made again, and nothing else."""
    (root / "site/archive/index.html").unlink()
    (root / "site/about/index.html").write_text("x")
    assert made_again(root, {}) == {address: {"it is not there"} for address in ("/archive/", "/about/")}


def test_failed_build_is_gone_on_with(root: Path) -> None:
    """What a build has made before it failed is there for the next one."""
    changed = {"content/site.yaml": "title: Another\nbase_url: https://example.org/\n"}
    with pytest.raises(DigestError):
        built(write(root, {**changed, "templates/404.html": "{{ nothing }}"}))
    write(root, {"templates/404.html": None})
    said: list[str] = []
    build(root, Options(now=NOW, search=False), said.append)
    (rendered,) = (line for line in said if line.startswith("rendering "))
    assert rendered.startswith("rendering 1 of ")


def test_site_is_that_of_the_last_build_but_one_in_no_case(root: Path) -> None:
    """A stage begins as the site before the published one: what was taken back in between is not in the next site."""
    first = snapshot(root / "site")
    for title in ("One", "Two"):
        built(write(root, {"content/articles/c.md": article(title), A: article(title)}))
    built(write(root, {"content/articles/c.md": None, **GIVEN}))
    assert snapshot(root / "site") == first
