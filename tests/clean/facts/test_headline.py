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
