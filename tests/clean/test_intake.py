"""Telling pages from text."""

import pytest

from digest.clean.intake import draft_of

PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."
HTML = f"<html><body><article><h1>Bridge opens again</h1><p>{PROSE}</p><p>{PROSE}</p></article></body></html>"


@pytest.mark.parametrize(
    ("data", "content_type"), [(HTML, ""), (HTML, "text/html; charset=utf-8"), (PROSE, ""), (PROSE, "text/plain")]
)
def test_kind(data: str, content_type: str) -> None:
    """A page is known by what the server says of it, or by its tags."""
    assert PROSE in draft_of(data.encode(), content_type=content_type).body
    assert "<" not in draft_of(data.encode(), content_type=content_type).body


def test_text_about_html_is_text() -> None:
    """What the server calls plain text is not read as a page."""
    assert r"\<p>" in draft_of(f"{PROSE} It said <p>.".encode(), content_type="text/plain").body


def test_keep_all_cuts_nothing() -> None:
    """Where everything is to be kept, nothing is removed."""
    text = f"Bridge opens again today\nBEIRUT - {PROSE}\nShare this article"
    draft = draft_of(text.encode(), keep_all=True)
    assert draft.removals == ()
    assert draft.body.count("\n\n") == 2


@pytest.mark.parametrize("lines", ["It rained.\n" * 20_000, "It rained. " * 100_000, HTML + "<p>" * 2_000_000])
def test_what_is_too_large_says_what_to_do(lines: str) -> None:
    """Who imports too much at once is told to import a part of it."""
    (problem,) = draft_of(lines.encode()).problems
    assert problem.hint == "import a part of it"


@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf\n"])
def test_nothing_is_empty(data: bytes) -> None:
    """An input without a character is called empty."""
    assert [problem.message for problem in draft_of(data).problems] == ["this is empty"]
