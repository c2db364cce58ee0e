"""Beginnings: a new digest, a new entry, a new term, the place of an imported entry."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import get_args

from digest import files
from digest.model import Kind, slugify
from digest.problems import DigestError, Problem, Span

_SITE = """\
title: A new digest
tagline: What happened, and who is who
base_url: https://example.org/
language: en
timezone: UTC
navigation: [themes, glossary, archive, about]
"""

_THEME = """\
---
title: Diplomacy
summary: Talks, envoys and agreements.
---
"""

_TERM = """\
---
term: UN
name: United Nations
kind: organisation
aliases: [{text: U.N.}]
---

Organisation of 193 member states, founded in 1945 to keep peace and to further cooperation.
"""

_ENTRY = """\
---
title: Replace this entry by your first one
date: {day}
themes: [diplomacy]
sources:
  - {{name: Example News, url: "https://example.org/report"}}
summary: One or two sentences that stand in every list.
---

Write the text in Markdown. A name that the glossary has, such as the United Nations (UN), becomes a link to its
term by itself, at its first mention.
"""

_ABOUT = """\
---
title: About
---

Say here who makes this digest, and how.
"""

_IGNORED = f"""\
/.digest/
/.site.staged-*/
/site/
# Others' texts: take this line out only where nobody but you can read the repository.
/{files.ORIGINALS}/
"""


def init(folder: Path, today: date) -> list[Path]:
    """Make a small digest that builds, in a folder that is empty or not there yet; return the files made."""
    if not files.is_new(folder):
        hint = "name a new folder"
        raise DigestError(Problem(Span(str(folder)), "this folder is not empty", hint, "exists"))
    texts = {
        "content/site.yaml": _SITE,
        "content/themes/diplomacy.md": _THEME,
        "content/glossary/un.md": _TERM,
        f"content/articles/{today}-first-entry.md": _ENTRY.format(day=today),
        "content/pages/about.md": _ABOUT,
        ".gitignore": _IGNORED,
    }
    for name, text in texts.items():
        files.write_new(folder / name, text)
    return [folder / name for name in texts]


def new(root: Path, title: str, slug: str, today: date, themes: tuple[str, ...]) -> Path:
    """Begin a draft in `root`, named by `slug` or else by its title; return its file. DigestError when it exists."""
    path = root / files.CONTENT / "articles" / f"{today.year}" / f"{today}-{_short(_slug(title, slug, 'title'))}.md"
    lines = [
        "---",
        f"title: {_quoted(title)}",
        f"date: {today}",
        "draft: true",
        f"themes: []  # at least one of: {', '.join(themes) or 'content/themes/ is empty'}",
        'sources: []  # at least one: [{name: …, url: "https://…", published: 2025-04-10}]',
        "---",
        "",
    ]
    files.write_new(path, "\n".join(lines))
    return path


def term(root: Path, title: str, *, name: str, kind: str, aliases: Iterable[str], slug: str) -> Path:
    """Begin a term in `root`, where only its definition is missing; return its file. DigestError when it exists."""
    path = root / files.CONTENT / "glossary" / f"{_slug(title, slug, 'term')}.md"
    lines = [
        "---",
        f"term: {_quoted(title)}",
        *([f"name: {_quoted(name)}"] if name else []),
        f"kind: {kind}".rstrip() + f"  # one of: {', '.join(kind for kind in get_args(Kind) if kind)}",
        f"aliases: [{', '.join(map(_quoted, aliases))}]  # other forms that entries use",
        "# Next: say below the dashes, in one sentence, what a reader must know. Then run: digest check",
        "---",
        "",
    ]
    files.write_new(path, "\n".join(lines))
    return path


def draft_path(root: Path, names: Iterable[str], day: str, today: date) -> Path:
    """Return a file for an imported draft that does not exist yet: by the day of its source, else by today's.

    It is named by the first of `names` that has a letter a-z or a digit.
    """
    slug = next(filter(None, map(slugify, names)), "import")
    stem = f"{day[:10] or today}-{_short(slug)}"
    return files.unused(root / files.CONTENT / "articles" / stem[:4] / f"{stem}.md")


def _slug(name: str, asked: str, what: str) -> str:
    """Return the slug that is asked for, or else one of the name; DigestError when it has no letter a-z."""
    slug = slugify(asked or name)
    if not slug:
        hint = "give --slug in the letters a-z"
        raise DigestError(Problem(Span(name), f"no file name can be made of this {what}", hint, "slug"))
    return slug


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _short(slug: str, length: int = 60) -> str:
    """Return a slug of at most `length` characters, cut between words."""
    return slug if len(slug) <= length else slug[: length + 1].rpartition("-")[0] or slug[:length]
