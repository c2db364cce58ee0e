"""Asides: where a text may say again what it has just said, and the words that it says before and in them.

An aside is a pair of brackets, a clause such as ", or SDF,", or letters between dashes. Spans are of folded text, but
those of paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.annotate.abbreviations.lexicon import LEADS

Span = tuple[int, int]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_REACH = 300  # characters that are read before an aside, and in one
# Brackets that touch a word are part of it, "GABA(B)" and "[T]hey", but for "Organization(WHO)", which lacks a space.
_MARK = re.compile(
    r"""
    (?<=\w) (?! (?<=[a-z]) \([A-Z]{3,}\) ) [(\[] [^\s()\[\]]* [)\]]
    | [(\[] [^\s()\[\]]* [)\]] (?=\w)
    | (?P<bracket> [()\[\]] )
    | , (?P<clause>
        \ (?: or | (?:(?:also|better|commonly|widely)\ )?known\ (?:as|by) | abbreviated (?:\ (?:as|to))? )
        (?:\ (?:its|the|their))? (?:\ (?:acronym|initials),?)?
        \ ["“]? [^\W\d_a-z] \w{0,9} [^\W_a-z] \w{0,9}
      ) (?= ["”]? (?: [,.;:)—] | $ ) )
    | [-—] (?: (?<=\ -)\  | (?<=—)\ ? ) (?P<dashed>
        (?:or\ )?(?:the\ )? ["“]? [^\W\d_a-z] \w{0,9} [^\W_a-z] \w{0,9} ["”]?
      ) (?= \ -\  | \ ?— )
    | , (?<= [^\W_a-z] ,) (?P<expansion>
        \ (?: or | short\ for | (?:which\ )?stand(?:s|ing)\ for | an?\ (?:acronym|abbreviation)\ (?:for|of) ) (?:\ the)?
        \ ["“]? [^\W\d_][^,.;:()\[\]"”—]{3,100}
      ) (?= ["”]? (?: [,.;:)—] | $ ) )
    """,
    re.VERBOSE,
)
# As in "ANKARA (AA) -" and "Homs, Syria (SANA) -".
_NAME = r"[^\W\d_a-z][\w'’.-]{1,30}"
_DATELINE = re.compile(
    rf"[*_\s]*(?P<name>{_NAME}(?: {_NAME}){{0,2}})(?P<more>,(?: [^\W_a-z][\w'’.-]{{0,20}}){{1,2}})?"
    r" ?[(\[][^\W\d_a-z][^\W\d][\w./& ]{0,30}[)\]](?= ?[-–—])"
)
# What leads to a short form, or follows it, where a clause or dashes may explain it: ", or SDF,", "SDF, short for".
_CUE_BEFORE = re.compile(
    r"(?:, or |known (?:as|by) |abbreviated (?:as |to )?|acronym,? |initials,? |(?P<dash>[-–—]) ?(?:or )?)"
    r"(?:the )?[\"“]?$"
)
_CUE_AFTER = re.compile(r"[\"”]?, (?:or|short|stands|standing|which|an?) ")
_CUE_WORDS = (",", "as", "by", "to", "or", "the", "abbreviated", "acronym", "initials", "-", "–", "—")
_CUE = 20  # characters before a short form that may be such
_DASHED = re.compile(r"[\"”]? ?[-–—]")
_CLAUSE_BEGINS = (", ", '",', "”,")
_CLOSING = {"(": ")", "[": "]"}

_TOKEN = re.compile(r"[^\s;—]+|[;—]")
_SPACED = re.compile(r"\S+")
_PART = re.compile(r"[^;,—]+")
_POINTS = (".", "…")
_STOPS = (*_POINTS, "!", "?", "؟", "。", ":")
_ENDS = frozenset({";", "—", "-"})  # a hyphen that stands alone is a dash
_OPENING = '"“«„'
_EDGES = "\"“”„«»'*_,:!?"
_ELISION = re.compile(r"(?:[dlL]|qu)'(?=[^\W\d_a-z])")  # l'Organisation
_NOTE = re.compile(r"\[\w{1,3}\]$")
_KEEPS_POINT = re.compile(
    r"(?:[^\W\d_]\.)+"
    r"|(?:Capt|Co|Col|Corp|Dr|Gen|Gov|Inc|Jr|Lt|Ltd|Maj|Mr|Mrs|Ms|Mt|No|Prof|Rep|Sen|Sgt|Sr|St|vs)\."
)


@dataclass(frozen=True, slots=True)
class Aside:
    """An aside's span and that of what stands before it.

    `shortens`: it may hold a short form of what stands before it, `expands`: it may hold the long one of that.
    """

    before: Span
    span: Span
    shortens: bool
    expands: bool
    in_brackets: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word without the signs around it, and its span; `apart` where signs stand between it and the word before."""

    text: str
    start: int
    end: int
    apart: bool


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the spans of what blank lines part in a text."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def dateline(text: str) -> int:
    """Return where the bracket of a dateline at a text's beginning ends, which names an agency: 0 if there is none."""
    match = _DATELINE.match(text)
    return match.end() if match and (match["more"] or match["name"].isupper() or " " not in match["name"]) else 0


def is_cued(text: str, start: int, end: int) -> bool:
    """Whether a clause or a dash beside a short form may be part of an explanation: a cheap test."""
    if text[end : end + 2] in _CLAUSE_BEGINS and _CUE_AFTER.match(text, end):
        return True
    if not text[max(0, start - _CUE) : start].rstrip(' "“').endswith(_CUE_WORDS):
        return False
    lead = _CUE_BEFORE.search(text, max(0, start - _CUE), start)
    return lead is not None and (lead["dash"] is None or bool(_DASHED.match(text, end)))


def may_explain(text: str, short: str) -> bool:
    """Whether a text may somewhere explain a short form, by an aside beside it: a cheap test."""
    end = 0
    while (start := text.find(short, end)) >= 0:
        end = start + len(short)
        around = text[max(0, start - 2) : start] + text[end : end + 2]
        if "(" in around or "[" in around or is_cued(text, start, end):
            return True
    return False


def asides(text: str) -> Iterator[Aside]:
    """Yield the asides of a text. What stands before one begins behind the aside before it, or later."""
    begin = 0
    before: Span | None = None
    for mark in _MARK.finditer(text):
        here = mark.start()
        if mark["clause"] or mark["dashed"]:
            span = mark.span("clause" if mark["clause"] else "dashed")
            yield Aside(_near(text, begin, here), span, shortens=True, expands=False, in_brackets=False)
        elif mark["expansion"]:
            span = mark.span("expansion")
            yield Aside(_near(text, begin, here), span, shortens=False, expands=True, in_brackets=False)
            continue
        elif mark["bracket"]:
            if before and before[0] < before[1] < here - 1 <= before[1] + _REACH:
                whole = mark[0] == _CLOSING[text[before[1]]]
                yield Aside(before, (before[1] + 1, here), shortens=whole, expands=True, in_brackets=True)
            before = _near(text, begin, here) if mark[0] in _CLOSING else None
        else:
            continue
        begin = mark.end()


def parts(text: str, start: int, end: int, leads: frozenset[str]) -> list[Span]:
    """Return the spans of what commas and the like part in an aside, each bare."""
    found = (bare(text, *part.span(), leads) for part in _PART.finditer(text, start, end))
    return [part for part in found if part[0] < part[1]]


def bare(text: str, start: int, end: int, leads: frozenset[str] = LEADS) -> Span:
    """Return a span without quotes at its ends, and without words that only lead to a form or follow it."""
    words = [word.span() for word in _SPACED.finditer(text, start, end)]
    while words and text[slice(*words[0])].rstrip(":") in leads:
        words.pop(0)
    while words and text[slice(*words[-1])] in leads:
        words.pop()
    return _trimmed(text, words[0][0], words[-1][1]) if words else (start, start)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words of the last clause of a span, from where it begins; none if it has ended within the span."""
    words: list[Word] = []
    for token in _TOKEN.finditer(text, start, end):
        between = text[words[-1].end : token.start()].strip() if words else ""
        if token[0] in _ENDS or token[0][0] in _OPENING or _ends_clause(between, token[0]):
            words, between = [], ""
        first, last = _bare_word(text, *token.span())
        if any(map(str.isalnum, text[first:last])):
            words.append(Word(text[first:last], first, last, bool(between)))
    return [] if words and text[words[-1].end : end].lstrip().startswith(_STOPS) else words


def since_comma(words: Sequence[Word]) -> Sequence[Word]:
    """Return the last of some words, from the last that signs set apart from the word before it."""
    return words[max((number for number, word in enumerate(words) if word.apart), default=0) :]


def _near(text: str, start: int, end: int) -> Span:
    """Cut a span to its last words."""
    if end - start <= _REACH:
        return start, end
    space = text.find(" ", end - _REACH, end)
    return (end if space < 0 else space), end


def _trimmed(text: str, start: int, end: int) -> Span:
    kept = text[start:end].rstrip(_EDGES)
    return start + len(kept) - len(kept.lstrip(_EDGES)), start + len(kept)


def _bare_word(text: str, start: int, end: int) -> Span:
    """Return the span of a word without signs, an elided article and a note's number, but with the points of "U.S."."""
    first, last = _trimmed(text, start, end)
    if note := _NOTE.search(text, first, last):
        first, last = _trimmed(text, first, note.start())
    if elided := _ELISION.match(text, first, last):
        first = elided.end()
    if text[first:last].endswith(_POINTS) and not _KEEPS_POINT.fullmatch(text, first, last):
        first, last = _trimmed(text, first, first + len(text[first:last].rstrip(".…")))
    return first, last + (text[last - 1 : last + 1] == "s'" and last < end)


def _ends_clause(between: str, following: str) -> bool:
    """Whether the signs between two words end a sentence, a clause or a quotation."""
    if not between:
        return False
    if between.startswith(_STOPS):
        return not (between[0] in _POINTS and following[0].islower())
    return between[-1] in '"”»'
