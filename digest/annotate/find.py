"""Find: every place in a text's passages where a term may be meant, and what keeps a link from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from markdown_it.token import Token

from digest.annotate import markdown
from digest.annotate.fold import Folded, fold
from digest.annotate.forms import Form
from digest.annotate.insertion import edges, fits
from digest.annotate.larger_names import institution, is_shouted, larger_name
from digest.annotate.markdown import Passage
from digest.annotate.matcher import Candidate, Matcher
from digest.annotate.names import is_institution
from digest.annotate.places import in_place, is_metonym
from digest.annotate.spans import Spans

FORCED = "the author's [[…]]"
PART_OF = "part of a larger name"
_FOLLOWS, _TERM = attrgetter("follows"), attrgetter("term")
_NO_SPANS: Spans[str] = Spans(())
NAMING = (markdown.IN_HEADING, markdown.IN_LINK, markdown.IN_IMAGE)  # no place for a link, but the name stands there


class Found(NamedTuple):
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

    @property
    def terms(self) -> tuple[str, ...]:
        """The slugs of the terms whose forms it is."""
        return _slugs(self.candidate.forms)

    @property
    def own_terms(self) -> tuple[str, ...]:
        """The slugs of the terms that the form stands for by itself, not as what is short for a name."""
        forms = self.candidate.forms
        if len(forms) == 1:
            return () if forms[0].follows else (forms[0].term,)
        return _slugs([form for form in forms if not form.follows])

    @property
    def is_short(self) -> bool:
        """Whether it is merely short for a name."""
        return _is_short(self.candidate)

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

    @property
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
    folded = [fold(passage.text) for passage in passages]
    found: list[Found] = []
    for number, chosen, lost in Matcher(forms, reader.lang).sift(folded):
        scene = _Scene(number, passages[number], folded[number], tokens[passages[number].place], chosen)
        found += (scene.found(candidate, reader) for candidate in chosen if not scene.is_forced(candidate))
        found += scene.lost(lost) if lost else ()
    return found


class _Scene:
    """A passage in which terms may be meant: its text, where no link may stand, and the candidates in it."""

    def __init__(
        self, number: int, passage: Passage, folded: Folded, token: Token, chosen: Sequence[Candidate]
    ) -> None:
        self.number, self.text, self.folded, self.token = number, passage.text, folded, token
        self.closed = Spans(passage.closed) if passage.closed else _NO_SPANS
        self.forced = Spans(passage.forced) if passage.forced else _NO_SPANS
        self.edges = edges(token)
        self.chosen = chosen

    @cached_property
    def names(self) -> Spans[Candidate]:
        """The candidates by place: few texts need them."""
        return Spans((*one.at, one) for one in self.chosen)

    def found(self, candidate: Candidate, reader: Reader) -> Found:
        """Return a candidate with what keeps a link from it."""
        bar, text = self._bar(candidate), self.folded.text
        larger = None if bar else self._larger_name(candidate, reader)
        if larger:
            bar = f'{PART_OF}, "{self.text[slice(*self.folded.original(*larger))]}"'
        elif not bar and is_shouted(text, *candidate.at):
            bar = "a word in a line of capitals"
        stranger = larger is not None and reader.is_stranger(text, candidate, larger)
        return Found(self.number, self.text[candidate.start : candidate.end], candidate, bar, text, stranger)

    def is_forced(self, candidate: Candidate) -> bool:
        """Whether the author's brackets have given a candidate its term."""
        return self.forced.has(candidate.start, candidate.end)

    def lost(self, candidates: Sequence[Candidate]) -> Iterator[Found]:
        """Yield the candidates of other terms that lost their place to a longer name."""
        for candidate in candidates:
            longer = next(self.names.overlapping(*candidate.at))
            if not {form.term for form in candidate.forms} <= {form.term for form in longer.forms}:
                bar = f'inside the longer name "{self.text[longer.start : longer.end]}"'
                yield Found(self.number, self.text[candidate.start : candidate.end], candidate, bar)

    def _larger_name(self, candidate: Candidate, reader: Reader) -> tuple[int, int] | None:
        """Return the span of the larger name that it is part of; names of the glossary beside it make none."""
        larger = reader.larger_name(self.folded.text, candidate)
        if larger is None or self.forced.has(*self.folded.original(*larger)):
            return None
        beside = (one for one in self.names.overlapping(*larger) if one is not candidate and not _is_short(one))
        return larger if all(self._makes_one(candidate, one) for one in beside) else None

    def _makes_one(self, candidate: Candidate, other: Candidate) -> bool:
        """Whether two names of the glossary are one of another thing: "The Times of Israel"."""
        first, second = sorted((candidate.at, other.at))
        return self.folded.text[first[1] : second[0]] in (" of ", " & ")

    def _bar(self, candidate: Candidate) -> str:
        """Return why no link can stand at a candidate, or nothing."""
        reason = next(self.closed.overlapping(candidate.start, candidate.end), "")
        if reason or fits(self.token, self.edges, candidate.start, candidate.end):
            return reason
        return "emphasis cuts through it"


@dataclass(frozen=True)
class Reader:
    """How names are read: the slugs of the terms that are persons, and the text's language.

    In other languages than English it takes more than a capital to make a larger name ("der Stadt Homs"); only what is
    merely short for a person's name keeps away from every other name there too.
    """

    people: Collection[str]
    lang: str

    @cached_property
    def english(self) -> bool:
        """Whether the text is in English, as most rules for names are."""
        return self.lang.partition("-")[0] == "en"

    def larger_name(self, text: str, candidate: Candidate) -> tuple[int, int] | None:
        """Return the span of the larger name that a candidate seems to be part of, by the words beside it."""
        surname = _is_short(candidate)
        if not self.english and not surname:
            return institution(text, *candidate.at)
        person = bool(self.people) and all(map(self.people.__contains__, map(_TERM, candidate.forms)))
        return larger_name(text, *candidate.at, person=person, surname=surname)

    def is_stranger(self, text: str, candidate: Candidate, larger: tuple[int, int]) -> bool:
        """Whether a larger name is that of somebody else who bears a person's surname."""
        if not self.english or not _is_short(candidate) or larger[0] == candidate.at[0]:
            return False
        return not is_institution(text[larger[0] : candidate.at[0]])


def _is_short(candidate: Candidate) -> bool:
    return all(map(_FOLLOWS, candidate.forms))


def _slugs(forms: Sequence[Form]) -> tuple[str, ...]:
    """The terms of forms, each once: as a rule there is one form."""
    return (forms[0].term,) if len(forms) == 1 else tuple(dict.fromkeys(form.term for form in forms))
