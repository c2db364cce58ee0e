"""Forms: the spellings by which a term is found in folded text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digest.annotate.fold import fold_name
from digest.model import Alias, Term
from digest.problems import Problem

# Kinds whose names have a plural: "two DOIs", "the buffer zones", but never "the Homses".
_COUNTABLE = frozenset({"", "organisation", "facility", "event", "law", "concept", "work"})


@dataclass(frozen=True, slots=True)
class Form:
    """One folded spelling of a term.

    `ignore_case`: matched in any case, and `text` is lower-case. `initial`: matched at a sentence's start only.
    `ambiguous`: it also means something that the glossary does not have.
    """

    text: str
    term: str
    ignore_case: bool = False
    initial: bool = False
    ambiguous: bool = False


def forms_of(term: Term) -> tuple[Form, ...]:
    """Return the forms of a term: its names as written, then the variants made of them."""
    written = tuple(_written(term))
    made = [form for alias in written for form in _variants(term, alias)]
    ambiguous = {form.text for form in made if form.ambiguous}
    made.sort(key=lambda form: form.initial)  # a form that fits anywhere goes before one that begins sentences
    unique = {(form.text, form.ignore_case): form for form in reversed(made)}
    return tuple(
        Form(form.text, form.term, form.ignore_case, form.initial, form.text in ambiguous)
        for form in reversed(unique.values())
    )


def clashes(terms: Iterable[Term]) -> tuple[Problem, ...]:
    """Return an error for each written form that two terms share while neither says that it is ambiguous."""
    owners: dict[str, list[tuple[Term, Alias]]] = defaultdict(list)
    for term in terms:
        named = {fold_name(alias.text): alias for alias in reversed(list(_written(term)))}
        marked = {fold_name(alias.text) for alias in term.aliases if alias.ambiguous}
        for text, alias in named.items():
            owners[text].append((term, Alias(alias.text, ambiguous=text in marked, span=alias.span)))
    return tuple(
        _clash(sharing)
        for sharing in owners.values()
        if len(sharing) > 1 and not any(alias.ambiguous for _, alias in sharing)
    )


def _clash(sharing: list[tuple[Term, Alias]]) -> Problem:
    (first, _), (term, alias) = sharing[0], sharing[-1]
    return Problem(
        alias.span if alias.span.file else term.span,
        f'"{alias.text}" is a form of two terms: {first.slug} ({first.path}) and {term.slug}',
        f"if both are meant, mark it in one of them: aliases: [{{text: {alias.text}, ambiguous: true}}]",
        "alias-clash",
    )


def _written(term: Term) -> Iterator[Alias]:
    described = {alias.text for alias in term.aliases}
    yield from (Alias(name) for name in (term.term, term.name) if name and name not in described)
    yield from term.aliases
    yield from (Alias(name, case="exact", plural=False) for _, name in term.native)


def _variants(term: Term, alias: Alias) -> Iterator[Form]:
    """A form for each spelling that means the same as `alias`."""
    case = alias.case or term.match.case
    countable = term.match.plural and term.kind in _COUNTABLE if alias.plural is None else alias.plural
    base = fold_name(alias.text)
    if not any(map(str.isalnum, base)):
        return
    spellings = [base, base.replace("'", "")]
    if countable:
        spellings += [_plural(text) for text in spellings]
    for text in dict.fromkeys(spellings):
        if case == "ignore":
            yield Form(lower(text), term.slug, ignore_case=True, ambiguous=alias.ambiguous)
            continue
        yield Form(text, term.slug, ambiguous=alias.ambiguous)
        if case == "smart":
            yield from _recased(text, term.slug, ambiguous=alias.ambiguous)


def _recased(text: str, slug: str, *, ambiguous: bool) -> Iterator[Form]:
    """Lower-case forms may begin a sentence; names of over three letters may stand in capitals, as in datelines."""
    if text[0].islower():
        yield Form(text[0].upper() + text[1:], slug, initial=True, ambiguous=ambiguous)
    elif len(text) > 3 and not text.removesuffix("s").isupper():  # "DOIs" in capitals would be another word
        yield Form(text.upper(), slug, ambiguous=ambiguous)


def _plural(text: str) -> str:
    if re.search(r"[^aeiou]y$", text):
        return text[:-1] + "ies"
    if re.search(r"(?:[a-z]s|x|z|ch|sh)$", text):
        return text + "es"
    return text + "s"


def lower(text: str) -> str:
    """Lower-case `text` one code point to one code point, so that places are kept."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
