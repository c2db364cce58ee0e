"""What a page says about its article: better nothing than something wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from digest.clean.blocks import ends_sentence
from digest.clean.characters import folded
from digest.clean.draft import Image, Metadata
from digest.clean.facts.bylines import agency_in, people
from digest.clean.facts.days import is_far
from digest.clean.facts.head import Head, page_head
from digest.clean.facts.headline import headline
from digest.clean.facts.language import known_code
from digest.clean.facts.linked import LinkedArticle, linked_article
from digest.clean.facts.metas import NOTHING, Metas, Told, first, metas_of, tagged, values_of
from digest.clean.facts.moments import address_day, as_printed, best_agreed, moment, not_before, stamps
from digest.clean.facts.printed import printed_days, stated_day, without_body
from digest.clean.facts.titles import outlet_of
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
_TITLES = ("og:title", "twitter:title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_MOST_LINKS, _LONGEST = 1_000, 2_000  # tags; characters
_LONGEST_NAME = 80  # characters of an outlet's name, and of an image's credit
_SUMMARY = range(40, 400)  # characters

NOBODY: Told[tuple[str, ...]] = Told((), "")


def page_metadata(page: HtmlElement, url: str) -> Metadata:
    """Return what `page` says for sure; `url` is where it came from, as far as that is known."""
    metas = metas_of(page)
    address = _address(page, metas, url)
    linked = linked_article(page, [*values_of(metas, *_TITLES), page.findtext(".//title") or ""], address.value)
    outlet = _outlet(metas, linked)
    title = Told(*headline(page, linked, metas, outlet.value, outlet_of(address.value)))
    language = _language(page, metas, linked)
    standfirst = find_standfirst(page, title.value, {folded(text) for text in values_of(metas, *_DESCRIPTIONS)})
    head = page_head(page, title.value, outlet.value, language.value)
    date = _published(page, metas, linked, head, address.value, language.value)
    authors = _authors(metas, linked, head, outlet.value)
    if not date.value:
        around, likely = _searched(page, url, language.value)
        changed = first(Told(moment(line), "beside the headline") for line in head.updates)
        date = first([changed, around])  # as in a text, the day of a change is that of the report where none else is
        authors = authors if authors.value else Told(people([likely], outlet.value), "byline")
    facts: dict[str, Told[Any]] = {
        "title": title,
        "date": date,
        "updated": _updated(metas, linked, head, date.value),
        "authors": authors,
        "outlet": outlet,
        "agency": _agency(metas, linked, head, outlet.value),
        "language": language,
        "summary": Told(standfirst, "under the headline") if standfirst else _summary(metas),
        "url": address,
        "image": _image(metas, linked, address.value),
    }
    values = {name: fact.value for name, fact in facts.items()}
    found = {name: fact.where for name, fact in facts.items() if fact.value}
    return Metadata(**values, standfirst=standfirst, found=found)


def _address(page: HtmlElement, metas: Metas, url: str) -> Told[str]:
    links = (link for link in islice(page.iter("link"), _MOST_LINKS) if link.get("rel") == "canonical")
    own = [Told(link.get("href") or "", "canonical link") for link in links] + list(tagged(metas, "og:url"))
    return first([Told(url, "where it was read"), *(Told(target(value), where) for value, where in own)])


def _outlet(metas: Metas, linked: LinkedArticle) -> Told[str]:
    publisher = Told(linked.publisher, "JSON-LD publisher")
    told = [*tagged(metas, "og:site_name"), publisher, *tagged(metas, "application-name")]
    return first((fact for fact in told if "://" not in fact.value), _LONGEST_NAME)


def _published(page: HtmlElement, metas: Metas, linked: LinkedArticle, head: Head, url: str, lang: str) -> Told[str]:
    """Return the day that the page's data say, as it is printed; else the printed one, else that of the address."""
    told = [Told(linked.published, "JSON-LD datePublished"), *tagged(metas, *_PUBLISHED)]
    told += _itemprop(page, "datePublished")
    value, where = best_agreed([(moment(value), where) for value, where in told], head.printed, lang)
    if not value:
        address = Told(address_day(url), "address")
        printed = first(Told(stamps(line, lang).published, "beside the headline") for line in head.printed)
        return address if is_far(printed.value, address.value) else first([printed, address])
    if not head.printed:
        return Told(as_printed(value, [address_day(url)]), where)
    local = as_printed(value, head.printed, lang)
    return Told(local, where if local == value else f"{where}, as printed")


