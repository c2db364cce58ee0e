"""What a page says about its article: better nothing than something wrong."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from difflib import SequenceMatcher
from itertools import islice

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from digest.clean.blocks import ends_sentence
from digest.clean.bylines import is_person
from digest.clean.characters import folded, legible, one_line
from digest.clean.draft import Metadata
from digest.clean.links import target

_ARTICLE = re.compile(r"Article|BlogPosting|Report", re.IGNORECASE)
_LARGEST_SCRIPT = 1_000_000  # characters
_LONGEST_TITLE, _MOST_HEADINGS = 300, 10  # characters; a page with more h1 has no headline among them
# The last day that is believed is fixed, since the default is today's.
_DATES = {"original_date": True, "extensive_search": True, "max_date": "2099-12-31"}
_PUBLISHED = ("article:published_time", "datePublished", "parsely-pub-date", "sailthru.date", "date", "DC.date.issued")
_AUTHOR = ("author", "parsely-author", "sailthru.author", "byl", "article:author", "dc.creator")
_AND = re.compile(r",|;|\band\b|&|\|")
_BY = re.compile(r"by ", re.IGNORECASE)
_TITLE = re.compile(r"(?P<own>.*\S)\s+[|–—·»:-]+\s+(?P<outlet>[^|–—·»]*)")
_SUMMARY = range(40, 400)  # characters
_SAME_TITLE = 0.6  # difflib's ratio from which a heading is taken for the page's own title

Linked = Mapping[str, object]


def page_metadata(page: HtmlElement, url: str) -> Metadata:
    """Return what `page` says for sure; `url` is where it came from, as far as that is known."""
    linked: Linked = next(_linked_articles(page), {})
    found = extract_metadata(page, url or None, dict(_DATES))
    outlet = _text(_meta(page, "og:site_name")) or _text(_name(linked.get("publisher")))
    published = [linked.get("datePublished"), *(_meta(page, name) for name in _PUBLISHED)]
    return Metadata(
        title=_title(page, linked, outlet),
        date=_first(map(_moment, published)) or _text(found.date),
        authors=_authors(page, linked, outlet, _text(found.author)),
        outlet=outlet,
        language=_language(page),
        summary=_summary(_text(_meta(page, "og:description") or _meta(page, "description"))),
        url=url or target(_first(page.xpath("//link[@rel='canonical']/@href")) or _meta(page, "og:url")),
    )


def _title(page: HtmlElement, linked: Linked, outlet: str) -> str:
    """Arbitrate: the heading that the page's own data agree with, else the data, without the outlet's name."""
    told = (linked.get("headline"), _meta(page, "og:title"), _meta(page, "twitter:title"), page.findtext(".//title"))
    titles = [_without_outlet(title, outlet) for title in map(_text, told) if 0 < len(title) <= _LONGEST_TITLE]
    headings = [_text(heading.text_content()) for heading in islice(page.iter("h1"), _MOST_HEADINGS)]
    headings = [heading for heading in headings if 0 < len(heading) <= _LONGEST_TITLE]
    if not titles:
        return headings[0] if len(headings) == 1 else ""
    best = max(headings, key=lambda heading: _likeness(heading, titles), default="")
    return best if best and _likeness(best, titles) >= _SAME_TITLE else titles[0]


def _likeness(heading: str, titles: Iterable[str]) -> float:
    return max(SequenceMatcher(None, folded(heading), folded(title)).ratio() for title in titles)


def _without_outlet(title: str, outlet: str) -> str:
    found, known = _TITLE.fullmatch(title), folded(outlet)
    if not found or not known:
        return title
    said = folded(found["outlet"])
    return found["own"] if said in known or known in said else title


def _authors(page: HtmlElement, linked: Linked, outlet: str, found: str) -> tuple[str, ...]:
    people = [_name(author) for author in _listed(linked.get("author")) if not _is_organisation(author)]
    for names in (people, [_meta(page, name) for name in _AUTHOR], found.split("; ")):
        parts = [part.strip() for name in names for part in _AND.split(_BY.sub("", _text(name), count=1))]
        if authors := tuple(dict.fromkeys(part for part in parts if is_person(part) and not _within(part, outlet))):
            return authors
    return ()


def _within(name: str, outlet: str) -> bool:
    return folded(name) in folded(outlet)


def _is_organisation(author: object) -> bool:
    return isinstance(author, dict) and "Organization" in str(author.get("@type"))


def _linked_articles(page: HtmlElement) -> Iterator[Linked]:
    """Yield the articles in a page's JSON-LD, however deep."""
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = deque([json.loads(str(script)[:_LARGEST_SCRIPT], strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.popleft()
            if isinstance(node, dict):
                if any(_ARTICLE.search(str(kind)) for kind in _listed(node.get("@type"))):
                    yield node
                waiting.extend(node.values())
            elif isinstance(node, list):
                waiting.extend(node)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value] if value else []


def _name(value: object) -> object:
    first = next(iter(_listed(value)), "")
    return first.get("name") if isinstance(first, dict) else first


def _text(value: object) -> str:
    return one_line(legible(value)) if isinstance(value, str) else ""


def _meta(page: HtmlElement, name: str) -> str:
    return _first(page.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name))


def _first(found: Iterable[object]) -> str:
    return next((stripped for text in found if (stripped := str(text).strip())), "")


def _moment(value: object) -> str:
    """Return a time with its offset, or the day alone where there is none, as ISO 8601; nothing for what is neither."""
    try:
        moment = datetime.fromisoformat(_text(value))
    except ValueError:
        return ""
    return moment.isoformat(timespec="seconds") if moment.tzinfo else moment.date().isoformat()


def _language(page: HtmlElement) -> str:
    found = re.match(r"[a-z]{2,3}(?=$|[-_])", _first(page.xpath("/html/@lang | /html/@xml:lang")).lower())
    return found[0] if found else ""


def _summary(text: str) -> str:
    return text if len(text) in _SUMMARY and ends_sentence(text) and not text.endswith(("...", "…")) else ""
