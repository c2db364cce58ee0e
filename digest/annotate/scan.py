"""The first scan: which forms may occur in a Markdown text, found at the speed of one search and without parsing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, MatchKind

from digest.annotate.fold import fold
from digest.annotate.forms import Form, lower

# Markdown that may stand inside a name: emphasis, escapes, and a line's end with the marks of the next line.
_MARKUP = re.compile(r"[*_~\\\[\]]")
_ENTITY = re.compile(r"&#?\w+;")
_LINE_END = re.compile(r"[ \t\\]*\n[ \t>]*")


class Scan:
    """One automaton over the forms of one way of treating case, without the marks that may break a name."""

    def __init__(self, forms: Sequence[Form], *, ignore_case: bool) -> None:
        by_text: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(forms):
            if form.ignore_case is ignore_case:
                by_text[searched(form.text)].append(number)
        self._ignore_case = ignore_case
        self._numbers = list(by_text.values())
        self._automaton = AhoCorasick(list(by_text), matchkind=MatchKind.Standard) if by_text else None

    def doubtful(self, forms: Sequence[Form]) -> Iterator[Form]:
        """Yield the forms that may mean several things: those marked so, and those that terms share."""
        for numbers in self._numbers:
            alike = [forms[number] for number in numbers]
            if any(form.ambiguous for form in alike) or len({form.term for form in alike}) > 1:
                yield from alike

    def numbers(self, text: Bare) -> set[int]:
        """Return the numbers of the forms that occur in a text where no letter runs on."""
        if self._automaton is None:
            return set()
        searched = lower(text.searched) if self._ignore_case else text.searched
        padded = f"{text.folded} "  # so that the character before the first is the last, a space
        return {
            number
            for index, start, end in self._automaton.find_matches_as_indexes(searched, overlapping=True)
            if (not padded[start - 1].isalnum() or start in text.seams)
            and (not padded[end].isalnum() or end in text.seams)
            for number in self._numbers[index]
        }


def searched(form: str) -> str:
    """Return a form as it is searched: without what might be Markdown in it, and with spaces for hyphens."""
    return (_MARKUP.sub("", form) if _MARKUP.search(form) else form).replace("-", " ")


@dataclass(frozen=True, slots=True)
class Bare:
    """A Markdown text and what is left of it, folded, without its marks.

    `searched` is the same with spaces for hyphens, `seams` are the places where a mark has been.
    """

    source: str
    folded: str
    searched: str
    seams: frozenset[int]

    def has(self, form: str) -> bool:
        """Whether a form occurs, whatever stands around it."""
        return searched(form) in self.searched


def bare(text: str) -> Bare:
    """Return Markdown text without the marks that may break a name, so that whatever the parser finds is found here."""
    joined = _LINE_END.sub(" ", text).replace("`", "*")  # which else is folded to an apostrophe
    if "&" in joined:
        joined = _ENTITY.sub(lambda entity: f"*{unescape(entity[0])}*", joined)  # where it is escaped, it is no letter
    parts = _MARKUP.split(fold(joined).text)
    folded = "".join(parts)
    return Bare(text, folded, folded.replace("-", " "), frozenset(accumulate(map(len, parts))))
