"""Saved pages to drafts."""

import json
import re
from html import escape
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from digest.clean.draft import LARGEST, front_matter, to_markdown
from digest.clean.intake import draft_of
from digest.clean.pages.capture import capture
from digest.clean.pages.limits import ELEMENTS, TEXT
from digest.clean.rules import NAMES
from tests.golden import golden
from tests.patience import ends_within

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*.html"))
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SITE = "https://example.org/"
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


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (b" " * (LARGEST + 1), "5,000,000 bytes"),
        (page("<p>x</p>" * ELEMENTS), "12,000 elements"),
        (page(f"<table>{'<tr><td>x</td><td>y</td></tr>' * 1_500}</table>"), "4,000 elements"),
        (page(f"<p>{'word ' * (TEXT // 5)}</p>"), "250,000 characters"),
    ],
    ids=["bytes", "elements", "table", "text"],
)
def test_page_that_is_too_large_is_refused(data: bytes, limit: str) -> None:
    """No article is as large as the limits; the author is told which one, and how to go on."""
    (problem,) = capture(data).problems
    assert limit in problem.message
    assert problem.is_error


def test_control_characters_do_no_harm() -> None:
    """References to characters that XML has not are dropped, and the article stays."""
    body = capture(
        page("<p>One&#1;two &#x0B;three &#9;four &#11four <a href='https://example.org/&#2;'>five</a>.</p>")
    ).body
    assert "Onetwo three four four [five](https://example.org/)." in body


def test_captions_are_left_out_unless_asked_for() -> None:
    """A figure's caption is a paragraph of its own, in italics; its picture is not taken."""
    inner = "<figure><img src='/a.jpg' alt='A'><figcaption>The <b>bridge</b> at dawn, in April.</figcaption></figure>"
    assert "at dawn" not in capture(page(inner)).body
    assert "\n\n*The bridge at dawn, in April.*\n\n" in capture(page(inner), captions=True).body
    assert "a.jpg" not in capture(page(inner), captions=True).body


def test_captions_that_were_asked_for_are_not_cut() -> None:
    """A caption with a credit stays, and a page of nothing but captions gives a draft."""
    captions = [f"{number}/3 {PROSE.strip()} Photo: A. Reza/River Post" for number in (1, 2, 3)]
    figures = "".join(f"<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>" for caption in captions)
    gallery = f"<html><title>In pictures</title><article><h1>In pictures</h1>{figures}</article></html>".encode()
    for data in (page(figures), gallery):
        body = capture(data, captions=True).body
        assert all(f"*{caption}*" in body for caption in captions)
    assert "Photo" not in capture(page(figures)).body


SHOWN = [
    "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
    "<div class=slide><img src=a.jpg><p class='gallery-caption'>{}</p></div>",
    "<div class=slide><picture></picture><span class='slideCaption'>{}</span></div>",
]


@pytest.mark.parametrize("picture", SHOWN)
def test_a_gallery_is_what_is_said_beside_its_pictures(picture: str) -> None:
    """Captions are left out where they are most of a page, too; where they are all of it, the author is told."""
    pictures = "".join(picture.format(f"{number}: {PROSE}") for number in (1, 2, 3))
    html = "<html><title>In pictures</title><article><h1>In pictures</h1>{}</article></html>"
    assert capture(html.format(f"<p>{PROSE}</p>{pictures}").encode()).body == PROSE.strip()
    (problem,) = capture(html.format(pictures).encode()).problems
    assert (problem.message, problem.hint) == ("there are only captions in it", "import them with --captions")


def test_headings_begin_below_the_headline() -> None:
    """The highest heading of a draft is of the second level; what looks like one in code is none."""
    inner = f"<h1>Part one</h1><p>{PROSE}</p><h2>Detail</h2><p>{PROSE}</p><h6>Note</h6><pre># x()\n{{</pre>"
    body = capture(page(inner)).body
    assert re.findall("^#+ .*", body, re.MULTILINE) == ["## Part one", "### Detail", "###### Note", "# x()"]
    whole = capture(page("<h1>x</h1>"), dict.fromkeys(NAMES, False)).body
    assert not re.search("^# ", whole, re.MULTILINE)


