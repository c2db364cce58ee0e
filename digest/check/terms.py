"""What is weak in a glossary by itself: terms that nobody uses, names that find nothing, definitions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from digest.annotate import EXPLAINED_AS, Matcher, fold, forms_of_name, written
from digest.model import Digest, Entry, Term
from digest.problems import Problem, Span

STALE_AFTER = 730  # days after which a definition should have been read again
LONG_DEFINITION = 40  # words of a definition's first paragraph
_REASONS = 3  # so many are listed
MOST_UNUSED = 10  # terms, above which one problem tells of all: a new glossary would drown the others
_SHOWN = 8  # slugs of them
PLAIN = re.compile(r"[A-Za-z\d]+(?: [A-Za-z\d]+)*", re.ASCII)


def use(digest: Digest) -> Iterator[Problem]:
    """Yield the terms that no entry mentions: those that none names, and those that are named but nowhere meant.

    Where they are many, one problem tells of all, at the first of them.
    """
    unused = [term for term in digest.terms if term.slug not in digest.mentioned]
    if len(unused) > MOST_UNUSED:
        yield _of_many(unused, len(digest.terms))
    else:
        yield from _of_each(unused, digest.entries)


def _of_many(unused: Sequence[Term], total: int) -> Problem:
    slugs = [term.slug for term in unused]
    listed = ", ".join((*slugs[:_SHOWN], *(["…"] if len(slugs) > _SHOWN else [])))
    message = f"no entry mentions {len(slugs)} of the {total} terms: {listed}"
    hint = "`digest terms list` shows them with 0 before the slug; check their forms, or remove them"
    return Problem.by("unused-term", Span(unused[0].path), message, hint)


def _of_each(unused: Iterable[Term], entries: Iterable[Entry]) -> Iterator[Problem]:
    passed: dict[str, Counter[str]] = defaultdict(Counter)
    latest: dict[str, str] = {}
    for entry in entries:
        for slug, why in entry.abstract.passed:
            passed[slug][_rule(why)] += 1
            latest.setdefault(slug, entry.article.path)
    for term in unused:
        message, hint = f'no entry mentions "{term.term}"', "check its forms, or remove it"
        if reasons := passed[term.slug]:
            message = f'no entry means "{term.term}", though {_listed(reasons)}'
            hint = f"`digest explain {latest[term.slug]} {term.slug}` says more"
        yield Problem.by("unused-term", Span(term.path), message, hint)


def _rule(why: str) -> str:
    """Return a reason without its particulars, but with what a text says that a form means: that is the reason."""
    return why if why.startswith(EXPLAINED_AS) else why.partition(' "')[0].rstrip(",")


def _listed(reasons: Counter[str]) -> str:
    """Say in how many entries a form stands, and the commonest reasons why it is no mention."""
    count = "one has" if reasons.total() == 1 else f"{reasons.total()} have"
    shown = (f"{reason} ({number})" for reason, number in reasons.most_common(_REASONS))
    return f"{count} a form of it: {'; '.join((*shown, *(['…'] if len(reasons) > _REASONS else [])))}"


def definitions(digest: Digest, today: date) -> Iterator[Problem]:
    """Yield the definitions that are missing, too long for a card, or were last reviewed long ago."""
    for term in digest.terms:
        words = len(digest.definitions[term.slug].short.split())
        if not words and not _needs_none(term, today):
            hint = "write it below the keys; its first paragraph, best one sentence, stands on cards"
            yield Problem.by("no-definition", Span(term.path), f'"{term.term}" has no definition', hint)
        if words > LONG_DEFINITION:
            message = f'the short definition of "{term.term}" has {words} words'
            hint = "the first paragraph stands on cards: make it one sentence"
            yield Problem.by("long-definition", Span(term.path), message, hint)
        if term.reviewed and (today - term.reviewed).days > STALE_AFTER:
            hint = "read the definition again and date it: reviewed: …"
            message = f'"{term.term}" was last reviewed on {term.reviewed}'
            yield Problem.by("stale-term", Span(term.path), message, hint)


def forms(terms: Iterable[Term]) -> Iterator[Problem]:
    """Yield the names that can never be found in a text."""
    for term in terms:
        for alias in written(term):
            if PLAIN.fullmatch(alias.text):
                continue  # it is a form itself, and need not be tried
            if not Matcher(tuple(forms_of_name(term, alias))).find(fold(alias.text)):
                message = f'"{alias.text}" can never be matched'
                yield Problem.by("dead-form", term.place_of(alias), message, "a form needs a letter or a digit")


def _needs_none(term: Term, today: date) -> bool:
    """Whether a definition for a time holds, or the term is there only to say that all readers know it."""
    return term.match.link == "never" or any(one.definition and one.holds(today) for one in term.valid)
