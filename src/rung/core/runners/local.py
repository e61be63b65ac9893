"""Batches over the processors of this machine; the results in order."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 2
"""Batches in hand for each process: enough that none waits, few enough that memory stays flat."""


def processors() -> int:
    """How many processes help: as many as this process may use processors."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    function: Callable[[In], Out], batches: Iterable[In], workers: int | None = None
) -> Iterator[Out]:
    """``function`` of every batch, in order.

    One worker means this very process. ``function`` must stand at the top of a module, so that
    another process can find it. Batches are drawn only as they are needed, and what is stopped
    (Ctrl-C, an error) leaves no process behind.
    """
    workers = processors() if workers is None else workers
    if workers <= 1:
        yield from map(function, batches)
        return
    # Spawned rather than forked: threads of this process would not survive a fork.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    waiting: deque[Future[Out]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(function, batch))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
