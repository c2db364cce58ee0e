"""Read: what authors wrote -> Content, with everything that is wrong in it.

The folder that a file lies in says what it is. A file that can't be read is reported and left out; its name
still counts as known, so that one broken theme does not make every article that names it wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from digest.model import (
    SECTIONS,
    Article,
    Config,
    Content,
    Reference,
    Source,
    StandingPage,
    Story,
    Theme,
)
from digest.problems import Problem, Span, did_you_mean
from digest.read import frontmatter
from digest.read.articles import Setting, Written, read_article
from digest.read.glossary import WrittenTerm, read_term
from digest.read.sections import read_page, read_story, read_theme
from digest.read.site import PATH as SITE
from digest.read.site import read_site
from digest.read.text import Text, decode

__all__ = [
    "FOLDERS",
    "SITE",
    "Outline",
    "Setting",
    "Written",
    "WrittenTerm",
    "assemble",
    "is_article",
    "is_term",
    "read",
    "read_article",
    "read_config",
    "read_term",
    "resolve",
]

FOLDERS = ("articles", "glossary", "themes", "stories", "pages", "static")

SHOWN = 12  # so many names are listed beside an unknown one

T = TypeVar("T")


class Outline(Protocol):
    """What the rest of a digest must know of an article's file: of a `Written` all but its body."""

    @property
    def article(self) -> Article | None:
        """What its keys say, or None where they can't be read."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """The names that it refers to."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it."""


def read(
    sources: Iterable[Source], now: datetime, cleaning_rules: Collection[str] = ()
) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content of a digest and all problems in it.

    `now` only dates drafts that have no date; `cleaning_rules` are the names that site.yaml may switch.
    """
    sources = sorted(sources, key=lambda source: source.path)
    others = [source for source in sources if not (is_article(source.path) or is_term(source.path))]
    setting = Setting.of(read_config(others, cleaning_rules)[0], now)
    articles = [read_article(source, setting) for source in sources if is_article(source.path)]
    terms = [read_term(source) for source in sources if is_term(source.path)]
    content, problems = assemble(articles, terms, others, cleaning_rules)
    bodies = {written.article.path: written.body for written in articles if written.article}
    return replace(content, bodies=bodies), problems


def is_article(path: str) -> bool:
    """Whether a file is one that `read_article` is for."""
    return path.startswith("content/articles/") and path.endswith(".md")


def is_term(path: str) -> bool:
    """Whether a file is one that `read_term` is for."""
    return path.startswith("content/glossary/") and path.endswith(".md")


def read_config(
    sources: Iterable[Source], cleaning_rules: Collection[str] = ()
) -> tuple[Config, list[Reference], list[Problem]]:
    """Return the site's settings, the names that they refer to, and what is wrong with them."""
    source = next((source for source in sources if source.path == SITE), None)
    if source is None:
        hint = "`digest init DIR` makes a digest to start from"
        return Config(), [], [Problem(Span(SITE), "there is no site.yaml", hint, "missing")]
    text, unreadable = decode(source)
    if unreadable:
        return Config(), [], [*unreadable]
    config, references, found = read_site(text, cleaning_rules)
    return config, references, [*found]


