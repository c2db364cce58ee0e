"""Lists of entries: home, themes, stories, editions, archive, sources, corrections; and the standing pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from digest.model import (
    ARCHIVE,
    CORRECTIONS,
    EDITIONS,
    HOME,
    NOT_FOUND,
    SEARCH,
    SOURCES,
    STORIES,
    THEMES,
    Edition,
    Entry,
    Story,
)
from digest.render.cards import Desk
from digest.render.chart import chart
from digest.render.definitions import clipped
from digest.render.structured import site_data
from digest.render.syndicate import standalone
from digest.render.views import Card, Group, Link, Sheet, TermCard, Whole
from digest.render.words import direction, own_name

_DESCRIPTION = 300  # characters of an edition's description, which are its titles
LATEST = 11  # entries on the home page: one that leads, two beside each other, and a list
EXPLAINED = 6  # terms of the latest edition on the home page
KEY_TERMS = 8  # terms beside a story
NEWS = 2  # entries shown with a theme, a story or an edition in a list
RECENT = 12  # editions in the list of all that show entries


def home_page(desk: Desk) -> Iterator[Sheet]:
    """Return the page that readers see first."""
    digest = desk.digest
    title = f"{digest.config.title} · {digest.config.tagline}" if digest.config.tagline else digest.config.title
    meta = desk.meta(
        HOME,
        title,
        "home",
        digest.config.tagline,
        feed=digest.config.absolute(HOME),
        structured=site_data(desk),
    )
    running = [story for story in digest.stories if story.status == "running" and digest.told.get(story.slug)]
    yield desk.sheet(
        HOME,
        "home.html",
        meta,
        latest=tuple(desk.card(entry) for entry in digest.entries[:LATEST]),
        themes=tuple(_theme_groups(desk)),
        stories=tuple(_story_group(desk, story) for story in running),
        edition=_edition_group(desk, digest.editions[0]) if digest.editions else None,
        explained=tuple(_explained(desk, digest.editions[0])[:EXPLAINED]) if digest.editions else (),
        total=len(digest.entries),
    )


def theme_pages(desk: Desk) -> Iterator[Sheet]:
    """Return the list of themes and the pages of each."""
    meta = desk.meta(THEMES, desk.words("themes"), "themes", desk.words("themes_summary"))
    yield desk.sheet(THEMES, "groups.html", meta, groups=tuple(_theme_groups(desk)))
    for theme in desk.digest.themes:
        feed = desk.digest.config.absolute(theme.address)
        for address, shown, pager in desk.paged(theme.address, desk.digest.themed.get(theme.slug, ())):
            meta = desk.meta(address, theme.title, "theme", theme.summary, feed=feed, index=pager.number == 1)
            cards = _cards(desk, shown)
            html = desk.digest.texts[theme.address]
            yield desk.sheet(
                address,
                "theme.html",
                meta,
                theme.path,
                theme=theme.title,
                summary=theme.summary,
                html=html,
                cards=cards,
                pager=pager,
            )


def story_pages(desk: Desk) -> Iterator[Sheet]:
    """Return the list of stories and the timeline of each."""
    meta = desk.meta(STORIES, desk.words("stories"), "stories", desk.words("stories_summary"))
    yield desk.sheet(
        STORIES, "groups.html", meta, groups=tuple(_story_group(desk, story) for story in desk.digest.stories)
    )
    for story in desk.digest.stories:
        feed = desk.digest.config.absolute(story.address)
        meta = desk.meta(story.address, story.title, "story", story.summary, feed=feed)
        entries = desk.digest.told.get(story.slug, ())
        yield desk.sheet(
            story.address,
            "story.html",
            meta,
            story.path,
            story=story.title,
            summary=story.summary,
            html=desk.digest.texts[story.address],
            running=story.status == "running",
            cards=_cards(desk, entries),
            terms=tuple(desk.explained(entries, entries[-1].article.date.day)[:KEY_TERMS]) if entries else (),
        )


def edition_pages(desk: Desk) -> Iterator[Sheet]:
    """Return the list of editions and each edition with its entries' whole texts, made to be printed."""
    editions = desk.digest.editions
    meta = desk.meta(EDITIONS, desk.words("editions"), "editions", desk.words("editions_summary"))
    groups = [
        _edition_group(desk, edition, show=NEWS if number < RECENT else 0) for number, edition in enumerate(editions)
    ]
    yield desk.sheet(EDITIONS, "groups.html", meta, groups=tuple(groups))
    for number, edition in enumerate(editions):
        title = edition_title(desk, edition)
        later = _edition_link(desk, editions[number - 1]) if number else None
        earlier = _edition_link(desk, editions[number + 1]) if number + 1 < len(editions) else None
        meta = desk.meta(
            edition.address,
            title,
            "edition",
            clipped("; ".join(entry.article.title for entry in edition.entries), _DESCRIPTION),
        )
        yield desk.sheet(
            edition.address,
            "edition.html",
            meta,
            title=title,
            texts=tuple(_whole(desk, entry) for entry in edition.entries),
            terms=tuple(sorted(_explained(desk, edition), key=lambda term: desk.words.alphabet.order(term.term))),
            earlier=earlier,
            later=later,
        )


