"""The preview's index, made beside the server: a program of its own, which saves need not wait for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from digest.problems import SurroundingsError
from digest.search import FOLDER


class Index:
    """The index of the pages in `site`, which lies in the folder `home`."""

    def __init__(self, site: Path, home: Path, former: Path) -> None:
        """What is the same in the index of the `former` site is shared with it."""
        self.folder = home / FOLDER
        self._command = [sys.executable, "-m", "digest.refresh", str(site), str(home), str(former)]
        self._program: subprocess.Popen[str] | None = None
        self._is_over = False

    def refresh(self) -> None:
        """Wait until the index is that of the pages. SurroundingsError when it can't be made."""
        # A session of its own: Ctrl-C is not meant for it, and what it runs can be ended with it.
        with subprocess.Popen(self._command, stderr=subprocess.PIPE, text=True, start_new_session=True) as program:
            self._program = program
            if self._is_over:
                self.stop()
            errors = program.communicate()[1]
        if program.returncode:
            raise SurroundingsError(errors.strip())

    def stop(self) -> None:
        """Let go of an index that is being made; none is made any more."""
        self._is_over = True
        if self._program is None or self._program.poll() is not None:
            return
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(self._program.pid, signal.SIGKILL)
        else:
            self._program.kill()
