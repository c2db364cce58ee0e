"""Saved pages to drafts."""

import json
import re
import time
from pathlib import Path

import pytest

from digest.clean.capture import capture
from digest.clean.draft import LARGEST, to_markdown
from tests.golden import golden

PAGES = sorted((Path(__file__).parent / "fixtures" / "pages").glob("*.html"))
PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement. "


def page(inner: str) -> bytes:
    """A page with an article around `inner`."""
    prose = f"<p>{PROSE * 3}</p>"
    return f"<html><head><title>x</title></head><body><article>{prose}{inner}{prose}</article></body></html>".encode()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_capture(path: Path) -> None:
    """Each page gives the draft that lies beside it."""
    actual = to_markdown(capture(path.read_bytes(), url=f"https://www.riverpost.example/news/{path.stem}"))
    assert golden(path.with_suffix(".md"), actual) == actual


def test_what_was_cut_is_said() -> None:
    """Every line of the article that is not in the draft is told, with its rule."""
    said = [(removal.rule, removal.text) for removal in capture(PAGES[1].read_bytes()).removals]
    assert ("share", "Share this article") in said
    assert ("advertisement", "Advertisement") in said
    assert ("related", "Related stories") in said
    assert ("dateline", "TARTUS, Syria (Reuters) - ") in said


def test_rules_are_switched_by_name() -> None:
    """A rule that is off leaves its lines in the draft."""
    assert "Share this article" in capture(PAGES[1].read_bytes(), {"share": False}).body


def test_encoding_that_was_told_goes_first() -> None:
    """What an author or a server says of the encoding overrules the page."""
    data = page("<meta charset='utf-8'><p>Ayşe'nin çarşamba günkü sözleri uzun uzun tartışıldı, dedi bakan.</p>")
    assert "Ayşe'nin çarşamba" in capture(data.decode().encode("cp1254"), charset="windows-1254").body


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"<html><body></body></html>", b"<html><body><p>Share</p>"])
def test_page_without_an_article_is_refused(data: bytes) -> None:
    """Where there is nothing to take, an error says so, and nothing is invented."""
    draft = capture(data, origin="page.html")
    (problem,) = draft.problems
    assert (draft.body, draft.title, problem.is_error, problem.span.file) == ("", "", True, "page.html")


def test_page_that_is_too_large_is_refused() -> None:
    """Five million bytes are the limit."""
    (problem,) = capture(b" " * (LARGEST + 1)).problems
    assert "5,000,000" in problem.message


def test_hostile_page_leaves_nothing_alive(corpora: Path) -> None:
    """No payload within an article puts a script, a handler or another scheme's link into the draft."""
    for payload in json.loads((corpora / "dompurify.json").read_text("utf-8")):
        body = capture(page(payload["p"]), url="https://example.org/").body
        assert PROSE.strip() in body
        assert not re.search(r"(?<!\\)<[a-zA-Z/!?]", re.sub(r"`+[^`]+`+", "", body))
        assert all(
            link.startswith(("http://", "https://", "mailto:")) for link in re.findall(r"(?<!\\)\]\(([^)]*)", body)
        )


def test_hostile_page_is_harmless_by_itself(corpora: Path) -> None:
    """A page that is nothing but a payload gives a draft or an error, never an exception."""
    for payload in json.loads((corpora / "dompurify.json").read_text("utf-8")):
        draft = capture(payload["p"].encode())
        assert bool(draft.body) != bool(draft.problems)


@pytest.mark.parametrize(
    "inner",
    [
        *("<!--" * 25_000, "<![>", "<div>" * 50_000 + "x", "<b>" * 50_000 + "x", "<ul><li>" * 20_000, "<" * 100_000),
        *("<table><tr><td>" * 5_000, "<h1>x y z</h1>" * 5_000, "<p>a b c" * 6_000, f"<h1>{'a b ' * 25_000}</h1>"),
        f"<script type='application/ld+json'>{'[' * 50_000}</script>",
        f"<script type='application/ld+json'>[{'[1,2],' * 15_000}1]</script>",
    ],
    ids=lambda inner: inner[:24],
)
def test_hostile_page_takes_no_time(inner: str) -> None:
    """Each hundred kilobytes of malice end within two seconds."""
    start = time.process_time()
    capture(page(inner))
    assert time.process_time() - start < 2


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """The extractor's warnings don't reach the screen."""
    capture(b"no page at all")
    capture(b"<p>x</p>")
    assert capfd.readouterr() == ("", "")
