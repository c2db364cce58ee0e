"""Clashes: two terms that would be found by the same words although neither says that its form is ambiguous."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digest.annotate.fold import fold, fold_name
from digest.annotate.forms import Form, forms_of_name, lower, written
from digest.annotate.matcher import Matcher
from digest.model import Alias, Term
from digest.problems import Problem, as_value


@dataclass(frozen=True, slots=True)
class _Use:
    """A form, and the term and the name of it that it was made of."""

    form: Form
    term: Term
    alias: Alias

    @property
    def is_written(self) -> bool:
        """Whether it is the name itself and not a plural or another variant of it."""
        return _alike(fold_name(self.alias.text)) == _alike(self.form.text)


def clashes(terms: Iterable[Term]) -> tuple[Problem, ...]:
    """Return an error for each name of a term that finds the same words as one of another term, unless one is marked.

    Variants count like the names themselves, but for those that begin sentences only: "zone" and "Zone" are two terms.
    """
    pairs = [pair for sharing in _shared(terms) for pair in _pairs(sharing)]
    pairs.sort(key=lambda pair: tuple(not use.is_written for use in reversed(pair)))
    told = {(first.term.slug, other.term.slug, other.alias.text): (first, other) for first, other in reversed(pairs)}
    return tuple(_clash(*pair) for pair in reversed(told.values()))


def _shared(terms: Iterable[Term]) -> Iterator[list[_Use]]:
    """Yield the uses of each spelling that is found for several terms."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for term in terms:
        for alias in written(term):
            for form in forms_of_name(term, alias):
                if not form.initial:
                    uses[_alike(form.text)].append(_Use(form, term, alias))
    for alike in uses.values():
        if len({use.term.slug for use in alike}) > 1:
            matcher = Matcher([use.form for use in alike])
            for text in dict.fromkeys(use.form.text for use in alike):
                found = {form for candidate in matcher.find(fold(text)) for form in candidate.forms}
                yield [use for use in alike if use.form in found]


def _alike(text: str) -> str:
    """Return what all forms have in common that may match the same words: the matcher takes a hyphen for a space."""
    return lower(text).replace("-", " ")


def _pairs(sharing: list[_Use]) -> Iterator[tuple[_Use, _Use]]:
    """Yield the first use with each of another term, unless one of them all is marked as ambiguous."""
    if any(use.form.ambiguous for use in sharing):
        return
    for use in sharing:
        if use.term.slug != sharing[0].term.slug:
            yield sharing[0], use


def _clash(first: _Use, other: _Use) -> Problem:
    alias, place = other.alias, f"{first.term.slug} ({first.term.path})"
    message = f'"{alias.text}" is a form of two terms: {place} and {other.term.slug}'
    hint = f"if both are meant, mark it in one of them: aliases: [{{text: {as_value(alias.text)}, ambiguous: true}}]"
    if not (first.is_written and other.is_written):
        message = f'"{alias.text}" and "{first.alias.text}", a form of {place}, both match "{other.form.text}"'
        hint += "; if a plural is in the way: plural: false"
    return Problem(other.term.place_of(alias), message, hint, "alias-clash")
