"""Whole digests on disk, built by the real build: what tests of a site need."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from digest.build import Options, Report, build

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


def write(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write files by their path in `root`, and delete those that are None; return `root`."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def article(title: str, day: str = "2025-04-10", body: str = "Nothing else.", keys: str = "", theme: str = "diplomacy") -> str:
    """Return an entry's file; `keys` are more lines of front matter."""
    return f"---\ntitle: {title}\ndate: {day}\nthemes: [{theme}]\nsources: [{{name: Rudaw}}]\n{keys}---\n{body}\n"


def built(root: Path, **options: Any) -> Report:
    """Build a digest, without a search index unless it is asked for."""
    return build(root, Options(**{"now": NOW, "search": False, **options}))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
