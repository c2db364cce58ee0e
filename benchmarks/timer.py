"""Times commands as new processes.

A small process of its own starts them: what a process that was forked has at most in memory counts from that of the
process it was forked from, and the one that holds the corpus is large. Therefore this module needs nothing but the
standard library, and is run as a script.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PAUSE = 0.05  # seconds between two looks at the memory
_CAN_WATCH = Path("/proc/self/smaps_rollup").exists()  # Linux


class Timing(NamedTuple):
    """What commands took: seconds, MB of the largest process, and MB of all together where it was watched, else 0."""

    seconds: float
    largest: float
    together: float


class FailedError(Exception):
    """A command did not end well; what it said."""


def timed(commands: Sequence[Sequence[str]], folder: Path, *, watched: bool = False) -> Timing:
    """Run commands one after the other in a folder. To watch the memory of all processes takes some time itself."""
    script = [sys.executable, "-S", __file__, str(int(watched)), json.dumps(commands)]
    said = subprocess.run(script, cwd=folder, capture_output=True, text=True, check=False)
    if said.returncode:
        raise FailedError(said.stderr)
    return Timing(*json.loads(said.stdout))


def _main(watched: str, commands: str) -> None:
    """Print the timing of commands as JSON."""
    timings = [_run(command, watched=watched == "1") for command in json.loads(commands)]
    seconds, largest, together = zip(*timings, strict=True)
    print(json.dumps([sum(seconds), max(largest), max(together)]))


def _run(command: list[str], *, watched: bool) -> Timing:
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        together = _watch(process.pid) if watched and _CAN_WATCH else 0
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        if status:
            said.seek(0)
            text = said.read().decode(errors="replace")[-2000:]
            sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}:\n{text}")
    process.returncode = 0  # it was waited for here
    unit = 1 if sys.platform == "darwin" else 1024
    return Timing(seconds, usage.ru_maxrss * unit / 1e6, together / 1e6)


def _watch(root: int) -> int:
    """Return the most bytes that a process and its descendants had in memory at once; what they share counts once."""
    most = 0
    while os.waitid(os.P_PID, root, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        most = max(most, sum(map(_bytes, _family(root))))
        time.sleep(_PAUSE)
    return most


def _family(root: int) -> list[int]:
    """Return the ids of a process and its descendants."""
    found = [root]
    for one in found:
        with suppress(OSError):  # it has ended
            for tasks in Path(f"/proc/{one}/task").glob("*/children"):
                found += map(int, tasks.read_text().split())
    return found


def _bytes(process: int) -> int:
    """Return the share of a process in the memory that is used: what n processes share counts a nth for each."""
    with suppress(OSError):  # it has ended
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    _main(*sys.argv[1:])
