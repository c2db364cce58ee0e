"""Which lines of a pasted text are headings of the prose under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest.clean.blocks import Block
from digest.clean.pastes.passages import Passage
from digest.clean.pastes.runs import has_blank_lines, shape

_LONGEST = 10  # words
_REACH = 3  # lines: an advertisement or a caption may stand between prose and the next heading
_NEAR = 12  # items that may stand there as well
_NO_START = re.compile(r"[-‐–—―…]|[“„«‹\"][^”“»›\"]*$")  # a line under a quotation, or the begin of one
_PAGE = re.compile(r"(?:[^\W\d]{1,10}\.? )?\d{1,4}(?: ?/ ?| (?:[^\W\d]{1,4}) )\d{1,4}")  # "Page 1 of 12"


def headings(found: Sequence[Passage]) -> frozenset[int]:
    """Return the passages that are headings: underlined, or a short line between prose that is like no other."""
    times, is_spaced = Counter(passage.text for passage in found), has_blank_lines(found)
    plain = [at for at, passage in enumerate(found) if not (passage.mark or passage.is_row or passage.stanza)]
    likely = (at for at in plain if _may_be(found[at].text) and times[found[at].text] == 1)
    between = (at for at in likely if _is_between_prose(found, at) and not _is_in_run(found, at, is_spaced=is_spaced))
    return frozenset((*between, *(at for at in plain if found[at].is_underlined)))


def _may_be(text: str) -> bool:
    is_short = len(text.split()) <= _LONGEST and text[-1].isalnum() and not text[0].islower()
    return is_short and not _NO_START.match(text) and not _PAGE.fullmatch(text)


def _is_between_prose(found: Sequence[Passage], at: int) -> bool:
    """Whether prose comes right after a line, and comes before it, perhaps with other lines between."""
    before = [passage for passage in found[max(at - _NEAR, 0) : at] if not passage.mark][-_REACH:]
    after = found[at + 1 : at + 2]
    return all(any(Block(0, 1, passage.text).is_prose for passage in side) for side in (before, after))


def _is_in_run(found: Sequence[Passage], at: int, *, is_spaced: bool) -> bool:
    """Whether a line goes with the one before it: no blank line is between as elsewhere, or both have one shape."""
    own, before = found[at], found[at - 1]
    return (is_spaced and not own.is_apart) or shape(own.text) == shape(before.text) != ""
