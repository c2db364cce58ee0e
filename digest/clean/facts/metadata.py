"""What a page says about its article: better nothing than something wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from digest.clean.blocks import ends_sentence
from digest.clean.characters import folded, legible, one_line
from digest.clean.draft import Image, Metadata
from digest.clean.facts.bylines import agency_in, people
from digest.clean.facts.head import Head, page_head
from digest.clean.facts.headline import headline
from digest.clean.facts.linked import LinkedArticle, linked_article
from digest.clean.facts.moments import address_day, as_printed, best_agreed, moment, not_before, stamps
from digest.clean.links import target
from digest.clean.pages.standfirst import find_standfirst

# The last day that is believed is fixed, since the default is today's.
_DATES = {"original_date": True, "extensive_search": True, "max_date": "2099-12-31"}
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("date", "pubdate", "publishdate", "publish-date", "publication_date", "article.published", "dc.date.issued"),
    *("dcterms.created", "dcterms.date", "dc.date", "citation_publication_date", "cxenseparse:recs:publishtime"),
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified")
_AUTHOR = (
    *("author", "parsely-author", "sailthru.author", "byl", "article:author", "dc.creator", "dcterms.creator"),
    *("citation_author", "cxenseparse:author", "article:author_name", "og:article:author"),
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_MOST_METAS, _MOST_VALUES, _LONGEST = 2_000, 20, 2_000  # tags; values of one name; characters
_LONGEST_NAME = 80  # characters of an outlet's name, and of an image's credit
_SUMMARY = range(40, 400)  # characters

Metas = Mapping[str, Sequence[str]]


class Told(NamedTuple):
    """A value, and where the page says it; both are empty where it doesn't."""

    value: str = ""
    where: str = ""


def page_metadata(page: HtmlElement, url: str) -> Metadata:
    """Return what `page` says for sure; `url` is where it came from, as far as that is known."""
    metas = _metas(page)
    titles = [*_values(metas, "og:title", "twitter:title"), page.findtext(".//title") or ""]
    address = _address(page, metas, url)
    linked = linked_article(page, titles, address.value)
    outlet = _first(
        [*_meta(metas, "og:site_name"), Told(linked.publisher, "JSON-LD publisher"), *_meta(metas, "application-name")],
        _LONGEST_NAME,
    )
    title = Told(*headline(page, linked, metas, outlet.value))
    standfirst = find_standfirst(page, title.value, {folded(text) for text in _values(metas, *_DESCRIPTIONS)})
    head = page_head(page, title.value, outlet.value)
    date = _published(page, metas, linked, head, address.value)
    authors, said = _authors(metas, linked, head, outlet.value)
    if not date.value:
        date, likely = _searched(page, url)
        authors, said = (authors, said) if authors else (people([likely], outlet.value), "byline")
    known = {
        "title": title,
        "date": date,
        "updated": _updated(metas, linked, head, date.value),
        "outlet": outlet,
        "agency": _agency(metas, linked, head, outlet.value),
        "language": _language(page, metas, linked),
        "summary": Told(standfirst, "under the headline") if standfirst else _summary(metas),
        "url": address,
    }
    image, shown = _image(metas, linked, address.value)
    sources = {name: fact.where for name, fact in known.items() if fact.value}
    sources |= {name: where for name, where in (("authors", said if authors else ""), ("image", shown)) if where}
    values = {name: fact.value for name, fact in known.items()}
    return Metadata(**values, standfirst=standfirst, authors=authors, image=image, found=sources)


