"""Names: runs of capitalised words in prose.

What a capital says holds for languages that write names with one and other words without. Where there are no capitals
there is no name.
"""

from __future__ import annotations

import re
from itertools import pairwise

from digest.annotate.vocabulary import INSTITUTIONS, LINKS, OFFICES, OPENERS, ROLES, TIMES

WORD = re.compile(r"[^\W_](?:[\w'’‘&-]|\.(?=\w))*")
NO_PART = ROLES | OFFICES | TIMES  # words beside a name that are no part of it
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s+[\"'“‘«(\[]*$|^[\s\"'“‘«(\[]*$")
_ARTICLE = re.compile(r"(?:[ae]l|[ae]d|adh|an|ar|[ae]s|ash|[ae]t|ath|[ae]z)-(?=[^\W\d_])")
_COMMON = OPENERS | NO_PART


def names(text: str) -> list[tuple[int, int]]:
    """Return the spans of the names in a passage of prose, in order: the longest runs of capitalised words.

    Small words such as "of" and "bin" may stand inside. A sentence's first word counts where it is no common opener
    and more of the name follows, or where it stands in capitals inside a sentence too.
    """
    words = [match.span() for match in WORD.finditer(text)]
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
