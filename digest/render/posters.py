"""Posters: what each share image says. `share` draws them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from digest.model import HOME, SHARE_IMAGES, Digest, Entry
from digest.render.cards import SEPARATOR, Desk
from digest.render.definitions import clipped
from digest.render.words import Catalogue, Words, direction

_LONG = 300  # characters, more than any text has room for


@dataclass(frozen=True, slots=True)
class Poster:
    """What a share image says: the site's name above, a title, a date and something beside it; all may be empty."""

    site: str
    title: str
    date: str
    aside: str
    lang: str
    rtl: bool

    @property
    def says(self) -> str:
        """What the image says above all, for those who don't see it."""
        return SEPARATOR.join(filter(None, [self.title, self.date or self.aside]))


def posters(digest: Digest, words: Mapping[str, Catalogue]) -> dict[str, Poster]:
    """Return the poster of each entry by its address, and under that of the home page the one for all other pages."""
    desk = Desk(digest, Words(digest.config.language, words), {}, "")
    spoken = {lang: Words(lang, words) for lang in {entry.article.lang for entry in digest.entries}}
    found = {entry.address: _poster(desk, entry, spoken[entry.article.lang]) for entry in digest.entries}
    config = digest.config
    return {
        HOME: Poster(
            "",
            clipped(config.title, _LONG),
            "",
            clipped(config.tagline, _LONG),
            config.language,
            desk.words.dir == "rtl",
        ),
        **found,
    }


def share_address(image: bytes) -> str:
    """Return where a share image is: two that are the same are one file."""
    return f"{SHARE_IMAGES}{hashlib.blake2b(image, digest_size=10).hexdigest()}.png"


def _poster(desk: Desk, entry: Entry, words: Words) -> Poster:
    article = entry.article
    aside = SEPARATOR.join(theme.text for theme in desk.theme_links(entry))
    aside = aside or SEPARATOR.join(dict.fromkeys(citation.name for citation in article.sources))
    return Poster(
        site=clipped(desk.site.title, _LONG),
        title=clipped(article.title, _LONG),
        date=words.when(article.date.day).text,
        aside=clipped(aside, _LONG),
        lang=article.lang,
        rtl=direction(article.lang) == "rtl",
    )