def _metas(page: HtmlElement) -> Metas:
    """Return the values of each meta tag, and of microdata that say their value in an attribute."""
    metas: defaultdict[str, list[str]] = defaultdict(list)
    tags = islice(page.iter("meta"), _MOST_METAS)
    for tag in tags:
        value = one_line(legible((tag.get("content") or "")[:_LONGEST]))
        names = {(tag.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        for name in names - {""}:
            if value and len(metas[name]) < _MOST_VALUES:
                metas[name].append(value)
    return metas


def _values(metas: Metas, *names: str) -> list[str]:
    return [value for name in names for value in metas.get(name, ())]


def _meta(metas: Metas, *names: str) -> Iterator[Told]:
    for name in names:
        for value in metas.get(name, ()):
            yield Told(value, f"meta {name}")


def _first(told: Iterable[Told], longest: int = _LONGEST) -> Told:
    return next((fact for fact in told if 0 < len(fact.value) <= longest), Told())


def _address(page: HtmlElement, metas: Metas, url: str) -> Told:
    links = (link.get("href") or "" for link in islice(page.iter("link"), 1_000) if link.get("rel") == "canonical")
    own = [Told(target(link), "canonical link") for link in links]
    own += [Told(target(value), where) for value, where in _meta(metas, "og:url")]
    return _first([Told(url, "where it was read"), *own])


def _published(page: HtmlElement, metas: Metas, linked: LinkedArticle, head: Head, url: str) -> Told:
    told = [(linked.published, "JSON-LD datePublished"), *_meta(metas, *_PUBLISHED), *_itemprop(page, "datePublished")]
    value, where = best_agreed([(moment(value), where) for value, where in told], head.printed)
    if value:
        local = as_printed(value, head.printed)
        day = Told(local, where if local == value else f"{where}, as printed")
        return day if local != value or head.printed else Told(as_printed(value, [address_day(url)]), where)
    printed = ((stamps(line).published, "beside the headline") for line in head.printed)
    return _first(map(Told._make, (*printed, (address_day(url), "address"))))


def _searched(page: HtmlElement, url: str) -> tuple[Told, str]:
    """Search all of a page, which is slow, for its day and whoever may be its author."""
    found = extract_metadata(page, url or None, dict(_DATES))
    day = moment(found.date or "")
    is_year = day.endswith("-01-01")  # the year of a copyright line, in most pages
    return Told("" if is_year else day, "words of the page"), found.author or ""


def _updated(metas: Metas, linked: LinkedArticle, head: Head, date: str) -> Told:
    told = [(linked.modified, "JSON-LD dateModified"), *_meta(metas, *_MODIFIED)]
    told += [(line, "beside the headline") for line in head.updates]
    facts = (Told(moment(value), where) for value, where in told)
    return _first(fact for fact in facts if not_before(fact.value, date))


def _itemprop(page: HtmlElement, name: str) -> Iterator[tuple[str, str]]:
    for element in page.xpath("(//*[@itemprop=$name])[position() <= 5]", name=name):
        yield element.get("datetime") or element.get("content") or (element.text or "")[:_LONGEST], f"itemprop {name}"


def _authors(metas: Metas, linked: LinkedArticle, head: Head, outlet: str) -> tuple[tuple[str, ...], str]:
    persons = [author.name for author in linked.authors if author.is_person]
    told: list[tuple[Iterable[str], str]] = [(persons, "JSON-LD author"), (head.names, head.where)]
    told += [(_values(metas, name), f"meta {name}") for name in _AUTHOR]
    found = ((people(names, outlet), where) for names, where in told)
    return next(((names, where) for names, where in found if names), ((), ""))


def _agency(metas: Metas, linked: LinkedArticle, head: Head, outlet: str) -> Told:
    told = [([author.name for author in linked.authors], "JSON-LD author"), (head.lines, "byline")]
    told += [(_values(metas, name), f"meta {name}") for name in _AUTHOR]
    return _first(Told(agency_in(names, outlet), where) for names, where in told)


def _image(metas: Metas, linked: LinkedArticle, base: str) -> tuple[Image | None, str]:
    address = next(_meta(metas, "og:image", "og:image:url", "twitter:image"), Told(linked.image, "JSON-LD image"))
    alt = _first(_meta(metas, "og:image:alt", "twitter:image:alt")).value or linked.image_alt
    source = target(address.value, base)
    if not source.startswith("http"):
        return None, ""
    return Image(source, alt, linked.image_credit[:_LONGEST_NAME]), address.where


def _language(page: HtmlElement, metas: Metas, linked: LinkedArticle) -> Told:
    told = [(page.get("lang") or page.get("xml:lang") or "", "html lang"), (linked.language, "JSON-LD inLanguage")]
    told += _meta(metas, "og:locale", "content-language")
    codes = ((re.match(r"[a-z]{2,3}(?=$|[-_])", value.strip().lower()), where) for value, where in told)
    return next((Told(code[0], where) for code, where in codes if code), Told())


def _summary(metas: Metas) -> Told:
    """Return a description that is a whole sentence, and not one that breaks off."""
    told = _meta(metas, *_DESCRIPTIONS)
    return next((fact for fact in told if _is_summary(fact.value)), Told())


def _is_summary(text: str) -> bool:
    return len(text) in _SUMMARY and ends_sentence(text) and not text.endswith(("...", "…"))
