"""Titles: a lower-case name of several words with the capitals of a title, "Gross Domestic Product (GDP)"."""

from __future__ import annotations

import re

from digest.annotate.vocabulary import LINKS, OPENERS

_SMALL = LINKS | frozenset({"a", "an", "and", "as", "at", "by", "from", "in", "on", "or", "the", "to", "with"})
_WORD = re.compile(r"[^\W\d_][^ -]*")
_JOINTS = rf"(?:(?:{'|'.join(sorted(_SMALL))}) ){{0,2}}"
_MORE_BEFORE = re.compile(rf"(?<![\w'-])([A-Z][\w'-]*)[ -]{_JOINTS}$")
_MORE_AFTER = re.compile(rf"[ -]{_JOINTS}[A-Z0-9]")
_REACH = 40  # characters before a title in which the rest of a longer one is looked for


def titled(name: str) -> str:
    """Return a name with the capitals of a title: on its first word, and on all others that are no short ones."""
    text = _WORD.sub(lambda word: word[0] if word[0] in _SMALL else word[0][0].upper() + word[0][1:], name)
    return text[0].upper() + text[1:]


def is_whole_title(text: str, start: int, end: int) -> bool:
    """Whether no capitals go on beside a title: "Panel on Climate Change" and "Human Rights Watch" are other names."""
    if _MORE_AFTER.match(text, end):
        return False
    before = _MORE_BEFORE.search(text, max(0, start - _REACH), start)
    return before is None or before[1].lower() in OPENERS or before[1].endswith(("'s", "'"))
