"""Linking for other programs: compile a glossary, find its terms in texts, find what texts abbreviate.

All that programs may rely on is in `__all__`; `docs/python.md` says what of it stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import get_args

from digest import clean, files
from digest.annotate import clashes
from digest.annotate.abbreviations import Abbreviation, abbreviations
from digest.annotate.linker import Context, Linker, Resolution
from digest.copies import CopyDesk
from digest.model import Alias, Body, Kind, LinkPolicy, Matching, Scope, Term
from digest.problems import DigestError, Problem, Span, did_you_mean
from digest.read import read

__all__ = [
    "Abbreviation",
    "Alias",
    "Context",
    "DigestError",
    "Kind",
    "LinkPolicy",
    "Linker",
    "Matching",
    "Problem",
    "Resolution",
    "Scope",
    "Term",
    "abbreviations",
    "load",
    "term",
]

_ANYWHERE, _AS_USUAL = Scope(), Matching()


def load(root: Path, now: datetime) -> Linker:
    """Return the linker of the digest in the folder `root`: its glossary, and as archive its entries public at `now`.

    `now` is aware. DigestError with every error, each with its place, where a build could not go on either.
    """
    sources, _, stray = files.find(root)
    content, unread = read(sources, now, clean.RULE_NAMES)
    errors = [problem for problem in (*stray, *unread, *clashes(content.terms)) if problem.is_error]
    if errors:
        raise DigestError(*sorted(errors))
    articles = [article for article in content.articles if article.is_public(now)]
    desk = CopyDesk.of(content.config, now)
    bodies = [desk.cleaned(article, content.bodies[article.path]).body for article in articles]
    return Linker(content.terms, [body.text for body in bodies])


def term(
    slug: str,
    title: str,
    *,
    name: str = "",
    kind: Kind = "",
    aliases: Iterable[str | Alias] = (),
    native: Mapping[str, str] | None = None,
    context: Iterable[str] = (),
    related: Iterable[str] = (),
    scope: Scope = _ANYWHERE,
    match: Matching = _AS_USUAL,
    definition: str = "",
) -> Term:
    """Return a term as a file of the glossary with these keys would make it.

    `slug` is what results call it, and a part of its page's address; `title` is the name that the file has as `term`,
    `name` the full form, `native` its names in other scripts by language, `related` the slugs of other terms. A form
    that also means something else is an `Alias` that is `ambiguous`, the title's too.

    ValueError where the slug is empty, the title has no letter or digit, or there is no such kind; TypeError where one
    string stands in place of several.
    """
    _check(slug, title, kind, aliases=aliases, context=context, related=related)
    return Term(
        path="",
        slug=slug,
        term=title,
        name=name,
        kind=kind,
        aliases=tuple(Alias(alias) if isinstance(alias, str) else alias for alias in aliases),
        native=tuple((native or {}).items()),
        context=tuple(context),
        scope=scope,
        valid=(),
        match=match,
        related=tuple(related),
        links=(),
        sources=(),
        reviewed=None,
        definition=Body(definition, tuple(range(1, definition.count("\n") + 2))),
        span=Span(""),
    )


def _check(slug: str, title: str, kind: str, **several: Iterable[object]) -> None:
    """Raise a ValueError for what would make a term that nothing can find or name."""
    if not slug.strip():
        raise ValueError(f'the term "{title}" has no slug')
    if not any(map(str.isalnum, title)):
        raise ValueError(f'the title of the term {slug} has no letter or digit: "{title}"')
    if kind not in get_args(Kind):
        raise ValueError(f'the term {slug} is of an unknown kind "{kind}"{did_you_mean(kind, get_args(Kind))}')
    for key, values in several.items():
        if isinstance(values, str):  # which would count as one value for each letter
            raise TypeError(f'the term {slug} has one string as {key}, not several: "{values}"')
