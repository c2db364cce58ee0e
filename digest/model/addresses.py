"""Addresses: paths from the site's root, such as `/2025/04/baku-talks/`. Nothing else knows where a page is."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

HOME = "/"
THEMES, STORIES, GLOSSARY, EDITIONS = "/themes/", "/stories/", "/glossary/", "/editions/"
ARCHIVE, SOURCES, CORRECTIONS, SEARCH = "/archive/", "/sources/", "/corrections/", "/search/"
NOT_FOUND = "/404.html"
SITEMAP, OPENSEARCH, ROBOTS, TERMS_JSONLD = (
    "/sitemap.xml",
    "/opensearch.xml",
    "/robots.txt",
    "/glossary.jsonld",
)
ASSETS, SHARE_IMAGES, PAGEFIND = "/assets/", "/assets/share/", "/pagefind/"
ANNOTATIONS = "annotations.jsonld"  # beside an entry's page
SECTIONS = {
    "themes": THEMES,
    "stories": STORIES,
    "glossary": GLOSSARY,
    "editions": EDITIONS,
    "archive": ARCHIVE,
    "sources": SOURCES,
    "corrections": CORRECTIONS,
    "search": SEARCH,
}

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = re.compile(r"['’‘ʼʾʿʻˊ`´]")


def slugify(text: str) -> str:
    """Return a slug for `text`: lower-case ASCII letters, digits and single hyphens; empty when nothing is left."""
    if is_slug(text):
        return text
    joined = _APOSTROPHES.sub("", text.lower().translate(_LETTERS))
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def is_slug(text: str) -> bool:
    """Whether `text` can stand in an address as it is."""
    return bool(_SLUG.fullmatch(text))


def month_address(day: date) -> str:
    """Return where the archive of a month is."""
    return f"/{day.year:04}/{day.month:02}/"


def numbered(address: str, number: int) -> str:
    """Return the address of the `number`th page (from 1) of the list at `address`."""
    return address if number == 1 else f"{address}page/{number}/"


def output_path(address: str) -> str:
    """Return the file, from the output folder, that a host serves for `address`."""
    return f"{address}index.html"[1:] if address.endswith("/") else address[1:]
