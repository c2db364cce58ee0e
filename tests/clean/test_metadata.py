"""What pages say about their articles."""

import pytest
from trafilatura import load_html

from digest.clean.draft import Metadata
from digest.clean.metadata import page_metadata


def metadata(head: str, body: str = "<p>Text.</p>", url: str = "") -> Metadata:
    """The metadata of a page with this head and this body."""
    tree = load_html(f"<html><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return page_metadata(tree, url)


def linked(fields: str) -> str:
    """A head with an article in JSON-LD."""
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Bridge opens | The Post</title><meta property='og:site_name' content='The Post'>", "", "Bridge opens"),
        ("<title>Bridge opens</title>", "<h1>Bridge opens at last</h1><h1>The Post</h1>", "Bridge opens at last"),
        (linked('"headline": "Bridge opens"') + "<title>Something else</title>", "", "Bridge opens"),
        ("<title>War - and peace</title>", "", "War - and peace"),
        ("", "<h1>Bridge opens</h1>", "Bridge opens"),
        ("", "<h1>One</h1><h1>two</h1>", ""),
        (f"<title>{'x' * 400}</title>", "", ""),
    ],
)
def test_title(head: str, body: str, title: str) -> None:
    """The heading that the page's data agree with is the title, without the outlet's name."""
    assert metadata(head, body).title == title


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (
            linked('"datePublished": "2025-04-09T18:30:00+03:00", "dateModified": "2025-04-10"'),
            "2025-04-09T18:30:00+03:00",
        ),
        ("<meta property='article:published_time' content='2025-04-09T18:30:00Z'>", "2025-04-09T18:30:00+00:00"),
        ("<meta name='date' content='2025-04-09'>", "2025-04-09"),
        ("<meta name='date' content='2025-04-09 10:00'>", "2025-04-09"),
        ("", ""),
    ],
)
def test_date(head: str, date: str) -> None:
    """The day of publication keeps its time where its offset is known."""
    assert metadata(head).date == date


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (linked('"author": {"@type": "Person", "name": "Nellie Bly"}'), ("Nellie Bly",)),
        (linked('"author": [{"name": "Nellie Bly"}, {"name": "Ida Tarbell"}]'), ("Nellie Bly", "Ida Tarbell")),
        (linked('"author": "By Nellie Bly and Ida Tarbell"'), ("Nellie Bly", "Ida Tarbell")),
        ("<meta name='author' content='Nellie Bly'>", ("Nellie Bly",)),
        (linked('"author": {"@type": "Organization", "name": "Nellie Bly"}'), ()),
        ("<meta name='author' content='Associated Press'>", ()),
        ("<meta name='author' content='River Post Staff'>", ()),
        ("<meta name='author' content='The Post'><meta property='og:site_name' content='The Post'>", ()),
        ("<meta name='author' content='admin'>", ()),
    ],
)
def test_authors(head: str, authors: tuple[str, ...]) -> None:
    """People are authors; outlets, agencies and offices are not: better nobody than somebody else."""
    assert metadata(head).authors == authors


@pytest.mark.parametrize("lang", ["en", "en-GB", "EN_us"])
def test_language(lang: str) -> None:
    """The page's language is its first part."""
    tree = load_html(f'<html lang="{lang}"><head></head><body><p>x</p></body></html>')
    assert tree is not None
    assert page_metadata(tree, "").language == "en"


def test_address() -> None:
    """The address that was told goes before the page's own, and that must be whole."""
    head = "<link rel='canonical' href='https://example.org/a'>"
    assert metadata(head).url == "https://example.org/a"
    assert metadata(head, url="https://example.org/b").url == "https://example.org/b"
    assert metadata("<link rel='canonical' href='/a'>").url == ""


def test_summary_is_a_sentence() -> None:
    """A description that breaks off is no summary."""
    whole = "The bridge over the border river opened again on Wednesday."
    assert metadata(f"<meta name='description' content='{whole}'>").summary == whole
    assert metadata(f"<meta name='description' content='{whole[:-1]}...'>").summary == ""


def test_broken_data_are_nothing() -> None:
    """JSON that can't be read, or goes too deep, says nothing."""
    for data in ("{", "[" * 100_000, '"x"', "null"):
        assert metadata(f'<script type="application/ld+json">{data}</script>').authors == ()
