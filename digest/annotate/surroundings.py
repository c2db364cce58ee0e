"""Surroundings: what stands around the places where a text uses a form that may mean several things, and beside it.

Beside a name stands what is done by such a thing or to it, or where it is: "HTS denied", "an HTS leader", "struck T4",
"T4, east of Homs". Beside another thing there is "a" with a word that the sense does not know ("an HTS code"), or a row
of other letters ("TSH and T4").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from digest.annotate.abbreviations.lexicon import FUNCTION_WORDS
from digest.annotate.find import Found
from digest.annotate.fold import fold
from digest.annotate.profiles import Profile, near, signs
from digest.annotate.vocabulary import BEFORE_VERBS, ROLES, words
from digest.model import Kind

# Deeds of bodies, and those that are done to places: "HTS seized the town", "jets struck T4", "T4 was hit".
_DEEDS = words(
    """
    attack attacked attacking attacks bombarded bombed bombing captured capturing entered entering hit hitting
    launched raided raiding recaptured retook seized seizing shelled shelling stormed storming strike strikes
    striking struck targeted
    """
)
_MEMBERS = ROLES | words("delegation fighter force government gunmen leadership member militant rebel soldier troop")
_MEANS = re.compile(r"-(?:affiliated|aligned|backed|controlled|dominated|held|led|linked|run)\b")
_ARTICLE = re.compile(r"\b[Aa]n? $")
_ROW_BEFORE = re.compile(r"\b([A-Z][A-Z\d]{1,5})(?:, | and | or |/)$")
_ROW_AFTER = re.compile(r"(?:, | and | or |/)([A-Z][A-Z\d]{1,5})\b")
_NEARBY = words("around near outside toward towards")
_DIRECTION = re.compile(r",? (?:[\w-]+ ){0,3}(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of\b")
_NAME = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}"
_REGION_AFTER = re.compile(
    rf"(?:,? in (?:the )?(?P<within>{_NAME})|, (?P<behind>{_NAME})(?=[,.;:)]|$)|,? \((?P<held>{_NAME})\))"
)
_REGION_BEFORE = re.compile(r"\b([A-Z][\w-]*(?: [A-Z][\w-]*){0,2})'s? $")
_REACH = 40  # characters on either side of a form that are beside it


class Surroundings:
    """The words around the mentions of a form in all of a text."""

    def __init__(self, found: Sequence[Found], passages: Sequence[str]) -> None:
        """Take the candidates of a text and the texts of its passages; nothing is worked out until it is asked for."""
        self._found = found
        self._passages = passages
        self._words: dict[tuple[str, ...], frozenset[str]] = {}

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._folded)

    @cached_property
    def _folded(self) -> list[str]:
        return [fold(passage).text for passage in self._passages]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(passage) + 1 for passage in self._folded)]

    def words(self, one: Found) -> frozenset[str]:
        """Return the words near every place where the same terms may be meant."""
        if one.terms not in self._words:
            alike = [(self._starts[other.passage], other.candidate.at) for other in self._alike(one)]
            self._words[one.terms] = near(self._text, [(first + start, first + end) for first, (start, end) in alike])
        return self._words[one.terms]

    def beside(self, one: Found, kind: Kind, profile: Profile) -> int:
        """Return what stands right beside the places where the same terms may be meant, for one of them.

        Above 0: what stands beside such a kind of thing, or a word of its subject, somewhere; below: what stands beside
        another thing, and is no word of its profile; else 0.
        """
        alike = [(other, *_beside(other)) for other in self._alike(one)]
        subject = {word for phrase in profile.subject for word in phrase.split()}
        known = subject.union(word for word, _ in profile.words)
        if any(_is_other(before, after, kind, known) for _, before, after in alike):
            return -1
        return int(
            kind == "place" or any(_plays(other, before, after, kind, subject) for other, before, after in alike)
        )

    def region(self, one: Found) -> str:
        """Return the names of what a place lies in, as the text says it right beside it: "Tripoli, Lebanon".

        Where it says so at another mention only, those of all mentions.
        """
        return _region(one) or " ".join(map(_region, self._alike(one)))

    def _alike(self, one: Found) -> Iterator[Found]:
        return (other for other in self._found if other.terms == one.terms)


def _beside(one: Found) -> tuple[str, str]:
    start, end = one.candidate.at
    return one.text[max(0, start - _REACH) : start], one.text[end : end + _REACH]


def _region(one: Found) -> str:
    before, after = _beside(one)
    match = _REGION_BEFORE.search(before) or (None if before.endswith(", ") else _REGION_AFTER.match(after))
    return "" if match is None else next(filter(None, match.groups()))


def _plays(one: Found, before: str, after: str, kind: Kind, subject: Collection[str]) -> bool:
    """Whether a form stands where a thing of a kind does, or before a word of a subject."""
    following = re.findall(r"\w+", after)[:3]
    verbs = [word for word in following if word not in BEFORE_VERBS]
    leading = [word for word in re.findall(r"\w+", before)[-3:] if word not in ("on", "the")]
    if not _DEEDS.isdisjoint((*verbs[:1], *leading[-1:])) or not signs(" ".join(following[:1])).isdisjoint(subject):
        return True
    if kind == "facility":
        return _lies(" ".join(leading[-1:]), after)
    members = {word.removesuffix("s").lower() for word in following[:2]}
    return one.is_metonym or not _MEMBERS.isdisjoint(members) or bool(_MEANS.match(after))


def _lies(leading: str, after: str) -> bool:
    """Whether a form stands where a place does of which is said where it lies."""
    return leading in _NEARBY or (leading.lower() in FUNCTION_WORDS | {""} and bool(_DIRECTION.match(after)))


def _is_other(before: str, after: str, kind: Kind, known: Collection[str]) -> bool:
    """Whether a form stands where another thing does: bodies are listed with bodies, what is no body is not."""
    if _ARTICLE.search(before):
        behind = signs(" ".join(after.split()[:2]))
        return behind.isdisjoint(known) and behind.isdisjoint(_MEMBERS)
    row = {match[1] for match in (_ROW_BEFORE.search(before), _ROW_AFTER.match(after)) if match}
    return kind != "organisation" and any(signs(letters).isdisjoint(known) for letters in row)
