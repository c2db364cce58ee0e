"""Days around an article."""

import pytest
from trafilatura import load_html

from digest.clean.facts.printed import is_sentence, printed_days, stated_day, without_body


@pytest.mark.parametrize(
    ("html", "days"),
    [
        ("<div>Posted 9 April 2025</div>", {"2025-04-09"}),
        ("<p>9 April 2025</p>", {"2025-04-09"}),
        ("<p>Written by Ida Tarbell, and published on <time>9 April 2025</time>.</p>", {"2025-04-09"}),
        ("<meta name='x' content='2025-04-09T18:30:00Z'>", {"2025-04-09"}),
        ("<script>{day: '2025-04-09'}</script>", {"2025-04-09"}),
        ("<span>09.04.2025 11:15</span>", {"2025-04-09"}),
        ("<blockquote class='twitter-tweet'>— H <a href='x'>March 3, 2021</a></blockquote>", set()),
        ("<p><em>This article was amended on 10 April 2025 to correct a name.</em></p>", set()),
        ("<p>The treaty was signed in the old town hall on 9 April 2025.</p>", set()),
        ("<div>Last updated 10 April 2025</div>", set()),
        ("<a href='/2025/04/talks'>April 2025</a>", set()),
        ("<ul><li><a href='/talks'>Talks on the old bridge</a> 9 April 2025</li></ul>", set()),
        ("<aside>9 April 2025 <a href='/talks'>Talks on the old bridge</a></aside>", set()),
        ("<meta property='article:modified_time' content='2025-04-09'>", set()),
        ("<p>Sunday, 9 March 2025</p><article><h1>Bridge</h1></article>", set()),
        ("<article><h1>Bridge</h1><p>9 April 2025</p></article><p>9 March 2025</p>", {"2025-04-09"}),
        ("<ul><li><a href='/bly'>Nellie Bly</a></li><li>9 April 2025</li></ul>", {"2025-04-09"}),
    ],
)
def test_printed_days(html: str, days: set[str]) -> None:
    """Stamps and data say when an article was published; quotations, embeds, sentences and changes don't."""
    page = load_html(f"<html><body>{html}<p>Text.</p></body></html>")
    assert page is not None
    assert printed_days(without_body(page), "en") == days


def test_page_is_left_as_it_is() -> None:
    """What is taken out is taken out of a copy."""
    page = load_html("<html><body><blockquote>9 April 2025</blockquote></body></html>")
    assert page is not None
    without_body(page)
    assert page.find(".//blockquote") is not None


@pytest.mark.parametrize(
    ("html", "lang", "day"),
    [
        ("<div>Posted on 9 April 2025</div><div>3 March 2021</div>", "en", "2025-04-09"),
        ("<div>Publicado el 9 de abril de 2025</div>", "es", "2025-04-09"),
        ("<div>Veröffentlicht am 9. April 2025</div>", "de", "2025-04-09"),
        ("<div>تاريخ النشر: 9 نيسان/أبريل 2025</div>", "ar", "2025-04-09"),
        ("<div>9ی نیسانی 2025</div>", "ckb", "2025-04-09"),
        ("<div>Weşandin: 9 Nîsan 2025</div>", "ku", "2025-04-09"),
        ("<div>Posted on 9 April 2025</div><div>Posted on 3 March 2021</div>", "en", ""),
        ("<div>9 April 2025</div><div>3 March 2021</div>", "en", ""),
        ("<div>The bridge, 9 April 2025, seen from here</div>", "en", ""),
        ("<div>Updated 9 April 2025</div>", "en", ""),
    ],
)
def test_stated_day(html: str, lang: str, day: str) -> None:
    """The one day that is called that of publication, or stands on a line of its own, is the article's."""
    page = load_html(f"<html><body>{html}<p>Text.</p></body></html>")
    assert page is not None
    assert stated_day(page, lang) == day


def test_sentences() -> None:
    """A stamp may end in a point, and is no sentence."""
    assert is_sentence("The treaty was signed on 9 April 2025.")
    assert not is_sentence("Published: April 9, 2025, 7:00 p.m.")
    assert not is_sentence("By Nellie Bly, 9 April 2025")
