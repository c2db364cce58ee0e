"""`content/glossary/*.md` -> Term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from digest.model import Alias, Body, Kind, Matching, Reference, Scope, Source, Term, Validity
from digest.problems import Problem, Span
from digest.read.articles import citations
from digest.read.fields import Fields
from digest.read.frontmatter import split
from digest.read.sections import slug_of_file
from digest.read.site import language_tag
from digest.read.text import Text, decode
from digest.read.yaml import Mapping, Scalar

Case = Literal["smart", "exact", "ignore"]


@dataclass(frozen=True, slots=True)
class WrittenTerm:
    """A term as its author wrote it, the names that it refers to, and what is wrong; None where it can't be read."""

    path: str
    term: Term | None
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]


def read_term(source: Source) -> WrittenTerm:
    """Return what a term's file says."""
    text, unreadable = decode(source)
    if unreadable:
        return WrittenTerm(text.path, None, (), unreadable)
    parts, found = split(text)
    problems, references = list(found), list[Reference]()
    term = _term(text, parts.body, Fields(text, parts.keys, problems, references)) if parts.keys else None
    return WrittenTerm(text.path, term, tuple(references), tuple(problems))


def _term(text: Text, definition: Body, fields: Fields) -> Term:
    term = Term(
        path=text.path,
        slug=slug_of_file(text, fields.problems),
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
        definition=definition,
        span=text.span(fields.keys.line, 1),
        related_at=fields.place("related"),
        places=_places(fields),
    )
    fields.done()
    return term


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


def _places(fields: Fields) -> tuple[tuple[str, Span], ...]:
    """Return where the names stand that are no aliases, those first that count first."""
    written = [fields.keys.items[key][1] for key in ("term", "name", "native") if key in fields.keys.items]
    native = [value for node in written if isinstance(node, Mapping) for _, value in node.items.values()]
    return tuple(
        (" ".join(node.value.split()), fields.text.span(node.line, node.column))
        for node in (*written, *native)
        if isinstance(node, Scalar)
    )


def _scope(fields: Fields) -> Scope:
    scope = fields.child("scope")
    if scope is None:
        return Scope()
    found = Scope(
        themes=scope.references_of("themes", "theme"),
        lang=language_tag(scope, "lang", ""),
        since=scope.day("from"),
        until=scope.day("until"),
    )
    _check_order(scope, found)
    scope.done()
    return found


def _valid(fields: Fields) -> tuple[Validity, ...]:
    """Return the periods in order of time."""
    known = len(fields.problems)
    found = sorted(((_period(item), item) for item in fields.children("valid")), key=lambda one: _begin(one[0]))
    if len(fields.problems) == known:  # else a day that could not be read would seem to leave a period open
        _check_overlaps(found)
    return tuple(period for period, _ in found)


def _period(fields: Fields) -> Validity:
    found = Validity(fields.day("from"), fields.day("until"), fields.string("note"), fields.prose("definition"))
    _check_order(fields, found)
    if not fields.has("from") and not fields.has("until"):
        hint = "write until: with its last day; what holds at all other times stands below the keys"
        fields.note(fields.keys, 'this period has neither "from" nor "until"', hint, "missing")
    fields.done()
    return found


def _begin(period: Validity) -> date:
    return period.since or date.min


def _check_order(fields: Fields, time: Scope | Validity) -> None:
    if time.since and time.until and time.until < time.since:
        hint = "exchange the two, or mend the one that is wrong"
        fields.fault("until", f'"until" lies before "from", {time.since}', hint)


def _check_overlaps(periods: list[tuple[Validity, Fields]]) -> None:
    """Add a problem for each of these periods, in order, that begins while a former one holds."""
    hint = "both ends belong to a period: let this one begin on the day after the other ends"
    for number, (period, item) in enumerate(periods):
        begin = period.since or min(other.until for other, _ in periods if other.until)
        former = next((other.keys.line for held, other in periods[:number] if not held.is_over(begin)), None)
        if former is not None:
            item.note(item.keys, f"this period and that of line {former} both hold on {begin}", hint)


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
