"""What pages say about their articles."""

import pytest
from trafilatura import load_html

from digest.clean.draft import Image, Metadata
from digest.clean.facts.metadata import page_metadata
from tests.patience import ends_within


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
        ("<meta name='date' content='2025-02-29'>", ""),
        ("<link rel='canonical' href='https://a.example/2025/04/talks/'>", ""),
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


def test_sources() -> None:
    """Each field that is known says where it comes from."""
    found = metadata(
        linked('"headline": "Bridge opens", "datePublished": "2025-04-09", "author": "Nellie Bly"')
        + "<meta name='description' content='The bridge over the border river opened again.'>"
    ).found
    assert found == {
        "title": "JSON-LD headline",
        "date": "JSON-LD datePublished",
        "authors": "JSON-LD author",
        "summary": "meta description",
    }


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (
            "",
            "<p>By Nellie Bly</p><time datetime='2025-04-09T18:30:00+03:00'>9 April</time>",
            "2025-04-09T18:30:00+03:00",
        ),
        ("", "<p>Published: April 9, 2025 10:59 AM EST</p>", "2025-04-09T10:59:00-05:00"),
        ("<meta itemprop='datePublished' content='2025-04-09'>", "", "2025-04-09"),
        (linked('"datePublished": "2025-04-10T02:30:00Z"'), "<p>April 9, 2025</p>", "2025-04-09"),
        (
            linked('"datePublished": "2022-07-04"') + "<meta name='date' content='2025-04-09'>",
            "<p>9 April 2025</p>",
            "2025-04-09",
        ),
        ("<link rel='canonical' href='https://x.example/2025/04/09/bridge'>", "", "2025-04-09"),
        ("", "<footer>Copyright 2024</footer>", ""),
    ],
)
def test_day_that_readers_see(head: str, body: str, date: str) -> None:
    """What is printed near the headline says which day is meant; the address is asked last."""
    prose = "<p>The bridge over the border river opened again, the ministry said in a statement that it published.</p>"
    assert metadata(f"<title>Bridge opens</title>{head}", f"<h1>Bridge opens</h1>{body}{prose * 4}").date == date


def test_change() -> None:
    """The last change is told if it is later than the publication."""
    dates = '"datePublished": "2025-04-09T18:30:00+03:00", "dateModified": '
    assert metadata(linked(f'{dates}"2025-04-10T08:00:00+03:00"')).updated == "2025-04-10T08:00:00+03:00"
    assert metadata(linked(f'{dates}"2025-04-09T18:30:00+03:00"')).updated == ""


def test_agency() -> None:
    """An agency among the authors is the agency, unless the page is its own."""
    head = linked('"author": [{"name": "Nellie Bly"}, {"@type": "Organization", "name": "Reuters"}]')
    assert metadata(head).agency == "Reuters"
    assert metadata(f"{head}<meta property='og:site_name' content='Reuters'>").agency == ""


def test_address_is_no_name() -> None:
    """An outlet that calls itself by its address has no name there."""
    assert metadata("<meta property='og:site_name' content='https://post.example'>").outlet == ""


def test_image() -> None:
    """A picture is told with its description and credit, under an address that may stand in an entry."""
    picture = '"image": {"url": "/a.jpg", "caption": "A bridge", "creditText": "Ida Tarbell"}'
    found = metadata(linked(picture), url="https://x.example/news/").image
    assert found == Image("https://x.example/a.jpg", "A bridge", "Ida Tarbell")
    assert metadata("<meta property='og:image' content='javascript:alert(1)'>").image is None


def test_values_are_one_short_line() -> None:
    """Whatever a page says, its values have one line, and what is too long for its field is none of it."""
    found = metadata(
        f"<meta property='og:title' content='Bridge&#10;opens\u2028again'>"
        f"<meta property='og:site_name' content='{'x' * 100}'><meta name='author' content='{'Nellie Bly, ' * 500}'>"
    )
    assert (found.title, found.outlet, found.authors) == ("Bridge opens again", "", ("Nellie Bly",))


