"""Files as found, and what an article says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Literal

from digest.model.addresses import month_address
from digest.model.settings import Mentions, Moment
from digest.problems import Span


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was found: its path from the site's folder, with `/`, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that must exist elsewhere in the content, and where it was written."""

    kind: Literal["theme", "story", "term", "page"]
    slug: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """Where the facts of an article come from: an outlet's name and, as far as known, the report itself."""

    name: str
    url: str = ""
    title: str = ""
    published: date | None = None
    archived: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An article's picture: an address in the site, what it shows, and whose it is."""

    src: str
    alt: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was mended in a published text, and when; `note` is plain text."""

    date: date
    note: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an article says that a form means in it: the slug of a term."""

    form: str
    term: str
    span: Span = field(default=Span(""), compare=False)


@dataclass(frozen=True, slots=True)
class Body:
    """A text and, for each of its lines, the number of the line in its file: cleaning drops lines, places survive."""

    text: str = ""
    lines: tuple[int, ...] = ()

    def line(self, index: int) -> int:
        """Return the number, in the file, of the line at `index` (from 0)."""
        if not self.lines:
            return 0
        return self.lines[min(index, len(self.lines) - 1)]


@dataclass(frozen=True, slots=True)
class Article:
    """What the keys of one file of `content/articles/` say, validated: Markdown in `note`, all else plain text.

    `publish` is the moment from which it may be shown. Its body is kept apart: most who know an article don't need it.
    """

    path: str
    slug: str
    title: str
    date: Moment
    updated: Moment | None
    publish: Moment
    expires: Moment | None
    draft: bool
    themes: tuple[str, ...]
    sources: tuple[Citation, ...]
    summary: str
    note: str
    story: str
    authors: tuple[str, ...]
    lang: str
    image: Image | None
    dateline: str
    agency: str
    aliases: tuple[str, ...]
    corrections: tuple[Correction, ...]
    clean: bool
    mentions: Mentions | None
    skip: frozenset[str]
    senses: tuple[Meaning, ...]

    @property
    def stem(self) -> str:
        """Its file's name without the suffix."""
        return PurePosixPath(self.path).stem

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"{month_address(self.date.day)}{self.slug}/"

    @property
    def changed(self) -> Moment:
        """When it was last updated, or else its date."""
        return self.updated or self.date

    def is_public(self, now: datetime) -> bool:
        """Whether it is published, no longer embargoed and not yet expired at `now`."""
        return not self.draft and self.publish.utc <= now and (self.expires is None or now < self.expires.utc)
