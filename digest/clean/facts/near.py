"""What stands near an article's headline on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from digest.clean.characters import folded
from digest.clean.facts.printed import is_sentence
from digest.clean.facts.titles import is_headline
from digest.clean.pages.visible import words_of

Near = Sequence[tuple[HtmlElement, str]]  # elements, each with its words

ELSEWHERE = ("figure", "figcaption", "nav", "footer", "script", "style", "blockquote")
_QUOTED = ("blockquote", "figcaption")
_HEADINGS = ("h1", "h2")
_BEFORE, _AFTER = 25, 150  # elements that are looked at
_MOST_HEADINGS, _LONG_TITLE = 300, 20  # characters of a title that a heading may hold besides others
# Characters of a paragraph that is the article's, and how many of them may come first: a standfirst and a caption.
_PROSE, _MOST_PROSE = 100, 2
_LONGEST = 150  # characters of a byline or a stamp


def surroundings(page: HtmlElement, title: str) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements after and before the headline, which says `title`, each with its words.

    They end where the text begins; what stands in quotations, pictures and menus is left out, and what is too long.
    """
    headings = islice(page.iter(*_HEADINGS), _MOST_HEADINGS)
    headline = next((heading for heading in headings if _says(heading, title)), _only_heading(page))
    if headline is None:
        return
    for element in (*_following(headline), *_preceding(headline)):
        if isinstance(element.tag, str) and not _is_elsewhere(element):
            text = words_of(element)
            if len(text) <= _LONGEST:
                yield element, text


def _only_heading(page: HtmlElement) -> HtmlElement | None:
    """Return a page's one heading of the first level: its data may have a title for search engines."""
    found = list(islice(page.iter("h1"), 2))
    return found[0] if len(found) == 1 and is_headline(words_of(found[0]) or ".") else None


def _is_elsewhere(element: HtmlElement) -> bool:
    holds_other = element.tag == "blockquote" or any(element.find(f".//{tag}") is not None for tag in _QUOTED)
    return holds_other or next(element.iterancestors(*ELSEWHERE), None) is not None


def _following(headline: HtmlElement) -> Iterator[HtmlElement]:
    paragraphs = 0
    for element in headline.xpath("following::*[position() <= $most]", most=_AFTER):
        if element.tag == "p" and _is_prose(words_of(element)) and not _is_elsewhere(element):
            paragraphs += 1
        if paragraphs > _MOST_PROSE:
            return
        yield element


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE or is_sentence(text)


def _preceding(headline: HtmlElement) -> list[HtmlElement]:
    """Return what stands above the headline in the same article, where it is in one."""
    within = next(headline.iterancestors("article"), None)
    before: list[HtmlElement] = headline.xpath("preceding::*[position() <= $most]", most=_BEFORE)
    return [element for element in before if next(element.iterancestors("article"), None) is within]


def _says(heading: HtmlElement, title: str) -> bool:
    said, known = folded(words_of(heading)), folded(title)
    return bool(said) and (said == known or (len(known) >= _LONG_TITLE and known in said))