def archive_pages(desk: Desk) -> Iterator[Sheet]:
    """Return the list of years and months, and the pages of each month."""
    years: dict[int, list[Link]] = defaultdict(list)
    counts: dict[str, int] = {}
    for month in desk.digest.months:
        link = Link(desk.words.month_name(month.first), desk.href(month.address))
        years[month.first.year].append(link)
        counts[link.href] = len(month.entries)
    meta = desk.meta(ARCHIVE, desk.words("archive"), "archive", desk.words("archive_summary"))
    days = [entry.article.date.day for entry in desk.digest.entries]
    yield desk.sheet(
        ARCHIVE, "archive.html", meta, years=dict(years), counts=counts, total=len(days), chart=chart(days, desk.words)
    )
    for month in desk.digest.months:
        title = desk.words.month(month.first)
        for address, shown, pager in desk.paged(month.address, month.entries):
            meta = desk.meta(address, title, "month", index=pager.number == 1)
            yield desk.sheet(
                address,
                "list.html",
                meta,
                cards=_cards(desk, shown),
                pager=pager,
                up=Link(desk.words("archive"), desk.href(ARCHIVE)),
            )


def source_pages(desk: Desk) -> Iterator[Sheet]:
    """Return the list of sources and the pages of each."""
    meta = desk.meta(SOURCES, desk.words("sources"), "sources", desk.words("sources_summary"))
    groups = tuple(desk.group(outlet.name, outlet.address, outlet.entries) for outlet in desk.digest.outlets)
    yield desk.sheet(SOURCES, "groups.html", meta, groups=groups)
    for outlet in desk.digest.outlets:
        for address, shown, pager in desk.paged(outlet.address, outlet.entries):
            meta = desk.meta(
                address,
                outlet.name,
                "source",
                desk.words("entries_from", source=outlet.name),
                index=pager.number == 1,
            )
            yield desk.sheet(
                address,
                "list.html",
                meta,
                cards=_cards(desk, shown),
                pager=pager,
                up=Link(desk.words("sources"), desk.href(SOURCES)),
            )


def corrections_page(desk: Desk) -> Iterator[Sheet]:
    """Return the list of all corrections, newest first."""
    meta = desk.meta(CORRECTIONS, desk.words("corrections"), "corrections", desk.words("corrections_summary"))
    corrections = tuple(desk.corrected(entry, correction) for entry, correction in desk.digest.corrections)
    yield desk.sheet(CORRECTIONS, "corrections.html", meta, corrections=corrections)


def standing_pages(desk: Desk) -> Iterator[Sheet]:
    """Return the search page, the page for lost readers, and what authors wrote into `content/pages/`."""
    meta = desk.meta(SEARCH, desk.words("search"), "search", desk.words("search_summary"))
    yield desk.sheet(SEARCH, "search.html", meta, languages=tuple(_languages(desk)))
    meta = desk.meta(NOT_FOUND, desk.words("not_found"), "missing", index=False)
    yield desk.sheet(NOT_FOUND, "404.html", meta)
    for page in desk.digest.pages:
        meta = desk.meta(page.address, page.title, "page")
        yield desk.sheet(
            page.address, "page.html", meta, page.path, title=page.title, html=desk.digest.texts[page.address]
        )


def _languages(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield the languages that can be searched, the site's own first: without regions, as the search's shards are."""
    tags = (desk.site.lang, *{entry.article.lang for entry in desk.digest.entries})
    own, *others = (tag.split("-")[0] for tag in tags)
    for lang in (own, *sorted({*others} - {own})):
        yield lang, direction(lang), own_name(lang)


def edition_title(desk: Desk, edition: Edition) -> str:
    """Return an edition's title in the reader's words, such as "Week of 7 April 2025"."""
    length = desk.digest.config.edition
    if length == "month":
        return desk.words.month(edition.first)
    return desk.words(f"edition_{length}", day=desk.words.when(edition.first).text)


def _whole(desk: Desk, entry: Entry) -> Whole:
    html, note = standalone(entry.annotation.html), standalone(entry.annotation.note)
    return Whole(desk.card(entry), html, note, desk.cited(entry.article.sources))


def _explained(desk: Desk, edition: Edition) -> list[TermCard]:
    return desk.explained(edition.entries, edition.entries[-1].article.date.day)


def _cards(desk: Desk, entries: Iterable[Entry]) -> tuple[Card, ...]:
    return tuple(desk.card(entry) for entry in entries)


def _theme_groups(desk: Desk) -> Iterator[Group]:
    for theme in desk.digest.themes:
        yield desk.group(theme.title, theme.address, desk.digest.themed.get(theme.slug, ()), theme.summary, show=NEWS)


def _story_group(desk: Desk, story: Story) -> Group:
    newest_first = desk.digest.told.get(story.slug, ())[::-1]
    running = story.status == "running"
    return desk.group(story.title, story.address, newest_first, story.summary, running=running, show=NEWS)


def _edition_group(desk: Desk, edition: Edition, *, show: int = 0) -> Group:
    return desk.group(edition_title(desk, edition), edition.address, edition.entries[::-1], show=show)


def _edition_link(desk: Desk, edition: Edition) -> Link:
    return Link(edition_title(desk, edition), desk.href(edition.address))
