"""What authors do with the glossary: list its terms, find what it lacks, begin a term."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from digest import build, files
from digest.annotate import Sighting, Suggestion, fold_name, forms_of, suggest
from digest.check.words import doubt_of
from digest.model import Term, slugify
from digest.problems import DigestError, Problem, Span, as_value
from digest.session import Session

_PATH = re.compile(r"^(?:\.{0,2}|~)/|/\.{1,2}/|/$|\.md$")  # but "9/11" and "AC/DC" are names
_UNWRITABLE = frozenset({"Cc", "Cs"})  # categories of characters that YAML or UTF-8 does not take
_NO_CHARACTERS = frozenset("\ufffe\uffff")


@dataclass(frozen=True, slots=True)
class Row:
    """A term in a list: its other forms, and how many public entries mention it."""

    slug: str
    term: str
    names: tuple[str, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class NewTerm:
    """The forms of a term that is to be begun.

    `source` is where an entry gives its name, if that is taken from one; `notes` say what its author should know.
    """

    term: str
    name: str
    aliases: tuple[str, ...]
    source: Sighting | None = None
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, term: str, name: str, aliases: Iterable[str]) -> NewTerm:
        """Take the forms as an author types them; DigestError when one of them can be no name."""
        title, name, *others = (" ".join(form.split()) for form in (term, name, *aliases))
        wrong = [problem for form in (title, *filter(None, (name, *others))) for problem in _no_name(form)]
        if wrong:
            raise DigestError(*wrong)
        rest = dict.fromkeys(form for form in others if form and form not in (title, name))
        return cls(title, "" if name == title else name, tuple(rest))

    @property
    def forms(self) -> tuple[str, ...]:
        """All that it goes by."""
        return tuple(form for form in (self.term, self.name, *self.aliases) if form)

    def explained(self, spelling: str, source: Sighting) -> NewTerm:
        """Return the term as an entry spells it, with the name that the entry gives it."""
        aliases = tuple(form for form in self.aliases if form not in (spelling, source.long))
        respelt = f'{source.span}: it is spelt as here: "{spelling}", not "{self.term}"'
        named = f'{source.span}: the name is taken from here: "{source.long}"'
        notes = (named,) if spelling == self.term else (respelt, named)
        return NewTerm(spelling, source.long, aliases, source, notes)


def rows(root: Path, now: datetime) -> list[Row]:
    """Return the terms of a digest with the number of entries that mention each."""
    with files.locked(root) as folder, Session(root, folder, build.Options(now=now)) as session:
        digest = session.compose().digest
    return [
        Row(term.slug, term.term, term.all_names[1:], len(digest.mentioned.get(term.slug, ()))) for term in digest.terms
    ]


def missing(
    root: Path, options: build.Options, least: int | None, say: build.Say
) -> tuple[list[Suggestion], tuple[Problem, ...]]:
    """Return what the entries in `root` name and no term has, the most widespread first; and what can't be read."""
    found = build.discover(root, options, say)
    return suggest(found.sightings, least), tuple(sorted(found.problems))


def begin(root: Path, wanted: NewTerm, slug: str, now: datetime, say: build.Say) -> NewTerm:
    """Return a term that may be begun in `root`: without a name, with the one that entries give it.

    DigestError when one of its forms is a term's already, or its file, which `slug` or else the term names.
    """
    found = build.discover(root, build.Options(now=now, drafts=True), say)
    source = None if wanted.name else _explained(wanted.term, found.sightings)
    term = wanted.explained(*source) if source else wanted
    terms = found.content.terms
    if taken := [*_taken(term, terms)] or [*_held(term, slug, terms)]:
        raise DigestError(*taken)
    doubts = filter(None, (doubt_of(form, found.content.config.language) for form in term.forms))
    return replace(term, notes=(*term.notes, *(f"{doubt}: digest check says what to do" for doubt in doubts)))


def _no_name(form: str) -> Iterator[Problem]:
    """Yield why a form that an author typed can be no name."""
    if any(unicodedata.category(char) in _UNWRITABLE or char in _NO_CHARACTERS for char in form):
        shown = form.encode("utf-8", "backslashreplace").decode()
        yield Problem(Span(shown), "a term has no control characters, nor broken ones", code="term")
    elif not any(map(str.isalnum, form)):
        yield Problem(Span(form), "a term needs a letter or a digit", code="term")
    elif _PATH.search(form):
        hint = "give the name as entries have it; --slug names the file, --dir the digest"
        yield Problem(Span(form), "this is a path, not a name", hint, "term")


def _explained(short: str, sightings: Iterable[Sighting]) -> tuple[str, Sighting] | None:
    """Return the first place where an abbreviation is explained as most entries explain it, and its spelling.

    Where none has the capitals that were typed, those of the entries are meant: "ndf" is NDF.
    """
    explanations = [sighting for sighting in sightings if sighting.kind == "abbreviation"]
    forms = [(form, one.name) for one in suggest(explanations) for form in (one.surface, *one.forms)]
    same = [(short, name) for form, name in forms if fold_name(form) == fold_name(short)]
    other = [(form, name) for form, name in forms if fold_name(form).casefold() == fold_name(short).casefold()]
    for spelling, name in (same or other)[:1]:
        return spelling, next(sighting for sighting in explanations if sighting.long == name)
    return None


def _taken(wanted: NewTerm, terms: Iterable[Term]) -> Iterator[Problem]:
    """Yield an error for each form that terms have already; what is short for a name in a text is none."""
    known = [(term, {(form.text, form.ignore_case) for form in forms_of(term)}) for term in terms]
    for form in wanted.forms:
        name = fold_name(form)
        if holders := [term for term, forms in known if {(name, False), (name.lower(), True)} & forms]:
            yield _clash(wanted, form, holders)


def _clash(wanted: NewTerm, form: str, holders: Collection[Term]) -> Problem:
    first, *others = holders
    slugs = " and ".join(f'"{term.slug}"' for term in holders)
    which = f"the terms {slugs} ({', '.join(term.path for term in holders)})" if others else f"the term {slugs}"
    message = f'"{form}" is a form of {which} already'
    hint = "where both are meant, write the file by hand and mark the form: {text: …, ambiguous: true}"
    if wanted.source and form == wanted.name:
        message = f'"{wanted.term}" stands for "{form}" at {wanted.source.span}, which is a form of {which}'
        hint = f"give it one more form: aliases: [{as_value(wanted.term)}]"
    return Problem(Span(first.path), message, hint, "exists")


def _held(wanted: NewTerm, slug: str, terms: Iterable[Term]) -> Iterator[Problem]:
    """Yield an error where a term's file has the name that the new one would have."""
    for term in terms:
        if term.slug == slugify(slug or wanted.term):
            hint = f"add the form to it: aliases: [{as_value(wanted.term)}], or name another file with --slug"
            yield Problem(Span(term.path), f'this file holds the term "{term.term}" already', hint, "exists")
