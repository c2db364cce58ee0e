"""Explained: what a text itself says that its short forms stand for: "Tiyas Air Base (T4)", "thyroxine (T4)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.annotate.abbreviations import Abbreviation, abbreviations
from digest.annotate.find import Found
from digest.annotate.fold import fold_name
from digest.annotate.forms import Form
from digest.annotate.glossary import Sense
from digest.annotate.markdown import IN_CODE, Passage
from digest.annotate.vocabulary import LINKS

_BRACKET = re.compile(r"[(\[][^()\[\]]{1,200}[)\]]")
_SHORT = 20  # characters of a bracket that may hold a short form which the glossary does not have
_ALIKE = 0.5  # share of a name's words from which another spelling of it is taken for the same


@dataclass(frozen=True, slots=True)
class Explained:
    """What a short form stands for: a term, or (with an empty slug) something that the glossary does not have."""

    term: str
    long: str


def explained(passages: Sequence[Passage], found: Sequence[Found], senses: Mapping[str, Sense]) -> dict[str, Explained]:
    """Return what a text explains of the short forms that may mean a term, and of the terms that it names: by form."""
    told: dict[str, Explained] = {}
    for number, passage in enumerate(passages):
        here = [one for one in found if one.passage == number]
        for abbreviation in _abbreviations(passage, here):
            short = fold_name(abbreviation.short)
            meanings = {slug for one in found if fold_name(one.surface) == short for slug in one.terms}
            term = _named(abbreviation, here) or _alike(abbreviation.long, meanings, senses)
            if term or meanings:
                told.setdefault(short, Explained(term, abbreviation.long))
    return told


def forms_told(told: Mapping[str, Explained], known: Iterable[Form]) -> list[Form]:
    """Return the short forms that only this text gives to its terms, as forms."""
    spellings = {form.text for form in known}
    return [Form(short, one.term) for short, one in told.items() if one.term and short not in spellings]


def _abbreviations(passage: Passage, here: Sequence[Found]) -> Iterator[Abbreviation]:
    if not any(_is_news(bracket, here) for bracket in _BRACKET.finditer(passage.text)):
        return
    code = [(start, end) for start, end, reason in passage.closed if reason == IN_CODE]
    for one in abbreviations(passage.text):
        if not any(start < one.short_span[1] and one.short_span[0] < end for start, end in code):
            yield one


def _is_news(bracket: re.Match[str], here: Sequence[Found]) -> bool:
    """Whether a bracket may explain a form in a way that the glossary does not know: brackets that do are few."""
    start, end = bracket.span()
    before = {slug for one in here if start - 2 <= one.candidate.end <= start for slug in one.terms}
    inside = {slug for one in here if start < one.candidate.start and one.candidate.end < end for slug in one.terms}
    return before.isdisjoint(inside) and bool(inside or (before and len(bracket[0]) < _SHORT))


def _named(abbreviation: Abbreviation, here: Iterable[Found]) -> str:
    """Return the term that the long form names without doubt, where it is that name and no part of another."""
    start, end = abbreviation.long_span
    for one in here:
        at = one.candidate
        whole = start <= at.start and at.end == end and 2 * (at.end - at.start) > end - start
        if whole and one.names and len(one.terms) == 1 and not any(form.ambiguous or form.follows for form in at.forms):
            return one.terms[0]
    return ""


def _alike(long: str, meanings: Iterable[str], senses: Mapping[str, Sense]) -> str:
    """Return the one of the terms whose name the long form spells nearly, or nothing."""
    words = _words(long)
    return next((slug for slug in sorted(meanings) if _share(words, _words(senses[slug].name)) > _ALIKE), "")


def _words(name: str) -> frozenset[str]:
    return frozenset(fold_name(name).lower().replace("-", " ").replace("'", "").split()) - LINKS


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / max(len(words | others), 1)
