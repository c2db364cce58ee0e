"""Days that a page prints around its article: stamps, and the data of its tags, but no sentence, quotation or embed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice

from lxml.html import HtmlElement

from digest.clean.blocks import ends_sentence
from digest.clean.characters import one_line
from digest.clean.facts.moments import moment, stamps
from digest.clean.pages.visible import words_of

_LONGEST, _MOST = 150, 5_000  # characters of a stamp; elements that are looked at
_SENTENCE = 6  # words from which a line with a point at its end is one
_OTHERS = (
    "//blockquote | //q | //figure | //iframe | //*[contains(@class, 'twitter-') or contains(@class, 'instagram-')]"
)
_STAMP = ".//time | .//abbr[contains(@class, 'published')]"
_DATA = ("datetime", "content", "title", "data-date", "data-time", "data-published")
_ISO_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_FIGURE = re.compile(r"\d")
_DAY = 10  # characters of an ISO day
_POINTS = "de"  # a language that writes 9.4.2025 for the ninth of April


def without_body(page: HtmlElement) -> HtmlElement:
    """Return a copy of a page without what it quotes or embeds and without its sentences."""
    around = deepcopy(page)
    for element in [*around.xpath(_OTHERS), *(one for one in islice(around.iter("p"), _MOST) if _is_said(one))]:
        if element.getparent() is not None:
            element.drop_tree()
    return around


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
        else:
            for line in {words_of(element), one_line(element.text or ""), one_line(element.tail or "")}:
                yield from _told(line, lang) if len(line) <= _LONGEST and _FIGURE.search(line) else ()


def _told(line: str, lang: str) -> Iterator[str]:
    yield stamps(line, lang).published
    if "." in line:
        yield stamps(line, _POINTS).published


def _is_said(element: HtmlElement) -> bool:
    line = one_line(words_of(element))
    if element.xpath(_STAMP):
        return False
    return len(line) > _LONGEST or (ends_sentence(line) and len(line.split()) >= _SENTENCE)
