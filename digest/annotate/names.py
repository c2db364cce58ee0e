"""Names: runs of capitalised words in prose, and the larger name that a word may be part of.

What a capital says holds for languages that write names with one and other words without. Where there are
no capitals there is no name.
"""

from __future__ import annotations

import re
from itertools import pairwise

from digest.annotate.countries import is_people
from digest.annotate.vocabulary import INSTITUTIONS, LINKS, OFFICES, OPENERS, ROLES, TIMES

_WORD = re.compile(r"[^\W_](?:[\w'’‘&-]|\.(?=\w))*")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s+[\"'“‘«(\[]*$|^[\s\"'“‘«(\[]*$")
_ARTICLE = re.compile(r"(?:[ae]l|[ae]d|adh|an|ar|[ae]s|ash|[ae]t|ath|[ae]z)-(?=[^\W\d_])")
_LONGEST = 4  # words behind a name that may end the name of an institution
_PLAIN = re.compile(r"[\w'&.-]+")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_NO_PART = ROLES | OFFICES | TIMES
_COMMON = OPENERS | _NO_PART


def names(text: str) -> list[tuple[int, int]]:
    """Return the spans of the names in a passage of prose, in order: the longest runs of capitalised words.

    Small words such as "of" and "bin" may stand inside. A sentence's first word counts where it is no common opener
    and more of the name follows, or where it stands in capitals inside a sentence too.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    inner = {text[start:end] for start, end in words if is_name(text[start:end]) and not opens(text, start)}
    runs: list[list[tuple[int, int]]] = [[]]
    for before, word in pairwise([(0, 0), *words]):
        if runs[-1] and text[before[1] : word[0]] not in (" ", "\n", "\u00a0"):
            runs.append([])
        surface = text[slice(*word)]
        if is_name(surface) or (runs[-1] and surface in LINKS):
            runs[-1].append(word)
        else:
            runs.append([])
    trimmed = (_trimmed(text, run, inner) for run in runs)
    return [(run[0][0], run[-1][1]) for run in trimmed if run]


def larger_name(text: str, start: int, end: int, *, given_name: bool = False) -> tuple[int, int] | None:
    """Return the span of the larger name that the name at a span of folded text seems to be part of, if any.

    One word is part of one where a capitalised word that says no role, people or time stands right beside it ("Katz
    Center", "Bushra Assad"), or where an institution is "of" it ("Bank of Homs"); several words are where an
    institution ends the name ("New Jersey Hospital Association"). What a sentence begins with may be any word: it
    counts only where a `given_name` would be no surprise.
    """
    if text[start:end].islower():
        return None
    if text[end + 1 : end + 2].isupper():
        if institution := _institution_after(text, end):
            return start, institution
        after = _word_after(text, end)
        if after and " " not in text[start:end] and after[1] - after[0] > 1 and _extends(text[slice(*after)]):
            return start, after[1]
    if " " in text[start:end] or _is_acronym(text[start:end]) or (before := _word_before(text, start)) is None:
        return None
    word = text[slice(*before)]
    if word == "of":
        return _institution_before(text, before[0], end)
    if opens(text, before[0]) and not (given_name and _may_be_given(word)):
        return None
    return (before[0], end) if _extends(word.removesuffix(".")) else None


def is_name(word: str) -> bool:
    """Whether a word is written as a name: with a capital, or with one behind an Arabic article ("al-Sharaa")."""
    article = _ARTICLE.match(word)
    return word[:1].isupper() or (article is not None and word[article.end()].isupper())


def opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    return bool(_SENTENCE_END.search(text, max(0, start - 8), start))


def is_common(word: str) -> bool:
    """Whether a word, in any case, is one that opens sentences, says a role, or names a day or month."""
    return word.lower().removesuffix(".") in _COMMON


def is_institution(words: str) -> bool:
    """Whether one of the words says that what they name is no person: "Lake", "Bank of"."""
    return not INSTITUTIONS.isdisjoint(words.lower().split())


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the letters at a span of folded text may be a common word in a line of capitals: "GIVE IT TO US NOW"."""
    if not text[start:end].isupper() or text[start:end].lower() not in OPENERS | {"us"}:
        return False
    beside = [text[slice(*word)] for word in (_word_before(text, start), _word_after(text, end)) if word]
    return any(word.isupper() and len(word) > 1 and word.lower() in OPENERS for word in beside)


def _may_be_given(word: str) -> bool:
    """Whether a sentence's first word may be a person's given name, as far as its form and the lists say."""
    return word.lower() not in OPENERS and not (len(word) > 5 and word.endswith("ing"))


def _is_acronym(word: str) -> bool:
    """Whether a word is capitals, perhaps with a number, which stand for themselves whatever comes before.

    "Syrian SDF" and "Russian RS24" are two names, "Line T4" is one.
    """
    return len(word) > 2 and word[:2].isalpha() and word.isalnum() and word.isupper()


def _extends(word: str) -> bool:
    """Whether a word beside a name makes a larger name of the two; several capitals stand for themselves."""
    if not word[:1].isupper() or word.endswith(("'s", "'")) or word.lower() in _NO_PART or is_people(word):
        return False
    return len(word) == 1 or not _is_acronym(word)


def _institution_before(text: str, of: int, end: int) -> tuple[int, int] | None:
    head = _word_before(text, of)
    if head is None:
        return None
    word = text[slice(*head)]
    return (head[0], end) if word[:1].isupper() and word.lower() in INSTITUTIONS else None


def _institution_after(text: str, end: int) -> int | None:
    """Return where the name of an institution ends that the capitalised words after `end` make, if they make one."""
    institution, place = None, end
    for _ in range(_LONGEST):
        word = _word_after(text, place)
        if word is None or not text[word[0]].isupper():
            break
        place = word[1]
        institution = place if text[slice(*word)].lower() in INSTITUTIONS else institution
    return institution


def _word_before(text: str, start: int) -> tuple[int, int] | None:
    """Return the word that a single space sets apart from what begins at `start`: a point ends it, but for initials."""
    if text[start - 1 : start] != " ":
        return None
    first = text.rfind(" ", 0, start - 1) + 1
    while first < start - 1 and not text[first].isalnum():
        first += 1
    word = text[first : start - 1]
    if not word or not _PLAIN.fullmatch(word) or (word[-1] == "." and not _INITIALS.fullmatch(word)):
        return None
    return first, start - 1


def _word_after(text: str, end: int) -> tuple[int, int] | None:
    if text[end : end + 1] != " " or text[end - 1 : end] == ".":
        return None
    match = _WORD.match(text, end + 1)
    return match.span() if match else None


def _trimmed(text: str, run: list[tuple[int, int]], inner: set[str]) -> list[tuple[int, int]]:
    """Cut a run to what is a name for sure: no small words at its end, no common opener at its beginning."""
    while run and not is_name(text[slice(*run[-1])]):
        run = run[:-1]
    while run and opens(text, run[0][0]) and not _sure(text, run, inner):
        run = run[1:]
        while run and not is_name(text[slice(*run[0])]):
            run = run[1:]
    return run


def _sure(text: str, run: list[tuple[int, int]], inner: set[str]) -> bool:
    first = text[slice(*run[0])]
    if first in inner or (len(first) > 1 and first.isupper()):
        return True
    return len(run) > 1 and first.lower() not in OPENERS
