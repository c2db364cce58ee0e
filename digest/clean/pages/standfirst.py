"""A page's standfirst, told by its markup; that of a plain text, told by its place, is in `facts.credits`."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import islice, takewhile

from lxml.html import HtmlElement

from digest.clean.blocks import Block, ends_sentence
from digest.clean.characters import folded, legible, one_line
from digest.clean.sift import sift

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
# What else stands there: captions, authors, shares, labels, times, notes.
_OTHER = re.compile(
    r"(?<![a-z])(?:figure|figcaption|captions?|credits?|authors?|by-?lines?|bios?|share|sharing|social|meta|kicker|label"
    r"|breadcrumbs?|tags?|category|section|time|date|published|updated|audio|player|notes?|alert|banner|notice|a|nav|ul"
    r"|ol|footer|aside|disclaimer|disclosure|promo|newsletter|subscri\w{1,5})(?![a-z])"
)
_LINKED, _PHRASE = 0.5, 8  # of a text in links; words of a standfirst without a point
_AROUND = 3  # elements around a paragraph that may be the header
_TAGS = frozenset({"h2", "h3", "h4", "p", "div", "span", "em"})
_INNER = ("p", "h1", "h2", "h3", "ul", "ol", "form", "button", "time", "figure", "script", "style", "address")
_HEADINGS, _NEAR = 10, 30  # headings that may be the headline; elements after it among which a standfirst stands
_LONGEST, _WORDS = 700, range(5, 90)  # characters, words
_OTHERS = 3  # paragraphs under one headline; among more it is one of the article's


def find_standfirst(page: HtmlElement, title: str, descriptions: Container[str]) -> str:
    """Return the standfirst of the `page` whose headline is `title`; nothing where it has none.

    It stands soon after the headline, and is either one of the page's `descriptions` (folded), or called a standfirst
    by its class, or the only sentence of the header that nothing calls otherwise. The article's first paragraph is
    none, though many pages describe themselves by it.
    """
    headline = _headline(page, folded(title))
    after = headline.xpath("following::*[position() <= $near]", near=_NEAR) if headline is not None else []
    found = ((element, _text(element)) for element in after if element.tag in _TAGS)
    told = next((text for element, text in found if text and _is_one(element, text, descriptions)), "")
    return told if told or headline is None else _alone_in_header(headline, page.get("lang") or "")


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


def _alone_in_header(headline: HtmlElement, lang: str) -> str:
    header = next(headline.iterancestors("header"), None)
    if header is None:
        return ""
    after = headline.xpath("following::*[self::p or self::h2 or self::h3][position() <= $near]", near=_NEAR)
    inside = (element for element in after if header in element.iterancestors() and _is_nameless(element, header))
    said = [(element, text) for element in inside if (text := _text(element))]
    texts = [
        text
        for element, text in said
        if element.tag != "p" or _is_sentence(text, is_next=element.getprevious() is headline)
    ]
    is_one = len(texts) == 1 and folded(texts[0]) != folded(headline.text_content())
    return texts[0] if is_one and not sift([Block(0, 1, texts[0])], {}, lang=lang) else ""


def _is_nameless(element: HtmlElement, header: HtmlElement) -> bool:
    """Whether `element` is not called, nor stands in or beside, what else a header may hold."""
    around = [element, *takewhile(lambda box: box is not header, element.iterancestors())]
    names = " ".join(f"{box.tag!s} {box.get('class') or ''}" for box in around)
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    has_picture = len(around) > 1 and next(around[-1].iter("img", "picture", "video"), None) is not None
    return not (_OTHER.search(_CAMEL.sub("-", names).lower()) or has_picture or linked > _LINKED * len(_text(element)))


def _is_sentence(text: str, *, is_next: bool) -> bool:
    """Whether `text` ends as one, or, right after the headline, goes on as one: most words are no names."""
    words = text.split()
    goes_on = is_next and len(words) >= _PHRASE and sum(word[0].islower() for word in words) > len(words) / 2
    return ends_sentence(text) or goes_on
