import os
import signal
from collections.abc import Callable

import pytest

from digest import workers
from digest.problems import SurroundingsError

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
    with workers.workers(jobs, len(MANY)) as run:
        assert list(run(half, MANY)) == [half(number) for number in MANY]


@pytest.mark.parametrize(
    ("jobs", "arguments", "given", "here"),
    [(1, len(MANY), MANY, True), (2, 3, range(3), True), (2, len(MANY), range(3), True), (2, len(MANY), MANY, False)],
)
def test_processes_are_started_where_they_pay(jobs: int, arguments: int, given: range, here: bool) -> None:
    """A few arguments stay in this process; many go to others, where more than one is wanted."""
    with workers.workers(jobs, arguments) as run:
        assert (set(run(process, given)) == {os.getpid()}) == here


def test_death_of_a_worker_is_told() -> None:
    """A process that is killed is the surroundings' fault, not a traceback."""
    told = r"a worker process ended: .*; try again with --jobs 1"
    with workers.workers(2, len(MANY)) as run, pytest.raises(SurroundingsError, match=told):
        run(die, MANY)


def test_zero_means_one_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no number given there is a process for each core; on one core there is none besides this."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    step: Callable[[int], int] = process
    with workers.workers(0, len(MANY)) as run:
        assert set(run(step, MANY)) == {os.getpid()}
