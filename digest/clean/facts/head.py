"""The head of an article on a page: what is printed around its headline, before the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml.html import HtmlElement

from digest.clean.characters import one_line
from digest.clean.facts.bylines import agency_in, begins_byline, byline_names, people
from digest.clean.facts.moments import as_printed, moment, stamps
from digest.clean.facts.near import ELSEWHERE, Near, surroundings
from digest.clean.facts.printed import is_sentence
from digest.clean.pages.visible import pieces, words_of

_LONGEST, _DATED = 150, 6  # characters of a stamp; words of a day before a dash
_DAY = 10  # characters of an ISO day
_BEGINNING = 12  # characters by which a line and the element that holds it are known to begin alike
_DASH = re.compile(r"\s[–—-]+\s")
_CAPTION = "ancestor-or-self::*[contains(@class, 'aption')] | descendant::*[contains(@class, 'aption')]"
_ASIDE = ("aside", "li")
_MOST_SIGNS, _FEW = 20, 4  # author links of a page; people that they name
_CHANGED = re.compile(r"updat|modif", re.IGNORECASE)
_FIRST = re.compile(r"publish|entry-date|posted", re.IGNORECASE)
_BYLINE = re.compile(r"byline|author|writer|contributor|reporter", re.IGNORECASE)
_PICTURE = re.compile(r"credit|caption|photo|image|avatar|bio\b", re.IGNORECASE)
_PROFILE = re.compile(
    r"/(?P<sure>authors?|contributors?|writers?|journalists?|reporters?|autor(?:en)?|auteurs?|yazar(?:lar)?)/+[^/?#]+"
    r"|/(?:people|staff|profiles?|by|team|person)/+[^/?#]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands near the headline.

    `printed`: lines with a day of publication; `updates`: days of a change; `names`: people, and `where` those stand;
    `lines`: all of the bylines.
    """

    printed: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    where: str = ""
    lines: tuple[str, ...] = ()


def page_head(page: HtmlElement, title: str, outlet: str, lang: str = "") -> Head:
    """Return the head of the article on a page in `lang`, which begins about the heading that says `title`."""
    near = list(surroundings(page, title))
    printed, updates = _stamps(near, lang)
    found = (
        (_linked(near, outlet), "author link"),
        (_classed(near, outlet), "byline"),
        (_lettered(near, outlet), "byline"),
        (_signed(page, outlet), "author link"),
    )
    names, where = next(((names, where) for names, where in found if names), ((), ""))
    lines = tuple(text for element, text in near if _is_byline(element, text))
    return Head(printed, updates, names, where, lines)


def _is_change(element: HtmlElement) -> bool:
    marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    return bool(_CHANGED.search(marks)) and not _FIRST.search(marks)


def _linked(near: Near, outlet: str) -> tuple[str, ...]:
    """Return the people whose names are links to pages about them."""
    return _all_named([element for element, _ in near if _is_author_link(element)], outlet)


def _all_named(elements: Iterable[HtmlElement], outlet: str) -> tuple[str, ...]:
    return people((name for element in elements for name in _named(element, outlet)), outlet)


def _named(element: HtmlElement, outlet: str) -> tuple[str, ...]:
    """Return the people in an element: those that stand between tags, else those of all its words."""
    texts = pieces(element)
    names = takewhile(lambda piece: not piece.endswith(":") or begins_byline(piece), texts)
    return people(names, outlet) or people([" ".join(texts)], outlet)


def _stamps(near: Near, lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that say a day of publication, and the days of changes."""
    changed = {text for element, text in near if _is_change(element)}
    printed: list[str] = []
    updates: list[str] = []
    for element, words in near:
        given = one_line(element.get("datetime") or "")[:_LONGEST] if element.tag == "time" else ""
        says_when = any(map(str.isdecimal, given + words))
        if not says_when or element.find(".//time") is not None or element.xpath(_CAPTION):
            continue
        text = _day_alone(words)
        for line in filter(None, (_as_shown(given, text, lang), text)):
            said = stamps(line, lang)
            if words in changed:
                updates.append(said.updated or said.published)
            else:
                updates.append(said.updated)
                printed.extend([line] if said.published else [])
    return tuple(dict.fromkeys(printed)), tuple(dict.fromkeys(filter(None, updates)))


def _day_alone(text: str) -> str:
    """Return a line that is no sentence, or the few words that stand before a sentence and a dash."""
    if not is_sentence(text):
        return text
    first, *rest = _DASH.split(text, maxsplit=1)
    return first if rest and len(first.split()) <= _DATED else ""


def _as_shown(given: str, text: str, lang: str) -> str:
    """Return what an element's data say as the day that readers see in it; nothing if they say another one."""
    if not given:
        return ""
    told, shown = moment(given), stamps(text, lang).published
    local = as_printed(told, [text], lang) if told and shown else ""
    return given if not (told and shown) else local if local[:_DAY] == shown[:_DAY] else ""


def _signed(page: HtmlElement, outlet: str) -> tuple[str, ...]:
    """Return the people whom a whole page calls its authors, if they are few enough to be the article's."""
    signs = page.xpath("(//*[@rel='author' or @itemprop='author'])[position() <= $most]", most=_MOST_SIGNS)
    own = (sign for sign in signs if next(sign.iterancestors(*ELSEWHERE, *_ASIDE), None) is None)
    names = _all_named(own, outlet)
    return names if len(names) <= _FEW else ()


def _is_author_link(element: HtmlElement) -> bool:
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
        return True
    found = _PROFILE.search(element.get("href") or "") if element.tag == "a" else None
    return bool(found and (found["sure"] or _stands_in_byline(element)))


def _stands_in_byline(element: HtmlElement) -> bool:
    around = [element, *islice(element.iterancestors(), 3)]
    return any(_BYLINE.search(_marks(near)) for near in around) or begins_byline(words_of(around[1]))


def _classed(near: Near, outlet: str) -> tuple[str, ...]:
    """Return the people in elements that call themselves bylines: the first of them, and those that are like it."""
    likely = [(_marks(element), element) for element, text in near if text and _is_marked(element)]
    found = [(marks, element, _named(element, outlet)) for marks, element in likely]
    first = next((marks for marks, element, names in found if names or agency_in(pieces(element))), "")
    return people((name for marks, _, names in found if marks == first for name in names), outlet)


def _is_marked(element: HtmlElement) -> bool:
    marks = _marks(element)
    return bool(_BYLINE.search(marks)) and not _PICTURE.search(marks)


def _is_byline(element: HtmlElement, text: str) -> bool:
    return _is_author_link(element) or begins_byline(text) or bool(_BYLINE.search(_marks(element)))


def _marks(element: HtmlElement) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "data-testid", "data-qa", "itemprop"))


def _lettered(near: Near, outlet: str) -> tuple[str, ...]:
    """Return the people of the first line that begins with "By": of that line alone, not of what holds it."""
    lines = [text for _, text in near if begins_byline(text)]
    first = sorted((text for text in lines if _is_same(text, lines[0])), key=len)
    return next((names for text in first if (names := byline_names(text, outlet))), ())


def _is_same(line: str, first: str) -> bool:
    """Whether a line holds the first one, or is what stands in it, behind one word at most: "Interview By Jane Doe"."""
    label = first.partition(line)[0]
    return line[:_BEGINNING] == first[:_BEGINNING] or (label != first and len(label.split()) == 1)
