"""Build at the start and after every save, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from livereload.watcher import Watcher
from tornado.ioloop import IOLoop
from watchfiles import Change, watch
from watchfiles.main import FileChange

from digest.problems import SurroundingsError

Rebuild = Callable[[set[Path]], Iterable[Callable[[], None]]]

_DEBOUNCE, _STEP, _TICK = 60, 20, 100  # ms: the longest wait for the rest of a save, between looks, without a save
_PATIENCE = 0.5  # seconds that a build may go on for after the server has ended


class Saves(Watcher):  # type: ignore[misc]  # livereload has no annotations
    """What stands in the place of livereload's watcher.

    `rebuild` is called in the thread at once, and after every save in one of `folders`, a save during a build included,
    with the saved files. What it yields is called on the server's thread; what it raises ends the server and leaves by
    `stop`.
    """

    def __init__(self, folders: Sequence[Path], rebuild: Rebuild) -> None:
        super().__init__()
        self._folders, self._rebuild = folders, rebuild
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self._failure: BaseException | None = None

    def start(self, _callback: Callable[[], None]) -> bool:
        """Begin; livereload calls this on the server's thread. True: it need not poll."""
        self._thread = threading.Thread(target=self._run, args=(IOLoop.current(),), name="rebuild", daemon=True)
        self._thread.start()
        return True

    def stop(self) -> None:
        """End, and raise what `rebuild` raised."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
        if self._failure is not None:
            raise self._failure

    def _run(self, loop: IOLoop) -> None:
        try:
            while not self._ending.is_set():
                self._watch(loop)
        except BaseException as failure:  # noqa: BLE001  # kept for `stop`
            self._failure = failure
            loop.add_callback(loop.stop)

    def _watch(self, loop: IOLoop) -> None:
        """Build, and again after every save, until one of the folders comes, goes or is exchanged for another."""
        present, due = self._present(), True
        for saved in self._saved(present):
            if due or saved:
                for then in self._rebuild({Path(name) for _, name in saved}):
                    loop.add_callback(then)
                due = False
            if self._present() != present:
                return

    def _saved(self, folders: dict[Path, int]) -> Iterator[set[FileChange]]:
        """Yield what is saved as it is saved, and an empty set at the start and at every tick."""
        try:
            yield from watch(
                *folders,
                watch_filter=self._is_read,
                debounce=_DEBOUNCE,
                step=_STEP,
                rust_timeout=_TICK,
                yield_on_timeout=True,
                stop_event=self._ending,
            )
        except FileNotFoundError:  # a folder has gone since it was looked for
            return
        except OSError as error:
            raise SurroundingsError(f"saves cannot be noticed: {error}") from error

    def _present(self) -> dict[Path, int]:
        """Return the folders that there are: a moved one is still watched, wherever it is, and its heir is not."""
        return {folder: inode for folder in self._folders if (inode := _inode(folder))}

    def _is_read(self, _change: Change, name: str) -> bool:
        """Whether a build reads this file: hidden ones are editors' own."""
        path = Path(name)
        parts = next((path.relative_to(folder).parts for folder in self._folders if folder in path.parents), ())
        return not any(part.startswith(".") for part in parts)


def _inode(folder: Path) -> int:
    try:
        return folder.stat().st_ino if folder.is_dir() else 0
    except OSError:
        return 0
