"""The glossary: A–Z, and a page (or several) a term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from digest.model import GLOSSARY, BackLink, Term, Validity
from digest.render.cards import SEPARATOR, Desk
from digest.render.chart import chart
from digest.render.definitions import SHORT, clipped, current
from digest.render.structured import term_data
from digest.render.views import Link, Quote, Sheet, TermCard, TermView
from digest.render.words import direction


def glossary_page(desk: Desk) -> Iterator[Sheet]:
    """Return the list of all terms by their first letter."""
    letters: dict[str, list[TermCard]] = defaultdict(list)
    alphabet = desk.words.alphabet
    for term in sorted(desk.digest.terms, key=lambda term: (alphabet.order(term.term), term.slug)):
        letters[alphabet.heading(term.term)].append(replace(desk.term_card(term.slug, date.max), note=""))
    meta = desk.meta(GLOSSARY, desk.words("glossary"), "glossary", desk.words("glossary_summary"))
    yield desk.sheet(GLOSSARY, "glossary.html", meta, letters=dict(letters))


def term_pages(desk: Desk) -> Iterator[Sheet]:
    """Return the pages of each term, its mentions newest first."""
    for term in desk.digest.terms:
        links = desk.digest.mentioned.get(term.slug, ())
        view = term_view(desk, term, links)
        for address, shown, pager in desk.paged(term.address, links):
            meta = desk.meta(
                address,
                term.term,
                "term",
                view.short,
                feed=desk.digest.config.absolute(term.address),
                index=pager.number == 1,
                structured=term_data(desk, term),
            )
            quotes = tuple(_quote(desk, link) for link in shown)
            yield desk.sheet(address, "term.html", meta, term.path, term=view, mentions=quotes, pager=pager)


def term_view(desk: Desk, term: Term, links: tuple[BackLink, ...]) -> TermView:
    """Return everything that a term's page shows besides the mentions."""
    definition = desk.digest.definitions[term.slug]
    now = current(term, definition)
    return TermView(
        slug=term.slug,
        term=term.term,
        name=term.name if term.name != term.term else "",
        kind=desk.words(f"kind_{term.kind}") if term.kind else "",
        html=definition.html,
        now=now if now != definition.short else "",
        short=clipped(now, SHORT),
        names=tuple(name for name in term.shown_names if name != term.name),
        native=tuple((lang, direction(lang), name) for lang, name in term.native),
        versions=tuple(
            (_period(desk, validity), text, note)
            for validity, (text, note) in zip(term.valid, definition.versions, strict=True)
        ),
        related=tuple(_link(desk, desk.terms[slug]) for slug in desk.relatives[term.slug]),
        links=tuple(Link(name.capitalize(), url) for name, url in term.links),
        sources=desk.cited(term.sources),
        reviewed=desk.day(term.reviewed),
        count=len(links),
        first=desk.card(links[-1].entry) if links else None,
        last=desk.card(links[0].entry) if links else None,
        chart=chart([link.entry.article.date.day for link in links], desk.words),
        aliases=SEPARATOR.join(definition.names),
        spellings=SEPARATOR.join(definition.spellings),
        **desk.marks(term.scope.lang),
    )


def _link(desk: Desk, term: Term) -> Link:
    return desk.link(term.term, term.address, term.scope.lang)


def _quote(desk: Desk, link: BackLink) -> Quote:
    mention = link.mention
    return Quote(desk.card(link.entry), mention.before, mention.surface, mention.after)


def _period(desk: Desk, validity: Validity) -> str:
    since, until = desk.day(validity.since), desk.day(validity.until)
    if since and until:
        return desk.words("from_until", since=since.text, until=until.text)
    if until:
        return desk.words("until", until=until.text)
    return desk.words("since", since=since.text) if since else ""
