"""Editions: the entries of a day, week or month with their whole texts, made to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from digest.model import EDITIONS, Annotation, Edition, Entry
from digest.render.cards import Desk
from digest.render.definitions import clipped
from digest.render.sheets import Context, Sheet
from digest.render.syndicate import standalone
from digest.render.views import Group, Link, Whole

_DESCRIPTION = 300  # characters of an edition's description, which are its titles
_NEWS = 2  # entries shown with an edition in the list
_RECENT = 12  # editions in the list of all that show entries


def edition_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield the list of editions and each edition."""
    editions = desk.digest.editions
    shown = [
        (one.name, len(one.entries), desk.faces(one.entries[::-1][: _NEWS if number < _RECENT else 1]))
        for number, one in enumerate(editions)
    ]
    yield desk.sheet(EDITIONS, "groups.html", _list, editions=shown)
    for number, edition in enumerate(editions):
        later = editions[number - 1] if number else None
        earlier = editions[number + 1] if number + 1 < len(editions) else None
        yield desk.sheet(
            edition.address,
            "edition.html",
            partial(_page, edition=edition, earlier=earlier, later=later),
            texts=edition.entries,
            entries=[(desk.face(entry), entry.abstract.print) for entry in edition.entries],
            terms=[desk.term_faces[slug] for slug in desk.explained(edition.entries)],
            neighbours=[one.name if one else None for one in (earlier, later)],
        )


def edition_title(desk: Desk, edition: Edition) -> str:
    """Return an edition's title in the reader's words, such as "Week of 7 April 2025"."""
    length = desk.digest.config.edition
    if length == "month":
        return desk.words.month(edition.first)
    return desk.words(f"edition_{length}", day=desk.words.when(edition.first).text)


def edition_group(desk: Desk, edition: Edition, *, show: int = 0) -> Group:
    """Return an edition for a list, which shows so many of its entries."""
    return desk.group(edition_title(desk, edition), edition.address, edition.entries[::-1], show=show)


def _list(desk: Desk, _: object) -> Context:
    meta = desk.meta(EDITIONS, desk.words("editions"), "editions", desk.words("editions_summary"))
    groups = (
        edition_group(desk, edition, show=_NEWS if number < _RECENT else 0)
        for number, edition in enumerate(desk.digest.editions)
    )
    return desk.context(meta, groups=tuple(groups))


def _page(
    desk: Desk, texts: Sequence[Annotation], *, edition: Edition, earlier: Edition | None, later: Edition | None
) -> Context:
    titles = "; ".join(entry.article.title for entry in edition.entries)
    title, last = edition_title(desk, edition), edition.entries[-1].day
    terms = (desk.term_card(slug, last) for slug in desk.explained(edition.entries))
    return desk.context(
        desk.meta(edition.address, title, "edition", clipped(titles, _DESCRIPTION)),
        title=title,
        texts=tuple(_whole(desk, entry, text) for entry, text in zip(edition.entries, texts, strict=True)),
        terms=tuple(sorted(terms, key=lambda term: desk.words.alphabet.order(term.term))),
        earlier=_link(desk, earlier),
        later=_link(desk, later),
    )


def _link(desk: Desk, edition: Edition | None) -> Link | None:
    return Link(edition_title(desk, edition), desk.href(edition.address)) if edition else None


def _whole(desk: Desk, entry: Entry, text: Annotation) -> Whole:
    return Whole(desk.card(entry), standalone(text.html), standalone(text.note), desk.cited(entry.article.sources))
