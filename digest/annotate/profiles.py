"""Profiles: which words speak for a sense, and for which sense the words around a mention speak.

A profile gives each word whole bits: how many times likelier it is near a mention of the sense than in any passage of
the archive, by naive Bayes with Dirichlet smoothing (Zhai and Lafferty 2001). Counts are damped by a discount (Ney,
Essen and Kneser 1994) and a square root, since texts of one archive repeat each other. How well a sense fits is told by
its few loudest words alone: words of one text depend on each other, so one strong sign is worth more than many weak
ones (Yarowsky 1994), and nothing is gained by length. Mentions of one form in one text are taken to mean one thing
(Gale, Church and Yarowsky 1992), so the words around all of them are weighed together.

Names of places and peoples say where a text plays, not what it speaks of, and all news of a country share them: they
are one sign together, unless something else says that the text speaks of the sense's subject.

The constants were chosen on sentences from papers and on news; `benchmarks/sense_margin.py` computes their figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from math import inf, sqrt
from types import MappingProxyType

from digest.annotate.abbreviations.lexicon import FUNCTION_WORDS
from digest.annotate.countries import is_country, is_people
from digest.annotate.fold import fold

BACKGROUND, EXAMPLES = 256, 32  # texts that a background and a profile are made of, at most
WORDS = 96  # of a profile, at most

_REACH = 160  # characters on either side of a mention, about 25 words
_SMOOTHING = 20  # passages of the archive that are mixed into what is known of a sense
_DISCOUNT = 0.5  # of each count of examples: a word met once is often there by chance
_IN_NAME, _IN_DEFINITION = 1.0, 0.5  # what a word that is told is worth, in examples
_BITS = (1.41, 2.83, 5.66)  # powers of the root of 2: from here on a word is 1, 2, 3 bits likelier
_FULL = len(_BITS)

_LOUDEST = 3  # words that are added up
ALIKE = 5  # letters at the beginning that make two words one: "Syria" and "Syrian" are one sign
FIT = 6  # what they must reach: two words of full weight, or three
_SOMEWHERE = ""  # the sign that all names of places and peoples are together
_NOTHING: Mapping[str, int] = MappingProxyType({})
MARGIN = 3  # by how much the best sense must lead: a word of full weight

_WORD = re.compile(r"\b[^\W\d]\w+")


def signs(text: str) -> set[str]:
    """Return the words of a text as profiles have them: folded, without a plural's ending, and no numbers."""
    found = set(_WORD.findall(fold(text).text.casefold()))
    return {_singular(word) if word[-1] == "s" else word for word in found}


def _singular(word: str) -> str:
    if len(word) < 5 or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


# Words that say nothing anywhere, for archives too small to show it.
FREQUENT = FUNCTION_WORDS | signs(
    """
    about after against all also any are be because been before being between both but can could did do does during
    each first had has have he her here him his how if is it its last like made many may more most much must new no not
    now one only other our out people said same say she should since so some such than that their them then there these
    they this those through time too two under until up us use used very was we were what when where which while who
    will would year you your
    """
)