@pytest.mark.parametrize(
    "head",
    [
        linked(f'"headline": "{"x" * 900_000}"'),
        linked('"headline": "x"') * 5_000,
        linked(f'"author": [{",".join(["[1]"] * 50_000)}]'),
        '<script type="application/ld+json">' + '{"a":' * 900 + "1" + "}" * 900 + "</script>",
        f'<script type="application/ld+json">x-->{" " * 400_000};x</script>',
        "<meta name='author' content='Nellie Bly'>" * 20_000,
        f"<meta name='author' content='{'A, b and ' * 50_000}'>",
        f"<meta name='date' content='{'1:11 ' * 50_000}'>",
        "<link rel='canonical' href='/a'>" * 20_000,
    ],
    ids=lambda head: head[:50],
)
def test_hostile_data_take_no_time(head: str) -> None:
    """However large, deep or many a page's data are, they are read within two seconds."""
    tree = load_html(f"<html><head>{head}</head><body><h1>x</h1><p>Text.</p></body></html>")
    assert tree is not None
    with ends_within(2):
        page_metadata(tree, "")


def test_broken_data_are_nothing() -> None:
    """JSON that can't be read, or goes too deep, says nothing."""
    for data in ("{", "[" * 100_000, '"x"', "null"):
        assert metadata(f'<script type="application/ld+json">{data}</script>').authors == ()


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (
            "<meta property='article:published_time' content='1970-01-01T00:00:00Z'>",
            "<p>9 April 2025</p>",
            "2025-04-09",
        ),
        ("", "<p>Giriş: 09.04.2025 - 18:30 Güncelleme: 10.04.2025 - 08:00</p>", "2025-04-09"),
        ("<link rel='canonical' href='https://a.example/2010/08/13/x'>", "<p>August 14, 1935</p>", "2010-08-13"),
        ("<link rel='canonical' href='https://a.example/2010/08/13/x'>", "<p>August 14, 2010</p>", "2010-08-14"),
        ("", "<blockquote class='twitter-tweet'>— H <a href='x'>March 3, 2021</a></blockquote>", ""),
        ("", "<p>It rained.</p><p>This article was amended on 10 April 2025 to correct a name.</p>", ""),
    ],
)
def test_day_among_the_pages_own_claims(head: str, body: str, date: str) -> None:
    """The printed day goes before one from which computers count, the address's before one of another year."""
    tree = load_html(f"<html lang='tr'><head>{head}</head><body><h1>Bridge opens again</h1>{body}</body></html>")
    assert tree is not None
    assert page_metadata(tree, "").date == date


def test_language_that_is_none() -> None:
    """A code for no language, or for many, is no language; the page's next claim counts."""
    tree = load_html(
        "<html lang='zxx'><head><meta property='og:locale' content='tr_TR'></head><body><p>x</p></body></html>"
    )
    assert tree is not None
    assert page_metadata(tree, "").language == "tr"


@pytest.mark.parametrize(
    ("lang", "body", "date"),
    [
        ("es", "<h3>Bridge opens again today</h3><div>Publicado el 9 de abril de 2025</div>", "2025-04-09"),
        ("ar", "<h3>Bridge opens again today</h3><div>تاريخ النشر: 9 نيسان/أبريل 2025</div>", "2025-04-09"),
        ("en", "<h1>Bridge opens again today</h1><p>Updated on: April 9, 2025</p>", "2025-04-09"),
        ("en", "<h1>What the mayors of both towns said</h1><p>April 9, 2025</p><p>March 3, 2021</p>", "2025-04-09"),
        ("en", "<ul><li><a>Envoys of both countries meet</a> 9 April 2025</li></ul>", ""),
    ],
)
def test_day_on_a_page_without_data(lang: str, body: str, date: str) -> None:
    """What a page prints tells its day in any language, be it that of a change; days of other articles do not."""
    tree = load_html(f"<html lang={lang}><title>Bridge opens again today</title><body>{body}<p>Text.</p></body></html>")
    assert tree is not None
    assert page_metadata(tree, "").date == date
