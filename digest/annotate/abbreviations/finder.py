"""Abbreviations that a text explains: "Scientific Studies and Research Center (SSRC)", "HTS (Hay'at Tahrir al-Sham)".

What may explain one is an aside: a pair of brackets, a clause such as ", or HTS,", or letters between dashes
(`asides.py`); but not the bracket of a dateline, which names an agency. It is read in up to two ways, and the first
that holds is taken:

1. The short form is in the aside: what it holds, or the first or last of its parts ("SDF; Arabic: …", "hereafter
   “SDF”"), looks like one. The long form ends right before the aside and begins in the same sentence.
2. The short form stands right before brackets, and the long form fills them or their first part; or it stands before
   a clause such as ", short for Syrian Democratic Forces," that it fits well.

Where the long form begins, and whether it is one, its letters decide: the cheapest alignment is taken if it is cheap
enough for such a short form (`alignment.py`). Where the letters do not fit, the words may still be the name of an
institution that another language abbreviates (`institutions.py`).

The words between two asides are read once for each way, and no more than a few hundred characters of them: the time
is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from digest.annotate.abbreviations.alignment import Alignment, align, letters_of
from digest.annotate.abbreviations.asides import (
    Aside,
    Span,
    Word,
    asides,
    bare,
    dateline,
    paragraphs,
    parts,
    since_comma,
    words_of,
)
from digest.annotate.abbreviations.institutions import capitalised, institution
from digest.annotate.abbreviations.lexicon import CREDITS, FUNCTION_WORDS, LANGUAGES, LEADS
from digest.annotate.fold import Folded, fold

Pair = tuple[Span, Span]  # of a short form and its long one

_SHORT = re.compile(r"[^\W_](?:[\w.&/'+()\[\]-]| (?! )){1,14}")
_NOT_SHORT = re.compile(r"[IVX]+|[DIR]-[^\W\d_][\w.]*|\d[\d.,-]* ?\w*")  # a numeral, a constituency, a quantity
_NUMBERED = re.compile(r"\d[^\W\d_]{1,3}")  # 2FA
_PREFIX = re.compile(r"(?:anti|ex|non|post|pro)-(?=[^\W\d_a-z])")
_POSSESSIVE = re.compile(r"'s?$")
_DROPPED = 2  # small words after a name that no letter stands for

# The most that an alignment may cost. Words of the news that have nothing to do with a short form fit it as well as
# that about once in a hundred times. Two letters, and the letters of common words, fit by chance more often.
_CAPITALS, _TWO, _CERTAIN = 0.8, 0.5, 0.34


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that a text explains: both as written, with their spans in the text (characters)."""

    short: str
    long: str
    short_span: tuple[int, int]
    long_span: tuple[int, int]


def abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Return the short forms that a plain text explains, in order; each occurrence of an explanation once."""
    found: dict[Span, Abbreviation] = {}
    for start, end in paragraphs(text):
        folded = fold(text[start:end])
        agency = dateline(folded.text)
        for aside in asides(folded.text):
            if aside.span[0] < agency:
                continue
            if pair := _short_inside(folded.text, aside) or _short_before(folded.text, aside):
                abbreviation = _as_written(text, start, folded, pair)
                found.setdefault(abbreviation.short_span, abbreviation)
    return tuple(found[span] for span in sorted(found))


def _is_short_form(text: str) -> bool:
    """Whether a folded text looks like a short form."""
    if not _SHORT.fullmatch(text) or text.count(" ") > 1 or text in FUNCTION_WORDS:
        return False
    return any(map(str.isalpha, text)) and (not _NOT_SHORT.fullmatch(text) or bool(_NUMBERED.fullmatch(text)))


def _as_written(text: str, offset: int, folded: Folded, pair: Pair) -> Abbreviation:
    short, long = ((start + offset, end + offset) for start, end in (folded.original(*span) for span in pair))
    return Abbreviation(text[slice(*short)], text[slice(*long)], short, long)


def _short_inside(text: str, aside: Aside) -> Pair | None:
    """Read an aside as one that holds the short form of what stands before it."""
    spans = parts(text, *aside.span, LEADS | LANGUAGES) if aside.shortens else []
    for number in sorted({0, len(spans) - 1} if spans else ()):
        short = text[slice(*spans[number])]
        if not _is_short_form(short):
            continue
        words = words_of(text, *aside.before)[-2 * len(letters_of(short)) - 3 :]
        foreign = words_of(text, *spans[number - 1]) if number else []
        long = _long_form(short, words, aside) or _translated(short, words, foreign)
        if long and _differ(short, text[slice(*long)]):
            return spans[number], long
    return None


def _short_before(text: str, aside: Aside) -> Pair | None:
    """Read an aside as one that holds the long form of the word before it."""
    begin, stop = aside.before
    words = words_of(text, max(text.rfind(" ", begin, stop - 1), begin), stop) if aside.expands else []
    if not words or text[words[0].end : stop].strip(' "”'):
        return None
    start, end = words[0].start + _prefix(words[0].text), words[0].end
    short = text[start:end]
    fillings = [words_of(text, *filling) for filling in _fillings(text, aside)] if _is_short_form(short) else []
    long = min(fillings, key=lambda filling: _cost(short, filling), default=[])
    if _cost(short, long) <= (_CAPITALS if aside.in_brackets else _CERTAIN) and _differ(
        short, text[slice(*_extent(short, long))]
    ):
        return (start, end), _extent(short, long)
    return None


def _fillings(text: str, aside: Aside) -> list[Span]:
    """Return what in brackets may be a long form: all that they hold, and what stands before a semicolon or a comma."""
    whole, first = re.compile(r"[^;—]*"), re.compile(r"[^;—,]*")
    return [bare(text, *match.span()) for part in (whole, first) if (match := part.match(text, *aside.span))]


def _long_form(short: str, words: Sequence[Word], aside: Aside) -> Span | None:
    """Return the end of some words that a short form stands for.

    Letters that fit less than well may be those of a part of a name by chance, and then the whole name is meant.
    """
    cost, aligned = _aligned(short, words)
    if cost <= _CERTAIN and (aside.in_brackets or len(aligned) > 1):
        return _extent(short, aligned)
    found = [_named(short, words), aligned if aside.in_brackets and cost <= _dearest(short) else []]
    return _extent(short, max(found, key=len)) if any(found) else None


def _aligned(short: str, words: Sequence[Word]) -> tuple[float, Sequence[Word]]:
    """Return the end of some words whose letters a short form fits best, and what it costs.

    Small words behind a name that no letter stands for are no part of it: "Islamic State group (IS)".
    """
    texts = [word.text for word in words]
    ends = [len(words)]
    while len(ends) <= _DROPPED and ends[-1] > 1 and texts[ends[-1] - 1].islower():
        ends.append(ends[-1] - 1)
    found = [
        (alignment.cost, place, words[alignment.first : end])
        for place, end in enumerate(ends)
        if (alignment := align(short, texts[:end])) and (not place or _is_name(texts[:end], alignment))
    ]
    cost, _, long = min(found, default=(inf, 0, []))
    return cost, long


def _is_name(words: Sequence[str], alignment: Alignment) -> bool:
    """Whether an alignment is with several words that are all in one run of capitalised ones."""
    return capitalised(words) <= alignment.first < len(words) - 1


def _named(short: str, words: Sequence[Word]) -> Sequence[Word]:
    """Return the end of some words that is an institution's name, none where they end with no such name."""
    name = since_comma(words)
    start = institution(short, [word.text for word in name])
    return [] if start is None else name[start:]


