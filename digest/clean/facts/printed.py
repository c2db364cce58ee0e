"""Days that a page prints around its article: stamps, and the data of its tags, but no sentence, embed or teaser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice

from lxml.html import HtmlElement

from digest.clean.blocks import ends_sentence
from digest.clean.characters import comparable, one_line
from digest.clean.facts.moments import moment, says_published, stamps
from digest.clean.pages.visible import words_of
from digest.clean.rules import TIMESTAMP, rules_for

_LONGEST, _MOST = 150, 5_000  # characters of a stamp; elements that are looked at
_SENTENCE = 6  # words from which a line with a point at its end is one
_HEADLINE = 5  # words of a link that is one
_OTHERS = (
    ".//blockquote | .//q | .//figure | .//iframe"
    " | .//*[contains(@class, 'twitter-') or contains(@class, 'instagram-')]"
    " | .//meta[contains(@property, 'modif') or contains(@property, 'update')]"
)
_STAMP = ".//time | .//abbr[contains(@class, 'published')]"
_DATA = ("datetime", "content", "title", "data-date", "data-time", "data-published")
_ISO_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_FIGURE = re.compile(r"\d")
_DAY = 10  # characters of an ISO day
_POINTS = "de"  # a language that writes 9.4.2025 for the ninth of April


def without_body(page: HtmlElement) -> HtmlElement:
    """Return a copy of a page without what it quotes or embeds, its sentences and its teasers of other articles.

    Of a page whose headline stands in an article, it is of that alone: around it may be the day of the visit.
    """
    named = page.xpath("//article[.//h1]")
    around = deepcopy(named[0] if len(named) == 1 else page)
    around.tail = None
    said = (one for one in islice(around.iter("p"), _MOST) if _is_said(one))
    teasers = (box for link in islice(around.iter("a"), _MOST) for box in _teaser(link))
    for element in [*around.xpath(_OTHERS), *said, *teasers]:
        if element.getparent() is not None:
            element.drop_tree()
    return around


def stated_day(page: HtmlElement, lang: str) -> str:
    """Return the one day that a page in `lang` calls that of publication, else the one on lines of its own; or nothing.

    Where such lines say several days, they may be those of other reports.
    """
    told = [(line, day[:_DAY]) for line in _lines(page) if (day := stamps(line, lang).published)]
    called = {day for line, day in told if says_published(line) and not is_sentence(line)}
    alone = {day for line, day in told if _is_stamp(line, lang)}
    return next((days.pop() for days in (called, alone) if len(days) == 1), "") if len(called) < 2 else ""


def is_sentence(line: str) -> bool:
    """Whether a line says something, rather than when an article was published: that may end in "p.m."."""
    return ends_sentence(line) and len(line.split()) >= _SENTENCE and not _is_stamp(line, "en")


def _is_stamp(line: str, lang: str) -> bool:
    return any(rule.fits(comparable(line)) for rule in rules_for(lang) if rule.name == TIMESTAMP)


def printed_days(page: HtmlElement, lang: str) -> set[str]:
    """Return the days of publication in the lines and the data of a page in `lang`."""
    return {day[:_DAY] for day in _days(page, lang) if day}


def _days(page: HtmlElement, lang: str) -> Iterator[str]:
    for element in islice(page.iter(), _MOST):
        if not isinstance(element.tag, str):
            continue
        yield from (moment(element.get(name) or "") for name in _DATA)
        if element.tag == "script":
            yield from _ISO_DAY.findall(element.text or "")
    for line in _lines(page):
        yield from _told(line, lang)


def _lines(page: HtmlElement) -> Iterator[str]:
    for element in islice(page.iter(), _MOST):
        if isinstance(element.tag, str) and element.tag != "script":
            for line in {words_of(element), one_line(element.text or ""), one_line(element.tail or "")}:
                if len(line) <= _LONGEST and _FIGURE.search(line):
                    yield line


def _told(line: str, lang: str) -> Iterator[str]:
    yield stamps(line, lang).published
    if "." in line:
        yield stamps(line, _POINTS).published


def _teaser(link: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the item or the box in which a link stands that is the headline of another article."""
    if len(words_of(link).split()) >= _HEADLINE:
        yield from islice(link.iterancestors("li", "aside"), 1)


def _is_said(element: HtmlElement) -> bool:
    line = one_line(words_of(element))
    if element.xpath(_STAMP):
        return False
    return len(line) > _LONGEST or is_sentence(line)
