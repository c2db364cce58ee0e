"""What authors do with the glossary: list its terms, find what it lacks, begin a term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from digest import build, files
from digest.annotate import Sighting, Suggestion, fold_name, forms_of, suggest
from digest.model import Term
from digest.problems import DigestError, Problem, Span


@dataclass(frozen=True, slots=True)
class Row:
    """A term in a list: its other forms, and how many public entries mention it."""

    slug: str
    term: str
    names: tuple[str, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class NewTerm:
    """The forms of a term that is to be begun; `source` is where an entry gives its name, if that is taken from one."""

    term: str
    name: str
    aliases: tuple[str, ...]
    source: Sighting | None = None

    @classmethod
    def of(cls, term: str, name: str, aliases: Iterable[str]) -> NewTerm:
        """Take the forms as an author types them; DigestError when the term has no letter or digit."""
        if not any(map(str.isalnum, term)):
            raise DigestError(Problem(Span(term), "a term needs a letter or a digit", code="term"))
        title, name, *others = (" ".join(form.split()) for form in (term, name, *aliases))
        rest = dict.fromkeys(form for form in others if form and form not in (title, name))
        return cls(title, "" if name == title else name, tuple(rest))

    @property
    def forms(self) -> tuple[str, ...]:
        """All that it goes by."""
        return tuple(form for form in (self.term, self.name, *self.aliases) if form)

    def named(self, source: Sighting) -> NewTerm:
        """Return the term with the name that an entry gives it."""
        aliases = tuple(form for form in self.aliases if form != source.long)
        return replace(self, name=source.long, aliases=aliases, source=source)


def rows(root: Path, now: datetime) -> list[Row]:
    """Return the terms of a digest with the number of entries that mention each."""
    with files.locked(root) as folder:
        digest = build.compose(root, build.Options(now=now), folder, lambda _: None).digest
    return [
        Row(term.slug, term.term, term.all_names[1:], len(digest.mentioned.get(term.slug, ()))) for term in digest.terms
    ]


def missing(
    root: Path, options: build.Options, least: int | None, say: build.Say
) -> tuple[list[Suggestion], tuple[Problem, ...]]:
    """Return what the entries in `root` name and no term has, the most widespread first; and what can't be read."""
    found = build.discover(root, options, say)
    return suggest(found.sightings, least), found.problems


def begin(root: Path, wanted: NewTerm, now: datetime, say: build.Say) -> NewTerm:
    """Return a term that may be begun in `root`: without a name, with the one that entries give it.

    DigestError when one of its forms is a term's already.
    """
    found = build.discover(root, build.Options(now=now, drafts=True), say)
    source = None if wanted.name else _explained(wanted.term, found.sightings)
    term = wanted.named(source) if source else wanted
    taken = [problem for one in found.content.terms for problem in _taken(term, one)]
    if taken:
        raise DigestError(*taken)
    return term


def _explained(short: str, sightings: Iterable[Sighting]) -> Sighting | None:
    """Return the first place where an abbreviation is explained as most entries explain it."""
    explanations = [sighting for sighting in sightings if sighting.kind == "abbreviation"]
    for one in suggest(explanations):
        if fold_name(short) in map(fold_name, (one.surface, *one.forms)):
            return next(sighting for sighting in explanations if sighting.long == one.name)
    return None


def _taken(wanted: NewTerm, term: Term) -> Iterator[Problem]:
    """Yield an error for each form that a term has already; what is short for its name in a text is none."""
    known = {(form.text, form.ignore_case) for form in forms_of(term) if not form.follows}
    for form in wanted.forms:
        name = fold_name(form)
        if {(name, False), (name.lower(), True)} & known:
            message = f'"{form}" is a form of the term "{term.term}" already'
            hint = "where both are meant, write the file by hand and mark the form: {text: …, ambiguous: true}"
            if wanted.source and form == wanted.name:
                message = f'"{wanted.term}" stands for "{form}" at {wanted.source.span}, which is this term'
                hint = f"give it one more form: aliases: [{wanted.term}]"
            yield Problem(Span(term.path), message, hint, "exists")
