"""Sentences: where one ends and the next begins, well enough to quote one."""

from __future__ import annotations

import re

from digest.annotate.vocabulary import words

QUOTE_LENGTH = 320  # characters of a sentence that are shown around a mention

_REACH = 4 * QUOTE_LENGTH  # characters on either side beyond which no sentence's end is looked for
_END = re.compile(r"[.!?…؟。][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])")
_ABBREVIATIONS = words(
    """
    Mr Mrs Ms Dr Prof Gen Col Lt Maj Capt Sgt Sen Rep Gov St Mt No vs etc approx
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
) | set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LAST_WORD = re.compile(r"\w+$")
_LONGEST = max(map(len, _ABBREVIATIONS))


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after the span in its sentence, white space folded, each cut at a word."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    before: list[re.Match[str]] = []
    for match in _END.finditer(text, first, last):
        if match.end() <= start:
            before.append(match)
        elif match.start() + 1 >= end and not _abbreviates(match):
            last = match.start() + len(match[0].rstrip())
            break
    first = next((match.end() for match in reversed(before) if not _abbreviates(match)), first)
    room = QUOTE_LENGTH // 2
    return _cut_before(text[first:start], room), _cut_after(text[end:last], room)


def _abbreviates(match: re.Match[str]) -> bool:
    """Whether what looks like a sentence's end is the point of an abbreviation."""
    end = match.start()
    if match[0][0] != ".":
        return False
    word = match.string[max(0, end - _LONGEST - 1) : end].rpartition(" ")[2]
    if not word.isalnum():  # behind a bracket and the like
        last = _LAST_WORD.search(word)
        word = last[0] if last else ""
    return word in _ABBREVIATIONS


def _cut_before(text: str, room: int) -> str:
    folded = _folded(text)
    if folded and text[-1].isspace():
        folded += " "
    return folded if len(folded) <= room else "… " + folded[-room:].partition(" ")[2]


def _cut_after(text: str, room: int) -> str:
    folded = _folded(text)
    if folded and text[0].isspace():
        folded = f" {folded}"
    return folded if len(folded) <= room else folded[:room].rpartition(" ")[0] + " …"


def _folded(text: str) -> str:
    return " ".join(text.split())
