"""Find: every place in a text's passages where a term may be meant, and what keeps a link from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from digest.annotate import markdown
from digest.annotate.fold import Folded, fold
from digest.annotate.forms import Form
from digest.annotate.markdown import Passage
from digest.annotate.matcher import Candidate, Matcher
from digest.annotate.names import larger_name
from digest.annotate.places import in_place, is_metonym

FORCED = "the author's [[…]]"
NAMING = (markdown.IN_HEADING, markdown.IN_LINK, markdown.IN_IMAGE)  # no place for a link, but the name stands there


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate in its passage.

    `bar` says why no link can stand there, empty where one can; `text` is the passage, folded.
    """

    passage: int
    surface: str
    candidate: Candidate
    bar: str = ""
    text: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """The slugs of the terms whose forms it is."""
        return tuple(dict.fromkeys(form.term for form in self.candidate.forms))

    @property
    def in_place(self) -> bool:
        """Whether it stands where a place does."""
        return in_place(self.text, *self.candidate.at)

    @property
    def is_metonym(self) -> bool:
        """Whether, if it is a place, it stands for the government there."""
        return is_metonym(self.text, *self.candidate.at)

    @property
    def names(self) -> bool:
        """Whether the text names a term here, if perhaps where no link can stand."""
        return not self.bar or self.bar in NAMING


def find(
    tokens: Sequence[Token], passages: Sequence[Passage], forms: Sequence[Form], people: Collection[str]
) -> list[Found]:
    """Return the candidates of all passages, in reading order; `people` are the slugs of terms that are persons."""
    matcher = Matcher(forms)
    return [
        found
        for number, passage in enumerate(passages)
        for found in _in_passage(number, passage, tokens[passage.index], matcher, people)
    ]


def _in_passage(
    number: int, passage: Passage, token: Token, matcher: Matcher, people: Collection[str]
) -> Iterator[Found]:
    folded = fold(passage.text)
    chosen, lost = matcher.sift(folded)
    for candidate in chosen:
        surface = passage.text[candidate.start : candidate.end]
        bar = _bar(passage, token, candidate)
        if bar != FORCED:
            bar = bar or _part_of_larger(folded, candidate, chosen, people)
            yield Found(number, surface, candidate, bar, folded.text)
    for candidate in lost:
        longer = next(one for one in chosen if one.start < candidate.end and candidate.start < one.end)
        if {form.term for form in candidate.forms} <= {form.term for form in longer.forms}:
            continue  # the term is found, by more of its name
        name = passage.text[longer.start : longer.end]
        yield Found(
            number, passage.text[candidate.start : candidate.end], candidate, f'inside the longer name "{name}"'
        )


def _bar(passage: Passage, token: Token, candidate: Candidate) -> str:
    """Return why no link can stand at a candidate, or nothing."""
    forced = ((start, end, FORCED) for start, end, _ in passage.forced)
    for start, end, reason in (*passage.closed, *forced):
        if start < candidate.end and candidate.start < end:
            return reason
    return "" if markdown.fits(token, candidate.start, candidate.end) else "emphasis cuts through it"


def _part_of_larger(folded: Folded, candidate: Candidate, chosen: Sequence[Candidate], people: Collection[str]) -> str:
    """Return the larger name that a candidate is part of, as a reason; names of the glossary beside it make none."""
    start, end = candidate.at
    person = all(form.term in people for form in candidate.forms)
    larger = larger_name(folded.text, start, end, given_name=person)
    if larger is None or any(one is not candidate and _overlaps(one, larger) for one in chosen):
        return ""
    return f'part of a larger name, "{folded.text[slice(*larger)]}"'


def _overlaps(candidate: Candidate, span: tuple[int, int]) -> bool:
    """Whether a candidate that names a term by itself, not by what is merely short for it, overlaps a folded span."""
    start, end = candidate.at
    return start < span[1] and span[0] < end and not all(form.follows for form in candidate.forms)