@pytest.mark.parametrize("tag", ["p", "div", "article"])
def test_a_bare_fragment_is_a_page(tag: str) -> None:
    """HTML without a document around it is read as well."""
    assert capture(f"<{tag}>{PROSE * 3}</{tag}>".encode()).body == (PROSE * 3).strip()


def test_the_shell_of_a_script_holds_no_article() -> None:
    """What a page says to those who run no scripts is not its article."""
    shell = "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
    (problem,) = capture(f"<html><title>App</title><body>{shell}</body></html>".encode()).problems
    assert problem.message == "no article was found in it"


def test_emphasis_links_lists_and_tables_are_kept() -> None:
    """What the page says with structure, the draft says with Markdown."""
    table = "<table><tr><th>Year</th><th>Lorries</th></tr><tr><td>2024</td><td>0</td></tr></table>"
    inner = f"<h2>What is new</h2><ul><li>One lane</li><li><a href='/a'>Two lanes</a></li></ul>{table}"
    body = capture(page(inner + "<blockquote><p>There is <em>no</em> better bridge.</p></blockquote>"), url=SITE).body
    assert "## What is new\n\n- One lane\n- [Two lanes](https://example.org/a)\n\n| Year | Lorries |" in body
    assert "> There is *no* better bridge." in body


@pytest.mark.parametrize(
    ("href", "target"), [("b.html", "news/b.html"), ("/b.html", "b.html"), ("../b.html", "b.html")]
)
def test_links_are_resolved_as_browsers_do(href: str, target: str) -> None:
    """A relative link is relative to the page, not to its site."""
    body = capture(page(f"<p>See <a href='{href}'>the report</a> for more.</p>"), url=f"{SITE}news/a.html").body
    assert f"[the report]({SITE}{target})" in body


def test_links_within_the_page_are_plain() -> None:
    """What a link to a place in the page itself says stays, without the link."""
    assert "See note one." in capture(page("<p>See <a href='#one'>note one</a>.</p>"), url=f"{SITE}news/a.html").body


@pytest.fixture(scope="session")
def payloads(corpora: Path) -> list[str]:
    """Hostile HTML and naughty strings."""
    hostile = [payload["p"] for payload in json.loads((corpora / "dompurify.json").read_text("utf-8"))]
    return [*hostile, *json.loads((corpora / "blns.json").read_text("utf-8"))]


def test_hostile_page_leaves_nothing_alive(payloads: list[str]) -> None:
    """No payload within an article puts a script, a handler or another scheme's link into the draft or its facts."""
    for payload in payloads:
        draft = capture(page(payload), dict.fromkeys(NAMES, False), url=SITE, captions=True)
        assert PROSE.strip() in draft.body
        alive = BeautifulSoup(READER.render(draft.body), "lxml").find_all(True)
        assert not {tag.name for tag in alive} & {"script", "style", "iframe", "img", "svg", "form", "input", "object"}
        assert {name for tag in alive for name in tag.attrs} <= {"href", "start", "style", "class"}
        assert all(re.match(r"https?://|mailto:|$", str(tag.get("href", ""))) for tag in alive)
        assert not re.search(r"(?<!\\)<[a-zA-Z/!?]", re.sub(r"`+[^`]+`+", "", draft.body))


