"""What stands near a page's headline."""

import pytest
from trafilatura import load_html

from digest.clean.facts.head import Head, page_head

PROSE = f"<p>{'The bridge over the border river opened again on Wednesday. ' * 3}</p>" * 4


def head(above: str, below: str = "", after: str = "") -> Head:
    """The head of a page with these elements above and below its headline, and after its text."""
    body = f"<main><div>{above}</div><h1>Bridge opens again</h1><div>{below}</div>{PROSE}{after}</main>"
    page = load_html(f"<html><head><title>x</title></head><body>{body}</body></html>")
    assert page is not None
    return page_head(page, "Bridge opens again", "The River Post")


@pytest.mark.parametrize(
    "below",
    [
        '<a rel="author" href="/x">Nellie Bly</a> <a rel="author" href="/y">Ida Tarbell, Associated Press</a>',
        '<a href="/authors/bly">Nellie Bly</a><a href="/authors/tarbell">Ida Tarbell</a>',
        '<p>By <a href="/people/bly">Nellie Bly</a> and <a href="/people/tarbell">Ida Tarbell</a></p>',
        '<p class="article-byline">By <b>Nellie Bly</b> and <b>Ida Tarbell</b><br>Staff writers</p>',
        '<span class="Author-name">NELLIE BLY</span><span class="Author-name">IDA TARBELL</span>',
        '<span itemprop="author">Nellie Bly &amp; Ida Tarbell</span>',
        "<p>By Nellie Bly and Ida Tarbell</p>",
        "<div><b>Interview</b> <span>By Nellie Bly and Ida Tarbell</span> <span>9 April 2025</span></div>",
        '<div class="byline"><span>Nellie Bly</span>, <span>Ida Tarbell</span><p>Search for this author in:</p></div>',
    ],
)
def test_people_near_the_headline(below: str) -> None:
    """Links to authors, bylines by their class, and lines that begin with "By" name the authors."""
    assert head("", below).names == ("Nellie Bly", "Ida Tarbell")


@pytest.mark.parametrize(
    "below",
    [
        '<p>The mayor <a href="/people/bly">Nellie Bly</a> spoke first.</p>',
        '<figure><figcaption class="author">Nellie Bly</figcaption></figure>',
        '<span class="photo-author">Nellie Bly</span>',
        '<p class="byline">By The River Post</p>',
        '<p class="byline">By Associated Press</p><div class="card-byline">By Nellie Bly</div>',
    ],
)
def test_others_near_the_headline(below: str) -> None:
    """Who is written about, who took a picture, an outlet, and the authors of other articles are not the authors."""
    assert head("", below).names == ()


def test_people_after_the_text() -> None:
    """Few author links of a whole page are its article's; many, and those of lists and asides, are others'."""
    assert head("", after='<a rel="author" href="/x">Nellie Bly</a>').names == ("Nellie Bly",)
    assert head("", after='<aside><a rel="author" href="/x">Nellie Bly</a></aside>').names == ()
    many = "".join(
        f'<a rel="author" href="/{name}">Nellie {name}</a>' for name in ("Ames", "Bly", "Cole", "Dow", "Ely")
    )
    assert head("", after=many).names == ()


def test_stamps_near_the_headline() -> None:
    """Stamps tell days of publication from days of changes; those above the headline come last."""
    found = head(
        "<time>1 March 2025</time>",
        '<time datetime="2025-04-09T18:30:00+03:00">9 April 2025</time>'
        '<div><time class="updated" datetime="2025-04-10">10 April 2025</time></div><p>Updated 11 April 2025</p>',
    )
    assert found.printed == ("2025-04-09T18:30:00+03:00", "9 April 2025", "1 March 2025")
    assert found.updates == ("2025-04-10", "2025-04-11")


def test_page_without_a_headline_has_no_head() -> None:
    """Where no heading says the title, nothing is near it."""
    page = load_html("<html><body><h1>Menu</h1><p>By Nellie Bly</p><p>x</p></body></html>")
    assert page is not None
    assert page_head(page, "Bridge opens again", "") == Head()


@pytest.mark.parametrize(
    ("below", "printed"),
    [
        ('<time datetime="2025-04-12T10:18:46Z">Published 9 April 2025</time>', ("Published 9 April 2025",)),
        (
            '<time datetime="2025-04-10T04:00:41+00:00">April 9, 2025 11:00 pm EST</time>',
            ("2025-04-09T23:00:00-05:00", "April 9, 2025 11:00 pm EST"),
        ),
        ("<p>Published: April 9, 2025 at 8:48 p.m.</p>", ("Published: April 9, 2025 at 8:48 p.m.",)),
        ("<p>9 April 2025 — The two mayors of the towns met at last.</p>", ("9 April 2025",)),
        ("<p>The two mayors of the towns met on 9 April 2025.</p>", ()),
        ("<p>The mayors, who had met before 9 April 2025 — or so they said — were there.</p>", ()),
        ("<span class='Caption__text'>Guards near the bridge on April 9, 2025. Photo: Nellie Bly</span>", ()),
        ("<div><figure><figcaption>Guards near the bridge, 9 April 2025</figcaption></figure></div>", ()),
    ],
)
def test_day_that_is_printed(below: str, printed: tuple[str, ...]) -> None:
    """The day of publication is the one that readers see, on a line of its own; sentences and captions say others."""
    assert head("", below).printed == printed
