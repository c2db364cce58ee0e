"""Where words of a clean line stand in the line as its author wrote it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|[^\w\s]")
_TARGET = re.compile(r"\]\([^()\n]*\)|<a\s[^<>]*>", re.IGNORECASE)  # cleaning moves it to the other side of the words
_LONGEST = 20_000  # characters of a line that is compared: the time goes up with the square of it


def written_column(clean: str, column: int, written: str) -> int:
    """Return the column (from 1) in the line `written` of what stands at `column` of the line that cleaning made of it.

    0 where nothing there says so: what stands there is cleaning's own, or the line is too long to look.
    """
    if not column or max(len(clean), len(written)) > _LONGEST:
        return 0
    tokens, own = _tokens(clean), _tokens(written)
    at = next((index for index, token in enumerate(tokens) if token.end() >= column), None)
    if at is None:
        return 0
    within = max(column - 1 - tokens[at].start(), 0)
    same = SequenceMatcher(None, [token[0] for token in tokens], [token[0] for token in own])
    for first, second, length in same.get_matching_blocks():
        if first <= at < first + length:
            return own[second + at - first].start() + within + 1
    return 0


def _tokens(line: str) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(_TARGET.sub(lambda found: " " * len(found[0]), line)))
