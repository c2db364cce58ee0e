"""Watch, build again, serve, reload: `digest serve`.

livereload brings the server, the WebSocket and the script in the browser. Its watcher, its handlers and its script
tag are replaced: docs/decisions/serving.md.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from livereload.handlers import LiveReloadHandler
from livereload.server import Server

from digest import build, files
from digest.options import Options
from digest.problems import DigestError, Problem, Span, SurroundingsError
from digest.proof import Galley
from digest.serve.handlers import application, show_again
from digest.serve.index import Index
from digest.serve.preview import Preview
from digest.serve.proofs import Proofs
from digest.serve.rebuild import Saves

__all__ = ["serve"]

Say = Callable[[str], None]
Show = Callable[[Sequence[Problem]], None]


def serve(
    root: Path,
    options: Options,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    say: Say,
    show: Show,
    now: Callable[[], datetime],
) -> None:
    """Show the digest in `root` at `http://host:port/` until Ctrl-C.

    Every save builds the preview folder again and reloads the browser; `now` is the time of each build. `say` is told
    the address and what is being done, `show` the problems of each build; both are called from another thread too.
    DigestError when there is no digest in `root`, SurroundingsError when the port cannot be had.
    """
    root = root.resolve()
    files.expect_content(root)
    options = replace(options, base_url=_url(host, port))
    cache = root / files.CACHE
    index = Index(cache / files.PREVIEW, cache / files.PREVIEW_INDEX, root / options.out)
    preview = Preview(cache / files.PREVIEW, index, show_again)
    proofs = Proofs(root, preview.folder)

    def rebuild(saved: Collection[Path]) -> Iterator[Callable[[], None]]:
        if pages := proofs.make(saved):
            yield partial(preview.prove, pages)
        problems = _built(root, replace(options, now=now()), say, proofs.take)
        show(problems)
        yield partial(preview.take, problems)

    saves = Saves((root / files.CONTENT, root / files.TEMPLATES, files.builtin_templates()), rebuild)
    try:
        with _event_loop():
            _Server(preview, saves, say).serve(port=port, host=host)
    finally:
        index.stop()
        saves.stop()


@contextmanager
def _event_loop() -> Iterator[None]:
    """Give this thread an event loop, which Ctrl-C stops.

    It does so between two callbacks: the exception that Ctrl-C else is may end in a bare `except:` of livereload's.
    """
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    former = signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(loop.stop))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
        asyncio.set_event_loop(None)
        loop.close()


class _Server(Server):  # type: ignore[misc]  # livereload has no annotations
    """livereload's server with our handlers."""

    def __init__(self, preview: Preview, saves: Saves, say: Say) -> None:
        super().__init__(watcher=saves)
        self._preview, self._say = preview, say

    def application(self, port: int, host: str, **_: object) -> None:
        """Take the port: livereload's `serve` calls this before all else."""
        LiveReloadHandler.watcher = self.watcher
        try:
            application(self._preview, host).listen(port, address=host)
        except OSError as error:
            raise SurroundingsError(_why(error, host, port)) from error
        self._say(f"serving {_url(host, port)} (Ctrl-C ends it)")

    def _setup_logging(self) -> None:
        """Keep livereload and tornado off the caller's screen, but for faults in handlers."""
        for name, level in (("livereload", "CRITICAL"), ("tornado.access", "CRITICAL"), ("tornado.general", "ERROR")):
            logging.getLogger(name).setLevel(level)


def _built(root: Path, options: Options, say: Say, take: Callable[[Galley], None]) -> tuple[Problem, ...]:
    """Build the preview and return what was wrong; while that includes an error, the folder is as it was."""
    try:
        return build.preview(root, options, say, take).problems
    except DigestError as error:
        return error.problems
    except (SurroundingsError, OSError) as error:  # a file that went while it was read comes right at the next save
        return (Problem(Span(str(root)), str(error), code="surroundings"),)


def _url(host: str, port: int) -> str:
    name = "localhost" if host in ("0.0.0.0", "::") else host  # noqa: S104  # compared, not bound
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use, perhaps by another digest serve; choose another one with --port"
    return f"port {port} of {host} cannot be opened: {error.strerror or error}; choose another one with --port"
