"""Addresses in an entry."""

import pytest

from digest.clean.links import target


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
        ("../a b", "https://example.org/a%20b"),
        ("//cdn.example.org/x", "https://cdn.example.org/x"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("/x_(y)", "https://example.org/x_%28y%29"),
        ("/x?a&lt;b", "https://example.org/x?a&amp;lt;b"),
        ("/فارسی", "https://example.org/فارسی"),
    ],
)
def test_target(href: str, address: str) -> None:
    """A link is whole, and holds nothing that would end it in Markdown."""
    assert target(href, "https://example.org/news/") == address


@pytest.mark.parametrize(
    "href",
    [
        *("javascript:alert(1)", "JaVaScRiPt:x", " java\nscript:x", "data:text/html,x", "vbscript:x", "file:///etc/x"),
        *("#top", "", " ", "http:", "https://[", "blob:https://example.org/x", "/" + "x" * 3_000),
    ],
)
def test_no_target(href: str) -> None:
    """Other schemes, places on the page and monsters are no links."""
    assert target(href, "https://example.org/news/") == ""


def test_relative_address_needs_a_base() -> None:
    """Where the page's own address is not known, a relative link leads nowhere."""
    assert target("/a") == ""
