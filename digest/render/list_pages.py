"""Lists of entries: home, themes, stories, archive, sources, corrections; and the standing pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from digest.model import (
    ARCHIVE,
    CORRECTIONS,
    HOME,
    NOT_FOUND,
    SEARCH,
    SOURCES,
    STORIES,
    THEMES,
    Entry,
    Month,
    Outlet,
    StandingPage,
    Story,
    Theme,
    numbered,
)
from digest.render.cards import Desk
from digest.render.chart import chart
from digest.render.edition_pages import edition_group
from digest.render.sheets import Context, Sheet
from digest.render.structured import site_data
from digest.render.views import Card, Group, Link, Pager
from digest.render.words import direction, own_name

LATEST = 11  # entries on the home page: one that leads, two beside each other, and a list
EXPLAINED = 6  # terms of the latest edition on the home page
KEY_TERMS = 8  # terms beside a story
NEWS = 2  # entries shown with a theme or a story in a list


def home_page(desk: Desk) -> Iterator[Sheet]:
    """Yield the page that readers see first."""
    digest = desk.digest
    edition = digest.editions[0].entries if digest.editions else ()
    yield desk.sheet(
        HOME,
        "home.html",
        _home,
        latest=desk.faces(digest.entries[:LATEST]),
        themes=_theme_prints(desk),
        stories=[_story_print(desk, story) for story in _running(desk)],
        edition=(len(edition), desk.faces(edition)),
        terms=[desk.term_faces[slug] for slug in desk.explained(edition)[:EXPLAINED]],
        total=len(digest.entries),
    )


def _home(desk: Desk, _: object) -> Context:
    digest = desk.digest
    title = f"{digest.config.title} · {digest.config.tagline}" if digest.config.tagline else digest.config.title
    feed = digest.config.absolute(HOME)
    edition = digest.editions[0] if digest.editions else None
    slugs = desk.explained(edition.entries)[:EXPLAINED] if edition else ()
    return desk.context(
        desk.meta(HOME, title, "home", digest.config.tagline, feed=feed, structured=site_data(desk)),
        latest=_cards(desk, digest.entries[:LATEST]),
        themes=_theme_groups(desk),
        stories=tuple(_story_group(desk, story) for story in _running(desk)),
        edition=edition_group(desk, edition) if edition else None,
        explained=tuple(desk.term_card(slug, edition.entries[-1].day) for slug in slugs) if edition else (),
        total=len(digest.entries),
    )


def _running(desk: Desk) -> list[Story]:
    """Return the stories that go on and have entries."""
    return [story for story in desk.digest.stories if story.status == "running" and desk.digest.told.get(story.slug)]


def theme_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield the list of themes and the pages of each."""
    yield desk.sheet(THEMES, "groups.html", _themes, themes=_theme_prints(desk))
    for theme in desk.digest.themes:
        for address, shown, pager in desk.paged(theme.address, desk.digest.themed.get(theme.slug, ())):
            yield desk.sheet(
                address,
                "theme.html",
                partial(_theme, theme=theme, shown=shown, pager=pager),
                origin=theme.path,
                indexed=pager.number == 1,
                about=(theme.slug, theme.title, theme.summary, desk.digest.texts[theme.address], pager.last),
                entries=desk.faces(shown),
            )


def _themes(desk: Desk, _: object) -> Context:
    meta = desk.meta(THEMES, desk.words("themes"), "themes", desk.words("themes_summary"))
    return desk.context(meta, groups=_theme_groups(desk))


def _theme(desk: Desk, _: object, *, theme: Theme, shown: Sequence[Entry], pager: Pager) -> Context:
    address, feed = numbered(theme.address, pager.number), desk.digest.config.absolute(theme.address)
    return desk.context(
        desk.meta(address, theme.title, "theme", theme.summary, feed=feed, index=pager.number == 1),
        theme=theme.title,
        summary=theme.summary,
        html=desk.digest.texts[theme.address],
        cards=_cards(desk, shown),
        pager=pager,
    )


