"""What a page's own style sheet says is not its article, and the extractor leaves in."""

from __future__ import annotations

import re

from lxml.etree import Comment, strip_elements
from lxml.html import HtmlElement

# Whole words of a class or an id, alone or as a part: `ps-promo`, `recirc__list`, `popularPosts`. A box called "read
# more" is none of them: often it holds the rest of the article.
_PARTS = re.compile(
    r"""
    (?<![A-Za-z0-9])
    (?:promos?|recirc(?:ulation)?|light-?box|trending|popular|recommended|most-?(?:read|viewed)
    |print-(?:only|block)|only-print|visible-print(?:-block)?)
    (?![a-z0-9])
    """,
    re.VERBOSE,
)
_TAGS = frozenset({"div", "section", "aside", "ul", "ol", "li", "p", "figure", "article"})
_MOST = 0.1  # of the text in a page's paragraphs: a box with more of it is no aside, whatever it is called


_UNSEEN = ("style", "svg", "iframe", "noscript", Comment)


def drop_unseen(page: HtmlElement) -> None:
    """Remove what `page` does not show, in place: the extractor copies all that is there several times.

    Its data are left: the extractor looks into them.
    """
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            script.tag = "style"
    strip_elements(page, *_UNSEEN, with_tail=False)


def prune(page: HtmlElement) -> None:
    """Remove promotions, lists of popular articles and what is for print alone from `page`, in place."""
    named = [element for element in page.iter(*_TAGS) if _is_beside(element)]
    whole = _prose(page) if named else 0
    for element in named:
        if _prose(element) <= _MOST * whole:
            element.drop_tree()


def _prose(element: HtmlElement) -> int:
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def _is_beside(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_PARTS.search(names)) and next(element.iter("h1"), None) is None