def assemble(
    articles: Sequence[Outline],
    terms: Sequence[WrittenTerm],
    sources: Sequence[Source],
    cleaning_rules: Collection[str] = (),
) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content of a digest, without its articles' bodies, and all problems in it.

    `articles` and `terms` have been read, and are in the order of their files; `sources` are all other files.
    """
    problems: list[Problem] = []
    texts = _by_folder(sources, problems)
    config, references, found = read_config(sources, cleaning_rules)
    problems += found
    read_in: tuple[Outline | WrittenTerm, ...] = (*articles, *terms)
    for written in read_in:
        problems += written.problems
        references += written.references
    themes = _each(texts["themes"], read_theme, problems)
    stories = _each(texts["stories"], read_story, problems)
    pages = _each(texts["pages"], read_page, problems)
    content = Content(
        config,
        tuple(one.article for one in articles if one.article),
        tuple(one.term for one in terms if one.term),
        *_ordered(themes, stories, pages),
        {**_names(texts, pages), "term": frozenset(PurePosixPath(one.path).stem for one in terms)},
    )
    return content, (*problems, *resolve(references, content))


def resolve(references: Iterable[Reference], content: Content) -> tuple[Problem, ...]:
    """Return an error for each reference to a name that the content does not have."""
    return tuple(
        _unknown(found, content.names[found.kind])
        for found in references
        if found.slug not in content.names[found.kind]
    )


def _by_folder(sources: Iterable[Source], problems: list[Problem]) -> dict[str, list[Text]]:
    """Sort the sources into what they are; report what lies where nothing is looked for."""
    texts: dict[str, list[Text]] = defaultdict(list)
    for source in sorted(sources, key=lambda source: source.path):
        if source.path == SITE:
            continue
        parts = source.path.split("/", 2)
        folder = parts[1] if len(parts) > 2 else ""
        if folder not in FOLDERS or not source.path.endswith(".md"):
            problems.append(_stray(PurePosixPath(source.path), folder))
            continue
        text, found = decode(source)
        problems += found
        if not found:
            texts[folder].append(text)
        else:
            texts["unreadable"].append(text)
    return texts


def _stray(path: PurePosixPath, folder: str) -> Problem:
    if folder and folder not in FOLDERS:
        message = f'unknown folder "{folder}" in content/{did_you_mean(folder, FOLDERS)}'
        return Problem(Span(str(path)), message, f"the folders are: {', '.join(FOLDERS)}", "stray-file")
    if path.suffix == ".md":
        return Problem(
            Span(str(path)),
            "no folder says what this file is",
            "move it into content/articles/",
            "stray-file",
        )
    hint = "name it .md, or put it into content/static/ to have it copied as it is"
    if not folder and path.suffix in (".yaml", ".yml"):
        hint = f"a site's settings are in {SITE}"
    return Problem(Span(str(path)), "only Markdown files (.md) are read here", hint, "stray-file")


def _split(text: Text, problems: list[Problem]) -> frontmatter.FrontMatter:
    parts, found = frontmatter.split(text)
    problems += found
    return parts


def _each(
    texts: Iterable[Text],
    read_one: Callable[[Text, frontmatter.FrontMatter, list[Problem]], T | None],
    problems: list[Problem],
) -> list[T]:
    found = (read_one(text, _split(text, problems), problems) for text in texts)
    return [value for value in found if value is not None]


def _ordered(
    themes: list[Theme], stories: list[Story], pages: list[StandingPage]
) -> tuple[tuple[Theme, ...], tuple[Story, ...], tuple[StandingPage, ...]]:
    return (
        tuple(sorted(themes, key=lambda theme: (theme.order, theme.title, theme.slug))),
        tuple(sorted(stories, key=lambda story: story.slug)),
        tuple(sorted(pages, key=lambda page: (page.order, page.title, page.slug))),
    )


def _unknown(reference: Reference, known: Collection[str]) -> Problem:
    near = did_you_mean(reference.slug, known)
    hint = "" if known else f"there is no {reference.kind} yet"
    if not near and 0 < len(known) <= SHOWN:
        hint = f"there is: {', '.join(sorted(known))}"
    message = f'unknown {reference.kind} "{reference.slug}"{near}'
    return Problem(reference.span, message, hint, f"unknown-{reference.kind}")


def _names(texts: dict[str, list[Text]], pages: list[StandingPage]) -> dict[str, frozenset[str]]:
    """Return all names by kind; files that could not be read count by their name."""
    return {
        "theme": _stems(texts, "themes"),
        "story": _stems(texts, "stories"),
        "page": _stems(texts, "pages") | {page.slug for page in pages} | set(SECTIONS),
    }


def _stems(texts: dict[str, list[Text]], folder: str) -> frozenset[str]:
    unreadable = (text for text in texts["unreadable"] if text.path.startswith(f"content/{folder}/"))
    return frozenset(text.stem for text in (*texts[folder], *unreadable))
