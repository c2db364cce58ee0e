"""Workers: the same pure step mapped in this process, over several, or over a cluster. Which changes nothing else."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from functools import lru_cache
from importlib import import_module
from itertools import chain, islice
from types import ModuleType
from typing import Any, TypeVar

from digest.problems import SurroundingsError

A = TypeVar("A")
R = TypeVar("R")

POOL_FROM = 200  # arguments from which starting other processes pays
_CHUNK = 50  # arguments that a process is handed at once
_AHEAD = 3  # chunks for each process that are under way: enough that none waits, few enough to hold in memory
_PATIENCE = "10s"  # for a scheduler to answer

_step: Callable[[Any], Any]  # what this process, a worker, applies


class Workers:
    """Processes that apply steps: as many as `jobs` says, 0 for one a core; or those of a Dask cluster."""

    def __init__(self, jobs: int = 0, scheduler: str = "") -> None:
        """`scheduler` is the address of the cluster's; nothing is started, and nobody asked, yet."""
        self.jobs = jobs or os.cpu_count() or 1
        self._scheduler = scheduler
        self._client: Any = None

    @property
    def is_remote(self) -> bool:
        """Whether the workers may be on other computers, which have another disk."""
        return bool(self._scheduler)

    def __call__(self, step: Callable[[A], R], arguments: Iterable[A]) -> Iterator[R]:
        """Yield the results in the order of the arguments; a few are worked out here.

        Processes are started for each call, so that they share all that this one has in its memory and are only sent
        arguments. SurroundingsError when one of them dies, or the cluster can't be reached.
        """
        rest = iter(arguments)
        many = self.jobs > 1 or self.is_remote
        first = list(islice(rest, POOL_FROM if many else None))
        if not many or len(first) < POOL_FROM:
            yield from map(step, first)
        else:
            yield from (self._on_cluster if self.is_remote else self._in_pool)(step, chain(first, rest))

    def close(self) -> None:
        """Let go of the cluster."""
        if self._client is not None:
            self._client.close()

    def _in_pool(self, step: Callable[[A], R], arguments: Iterable[A]) -> Iterator[R]:
        with ProcessPoolExecutor(self.jobs, _context(), _begin, (step,)) as pool:
            try:
                yield from _spread(lambda some: pool.submit(_apply, some), arguments, self.jobs * _AHEAD)
            except BrokenExecutor as error:
                raise SurroundingsError(f"a worker process ended: {error}; try again with --jobs 1") from error

    def _on_cluster(self, step: Callable[[A], R], arguments: Iterable[A]) -> Iterator[R]:
        """Map over the executor of the cluster, to each of whose workers the step is sent once."""
        distributed = _distributed()
        try:
            self._client = self._client or distributed.Client(self._scheduler, timeout=_PATIENCE)
            sent = self._client.scatter(pickle.dumps(step), broadcast=True, hash=False)
            pool = self._client.get_executor(pure=False)
            ahead = max(1, len(self._client.ncores())) * _AHEAD
            yield from _spread(lambda some: pool.submit(_apply_sent, sent, some), arguments, ahead)
        except (OSError, distributed.KilledWorker) as error:
            raise SurroundingsError(f"the cluster at {self._scheduler} can't be used: {error}") from error


def _distributed() -> ModuleType:
    try:
        return import_module("distributed")  # an extra, for those who have a cluster
    except ImportError as error:
        raise SurroundingsError("a cluster needs one package more: pip install 'annotated-digest[dask]'") from error


def _spread(submit: Callable[[list[A]], Future[list[R]]], arguments: Iterable[A], ahead: int) -> Iterator[R]:
    """Hand out arguments in chunks, so many `ahead`, and yield the results in order."""
    rest = iter(arguments)
    under_way: deque[Future[list[R]]] = deque()
    while some := list(islice(rest, _CHUNK)):
        under_way.append(submit(some))
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
    gc.set_threshold(500_000, 1000, 1000)  # pages leave circles behind, and little else
    gc.enable()


def _apply(arguments: list[Any]) -> list[Any]:
    return [_step(argument) for argument in arguments]


def _apply_sent(sent: bytes, arguments: list[Any]) -> list[Any]:
    step = _unpickled(sent)
    return [step(argument) for argument in arguments]


@lru_cache(maxsize=2)
def _unpickled(sent: bytes) -> Callable[[Any], Any]:
    step: Callable[[Any], Any] = pickle.loads(sent)  # noqa: S301  # what this program has sent to its own cluster
    return step
