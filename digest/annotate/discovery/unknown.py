"""Unknown: the names in a text's prose that no form of the glossary matches."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from digest.annotate.abbreviations import abbreviations
from digest.annotate.discovery.acronyms import acronyms
from digest.annotate.discovery.proper import proper_names
from digest.annotate.entry import Reading
from digest.annotate.find import PART_OF
from digest.annotate.fold import fold_name
from digest.annotate.glossary import Slice
from digest.annotate.markdown import FOOTNOTE, IN_LINK, Passage
from digest.annotate.names import opens
from digest.annotate.senses import Occurrence

Kind = Literal["abbreviation", "acronym", "name"]

Place = tuple[int, int]

# Whole addresses, mail, handles and tags, hosts.
_ADDRESS = re.compile(
    r"(?<!\w)(?:\w{1,20}://|www\.)\S+|(?<![\w.+-])[\w.+-]{0,64}@[\w.-]+|(?<!\w)#\w+"
    r"|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.[a-z]{2,20}(?![\w'’-])"
)
_LEAD = re.compile(r"[^\W\d_a-z][a-z]+(?:(?:ed|ing)\s+|s\s+(?:for|from|of)\s+)")
_SUFFIX = re.compile(r"['’][^\W\d_]{1,12}(?!\S)")
_WHITE = re.compile(r"\s+")
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})  # languages where a capital does not make a name
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name at a place in a text: the passage's number and a span in it, and the name with its white space folded.

    `long` is what the text says that an abbreviation stands for, `term` the slug of the term that this is already.
    """

    kind: Kind
    surface: str
    passage: int
    start: int
    end: int
    long: str = ""
    term: str = ""


def unknown(reading: Reading, part: Slice, lang: str) -> list[Unknown]:
    """Return the names that a text in a language has and its slice of the glossary has not, in reading order.

    Only prose counts: no headings, code, texts of pictures or addresses. What the author forced or forbade is known.
    A short form that is a term's in this text alone, because the text explains it, is unknown; the long form beside
    one that is a term's everywhere is a name like others, for it may be misspelt.
    """
    forms = frozenset(form.text for form in part.forms if not form.follows)
    known: dict[int, list[Occurrence]] = defaultdict(list)
    for verdict in reading.verdicts:
        known[verdict.occurrence.passage].append(verdict.occurrence)
    with_names = lang.split("-")[0] not in _NOUNS_IN_CAPITALS
    found = [
        name
        for number, passage in enumerate(reading.passages)
        for name in sorted(_in_passage(number, passage, known[number], forms, with_names), key=_start)
    ]
    surfaces = {name.surface for name in found}
    return [_without_lead(name, reading.passages[name.passage].text, surfaces) for name in found]


def _without_lead(name: Unknown, text: str, surfaces: Container[str]) -> Unknown:
    """Cut what begins a sentence before a name that the text has elsewhere: "Citing Reuters", "Envoys of Israel"."""
    lead = _LEAD.match(text, name.start, name.end) if name.kind == "name" and opens(text, name.start) else None
    rest = _line(text[lead.end() : name.end]) if lead else ""
    return replace(name, surface=rest, start=lead.end()) if lead and rest in surfaces else name


def _in_passage(
    number: int, passage: Passage, known: list[Occurrence], forms: Container[str], with_names: bool
) -> Iterator[Unknown]:
    text = _prose(passage)
    taken = _Taken(text, known, [(start, end) for start, end, _ in passage.forced])
    explained = abbreviations(text)
    for found in explained:
        (start, end), term = found.short_span, _meaning(text, found.long_span, known)
        for_now = "" if _is_form(found.short, forms) else _meaning(text, found.short_span, known)
        if for_now or taken.leaves(found.short_span):
            yield Unknown("abbreviation", _line(found.short), number, start, end, _line(found.long), term or for_now)
    taken.add(found.short_span for found in explained)
    taken.add(found.long_span for found in explained if not _is_form(found.short, forms))
    short = acronyms(text)
    long = proper_names(text, short) if with_names else []
    kinds: tuple[tuple[Kind, list[Place]], ...] = (("name", long), ("acronym", short))
    for kind, spans in kinds:
        free = [span for span in spans if taken.leaves(span) and _is_new(text, span, taken, forms)]
        yield from (Unknown(kind, _line(text[slice(*span)]), number, *span) for span in free)
        taken.add(free)


