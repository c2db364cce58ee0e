"""Definitions as they hold on a day, and as long as there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from digest.model import Definition, Term

SHORT = 200  # characters of a definition on a card
_ENDS = (".", "!", "?", "…", ";", "؟", "。")


def definition_on(day: date, term: Term, definition: Definition) -> tuple[str, str]:
    """Return what a term meant on a day, as plain text, and what has changed since.

    That is the note of the period which the day lies in, if it lies in one, and those of all later periods.
    """
    versions = tuple(zip(term.valid, definition.versions, strict=True))
    text = next((text for validity, (text, _) in versions if validity.holds(day)), "")
    notes = [note for validity, (_, note) in versions if note and not validity.is_over(day)]
    return text or definition.short, _in_a_row(notes)


def current(term: Term, definition: Definition) -> str:
    """Return what a term means once all that `valid` says has come to pass: an open period's text, else its own."""
    return definition_on(date.max, term, definition)[0]


def _in_a_row(notes: Sequence[str]) -> str:
    """Join notes; between two stands a mark, the former's own or a semicolon."""
    ended = [note if note.endswith(_ENDS) else f"{note};" for note in notes[:-1]]
    return " ".join((*ended, *notes[-1:]))


def clipped(text: str, length: int) -> str:
    """Return a text of at most `length` characters and its mark, cut at a word where there is one."""
    if len(text) <= length:
        return text
    return (text[:length].rpartition(" ")[0].rstrip(",;:–— ") or text[:length]) + "…"
