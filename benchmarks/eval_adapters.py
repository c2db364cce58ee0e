"""The program as the callables that evaluation scripts ask for; their signatures are in each script's `--help`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from benchmarks.samples import sample
from digest.annotate.profiles import BACKGROUND, EXAMPLES, Background, Profile, margin, near, profile, weigh
from digest.clean.blocks import plain
from digest.clean.pages.capture import capture
from digest.clean.pastes.paste import paste
from digest.linking import Kind, Linker, Matching, Term, abbreviations, term

Mention = tuple[int, int, str]

# Scripts that score texts count a standfirst, a dateline and an agency's credit as words of the article.
_KEPT = {"standfirst": False, "dateline": False, "agency": False}
_KINDS: dict[str, Kind] = {"person": "person", "organization": "organisation", "place": "place"}


def build_annotator(glossary: Iterable[dict[str, Any]]) -> Callable[[str], list[Mention]]:
    """Return a function from a plain text to all mentions in it, as (start, end, key)."""
    linker = Linker({item["key"]: _term(item) for item in glossary}.values())  # one script gives some keys twice

    def annotate(text: str) -> list[Mention]:
        return [(link.start, link.end, link.term) for link in linker.mentions(text)]

    return annotate


def detect(text: str) -> list[tuple[str, str]]:
    """Return the abbreviations that a text explains, as pairs of a short form and a long one."""
    return [(found.short, found.long) for found in abbreviations(text)]


def build_resolver(
    glossary: Mapping[str, Sequence[Mapping[str, Any]]], background: Iterable[str]
) -> Callable[[str, str, int, int], tuple[str, int]]:
    """Return a function from a short form and its place in a text to the likeliest sense's key, and by how much."""
    archive = Background(sample(background, 8 * BACKGROUND))  # sentences: about eight of them make a text

    @cache
    def profiles(short: str) -> dict[str, Profile]:
        return {sense["key"]: _profile(archive, short, sense) for sense in glossary[short]}

    def resolve(short: str, text: str, start: int, end: int) -> tuple[str, int]:
        ranked = weigh(near(text, [(start, end)]), profiles(short))
        return ranked[0].slug, margin(ranked)

    return resolve


def _profile(archive: Background, short: str, sense: Mapping[str, Any]) -> Profile:
    form = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")
    found = ((text, form.search(text)) for text in sense["examples"][:EXAMPLES])
    around = [near(text, [first.span()]) for text, first in found if first]
    return profile(archive, names=[sense["name"]], examples=around, named=sense["prior"])


def clean_text(text: str) -> str:
    """Return the words of a pasted text's article."""
    return plain(paste(text, _KEPT).body)


def extract(html: bytes) -> str:
    """Return the words of a saved page's article."""
    return plain(capture(html, _KEPT).body)


def metadata(html: bytes) -> dict[str, str | None]:
    """Return a saved page's title, date and authors; None for what it does not say."""
    draft = capture(html)
    title = "" if draft.made_title else draft.title
    return {"title": title or None, "date": draft.date or None, "author": "; ".join(draft.authors) or None}


def _term(item: dict[str, Any]) -> Term:
    """A term whose place names always count, as they do for whoever labelled the texts."""
    kind = _KINDS.get(item["kind"], "")
    return term(item["key"], item["name"], kind=kind, aliases=item["aliases"], match=Matching(metonym=True))
