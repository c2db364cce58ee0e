"""Entries: articles with their annotation, and how they stand together in a digest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import msgspec

from digest.model.addresses import EDITIONS, SOURCES, month_address
from digest.model.articles import Article, Correction, Reference
from digest.model.content import StandingPage, Story, Theme
from digest.model.fingerprints import SIZE, fingerprint
from digest.model.glossary import Term
from digest.model.settings import Config
from digest.problems import Problem


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in an entry: the sentence of its first mention in three parts, how often it occurs, whether it is linked.

    `before + surface + after` is the author's sentence as plain text.
    """

    term: str
    before: str
    surface: str
    after: str
    count: int
    linked: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """One mention of a term, linked or not, in the visible text of an entry: the text that its HTML shows, as it is.

    `start` is where it begins there in characters, `exact` are its words, and `around` is what stands before and after,
    as long as it must be for all three to be found there once; None where that would take too much of it.
    """

    term: str
    start: int
    exact: str
    around: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What annotating a text gives: safe HTML of its body and note, its mentions in order, its length in words.

    `references` are the terms that the author named in `[[…]]`, known or not; `passed` are those whose forms stand in
    the text although none is meant, each with the rule that decided. `spellings` are words of the title and the text as
    a search may be made by them.
    """

    html: str
    note: str
    mentions: tuple[Mention, ...]
    words: int
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    passed: tuple[tuple[str, str], ...] = ()
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Abstract:
    """What the rest of a site needs to know of an annotation, without the texts that only its own page shows.

    `terms` are the slugs of the terms it mentions in order of the first mention, `linked` those that it links; `sights`
    are the fingerprints of the mentions, one behind the other, and `quotes` the mentions, packed: few are ever read.
    `links` are those that its author wrote. `print` is the fingerprint of the whole annotation.
    """

    terms: tuple[str, ...]
    linked: tuple[str, ...]
    sights: bytes
    quotes: bytes
    words: int
    links: tuple[str, ...]
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    passed: tuple[tuple[str, str], ...]
    print: bytes

    @classmethod
    def of(cls, annotation: Annotation, links: Iterable[str]) -> Abstract:
        """Take it from an annotation, and the links that were found in that."""
        mentions = annotation.mentions
        return cls(
            terms=tuple(mention.term for mention in mentions),
            linked=tuple(mention.term for mention in mentions if mention.linked),
            sights=b"".join(map(fingerprint, mentions)),
            quotes=msgspec.msgpack.encode(mentions),
            words=annotation.words,
            links=tuple(links),
            references=annotation.references,
            problems=annotation.problems,
            passed=annotation.passed,
            print=fingerprint(annotation),
        )


_QUOTES = msgspec.msgpack.Decoder(tuple[msgspec.Raw, ...])
_MENTION = msgspec.msgpack.Decoder(Mention)


@dataclass(frozen=True, slots=True)
class Entry:
    """What we show: an article with what its annotation says. `face` is the article's fingerprint."""

    article: Article
    abstract: Abstract
    face: bytes
    address: str
    day: date

    @classmethod
    def of(cls, article: Article, abstract: Abstract, face: bytes) -> Entry:
        """Join an article and its annotation's abstract."""
        return cls(article, abstract, face, article.address, article.date.day)

    @property
    def terms(self) -> tuple[str, ...]:
        """The slugs of the terms it mentions, in order of first mention."""
        return self.abstract.terms

    @property
    def linked(self) -> tuple[str, ...]:
        """The slugs of the terms it links, in order."""
        return self.abstract.linked

    def mention(self, term: str) -> Mention:
        """Return its mention of a term that it mentions."""
        return _MENTION.decode(_QUOTES.decode(self.abstract.quotes)[self.terms.index(term)])

    @property
    def sights(self) -> Iterator[tuple[str, bytes]]:
        """The slugs of the terms it mentions, each with the fingerprint of its mention."""
        prints = self.abstract.sights
        return zip(self.abstract.terms, [prints[at : at + SIZE] for at in range(0, len(prints), SIZE)], strict=True)


@dataclass(frozen=True, slots=True)
class Definition:
    """What a term means: safe HTML, and its first paragraph as plain text on one line.

    `names` are all that may be shown, native ones too; `spellings` are what else it is searched by: hidden aliases, and
    every name folded. `versions` has the text and the note on what changed for each time of the term's `valid`.
    """

    html: str
    short: str
    names: tuple[str, ...]
    spellings: tuple[str, ...]
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """An entry that another leads to, and why: the terms both mention, rarest first."""

    entry: Entry
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The entries of one day, week or month, oldest first; `name` is its part of the address."""

    name: str
    first: date
    last: date
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"{EDITIONS}{self.name}/"


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of a month, newest first."""

    first: date
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """Where its page is."""
        return month_address(self.first)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A source with the entries that rest on it, newest first; `spellings` are its names as entries have them."""

    name: str
    slug: str
    spellings: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"{SOURCES}{self.slug}/"


@dataclass(frozen=True)
class Digest:
    """All that is published, grouped. Entries are newest first everywhere but in stories and editions.

    `themed`, `told` and `mentioned` are by the slug of the theme, story and term; `related` is by address;
    `definitions` by slug; `texts` holds the HTML of themes, stories and standing pages by their address. `anchors` are
    those of all mentions by the entry's address, where they have been asked for.
    """

    config: Config
    entries: tuple[Entry, ...]
    themes: tuple[Theme, ...]
    stories: tuple[Story, ...]
    terms: tuple[Term, ...]
    pages: tuple[StandingPage, ...]
    themed: Mapping[str, tuple[Entry, ...]]
    told: Mapping[str, tuple[Entry, ...]]
    mentioned: Mapping[str, tuple[Entry, ...]]
    related: Mapping[str, tuple[Related, ...]]
    editions: tuple[Edition, ...]
    months: tuple[Month, ...]
    outlets: tuple[Outlet, ...]
    corrections: tuple[tuple[Entry, Correction], ...]
    definitions: Mapping[str, Definition]
    texts: Mapping[str, str]
    anchors: Mapping[str, tuple[Anchor, ...]] = field(default_factory=dict)

    @property
    def owners(self) -> tuple[Theme | Story | StandingPage, ...]:
        """Whatever has a text in `texts`."""
        return (*self.themes, *self.stories, *self.pages)


@dataclass(frozen=True, slots=True)
class Page:
    """What we write: a file's path in the output folder, its bytes, and the source that claims it."""

    path: str
    data: bytes
    origin: str = ""
