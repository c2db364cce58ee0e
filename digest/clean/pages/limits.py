"""What no article's page has, and what would keep the parsers busy for minutes."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

ELEMENTS, TEXT = 12_000, 250_000  # elements; characters. The largest of 375 saved pages have 4,634 and 113,097
_ATTRIBUTE = 2_000  # characters; a longer one holds data, not an address or a class
_SILENT = ("script", "style", "template", "noscript", "svg")
_TAG = 50_000  # characters of a tag besides its quoted values: its attributes are compared pair by pair
_TAGS = re.compile(
    r"""
    <(?:script|style)\b[^<]*+(?:<(?!/(?:script|style))[^<]*+)*+ | <([A-Za-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTED = re.compile(r"""(["']).*?\1""", re.DOTALL)


def has_endless_tag(html: str) -> bool:
    """Whether a tag in `html` is so long that no parser should see it."""
    return any(len(tag) > _TAG and len(_QUOTED.sub("", tag)) > _TAG for tag in _TAGS.findall(html))


def excess(page: HtmlElement) -> str:
    """Return by what `page` is too much for an article; nothing if it is not."""
    if page.xpath("count(//*)") > ELEMENTS:
        return f"the page has more than {ELEMENTS:,} elements"
    if len(page.xpath("string()")) > TEXT and _said(page) > TEXT:
        return f"the page's text has more than {TEXT:,} characters"
    return ""


def _said(page: HtmlElement) -> int:
    """Return how many characters `page` shows, but for the blanks between its elements."""
    texts = (element.text or "" for element in page.iter() if element.tag not in _SILENT)
    return sum(len(text.strip()) for text in (*texts, *(element.tail or "" for element in page.iter())))


def drop_data(page: HtmlElement) -> None:
    """Remove attributes that hold data from `page`, in place."""
    for value in page.xpath("//@*[string-length() > $most]", most=_ATTRIBUTE):
        del value.getparent().attrib[value.attrname]