def near(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Return the words around all mentions of a form in a text, as profiles have them, without the form's own."""
    places = list(spans)
    around = (piece for start, end in places for piece in (_before(text, start), _after(text, end)))
    return frozenset(signs("\n".join(around)) - signs("\n".join(text[start:end] for start, end in places)))


class Background:
    """How common words are in an archive, by the share of its passages that have them."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the words of texts; a `sample` of them will do. Passages are as long as what is near a mention."""
        size = 2 * _REACH
        passages = [text[start : start + size] for text in texts for start in range(0, len(text), size)]
        self._counts = Counter(chain.from_iterable(map(signs, passages)))
        self._total = len(passages)

    def share(self, word: str) -> float:
        """Return a word's share, as if 32 passages more had it in 8 of them if it is frequent, else in half a one."""
        return (self._counts[word] + (8 if word in FREQUENT else 0.5)) / (self._total + 32)


@dataclass(frozen=True, slots=True)
class Profile:
    """The words that speak for a sense, sorted, each with its weight in bits; `prior` is what the sense has anyway.

    `places` are those of the words that name places and peoples; `subject` the words and phrases, however common, by
    which the glossary says what the sense is.
    """

    words: tuple[tuple[str, int], ...] = ()
    prior: int = 0
    places: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()

    @property
    def loud(self) -> frozenset[str]:
        """The words of full weight."""
        return frozenset(word for word, weight in self.words if weight == _FULL)


def profile(
    background: Background,
    *,
    context: Collection[str] = (),
    names: Collection[str] = (),
    related: Collection[str] = (),
    definition: str = "",
    places: Collection[str] = (),
    examples: Sequence[Collection[str]] = (),
    named: int = 0,
) -> Profile:
    """Return the profile of a sense.

    `context` are words and phrases that speak for it by its author's word: a single word in full, however common it is
    in the archive; `names` are its own, `related` those of related terms; `definition` is what it is, without what its
    short forms mean elsewhere; `places` are names of places beside countries, by `place_key`. `examples` are what is
    `near` the first place in each text that names it clearly (near all places, more is there by chance). `named` counts
    such texts: the prior is 0 for none and grows by one with each doubling.
    """
    hints = [signs(hint) for hint in context]
    worth = dict.fromkeys(signs(definition), _IN_DEFINITION)
    worth |= dict.fromkeys(chain.from_iterable((*map(signs, (*names, *related)), *hints)), _IN_NAME)
    worth |= {word: inf for hint in hints if len(hint) == 1 for word in hint}
    for word, count in Counter(chain.from_iterable(examples)).items():
        worth[word] = max(worth.get(word, 0), (count - _DISCOUNT) / sqrt(len(examples)))
    weights = {word: _weight(value, background.share(word)) for word, value in worth.items()}
    speaking = (word for word, weight in weights.items() if weight)
    kept = nsmallest(WORDS, speaking, key=lambda word: (-weights[word] * worth[word], word))
    phrases = [phrase for phrase in (*context, *related) if is_country(phrase) or place_key(phrase) in places]
    told = {word for hint in (*context, *names) for word in signs(hint)}
    where = {word for word in told.union(kept) if word in places or _is_where(word)}.union(*map(signs, phrases))
    subject = {" ".join(sorted(signs(hint) - FREQUENT - where)) for hint in (*context, *names)} - {""}
    return Profile(
        words=tuple((word, weights[word]) for word in sorted(kept)),
        prior=(named + 1).bit_length() - 1,
        places=tuple(sorted(where.intersection(kept))),
        subject=tuple(sorted(subject)),
    )


@dataclass(frozen=True, slots=True)
class Weighed:
    """How well a sense fits the words of a text: `words` are those that count, the loudest first."""

    slug: str
    fit: int
    prior: int
    words: tuple[str, ...]

    @property
    def score(self) -> int:
        """The fit and the prior together, by which senses are ranked."""
        return self.fit + self.prior


def weigh(
    words: Collection[str], profiles: Mapping[str, Profile], beside: Mapping[str, int] = _NOTHING
) -> tuple[Weighed, ...]:
    """Rank senses by the words around a form, the best first; fits can be compared across texts and forms.

    `beside`, by sense, is what stands right beside the form: above 0 where that is as beside such a thing, below where
    it is as beside something else: then a word of full weight more is asked for.
    """
    found = (_weighed(words, slug, known, beside.get(slug, 0)) for slug, known in profiles.items())
    return tuple(sorted(found, key=lambda one: (-one.score, one.slug)))


def margin(ranked: Sequence[Weighed]) -> int:
    """Return by how much the first sense leads, where there is no other: leads nothing at all."""
    return ranked[0].score - ranked[1].score if len(ranked) > 1 else ranked[0].score


def decided(ranked: Sequence[Weighed]) -> Weighed | None:
    """Return the sense that a text means, or None where it may be another, or one that the glossary does not have."""
    return ranked[0] if ranked and ranked[0].fit >= FIT and margin(ranked) >= MARGIN else None


def _weighed(words: Collection[str], slug: str, known: Profile, beside: int) -> Weighed:
    on_subject = beside > 0 or (not beside and any(_has(words, phrase) for phrase in known.subject))
    signs: dict[str, tuple[int, str]] = {}
    for weight, word in sorted((-weight, word) for word, weight in known.words if word in words):
        sign = word[:ALIKE] if on_subject or word not in known.places else _SOMEWHERE
        signs.setdefault(sign, (-weight, word))
    loudest = list(signs.values())[:_LOUDEST]
    fit = sum(weight for weight, _ in loudest) - (_FULL if beside < 0 else 0)
    return Weighed(slug, max(0, fit), known.prior, tuple(word for _, word in loudest))


def _has(words: Collection[str], phrase: str) -> bool:
    return all(word in words for word in phrase.split())


def place_key(name: str) -> str:
    """Return the name of a place as `profile` compares it; a single word is as `signs` has it."""
    return " ".join(sorted(signs(name) - FREQUENT))


def _is_where(word: str) -> bool:
    """Whether a word, as profiles have it, names a country or a people."""
    return is_people(word) or is_country(word.capitalize()) or is_country(word.upper())


def _weight(worth: float, share: float) -> int:
    """The bits by which a word is likelier near a sense than anywhere, rounded, up to the full weight."""
    return bisect_right(_BITS, 1 + worth / (_SMOOTHING * share))


def _before(text: str, end: int) -> str:
    """What is near before a place, without a word that the reach cuts."""
    start = max(0, end - _REACH)
    piece = text[start:end]
    return piece.partition(" ")[2] if start and " " in piece else piece


def _after(text: str, start: int) -> str:
    piece = text[start : start + _REACH]
    return piece.rpartition(" ")[0] if start + _REACH < len(text) and " " in piece else piece
