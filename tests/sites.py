"""Whole digests: on disk and built by the real build, or in memory as far as a room's test needs them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from digest import files, steps
from digest.build import Options, Report, build
from digest.group import group
from digest.memory import Memory
from digest.model import Digest
from digest.render.cards import Desk
from digest.render.words import Words
from tests.digests import digest_of

A = TypeVar("A")
R = TypeVar("R")

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)

# A digest with one of everything that has a page, and no warning.
SMALL = {
    "content/site.yaml": "title: Brief\nbase_url: https://example.org/\ntagline: Who is who\ntimezone: Asia/Baghdad\n",
    "content/themes/diplomacy.md": "---\ntitle: Diplomacy\nsummary: Talks.\n---\nWho talks to whom.\n",
    "content/stories/talks.md": "---\ntitle: The talks\n---\n",
    "content/pages/about.md": "---\ntitle: About\n---\nWe write [in Baku](/2025/04/baku/).\n",
    "content/glossary/hts.md": "---\nterm: HTS\nname: Hay'at Tahrir al-Sham\n---\nAn armed group.\n",
    "content/articles/2025-04-09-baku.md": (
        "---\ntitle: Talks in Baku\ndate: 2025-04-09\nthemes: [diplomacy]\nsources: [{name: Rudaw}]\n"
        "story: talks\n---\nHTS sent an envoy.\n"
    ),
    "content/static/logo.txt": "a logo\n",
}

Files = Mapping[str, str | bytes | None]


def article(title: str, day: str = "2025-04-10", body: str = "Nothing else.", keys: str = "") -> str:
    """Return an entry's file; `keys` are more lines of front matter, or others in place of the usual ones."""
    usual = {"date": day, "themes": "[diplomacy]", "sources": "[{name: Rudaw}]"}
    given = {line.partition(":")[0] for line in keys.split("\n")}
    lines = [f"title: {title}", *(f"{key}: {value}" for key, value in usual.items() if key not in given)]
    return "\n".join(("---", *lines, *filter(None, [keys.strip("\n")]), "---", body, ""))


def term(name: str, keys: str = "", body: str = "A definition.") -> str:
    """Return a term's file."""
    return "\n".join(("---", f"term: {name}", *filter(None, [keys.strip("\n")]), "---", body, ""))


def write(root: Path, given: Files) -> Path:
    """Write files by their path in `root`, and delete those that are None; return `root`."""
    for name, content in given.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def small(root: Path, given: Files | None = None) -> Path:
    """Write the small digest, changed by `given`; return its folder."""
    return write(root, {**SMALL, **(given or {})} if given else SMALL)


def built(root: Path, **options: Any) -> Report:
    """Build a digest, without a search index unless it is asked for."""
    return build(root, Options(**{"now": NOW, "search": False, **options}))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_turn(step: Callable[[A], R], arguments: Sequence[A]) -> Sequence[R]:
    """Apply a step to each argument, in this process."""
    return [step(argument) for argument in arguments]


def grouped(given: Files | None = None) -> Digest:
    """Return the small digest's content, changed by `given`, read, annotated and grouped; nothing in it is wrong."""
    told = {name: text for name, text in {**SMALL, **(given or {})}.items() if "/static/" not in name}
    content, problems = digest_of({name.removeprefix("content/"): text for name, text in told.items()})
    assert problems == ()
    entries, found = steps.link(content.articles, content, Memory(None), in_turn)
    assert found == []
    definitions = steps.define(content, Memory(None), in_turn)
    return group(entries, content, definitions, steps.texts(content))


def desk(given: Files | None = None) -> Desk:
    """Return the small digest, changed by `given`, on its way to pages with the built-in words."""
    digest = grouped(given)
    look, problems = steps.dress(files.look(Path("nowhere")))
    assert problems == []
    return Desk(digest, Words(digest.config.language, look.words), {}, "1.0")
