"""Days around an article."""

import pytest
from trafilatura import load_html

from digest.clean.facts.printed import printed_days, without_body


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
