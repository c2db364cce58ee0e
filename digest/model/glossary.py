"""Terms: what the glossary says, and how their forms are found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from digest.model.addresses import GLOSSARY
from digest.model.articles import Body, Citation
from digest.problems import Span

Kind = Literal["person", "organisation", "place", "facility", "event", "law", "concept", "work", ""]


@dataclass(frozen=True, slots=True)
class Alias:
    """One more form of a term. `hidden`: matched, never shown. `ambiguous`: it means other things too."""

    text: str
    hidden: bool = False
    ambiguous: bool = False
    case: Literal["smart", "exact", "ignore", ""] = ""
    plural: bool | None = None
    span: Span = field(default=Span(""), compare=False)


@dataclass(frozen=True, slots=True)
class Matching:
    """How a term's forms are found in texts, unless an alias says otherwise."""

    case: Literal["smart", "exact", "ignore"] = "smart"
    plural: bool = True
    surname: bool = True
    metonym: bool = False
    link: Literal["first", "section", "all", "never", ""] = ""
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a sense can be meant at all: in these themes and this language (all, where empty), in this time."""

    themes: tuple[str, ...] = ()
    lang: str = ""
    since: date | None = None
    until: date | None = None

    def admits(self, themes: tuple[str, ...], lang: str, day: date) -> bool:
        """Whether an entry with these themes, in this language, of this day lies within."""
        return (
            (not self.themes or bool(set(self.themes) & set(themes)))
            and (not self.lang or self.lang.split("-")[0] == lang.split("-")[0])
            and (self.since is None or self.since <= day)
            and (self.until is None or day <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Validity:
    """A definition that held in a time, with a note on what changed; both ends are inclusive, None is open."""

    since: date | None
    until: date | None
    note: str
    definition: str

    def holds(self, day: date) -> bool:
        """Whether a day lies in its time."""
        return (self.since is None or self.since <= day) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether its time had ended before a day."""
        return self.until is not None and self.until < day


@dataclass(frozen=True, slots=True)
class Term:
    """One file of `content/glossary/`: `definition` is Markdown, its first paragraph the short one.

    `places` are those of its names in the file.
    """

    path: str
    slug: str
    term: str
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    native: tuple[tuple[str, str], ...]
    context: tuple[str, ...]
    scope: Scope
    valid: tuple[Validity, ...]
    match: Matching
    related: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    sources: tuple[Citation, ...]
    reviewed: date | None
    definition: Body
    span: Span
    related_at: Span = field(default=Span(""), compare=False)
    places: tuple[tuple[str, Span], ...] = field(default=(), compare=False)

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"{GLOSSARY}{self.slug}/"

    def place_of(self, name: Alias) -> Span:
        """Return where one of its names stands in its file, or where its keys begin."""
        return name.span if name.span.file else dict(reversed(self.places)).get(name.text, self.span)

    @property
    def shown_names(self) -> tuple[str, ...]:
        """Its full form and its aliases that may be shown, each once, without the title itself."""
        names = (self.name, *(alias.text for alias in self.aliases if not alias.hidden))
        return tuple(dict.fromkeys(name for name in names if name and name != self.term))

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every form it goes by, hidden ones and native script too."""
        names = (self.term, self.name, *(a.text for a in self.aliases), *(name for _, name in self.native))
        return tuple(dict.fromkeys(name for name in names if name))
