"""`digest`, and `python -m digest`."""

from __future__ import annotations

import os
import sys

from digest.cli import main


def run() -> None:
    """Run a command, and end at once: taking a large digest apart, object by object, is a tenth of an edit's time."""
    try:
        main()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code)


if __name__ == "__main__":
    run()
