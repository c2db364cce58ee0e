"""The judge: the rules by which a form gets its meaning in a text, in the order in which they are asked.

The author's word, the text's own words, the terms' scope, the evidence of the words around. Unsure means unlinked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from digest.annotate.explained import Told, meant_at
from digest.annotate.find import Found
from digest.annotate.fold import fold_name
from digest.annotate.glossary import Sense
from digest.annotate.profiles import decided, signs, weigh
from digest.annotate.surroundings import Surroundings
from digest.annotate.variants import spellings

GIVEN = "the front matter gives the sense"
ONLY, ONLY_IN_SCOPE = "the only sense", "the only sense in scope"
UNDECIDED = "nothing decides what it means here"
OUT_OF_SCOPE = "out of scope"
SHORT_FOR = "short for a name that the text has not given"
SHARED = "two in this text share the name"
BRACKETS = "the author's brackets name it"
EXPLAINED_AS = "the text explains it as"
SPELLED_OUT = "the text spells it out"
AFTER_FULL_NAME = "short for the name that the text has given"
NAMESAKE = "a word of this term's full name, and of no other's"
OF_REGION = "the text says beside it where it lies"
IN_PLACE = "it stands where a place does"
BY_EVIDENCE = "the words around speak for it"
METONYM = "stands for a government: metonym"

_folded = lru_cache(maxsize=1024)(fold_name)  # a text says its names again and again
_ARTICLE = re.compile(r"^(?:[ae]l|[ae][dnrstz]|ash|adh|ath)[ -]", re.IGNORECASE)


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
        pairs = [(fold_name(form), slug) for form, slug in senses]
        spelt = {spelling: slug for form, slug in pairs for spelling in spellings(form)}
        return cls({**spelt, **dict(pairs)}, themes, lang, day)

    def admits(self, sense: Sense) -> bool:
        """Whether the text lies in a sense's scope."""
        return sense.scope.admits(self.themes, self.lang, self.day)


