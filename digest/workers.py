"""Workers: the same pure step mapped in this process, over several, or over a cluster. Which changes nothing else."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import Any, TypeVar

from digest.problems import SurroundingsError

A = TypeVar("A")
R = TypeVar("R")

POOL_FROM = 200  # arguments from which starting other processes pays
_CHUNK = 50  # arguments that a process is handed at once
_AHEAD = 3  # chunks for each process that are under way: enough that none waits, few enough to hold in memory

_step: Callable[[Any], Any]  # what this process, a worker, applies


class Workers:
    """Processes that apply steps: as many as `jobs` says, 0 for one a core."""

    def __init__(self, jobs: int = 0) -> None:
        """Start nothing yet."""
        self.jobs = jobs or os.cpu_count() or 1

    def __call__(self, step: Callable[[A], R], arguments: Iterable[A]) -> Iterator[R]:
        """Yield the results in the order of the arguments; a few are worked out here.

        Processes are started for each call, so that they share all that this one has in its memory and are only sent
        arguments. SurroundingsError when one of them dies.
        """
        rest = iter(arguments)
        first = list(islice(rest, POOL_FROM if self.jobs > 1 else None))
        if self.jobs == 1 or len(first) < POOL_FROM:
            yield from map(step, first)
            return
        with ProcessPoolExecutor(self.jobs, _context(), _begin, (step,)) as pool:
            try:
                yield from _spread(pool, _apply, chain(first, rest), self.jobs * _AHEAD)
            except BrokenExecutor as error:
                raise SurroundingsError(f"a worker process ended: {error}; try again with --jobs 1") from error


def _spread(pool: Executor, work: Callable[[list[A]], list[R]], arguments: Iterable[A], ahead: int) -> Iterator[R]:
    rest = iter(arguments)
    under_way: deque[Future[list[R]]] = deque()
    while some := list(islice(rest, _CHUNK)):
        under_way.append(pool.submit(work, some))
        if len(under_way) >= ahead:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def _context() -> multiprocessing.context.BaseContext:
    """Fork where nothing speaks against it: what this process has read and compiled then need not be sent or made anew.

    Forking a process that has threads may hang, and on macOS system libraries do.
    """
    alone = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone else "spawn")


def _begin(step: Callable[[Any], Any]) -> None:
    """Make this process a worker."""
    global _step  # noqa: PLW0603  # a pool hands its workers' functions nothing else
    _step = step
    gc.freeze()  # what came with the fork is the parent's to collect
    gc.set_threshold(50_000, 20, 20)


def _apply(arguments: list[Any]) -> list[Any]:
    return [_step(argument) for argument in arguments]
