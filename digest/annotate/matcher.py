"""The matcher: every form in a text, at word boundaries, the longest where several overlap.

All occurrences are found first (overlapping search), then tested, then chosen: choosing the longest before the
boundary test would lose `US` in "US Airways" to a form `US Air` that does not fit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from digest.annotate.boundaries import CLEAR, begins_sentence, is_word, joined_to_name
from digest.annotate.fold import Folded
from digest.annotate.forms import Form, lower
from digest.annotate.inflection import PLAIN, Inflection, inflection
from digest.annotate.initials import REACH, WIDTH, middle_initials, takes_initial
from digest.annotate.titles import is_whole_title

_FEW = 25  # forms that are sooner sought one by one than an automaton is built for them
_SMALL_WORDS = frozenset({"a", "an", "as", "at"})
_ARTICLE = re.compile(r"(?<![\w'-])[AaEe](?:l|dh?|[nr]|sh?|th?|z)-$")
_LEGAL_FORM = re.compile(
    r",? (?:Incorporated|Inc|Corporation|Corp|Company|Co|Cos|Limited|Ltd|LLC|LLP|PLC|Plc|plc|AG|SA|GmbH|SpA|NV)"
    r"\b(?:\.(?! [A-Z]))?"
)


class Candidate(NamedTuple):
    """A span of a text, in characters, that may mean any of the terms whose forms it is.

    `at` is its span in the folded text.
    """

    start: int
    end: int
    forms: tuple[Form, ...]
    at: tuple[int, int]


class Matcher:
    """Finds forms in folded text."""

    def __init__(self, forms: Collection[Form], lang: str = "") -> None:
        """Compile the forms; those that are alike in text and case are searched once.

        `lang` is the language of the texts, which says what is written onto names.
        """
        written_on = inflection(lang)
        self._searches = [
            _Search([form for form in forms if form.ignore_case is ignore], written_on, ignore_case=ignore)
            for ignore in (False, True)
        ]

    def find(self, folded: Folded) -> list[Candidate]:
        """Return the candidates of a text in order, none overlapping another, with places in the unfolded text."""
        return next((chosen for _, chosen, _ in self.sift([folded])), [])

    def sift(self, passages: Sequence[Folded]) -> Iterator[tuple[int, list[Candidate], list[Candidate]]]:
        """Yield each passage that has candidates: its number, those that `find` gives, those that lost to a longer one.

        All are searched at once: a passage is short, and there are many.
        """
        starts = [0, *accumulate(len(folded.text) + 1 for folded in passages)]
        spans = self._spans("\n".join(folded.text for folded in passages))
        chosen = _longest(spans)
        lost = sorted(spans.keys() - set(chosen)) if len(chosen) < len(spans) else []
        by_passage: dict[int, tuple[list[Candidate], list[Candidate]]] = {}
        for part, of in enumerate((chosen, lost)):
            for first, last in of:
                number = bisect_right(starts, first) - 1
                at = first - starts[number], last - starts[number]
                candidate = Candidate(*passages[number].original(*at), tuple(spans[first, last]), at)
                by_passage.setdefault(number, ([], []))[part].append(candidate)
        return ((number, *both) for number, both in by_passage.items())

    def _spans(self, text: str) -> dict[tuple[int, int], list[Form]]:
        """Return the forms that stand in a folded text where they may, by the span of all that belongs to each."""
        spans: dict[tuple[int, int], list[Form]] = {}
        for search in self._searches:
            for start, end, forms in search.occurrences(text):
                for form in forms:
                    if _fits(form, text, start, end):
                        spans.setdefault(whole(form, text, start, end), []).append(form)
        for span, named in self._with_initial(text):
            spans.setdefault(span, named)  # the same name with the initial in it goes before
        return spans

    def _with_initial(self, text: str) -> Iterator[tuple[tuple[int, int], list[Form]]]:
        """Yield the forms between whose two words a folded text has an initial, by their span."""
        search = self._searches[0]
        for first, initial in middle_initials(text):
            family = initial + WIDTH
            shortened = text[first:initial] + text[family : family + REACH].partition("\n")[0]
            for start, end, forms in search.occurrences(shortened):
                span = first + start, first + end + WIDTH
                if span[0] < initial and family < span[1] and is_word(text, *span, search.inflection):
                    named = [form for form in forms if takes_initial(form) and _fits(form, shortened, start, end)]
                    yield from [(span, named)] if named else ()


class _Search:
    """A search for the forms of one way of treating case. Hyphens are searched as spaces."""

    def __init__(self, forms: Iterable[Form], written_on: Inflection, *, ignore_case: bool) -> None:
        by_text: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            by_text[form.text.replace("-", " ")].append(form)
        self.ignore_case = ignore_case
        self.inflection = written_on
        self.forms = list(by_text.values())
        self.texts = list(by_text)
        self.automaton = _automaton(self.texts) if len(by_text) > _FEW else None

    def occurrences(self, text: str) -> Iterator[tuple[int, int, list[Form]]]:
        """Yield the forms that stand as words in a folded text, with their spans."""
        size, forms, plain = len(text), self.forms, self.inflection is PLAIN
        for index, start, end in self.matches(text) if forms else ():
            before = text[start - 1] if start else " "
            after = text[end] if end < size else " "
            if plain and (before.isalnum() or after.isalnum()):  # most of what is no word ends here
                continue
            if (before in CLEAR and after in CLEAR) or is_word(text, start, end, self.inflection):
                yield start, end, forms[index]

    def matches(self, text: str) -> Iterable[tuple[int, int, int]]:
        searched = text.replace("-", " ")
        searched = lower(searched) if self.ignore_case else searched
        if self.automaton:
            return self.automaton.find_matches_as_indexes(searched, overlapping=True)
        return self._one_by_one(searched)

    def _one_by_one(self, searched: str) -> Iterator[tuple[int, int, int]]:
        for index, form in enumerate(self.texts):
            start = searched.find(form)
            while start >= 0:
                yield index, start, start + len(form)
                start = searched.find(form, start + 1)


def _automaton(texts: Sequence[str]) -> AhoCorasick:
    """Return one that is built for a single text: in a third of the time that the library's own choice takes."""
    return AhoCorasick(texts, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)


