"""The first scan: which forms may occur in a Markdown text, found at the speed of one search and without parsing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from html import unescape
from itertools import accumulate
from zlib import crc32

from ahocorasick_rs import AhoCorasick, MatchKind

from digest.annotate.fold import fold
from digest.annotate.forms import Form, lower
from digest.annotate.inflection import ANY
from digest.annotate.initials import REACH, WIDTH, middle_initials
from digest.model import fingerprint

# Markdown that may stand inside a name: emphasis, escapes, and a line's end with the marks of the next line.
_MARKUP = "*_~\\[]"
_ONE_MARK = _MARKUP[0]
_ENTITY = re.compile(r"&#?\w+;")
_LINE_BEGIN = re.compile(r"\n[ \t\n>]*")
_LATIN = "\u024f"  # the last of its letters
# Characters of a form that are searched; its rest is compared where they stand. More of them make the automaton slow to
# build, with fewer the many names that begin alike ("Ministry of …") are all compared.
_KEY = 14


class Scan:
    """One automaton over the forms of one way of treating case, without the marks that may break a name."""

    def __init__(self, forms: Sequence[Form], *, ignore_case: bool) -> None:
        self._ignore_case = ignore_case
        self._numbers = [number for number, form in enumerate(forms) if form.ignore_case is ignore_case]
        self._texts = searched("\n".join([forms[number].text for number in self._numbers])).split("\n")
        firsts: dict[str, int] = {}
        self._next = [-1] * len(self._numbers)  # of those that begin alike
        for place, text in zip(range(len(self._numbers)), self._texts, strict=False):
            first = firsts.setdefault(text[:_KEY], place)
            if first != place:
                self._next[place], self._next[first] = self._next[first], place
        self._firsts = list(firsts.values())
        self._automaton = AhoCorasick(list(firsts), matchkind=MatchKind.Standard) if firsts else None

    def doubtful(self, forms: Sequence[Form]) -> Iterator[int]:
        """Yield the numbers of forms that may mean several things: those marked so, and those that terms share."""
        repeated = {text for text, times in Counter(self._texts).items() if times > 1}
        numbered = zip(self._texts, self._numbers, strict=False)
        own = [(text, number) for text, number in numbered if text in repeated or forms[number].ambiguous]
        owners: dict[str, str] = {}
        shared = {text for text, number in own if owners.setdefault(text, forms[number].term) != forms[number].term}
        yield from (number for text, number in own if forms[number].ambiguous or text in shared)

    def numbers(self, text: Bare) -> Iterator[int]:
        """Yield the numbers of the forms that occur in a text where no letter runs on, each as often as it does."""
        if self._automaton is None:
            return
        if text.shortened:
            yield from self.numbers(text.shortened)
        searched = lower(text.searched) if self._ignore_case else text.searched
        padded, seams = f"{text.folded} ", text.seams  # so that the character before the first is the last, a space
        for key, start, _ in self._automaton.find_matches_as_indexes(searched, overlapping=True):
            before = padded[start - 1]
            if before.isalnum() and start not in seams and not (before > _LATIN and text.may_begin(start)):
                continue
            place = self._firsts[key]
            while place >= 0:
                form = self._texts[place]
                end = start + len(form)
                if searched.startswith(form, start) and (not padded[end].isalnum() or text.may_end(start, end)):
                    yield self._numbers[place]
                place = self._next[place]


def searched(form: str) -> str:
    """Return a form as it is searched: without what might be Markdown in it, and with spaces for hyphens."""
    return _marks_alike(form).replace(_ONE_MARK, "").replace("-", " ")


def _marks_alike(text: str) -> str:
    """Return a text with one sign for what might be Markdown: no pattern finds the signs as quickly."""
    for mark in _MARKUP[1:]:
        text = text.replace(mark, _ONE_MARK)
    return text


Mark = tuple[int, bytes]  # a number by which a text is chosen for a sample, and its fingerprint


def mark(text: str) -> Mark:
    """Return the mark of a text."""
    return crc32(text[:200].encode(errors="surrogatepass")), fingerprint(text.encode(errors="surrogatepass"))


def sample(marks: Iterable[Mark], size: int) -> list[Mark]:
    """Return up to `size` marks, the same in whatever order they come.

    The choice hangs on how a text begins: others that come or go, and edits further down, change it little.
    """
    return nsmallest(size, marks)


@dataclass(frozen=True, slots=True)
class Bare:
    """A Markdown text and what is left of it, folded, without its marks.

    `searched` is the same with spaces for hyphens, `seams` are the places where a mark has been. `shortened` has the
    names with an initial in the middle without it.
    """

    source: str
    folded: str
    searched: str
    seams: frozenset[int]
    shortened: Bare | None = None

    def may_begin(self, start: int) -> bool:
        """Whether a name may begin within a word, behind what some language writes onto it."""
        return any(self._parts(place - 1, place) for place in ANY.begins(self.folded, start, len(self.folded)))

    def may_end(self, start: int, end: int) -> bool:
        """Whether a name that letters follow may end there: at a mark, or before what some language writes onto it."""
        if end in self.seams:
            return True
        ends = ANY.ends(self.folded, start, end) if self.folded[end] > _LATIN or self.folded[end] == "s" else ()
        return any(self._parts(place, place) for place in ends)

    def _parts(self, letter: int, place: int) -> bool:
        """Whether a word may end at a place, where no letter runs on or a mark has been."""
        return place in self.seams or not (0 <= letter < len(self.folded) and self.folded[letter].isalnum())

    def has(self, form: str) -> bool:
        """Whether a form occurs, whatever stands around it."""
        return searched(form) in self.searched


def bare(text: str) -> Bare:
    """Return Markdown text without the marks that may break a name, so that whatever the parser finds is found here."""
    lines = (line.rstrip(" \t\\") for line in _LINE_BEGIN.sub("\n", text).split("\n"))
    joined = " ".join(lines).replace("`", "*")  # which else is folded to an apostrophe
    if "&" in joined:
        joined = _ENTITY.sub(lambda entity: f"*{unescape(entity[0])}*", joined)  # where it is escaped, it is no letter
    parts = _marks_alike(fold(joined).text).split(_ONE_MARK)
    folded, seams = "".join(parts), list(accumulate(map(len, parts)))
    return Bare(text, folded, folded.replace("-", " "), frozenset(seams), _shortened(folded, seams))


def _shortened(text: str, seams: Sequence[int]) -> Bare | None:
    """Return the names in a text that have an initial in the middle, each on its line, without it and their seams."""
    lines, places, size = [], set[int](), 0
    for start, initial in middle_initials(text):
        for first, last in ((start, initial), (initial + WIDTH, initial + WIDTH + REACH)):
            lines.append(text[first:last])
            places.update(size + seam - first for seam in seams[bisect_left(seams, first) : bisect_right(seams, last)])
            size += len(lines[-1])
        lines.append("\n")
        size += 1
    shortened = "".join(lines)
    return Bare("", shortened, shortened.replace("-", " "), frozenset(places)) if lines else None
