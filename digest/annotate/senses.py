"""Senses: which term a form means in this text, or that nothing decides it.

The order of decision: the author's word, the text's own words, the terms' scope, the evidence of the words around.
Unsure means unlinked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from digest.annotate.explained import Explained
from digest.annotate.find import Found
from digest.annotate.fold import fold_name
from digest.annotate.forms import Form
from digest.annotate.glossary import Sense
from digest.annotate.profiles import decided, weigh
from digest.annotate.surroundings import Surroundings

UNDECIDED = "nothing decides what it means here"
OUT_OF_SCOPE = "out of scope"
SHORT_FOR = "short for a name that the text has not given"
SHARED = "two in this text share the name"
BRACKETS = "the author's brackets name it"
SPELLED_OUT = "the text spells it out"
AFTER_FULL_NAME = "short for the name that the text has given"
NAMESAKE = "a word of this term's full name, and of no other's"
IN_PLACE = "it stands where a place does"
BY_EVIDENCE = "the words around speak for it"
METONYM = "stands for a government: metonym"


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
class Setting:
    """What is known of a text beside its words: the senses that its author gave, by folded form, its themes and day."""

    given: Mapping[str, str]
    themes: tuple[str, ...]
    lang: str
    day: date

    @classmethod
    def of(cls, senses: Iterable[tuple[str, str]], themes: tuple[str, ...], lang: str, day: date) -> Setting:
        """Take `senses` as pairs of a form, as the author spells it, and a slug."""
        return cls({fold_name(form): slug for form, slug in senses}, themes, lang, day)

    def admits(self, sense: Sense) -> bool:
        """Whether the text lies in a sense's scope."""
        return sense.scope.admits(self.themes, self.lang, self.day)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a candidate means (empty: nothing decides), and the rule that says so."""

    term: str
    why: str
    scores: tuple[tuple[str, int], ...] = ()


def settle(
    found: Sequence[Found],
    passages: Sequence[str],
    senses: Mapping[str, Sense],
    setting: Setting,
    named: frozenset[str],
    told: Mapping[str, Explained],
) -> list[Occurrence]:
    """Decide each candidate of a text, given in reading order, and the texts of its passages.

    `named` holds the terms in the author's brackets, `told` the short forms that the text explains, folded.
    """
    surroundings = Surroundings(found, passages)
    judge = _Judge(senses, setting, named, told, _introduced(found, senses, setting), _strangers(found), surroundings)
    settled = []
    for number, one in enumerate(found):
        ruling = Ruling("", one.bar) if one.bar else judge.decide(number, one)
        short = one.bar and all(form.follows for form in one.candidate.forms)  # whether it counts was not asked
        others = () if short else tuple(slug for slug in one.terms if slug != ruling.term)
        at = one.candidate
        settled.append(
            Occurrence(one.passage, at.start, at.end, one.surface, ruling.term, ruling.why, others, ruling.scores)
        )
    return settled


def _introduced(found: Sequence[Found], senses: Mapping[str, Sense], setting: Setting) -> dict[str, int]:
    """Return the terms that the text names without doubt, in a full form, each with the number of the first place."""
    introduced: dict[str, int] = {}
    for number, one in enumerate(found):
        forms = one.candidate.forms
        if one.names and len(one.terms) == 1 and not any(form.ambiguous or form.follows for form in forms):
            [slug] = one.terms
            if setting.admits(senses[slug]):
                introduced.setdefault(slug, number)
    return introduced


def _strangers(found: Sequence[Found]) -> frozenset[str]:
    """Return the surnames that the text also gives to somebody whom the glossary does not have."""
    return frozenset(
        fold_name(one.surface)
        for one in found
        if one.bar.startswith("part of") and all(form.follows for form in one.candidate.forms)
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """The rules of one text, in the order in which they are asked."""

    senses: Mapping[str, Sense]
    setting: Setting
    named: frozenset[str]
    told: Mapping[str, Explained]
    introduced: Mapping[str, int]
    strangers: frozenset[str]
    surroundings: Surroundings

    def decide(self, number: int, one: Found) -> Ruling:
        surface = fold_name(one.surface)
        given = self.setting.given.get(surface)
        if given in one.terms:
            return Ruling(given, "the front matter gives the sense")
        explained = self.told.get(surface)
        if explained and (not explained.term or explained.term in one.terms):
            return self._explained(explained)
        meanings = self._meanings(number, one)
        if not meanings:
            return Ruling("", SHORT_FOR)
        return self._metonym(one, self._choose(one, meanings, surface))

    def _explained(self, explained: Explained) -> Ruling:
        if not explained.term:
            return Ruling("", f'the text explains it as "{explained.long}"')
        if not self.setting.admits(self.senses[explained.term]):
            return Ruling("", OUT_OF_SCOPE)
        return Ruling(explained.term, SPELLED_OUT)

    def _meanings(self, number: int, one: Found) -> list[str]:
        """Return the terms that it may mean.

        What is short for a name counts only after that name, and not beside a form that an author has given to a term
        which the text names in full.
        """
        forms = one.candidate.forms
        own = dict.fromkeys(form.term for form in forms if not form.follows)
        if any(slug in self.introduced for slug in own):
            return list(own)
        after = (form.term for form in forms if form.follows and self.introduced.get(form.term, number) < number)
        return list(dict.fromkeys((*own, *after)))

    def _choose(self, one: Found, meanings: list[str], surface: str) -> Ruling:
        own = [form for form in one.candidate.forms if not form.follows]
        marked = {form.term for form in own if form.ambiguous}
        if len(meanings) > 1 or marked:
            clear = [slug for slug in meanings if slug not in marked and self.setting.admits(self.senses[slug])]
            for slugs, why in (
                (self.named, BRACKETS),
                (self._namesakes(clear, surface) if own else (), NAMESAKE),
                (self._places(clear) if one.in_place else (), IN_PLACE),
                (self.introduced, SPELLED_OUT),
            ):
                chosen = [slug for slug in meanings if slug in slugs]
                if len(chosen) == 1:
                    return Ruling(chosen[0], why)
        fitting = [slug for slug in meanings if self.setting.admits(self.senses[slug])]
        if not fitting:
            return Ruling("", OUT_OF_SCOPE)
        if len(fitting) == 1 and fitting[0] not in marked:
            shared = not own and surface in self.strangers
            return Ruling("", SHARED) if shared else Ruling(fitting[0], self._only(meanings, own))
        return self._weighed(one, fitting) if own else Ruling("", SHARED)

    def _weighed(self, one: Found, fitting: Sequence[str]) -> Ruling:
        """Decide by the words around every mention of the form in the text."""
        ranked = weigh(self.surroundings.words(one), {slug: self.senses[slug].profile for slug in fitting})
        best = decided(ranked)
        scores = tuple((sense.slug, sense.fit) for sense in ranked)
        if best is None:
            return Ruling("", UNDECIDED, scores)
        return Ruling(best.slug, f"{BY_EVIDENCE}: {', '.join(best.words)}", scores)

    def _namesakes(self, slugs: Sequence[str], surface: str) -> list[str]:
        """Return the terms whose full name has the form for a word."""
        word = re.compile(rf"\b{re.escape(surface)}\b", re.IGNORECASE)
        return [slug for slug in slugs if word.search(fold_name(self.senses[slug].name))]

    def _places(self, slugs: Sequence[str]) -> list[str]:
        return [slug for slug in slugs if self.senses[slug].kind == "place"]

    def _only(self, meanings: list[str], own: list[Form]) -> str:
        if not own:
            return AFTER_FULL_NAME
        return "the only sense" if len(meanings) == 1 else "the only sense in scope"

    def _metonym(self, one: Found, ruling: Ruling) -> Ruling:
        sense = self.senses.get(ruling.term)
        if sense and sense.kind == "place" and not sense.metonym and one.is_metonym:
            return Ruling("", METONYM)
        return ruling
