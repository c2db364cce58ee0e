"""Senses: which term each form means in a text, or that nothing decides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from digest.annotate.explained import Told
from digest.annotate.find import Found
from digest.annotate.glossary import Sense
from digest.annotate.judge import Judge, Ruling, Setting, surname_key
from digest.annotate.surroundings import Surroundings


class Occurrence(NamedTuple):
    """A form at a place in a text: the passage's number and a span in it.

    `term` is the slug of what it means, empty where nothing decides; `why` is the rule that decided; `others` are
    the terms that it might have meant; `scores` is the evidence for each meaning, best first, where it was weighed.
    `short`: it is merely short for a name.
    """

    passage: int
    start: int
    end: int
    surface: str
    term: str
    why: str
    others: tuple[str, ...] = ()
    scores: tuple[tuple[str, int], ...] = ()
    short: bool = False


def settle(
    found: Sequence[Found],
    passages: Sequence[str],
    senses: Mapping[str, Sense],
    setting: Setting,
    named: frozenset[str],
    told: Told,
) -> list[Occurrence]:
    """Decide each candidate of a text, given in reading order, and the texts of its passages.

    `named` holds the terms in the author's brackets, `told` what the text explains its short forms as.
    """
    introduced = dict.fromkeys(named, -1)
    for number, one in enumerate(found):
        if clear := one.clear_term:
            introduced.setdefault(clear, number)
    strangers = frozenset(surname_key(one.surface) for one in found if one.stranger)
    judge = Judge(senses, setting, named, told, introduced, strangers, Surroundings(found, passages))
    return [_occurrence(one, Ruling("", one.bar) if one.bar else judge.decide(n, one)) for n, one in enumerate(found)]


def _occurrence(one: Found, ruling: Ruling) -> Occurrence:
    start, end = one.candidate.start, one.candidate.end
    term, why, scores = ruling
    own = one.own_terms
    slugs = own or one.terms
    others = () if slugs == (term,) else tuple(slug for slug in slugs if slug != term)
    return Occurrence(one.passage, start, end, one.surface, term, why, others, scores, not own)
