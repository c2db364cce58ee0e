"""The corpus as each generator wants it: folders, front matter, settings. What is the same for any is in `sites/`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.corpus import THEMES, Corpus, Entry

SITES = Path(__file__).parent / "sites"
_DIGEST = """title: Bench
base_url: https://bench.example/
share_images: false
glossary: {density: 0, per_paragraph: 0}
"""


def write_digest(folder: Path, corpus: Corpus) -> None:
    """Write a digest. Every first mention is to be linked, and no share images are drawn, since no peer draws any."""
    _write(folder / "content/site.yaml", _DIGEST)
    for theme in THEMES:
        _write(folder / f"content/themes/{theme}.md", f"---\ntitle: {theme.capitalize()}\n---\n")
    for term in corpus.terms:
        keys = f"term: {term.short}\nname: {term.name}\nkind: {term.kind}\naliases: {_listed(term.aliases)}\n"
        _write(folder / f"content/glossary/{term.slug}.md", f"---\n{keys}---\n\n{term.definition}\n")
    for entry in corpus.entries:
        keys = f"themes: {_listed(entry.themes)}\nsources: [{{name: {entry.source}, url: {_original(entry)}}}]\n"
        _write(folder / article_of_digest(entry), _front_matter(entry, keys) + entry.body)


def article_of_digest(entry: Entry) -> str:
    """Where the entry's text is in a digest."""
    return f"content/articles/{entry.when:%Y/%m}/{entry.slug}.md"


def write_hugo(folder: Path, corpus: Corpus) -> None:
    """Write a site for Hugo."""
    _copy("hugo", folder)
    for entry in corpus.entries:
        keys = f"themes: {_listed(entry.themes)}\nsource: {entry.source}\noriginal: {_original(entry)}\n"
        _write(folder / article_of_hugo(entry), _front_matter(entry, keys) + entry.body)


def write_hugo_glossary(folder: Path, corpus: Corpus) -> None:
    """Write the same with a glossary: a page a term, and a partial that links their first mentions."""
    write_hugo(folder, corpus)
    _copy("hugo-glossary", folder)
    for term in corpus.terms:
        keys = f"title: {term.short}\nname: {term.name}\nforms: {_listed(term.forms)}\n"
        _write(folder / f"content/glossary/{term.slug}.md", f"---\n{keys}---\n\n{term.definition}\n")


def article_of_hugo(entry: Entry) -> str:
    """Where the entry's text is in a site for Hugo."""
    return f"content/articles/{entry.slug}.md"


def write_eleventy(folder: Path, corpus: Corpus) -> None:
    """Write a site for Eleventy."""
    _copy("eleventy", folder, but="node_modules")
    for entry in corpus.entries:
        keys = (
            f"themes: {_listed(entry.themes)}\nsource: {entry.source}\noriginal: {_original(entry)}\n"
            f"permalink: {entry.address}\n"
        )
        _write(folder / article_of_eleventy(entry), _front_matter(entry, keys) + entry.body)


def article_of_eleventy(entry: Entry) -> str:
    """Where the entry's text is in a site for Eleventy."""
    return f"articles/{entry.slug}.md"


def write_pelican(folder: Path, corpus: Corpus) -> None:
    """Write a site for Pelican."""
    _copy("pelican", folder)
    for entry in corpus.entries:
        keys = (
            f"Title: {entry.title}\nDate: {entry.when:%Y-%m-%d %H:%M}\nSlug: {entry.slug}\n"
            f"Tags: {', '.join(entry.themes)}\nSummary: {entry.summary}\nOutlet: {entry.source}\n"
            f"Original: {_original(entry)}\n"
        )
        _write(folder / article_of_pelican(entry), f"{keys}\n{entry.body}")


def article_of_pelican(entry: Entry) -> str:
    """Where the entry's text is in a site for Pelican."""
    return f"content/{entry.slug}.md"


def _front_matter(entry: Entry, more: str) -> str:
    when = f"{entry.when:%Y-%m-%dT%H:%M:%SZ}"
    return f"---\ntitle: {entry.title}\ndate: {when}\nsummary: {entry.summary}\n{more}---\n\n"


def _listed(names: tuple[str, ...]) -> str:
    return json.dumps(names)


def _original(entry: Entry) -> str:
    return f"https://example.org/{entry.slug}"


def _copy(name: str, folder: Path, *, but: str = "") -> None:
    shutil.copytree(SITES / name, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(but))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