def _itemprop(page: HtmlElement, name: str) -> Iterator[Told[str]]:
    for element in page.xpath("(//*[@itemprop=$name])[position() <= 5]", name=name):
        value = element.get("datetime") or element.get("content") or (element.text or "")[:_LONGEST]
        yield Told(value, f"itemprop {name}")


def _searched(page: HtmlElement, url: str, lang: str) -> tuple[Told[str], str]:
    """Search all of a page but its article, which is slow, for its day and whoever may be its author.

    The day counts if it is printed so: a search also makes days of months and years, and
    knows the months of few languages.
    """
    around = without_body(page)
    found = extract_metadata(around, url or None, dict(_DATES))
    day = moment(found.date or "")
    if not day or day not in printed_days(around, lang):
        day = stated_day(around, lang)
    return Told(day, "words of the page"), found.author or ""


def _updated(metas: Metas, linked: LinkedArticle, head: Head, date: str) -> Told[str]:
    told = [Told(linked.modified, "JSON-LD dateModified"), *tagged(metas, *_MODIFIED)]
    told += [Told(line, "beside the headline") for line in head.updates]
    facts = (Told(moment(value), where) for value, where in told)
    return first(fact for fact in facts if not_before(fact.value, date))


def _authors(metas: Metas, linked: LinkedArticle, head: Head, outlet: str) -> Told[tuple[str, ...]]:
    persons = [author.name for author in linked.authors if author.is_person]
    told = [Told(persons, "JSON-LD author"), Told([*head.names], head.where), *_author_metas(metas)]
    found = (Told(people(names, outlet), where) for names, where in told)
    return next((fact for fact in found if fact.value), NOBODY)


def _agency(metas: Metas, linked: LinkedArticle, head: Head, outlet: str) -> Told[str]:
    named = [author.name for author in linked.authors]
    told = [Told(named, "JSON-LD author"), Told([*head.lines], "byline"), *_author_metas(metas)]
    return first(Told(agency_in(names, outlet), where) for names, where in told)


def _author_metas(metas: Metas) -> Iterator[Told[list[str]]]:
    return (Told(values_of(metas, name), f"meta {name}") for name in _AUTHOR)


def _image(metas: Metas, linked: LinkedArticle, base: str) -> Told[Image | None]:
    address = next(tagged(metas, "og:image", "og:image:url", "twitter:image"), Told(linked.image, "JSON-LD image"))
    alt = first(tagged(metas, "og:image:alt", "twitter:image:alt")).value or linked.image_alt
    source = target(address.value, base)
    shown = Image(source, alt, linked.image_credit[:_LONGEST_NAME]) if source.startswith("http") else None
    return Told(shown, address.where)


def _language(page: HtmlElement, metas: Metas, linked: LinkedArticle) -> Told[str]:
    told = [Told(page.get("lang") or page.get("xml:lang") or "", "html lang")]
    told += [Told(linked.language, "JSON-LD inLanguage"), *tagged(metas, "og:locale", "content-language")]
    return first(Told(known_code(value), where) for value, where in told)


def _summary(metas: Metas) -> Told[str]:
    """Return a description that is a whole sentence, and not one that breaks off."""
    return next((fact for fact in tagged(metas, *_DESCRIPTIONS) if _is_summary(fact.value)), NOTHING)


def _is_summary(text: str) -> bool:
    return len(text) in _SUMMARY and ends_sentence(text) and not text.endswith(("...", "…"))
