"""The glossary, compiled once; and slices of it, each with just what one text can mean."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import unescape

from digest.annotate.brackets import forced_slugs
from digest.annotate.fold import fold
from digest.annotate.forms import Form, forms_of
from digest.annotate.matcher import Matcher
from digest.model import Mentions, Scope, Term

# Markdown that may stand inside a name: emphasis, escapes, and a line's end with the marks of the next line.
_MARKUP = re.compile(r"[*_~\\\[\]]")
_ENTITY = re.compile(r"&#?\w+;")
_LINE_END = re.compile(r"[ \t\\]*\n[ \t>]*")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a text needs to know of a term that it may mention.

    `rarity` is 0 for a term found in one text of the archive and grows by one with each doubling.
    """

    slug: str
    title: str
    scope: Scope
    link: Mentions | str
    priority: int
    rarity: int


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of a glossary that one text can match: its forms and their senses, in the glossary's order."""

    forms: tuple[Form, ...] = ()
    senses: tuple[Sense, ...] = ()


class Glossary:
    """All terms, ready for a cheap first scan."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Compile the terms."""
        self.terms = {term.slug: term for term in terms}
        self._forms = {form: number for number, form in enumerate(f for t in self.terms.values() for f in forms_of(t))}
        self._order = {slug: number for number, slug in enumerate(self.terms)}
        self._bare: dict[Form, list[Form]] = defaultdict(list)
        for form in self._forms:
            self._bare[_bare_form(form)].append(form)
        self._matcher = Matcher(self._bare)

    def slices(self, texts: Iterable[str]) -> list[Slice]:
        """Return the slice of each Markdown text of an archive; rarity is counted over all of them."""
        scans = [self._scan(text) for text in texts]
        spread = Counter(slug for _, slugs in scans for slug in slugs)
        senses = {slug: _sense(term, spread[slug]) for slug, term in self.terms.items()}
        return [
            Slice(
                tuple(sorted(forms, key=self._forms.__getitem__)),
                tuple(senses[slug] for slug in sorted(slugs, key=self._order.__getitem__)),
            )
            for forms, slugs in scans
        ]

    def _scan(self, text: str) -> tuple[set[Form], set[str]]:
        """Return every form that may occur in a text, boundaries untested, and the slugs of their terms.

        All forms of a term that occurs come along only as far as they occur themselves; a forced term needs none.
        """
        found = self._matcher.forms_in(fold(bare(text)).text)
        forms = {form for one in found for form in self._bare[one]}
        return forms, {form.term for form in forms} | (forced_slugs(text) & self.terms.keys())


def bare(text: str) -> str:
    """Return Markdown text without the marks that may break a name, so that whatever the parser finds is found here."""
    joined = _LINE_END.sub(" ", text)
    return _MARKUP.sub("", _ENTITY.sub(lambda entity: unescape(entity[0]), joined) if "&" in joined else joined)


def _bare_form(form: Form) -> Form:
    return replace(form, text=_MARKUP.sub("", form.text)) if _MARKUP.search(form.text) else form


def _sense(term: Term, spread: int) -> Sense:
    rarity = max(0, spread - 1).bit_length()
    return Sense(term.slug, term.term, term.scope, term.match.link, term.match.priority, rarity)
