"""Workers: the same pure step mapped in this process or over several. Which of the two changes nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from digest.memory import Map
from digest.problems import SurroundingsError

A = TypeVar("A")
R = TypeVar("R")

POOL_FROM = 400  # arguments from which starting other processes pays
_CHUNK = 100  # arguments that a process is handed at once


@contextmanager
def workers(jobs: int, arguments: int) -> Iterator[Map]:
    """Give a map for about so many arguments; `jobs` 0 means one process a core."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or arguments < POOL_FROM:
        yield _in_turn
        return
    # "spawn", since forking a process that has threads may hang.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda step, given: _spread(pool, step, given)


def _in_turn(step: Callable[[A], R], arguments: Sequence[A]) -> Sequence[R]:
    return [step(argument) for argument in arguments]


def _spread(pool: Executor, step: Callable[[A], R], arguments: Sequence[A]) -> Sequence[R]:
    if len(arguments) < POOL_FROM:
        return _in_turn(step, arguments)
    try:
        return list(pool.map(step, arguments, chunksize=_CHUNK))
    except BrokenExecutor as error:
        raise SurroundingsError(f"a worker process ended: {error}; try again with --jobs 1") from error
