"""What feeds are checked for: what their formats ask for. Each check returns the faults that it finds."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
GRAMMAR = Path(__file__).with_name("atom.rng")

Kinds = Mapping[str, Callable[[Any], object]]


def atom_faults(path: Path) -> list[str]:
    """What an Atom feed lacks of what RFC 4287 asks for, in its grammar and in its prose."""
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    feed = etree.parse(path)
    grammar.validate(feed)
    found = [f"{fault.line}: {fault.message}" for fault in grammar.error_log]
    rules = {
        "an entry without an author": "/atom:feed[not(atom:author)]/atom:entry[not(atom:author)]",
        "an entry with nothing to read": "//atom:entry[not(atom:content | atom:link[@rel='alternate'])]",
        "the same id again": "//atom:entry[atom:id = preceding-sibling::atom:entry/atom:id]",
        "a second page": "//atom:link[@rel='alternate' and preceding-sibling::atom:link[@rel='alternate']]",
        "no word of where it is": "/atom:feed[not(atom:link[@rel='self'])]",
    }
    return found + [rule for rule, broken in rules.items() if feed.xpath(broken, namespaces=ATOM)]


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _address(value: object) -> object:
    return isinstance(value, str) and re.fullmatch(r"https?://\S+", value)


def _date(value: str) -> object:
    return datetime.fromisoformat(value).tzinfo and "T" in value


def _language(value: str) -> object:
    return re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value)


def _authors(value: list[dict[str, str]]) -> bool:
    return bool(value) and all(author.keys() <= {"name", "url", "avatar"} and any(author.values()) for author in value)


def _tags(value: list[str]) -> bool:
    return all(map(_text, value))


COMMON: Kinds = {"title": _text, "language": _language, "authors": _authors}
FEED: Kinds = {
    **COMMON,
    "version": "https://jsonfeed.org/version/1.1".__eq__,
    "items": lambda items: len({item["id"] for item in items}) == len(items),
    **dict.fromkeys(("home_page_url", "feed_url", "next_url", "icon", "favicon"), _address),
    "description": _text,
}
ITEM: Kinds = {
    **COMMON,
    **dict.fromkeys(("id", "content_html", "content_text", "summary"), _text),
    **dict.fromkeys(("url", "external_url", "image", "banner_image"), _address),
    **dict.fromkeys(("date_published", "date_modified"), _date),
    "tags": _tags,
}


def json_feed_faults(feed: dict[str, Any]) -> list[str]:
    """What a JSON Feed has that version 1.1 does not know or allow, and what it lacks."""
    found = list(_part_faults("feed", feed, FEED, ("version", "title", "items")))
    for item in feed["items"]:
        found += _part_faults(f"item {item.get('id')}", item, ITEM, ("id",))
        if not item.keys() & {"content_html", "content_text"}:
            found.append(f"item {item['id']} lacks content")
    return found


def _part_faults(name: str, part: dict[str, Any], kinds: Kinds, needed: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{name} lacks {key}" for key in needed if key not in part)
    for key, value in part.items():
        if not key.startswith("_") and (key not in kinds or not kinds[key](value)):
            yield f"{name}: {key}"