def _is_new(text: str, span: Place, taken: _Taken, forms: Container[str]) -> bool:
    """Whether a name is no form, not even without the first word that may be no part of it."""
    if _is_known(text[slice(*span)], forms):
        return False
    sure = _sure(text, span)
    return taken.widens(span) or (taken.leaves(sure) and not _is_known(text[slice(*sure)], forms))


def _sure(text: str, span: Place) -> Place:
    """Return a name without its first word where that may have its capital from the sentence: "See Homs"."""
    start, end = span
    second = _WHITE.search(text, start, end) if opens(text, start) else None
    return (second.end(), end) if second else span


def _is_form(short: str, forms: Container[str]) -> bool:
    name = fold_name(short)
    return name in forms or name.lower() in forms  # those for any case are kept in lower case


def _is_known(name: str, forms: Container[str]) -> bool:
    """Whether a name is a form, or made of forms with suffixes that kept them from being matched: "AKP'li"."""
    if _is_form(name, forms) or not _SUFFIX.search(name):
        return _is_form(name, forms)
    bare = _SUFFIX.sub("", name)
    return _is_form(bare, forms) or all(_is_form(word, forms) for word in bare.split())


class _Taken:
    """Which characters of a passage belong to a name already.

    What may mean a term, but does not, leaves room for a larger name around it: "Bank of Homs". Where annotation sees
    the larger name too, its first word belongs to it even at a sentence's start.
    """

    def __init__(self, text: str, known: Iterable[Occurrence], forced: Iterable[Place]) -> None:
        self._free = bytearray(map(str.isalnum, text))
        self._open = bytearray(b"\1" * len(text))
        self._parts: list[Place] = []
        self.add(forced)
        for occurrence in known:
            marks = self._open if occurrence.term else self._free
            marks[occurrence.start : occurrence.end] = bytes(occurrence.end - occurrence.start)
            if occurrence.why.startswith(PART_OF):
                self._parts.append((occurrence.start, occurrence.end))

    def add(self, spans: Iterable[Place]) -> None:
        for start, end in spans:
            self._open[start:end] = bytes(end - start)

    def leaves(self, span: Place) -> bool:
        return all(self._open[slice(*span)]) and any(self._free[slice(*span)])

    def widens(self, span: Place) -> bool:
        """Whether a name holds what annotation left alone as a part of a larger one."""
        return any(span[0] <= start and end <= span[1] for start, end in self._parts)


def _prose(passage: Passage) -> str:
    """Return a passage's text with what is no prose blotted out, every character in its place."""
    text = list(passage.text)
    blots = [(start, end) for start, end, reason in passage.closed if reason != IN_LINK]
    blots += [match.span() for match in _ADDRESS.finditer(passage.text)]
    for start, end in blots:
        text[start:end] = FOOTNOTE * (end - start)
    return "".join(text)


def _meaning(text: str, span: Place, known: list[Occurrence]) -> str:
    """Return the slug of the term that a span, but for its article, is a form of; empty where it is none."""
    article = _ARTICLE.match(text, *span)
    places = {span, (article.end(), span[1])} if article else {span}
    for occurrence in known:
        if (occurrence.start, occurrence.end) in places:
            return occurrence.term or (occurrence.others[0] if len(occurrence.others) == 1 else "")
    return ""


def _start(name: Unknown) -> int:
    return name.start


def _line(text: str) -> str:
    return " ".join(text.split())
