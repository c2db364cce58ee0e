"""Explained: what a text itself says that its short forms stand for: "Tiyas Air Base (T4)", "thyroxine (T4)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import groupby
from operator import attrgetter

from digest.annotate.abbreviations import Abbreviation, abbreviations, dateline, is_cued
from digest.annotate.find import NAMING, Found
from digest.annotate.fold import fold_name
from digest.annotate.forms import Form
from digest.annotate.glossary import Sense
from digest.annotate.markdown import IN_CODE, Passage
from digest.annotate.names import names
from digest.annotate.profiles import ALIKE, FREQUENT, signs
from digest.annotate.spans import Spans
from digest.annotate.variants import initials
from digest.annotate.vocabulary import LINKS

_BRACKET = re.compile(r"[(\[][^()\[\]]{1,200}[)\]]")
_SHORT = 20  # characters of a bracket that may hold a short form which the glossary does not have
_LEAD = 60  # characters before a bracket that are looked at
_FEW = 3  # words that may be another name of a form
_CLAUSE = re.compile(r"[.,;:!?]")
_PASSAGE = attrgetter("passage")
_ALIKE = 0.5  # share of a name's words from which another spelling of it is taken for the same


@dataclass(frozen=True, slots=True)
class Explained:
    """What a short form stands for: a term, or (with an empty slug) something that the glossary does not have.

    `at` is where the text says so: the number of the passage and the place in it.
    """

    term: str
    long: str
    at: tuple[int, int]


Meanings = dict[str, set[str]]  # by folded form, the terms that it may mean
Told = Mapping[str, Sequence[Explained]]  # by folded form, what a text explains it as, in reading order


def explained(passages: Sequence[Passage], found: Sequence[Found], senses: Mapping[str, Sense]) -> Told:
    """Return what a text explains of the short forms that may mean a term, and of the terms that it names."""
    told: dict[str, list[Explained]] = defaultdict(list)
    own = [one for one in found if not one.is_short]
    meanings = cache(partial(_meanings, own))  # few texts need them
    for number, here in groupby(own, key=_PASSAGE):
        standing, text = list(here), passages[number].text
        acronyms = [one.candidate for one in standing if one.surface.isupper()]
        cued = any(is_cued(text, one.start, one.end) for one in acronyms)
        if cued or (("(" in text or "[" in text) and _BRACKET.search(text)):
            for short, term, long, place in _explanations(passages[number], standing, meanings, senses, cued=cued):
                told[short].append(Explained(term, long, (number, place)))
    for short, rival in _rivals(passages, found, told.keys()):
        told[short].append(rival)
    return told


def meant_at(told: Sequence[Explained], at: tuple[int, int]) -> Explained | None:
    """Return what a form means at a place, of what a text explains it as: the last before it, else the first."""
    before = [one for one in told if one.at <= at]
    return before[-1] if before else next(iter(told), None)


def forms_told(told: Told, known: Iterable[Form]) -> list[Form]:
    """Return the short forms that only this text gives to its terms, as forms."""
    spellings = {form.text for form in known}
    return [Form(short, ones[0].term) for short, ones in told.items() if ones[0].term and short not in spellings]


def _meanings(found: Iterable[Found]) -> Meanings:
    meanings: Meanings = defaultdict(set)
    for one in found:
        meanings[fold_name(one.surface)].update(one.own_terms)
    return meanings


def _explanations(
    passage: Passage,
    here: Sequence[Found],
    meanings: Callable[[], Meanings],
    senses: Mapping[str, Sense],
    *,
    cued: bool,
) -> Iterator[tuple[str, str, str, int]]:
    """Yield each explanation in a passage: the short form, the term, the long form, and the place of the short one."""
    places = Spans((one.candidate.start, one.candidate.end, one) for one in here)
    brackets = [_Bracket.of(match, places) for match in _BRACKET.finditer(passage.text, dateline(passage.text))]
    told = {one[3]: one for bracket in brackets for one in bracket.something_else(senses)}
    if cued or any(bracket.is_news for bracket in brackets):
        told |= {one[3]: one for one in _abbreviations(passage, places, meanings(), senses)}
    told |= {one[3]: one for bracket in brackets for one in bracket.another_name()}
    yield from told.values()


def _abbreviations(
    passage: Passage, places: Spans[Found], meanings: Meanings, senses: Mapping[str, Sense]
) -> Iterator[tuple[str, str, str, int]]:
    code = [(start, end) for start, end, reason in passage.closed if reason == IN_CODE]
    for told in abbreviations(passage.text):
        start, end = told.short_span
        short = fold_name(told.short)
        term = _named(told, places) or _alike(told, meanings.get(short, ()), senses)
        if (term or short in meanings) and not any(first < end and start < last for first, last in code):
            yield short, term, told.long, start


@dataclass(frozen=True)
class _Bracket:
    """A bracket, what leads to it, and the candidates inside it and right before it."""

    text: str
    lead: str
    before: Sequence[Found]
    inside: Sequence[Found]

    @classmethod
    def of(cls, match: re.Match[str], places: Spans[Found]) -> _Bracket:
        start, end = match.span()
        leading = places.overlapping(max(0, start - 2), start)
        before = [one for one in leading if one.candidate.end <= start and one.bar in ("", *NAMING)]
        inside = [one for one in places.overlapping(start, end) if start < one.candidate.start]
        return cls(match[0], match.string[max(0, start - _LEAD) : start], before, inside)

    @cached_property
    def term(self) -> str:
        """The one term that both the name before the bracket and the form in it may mean."""
        if not self.before or not self.inside:
            return ""
        before, inside = ({slug for one in part for slug in one.own_terms} for part in (self.before, self.inside))
        both = before & inside
        return both.pop() if len(both) == 1 else ""

    def something_else(self, senses: Mapping[str, Sense]) -> Iterator[tuple[str, str, str, int]]:
        """Yield an explanation of an ambiguous form beside words that say nothing of the terms that it may mean.

        It stands alone in the bracket ("thyroxine (T4)") or right before one of a few words ("T4 (thyroxine)").
        """
        words = self.text[1:-1].split()
        for one, phrase in [
            *((one, " ".join(self.lead.split()[-_FEW:])) for one in self.inside if [one.surface] == words),
            *((one, " ".join(words)) for one in self.before if len(words) <= _FEW),
        ]:
            if not one.is_ambiguous:
                continue
            known = {word for slug in one.own_terms for word, _ in senses[slug].profile.words}
            told = signs(_CLAUSE.split(phrase)[-1]) - FREQUENT
            if told and told.isdisjoint(known):
                yield fold_name(one.surface), "", phrase, one.candidate.start

    def another_name(self) -> Iterator[tuple[str, str, str, int]]:
        """Yield what a name explains that the glossary knows: "Tiyas Air Base (T4)"."""
        for one in self.inside if self.term else ():
            yield fold_name(one.surface), self.term, self.before[0].surface, one.candidate.start

    @property
    def is_news(self) -> bool:
        """Whether it may explain a form in a way that the glossary does not know: brackets that do are few."""
        if self.term:
            return False
        acronym = any(one.surface.isupper() for one in self.before)
        return bool(self.inside) or acronym or (bool(self.before) and len(self.text) < _SHORT)


def _rivals(
    passages: Sequence[Passage], found: Sequence[Found], told: Collection[str]
) -> Iterator[tuple[str, Explained]]:
    """Yield the names whose initials an ambiguous form is, where the text names no term that it may mean."""
    doubtful = {fold_name(one.surface) for one in found if one.surface.isupper() and one.is_ambiguous} - set(told)
    if not doubtful:
        return
    clear = {one.clear_term for one in found}
    doubtful -= {fold_name(one.surface) for one in found if not clear.isdisjoint(one.own_terms)}
    for number, passage in enumerate(passages):
        for start, end in names(passage.text):
            short = initials(fold_name(passage.text[start:end]))
            if len(short) > 2 and short in doubtful:
                yield short, Explained("", passage.text[start:end], (number, start))


def _named(abbreviation: Abbreviation, places: Spans[Found]) -> str:
    """Return the term that the long form names without doubt, where it is that name and no part of another."""
    start, end = abbreviation.long_span
    for one in places.overlapping(start, end):
        at = one.candidate
        if start <= at.start and at.end == end and 2 * (at.end - at.start) > end - start and one.clear_term:
            return one.clear_term
    return ""


def _alike(abbreviation: Abbreviation, meanings: Iterable[str], senses: Mapping[str, Sense]) -> str:
    """Return the one of the terms whose name the long form spells nearly, or may be; or nothing."""
    words, known = _words(abbreviation.long), sorted(meanings)
    spelled = (slug for slug in known if _share(words, _words(senses[slug].name)) >= _ALIKE)
    unnamed = [slug for slug in known if _may_be_named(abbreviation, senses[slug])]
    return next(spelled, unnamed[0] if len(unnamed) == 1 else "")


def _may_be_named(abbreviation: Abbreviation, sense: Sense) -> bool:
    """Whether a long form may be the full name of a term that has none, by what the glossary says of the term."""
    if sense.about is None or fold_name(sense.title) != fold_name(abbreviation.short):
        return False
    about, told = (_roots(text) - _roots(sense.title) for text in (sense.about, abbreviation.long))
    return not about or not about.isdisjoint(told)


def _roots(text: str) -> set[str]:
    return {word[:ALIKE] for word in signs(text) - FREQUENT}


def _words(name: str) -> frozenset[str]:
    return frozenset(fold_name(name).lower().replace("-", " ").replace("'", "").split()) - LINKS


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / max(len(words | others), 1)
