"""The index: each content file's hash, so that only what has changed is read. Git's index does the same.

A file whose state (time, size, inode) is as recorded has the hash that is recorded. One that was saved in the very
moment in which it was read may have been saved again since without any trace: its hash is not recorded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from digest import files
from digest.files import Found, State
from digest.model import Source
from digest.problems import SurroundingsError

NAME = "index.msgpack"
_VERSION = 1
_Known = dict[str, tuple[State, bytes]]
_DECODER = msgspec.msgpack.Decoder(tuple[int, _Known])


class Index:
    """What the files of a digest were when they were last read."""

    def __init__(self, root: Path, folder: Path | None) -> None:
        """Take the index from `folder`, a digest's cache; without one, every file of the digest in `root` is read."""
        self._root, self._folder = root, folder
        self._read: dict[str, bytes] = {}
        self._known: _Known = _load(folder / NAME) if folder else {}
        self.began = _clock(folder) if folder else 0

    def hashes(self, found: Sequence[Found]) -> list[bytes]:
        """Return the hash of each file, and remember them for the next time."""
        known = {file.path: (file.state, self._hash(file)) for file in found}
        if self._folder and known != self._known:
            sure = {path: one for path, one in known.items() if one[0].mtime < self.began}
            files.put(self._folder / NAME, msgspec.msgpack.encode((_VERSION, sure)))
        self._known = known
        return [known[file.path][1] for file in found]

    def source(self, path: str) -> Source:
        """Return a file that has been hashed; SurroundingsError if it has changed since."""
        if path in self._read:
            return Source(path, self._read.pop(path))
        found = files.source(self._root, path)
        if _hash(found.data) != self._known[path][1]:
            raise SurroundingsError(f"{path} was saved while it was read; build again")
        return found

    def _hash(self, file: Found) -> bytes:
        state, known = self._known.get(file.path, (None, b""))
        if state == file.state:
            return known
        self._read[file.path] = data = files.source(self._root, file.path).data
        return _hash(data)


def _hash(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=20).digest()


def _load(path: Path) -> _Known:
    try:
        version, known = _DECODER.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError, ValueError):  # none yet, or not ours: all is read, and nothing lost
        return {}
    return known if version == _VERSION else {}


def _clock(folder: Path) -> int:
    """Return what the disk's clock says, as coarse as its times are."""
    path = folder / ".clock"
    path.touch()
    return path.stat().st_mtime_ns
