"""The stamp of a build: where nothing at all has changed since the last one, the next is done when it has seen that.

A stamp tells by the states of files what was built of what. Whatever differs, be it the time, leads to a build; so does
a stamp that can't be read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from digest import files, memory
from digest.files import Found, State
from digest.listing import Listing, state
from digest.model.articles import Article
from digest.model.fingerprints import fingerprint
from digest.options import Options, Report
from digest.problems import Problem
from digest.publish import APART, PUBLISHED, STAMP, shelf

_VERSION = 1
_ALWAYS = datetime(1, 1, 1, tzinfo=UTC)


class Stamp(NamedTuple):
    """What a build was made of, until when it holds, the files beside the listed ones, its counts and its warnings."""

    version: int
    made_of: bytes
    until: float
    beside: dict[str, State]
    counts: tuple[int, int, int, int]
    problems: tuple[Problem, ...]


_DECODER = msgspec.msgpack.Decoder(Stamp)


def unchanged(root: Path, options: Options) -> Report | None:
    """Return the report of the last build of the digest in `root`, if another one would change nothing; else None.

    Raises as a build does where there is no digest, or another build holds it.
    """
    if not options.cache:
        return None
    with files.locked(root) as folder:
        place = shelf(root / options.out, folder)
        stamp = _load(place / STAMP)
        if stamp is None or options.now.timestamp() >= stamp.until:
            return None
        found, problems = files.listed(root)
        if problems or stamp.made_of != _made_of(root, found, options):
            return None
        site = (root / options.out).resolve()
        if not _stands(stamp, Listing.load(place / PUBLISHED), site):
            return None
    return Report(site, *stamp.counts, indexed=False, problems=stamp.problems)


def put(
    root: Path, folder: Path, options: Options, found: Sequence[Found], began: int, until: float, report: Report
) -> None:
    """Leave the stamp of a build of the files that were `found`, which holds `until` a time; `folder` is the cache.

    There is none where a file was saved when the build `began` or later: it may have been read before it was saved.
    """
    looks = files.look_states(root)
    if any(one.mtime >= began for one in (*(file.state for file in found), *(one for _, one in looks))):
        return
    counts = (report.entries, report.terms, report.links, report.files)
    beside = {path: State.of(os.lstat(f"{report.out}/{path}")) for path in files.below(report.out, APART)}
    stamp = Stamp(_VERSION, _made_of(root, found, options), until, beside, counts, report.problems)
    files.put(shelf(root / options.out, folder) / STAMP, msgspec.msgpack.encode(stamp))


def until(articles: Iterable[Article], today: Iterable[datetime], now: datetime) -> float:
    """Return when a build may give something else: an entry comes or goes, or a day ends in a zone that matters.

    `today` is what counts as now in each such zone.
    """
    ends = [(one + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0) for one in today]
    moments = (moment.utc for one in articles for moment in (one.publish, one.expires) if moment)
    return min(moment.timestamp() for moment in (*ends, *moments) if moment > now)


def _made_of(root: Path, found: Sequence[Found], options: Options) -> bytes:
    asked = replace(options, now=_ALWAYS, jobs=0, scheduler="", why=False)
    return fingerprint((memory.code(), asked, found, files.look_states(root)))


def _stands(stamp: Stamp, listing: Listing, site: Path) -> bool:
    """Whether a published site is as it was, file by file, and nobody has put anything into it."""
    known = {path: made.state for path, made in listing.made.items()} | stamp.beside
    same = len(listing.made) == stamp.counts[-1] and all(state(f"{site}/{path}") == one for path, one in known.items())
    return same and not any(listing.strays(site, APART))


def _load(path: Path) -> Stamp | None:
    try:
        stamp = _DECODER.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
    return stamp if stamp.version == _VERSION else None
