import sys
from pathlib import Path

import pytest

from benchmarks.timer import FailedError, timed

LARGE = [sys.executable, "-c", "large = bytearray(150_000_000)"]
SMALL = [sys.executable, "-S", "-c", "pass"]


def test_memory_is_that_of_the_commands(tmp_path: Path) -> None:
    """The largest process counts, and not what this process has in memory itself."""
    held = bytearray(b"1") * 200_000_000
    assert 150 < timed([SMALL, LARGE], tmp_path).largest < 200
    assert timed([SMALL], tmp_path).largest < 100
    assert len(held) == 200_000_000


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs Linux")
def test_processes_are_watched_together(tmp_path: Path) -> None:
    """What two processes have at the same time counts together, each of which has less."""
    code = (
        "import subprocess, sys, time; large = bytearray(100_000_000)\n"
        "if len(sys.argv) == 1: subprocess.run([sys.executable, __file__, 'child'])\n"
        "else: time.sleep(0.5)\n"
    )
    (tmp_path / "two.py").write_text(code)
    timing = timed([[sys.executable, "two.py"]], tmp_path, watched=True)
    assert timing.together > 200 > timing.largest


def test_command_that_fails_has_no_figure(tmp_path: Path) -> None:
    """A failure is an error that shows what the command said, and none after it is run."""
    fails = [sys.executable, "-c", "import sys; print('half a site'); sys.exit(3)"]
    with pytest.raises(FailedError, match=r"ended with 3:\nhalf a site"):
        timed([fails, [sys.executable, "-c", "open('more', 'w')"]], tmp_path)
    assert not (tmp_path / "more").exists()
