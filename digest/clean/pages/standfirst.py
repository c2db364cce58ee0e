"""A page's standfirst, told by its markup; that of a plain text, told by its place, is in `facts.credits`."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import islice

from lxml.html import HtmlElement

from digest.clean.characters import folded, legible, one_line

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What outlets' style sheets call it: dek, news-deck, standfirst, sub-headline, article__subtitle, subHeading.
_CLASS = re.compile(
    r"""
    (?<![^\W_]) (?:sub-?)? (?:dek|deck|stand-?first) (?![a-z])
    | (?<![^\W_]) sub [-_]{0,2} (?:head|headline|header|heading|title|line) (?![a-z])
    """,
    re.VERBOSE,
)
_HEADER = re.compile(r"(?:header|masthead|headline)(?![a-z])", re.IGNORECASE)
_AROUND = 3  # elements around a paragraph that may be the header
_TAGS = frozenset({"h2", "h3", "h4", "p", "div", "span", "em"})
_INNER = ("p", "h1", "h2", "h3", "ul", "ol", "form", "button", "time", "figure", "script", "style", "address")
_HEADINGS, _NEAR = 10, 30  # headings that may be the headline; elements after it among which a standfirst stands
_LONGEST, _WORDS = 700, range(5, 90)  # characters, words
_OTHERS = 3  # paragraphs under one headline; among more it is one of the article's


def find_standfirst(page: HtmlElement, title: str, descriptions: Container[str]) -> str:
    """Return the standfirst of the `page` whose headline is `title`; nothing where it has none.

    It stands soon after the headline, and is either one of the page's `descriptions` (folded), or called a standfirst
    by its class. The article's first paragraph is none, though many pages describe themselves by it.
    """
    headline = _headline(page, folded(title))
    after = headline.xpath("following::*[position() <= $near]", near=_NEAR) if headline is not None else []
    found = ((element, _text(element)) for element in after if element.tag in _TAGS)
    return next((text for element, text in found if text and _is_one(element, text, descriptions)), "")


def _headline(page: HtmlElement, title: str) -> HtmlElement | None:
    headings = list(islice(page.iter("h1"), _HEADINGS))
    named = (heading for heading in headings if folded(heading.text_content()) == title)
    return next(named, headings[0] if len(headings) == 1 else None)


def _text(element: HtmlElement) -> str:
    if any(inner is not element for inner in element.iter(*_INNER)):
        return ""
    text = one_line(legible(element.text_content()))
    return text if len(text) <= _LONGEST and len(text.split()) in _WORDS else ""


def _is_one(element: HtmlElement, text: str, descriptions: Container[str]) -> bool:
    if _CLASS.search(_CAMEL.sub("-", element.get("class") or "").lower()):
        return True
    return folded(text) in descriptions and (element.tag != "p" or _is_in_header(element))


def _is_in_header(paragraph: HtmlElement) -> bool:
    """Whether `paragraph` stands apart from the article's, with the headline."""
    around = list(islice(paragraph.iterancestors(), _AROUND))
    if any(element.tag == "header" or _HEADER.search(element.get("class") or "") for element in around):
        return True
    return around[0].find("h1") is not None and len(around[0].findall("p")) <= _OTHERS
