import pytest

from digest.render.syndicate import standalone

TERM = '<a class="term" href="/glossary/hts/" data-term="hts" aria-describedby="t-hts">HTS</a>'
TABLE = '<div class="scroll" tabindex="0"><table><tbody><tr><td class="left">x</td></tr></tbody></table></div>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (TERM, '<a href="https://example.org/glossary/hts/">HTS</a>'),
        ('<h2 id="a">A</h2>', "<h2>A</h2>"),
        ('<sup><a href="#fn1" id="r">[1]</a></sup>', "<sup><a>[1]</a></sup>"),
        (TABLE, "<table><tbody><tr><td>x</td></tr></tbody></table>"),
        ('<img src="/a.jpg" alt="x" loading="lazy">', '<img src="https://example.org/a.jpg" alt="x">'),
        ('<a href="https://rudaw.net/">R</a>', '<a href="https://rudaw.net/">R</a>'),
        ('<a href="mailto:a@b.c">m</a>', '<a href="mailto:a@b.c">m</a>'),
        ('<a href="ftp://a.b/">f</a>', "<a>f</a>"),
        ('<a href="javascript:x()">x</a><script>x()</script><p onclick="x()">y</p>', "<a>x</a><p>y</p>"),
    ],
)
def test_text_that_leaves_its_page_needs_nothing_of_it(html: str, expected: str) -> None:
    """What goes into feeds has absolute links and neither ids, classes, boxes nor links within the page."""
    assert standalone(html, "https://example.org/news/") == expected


def test_links_within_the_site_stay_without_a_base() -> None:
    """On another page of the site, as in an edition, links stay as they are."""
    assert standalone('<a class="term" href="/news/x/">x</a>') == '<a href="/news/x/">x</a>'


def test_footnote_leads_nowhere() -> None:
    """A footnote's number stays as text, and the arrow back into the text goes."""
    mark = '<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p>'
    html = mark + '<p>b <a href="#fnref1" class="footnote-backref">↩︎</a></p>'
    assert standalone(html) == "<p>a<sup><a>[1]</a></sup></p><p>b</p>"
