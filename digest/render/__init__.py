"""Render: Digest + templates -> pages, feeds, structured data. The only room that knows Jinja.

The digest becomes sheets (an address, a template, what the page is made of), and each sheet a page by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import PurePosixPath
from urllib.parse import quote

from digest.model import (
    ASSETS,
    OPENSEARCH,
    ROBOTS,
    SITEMAP,
    Annotation,
    Digest,
    Page,
    Source,
    output_path,
)
from digest.problems import Problem
from digest.render.cards import Desk, Shared
from digest.render.edition_pages import edition_pages
from digest.render.entry_page import Surroundings, alias_pages, entry_page, entry_pages
from digest.render.feeds import feeds
from digest.render.list_pages import (
    archive_pages,
    corrections_page,
    home_page,
    source_pages,
    standing_pages,
    story_pages,
    theme_pages,
)
from digest.render.overrides import BUILT_IN, Template
from digest.render.posters import Poster, posters, share_addresses, share_sheets, unlettered
from digest.render.sheets import Context, Sheet
from digest.render.structured import glossary_jsonld
from digest.render.templates import Engine, Survey, survey
from digest.render.term_pages import glossary_page, term_pages
from digest.render.web_annotations import sidecars
from digest.render.words import Catalogue, Words, attributes

__all__ = [
    "BUILT_IN",
    "Catalogue",
    "Desk",
    "Look",
    "Poster",
    "Press",
    "Shared",
    "Sheet",
    "Surroundings",
    "Survey",
    "Template",
    "assets",
    "desk",
    "entry_page",
    "posters",
    "share_addresses",
    "share_sheets",
    "sheets",
    "survey",
    "unlettered",
]


@dataclass(frozen=True)
class Look:
    """How a site looks: its templates, assets and fonts by name, its words by language."""

    templates: Mapping[str, Template]
    assets: Mapping[str, bytes]
    words: Mapping[str, Catalogue]
    fonts: Mapping[str, Source] = field(default_factory=dict)


def desk(
    digest: Digest,
    look: Look,
    version: str,
    shares: Mapping[str, Shared] | None = None,
    looks: Mapping[str, bytes] | None = None,
    code: str = "",
) -> Desk:
    """Return a digest on its way to pages.

    `shares` has each page's share image by the page's address; that of the home page is for all others. `looks` are the
    fingerprints of templates, and `code` stands for the program: both are for telling what has changed.
    """
    named = {name: digest.config.href(ASSETS + quote(hashed_name(name, data))) for name, data in look.assets.items()}
    return Desk(digest, Words(digest.config.language, look.words), named, version, shares or {}, looks or {}, code)


def assets(look: Look) -> Iterator[Page]:
    """Yield the files that pages are dressed with."""
    for name, data in look.assets.items():
        yield Page(output_path(ASSETS + hashed_name(name, data)), data)


def sheets(desk: Desk) -> Iterator[Sheet]:
    """Yield every page of the site, and every file for machines but the search index."""
    indexed = []
    for sheet in _pages(desk):
        if sheet.indexed:
            indexed.append(sheet.address)
        yield sheet
    yield from feeds(desk)
    yield from _machines(desk, indexed)


class Press:
    """Prints sheets with a site's templates. It crosses process borders, and compiles the templates where it prints."""

    def __init__(self, desk: Desk, templates: Mapping[str, Template], sheets: Sequence[Sheet]) -> None:
        """`sheets` are all that may be printed: they are called by their numbers."""
        self.desk, self.templates, self.sheets = desk, templates, sheets

    @cached_property
    def engine(self) -> Engine:
        """The compiled templates."""
        return Engine(self.templates, {"site": self.desk.site, "t": self.desk.words, "attributes": attributes})

    def __getstate__(self) -> dict[str, object]:
        """Leave what is compiled behind."""
        return {name: value for name, value in vars(self).items() if name != "engine"}

    def page(self, number: int, texts: Sequence[Annotation]) -> Iterator[Page | Problem]:
        """Yield the page of a sheet: an empty one where its template fails, and once what is wrong with that."""
        sheet = self.sheets[number]
        view = sheet.view(self.desk, texts)
        made = self.engine.text(sheet.template, view) if isinstance(view, dict) else view
        if isinstance(made, Problem):
            yield made
            made = ""
        data = made if isinstance(made, bytes) else (made or "").encode(errors="replace")
        yield Page(output_path(sheet.address), data, sheet.origin)


def _pages(desk: Desk) -> Iterator[Sheet]:
    """Yield every page for people."""
    return chain(
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


def _machines(desk: Desk, indexed: Iterable[str]) -> Iterator[Sheet]:
    """Yield sitemap, robots, OpenSearch, and the glossary and the entries' annotations as data."""
    changed = {entry.address: entry.article.changed.iso for entry in desk.digest.entries}
    places = [(address, changed.get(address, "")) for address in indexed]
    yield desk.sheet(SITEMAP, "sitemap.xml", partial(_sitemap, places=places), indexed=False, places=places)
    yield desk.sheet(OPENSEARCH, "opensearch.xml", _opensearch, indexed=False)
    yield desk.sheet(ROBOTS, "robots.txt", _robots, indexed=False)
    yield glossary_jsonld(desk)
    yield from sidecars(desk)


def _sitemap(desk: Desk, _: object, *, places: Iterable[tuple[str, str]]) -> Context:
    return {"places": [(desk.digest.config.absolute(address), changed) for address, changed in places]}


def _opensearch(desk: Desk, _: object) -> Context:
    return {"url": desk.digest.config.absolute}


def _robots(desk: Desk, _: object) -> Context:
    return {"sitemap": desk.digest.config.absolute(SITEMAP)}
