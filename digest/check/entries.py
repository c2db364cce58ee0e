"""What entries rest on, and what they say of their own terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.annotate import Matcher, fold, fold_name, forms_of
from digest.model import Digest, Entry, Term
from digest.problems import Problem, Span, did_you_mean


def one_source(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield the entries that rest on one source."""
    for entry in entries:
        article = entry.article
        if len({citation.name.casefold() for citation in article.sources}) == 1:
            hint = "add a second one, or say so in a note"
            yield Problem.by("one-source", Span(article.path), "the entry rests on one source", hint)


def undated_sources(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield the sources without a date."""
    for entry in entries:
        for citation in entry.article.sources:
            if citation.published is None:
                message = f'the source "{citation.name}" has no date'
                yield Problem.by("undated-source", Span(entry.article.path), message, "add published: 2025-04-10")


def unknown_senses(digest: Digest) -> Iterator[Problem]:
    """Yield the forms that an entry's `glossary.senses` gives to a term which has no such form."""
    terms = {term.slug: term for term in digest.terms}
    for entry in digest.entries:
        for meaning in entry.article.senses:
            term = terms.get(meaning.term)
            if term and not _has_form(term, meaning.form):
                near = did_you_mean(meaning.form, term.all_names)
                message = f'"{meaning.form}" is no form of the term "{term.slug}"{near}'
                hint = f"its names are: {', '.join(term.all_names)}" if not near else ""
                yield Problem.by("unknown-sense", meaning.span, message, hint)


def _has_form(term: Term, form: str) -> bool:
    name = fold_name(form)
    found = Matcher(forms_of(term)).find(fold(name))
    return any(candidate.end - candidate.start == len(name) for candidate in found)