def story_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield the list of stories and the timeline of each."""
    stories = desk.digest.stories
    yield desk.sheet(STORIES, "groups.html", _stories, stories=[_story_print(desk, story) for story in stories])
    for story in stories:
        entries = desk.digest.told.get(story.slug, ())
        yield desk.sheet(
            story.address,
            "story.html",
            partial(_story, story=story),
            origin=story.path,
            about=(story.slug, story.title, story.summary, story.status, desk.digest.texts[story.address]),
            entries=desk.faces(entries),
            terms=[desk.term_faces[slug] for slug in desk.explained(entries)[:KEY_TERMS]],
        )


def _stories(desk: Desk, _: object) -> Context:
    meta = desk.meta(STORIES, desk.words("stories"), "stories", desk.words("stories_summary"))
    return desk.context(meta, groups=tuple(_story_group(desk, story) for story in desk.digest.stories))


def _story(desk: Desk, _: object, *, story: Story) -> Context:
    feed = desk.digest.config.absolute(story.address)
    entries = desk.digest.told.get(story.slug, ())
    terms = (desk.term_card(slug, entries[-1].day) for slug in desk.explained(entries)[:KEY_TERMS])
    return desk.context(
        desk.meta(story.address, story.title, "story", story.summary, feed=feed),
        story=story.title,
        summary=story.summary,
        html=desk.digest.texts[story.address],
        running=story.status == "running",
        cards=_cards(desk, entries),
        terms=tuple(terms),
    )


def archive_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield the list of years and months, and the pages of each month."""
    months = desk.digest.months
    days = [entry.day.toordinal() for entry in desk.digest.entries]
    yield desk.sheet(ARCHIVE, "archive.html", _archive, months=[(m.first, len(m.entries)) for m in months], days=days)
    for month in months:
        yield from _list_pages(desk, month.address, month.entries, partial(_month, month=month), month.first)


def _archive(desk: Desk, _: object) -> Context:
    years: dict[int, list[Link]] = defaultdict(list)
    counts: dict[str, int] = {}
    for month in desk.digest.months:
        link = Link(desk.words.month_name(month.first), desk.href(month.address))
        years[month.first.year].append(link)
        counts[link.href] = len(month.entries)
    meta = desk.meta(ARCHIVE, desk.words("archive"), "archive", desk.words("archive_summary"))
    days = [entry.day for entry in desk.digest.entries]
    return desk.context(meta, years=dict(years), counts=counts, total=len(days), chart=chart(days, desk.words))


def _month(desk: Desk, _: object, *, month: Month, shown: Sequence[Entry], pager: Pager) -> Context:
    address, up = numbered(month.address, pager.number), Link(desk.words("archive"), desk.href(ARCHIVE))
    meta = desk.meta(address, desk.words.month(month.first), "month", index=pager.number == 1)
    return desk.context(meta, cards=_cards(desk, shown), pager=pager, up=up)