class Ruling(NamedTuple):
    """What a candidate means (empty: nothing decides), and the rule that says so."""

    term: str
    why: str
    scores: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """What is known of one text, and the rules.

    `named`: the terms in the author's brackets. `told`: what the text explains its short forms as. `introduced`: the
    terms that it names without doubt, each with the number of the first candidate that does. `strangers`: the surnames
    that it also gives to somebody whom the glossary does not have.
    """

    senses: Mapping[str, Sense]
    setting: Setting
    named: frozenset[str]
    told: Told
    introduced: Mapping[str, int]
    strangers: frozenset[str]
    surroundings: Surroundings

    def decide(self, number: int, one: Found) -> Ruling:
        """Return what the candidate of this number means."""
        if (self.setting.given or self.told) and (said := self._said(one)):
            return said
        if clear := one.clear_term:
            return self._metonym(one, self._within_scope(clear, ONLY))
        own = [form for form in one.candidate.forms if not form.follows]
        if not own:
            return self._short(number, one)
        marked = {form.term for form in own if form.ambiguous}
        return self._metonym(one, self._meaning(one, list(dict.fromkeys(form.term for form in own)), marked))

    def _said(self, one: Found) -> Ruling | None:
        """Return what the author or the text itself says that a candidate means, if they do."""
        surface = _folded(one.surface)
        given = self.setting.given.get(surface)
        if given in one.terms:
            return Ruling(given, GIVEN)
        told = self.told.get(surface)
        explained = meant_at(told, (one.passage, one.candidate.start)) if told else None
        if explained and not explained.term:
            return Ruling("", f'{EXPLAINED_AS} "{explained.long}"')
        if explained and explained.term in one.terms:
            return self._within_scope(explained.term, SPELLED_OUT)
        return None

    def _short(self, number: int, one: Found) -> Ruling:
        """Decide on what is short for a name: it counts after that name, if nobody else in the text bears it."""
        after = [slug for slug in one.terms if self.introduced.get(slug, number) < number]
        if not after:
            return Ruling("", SHORT_FOR)
        if len(after) > 1 or surname_key(one.surface) in self.strangers:
            return Ruling("", SHARED)
        return self._within_scope(after[0], AFTER_FULL_NAME)

    def _meaning(self, one: Found, meanings: Sequence[str], marked: Collection[str]) -> Ruling:
        """Decide between the terms whose form it is; `marked` ones have said that it means other things too."""
        if len(meanings) > 1 or marked:
            for slugs, why in self._hints(one, meanings, [slug for slug in meanings if slug not in marked]):
                chosen = [slug for slug in meanings if slug in slugs]
                if len(chosen) == 1:
                    return self._within_scope(chosen[0], why)
        fitting = [slug for slug in meanings if self.setting.admits(self.senses[slug])]
        if not fitting:
            return Ruling("", OUT_OF_SCOPE)
        if len(fitting) == 1 and fitting[0] not in marked:
            return Ruling(fitting[0], ONLY_IN_SCOPE)
        return self._weighed(one, meanings)

    def _hints(
        self, one: Found, meanings: Sequence[str], clear: Sequence[str]
    ) -> Iterable[tuple[Collection[str], str]]:
        """Yield what the text says of its meanings, each as terms and the rule."""
        yield self.named, BRACKETS
        if region := self.surroundings.region(one):
            yield self._lying_in(region, meanings), OF_REGION
        yield self._namesakes(clear, fold_name(one.surface)), NAMESAKE
        if one.in_place:
            yield [slug for slug in clear if self.senses[slug].kind == "place"], IN_PLACE
        yield self.introduced, SPELLED_OUT

    def _lying_in(self, region: str, slugs: Iterable[str]) -> list[str]:
        """Return the places for which the name of a region speaks in full."""
        places = (self.senses[slug] for slug in slugs if self.senses[slug].kind == "place")
        return [sense.slug for sense in places if not signs(region).isdisjoint(sense.profile.loud)]

    def _namesakes(self, slugs: Sequence[str], surface: str) -> list[str]:
        """Return the terms in scope whose full name has the form for a word."""
        word = re.compile(rf"\b{re.escape(surface)}\b", re.IGNORECASE)
        admitted = (slug for slug in slugs if self.setting.admits(self.senses[slug]))
        return [slug for slug in admitted if word.search(fold_name(self.senses[slug].name))]

    def _weighed(self, one: Found, meanings: Sequence[str]) -> Ruling:
        """Decide by the words around every mention of the form; what is out of scope may be meant, but not linked."""
        around = self.surroundings.words(one)
        senses = [self.senses[slug] for slug in meanings]
        beside = {sense.slug: self.surroundings.beside(one, sense.kind, sense.profile) for sense in senses}
        ranked = weigh(around, {sense.slug: sense.profile for sense in senses}, beside)
        best = decided(ranked)
        scores = tuple((sense.slug, sense.fit) for sense in ranked)
        if best is None or not around.isdisjoint(self.senses[best.slug].elsewhere):
            return Ruling("", UNDECIDED, scores)
        return self._within_scope(best.slug, f"{BY_EVIDENCE}: {', '.join(best.words)}", scores)

    def _within_scope(self, slug: str, why: str, scores: tuple[tuple[str, int], ...] = ()) -> Ruling:
        if self.setting.admits(self.senses[slug]):
            return Ruling(slug, why, scores)
        return Ruling("", OUT_OF_SCOPE, scores)

    def _metonym(self, one: Found, ruling: Ruling) -> Ruling:
        sense = self.senses.get(ruling.term)
        if sense and sense.kind == "place" and not sense.metonym and one.is_metonym:
            return Ruling("", METONYM)
        return ruling


def surname_key(surname: str) -> str:
    """Return a surname as it is compared: without case, article, hyphen and apostrophe."""
    return re.sub(r"[ '-]", "", _ARTICLE.sub("", fold_name(surname).lower()))
