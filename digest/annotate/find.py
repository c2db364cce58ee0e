"""Find: every place in a text's passages where a term may be meant, and what keeps a link from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

from digest.annotate import markdown
from digest.annotate.fold import fold
from digest.annotate.forms import Form
from digest.annotate.markdown import Passage
from digest.annotate.matcher import Candidate, Matcher
from digest.annotate.names import is_institution, is_shouted, larger_name
from digest.annotate.places import in_place, is_metonym
from digest.annotate.spans import Spans

FORCED = "the author's [[…]]"
PART_OF = "part of a larger name"
NAMING = (markdown.IN_HEADING, markdown.IN_LINK, markdown.IN_IMAGE)  # no place for a link, but the name stands there


@dataclass(frozen=True)
class Found:
    """A candidate in its passage.

    `bar` says why no link can stand there, empty where one can; `text` is the passage, folded. `stranger`: the name
    here belongs to somebody else, whose given name stands before it.
    """

    passage: int
    surface: str
    candidate: Candidate
    bar: str = ""
    text: str = ""
    stranger: bool = False

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The slugs of the terms whose forms it is."""
        return tuple(dict.fromkeys(form.term for form in self.candidate.forms))

    @cached_property
    def own_terms(self) -> tuple[str, ...]:
        """The slugs of the terms that the form stands for by itself, not as what is short for a name."""
        return tuple(dict.fromkeys(form.term for form in self.candidate.forms if not form.follows))

    @property
    def in_place(self) -> bool:
        """Whether it stands where a place does."""
        return in_place(self.text, *self.candidate.at)

    @property
    def is_metonym(self) -> bool:
        """Whether, if it is a place, it stands for the government there."""
        return is_metonym(self.text, *self.candidate.at)

    @property
    def is_ambiguous(self) -> bool:
        """Whether it is marked as meaning other things too."""
        return any(form.ambiguous for form in self.candidate.forms)

    @cached_property
    def clear_term(self) -> str:
        """The slug of the one term that the text names here without doubt, if perhaps where no link can stand."""
        if self.bar and self.bar not in NAMING:
            return ""
        clear = ""
        for form in self.candidate.forms:
            if form.ambiguous and not form.follows:
                return ""
            if not form.follows:
                if clear not in ("", form.term):
                    return ""
                clear = form.term
        return clear


def find(tokens: Sequence[Token], passages: Sequence[Passage], forms: Sequence[Form], reader: Reader) -> list[Found]:
    """Return the candidates of all passages, in reading order."""
    matcher = Matcher(forms)
    return [
        found
        for number, passage in enumerate(passages)
        for found in _in_passage(number, passage, tokens[passage.index], matcher, reader)
    ]


def _in_passage(number: int, passage: Passage, token: Token, matcher: Matcher, reader: Reader) -> Iterator[Found]:
    folded = fold(passage.text)
    chosen, lost = matcher.sift(folded)
    if not chosen:
        return
    bars = (*passage.closed, *((start, end, FORCED) for start, end, _ in passage.forced))
    closed, edges = Spans(bars), markdown.edges(token)
    places = Spans((*one.at, one) for one in chosen)
    for candidate in chosen:
        bar = _bar(closed, token, edges, candidate)
        if bar == FORCED:
            continue
        larger = None if bar else reader.larger_name(folded.text, candidate, places)
        if larger and any(reason == FORCED for reason in closed.overlapping(*folded.original(*larger))):
            larger = None
        if larger:
            bar = f'{PART_OF}, "{passage.text[slice(*folded.original(*larger))]}"'
        elif not bar and is_shouted(folded.text, *candidate.at):
            bar = "a word in a line of capitals"
        surface = passage.text[candidate.start : candidate.end]
        yield Found(number, surface, candidate, bar, folded.text, reader.is_stranger(folded.text, candidate, larger))
    yield from _lost(number, passage, lost, places)


def _lost(number: int, passage: Passage, lost: Sequence[Candidate], places: Spans[Candidate]) -> Iterator[Found]:
    """The candidates of other terms that lost their place to a longer name."""
    for candidate in lost:
        longer = next(places.overlapping(*candidate.at))
        if not {form.term for form in candidate.forms} <= {form.term for form in longer.forms}:
            bar = f'inside the longer name "{passage.text[longer.start : longer.end]}"'
            yield Found(number, passage.text[candidate.start : candidate.end], candidate, bar)


@dataclass(frozen=True, slots=True)
class Reader:
    """How names are read: the slugs of the terms that are persons, and whether the text is in English.

    In other languages it takes more than a capital to make a larger name ("der Stadt Homs"); only what is merely short
    for a person's name keeps away from every other name there too.
    """

    people: Collection[str]
    english: bool

    def larger_name(self, text: str, candidate: Candidate, places: Spans[Candidate]) -> tuple[int, int] | None:
        """Return the span of the larger name that a candidate is part of; names of the glossary beside it make none."""
        if not self.english and not _is_short(candidate):
            return None
        person = all(form.term in self.people for form in candidate.forms)
        larger = larger_name(text, *candidate.at, given_name=person)
        if larger is None or any(one is not candidate and not _is_short(one) for one in places.overlapping(*larger)):
            return None
        return larger

    def is_stranger(self, text: str, candidate: Candidate, larger: tuple[int, int] | None) -> bool:
        """Whether a larger name is that of somebody else who bears a person's surname."""
        if larger is None or not self.english or not _is_short(candidate) or larger[0] == candidate.at[0]:
            return False
        return not is_institution(text[larger[0] : candidate.at[0]])


def _bar(closed: Spans[str], token: Token, edges: Sequence[int], candidate: Candidate) -> str:
    """Return why no link can stand at a candidate, or nothing."""
    reason = next(closed.overlapping(candidate.start, candidate.end), "")
    if reason or markdown.fits(token, edges, candidate.start, candidate.end):
        return reason
    return "emphasis cuts through it"


def _is_short(candidate: Candidate) -> bool:
    return all(form.follows for form in candidate.forms)
