"""What a page says about its article: better nothing than something wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import SequenceMatcher

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from digest.clean.blocks import ends_sentence
from digest.clean.characters import folded, legible, one_line
from digest.clean.draft import Metadata
from digest.clean.facts import agency_named
from digest.clean.links import target

_ARTICLE = re.compile(r"Article|BlogPosting|Report", re.IGNORECASE)
_LARGEST_SCRIPT = 1_000_000  # characters
_DATES = {"original_date": True, "extensive_search": True, "max_date": "2099-12-31"}  # a fixed bound: this room asks no clock
_PUBLISHED = ("article:published_time", "og:article:published_time", "datePublished", "parsely-pub-date", "sailthru.date", "date", "pubdate", "DC.date.issued")
_AUTHOR = ("author", "parsely-author", "sailthru.author", "byl", "article:author", "dc.creator")
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_NOT_PEOPLE = re.compile(
    r"\b(?:staff|team|desk|news|newsroom|editors?|editorial|admin|correspondents?|reporters?|writers?|agenc(?:y|ies)|press|media|tv|magazine|published|author|posts?|company|university|institute|associated)\b",
    re.IGNORECASE,
)
_SUMMARY = range(40, 400)  # characters
_SAME_TITLE = 0.6  # difflib's ratio from which a heading is taken for the page's own title


def page_metadata(page: HtmlElement, url: str) -> Metadata:
    """Return what `page` says for sure; `url` is where it came from, as far as that is known."""
    linked = next(_linked_articles(page), {})
    found = extract_metadata(page, url or None, dict(_DATES))
    outlet = _text(_meta(page, "og:site_name")) or _text(_name(linked.get("publisher")))
    return Metadata(
        title=_title(page, linked, outlet),
        date=_moment(linked.get("datePublished")) or _first(map(_moment, _metas(page, _PUBLISHED))) or _text(found.date),
        authors=_authors(page, linked, outlet, _text(found.author)),
        outlet=outlet,
        language=_language(page),
        summary=_summary(_text(_meta(page, "og:description") or _meta(page, "description"))),
        url=url or target(_first(page.xpath("//link[@rel='canonical']/@href")) or _meta(page, "og:url")),
    )


def _title(page: HtmlElement, linked: dict[str, object], outlet: str) -> str:
    """Arbitrate: the heading that the page's own data agree with, else the data, without the outlet's name."""
    told = [_text(linked.get("headline")), _text(_meta(page, "og:title")), _text(_meta(page, "twitter:title")), _text(page.findtext(".//title"))]
    titles = [title for title in (_without_outlet(title, outlet) for title in told) if title]
    headings = [text for text in (_text(heading.text_content()) for heading in page.iter("h1")) if text]
    if not titles:
        return headings[0] if len(headings) == 1 else ""
    likeness, heading = max(((_likeness(heading, titles), heading) for heading in headings), default=(0.0, ""), key=lambda pair: pair[0])
    return heading if likeness >= _SAME_TITLE else titles[0]


def _likeness(heading: str, titles: Iterable[str]) -> float:
    return max(SequenceMatcher(None, folded(heading), folded(title)).ratio() for title in titles)


def _without_outlet(title: str, outlet: str) -> str:
    head, mark, tail = re.match(r"(?s)(.*?)(?:\s+([|–—·»:-]+)\s+([^|–—·»]*))?$", title).groups()  # type: ignore[union-attr]
    known = folded(outlet)
    return head if mark and known and (folded(tail) in known or known in folded(tail)) else title


def _authors(page: HtmlElement, linked: dict[str, object], outlet: str, found: str) -> tuple[str, ...]:
    people = [_text(_name(author)) for author in _listed(linked.get("author")) if not _is_organisation(author)]
    for names in (people, _metas(page, _AUTHOR), found.split("; ")):
        split = [part for name in names for part in re.split(r",|;|\band\b|&|\|", re.sub(r"(?i)^by ", "", _text(name)))]
        if authors := tuple(dict.fromkeys(name for part in split if _is_person(name := part.strip(), outlet))):
            return authors
    return ()


def _is_person(name: str, outlet: str) -> bool:
    if not _PERSON.fullmatch(name) or not name[0].isupper() or _NOT_PEOPLE.search(name) or agency_named(name):
        return False
    return not outlet or folded(name) not in folded(outlet)


def _is_organisation(author: object) -> bool:
    return isinstance(author, dict) and "Organization" in str(author.get("@type"))


def _linked_articles(page: HtmlElement) -> Iterator[dict[str, object]]:
    """Yield the articles in a page's JSON-LD, however deep."""
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(script[:_LARGEST_SCRIPT], strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, dict) and any(_ARTICLE.search(str(kind)) for kind in _listed(node.get("@type"))):
                yield node
            waiting.extend(node if isinstance(node, list) else node.values() if isinstance(node, dict) else ())


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value] if value else []


def _name(value: object) -> object:
    value = next(iter(_listed(value)), "")
    return value.get("name") if isinstance(value, dict) else value


def _text(value: object) -> str:
    return one_line(legible(value)) if isinstance(value, str) else ""


def _meta(page: HtmlElement, name: str) -> str:
    return _first(page.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name))


def _metas(page: HtmlElement, names: Iterable[str]) -> Iterator[str]:
    return (content for content in (_meta(page, name) for name in names) if content)


def _first(found: Iterable[str]) -> str:
    return next((str(text).strip() for text in found if text and text.strip()), "")


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