def source_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield the list of sources and the pages of each."""
    outlets = desk.digest.outlets
    listed = [(outlet.name, outlet.slug, len(outlet.entries), desk.faces(outlet.entries[:1])) for outlet in outlets]
    yield desk.sheet(SOURCES, "groups.html", _sources, sources=listed)
    for outlet in outlets:
        yield from _list_pages(desk, outlet.address, outlet.entries, partial(_source, outlet=outlet), outlet.name)


def _sources(desk: Desk, _: object) -> Context:
    meta = desk.meta(SOURCES, desk.words("sources"), "sources", desk.words("sources_summary"))
    groups = tuple(desk.group(outlet.name, outlet.address, outlet.entries) for outlet in desk.digest.outlets)
    return desk.context(meta, groups=groups)


def _source(desk: Desk, _: object, *, outlet: Outlet, shown: Sequence[Entry], pager: Pager) -> Context:
    address, up = numbered(outlet.address, pager.number), Link(desk.words("sources"), desk.href(SOURCES))
    summary = desk.words("entries_from", source=outlet.name)
    meta = desk.meta(address, outlet.name, "source", summary, index=pager.number == 1)
    return desk.context(meta, cards=_cards(desk, shown), pager=pager, up=up)


def _list_pages(
    desk: Desk, address: str, entries: Sequence[Entry], view: Callable[..., Context], about: object
) -> Iterator[Sheet]:
    """Yield the pages of a list that is about nothing but a name or a day."""
    for place, shown, pager in desk.paged(address, entries):
        page = partial(view, shown=shown, pager=pager)
        indexed, parts = pager.number == 1, (about, pager.last)
        yield desk.sheet(place, "list.html", page, indexed=indexed, about=parts, entries=desk.faces(shown))


def corrections_page(desk: Desk) -> Iterator[Sheet]:
    """Yield the list of all corrections, newest first."""
    found = [(desk.face(entry), correction) for entry, correction in desk.digest.corrections]
    yield desk.sheet(CORRECTIONS, "corrections.html", _corrections, corrections=found)


def _corrections(desk: Desk, _: object) -> Context:
    meta = desk.meta(CORRECTIONS, desk.words("corrections"), "corrections", desk.words("corrections_summary"))
    corrections = tuple(desk.corrected(entry, correction) for entry, correction in desk.digest.corrections)
    return desk.context(meta, corrections=corrections)


def standing_pages(desk: Desk) -> Iterator[Sheet]:
    """Yield the search page, the page for lost readers, and what authors wrote into `content/pages/`."""
    yield desk.sheet(SEARCH, "search.html", _search, languages=list(_languages(desk)))
    yield desk.sheet(NOT_FOUND, "404.html", _not_found, indexed=False)
    for page in desk.digest.pages:
        about = (page.slug, page.title, desk.digest.texts[page.address])
        yield desk.sheet(page.address, "page.html", partial(_standing, page=page), origin=page.path, about=about)


def _search(desk: Desk, _: object) -> Context:
    meta = desk.meta(SEARCH, desk.words("search"), "search", desk.words("search_summary"))
    return desk.context(meta, languages=tuple(_languages(desk)))


def _not_found(desk: Desk, _: object) -> Context:
    return desk.context(desk.meta(NOT_FOUND, desk.words("not_found"), "missing", index=False))


def _standing(desk: Desk, _: object, *, page: StandingPage) -> Context:
    meta = desk.meta(page.address, page.title, "page")
    return desk.context(meta, title=page.title, html=desk.digest.texts[page.address])


def _languages(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield the languages that can be searched, the site's own first: without regions, as the search's shards are."""
    tags = (desk.site.lang, *{entry.article.lang for entry in desk.digest.entries})
    own, *others = (tag.split("-")[0] for tag in tags)
    for lang in (own, *sorted({*others} - {own})):
        yield lang, direction(lang), own_name(lang)


def _cards(desk: Desk, entries: Sequence[Entry]) -> tuple[Card, ...]:
    return tuple(desk.card(entry) for entry in entries)


def _theme_groups(desk: Desk) -> tuple[Group, ...]:
    return tuple(
        desk.group(theme.title, theme.address, desk.digest.themed.get(theme.slug, ()), theme.summary, show=NEWS)
        for theme in desk.digest.themes
    )


def _theme_prints(desk: Desk) -> list[object]:
    themed = [(theme, desk.digest.themed.get(theme.slug, ())) for theme in desk.digest.themes]
    return [(one.slug, one.title, one.summary, len(found), desk.faces(found[:NEWS])) for one, found in themed]


def _story_group(desk: Desk, story: Story) -> Group:
    newest_first = desk.digest.told.get(story.slug, ())[::-1]
    running = story.status == "running"
    return desk.group(story.title, story.address, newest_first, story.summary, running=running, show=NEWS)


def _story_print(desk: Desk, story: Story) -> object:
    told = desk.digest.told.get(story.slug, ())
    return (story.slug, story.title, story.summary, story.status, len(told), desk.faces(told[-NEWS:]))
