"""Small digests as their files, read by the real reader: what a test needs of articles and terms."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

from digest.model import Article, Content, Source, Term
from digest.problems import Problem
from digest.read import read

NOW = datetime(2025, 4, 20, tzinfo=UTC)
SITE = "title: Levant Brief\nbase_url: https://example.org/\ntimezone: Asia/Beirut\n"
CLEANING_RULES = ("newsletter", "share")


def digest_of(files: Mapping[str, str | bytes | None]) -> tuple[Content, tuple[Problem, ...]]:
    """Read a digest from texts by their path in `content/`; it has a site.yaml unless that is None."""
    told = {"site.yaml": SITE, **files}
    sources = [Source(f"content/{path}", _bytes(text)) for path, text in told.items() if text is not None]
    return read(sources, NOW, CLEANING_RULES)


def folder_of(root: Path) -> dict[str, bytes]:
    """Return the files of a digest's `content/` by their path in it."""
    content = root / "content"
    return {p.relative_to(content).as_posix(): p.read_bytes() for p in content.rglob("*") if p.is_file()}


def draft(keys: str = "", body: str = "", *, title: str = "Talks", path: str = "talks.md") -> Article:
    """Return a draft article with these keys besides its title; it may name no theme, story or term."""
    text = f"---\ntitle: {title}\ndraft: true\n{dedent(keys).strip()}\n---\n{body}\n"
    content, problems = digest_of({f"articles/{path}": text})
    assert problems == ()
    return content.articles[0]


def term(keys: str, body: str = "A definition.", *, slug: str = "a-term") -> Term:
    """Return a term with these keys."""
    content, problems = digest_of({f"glossary/{slug}.md": f"---\n{dedent(keys).strip()}\n---\n{body}\n"})
    assert problems == ()
    return content.terms[0]


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
