"""The glossary: A–Z, and a page (or several) a term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from digest.model import GLOSSARY, Entry, Term, Validity, fingerprint, numbered
from digest.render.cards import SEPARATOR, Desk
from digest.render.chart import chart
from digest.render.definitions import SHORT, clipped, current
from digest.render.sheets import Context, Sheet
from digest.render.structured import term_data
from digest.render.views import Link, Pager, Quote, TermCard, TermView
from digest.render.words import direction


def glossary_page(desk: Desk) -> Iterator[Sheet]:
    """Yield the list of all terms by their first letter."""
    yield desk.sheet(GLOSSARY, "glossary.html", _glossary, terms=list(desk.term_faces.values()))


def _glossary(desk: Desk, _: object) -> Context:
    letters: dict[str, list[TermCard]] = defaultdict(list)
    alphabet = desk.words.alphabet
    for term in sorted(desk.digest.terms, key=lambda term: (alphabet.order(term.term), term.slug)):
        letters[alphabet.heading(term.term)].append(replace(desk.term_card(term.slug, date.max), note=""))
    meta = desk.meta(GLOSSARY, desk.words("glossary"), "glossary", desk.words("glossary_summary"))
    return desk.context(meta, letters=dict(letters))


def term_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield the pages of each term, its mentions newest first."""
    sights = defaultdict[str, list[bytes]](list)  # beside the entries that mention a term
    for entry in desk.digest.entries:
        face = desk.face(entry)
        for slug, sight in entry.sights:
            sights[slug].append(face + sight)
    for term in desk.digest.terms:
        entries = desk.digest.mentioned.get(term.slug, ())
        about = term_print(desk, term, entries)
        for address, mentions, pager in desk.paged(term.address, list(zip(entries, sights[term.slug], strict=True))):
            yield desk.sheet(
                address,
                "term.html",
                partial(_page, term=term, shown=[entry for entry, _ in mentions], pager=pager),
                origin=term.path,
                indexed=pager.number == 1,
                about=about,
                mentions=b"".join([sight for _, sight in mentions]),
            )


def term_print(desk: Desk, term: Term, entries: Sequence[Entry]) -> bytes:
    """Return the fingerprint of what a term's pages show besides the mentions: of the entries the first, the last."""
    relatives = (desk.terms[slug] for slug in desk.relatives[term.slug])
    return fingerprint(
        (
            (term, desk.digest.definitions[term.slug]),
            [(other.term, other.slug, other.scope.lang) for other in relatives],
            [citation.name in desk.outlets for citation in term.sources],
            desk.faces([*entries[:1], *entries[-1:]]),
            [entry.day.toordinal() for entry in entries],
        )
    )


def _page(desk: Desk, _: object, *, term: Term, shown: Sequence[Entry], pager: Pager) -> Context:
    view = term_view(desk, term, desk.digest.mentioned.get(term.slug, ()))
    meta = desk.meta(
        numbered(term.address, pager.number),
        term.term,
        "term",
        view.short,
        feed=desk.digest.config.absolute(term.address),
        index=pager.number == 1,
        structured=term_data(desk, term),
    )
    quotes = tuple(_quote(desk, entry, term.slug) for entry in shown)
    return desk.context(meta, term=view, mentions=quotes, pager=pager)


def term_view(desk: Desk, term: Term, entries: Sequence[Entry]) -> TermView:
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
        count=len(entries),
        first=desk.card(entries[-1]) if entries else None,
        last=desk.card(entries[0]) if entries else None,
        chart=chart([entry.day for entry in entries], desk.words),
        aliases=SEPARATOR.join(definition.names),
        spellings=SEPARATOR.join(definition.spellings),
        **desk.marks(term.scope.lang),
    )


def _link(desk: Desk, term: Term) -> Link:
    return desk.link(term.term, term.address, term.scope.lang)


def _quote(desk: Desk, entry: Entry, term: str) -> Quote:
    mention = entry.mention(term)
    return Quote(desk.card(entry), mention.before, mention.surface, mention.after)


def _period(desk: Desk, validity: Validity) -> str:
    since, until = desk.day(validity.since), desk.day(validity.until)
    if since and until:
        return desk.words("from_until", since=since.text, until=until.text)
    if until:
        return desk.words("until", until=until.text)
    return desk.words("since", since=since.text) if since else ""
