import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from digest import workers
from digest.problems import SurroundingsError
from digest.workers import Workers
from tests.sites import article, built, small, snapshot

MANY = range(workers.POOL_FROM + 1)


def process(_: int) -> int:
    """The process that a step runs in."""
    return os.getpid()


def half(number: int) -> float:
    """A pure step."""
    return number / 2


def die(number: int) -> int:
    """End the process, as a system that is out of memory does."""
    if number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_is_kept(jobs: int) -> None:
    """Results come in the order of the arguments, in one process or several."""
    assert list(Workers(jobs)(half, MANY)) == [half(number) for number in MANY]


@pytest.mark.parametrize(("jobs", "given", "here"), [(1, MANY, True), (2, range(3), True), (2, MANY, False)])
def test_processes_are_started_where_they_pay(jobs: int, given: range, here: bool) -> None:
    """A few arguments stay in this process; many go to others, where more than one is wanted."""
    assert (set(Workers(jobs)(process, given)) == {os.getpid()}) == here


def test_few_arguments_wait_in_memory() -> None:
    """Arguments are asked for as they are needed, so that a hundred thousand need not be held at once."""
    asked = 0

    def arguments() -> Iterator[int]:
        nonlocal asked
        while asked < 20 * workers.POOL_FROM:
            asked += 1
            yield asked - 1

    results = Workers(2)(half, arguments())
    assert next(iter(results)) == 0
    assert asked < 3 * workers.POOL_FROM


class Bound:
    """A step with what it needs: it cannot be pickled, but forked processes have it."""

    def __init__(self) -> None:
        """Hold a lock, which no process can be sent."""
        self.lock = threading.Lock()

    def __call__(self, number: int) -> int:
        """A pure step."""
        return number + 1


@pytest.mark.skipif(sys.platform != "linux", reason="not run: processes are not forked here")
def test_forked_processes_share_what_a_step_holds() -> None:
    """What a step is bound to is not sent: a process that is alone forks others, which have it already."""
    code = f"from tests.test_workers import *; print(sum(Workers(2)(Bound(), range({len(MANY)}))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == str(sum(MANY) + len(MANY)), done.stderr


def test_with_threads_processes_are_not_forked() -> None:
    """A process with threads starts others anew, since a fork of it may hang: the results are the same."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(time.sleep, 0).result()
        assert list(Workers(2)(half, MANY)) == [half(number) for number in MANY]


def test_death_of_a_worker_is_told() -> None:
    """A process that is killed is the surroundings' fault, not a traceback."""
    told = r"a worker process ended: .*; try again with --jobs 1"
    with pytest.raises(SurroundingsError, match=told):
        list(Workers(2)(die, MANY))


def test_zero_means_one_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no number given there is a process for each core; on one core there is none besides this."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert set(Workers(0)(process, MANY)) == {os.getpid()}


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a Dask scheduler with two worker processes, on this computer."""
    from distributed import LocalCluster

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": "CRITICAL"}
    with LocalCluster(processes=True, **options) as local:  # type: ignore[no-untyped-call]
        yield local.scheduler_address


def test_cluster_does_the_same_work(cluster: str) -> None:
    """Over a cluster's workers the results are the same, in order; few arguments stay in this process."""
    run = Workers(1, cluster)
    try:
        assert list(run(half, MANY)) == [half(number) for number in MANY]
        assert os.getpid() not in set(run(process, MANY))
        assert set(run(process, range(3))) == {os.getpid()}
    finally:
        run.close()


def test_cluster_builds_the_same_site(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cluster's workers need nothing of the digest on their disks, and give the same bytes as this process."""
    monkeypatch.setattr(workers, "POOL_FROM", 2)
    given = {f"content/articles/n{n:02}.md": article(f"N{n}", f"2025-03-{n:02}", "HTS met. " * n) for n in range(1, 25)}
    sites = []
    for name, options in (("here", {"jobs": 1}), ("there", {"scheduler": cluster}), ("beside", {"jobs": 4})):
        root = small(tmp_path / name, given)
        report = built(root, **options)
        sites.append((snapshot(report.out), report.problems, report.files))
    assert sites[0] == sites[1] == sites[2]


def test_cluster_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no scheduler answers, the surroundings are at fault."""
    monkeypatch.setattr(workers, "_PATIENCE", "1s")
    run = Workers(1, "tcp://127.0.0.1:9")
    with pytest.raises(SurroundingsError, match=r"the cluster at tcp://127\.0\.0\.1:9 can't be used"):
        list(run(half, MANY))