def _fits(form: Form, text: str, start: int, end: int) -> bool:
    """Whether the words at a span are this form, which is alike but for hyphens, at a place where it may stand."""
    if (form.initial or _has_article(form)) and begins_sentence(text, start) is not form.initial:
        return False
    if form.follows and joined_to_name(text, start, end):
        return False
    if form.title and not is_whole_title(text, start, end):
        return False
    there = text[start:end]
    return ("-" not in there and "-" not in form.text) or _same_joints(form.text, there)


def _has_article(form: Form) -> bool:
    """Whether a form begins with "The" before several words: a capital that says nothing where a sentence begins."""
    return form.text.startswith("The ") and " " in form.text[4:]


def _same_joints(form: str, there: str) -> bool:
    """Whether hyphens and spaces stand for each other, as they do between parts of two letters or more ("Tel-Aviv").

    "T-4" is not "T 4", and an assimilated article keeps its hyphen, since "an" and "as" are English words too.
    """
    edges = [0, *(place + 1 for place, char in enumerate(form) if char in " -"), len(form) + 1]
    parts = [form[start : end - 1] for start, end in pairwise(edges)]
    return all(
        form[edge - 1] == there[edge - 1] or (len(before) > 1 < len(after) and before.lower() not in _SMALL_WORDS)
        for edge, before, after in zip(edges[1:], parts, parts[1:], strict=False)
    )


def whole(form: Form, text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of all that belongs to a form at a span: an Arabic article before it, "Inc." behind it."""
    if (
        text[start - 1 : start] == "-"
        and text[start].isupper()
        and (article := _ARTICLE.search(text, max(0, start - 4), start))
    ):
        start = article.start()
    if form.legal and text[end : end + 1] in (" ", ",") and (legal := _LEGAL_FORM.match(text, end)):
        end = legal.end()
    return start, end


def _longest(spans: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """Choose the longest spans first, the earlier of two that are as long; drop what overlaps a chosen one."""
    ordered = sorted(spans)
    if all(before[1] <= after[0] for before, after in pairwise(ordered)):
        return ordered
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(ordered, key=lambda span: span[0] - span[1]):
        place = bisect_right(chosen, (start, end))
        if (not place or chosen[place - 1][1] <= start) and (place == len(chosen) or end <= chosen[place][0]):
            chosen.insert(place, (start, end))
    return chosen
