"""What an import writes is an entry: whatever an input claims, the build reads its draft without an error."""

import html
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digest.clean.draft import to_markdown
from digest.clean.intake import draft_of
from digest.model import Source
from digest.read import read
from digest.scaffold import draft_path
from tests.sites import SMALL

TALKS = "Envoys of both countries met in Baku on Wednesday, and they agreed to meet again before the end of the month."
TEXT = "".join(f"<p>{TALKS} It was their talk number {number}.</p>" for number in range(4))
LANGUAGES = (
    *("zxx", "und", "mul", "xx", "sh", "art", "qqq", "iw", "mo", "x-default", "eng", "english", "en_US", "EN", ""),
    *("zh-Hans", "sr-Latn", "ckb", "pt-br", "en-", "-", "en en", "e", "c", "i-klingon", "de-1996", "ar, en", "{lang}"),
)
DAYS = (
    *("0001-01-01T00:00:00Z", "2099-01-01", "9999-12-31T23:59:59-14:00", "0000-00-00", "2025-02-29", "20250409"),
    *("2025-04-09T18:30:00+15:00", "2025-04-09T24:00:00Z", "2025-04-09T18:30:60Z", "1744223400", "1970-01-01"),
    *(
        "2025-04-09T18:30:00 UTC",
        "Wed, 09 Apr 2025 18:30:00 GMT",
        "09/04/2025",
        "2025-W15-3",
        "yesterday",
        "٢٠٢٥-٠٤-٠٩",
    ),
)
WORDS = (
    *("---", "title: x # y", "\"quoted\" 'x'", "*x* & <b>", "@at", "yes", "2025", "x" * 400, "\u202eevil", "نص"),
    *(
        "null",
        "~",
        "!tag",
        "a: b: c",
        "{a}",
        "[[un]] talks",
        "%d",
        "- item",
        "| x",
        "\\",
        "a\tb",
        "\ufeff",
        "\x85",
        "\x07",
    ),
)
ADDRESSES = (
    *("https://example.org/a b[[un]]", "HTTPS://EXAMPLE.ORG/x", "//example.org/x", "/x", "javascript:x", "http://"),
    *("http://[::1", "https://user:pass@example.org/", "https://example.org/" + "x" * 3_000, "https://exämple.org/ü"),
    *("https://example.org:99999/", "ftp://example.org/x", "https://localhost/x", "https://example.org/\nx"),
)


def page(*, lang: str = "en", head: str = "", title: str = "Envoys meet in Baku for talks", byline: str = "") -> str:
    """A saved page that claims what a test wants."""
    return (
        f'<html lang="{html.escape(lang)}"><head><title>{html.escape(title)}</title>{head}</head>'
        f"<body><article><h1>{html.escape(title)}</h1>{byline}{TEXT}</article></body></html>"
    )


def meta(name: str, content: str) -> str:
    """One claim of a page."""
    return f'<meta property="{name}" name="{name}" content="{html.escape(content)}">'


def told(text: str, url: str = "") -> list[str]:
    """What the build finds wrong with the draft of an input."""
    draft = draft_of(text.encode(), url=url)
    assert draft.body, draft.problems
    today = date(2025, 5, 1)
    path = draft_path(Path(), (draft.title, draft.source), draft.date, today).as_posix()
    sources = [Source(name, data.encode()) for name, data in SMALL.items() if name == "content/site.yaml"]
    _, problems = read([*sources, Source(path, to_markdown(draft).encode())], datetime(2025, 5, 1, tzinfo=UTC))
    return [str(problem) for problem in problems if problem.is_error]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_any_language(lang: str) -> None:
    """A page's word for its language is no error of the draft."""
    assert told(page(lang=lang)) == []
    assert told(page(lang="", head=meta("og:locale", lang))) == []


@pytest.mark.parametrize("day", DAYS)
def test_any_day(day: str) -> None:
    """Nor is its day."""
    times = meta("article:published_time", day) + meta("article:modified_time", day)
    assert told(page(head=times)) == []
    assert told(page(byline=f'<p><time datetime="{day}">{day}</time></p>')) == []


@pytest.mark.parametrize("words", WORDS, ids=ascii)
def test_any_words(words: str) -> None:
    """Nor what it says of its title, its authors, its outlet and its subject."""
    names = ("og:title", "og:site_name", "author", "article:author", "description", "keywords")
    claims = "".join(meta(name, words) for name in names)
    assert told(page(head=claims)) == []
    assert told(page(title=words, byline=f"<p>By {html.escape(words)}</p>")) == []
    assert told(f"{words}\n\nBy {words}\n\n{words.upper()} ({words}) - {TALKS}\n\n{TALKS}\n\n{words}\n\n{TALKS}") == []


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: ascii(address[:30]))
def test_any_address(address: str) -> None:
    """Nor any address: its own, its picture's, and those of its links."""
    link = html.escape(address)
    claims = meta("og:url", address) + meta("og:image", address) + f'<link rel="canonical" href="{link}">'
    assert told(page(head=claims, byline=f'<p>By <a href="{link}">Jane Doe</a></p>')) == []
    if address.lower().startswith(("http://", "https://")):
        assert told(page(), url=address) == []
