"""An entry's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from digest.model import ANNOTATIONS, Annotation, Article, Definition, Entry, Related, Story
from digest.render.cards import SEPARATOR, Desk
from digest.render.sheets import Context, Sheet
from digest.render.structured import article_data
from digest.render.views import EntryView, Link, Part, Picture, RelatedCard, StorySoFar
from digest.render.words import locale_name

# Words a minute: texts of the same content read aloud in 17 languages, Trauzettel-Klosinski and Dietz 2012 (IReST).
PACES = {"ar": 138, "de": 179, "en": 228, "es": 218, "fr": 195, "it": 188, "nl": 202, "pt": 181, "ru": 184, "tr": 166}
PACE = 184  # the mean of all 17, for a language that was not measured, such as Kurdish
_IN_ADDRESSES = "/%?#[]@!$&'()*+,;=:~"  # what an author's address may have; the rest is written with %
_REASONS = 3  # terms that two related entries share, which are named
_BEFORE, _AFTER = 4, 2  # parts of a story that are shown around an entry


def entry_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield the page of each entry."""
    surroundings = Surroundings.of(desk)
    for entry in desk.digest.entries:
        yield entry_page(desk, entry, surroundings)


@dataclass(frozen=True)
class Surroundings:
    """What stands around entries: by address those before and after each in its first theme, and its story's parts."""

    neighbours: Mapping[str, tuple[Entry | None, Entry | None]]
    places: Mapping[str, int]
    stories: Mapping[str, Story]

    @classmethod
    def of(cls, desk: Desk) -> Surroundings:
        """Take it from a digest."""
        places = {entry.address: n for parts in desk.digest.told.values() for n, entry in enumerate(parts)}
        return cls(_neighbours(desk), places, {story.slug: story for story in desk.digest.stories})


def entry_page(desk: Desk, entry: Entry, surroundings: Surroundings) -> Sheet:
    """Return the page of an entry."""
    story = surroundings.stories.get(entry.article.story)
    around = _around(desk, story, surroundings.places[entry.address]) if story else ()
    beside = surroundings.neighbours[entry.address]
    related = desk.digest.related.get(entry.address, ())
    return desk.sheet(
        entry.address,
        "entry.html",
        partial(_page, entry=entry, story=story, around=around, related=related, beside=beside),
        origin=entry.article.path,
        texts=(entry,),
        text=(desk.face(entry), entry.abstract.print),
        terms=[desk.term_faces[slug] for slug in entry.terms],
        story=(story.title, story.slug, len(desk.digest.told[story.slug]), desk.faces(around)) if story else (),
        related=[(desk.face(one.entry), _shared(desk, one)) for one in related],
        neighbours=[desk.face(one) if one else None for one in beside],
        share=desk.shares.get(entry.address),
        annotations=entry.address in desk.digest.anchors,
    )


