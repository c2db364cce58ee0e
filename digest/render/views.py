"""What templates receive: small, plain values, with every address ready to use as a link.

A page depends on its views and its template and on nothing else. What each template gets is listed in
`docs/templates.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict


class Marks(TypedDict):
    """The language and the direction of a text, both empty where it is in the language of its page."""

    lang: str
    dir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What may be in another language than the page that it stands on."""

    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Link(Marked):
    """A text and where it leads; `current` marks the page that it stands on."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What every page shows of the site. `assets` gives the address of a file of `templates/assets/` by its name."""

    title: str
    tagline: str
    lang: str
    dir: str
    home: str
    url: str
    search: str
    glossary: str
    archive: str
    navigation: tuple[Link, ...]
    assets: dict[str, str]
    version: str


@dataclass(frozen=True, slots=True)
class Share:
    """What other sites show in place of a link to a page: a picture's whole address, what it says, and its size."""

    url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page says of itself in its head: `url` is canonical, `feed` the address without its ending, or empty.

    `lang` and `dir` are those of the page around its content.
    """

    title: str
    description: str
    url: str
    kind: str
    section: str = ""
    feed: str = ""
    lang: str = "en"
    dir: str = "ltr"
    index: bool = True
    structured: str = ""
    annotations: str = ""
    share: Share | None = None
    locale: str = ""
    published: str = ""
    modified: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A day as people read it and as machines do."""

    text: str
    iso: str
    day: date


@dataclass(frozen=True, slots=True)
class Card(Marked):
    """An entry in a list."""

    title: str
    href: str
    when: When
    summary: str
    themes: tuple[Link, ...]
    sources: tuple[str, ...]
    corrected: bool


@dataclass(frozen=True, slots=True)
class TermCard(Marked):
    """A term beside a text: one sentence, and what has changed since the text's date."""

    slug: str
    term: str
    name: str
    short: str
    note: str
    href: str

    def __hash__(self) -> int:
        """Return the hash of the address: a card is looked for beside hundreds of entries."""
        return hash(self.href)


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of an entry or a term."""

    name: str
    href: str
    url: str
    title: str
    published: When | None
    archived: str


@dataclass(frozen=True, slots=True)
class Part(Marked):
    """An entry in a story's timeline."""

    title: str
    href: str
    when: When
    current: bool


@dataclass(frozen=True, slots=True)
class StorySoFar(Marked):
    """A story beside one of its entries: the parts around it and how many there are in all."""

    title: str
    href: str
    parts: tuple[Part, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """A related entry with the names of the terms that both mention."""

    card: Card
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with its day, and the entry it belongs to."""

    when: When
    note: str
    entry: Link


@dataclass(frozen=True, slots=True)
class Picture:
    """An entry's picture."""

    src: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class EntryView(Marked):
    """An entry whole: `html` and `note` are safe HTML; the search finds it by `aliases` and `spellings`."""

    title: str
    href: str
    when: When
    updated: When | None
    year: str
    summary: str
    html: str
    note: str
    minutes: int
    draft: bool
    authors: tuple[str, ...]
    dateline: str
    agency: str
    picture: Picture | None
    themes: tuple[Link, ...]
    sources: tuple[Cited, ...]
    terms: tuple[TermCard, ...]
    aliases: str
    spellings: str
    story: StorySoFar | None
    corrections: tuple[Corrected, ...]
    related: tuple[RelatedCard, ...]
    earlier: Link | None
    later: Link | None


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands in a list of pages; `previous` and `next` are empty at its ends."""

    number: int
    last: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class Group:
    """A theme, story, edition or source in a list: how many entries it has, and the newest one's day.

    `latest` are its newest entries, where the list shows some.
    """

    title: str
    href: str
    count: int
    summary: str = ""
    newest: When | None = None
    running: bool = False
    latest: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A period of a chart: its name, and how many there are in it."""

    period: str
    count: int


@dataclass(frozen=True, slots=True)
class Chart:
    """How often something was in the news: equal periods in order of time, and the first of those with the most.

    `path` draws the bars in a box of `width` by 100, for a `<path>` of SVG.
    """

    bars: tuple[Bar, ...]
    busiest: Bar
    width: int
    path: str


@dataclass(frozen=True, slots=True)
class Whole:
    """An entry whole on a page of several: `html` and `note` are safe HTML without ids, which could occur twice."""

    card: Card
    html: str
    note: str
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A term's mention in an entry: the sentence in three parts."""

    card: Card
    before: str
    surface: str
    after: str


@dataclass(frozen=True, slots=True)
class TermView(Marked):
    """A term whole; `html` is safe HTML, `versions` are (period, text, note) of definitions that held for a time.

    `now` is the text of a period that goes on; where there is one, `html` is what the term meant before.
    """

    slug: str
    term: str
    name: str
    kind: str
    html: str
    now: str
    short: str
    names: tuple[str, ...]
    native: tuple[tuple[str, str, str], ...]
    versions: tuple[tuple[str, str, str], ...]
    related: tuple[Link, ...]
    links: tuple[Link, ...]
    sources: tuple[Cited, ...]
    reviewed: When | None
    count: int
    first: Card | None
    last: Card | None
    chart: Chart | None
    aliases: str
    spellings: str
