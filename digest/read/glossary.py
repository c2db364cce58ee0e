"""`content/glossary/*.md` -> Term."""

from __future__ import annotations

from typing import Literal

from digest.model import Alias, Kind, Matching, Reference, Scope, Term, Validity
from digest.problems import Problem
from digest.read.articles import citations
from digest.read.fields import Fields
from digest.read.frontmatter import FrontMatter
from digest.read.sections import slug_of_file
from digest.read.text import Text
from digest.read.yaml import Scalar

Case = Literal["smart", "exact", "ignore"]


def read_term(text: Text, parts: FrontMatter, problems: list[Problem]) -> tuple[Term, tuple[Reference, ...]] | None:
    """Return the term and the names it refers to, or None when it has no keys; add what is wrong to `problems`."""
    if parts.keys is None:
        return None
    references: list[Reference] = []
    fields = Fields(text, parts.keys, problems, references)
    term = Term(
        path=text.path,
        slug=slug_of_file(text, problems),
        term=fields.string("term", required=True),
        name=fields.string("name"),
        kind=fields.choice("kind", Kind, ""),
        aliases=_aliases(fields),
        native=fields.pairs("native"),
        context=fields.strings("context"),
        scope=_scope(fields),
        valid=_valid(fields),
        match=_matching(fields),
        related=fields.references_of("related", "term"),
        links=_links(fields),
        sources=citations(fields),
        reviewed=fields.day("reviewed"),
        definition=parts.body,
        span=text.span(parts.keys.line, 1),
    )
    fields.done()
    return term, tuple(references)


def _aliases(fields: Fields) -> tuple[Alias, ...]:
    found = []
    for item in fields.items("aliases"):
        if isinstance(item, Scalar):
            found.append(Alias(" ".join(item.value.split()), span=fields.text.span(item.line, item.column)))
            continue
        alias = Alias(
            text=item.string("text", required=True),
            hidden=item.flag("hidden", default=False),
            ambiguous=item.flag("ambiguous", default=False),
            case=item.choice("case", Case, ""),
            plural=item.auto_or_false("plural"),
            span=item.span(),
        )
        item.done()
        if alias.text:
            found.append(alias)
    return tuple(found)


def _scope(fields: Fields) -> Scope:
    scope = fields.child("scope")
    if scope is None:
        return Scope()
    found = Scope(
        themes=scope.references_of("themes", "theme"),
        lang=scope.string("lang"),
        since=scope.day("from"),
        until=scope.day("until"),
    )
    scope.done()
    return found


def _valid(fields: Fields) -> tuple[Validity, ...]:
    found = []
    for item in fields.children("valid"):
        found.append(Validity(item.day("from"), item.day("until"), item.string("note"), item.prose("definition")))
        item.done()
    return tuple(found)


def _matching(fields: Fields) -> Matching:
    match = fields.child("match")
    if match is None:
        return Matching()
    default = Matching()
    found = Matching(
        case=match.choice("case", Case, default.case),
        plural=match.auto_or_false("plural") is not False,
        surname=match.auto_or_false("surname") is not False,
        metonym=match.flag("metonym", default=default.metonym),
        link=match.choice("link", Literal["first", "section", "all", "never"], default.link),
        priority=match.number("priority", default.priority, least=-100),
    )
    match.done()
    return found


def _links(fields: Fields) -> tuple[tuple[str, str], ...]:
    """Addresses by site; `wikidata` may be the bare number of an item."""
    child = fields.child("links")
    if child is None:
        return ()
    found = []
    for name in child:
        value = child.string(name)
        if name == "wikidata" and value[:1] == "Q" and value[1:].isdecimal():
            found.append((name, f"https://www.wikidata.org/wiki/{value}"))
        else:
            found.append((name, child.url(name)))
    return tuple((name, url) for name, url in found if url)
