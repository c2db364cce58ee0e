"""Evidence: what an archive's own texts, and the glossary, say for the senses of forms that may mean several things."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from digest.annotate.forms import Form, lower
from digest.annotate.profiles import (
    BACKGROUND,
    EXAMPLES,
    FREQUENT,
    Background,
    Profile,
    near,
    place_key,
    profile,
    signs,
)
from digest.annotate.scan import Bare, Mark, sample, searched
from digest.model import Term

if TYPE_CHECKING:
    from digest.annotate.glossary import Findings

_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|other (?:fields?|meanings?|things?)|(?:may|can) (?:also )?(?:be|mean|stand)"
    r"|also (?:means?|stands?)|not to be confused)\b",
    re.IGNORECASE,
)
_SAYING = signs("elsewhere other field meaning letters same such confused stand means thing type kind short form")


class Archive:
    """What was found in the texts of an archive, from which profiles are made where they are asked for.

    `spread` is the number of texts in which each term may be named.
    """

    def __init__(
        self,
        terms: Mapping[str, Term],
        forms: Sequence[Form],
        doubtful: Collection[int],
        findings: Sequence[Findings],
        text: Callable[[int], Bare],
    ) -> None:
        """Take what was found in each text, and a way to the texts; the `doubtful` forms name nothing clearly."""
        self._terms, self._forms, self._doubtful = terms, forms, doubtful
        self.findings = findings
        self._text = text
        slugs = [form.term for form in forms]
        self.spread = Counter(chain.from_iterable({slugs[number] for number in found.forms} for found in findings))
        self._profiles: dict[str, Profile] = {}
        self._elsewhere: dict[str, tuple[str, ...]] = {}

    def profile(self, slug: str) -> Profile:
        """Return the words that speak for a term."""
        if slug not in self._profiles:
            self._profiles[slug] = self._profile(self._terms[slug])
        return self._profiles[slug]

    def elsewhere(self, slug: str) -> tuple[str, ...]:
        """Return the words that speak for other meanings of a term's forms."""
        if slug not in self._elsewhere:
            self._elsewhere[slug] = meant_elsewhere(self._terms[slug])
        return self._elsewhere[slug]

    def _profile(self, term: Term) -> Profile:
        related = (self._terms[slug] for slug in term.related if slug in self._terms)
        naming = self._naming.get(term.slug, {})
        return profile(
            self._background,
            context=term.context,
            names=term.all_names,
            related=[name for one in related for name in (one.term, one.name) if name],
            places=self._places,
            definition=term.definition.text.split("\n\n")[0],  # below it often stands what else the letters mean
            examples=[self._example(*naming[mark]) for mark in sample(naming, EXAMPLES)],
            named=len(naming),
        )

    @cached_property
    def _places(self) -> frozenset[str]:
        """The names of the glossary's places."""
        places = (term for term in self._terms.values() if term.kind == "place")
        return frozenset(place_key(name) for term in places for name in term.all_names)

    @cached_property
    def _background(self) -> Background:
        numbered = {found.folded: number for number, found in enumerate(self.findings)}
        return Background(self._text(numbered[mark]).folded for mark in sample(numbered, BACKGROUND))

    def _example(self, number: int, forms: Collection[str]) -> frozenset[str]:
        """Return the words near the first of some forms in a text."""
        text = self._text(number).searched
        return near(text, [_first(text, forms)])

    @cached_property
    def _naming(self) -> Mapping[str, Mapping[Mark, tuple[int, Collection[str]]]]:
        """By doubtful term, the texts that name it clearly, none of them twice: a number, and the forms that do."""
        terms = {self._forms[number].term for number in self._doubtful}
        naming: dict[str, dict[Mark, tuple[int, list[str]]]] = defaultdict(dict)
        for place, found in enumerate(self.findings) if terms else ():
            for number in found.forms:
                form = self._forms[number]
                if form.term in terms and number not in self._doubtful:
                    _, clear = naming[form.term].setdefault(found.searched, (place, []))
                    clear.append(searched(form.text))
        return naming


def _first(text: str, forms: Collection[str]) -> tuple[int, int]:
    """Return where a text first has one of the forms: there it says what it speaks of, and all of them occur in it."""
    lowered = lower(text)
    start, form = min((lowered.find(lower(form)), form) for form in forms)
    return start, start + len(form)


def meant_elsewhere(term: Term) -> tuple[str, ...]:
    """Return the words by which a term's definition says what its short forms mean elsewhere, sorted.

    They stand below the first paragraph, in a sentence such as "Elsewhere T4 may be the hormone thyroxine".
    """
    _, _, rest = term.definition.text.partition("\n\n")
    told = {word for sentence in _SENTENCE.findall(rest) if _ELSEWHERE.search(sentence) for word in signs(sentence)}
    own = signs(" ".join((*term.all_names, *term.context, term.definition.text.partition("\n\n")[0])))
    return tuple(sorted(told - own - FREQUENT - _SAYING))
