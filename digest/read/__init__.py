"""Read: what authors wrote -> Content, with everything that is wrong in it.

The folder that a file lies in says what it is. A file that can't be read is reported and left out; its name
still counts as known, so that one broken theme does not make every article that names it wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from pathlib import PurePosixPath
from typing import TypeVar

from digest.model import (
    SECTIONS,
    Article,
    Config,
    Content,
    Reference,
    Source,
    StandingPage,
    Story,
    Term,
    Theme,
)
from digest.problems import Problem, Span, did_you_mean
from digest.read import frontmatter
from digest.read.articles import Setting, read_article
from digest.read.glossary import read_term
from digest.read.sections import read_page, read_story, read_theme
from digest.read.site import PATH as SITE
from digest.read.site import read_site
from digest.read.text import Text, decode

__all__ = ["FOLDERS", "SITE", "read", "resolve"]

FOLDERS = ("articles", "glossary", "themes", "stories", "pages", "static")

SHOWN = 12  # so many names are listed beside an unknown one

T = TypeVar("T")


def read(
    sources: Iterable[Source], now: datetime, cleaning_rules: Collection[str] = ()
) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content of a digest and all problems in it.

    `now` only dates drafts that have no date; `cleaning_rules` are the names that site.yaml may switch.
    """
    problems: list[Problem] = []
    texts = _by_folder(sources, problems)
    config, references = _config(texts, cleaning_rules, problems)
    setting = Setting.of(config, now)
    articles: list[Article] = []
    for text in texts["articles"]:
        found = read_article(text, _split(text, problems), setting, problems)
        if found:
            articles.append(found[0])
            references += found[1]
    terms: list[Term] = []
    for text in texts["glossary"]:
        term = read_term(text, _split(text, problems), problems)
        if term:
            terms.append(term[0])
            references += term[1]
    themes = _each(texts["themes"], read_theme, problems)
    stories = _each(texts["stories"], read_story, problems)
    pages = _each(texts["pages"], read_page, problems)
    content = Content(config, tuple(articles), tuple(terms), *_ordered(themes, stories, pages), _names(texts, pages))
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
        parts = source.path.split("/", 2)
        folder = parts[1] if len(parts) > 2 else ""
        if source.path != SITE and (folder not in FOLDERS or not source.path.endswith(".md")):
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


def _config(
    texts: dict[str, list[Text]], cleaning_rules: Collection[str], problems: list[Problem]
) -> tuple[Config, list[Reference]]:
    for text in texts[""]:
        config, references, found = read_site(text, cleaning_rules)
        problems += found
        return config, references
    if not any(text.path == SITE for text in texts["unreadable"]):
        problems.append(
            Problem(
                Span(SITE),
                "there is no site.yaml",
                "`digest init DIR` makes a digest to start from",
                "missing",
            )
        )
    return Config(), []


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
        "term": _stems(texts, "glossary"),
        "page": _stems(texts, "pages") | {page.slug for page in pages} | set(SECTIONS),
    }


def _stems(texts: dict[str, list[Text]], folder: str) -> frozenset[str]:
    unreadable = (text for text in texts["unreadable"] if text.path.startswith(f"content/{folder}/"))
    return frozenset(text.stem for text in (*texts[folder], *unreadable))
