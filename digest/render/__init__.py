"""Render: Digest + templates -> pages, feeds, structured data. The only room that knows Jinja.

The digest becomes sheets (an address, a template, small views), and each sheet a page by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath
from urllib.parse import quote

from digest.model import ASSETS, OPENSEARCH, ROBOTS, SITEMAP, Digest, Page, Source, output_path
from digest.problems import Problem
from digest.render.cards import Desk, Shared
from digest.render.entry_page import alias_pages, entry_pages
from digest.render.feeds import ATOM, feeds, json_feed, updated
from digest.render.list_pages import (
    archive_pages,
    corrections_page,
    edition_pages,
    home_page,
    source_pages,
    standing_pages,
    story_pages,
    theme_pages,
)
from digest.render.overrides import BUILT_IN, Template
from digest.render.posters import Poster, posters, share_address
from digest.render.structured import glossary_jsonld
from digest.render.templates import Engine
from digest.render.term_pages import glossary_page, term_pages
from digest.render.views import Sheet
from digest.render.web_annotations import sidecars
from digest.render.words import Catalogue, Words, attributes

__all__ = [
    "BUILT_IN",
    "Catalogue",
    "Look",
    "Poster",
    "Shared",
    "Template",
    "posters",
    "render",
    "share_address",
    "sheets",
]


@dataclass(frozen=True)
class Look:
    """How a site looks: its templates, assets and fonts by name, its words by language."""

    templates: Mapping[str, Template]
    assets: Mapping[str, bytes]
    words: Mapping[str, Catalogue]
    fonts: Mapping[str, Source] = field(default_factory=dict)


def render(
    digest: Digest, look: Look, version: str, shares: Mapping[str, Shared] | None = None
) -> Iterator[Page | Problem]:
    """Yield every file of the site but the static ones, share images and the index, and what is wrong in templates.

    `shares` has each page's share image by the page's address; that of the home page is for all others.
    """
    assets = {name: hashed_name(name, data) for name, data in look.assets.items()}
    links = {name: digest.config.href(ASSETS + quote(hashed)) for name, hashed in assets.items()}
    desk = Desk(digest, Words(digest.config.language, look.words), links, version, shares or {})
    engine = Engine(look.templates, {"site": desk.site, "t": desk.words, "attributes": attributes})
    yield from engine.compile()
    yield from (Page(output_path(ASSETS + assets[name]), data) for name, data in look.assets.items())
    indexed = []
    for sheet in sheets(desk):
        if sheet.context["page"].index:
            indexed.append(sheet.address)
        yield from engine.page(sheet)
    yield from _machines(desk, engine, indexed)


def sheets(desk: Desk) -> Iterator[Sheet]:
    """Yield every page for people."""
    yield from chain(
        home_page(desk),
        entry_pages(desk),
        theme_pages(desk),
        story_pages(desk),
        glossary_page(desk),
        term_pages(desk),
        edition_pages(desk),
        archive_pages(desk),
        source_pages(desk),
        corrections_page(desk),
        standing_pages(desk),
        alias_pages(desk),  # last: where an old address is taken, it is the one to give way
    )


def hashed_name(name: str, data: bytes) -> str:
    """Return an asset's name with a hash of its content, so that browsers may keep it for ever."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{hashlib.blake2b(data, digest_size=5).hexdigest()}{path.suffix}"))


def _machines(desk: Desk, engine: Engine, indexed: list[str]) -> Iterator[Page | Problem]:
    """Yield feeds, sitemap, robots, OpenSearch, and the glossary and the entries' annotations as data."""
    for feed in feeds(desk):
        if feed.whole:
            yield json_feed(desk, feed)
        url = desk.digest.config.absolute(feed.address)
        yield from _file(engine, feed.address + ATOM, "feed.xml", feed=feed, url=url, updated=updated(feed))
    changed = {entry.address: entry.article.changed.iso for entry in desk.digest.entries}
    places = [(desk.digest.config.absolute(address), changed.get(address, "")) for address in indexed]
    yield from _file(engine, SITEMAP, "sitemap.xml", places=places)
    yield from _file(engine, OPENSEARCH, "opensearch.xml", url=desk.digest.config.absolute)
    yield from _file(engine, ROBOTS, "robots.txt", sitemap=desk.digest.config.absolute(SITEMAP))
    yield glossary_jsonld(desk)
    yield from sidecars(desk)


def _file(engine: Engine, address: str, template: str, **context: object) -> Iterator[Page | Problem]:
    yield from engine.page(Sheet(address, template, context))
