"""Feeds: Atom and JSON Feed for the site, each theme and each story with whole texts; Atom for each term."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from digest.model import HOME, Entry, Page, output_path
from digest.render.cards import Desk
from digest.render.syndicate import standalone
from digest.render.words import direction

ATOM, JSON = "feed.xml", "feed.json"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry in a feed; every address is a whole URL, `html` is empty where only the summary is given."""

    id: str
    url: str
    title: str
    lang: str
    published: str
    updated: str
    summary: str
    html: str
    authors: tuple[str, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of items at an address."""

    address: str
    title: str
    subtitle: str
    items: tuple[Item, ...]
    whole: bool


def feeds(desk: Desk) -> Iterator[Feed]:
    """Return every feed of the site; ids are the entries' addresses, which no edit changes."""
    config, item = desk.digest.config, _items(desk)

    def newest(entries: Sequence[Entry], *, whole: bool = True) -> tuple[Item, ...]:
        return tuple(item(entry, whole) for entry in entries[: config.feed_size])

    yield Feed(HOME, config.title, config.tagline, newest(desk.digest.entries), whole=True)
    for theme in desk.digest.themes:
        entries = desk.digest.themed.get(theme.slug, ())
        yield Feed(theme.address, f"{config.title}: {theme.title}", theme.summary, newest(entries), whole=True)
    for story in desk.digest.stories:
        entries = desk.digest.told.get(story.slug, ())[::-1]
        yield Feed(story.address, f"{config.title}: {story.title}", story.summary, newest(entries), whole=True)
    for term in desk.digest.terms:
        entries = tuple(link.entry for link in desk.digest.mentioned.get(term.slug, ()))
        title = f"{config.title}: {term.term}"
        yield Feed(term.address, title, term.name, newest(entries, whole=False), whole=False)


def json_feed(desk: Desk, feed: Feed) -> Page:
    """Return a feed as JSON Feed 1.1."""
    config = desk.digest.config
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": config.absolute(feed.address),
        "feed_url": config.absolute(feed.address + JSON),
        "language": config.language,
    }
    if feed.subtitle:
        data["description"] = feed.subtitle
    data["items"] = [_json_item(item) for item in feed.items]
    return Page(output_path(feed.address + JSON), (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def updated(feed: Feed) -> str:
    """Return when a feed last changed: the newest change of its items, never the time of the build."""
    return max((item.updated for item in feed.items), key=datetime.fromisoformat, default="1970-01-01T00:00:00+00:00")


def _items(desk: Desk) -> Callable[[Entry, bool], Item]:
    @cache
    def html(address: str) -> str:
        return _whole(desk, by_address[address])

    by_address = {entry.address: entry for entry in desk.digest.entries}

    def item(entry: Entry, whole: bool) -> Item:
        article = entry.article
        url = desk.digest.config.absolute(entry.address)
        return Item(
            id=url,
            url=url,
            title=article.title,
            lang=article.lang,
            published=article.date.at.isoformat(),
            updated=article.changed.at.isoformat(),
            summary=article.summary,
            html=html(entry.address) if whole else "",
            authors=article.authors,
            themes=tuple(desk.themes[slug].title for slug in article.themes if slug in desk.themes),
        )

    return item


def _whole(desk: Desk, entry: Entry) -> str:
    """An entry's text for readers who see nothing else of it: with the note and the sources, links absolute.

    It is in the entry's language throughout, and says so where that runs from right to left.
    """
    lang = entry.article.lang
    words, base_url = desk.speaking(lang).words, desk.digest.config.base_url
    parts = [standalone(entry.annotation.html, base_url)]
    if entry.annotation.note:
        parts += [
            Markup("<h2>{}</h2>\n").format(words("editors_note")),
            standalone(entry.annotation.note, base_url),
        ]
    sources = Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(source.url, source.name) if source.url else source.name
        for source in entry.article.sources
    )
    if sources:
        parts.append(Markup("<p>{}: {}</p>\n").format(words("sources"), sources))
    html = "".join(parts)
    return f'<div lang="{escape(lang)}" dir="rtl">{html}</div>' if direction(lang) == "rtl" else html


def _json_item(item: Item) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_html": item.html,
        "date_published": item.published,
        "date_modified": item.updated,
        "language": item.lang,
    }
    if item.summary:
        data["summary"] = item.summary
    if item.authors:
        data["authors"] = [{"name": name} for name in item.authors]
    return data | ({"tags": list(item.themes)} if item.themes else {})
