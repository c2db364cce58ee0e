import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus, Entry, compose
from benchmarks.dialects import write_digest
from benchmarks.generators import Generator, installed
from benchmarks.truth import WrongSiteError, verify
from digest.build import build
from digest.options import Options

DIGEST, SEARCHED = installed()[0][:2]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Twenty entries that mean some of thirty terms."""
    return compose(20, 30)


@pytest.fixture
def site(tmp_path: Path, corpus: Corpus) -> Path:
    """The site that Digest makes of them."""
    write_digest(tmp_path, corpus)
    return build(tmp_path, Options(now=datetime(2030, 1, 1, tzinfo=UTC), search=False)).out


def page(site: Path, entry: Entry) -> Path:
    """An entry's page."""
    return site / entry.address / "index.html"


def test_digest_links_what_the_corpus_says(site: Path, corpus: Corpus) -> None:
    """Every first mention is linked, and nothing else: the corpus's truth is Digest's own."""
    assert sum(len(entry.links) for entry in corpus.entries) > 150
    verify(DIGEST, site, corpus, {})


def spoil(find: str, put: str) -> Callable[[str], str]:
    """What replaces the first of some words."""
    return lambda html: html.replace(find, put, 1)


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: "",
        spoil("<h1", "<h1 hidden"),
        spoil('<a class="term"', "<a"),
        spoil('href="/glossary/term-', 'href="/glossary/term-9'),
        spoil("</p>", '<a class="term" href="/glossary/term-1/">one more</a></p>'),
    ],
    ids=["empty", "harmless", "link lost", "other term", "link too many"],
)
def test_wrong_page_is_refused(
    site: Path, corpus: Corpus, harm: Callable[[str], str], request: pytest.FixtureRequest
) -> None:
    """A page that lacks its text, or a link, or has another one, is an error; what does not matter is none."""
    one = page(site, corpus.entries[7])
    one.write_text(harm(one.read_text("utf-8")), "utf-8")
    if "harmless" in request.node.name:
        verify(DIGEST, site, corpus, {})
        return
    with pytest.raises(WrongSiteError, match="entry-7 "):
        verify(DIGEST, site, corpus, {})


def test_lost_page_is_refused(site: Path, corpus: Corpus) -> None:
    """A site with fewer pages of entries than there are entries is an error."""
    page(site, corpus.entries[3]).unlink()
    with pytest.raises(WrongSiteError, match="19 pages of 20 entries"):
        verify(DIGEST, site, corpus, {})


def test_edit_that_does_not_show_is_refused(site: Path, corpus: Corpus) -> None:
    """The line that was added last must be on its page."""
    edited = {corpus.entries[5].address: "One more line"}
    with pytest.raises(WrongSiteError, match="entry-5 lacks the words 'One more line'"):
        verify(DIGEST, site, corpus, edited)


def test_who_does_not_annotate_has_no_links(site: Path, corpus: Corpus) -> None:
    """A generator that is not to annotate does less work than one that does, so it must not do it by accident."""
    plain: Generator = replace(DIGEST, annotates=False)
    with pytest.raises(WrongSiteError, match="entry-0 has the links"):
        verify(plain, site, corpus, {})


def test_index_of_too_few_pages_is_refused(site: Path, corpus: Corpus) -> None:
    """The search must know every entry, in however many indexes."""
    for shard, count in (("a", 12), ("b", 8)):
        (site / shard).mkdir()
        said = {"languages": {"en": {"page_count": count}}}
        (site / shard / "pagefind-entry.json").write_text(json.dumps(said))
    verify(SEARCHED, site, corpus, {})
    (site / "b" / "pagefind-entry.json").unlink()
    with pytest.raises(WrongSiteError, match="12 pages can be searched of 20"):
        verify(SEARCHED, site, corpus, {})
