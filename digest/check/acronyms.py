"""Acronyms that neither the glossary nor the entry explains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from digest.annotate import Sighting, fold_name, plain_acronym
from digest.check.words import SMALL
from digest.model import Article, Digest
from digest.problems import Problem

_LETTERS = range(2, 7)  # "F-16" is the name of a model, and what is longer is mostly a word in capitals
_AMOUNT = re.compile(r"(?:AUD|CAD|CHF|CNY|EUR|GBP|INR|JPY|NOK|SEK|USD)\d+")
_PART_BEFORE, _PART_AFTER = re.compile(r"[A-Z0-9]-$"), re.compile(r"-[A-Z]")  # CNDD-FDD is one name, of two parts
_HOUR = re.compile(r"(?:\d[:.]\d\d|[ap]\.?m\.?) $")  # what follows is a time zone


def undefined_acronyms(digest: Digest, sightings: Iterable[Sighting]) -> Iterator[Problem]:
    """Yield each acronym that an entry uses without a word on what it stands for, at its first place.

    A name of one of the entry's own sources is explained: it stands below the text with a link.
    """
    named = {entry.article.path: _outlets(entry.article) for entry in digest.entries}
    used: dict[str, list[Sighting]] = defaultdict(list)
    explained: dict[str, str] = {}
    for sighting in sightings:
        acronym = _plain(sighting.surface)
        if sighting.kind == "abbreviation":
            explained.setdefault(acronym, sighting.long)
        elif sighting.kind == "acronym" and _counts(acronym, sighting, named[sighting.span.file]):
            used[acronym].append(sighting)
    for acronym, found in used.items():
        yield _problem(found, explained.get(acronym, ""))


def _plain(surface: str) -> str:
    return plain_acronym(fold_name(surface))


def _counts(acronym: str, sighting: Sighting, outlets: Collection[str]) -> bool:
    """Whether it stands for words that a reader may not know; "ALL" is a word that is stressed."""
    if acronym in outlets or (acronym.lower() in SMALL and acronym != "WHO"):
        return False
    start = max(0, sighting.span.column - 1)
    before, after = sighting.span.text[:start], sighting.span.text[start + len(sighting.surface) :]
    if _PART_BEFORE.search(before) or _PART_AFTER.match(after) or _HOUR.search(before):
        return False
    return sum(map(str.isalpha, acronym)) in _LETTERS and not _AMOUNT.fullmatch(acronym)


def _outlets(article: Article) -> frozenset[str]:
    names = (article.agency, *(citation.name for citation in article.sources))
    return frozenset(word for name in names for word in (_plain(name), *map(_plain, name.split())) if word)


def _problem(found: list[Sighting], long: str) -> Problem:
    first = min(found, key=lambda sighting: sighting.span)
    count = len({sighting.span.file for sighting in found})
    where = "an entry uses it" if count == 1 else f"{count} entries use it"
    message = f'neither the glossary nor the text says what "{first.surface}" means; {where}'
    hint = f'write it out once, or begin a term: digest terms add "{first.surface}"'
    if long:
        message += f'; elsewhere it is "{long}"'
    return Problem.by("undefined-acronym", first.span, message, hint)
