"""An entry's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from digest.model import ANNOTATIONS, Article, Definition, Entry, Story
from digest.render.cards import SEPARATOR, Desk
from digest.render.structured import article_data
from digest.render.views import EntryView, Link, Part, Picture, RelatedCard, Sheet, StorySoFar
from digest.render.words import locale_name

# Words a minute: texts of the same content read aloud in 17 languages, Trauzettel-Klosinski and Dietz 2012 (IReST).
PACES = {"ar": 138, "de": 179, "en": 228, "es": 218, "fr": 195, "it": 188, "nl": 202, "pt": 181, "ru": 184, "tr": 166}
PACE = 184  # the mean of all 17, for a language that was not measured, such as Kurdish
_IN_ADDRESSES = "/%?#[]@!$&'()*+,;=:~"  # what an author's address may have; the rest is written with %
_BEFORE, _AFTER = 4, 2  # parts of a story that are shown around an entry


def entry_pages(desk: Desk) -> Iterator[Sheet]:
    """Return the page of each entry."""
    neighbours = _neighbours(desk)
    places = {entry.address: n for parts in desk.digest.told.values() for n, entry in enumerate(parts)}
    stories = {story.slug: story for story in desk.digest.stories}
    for entry in desk.digest.entries:
        story = stories.get(entry.article.story)
        own = desk.speaking(entry.article.lang)
        view = entry_view(own, entry, _so_far(own, entry, story, places) if story else None, neighbours)
        yield _sheet(own, entry, view)


def alias_pages(desk: Desk) -> Iterator[Sheet]:
    """Return a page at each old address of an entry, which leads to the new one."""
    for entry in desk.digest.entries:
        for alias in entry.article.aliases:
            own = desk.speaking(entry.article.lang)
            meta = own.meta(entry.address, entry.article.title, "redirect", index=False)
            target = own.link(entry.article.title, entry.address, entry.article.lang)
            yield own.sheet(alias, "redirect.html", meta, entry.article.path, target=target)


def _sheet(desk: Desk, entry: Entry, view: EntryView) -> Sheet:
    article = entry.article
    meta = desk.meta(
        entry.address,
        article.title,
        "entry",
        article.summary,
        structured=article_data(desk, entry),
        annotations=desk.href(entry.address + ANNOTATIONS) if entry.address in desk.digest.anchors else "",
        locale=locale_name(article.lang),
        published=article.date.iso,
        modified=article.changed.iso,
    )
    return desk.sheet(entry.address, "entry.html", meta, article.path, entry=view)


def entry_view(
    desk: Desk,
    entry: Entry,
    story: StorySoFar | None,
    neighbours: Mapping[str, tuple[Entry | None, Entry | None]],
) -> EntryView:
    """Return everything that an entry's page shows."""
    article, annotation = entry.article, entry.annotation
    earlier, later = neighbours[entry.address]
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
        related=_related(desk, entry),
        earlier=_link(desk, earlier),
        later=_link(desk, later),
    )


def _link(desk: Desk, entry: Entry | None) -> Link | None:
    return desk.link(entry.article.title, entry.address, entry.article.lang) if entry else None


def _picture(desk: Desk, article: Article) -> Picture | None:
    image = article.image
    return Picture(desk.href(quote(image.src, safe=_IN_ADDRESSES)), image.alt, image.credit) if image else None


def _related(desk: Desk, entry: Entry) -> tuple[RelatedCard, ...]:
    return tuple(
        RelatedCard(desk.card(found.entry), tuple(desk.terms[slug].term for slug in found.terms[:3]))
        for found in desk.digest.related.get(entry.address, ())
    )


def _joined(
    desk: Desk, entry: Entry, names: Callable[[Definition], tuple[str, ...]], more: tuple[str, ...] = ()
) -> str:
    """Names of every term that an entry mentions, and more: the search finds it by any of them."""
    found = (name for slug in entry.terms for name in names(desk.digest.definitions[slug]))
    return SEPARATOR.join(dict.fromkeys([*found, *more]))


def _so_far(desk: Desk, entry: Entry, story: Story, places: Mapping[str, int]) -> StorySoFar:
    parts = desk.digest.told[story.slug]
    place = places[entry.address]
    shown = parts[max(0, place - _BEFORE) : place + _AFTER + 1]
    return StorySoFar(
        title=story.title,
        href=desk.href(story.address),
        parts=tuple(_part(desk, part, current=part is entry) for part in shown),
        total=len(parts),
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
