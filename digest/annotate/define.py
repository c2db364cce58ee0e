"""Definitions: a term's text as HTML and as one plain line, and every name that a search may be made by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.annotate.entry import first_paragraph, prose
from digest.annotate.fold import fold_name
from digest.model import Definition, Term

_PUNCTUATION = re.compile(r"['-]")


@dataclass(frozen=True, slots=True)
class Headword:
    """All of a term that its definition depends on. `root` is the site's folder on its host."""

    text: str
    names: tuple[str, ...]
    hidden: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    root: str

    @classmethod
    def of(cls, term: Term, root: str) -> Headword:
        """Take it from a term."""
        versions = tuple((validity.definition, validity.note) for validity in term.valid)
        hidden = tuple(alias.text for alias in term.aliases if alias.hidden)
        names = tuple(name for name in term.all_names if name not in hidden)
        return cls(term.definition.text, names, hidden, versions, root)


def define(headword: Headword) -> Definition:
    """Return the definition of a term. Pure."""
    everything = (spelling for name in (*headword.names, *headword.hidden) for spelling in _spellings(name))
    return Definition(
        html=prose(headword.text, headword.root),
        short=first_paragraph(headword.text),
        names=headword.names,
        spellings=tuple(spelling for spelling in dict.fromkeys(everything) if spelling not in headword.names),
        versions=tuple((first_paragraph(text), note) for text, note in headword.versions),
    )


def _spellings(name: str) -> tuple[str, ...]:
    """A name as it is, folded, and without apostrophes and hyphens: the search does not fold them itself."""
    folded = fold_name(name)
    return name, folded, _PUNCTUATION.sub("", folded), folded.replace("-", " ")
