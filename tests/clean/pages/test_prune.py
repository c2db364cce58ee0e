"""What a page's classes say is not its article."""

import pytest
from lxml.html import document_fromstring, tostring

from digest.clean.pages.prune import drop_unseen, prune

PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement. "
BOXES = ["ps-promo small", "inline-article-recirc", "popularPosts__x", "d-print-block", "module most-popular"]
OTHERS = ["promoted-by", "popularity", "article-body", "repromo", "trends", "twitter-tweet", "read-more"]


def pruned(name: str, inner: str = "See the ten best bridges", times: int = 4) -> str:
    """The text of an article that holds a box of class `name`."""
    page = document_fromstring(f"<article><p>{PROSE * times}</p><div class='{name}'>{inner}</div></article>")
    prune(page)
    return page.text_content()


@pytest.mark.parametrize("name", BOXES)
def test_box_beside_the_article_goes(name: str) -> None:
    """Promotions, popular articles and what is for print alone are no part of the article."""
    assert pruned(name) == PROSE * 4


@pytest.mark.parametrize("name", OTHERS)
def test_other_boxes_stay(name: str) -> None:
    """Only whole words of a class count; embedded posts are quotations, and "read more" often holds the rest."""
    assert "ten best" in pruned(name)


def test_box_with_much_of_the_text_stays() -> None:
    """A box that holds the article is the article, whatever its class says."""
    assert pruned("promo", f"<p>{PROSE}</p>", times=1).count(PROSE) == 2
    assert "Bridge" in pruned("promo", "<h1>Bridge</h1>")


def test_boxes_within_boxes_go_together() -> None:
    """A promotion in a promotion is one."""
    assert pruned("promo", "<div class='promo'><p>See more</p></div>") == PROSE * 4


def test_what_is_not_shown_goes() -> None:
    """Scripts, styles and comments go, and the text around them stays, as do the data that extractors look into."""
    data = '<script type="application/ld+json">{}</script>'
    inner = "<p>One <script>x</script>two <!-- y --><style>z</style>three</p><svg><b>x</b></svg>"
    page = document_fromstring(f"{inner}{data}")
    drop_unseen(page)
    assert tostring(page, encoding="unicode") == f"<html><body><p>One two three</p>{data}</body></html>"