@pytest.mark.parametrize("place", ["title", "description", "canonical", "author", "headline"])
def test_hostile_facts_are_plain(payloads: list[str], place: str) -> None:
    """A payload in the page's head can't get out of the front matter, and no address of another scheme gets in."""
    head = {
        "title": "<title>{}</title>",
        "description": '<meta property="og:description" content="{}">',
        "canonical": '<link rel="canonical" href="{}">',
        "author": '<meta name="author" content="{}">',
        "headline": "<h1 class='dek'>{}</h1>",
    }[place]
    for payload in payloads[::5]:
        data = f"<html><head>{head.format(escape(payload))}</head>{page('').decode()}".encode("utf-8", "replace")
        draft = capture(data)
        assert re.match(r"https?://|$", draft.url)
        assert isinstance(yaml.safe_load(front_matter(draft)), dict)


def test_hostile_page_is_harmless_by_itself(payloads: list[str]) -> None:
    """A page that is nothing but a payload gives a draft or an error, never an exception."""
    for payload in payloads:
        draft = capture(payload.encode("utf-8", "replace"))
        assert bool(draft.body) != bool(draft.problems)


MANY = 100_000
TAGS = "div b table ul blockquote font q span section i p form pre svg math template h1 details"
HOSTILE = {
    **{f"deep {tag}": f"<{tag}>" * MANY + "x" for tag in TAGS.split()},
    "deep list": "<ul><li>" * MANY,
    "deep cells": "<table><tr><td>" * MANY,
    "comments": "<!--" * 400_000,
    "declarations": "<![>" * 400_000,
    "long attribute": f"<p class='{'dek ' * 1_000_000}'>x</p>",
    "long address": f"<a href='{'(' * 4_000_000}'>x</a>",
    "many attributes": f"<p {' '.join(f'a{i}' for i in range(MANY))}>x</p>",
    "many attributes with signs": "<p " + " ".join(f"a{i}='>'" for i in range(MANY)) + ">x</p>",
    "less than": "<" * 4_900_000,
    "less than in a paragraph": f"<p>{'<' * 200_000}</p>",
    "unclosed tags": "<p>x" * 800_000,
    "unclosed attribute": '<a href="' * 400_000,
    "unclosed scripts": "<script>" * 400_000,
    "entities": "&lt;" * 1_000_000,
    "ampersands": "&" * 4_800_000,
    **{f"baits {bait}": f"<p><b>x</b>{bait * MANY}</p>" for bait in ("*", "[", "_", "`", "](", "a@")},
    **{f"floods {bait}": f"<p>{bait * 40_000}</p>" for bait in ("By A ", "a, ", "May 1, ", ". ", "1. ", "&nbsp;")},
    "huge table": "<table>" + f"<tr>{'<td>x</td>' * 50}</tr>" * 9_000 + "</table>",
    "ragged table": f"<table><tr>{'<td>x</td>' * 9_000}</tr>{'<tr><td>y</td></tr>' * 9_000}</table>",
    "links": "<a href='https://example.org'>word</a> " * MANY,
    "fewer links": "<p><a href='https://example.org'>word</a> and prose.</p>" * 5_000,
    "emphasis": f"<p>{'<em>a</em><b>b</b>' * MANY}</p>",
    "headlines": "<h1>x y z</h1>" * 8_000,
    "hashes in a heading": f"<p>x</p><h2>{'#' * 200_000}a</h2><p>y</p>",
    "long headline": f"<h1>{'a b ' * 50_000}</h1>",
    "data": f"<script type='application/ld+json'>{'[' * 4_000_000}</script>",
    "much data": f"<script type='application/ld+json'>[{'[1,2],' * 600_000}1]</script>",
    "many data": '<script type=\'application/ld+json\'>{"@type": "NewsArticle"}</script>' * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_page_takes_no_time(name: str) -> None:
    """Up to five megabytes of malice end within two seconds, in an article and by themselves."""
    for data in (page(HOSTILE[name]), HOSTILE[name].encode()):
        with ends_within(2):
            draft_of(data, content_type="text/html")


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """The extractor's warnings don't reach the screen."""
    capture(b"no page at all")
    capture(b"<p>x</p>")
    assert capfd.readouterr() == ("", "")
