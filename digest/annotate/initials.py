"""Initials: where a text has one between a person's two names, "Donald J. Trump" for "Donald Trump"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.annotate.forms import Form

REACH = 40  # characters behind an initial in which the family's name ends
WIDTH = 3  # characters of an initial: its letter, its point and a space
_POINT = re.compile(r"\. (?<= \S\. )")  # behind a single character
_GIVEN = re.compile(r"[^\W\d_][\w'-]* $")


def middle_initials(text: str) -> Iterator[tuple[int, int]]:
    """Yield each place of an initial in folded text, with the place where the name before it begins."""
    for point in _POINT.finditer(text):
        place = point.start() - 1
        if text[place].isupper() and (given := _GIVEN.search(text, max(0, place - REACH), place)):
            yield given.start(), place


def takes_initial(form: Form) -> bool:
    """Whether a form is of two capitalised words, between which an initial may stand."""
    given, _, family = form.text.partition(" ")
    whole = not (form.initial or form.follows or form.title)
    return whole and given[0].isupper() and family != "" and " " not in family
