"""Structured data: JSON-LD on the pages, and the glossary as one set of defined terms (schema.org)."""

from __future__ import annotations

import json
from typing import Any

from digest.model import GLOSSARY, HOME, TERMS_JSONLD, Entry, Term
from digest.render.cards import Desk
from digest.render.definitions import current
from digest.render.sheets import Sheet

CONTEXT = "https://schema.org"


def article_data(desk: Desk, entry: Entry) -> str:
    """Return what an entry is, on what it is based and what it is about, as JSON for its page."""
    article, config = entry.article, desk.digest.config
    data: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": config.absolute(entry.address),
        "headline": article.title,
        "datePublished": article.date.iso,
        "dateModified": article.changed.iso,
        "inLanguage": article.lang,
        "publisher": {"@type": "Organization", "name": config.title, "url": config.absolute(HOME)},
        "isBasedOn": [citation.url for citation in article.sources if citation.url],
        "about": [{"@id": _id(desk, desk.terms[slug])} for slug in entry.linked],
    }
    if share := desk.share(entry.address):
        data["image"] = [share.url]
    if article.summary:
        data["description"] = article.summary
    if article.authors:
        data["author"] = [{"@type": "Person", "name": name} for name in article.authors]
    return script(data)


def term_data(desk: Desk, term: Term) -> str:
    """Return a term's definition as JSON for its page."""
    return script({"@context": CONTEXT, **_term(desk, term)})


def site_data(desk: Desk) -> str:
    """Return what the site is, as JSON for its home page."""
    config = desk.digest.config
    data = {"@context": CONTEXT, "@type": "WebSite", "@id": config.absolute(HOME), "name": config.title}
    return script({**data, "url": config.absolute(HOME), "inLanguage": config.language, "description": config.tagline})


def glossary_jsonld(desk: Desk) -> Sheet:
    """Return the whole glossary for machines."""
    terms = [(term, current(term, desk.digest.definitions[term.slug])) for term in desk.digest.terms]
    return desk.sheet(TERMS_JSONLD, "", _glossary, indexed=False, terms=terms)


def _glossary(desk: Desk, _: object) -> str:
    data = {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "@id": desk.digest.config.absolute(GLOSSARY),
        "name": f"{desk.digest.config.title}: {desk.words('glossary')}",
        "inLanguage": desk.digest.config.language,
        "hasDefinedTerm": [_term(desk, term) for term in desk.digest.terms],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def script(data: object) -> str:
    """Return JSON that is safe inside a `<script>`: no `<` can end it."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _term(desk: Desk, term: Term) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@type": "DefinedTerm",
        "@id": _id(desk, term),
        "name": _said(desk, term, term.term),
        "description": _said(desk, term, current(term, desk.digest.definitions[term.slug])),
        "url": desk.digest.config.absolute(term.address),
        "inDefinedTermSet": desk.digest.config.absolute(GLOSSARY),
    }
    names = [*term.shown_names, *(name for _, name in term.native)]
    same_as = [url for _, url in term.links]
    return data | ({"alternateName": names} if names else {}) | ({"sameAs": same_as} if same_as else {})


def _said(desk: Desk, term: Term, text: str) -> str | dict[str, str]:
    """A text of a term, with its language where that is not the glossary's."""
    lang = term.scope.lang
    return {"@value": text, "@language": lang} if lang and lang != desk.digest.config.language else text


def _id(desk: Desk, term: Term) -> str:
    return desk.digest.config.absolute(term.address) + "#term"