def _translated(short: str, words: Sequence[Word], foreign: Sequence[Word]) -> Span | None:
    """Return the name before an aside that gives it in another language, with the short form of that."""
    if _cost(short, foreign) == inf:
        return None
    name = since_comma(words)
    start = capitalised([word.text for word in name])
    return _extent(short, name[start:]) if start < len(name) - 1 else _extent(short, foreign)


def _cost(short: str, words: Sequence[Word]) -> float:
    """Return what it costs to lay a short form on some words from the first on; infinitely much if it is not theirs."""
    texts = [word.text for word in words]
    alignment = align(short, texts, whole=True) if _is_marked(short) or len(words) > 2 else None
    if alignment and alignment.cost <= (_dearest(short) if _is_marked(short) else _CERTAIN):
        return alignment.cost
    return _CAPITALS if len(words) > 2 and institution(short, texts) == 0 else inf


def _is_marked(short: str) -> bool:
    """Whether a short form could be no common word."""
    return sum(map(str.isupper, short)) > 1 or any(map(str.isdigit, short))


def _dearest(short: str) -> float:
    if short.islower():
        return _CERTAIN
    return _CAPITALS if len(letters_of(short)) > 2 else _TWO


def _extent(short: str, words: Sequence[Word]) -> Span:
    """Return the span of a long form, without the possessive at its end, and an "anti-" that no letter stands for."""
    first, last = words[0], words[-1]
    prefix = 0 if first.text[0] == short[0].lower() else _prefix(first.text)
    possessive = _POSSESSIVE.search(last.text)
    return first.start + prefix, last.end - (len(possessive[0]) if possessive else 0)


def _prefix(word: str) -> int:
    """Return the length of what is set before a name: "anti-", "pro-"."""
    return match.end() if (match := _PREFIX.match(word)) else 0


def _differ(short: str, long: str) -> bool:
    """Whether two forms are more than spellings of each other, and the short one more than an agency's credit."""
    words = long.split()
    if long.startswith(f"{short}-") or any(short in (word, word.rpartition("-")[2]) for word in words):
        return False
    if short in CREDITS and not _outdoes_credit(short, long):
        return False
    letters = len(letters_of(short))
    return sum(map(str.isalnum, long)) >= letters + max(2, letters // 3)


def _outdoes_credit(short: str, long: str) -> bool:
    """Whether a long form is surely one, though an agency's credit might stand behind its words by chance.

    It is a name of several words, or each of its words or parts, of which some are no names, begins with a letter.
    """
    words = [word for word in long.split() if word not in FUNCTION_WORDS]
    if len(words) > 1 and not any(word[0].islower() for word in words):
        return True
    parts = long.replace("-", " ").split()
    initials = "".join(part[0].upper() for part in parts)
    return (
        len(short) > 2 and len(parts) > 1 and parts[-1].islower() and len(initials) > 1 and short.startswith(initials)
    )
