"""Themes, stories and standing pages: short files whose name is their slug."""

from __future__ import annotations

from typing import Literal

from digest.model import StandingPage, Story, Theme, is_slug, slugify
from digest.problems import Problem
from digest.read.fields import Fields
from digest.read.frontmatter import FrontMatter
from digest.read.text import Text


def slug_of_file(text: Text, problems: list[Problem]) -> str:
    """Return the file's name without its ending, which must be a slug."""
    stem = text.stem
    if not is_slug(stem):
        better = slugify(stem)
        hint = f"rename it to {better}.md" if better else "use the letters a-z, digits and hyphens"
        problems.append(Problem(text.span(), f"the file's name \"{stem}\" can't stand in an address", hint, "slug"))
    return stem


def read_theme(text: Text, parts: FrontMatter, problems: list[Problem]) -> Theme | None:
    """Return a theme, or None when it has no keys; add what is wrong to `problems`."""
    if parts.keys is None:
        return None
    fields = Fields(text, parts.keys, problems, [])
    theme = Theme(
        path=text.path,
        slug=slug_of_file(text, problems),
        title=fields.string("title", required=True),
        order=fields.number("order", 0, least=-1000),
        summary=fields.string("summary"),
        body=parts.body,
    )
    fields.done()
    return theme


def read_story(text: Text, parts: FrontMatter, problems: list[Problem]) -> Story | None:
    """Return a story, or None when it has no keys; add what is wrong to `problems`."""
    if parts.keys is None:
        return None
    fields = Fields(text, parts.keys, problems, [])
    story = Story(
        path=text.path,
        slug=slug_of_file(text, problems),
        title=fields.string("title", required=True),
        summary=fields.string("summary"),
        status=fields.choice("status", Literal["running", "closed"], "running"),
        body=parts.body,
    )
    fields.done()
    return story


def read_page(text: Text, parts: FrontMatter, problems: list[Problem]) -> StandingPage | None:
    """Return a standing page, or None when it has no keys; add what is wrong to `problems`."""
    if parts.keys is None:
        return None
    fields = Fields(text, parts.keys, problems, [])
    named = fields.slug("slug")
    page = StandingPage(
        path=text.path,
        slug=named or slug_of_file(text, problems),
        title=fields.string("title", required=True),
        order=fields.number("order", 0, least=-1000),
        body=parts.body,
    )
    fields.done()
    return page
