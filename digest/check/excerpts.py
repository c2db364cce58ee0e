"""Entries that are their source's own words for too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.clean.excerpts import Excerpt
from digest.problems import Problem

_SHARE = 0.25  # of an entry's words outside block quotes
_FEW = 40  # words in all that no one would miss: a short entry is soon a quarter names and titles
_LONGEST = 80  # words in a row, whatever their share


def long_excerpts(excerpts: Iterable[Excerpt]) -> Iterator[Problem]:
    """Yield the entries that have much of their original word for word, at the longest run."""
    for excerpt in excerpts:
        share = excerpt.verbatim / max(excerpt.words, 1)
        if (share > _SHARE and excerpt.verbatim > _FEW) or excerpt.longest > _LONGEST:
            message = (
                f"{share:.0%} of the words outside block quotes stand in the original word for word, "
                f"{excerpt.longest} of them in a row from here"
            )
            hint = "say it in your own words, or mark it as a quotation with > before each line"
            yield Problem.by("long-excerpt", excerpt.span, message, hint)
