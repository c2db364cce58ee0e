"""The site's settings, and time in its zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from typing import Literal
from urllib.parse import urlsplit

from digest.problems import Severity

Mentions = Literal["first", "section", "all", "none"]
CONFIG = "content/site.yaml"  # where they are written
EditionLength = Literal["day", "week", "month"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, in UTC, and the seconds by which the site's zone is before that then.

    `exact` is false where an author gave only the day.
    """

    utc: datetime
    offset: int
    exact: bool

    @classmethod
    def of(cls, at: datetime, *, exact: bool) -> Moment:
        """Take it from a time with an offset."""
        offset = at.utcoffset() or timedelta()
        return cls(at.astimezone(UTC), round(offset.total_seconds()), exact)

    @property
    def at(self) -> datetime:
        """The time with its offset."""
        return self.utc.astimezone(timezone(timedelta(seconds=self.offset)))

    @property
    def day(self) -> date:
        """The calendar day in the site's time zone."""
        return (self.utc + timedelta(seconds=self.offset)).date()

    @property
    def iso(self) -> str:
        """The day, or the time with its offset, as ISO 8601 has it."""
        return self.at.isoformat() if self.exact else self.day.isoformat()


@dataclass(frozen=True, slots=True)
class LinkPolicy:
    """How many mentions become links: one in `density` words, `per_paragraph` a paragraph (0: as many as there are)."""

    mentions: Mentions = "first"
    density: int = 25
    per_paragraph: int = 3


@dataclass(frozen=True)
class Config:
    """`content/site.yaml`."""

    title: str = ""
    base_url: str = "https://example.invalid/"
    tagline: str = ""
    language: str = "en"
    timezone: str = "UTC"
    edition: EditionLength = "week"
    page_size: int = 30
    feed_size: int = 20
    share_images: bool = True
    navigation: tuple[str, ...] = ("themes", "stories", "glossary", "archive")
    links: LinkPolicy = LinkPolicy()
    clean: bool = True
    rules: Mapping[str, bool] = field(default_factory=dict)
    report_errors: str = ""
    checks: Mapping[str, Severity] = field(default_factory=dict)

    @cached_property
    def root(self) -> str:
        """The path of `base_url` without its last slash: empty unless the site lies in a folder of its host."""
        return urlsplit(self.base_url).path.rstrip("/")

    def href(self, address: str) -> str:
        """Return `address` as a link from any page of the site."""
        return self.root + address

    def absolute(self, address: str) -> str:
        """Return `address` as a whole URL."""
        return self.base_url.rstrip("/") + address
