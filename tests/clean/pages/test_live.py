"""Live pages keep their posts, each with its time and heading."""

import pytest

from digest.clean.pages.capture import capture

DATA = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Envoys arrive in Baku"}</script>'
LEDE = "<p>Delegations from two countries meet in the Azerbaijani capital to agree on rules for their aircraft.</p>"
ENDED = "<p>The two delegations left the building shortly after two, an official said, and are to meet again.</p>"
GREETED = "<p>The host's foreign minister shook hands with the heads of both delegations before the doors closed.</p>"
LANDED = "<p>A military aircraft from Ankara touched down a little after nine in the morning, flight data show.</p>"


def body_of(article: str, data: str = DATA) -> list[str]:
    """The blocks that capturing a page gives."""
    page = (
        f"<html><head><title>Envoys arrive in Baku</title>{data}</head><body><h1>Envoys arrive in Baku</h1>"
        f"{article}<footer><p>Contact</p></footer></body></html>"
    )
    return capture(page.encode()).body.strip().split("\n\n")


def words(html: str) -> str:
    """The words of a paragraph."""
    return html.removeprefix("<p>").removesuffix("</p>")


HEADED = (
    f'<div class="post"><time datetime="2025-04-09T14:10+03:00">14:10</time><h2>Talks end</h2>{ENDED}</div>'
    f'<div class="post"><time datetime="2025-04-09T11:30+03:00">2 hours ago</time><h3>Hands shaken</h3>{GREETED}</div>'
    f'<div class="post"><p><time>09.05 GMT</time></p><h2>First delegation lands</h2>{LANDED}</div>'
)
OTHERS = "<ul><li><time>1 May</time><p>One</p></li>" + "<li><time>2 May</time><p>Two</p></li>" * 5 + "</ul>"
IN_ORDER = [
    *("## 14:10 Talks end", words(ENDED), "## 11:30 Hands shaken", words(GREETED)),
    *("## 09.05 GMT First delegation lands", words(LANDED)),
]


@pytest.mark.parametrize(
    "article",
    [
        f"<main>{LEDE}{HEADED}</main>",
        f"<article>{LEDE}<div class='posts'>{HEADED}</div></article>",
        f"<main>{LEDE}{HEADED.replace('div', 'article')}</main>",
        f"<main>{LEDE}<div>{HEADED.replace('div', 'li')}</div></main>",
        f"<main>{LEDE}{HEADED}{OTHERS}</main>",
    ],
)
def test_posts_keep_time_heading_and_order(article: str) -> None:
    """Each post's time stands in its heading; the posts stay in the order of the page."""
    assert body_of(article)[: 1 + len(IN_ORDER)] == [words(LEDE), *IN_ORDER]


def test_post_without_heading_begins_with_its_time() -> None:
    """Where a post has no heading, its first paragraph begins with the time."""
    posts = "".join(
        f'<div class="entry"><time datetime="{at}">{at}</time>{text}</div>'
        for at, text in [("14:10", ENDED), ("9:05", LANDED)]
    )
    assert body_of(f"<div>{posts}</div>") == [f"**14:10** {words(ENDED)}", f"**9:05** {words(LANDED)}"]


def test_time_in_a_sentence_stays_there() -> None:
    """A time within a sentence is the article's."""
    said = "<p>At <time>14:10</time> the two delegations left the building, an official said to the waiting press.</p>"
    posts = f'<div class="post"><h2>Talks end</h2>{said}</div><div class="post"><h2>Landing</h2>{LANDED}</div>'
    assert f"At 14:10 {words(said).split('</time> ')[1]}" in body_of(f"<main>{LEDE}{posts}</main>")


def test_articles_with_headings_are_posts() -> None:
    """Articles side by side, each with a heading of its own and without a link, are parts of one article."""
    assert body_of(f"<main>{LEDE}{HEADED.replace('div', 'article')}</main>", data="") == [words(LEDE), *IN_ORDER]


TEASERS = HEADED.replace("<h2>", '<h2><a href="/other/">').replace("</h2>", "</a></h2>")


@pytest.mark.parametrize(
    "article",
    [
        f"<main>{LEDE}{HEADED}</main>",
        f"<main>{LEDE}{TEASERS.replace('div', 'article')}</main>",
        f"<main>{LEDE * 9}{HEADED.replace('div', 'article')}</main>",
    ],
    ids=["boxes", "teasers", "little"],
)
def test_other_pages_are_left_alone(article: str) -> None:
    """Without the data of a live page, times beside texts may be those of other articles."""
    assert not any("14:10 Talks" in block for block in body_of(article, data=""))
