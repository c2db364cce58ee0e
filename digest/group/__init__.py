"""Group: entries -> Digest: by theme, story, time, source; from terms back to entries; from entry to entry."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from digest.group.editions import editions, months
from digest.group.related import Relations, Traits, relate, related, traits
from digest.model import Content, Correction, Definition, Digest, Entry, Outlet, slugify

__all__ = ["Relations", "Traits", "group", "relate"]

_LONGEST = 80  # characters of a source's slug, which is part of a file's name


def group(
    entries: Iterable[Entry],
    content: Content,
    definitions: Mapping[str, Definition],
    texts: Mapping[str, str],
    relations: Callable[[Traits], Relations] = relate,
) -> Digest:
    """Return the digest of these entries; `definitions` and `texts` are passed on as they are.

    `relations` is `relate`, or something that remembers what that gave.
    """
    ordered = tuple(sorted(entries, key=_newest_first))
    return Digest(
        config=content.config,
        entries=ordered,
        themes=content.themes,
        stories=content.stories,
        terms=content.terms,
        pages=content.pages,
        themed=_by((slug, entry) for entry in ordered for slug in entry.article.themes),
        told=_by((entry.article.story, entry) for entry in reversed(ordered) if entry.article.story),
        mentioned=_by((slug, entry) for entry in ordered for slug in entry.terms),
        related=related(ordered, relations(traits(ordered))),
        editions=editions(ordered, content.config.edition),
        months=months(ordered),
        outlets=outlets(ordered),
        corrections=corrections(ordered),
        definitions=definitions,
        texts=texts,
    )


def outlets(entries: Iterable[Entry]) -> tuple[Outlet, ...]:
    """Return the sources by name, each with its entries; spellings that make one slug are one source."""
    names: dict[str, dict[str, None]] = defaultdict(dict)  # spellings in order, the newest first
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        for citation in entry.article.sources:
            slug = outlet_slug(citation.name)
            names[slug][citation.name] = None
            found[slug][entry.address] = entry
    made = [Outlet(next(iter(names[slug])), slug, tuple(names[slug]), tuple(found[slug].values())) for slug in names]
    return tuple(sorted(made, key=lambda outlet: (outlet.name.casefold(), outlet.slug)))


@lru_cache(maxsize=10_000)
def outlet_slug(name: str) -> str:
    """Return a source's slug; where a name has no Latin letters or is very long, its hash takes part."""
    slug = slugify(name)
    if slug and len(slug) <= _LONGEST:
        return slug
    return f"{slug[:_LONGEST].strip('-') or 's'}-{hashlib.blake2b(name.casefold().encode(), digest_size=4).hexdigest()}"


def corrections(entries: Iterable[Entry]) -> tuple[tuple[Entry, Correction], ...]:
    """Return all corrections with their entries, newest first."""
    found = [(entry, correction) for entry in entries for correction in entry.article.corrections]
    return tuple(sorted(found, key=lambda pair: pair[1].date, reverse=True))


def _by(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        found[key].append(entry)
    return {key: tuple(values) for key, values in found.items()}


def _newest_first(entry: Entry) -> tuple[float, str]:
    return -entry.article.date.utc.timestamp(), entry.address
