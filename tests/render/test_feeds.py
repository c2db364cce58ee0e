import json
from typing import Any

from digest.render.feeds import Feed, channels, feed, feeds, updated
from tests.sites import Files, article, made

CLOCKS = {"a": "02:45+02:00", "b": "02:15+01:00"}
A = "content/articles/a.md"


def by_address(given: Files) -> dict[str, Feed]:
    """Every feed of the small digest, changed by `given`."""
    digest = made(given)
    shown = ((channel, digest.annotations(channel.entries)) for channel in channels(digest.desk))
    return {channel.address: feed(digest.desk, channel, texts) for channel, texts in shown}


def as_json(given: Files, address: str = "/") -> Any:
    """A feed as a reader of JSON Feed sees it."""
    return json.loads(made(given).views(feeds)[f"{address}feed.json"])


def test_everything_that_can_be_followed_has_a_feed() -> None:
    """The site, each theme, each story and each term have feeds; those of terms hold summaries only."""
    found = by_address({A: article("A", body="HTS.", keys="summary: A summary.")})
    assert {address: one.whole for address, one in found.items()} == {
        "/": True,
        "/themes/diplomacy/": True,
        "/stories/talks/": True,
        "/glossary/hts/": False,
    }
    (item, _) = found["/glossary/hts/"].items
    assert (item.html, item.summary) == ("", "A summary.")


def test_feed_holds_the_newest_entries() -> None:
    """A feed has `feed_size` entries, the newest first, stories too."""
    given = {f"content/articles/n{n}.md": article(f"N{n}", f"2025-05-{n:02}", keys="story: talks") for n in range(1, 5)}
    given["content/site.yaml"] = "title: Brief\nbase_url: https://example.org/\nfeed_size: 3\n"
    for address in ("/", "/themes/diplomacy/", "/stories/talks/"):
        assert [item.title for item in by_address(given)[address].items] == ["N4", "N3", "N2"]


def test_text_of_a_feed_stands_alone() -> None:
    """A feed's text has absolute links, no ids or classes, and ends with note and sources."""
    keys = "note: The day is *disputed*.\nsources: [{name: Rudaw & Sons, url: 'https://rudaw.net/1'}, {name: Sana}]"
    item = by_address({A: article("A", body="## Head\n\nHTS, [the talks](/stories/talks/).", keys=keys)})["/"].items[0]
    assert item.html == (
        "<h2>Head</h2>\n"
        '<p><a href="https://example.org/glossary/hts/">HTS</a>, '
        '<a href="https://example.org/stories/talks/">the talks</a>.</p>\n'
        "<h2>Editor’s note</h2>\n<p>The day is <em>disputed</em>.</p>\n"
        '<p>Sources: <a href="https://rudaw.net/1">Rudaw &amp; Sons</a>, Sana</p>\n'
    )


def test_feed_changes_when_an_entry_does() -> None:
    """A feed was updated when the newest change of its entries was made, never when the site was built."""
    found = by_address({A: article("A", "2025-04-01", keys="updated: 2025-04-20T10:00+03:00")})
    assert updated(found["/"]) == "2025-04-20T10:00:00+03:00"
    clocks = "updated: 2025-10-26T{}"  # the hour that comes twice when summer time ends
    given = {f"content/articles/{n}.md": article(n, keys=clocks.format(at)) for n, at in CLOCKS.items()}
    given["content/site.yaml"] = "title: Brief\nbase_url: https://example.org/\ntimezone: Europe/Berlin\n"
    assert updated(by_address(given)["/"]) == "2025-10-26T02:15:00+01:00"
    assert updated(Feed("/", "", "", (), whole=True)) == "1970-01-01T00:00:00+00:00"


def test_json_feed_says_what_an_entry_is() -> None:
    """An item has a lasting id, its language, authors and themes; what an entry lacks is left out."""
    given = {A: article("A", "2025-05-10", keys="lang: ar\nauthors: [Rana]\nsummary: Short.")}
    told = as_json(given)
    assert (told["feed_url"], told["home_page_url"]) == ("https://example.org/feed.json", "https://example.org/")
    new, old = told["items"]
    assert new.pop("content_html")
    assert new == {
        "id": "https://example.org/2025/05/a/",
        "url": "https://example.org/2025/05/a/",
        "title": "A",
        "date_published": "2025-05-10T00:00:00+03:00",
        "date_modified": "2025-05-10T00:00:00+03:00",
        "language": "ar",
        "summary": "Short.",
        "authors": [{"name": "Rana"}],
        "tags": ["Diplomacy"],
    }
    assert not {"summary", "authors"} & old.keys()


def test_text_of_a_feed_speaks_its_language() -> None:
    """The words around an Arabic text are Arabic, and the whole says that it runs from right to left."""
    keys = "lang: ar\nnote: ملاحظة.\nsources: [{name: رووداو}]"
    item = by_address({A: article("أول", body="نص على <https://a.example/>.", keys=keys)})["/"].items[0]
    assert item.html == (
        '<div lang="ar" dir="rtl"><p>نص على <a href="https://a.example/" dir="ltr">https://a.example/</a>.</p>\n'
        "<h2>ملاحظة المحرر</h2>\n<p>ملاحظة.</p>\n<p>المصادر: رووداو</p>\n</div>"
    )
