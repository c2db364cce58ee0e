"""Occurrences: each place in a text where a term may be meant, with its meaning and the rule that decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from markdown_it.token import Token

from digest.annotate import markdown
from digest.annotate.explained import explained, forms_told
from digest.annotate.find import FORCED, Reader, find
from digest.annotate.glossary import Slice
from digest.annotate.judge import Setting
from digest.annotate.markdown import Passage
from digest.annotate.senses import Occurrence, settle


def occurrences(
    tokens: Sequence[Token], passages: Sequence[Passage], part: Slice, setting: Setting
) -> list[Occurrence]:
    """Find every occurrence of a slice's forms in the passages of a text and settle what each means; in order.

    Where the text gives one of its terms a short form of its own, that one is sought as well.
    """
    senses = {sense.slug: sense for sense in part.senses}
    people = {slug for slug, sense in senses.items() if sense.kind == "person"}
    reader = Reader(people, setting.lang)
    found = find(tokens, passages, part.forms, reader)
    told = explained(passages, found, senses)
    if more := forms_told(told, part.forms):
        found = find(tokens, passages, (*part.forms, *more), reader)
    texts = [passage.text for passage in passages]
    settled = [*settle(found, texts, senses, setting, _named(passages), told), *_forced(passages, senses)]
    return sorted(settled, key=lambda occurrence: (occurrence.passage, occurrence.start))


def _named(passages: Sequence[Passage]) -> frozenset[str]:
    """The terms that the author's brackets name."""
    return frozenset(slug for passage in passages for _, _, slug in passage.forced)


def _forced(passages: Sequence[Passage], senses: Collection[str]) -> Iterator[Occurrence]:
    """What the author's brackets make: links, but not in a heading."""
    for number, passage in enumerate(passages):
        in_heading = any(reason == markdown.IN_HEADING for _, _, reason in passage.closed)
        for start, end, slug in passage.forced:
            surface = passage.text[start:end]
            if slug in senses:
                term, why, others = ("", markdown.IN_HEADING, (slug,)) if in_heading else (slug, FORCED, ())
                yield Occurrence(number, start, end, surface, term, why, others)
