"""Themes, stories, standing pages; and all that authors wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from digest.model.addresses import STORIES, THEMES
from digest.model.articles import Article, Body
from digest.model.glossary import Term
from digest.model.settings import Config


@dataclass(frozen=True, slots=True)
class Theme:
    """One file of `content/themes/`: a lasting subject."""

    path: str
    slug: str
    title: str
    order: int
    summary: str
    body: Body

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"{THEMES}{self.slug}/"


@dataclass(frozen=True, slots=True)
class Story:
    """One file of `content/stories/`: a thread that joins entries over time."""

    path: str
    slug: str
    title: str
    summary: str
    status: Literal["running", "closed"]
    body: Body

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"{STORIES}{self.slug}/"


@dataclass(frozen=True, slots=True)
class StandingPage:
    """One file of `content/pages/`: what does not age, such as about and the corrections policy."""

    path: str
    slug: str
    title: str
    order: int
    body: Body

    @property
    def address(self) -> str:
        """Where it is."""
        return f"/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Content:
    """All that authors wrote, whatever could be read of it; `names` are all slugs by kind, for references.

    `bodies` are those of its articles by their paths, as written; empty where they are kept elsewhere.
    """

    config: Config
    articles: tuple[Article, ...]
    terms: tuple[Term, ...]
    themes: tuple[Theme, ...]
    stories: tuple[Story, ...]
    pages: tuple[StandingPage, ...]
    names: Mapping[str, frozenset[str]]
    bodies: Mapping[str, Body] = field(default_factory=dict)

    @property
    def owners(self) -> tuple[Theme | Story | StandingPage, ...]:
        """Whatever has a text of its own besides articles and terms."""
        return (*self.themes, *self.stories, *self.pages)

    @property
    def paths(self) -> frozenset[str]:
        """The files that it was read from, without the settings."""
        return frozenset(item.path for item in (*self.articles, *self.terms, *self.owners))
