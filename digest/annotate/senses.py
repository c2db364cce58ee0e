"""Senses: which term a form means in this text, or that nothing decides it.

The order of decision: the author's word, the text's own words, the terms' scope. Unsure means unlinked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from digest.annotate.fold import fold_name
from digest.annotate.glossary import Sense
from digest.annotate.matcher import Candidate

UNDECIDED = "nothing decides what it means here"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A form at a place in a text: the passage's number and a span in it.

    `term` is the slug of what it means, empty where nothing decides; `why` is the rule that decided; `others` are
    the terms that it might have meant; `scores` is the evidence for each meaning, best first, where it was weighed.
    """

    passage: int
    start: int
    end: int
    surface: str
    term: str
    why: str
    others: tuple[str, ...] = ()
    scores: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text says about its own terms: the senses that its author gave, the terms named in brackets, the rest."""

    given: Mapping[str, str]
    named: frozenset[str]
    themes: tuple[str, ...]
    lang: str
    day: date

    @classmethod
    def of(
        cls,
        senses: Iterable[tuple[str, str]],
        named: frozenset[str],
        themes: tuple[str, ...],
        lang: str,
        day: date,
    ) -> Evidence:
        """Take `senses` as pairs of a form, as the author spells it, and a slug."""
        return cls({fold_name(form): slug for form, slug in senses}, named, themes, lang, day)


def settle(found: list[tuple[int, str, Candidate]], senses: Iterable[Sense], evidence: Evidence) -> list[Occurrence]:
    """Decide each candidate of a text, given as (passage, surface, candidate)."""
    by_slug = {sense.slug: sense for sense in senses}
    spelled_out = {
        candidate.forms[0].term
        for _, _, candidate in found
        if len(_meanings(candidate)) == 1
        and not any(form.ambiguous for form in candidate.forms)
        and by_slug[candidate.forms[0].term].scope.admits(evidence.themes, evidence.lang, evidence.day)
    }
    settled = []
    for passage, surface, candidate in found:
        meanings = _meanings(candidate)
        term, why = _decide(candidate, meanings, by_slug, spelled_out, evidence, fold_name(surface))
        others = tuple(slug for slug in meanings if slug != term)
        settled.append(Occurrence(passage, candidate.start, candidate.end, surface, term, why, others))
    return settled


def _meanings(candidate: Candidate) -> list[str]:
    return list(dict.fromkeys(form.term for form in candidate.forms))


def _decide(
    candidate: Candidate,
    meanings: list[str],
    senses: Mapping[str, Sense],
    spelled_out: set[str],
    evidence: Evidence,
    surface: str,
) -> tuple[str, str]:
    """Return a slug and the rule that chose it; an empty slug where none did."""
    given = evidence.given.get(surface)
    if given in meanings:
        return given, "the front matter gives the sense"
    if len(meanings) > 1 or candidate.forms[0].ambiguous:
        for slugs, why in ((evidence.named, "the author's brackets name it"), (spelled_out, "the text spells it out")):
            named = [slug for slug in meanings if slug in slugs]
            if len(named) == 1:
                return named[0], why
    fitting = [slug for slug in meanings if senses[slug].scope.admits(evidence.themes, evidence.lang, evidence.day)]
    if not fitting:
        return "", "out of scope"
    clear = [slug for slug in fitting if not any(form.ambiguous for form in candidate.forms if form.term == slug)]
    if len(fitting) == 1 and clear:
        return fitting[0], "the only sense" if len(meanings) == 1 else "the only sense in scope"
    return "", UNDECIDED
