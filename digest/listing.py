"""Listings: what each file of a folder was made of, and how the disk had it then.

So a page whose parts are the same need not be made again, and a file that somebody has touched is not trusted.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from stat import S_ISDIR
from typing import NamedTuple

import msgspec

from digest import files
from digest.files import State

_VERSION = 1


Looked = tuple[str, bytes]  # the shard of a page, and a hash of what is searched of it; both empty for most files


class Made(NamedTuple):
    """A file: the fingerprint of what it was made of, how the disk had it, what is searched of it, if one looked."""

    parts: bytes
    state: State
    searched: Looked | None = None


_DECODER = msgspec.msgpack.Decoder(tuple[int, dict[str, Made], dict[str, int]])


class Listing:
    """The files of a folder by their paths in it."""

    def __init__(self, made: dict[str, Made] | None = None, folders: dict[str, int] | None = None) -> None:
        """`folders` are the times of the folders that the files lie in."""
        self.made, self.folders = made or {}, folders or {}

    @classmethod
    def load(cls, path: Path) -> Listing:
        """Return the listing in a file; an empty one where there is none that can be read."""
        try:
            version, made, folders = _DECODER.decode(path.read_bytes())
        except (OSError, msgspec.MsgspecError, ValueError):  # then all is made anew, and nothing is lost
            return cls()
        # A cache may come with a digest that somebody else has packed: no name in it leads out of its folder.
        inside = not any(".." in name.split("/") or name.startswith("/") for name in (*made, *folders))
        return cls(made, folders) if version == _VERSION and inside else cls()

    def timed(self, folder: Path) -> Listing:
        """Return the listing with the times that the folders in `folder` have now."""
        return Listing(self.made, {name: os.stat(f"{folder}/{name}").st_mtime_ns for name in self._folders()})

    def save(self, path: Path) -> None:
        """Put the listing into a file."""
        files.put(path, msgspec.msgpack.encode((_VERSION, self.made, self.folders)))

    def holds(self, folder: Path, path: str, parts: bytes) -> bool:
        """Whether `folder` has a file made of these parts, as it was then."""
        known = self.made.get(path)
        return known is not None and known.parts == parts and known.state == state(f"{folder}/{path}")

    def strays(self, folder: Path, apart: Collection[str]) -> Iterator[Path]:
        """Yield what somebody has put into `folder` since, but for what is `apart` at its top.

        So is a link in the place of a folder, through which files would be written elsewhere.
        """
        for name, time in self.folders.items():
            try:
                found = os.lstat(f"{folder}/{name}")
                if not S_ISDIR(found.st_mode):
                    yield folder / name
                    continue
                if found.st_mtime_ns == time:
                    continue
                names = os.listdir(f"{folder}/{name}")
            except OSError:
                continue
            for path in (f"{name}/{one}" if name else one for one in names):
                if path not in self.made and path not in self.folders and path not in apart:
                    yield folder / path

    def _folders(self) -> set[str]:
        """Return the folders that the files lie in; the one around all of them is the empty name."""
        folders, rest = {""}, {path.rpartition("/")[0] for path in self.made}
        while rest:
            folders |= rest
            rest = {name.rpartition("/")[0] for name in rest} - folders
        return folders


def state(path: str) -> State | None:
    """Return how the disk has a file, or None where there is none."""
    try:
        return State.of(os.lstat(path))
    except OSError:
        return None
