"""The matcher: every form in a text, at word boundaries, the longest where several overlap.

All occurrences are found first (overlapping search), then tested, then chosen: choosing the longest before the
boundary test would lose `US` in "US Airways" to a form `US Air` that does not fit.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from digest.annotate.fold import Folded
from digest.annotate.forms import Form, lower

_ELISION = re.compile(r"(?:^|[^\w'])(?:[cdjlmnst]|qu)'$", re.IGNORECASE)  # French l'ONU, d'Assad, qu'Ankara
_POSSESSIVE = re.compile(r"'(?:s\b|(?!\w))")
_OPENING = " \"'“‘«(["  # what may stand between the end of a sentence and the first word of the next


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of a text, in characters, that may mean any of the terms whose forms it is."""

    start: int
    end: int
    forms: tuple[Form, ...]


class Matcher:
    """Finds forms in folded text."""

    def __init__(self, forms: Collection[Form]) -> None:
        """Compile the forms; those that are alike in text and case are searched once."""
        self._searches = [
            _Search([form for form in forms if form.ignore_case is ignore], ignore_case=ignore)
            for ignore in (False, True)
        ]

    def find(self, folded: Folded) -> list[Candidate]:
        """Return the candidates of a text in order, none overlapping another, with places in the unfolded text."""
        spans: dict[tuple[int, int], list[Form]] = defaultdict(list)
        for search in self._searches:
            for start, end, forms in search.occurrences(folded.text):
                if is_word(folded.text, start, end):
                    spans[start, end] += [form for form in forms if _placed(form, folded.text, start)]
        chosen = _longest([span for span, forms in spans.items() if forms])
        return [Candidate(*folded.original(*span), tuple(spans[span])) for span in chosen]

    def forms_in(self, text: str) -> set[Form]:
        """Return the forms that occur anywhere in a folded text, boundaries untested: more than will match."""
        return {form for search in self._searches for form in search.present(text)}


class _Search:
    """One automaton over the forms of one way of treating case."""

    def __init__(self, forms: Iterable[Form], *, ignore_case: bool) -> None:
        by_text: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            by_text[form.text].append(form)
        self.ignore_case = ignore_case
        self.forms = list(by_text.values())
        self.automaton = AhoCorasick(list(by_text), matchkind=MatchKind.Standard) if by_text else None

    def occurrences(self, text: str) -> Iterator[tuple[int, int, list[Form]]]:
        for index, start, end in self.matches(text):
            yield start, end, self.forms[index]

    def present(self, text: str) -> Iterator[Form]:
        for index in {match[0] for match in self.matches(text)}:
            yield from self.forms[index]

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        if self.automaton is None:
            return []
        return self.automaton.find_matches_as_indexes(lower(text) if self.ignore_case else text, overlapping=True)


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a span of folded text stands for itself: no letter or digit runs on at either end.

    A hyphen is a boundary ("HTS-led", "anti-Assad"), but not before a digit ("T4-2"). An apostrophe is none within
    a word ("Hay'at"), except before a possessive s and after a French elision. A dot or @ within a word is an
    address ("rudaw.net").
    """
    return _ends(text, end) and _begins(text, start)


def _begins(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    if _wordish(before):
        return False
    if not _wordish(text[start]):
        return True
    if before in "'.@" and start > 1 and _wordish(text[start - 2]):
        return before == "'" and bool(_ELISION.search(text[max(0, start - 5) : start]))
    return True


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if after and _wordish(after[0]):
        return False
    if not after or not _wordish(text[end - 1]):
        return True
    if len(after) == 2 and _wordish(after[1]):
        if after[0] == "'":
            return bool(_POSSESSIVE.match(text, end))
        return after[0] not in ".@" and not (after[0] == "-" and after[1].isdigit())
    return True


def _wordish(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"  # marks such as vowel signs


def _placed(form: Form, text: str, start: int) -> bool:
    return not form.initial or begins_sentence(text, start)


def begins_sentence(text: str, start: int) -> bool:
    """Whether only opening quotes and brackets stand between `start` and the end of a sentence or the text's begin."""
    before = text[:start].rstrip(_OPENING)
    return not before or before[-1] in ".!?…:"


def _longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Choose the longest spans first, the earlier of two that are as long; drop what overlaps a chosen one."""
    chosen: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen.append((start, end))
    return sorted(chosen)
