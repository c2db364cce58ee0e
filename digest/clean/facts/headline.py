"""The headline of a page, of which its data and its headings may say different things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from itertools import islice

from lxml.html import HtmlElement

from digest.clean.characters import folded, legible, one_line
from digest.clean.facts.linked import LinkedArticle

_LONGEST, _MOST_HEADINGS = 300, 10  # characters; a page with more h1 has no headline among them
_SAME = 0.6  # difflib's ratio from which a heading is taken for the page's own title
_ENDED = re.compile(r"(?P<own>.*\S)\s+[|–—·»:-]+\s+(?P<label>[^|–—·»]*)")
_BEGUN = re.compile(r"(?P<label>[^|–—·»:]{1,40}?)\s*[|–—·»:]\s+(?P<own>.*)")
_ENTITLED = "//h2[{0}] | //h3[{0}]".format(
    " or ".join(f"contains(@class, '{name}')" for name in ("post-title", "entry-title", "article-title", "headline"))
)
_OF_SITE = (
    ".//a[@href='/' or @rel='home'] | parent::a[@href='/' or @rel='home']"
    " | self::*[contains(@class, 'site-title') or contains(@class, 'logo') or contains(@class, 'brand')]"
)
_FEW = 2  # words of a title that may be a section's or the site's
_LABEL, _SHORT = 3, 15  # words beside the title in a heading, as "Live updates"; characters of no title to look for


def headline(
    page: HtmlElement, linked: LinkedArticle, metas: Mapping[str, Sequence[str]], outlet: str, host: str = ""
) -> tuple[str, str]:
    """Return the title and where it stands: the heading that the page's data agree with, else what the data say.

    The names of the outlet, of its `host` and of the section are no part of it.
    """
    headings, sites = _headings(page)
    names = [folded(name) for name in (outlet, host, *sites) if name]
    labels = [*names, folded(linked.section)] if linked.section else names
    headings = [_alone(heading, labels) for heading in headings]
    told = [(_alone(text, labels), where) for text, where in _told(page, linked, metas)]
    told = [(title, where) for title, where in told if not _is_generic(title, headings, names)]
    if not told:
        return (headings[0], "heading") if len(headings) == 1 else ("", "")
    titles = {folded(title) for title, _ in told}
    best = max(headings, key=lambda heading: _likeness(heading, titles), default="")
    if not best or _likeness(best, titles) < _SAME:
        return told[0]
    return next((fact for fact in told if _has_label(best, fact[0])), (best, "heading"))


def _headings(page: HtmlElement) -> tuple[list[str], list[str]]:
    """Return the texts of the headings that may be the article's, and of those that lead to the site's first page."""
    found = list(islice(page.iter("h1"), _MOST_HEADINGS)) or page.xpath(_ENTITLED)[:_MOST_HEADINGS]
    sites = [heading for heading in found if heading.xpath(_OF_SITE)]
    texts = ((heading, _text(heading.text_content())) for heading in found)
    said = [(heading, text) for heading, text in texts if 0 < len(text) <= _LONGEST]
    return [text for heading, text in said if heading not in sites], [
        text for heading, text in said if heading in sites
    ]


def _is_generic(title: str, headings: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a page's data name the site or a section, while its one heading says more."""
    few = len(title.split()) <= _FEW
    return (
        len(headings) == 1
        and folded(title) != folded(headings[0])
        and (folded(title) in names or (few and len(headings[0].split()) > len(title.split())))
    )


def _told(page: HtmlElement, linked: LinkedArticle, metas: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    told = [(linked.headline, "JSON-LD headline")]
    told += [(value, f"meta {name}") for name in ("og:title", "twitter:title") for value in metas.get(name, ())]
    told.append((page.findtext(".//title") or "", "title of the page"))
    texts = ((_text(text), where) for text, where in told)
    return ((text, where) for text, where in texts if 0 < len(text) <= _LONGEST)


def _likeness(heading: str, titles: Set[str]) -> float:
    said = folded(heading)
    return 1.0 if said in titles else max(SequenceMatcher(None, said, title).ratio() for title in titles)


def _alone(title: str, labels: Sequence[str]) -> str:
    """Return a title without the name of its outlet or section at either end."""
    if "::" in title:
        title = max((part.strip() for part in title.split("::")), key=lambda part: len(part.split()))
    ended = _ENDED.fullmatch(title)
    said = folded(ended["label"]) if ended else ""
    if ended and said and any(said in label or label in said for label in labels):
        title = ended["own"]
    begun = _BEGUN.fullmatch(title)
    return begun["own"] if begun and folded(begun["label"]) in labels else title


def _has_label(heading: str, title: str) -> bool:
    """Whether a heading is a title with the name of a column before it or a word or two after it."""
    rest = heading.removeprefix(title) if heading.startswith(title) else heading.removesuffix(title)
    if len(title) < _SHORT or rest == heading or rest.rstrip().endswith(":"):
        return False
    return 0 < len(rest.split()) <= _LABEL and (rest[0].isalnum() or rest[0].isspace())


def _text(value: str) -> str:
    return one_line(legible(value))
