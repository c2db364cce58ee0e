"""What builds are asked for, and what they report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digest.problems import Problem

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for besides the content. `now` is aware; `out` is relative to the digest's folder."""

    now: datetime
    out: str = "site"
    drafts: bool = False
    strict: bool = False
    base_url: str = ""
    jobs: int = 0
    scheduler: str = ""
    search: bool = True
    cache: bool = True
    annotations: bool = False
    why: bool = False


def silent(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """Something that a build made, and why: what of the things that it hangs on was new or had changed."""

    what: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: counts, warnings that did not stop it, and what it made again. `out` is the site's folder."""

    out: Path
    entries: int
    terms: int
    links: int
    files: int
    indexed: bool
    problems: tuple[Problem, ...]
    renewed: tuple[Renewal, ...] = ()
