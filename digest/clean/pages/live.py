"""Live pages: one article of many posts, each with its time or a heading; the extractor would take one post."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement
from lxml.html.builder import STRONG

from digest.clean.characters import one_line

_KIND = "LiveBlogPosting"  # schema.org's name for such a page
_BOXES, _HEADINGS = ("article", "div", "li", "section"), ("h1", "h2", "h3", "h4", "h5", "h6")
_CLOCK, _GIVEN = re.compile(r"\b\d{1,2}[:.]\d\d(?!\d)"), re.compile(r"[T ](\d\d:\d\d)")
_LONGEST = 40  # characters of a post's time
_MOST, _DEEP = 500, 6  # times and articles that are looked at, boxes around each time
_FEWEST, _SHARE = 3, 0.5  # posts of a page that does not say it is live; of the text in its paragraphs
_NAMES = ("class", "id", "itemprop", "role")


def join_posts(page: HtmlElement) -> None:
    """Make one article of the posts of a live page, in place: each begins with its time, within its heading if any."""
    posts = _dated_posts(page) if _is_live(page) else _headed_posts(page)
    for post in posts:
        _begin_with_time(post)
        for box in post.iter(*_BOXES, "header"):  # by these names the extractor would take it for all, or leave it out
            box.tag = "section" if box.tag in ("article", "header") else box.tag
            for name in _NAMES:
                box.attrib.pop(name, None)
    for holder in {post.getparent() for post in posts}:
        if holder is not None and next(holder.iterancestors("article", "main"), None) is None:
            holder.tag = holder.tag if holder.tag == "main" else "article"


def _is_live(page: HtmlElement) -> bool:
    kinds = page.xpath("//@itemtype | //script[contains(@type, 'ld+json')]/text()")
    return any(_KIND in kind for kind in kinds)


def _dated_posts(page: HtmlElement) -> list[HtmlElement]:
    """Return the boxes side by side, each with a time and a paragraph, that say the most; one alone is none."""
    stamps = filter(_is_alone, islice(page.iter("time"), _MOST))
    boxes = dict.fromkeys(box for stamp in stamps for box in islice(stamp.iterancestors(*_BOXES), _DEEP))
    return _row([box for box in boxes if _paragraph(box) is not None], 2)


def _headed_posts(page: HtmlElement) -> list[HtmlElement]:
    """Return the articles side by side that have most of the text of a page, each with a heading that leads nowhere.

    Nothing says that such a page is live. A teaser's heading leads to its article, and a comment has none.
    """
    posts = _row([post for post in islice(page.iter("article"), _MOST) if _is_headed(post)], _FEWEST)
    return posts if sum(map(_said, posts)) > _SHARE * _said(page) else []


def _row(boxes: Sequence[HtmlElement], fewest: int) -> list[HtmlElement]:
    """Return those of `boxes` that stand side by side, the `fewest` or more, and say the most."""
    rows = defaultdict[HtmlElement | None, list[HtmlElement]](list)
    for box in boxes:
        rows[box.getparent()].append(box)
    return max((row for row in rows.values() if len(row) >= fewest), key=lambda row: sum(map(_said, row)), default=[])


def _is_headed(post: HtmlElement) -> bool:
    heading = next(post.iter(*_HEADINGS), None)
    if heading is None or heading.tag == "h1" or _paragraph(post) is None:
        return False
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return all((link.get("href") or "#").startswith("#") for link in links)


def _is_alone(time: HtmlElement) -> bool:
    """Whether a time stands in no sentence."""
    around = next(time.iterancestors("p"), time)
    return one_line(around.text_content()) == one_line(time.text_content())


def _paragraph(post: HtmlElement) -> HtmlElement | None:
    """Return the first paragraph of a post that is no time."""
    said = (paragraph for paragraph in post.iter("p") if paragraph.text_content().strip())
    return next((paragraph for paragraph in said if not any(map(_is_alone, paragraph.iter("time")))), None)


def _said(element: HtmlElement) -> int:
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def _begin_with_time(post: HtmlElement) -> None:
    heading, paragraph = next(post.iter(*_HEADINGS), None), _paragraph(post)
    time = next(filter(_is_alone, post.iter("time")), None)
    said = "" if time is None else _clock(time)
    if time is not None:
        time.drop_tree()
    if heading is not None:
        heading.tag = "h2"
        heading.text = f"{said} {heading.text or ''}"
    elif paragraph is not None and said:
        mark = STRONG(said)
        mark.tail, paragraph.text = f" {paragraph.text or ''}", None
        paragraph.insert(0, mark)


def _clock(time: HtmlElement) -> str:
    """Return the hour that readers see; that of the data where they see how long ago it was."""
    shown, given = one_line(time.text_content())[:_LONGEST], time.get("datetime") or ""
    exact = None if _CLOCK.search(shown) else _GIVEN.search(given)
    return exact[1] if exact else shown
