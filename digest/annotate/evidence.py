"""Evidence: what an archive's own texts, and the glossary, say for the senses of forms that may mean several things."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

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
    sample,
    signs,
)
from digest.annotate.scan import Bare, searched
from digest.model import Term

_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|other (?:fields?|meanings?|things?)|(?:may|can) (?:also )?(?:be|mean|stand)"
    r"|also (?:means?|stands?)|not to be confused)\b",
    re.IGNORECASE,
)
_SAYING = signs("elsewhere other field meaning letters same such confused stand means thing type kind short form")


class Archive:
    """The texts of an archive and the forms found in each, from which profiles are made where they are asked for.

    `spread` is the number of texts in which each term may be named.
    """

    def __init__(
        self,
        terms: Mapping[str, Term],
        texts: Sequence[Bare],
        found: Sequence[Sequence[Form]],
        doubtful: Collection[Form],
    ) -> None:
        """Take the texts, and for each the forms found in it; the `doubtful` ones name nothing clearly."""
        self._terms = terms
        self.texts = texts
        self.found = found
        self._doubtful = doubtful
        self.spread = Counter(slug for forms in found for slug in {form.term for form in forms})
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
            examples=[near(text, [_first(text, naming[text])]) for text in sample(naming, EXAMPLES)],
            named=len(naming),
        )

    @cached_property
    def _places(self) -> frozenset[str]:
        """The names of the glossary's places."""
        places = (term for term in self._terms.values() if term.kind == "place")
        return frozenset(place_key(name) for term in places for name in term.all_names)

    @cached_property
    def _background(self) -> Background:
        return Background(sample((text.folded for text in self.texts), BACKGROUND))

    @cached_property
    def _naming(self) -> Mapping[str, Mapping[str, Collection[str]]]:
        """By doubtful term, the texts that name it clearly, each with the forms that do."""
        terms = {form.term for form in self._doubtful}
        naming: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for text, forms in zip(self.texts, self.found, strict=True):
            for form in forms:
                if form.term in terms and form not in self._doubtful:
                    naming[form.term][text.searched].append(searched(form.text))
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
