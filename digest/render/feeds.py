"""Feeds: Atom and JSON Feed for the site, each theme and each story with whole texts; Atom for each term."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import repeat
from typing import Any

from markupsafe import Markup, escape

from digest.model import HOME, Annotation, Entry
from digest.render.cards import Desk
from digest.render.sheets import Context, Sheet
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


@dataclass(frozen=True, slots=True)
class Channel:
    """What can be followed: its newest entries, of which a feed has the `whole` texts or summaries only."""

    address: str
    title: str
    subtitle: str
    entries: tuple[Entry, ...]
    whole: bool


def channels(desk: Desk) -> Iterator[Channel]:
    """Yield what can be followed: the site, its themes, its stories and its terms."""
    config, digest = desk.digest.config, desk.digest
    size = config.feed_size
    yield Channel(HOME, config.title, config.tagline, digest.entries[:size], whole=True)
    for theme in digest.themes:
        entries = digest.themed.get(theme.slug, ())[:size]
        yield Channel(theme.address, f"{config.title}: {theme.title}", theme.summary, entries, whole=True)
    for story in digest.stories:
        entries = digest.told.get(story.slug, ())[::-1][:size]
        yield Channel(story.address, f"{config.title}: {story.title}", story.summary, entries, whole=True)
    for term in digest.terms:
        entries = digest.mentioned.get(term.slug, ())[:size]
        yield Channel(term.address, f"{config.title}: {term.term}", term.name, entries, whole=False)


def feeds(desk: Desk) -> Iterator[Sheet]:
    """Yield every feed of the site; ids are the entries' addresses, which no edit changes."""
    for channel in channels(desk):
        shown = channel.entries
        texts = shown if channel.whole else ()
        about = (channel.address, channel.title, channel.subtitle)
        entries = [(desk.face(entry), entry.abstract.print if channel.whole else b"") for entry in shown]
        for name, template, view in ((JSON, "", _json), (ATOM, "feed.xml", _atom)):
            if channel.whole or template:
                made = partial(view, channel=channel)
                place = channel.address + name
                yield desk.sheet(place, template, made, indexed=False, texts=texts, about=about, entries=entries)


def feed(desk: Desk, channel: Channel, texts: Sequence[Annotation]) -> Feed:
    """Return the feed of a channel; `texts` are the annotations of its entries where it has them whole."""
    shown = zip(channel.entries, texts if channel.whole else repeat(None), strict=False)
    items = tuple(_item(desk, entry, _whole(desk, entry, text) if text else "") for entry, text in shown)
    return Feed(channel.address, channel.title, channel.subtitle, items, channel.whole)


def _atom(desk: Desk, texts: Sequence[Annotation], *, channel: Channel) -> Context:
    made = feed(desk, channel, texts)
    url = desk.digest.config.absolute(channel.address)
    return {"feed": made, "url": url, "updated": updated(made)}


def _json(desk: Desk, texts: Sequence[Annotation], *, channel: Channel) -> str:
    """Return a feed as JSON Feed 1.1."""
    config = desk.digest.config
    made = feed(desk, channel, texts)
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": made.title,
        "home_page_url": config.absolute(made.address),
        "feed_url": config.absolute(made.address + JSON),
        "language": config.language,
    }
    if made.subtitle:
        data["description"] = made.subtitle
    data["items"] = [_json_item(item) for item in made.items]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def updated(feed: Feed) -> str:
    """Return when a feed last changed: the newest change of its items, never the time of the build."""
    return max((item.updated for item in feed.items), key=datetime.fromisoformat, default="1970-01-01T00:00:00+00:00")


def _item(desk: Desk, entry: Entry, html: str) -> Item:
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
        html=html,
        authors=article.authors,
        themes=tuple(desk.themes[slug].title for slug in article.themes if slug in desk.themes),
    )


def _whole(desk: Desk, entry: Entry, text: Annotation) -> str:
    """An entry's text for readers who see nothing else of it: with the note and the sources, links absolute.

    It is in the entry's language throughout, and says so where that runs from right to left.
    """
    lang = entry.article.lang
    words, base_url = desk.speaking(lang).words, desk.digest.config.base_url
    parts = [standalone(text.html, base_url)]
    if text.note:
        parts += [
            Markup("<h2>{}</h2>\n").format(words("editors_note")),
            standalone(text.note, base_url),
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
