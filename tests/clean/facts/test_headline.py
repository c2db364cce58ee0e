"""Which of a page's titles is the headline."""

import pytest
from trafilatura import load_html

from digest.clean.facts.headline import headline
from digest.clean.facts.linked import LinkedArticle


@pytest.mark.parametrize(
    ("told", "body", "title"),
    [
        ("Bridge opens after six years", "<h1>Opinion <span>Bridge opens after six years</span></h1>", ("JSON-LD", "")),
        ("Bridge opens after six years", "<h1>Bridge opens after six years<b>Live</b></h1>", ("JSON-LD", "")),
        (
            "Politics | Bridge opens after six years",
            "<h1>Politics | Bridge opens after six years</h1>",
            ("heading", ""),
        ),
        ("Bridge opens - The Post", "", ("JSON-LD", "Bridge opens")),
        ("Border: bridge opens", "<h1>Border: bridge opens</h1>", ("heading", "Border: bridge opens")),
        ("War - and peace", "", ("JSON-LD", "War - and peace")),
    ],
)
def test_headline(told: str, body: str, title: tuple[str, str]) -> None:
    """The names of outlet, section and column are no part of a headline."""
    page = load_html(f"<html><head><title>x</title></head><body>{body}<p>Text.</p></body></html>")
    assert page is not None
    found, where = headline(page, LinkedArticle(headline=told, section="Politics"), {}, "The Post")
    assert found == (title[1] or "Bridge opens after six years")
    assert where.startswith(title[0])


@pytest.mark.parametrize(
    ("told", "body", "title"),
    [
        ("Home", "<h1>Canal opens after years</h1>", "Canal opens after years"),
        ("Press release", "<h1>Canal opens after years</h1>", "Canal opens after years"),
        ("The Post", "<h1>Canal opens</h1>", "Canal opens"),
        ("The Ledger", "<h1><a href='/'>The Ledger</a></h1><h1>Canal opens</h1>", "Canal opens"),
        ("River notes: Canal opens", "<h3 class='post-title'>Canal opens</h3>", "Canal opens"),
        ("Canal opens after years :: The Ledger :: News", "", "Canal opens after years"),
        ("Karun Canal", "<h1>Latest</h1>", "Karun Canal"),
        ("Karun Canal", "<h1 class='site-title'>Rivers of the world</h1>", "Karun Canal"),
        ("Karun Canal", "<h1><a rel='home' href='https://a.example/'>Rivers of the world</a></h1>", "Karun Canal"),
        ("Canal opens", "<h1>Most read today</h1><h1>Sign up to our letters</h1>", "Canal opens"),
    ],
)
def test_title_of_the_site(told: str, body: str, title: str) -> None:
    """A title that names the site or a section yields to the one heading that says more."""
    page = load_html(f"<html><head><title>{told}</title></head><body>{body}<p>Text.</p></body></html>")
    assert page is not None
    assert headline(page, LinkedArticle(), {}, "The Post")[0] == title