def alias_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield a page at each old address of an entry, which leads to the new one."""
    for entry in desk.digest.entries:
        for alias in entry.article.aliases:
            view = partial(_redirect, entry=entry)
            origin = entry.article.path
            yield desk.sheet(alias, "redirect.html", view, origin=origin, indexed=False, entry=desk.face(entry))


def _redirect(desk: Desk, _: object, *, entry: Entry) -> Context:
    own, article = desk.speaking(entry.article.lang), entry.article
    meta = own.meta(entry.address, article.title, "redirect", index=False)
    return own.context(meta, target=own.link(article.title, entry.address, article.lang))


def _page(
    desk: Desk,
    texts: Sequence[Annotation],
    *,
    entry: Entry,
    story: Story | None,
    around: Sequence[Entry],
    related: Sequence[Related],
    beside: tuple[Entry | None, Entry | None],
) -> Context:
    article, own = entry.article, desk.speaking(entry.article.lang)
    meta = own.meta(
        entry.address,
        article.title,
        "entry",
        article.summary,
        structured=article_data(own, entry),
        annotations=own.href(entry.address + ANNOTATIONS) if entry.address in own.digest.anchors else "",
        locale=locale_name(article.lang),
        published=article.date.iso,
        modified=article.changed.iso,
    )
    so_far = _so_far(own, entry, story, around) if story else None
    return own.context(meta, entry=entry_view(own, entry, texts[0], so_far, related, beside))


def entry_view(
    desk: Desk,
    entry: Entry,
    annotation: Annotation,
    story: StorySoFar | None,
    related: Sequence[Related],
    beside: tuple[Entry | None, Entry | None],
) -> EntryView:
    """Return everything that an entry's page shows; `beside` are the entries before and after it."""
    article = entry.article
    return EntryView(
        title=article.title,
        href=desk.href(entry.address),
        **desk.marks(article.lang),
        when=desk.when(article.date),
        updated=desk.when(article.updated) if article.updated else None,
        year=f"{article.date.day.year:04}",
        summary=article.summary,
        html=annotation.html,
        note=annotation.note,
        minutes=max(1, round(annotation.words / PACES.get(article.lang.split("-")[0], PACE))),
        draft=article.draft,
        authors=article.authors,
        dateline=article.dateline,
        agency=article.agency,
        picture=_picture(desk, article),
        themes=desk.theme_links(entry),
        sources=desk.cited(article.sources),
        terms=tuple(desk.term_card(slug, article.date.day) for slug in entry.linked),
        aliases=_joined(desk, entry, lambda definition: definition.names),
        spellings=_joined(desk, entry, lambda definition: definition.spellings, annotation.spellings),
        story=story,
        corrections=tuple(desk.corrected(entry, correction) for correction in article.corrections),
        related=tuple(RelatedCard(desk.card(one.entry), _shared(desk, one)) for one in related),
        earlier=_link(desk, beside[0]),
        later=_link(desk, beside[1]),
    )


def _link(desk: Desk, entry: Entry | None) -> Link | None:
    return desk.link(entry.article.title, entry.address, entry.article.lang) if entry else None


def _picture(desk: Desk, article: Article) -> Picture | None:
    image = article.image
    return Picture(desk.href(quote(image.src, safe=_IN_ADDRESSES)), image.alt, image.credit) if image else None


def _shared(desk: Desk, related: Related) -> tuple[str, ...]:
    return tuple(desk.terms[slug].term for slug in related.terms[:_REASONS])


def _joined(
    desk: Desk, entry: Entry, names: Callable[[Definition], tuple[str, ...]], more: tuple[str, ...] = ()
) -> str:
    """Names of every term that an entry mentions, and more: the search finds it by any of them."""
    found = (name for slug in entry.terms for name in names(desk.digest.definitions[slug]))
    return SEPARATOR.join(dict.fromkeys([*found, *more]))


def _around(desk: Desk, story: Story, place: int) -> tuple[Entry, ...]:
    """Return the parts of a story around one of its entries."""
    return desk.digest.told[story.slug][max(0, place - _BEFORE) : place + _AFTER + 1]


def _so_far(desk: Desk, entry: Entry, story: Story, around: Sequence[Entry]) -> StorySoFar:
    return StorySoFar(
        title=story.title,
        href=desk.href(story.address),
        parts=tuple(_part(desk, part, current=part.address == entry.address) for part in around),
        total=len(desk.digest.told[story.slug]),
        **desk.marks(""),
    )


def _part(desk: Desk, entry: Entry, *, current: bool) -> Part:
    article = entry.article
    return Part(article.title, desk.href(entry.address), desk.when(article.date), current, **desk.marks(article.lang))


def _neighbours(desk: Desk) -> dict[str, tuple[Entry | None, Entry | None]]:
    """Return the entries before and after each in its first theme."""
    found: dict[str, tuple[Entry | None, Entry | None]] = {entry.address: (None, None) for entry in desk.digest.entries}
    for slug in desk.themes.keys() & desk.digest.themed.keys():
        entries = desk.digest.themed[slug]
        for number, entry in enumerate(entries):
            if entry.article.themes[0] == slug:
                earlier = entries[number + 1] if number + 1 < len(entries) else None
                found[entry.address] = (earlier, entries[number - 1] if number else None)
    return found
