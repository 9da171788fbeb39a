"""Several processes, results in order, and a process that dies costs one article at most.

``ProcessPoolExecutor`` gives a whole pool up when one of its processes dies. Then the batches that
were under way are done again one article at a time in a process of their own: the article that
kills that process too becomes an error, the rest go on in a new pool.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from ..article import InputArticle
from .worker import Made, Setup, Worker, make, start

Batch = list[InputArticle]
_AHEAD = 2
DIED = Made(code="worker_died", message="the process died on this article twice; it was left out")


def in_process(batches: Iterable[Batch], setup: Setup) -> Iterator[list[Made]]:
    """Results of each batch, made in this process."""
    worker = Worker(setup)
    for batch in batches:
        yield worker.make(batch)


def in_processes(batches: Iterable[Batch], setup: Setup, jobs: int) -> Iterator[list[Made]]:
    """Results of each batch in order, made by ``jobs`` processes with two batches each in hand."""
    stream = iter(batches)
    waiting: deque[tuple[Batch, Future[list[Made]]]] = deque()
    pool = _pool(setup, jobs)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (batch := next(stream, None)) is not None:
                waiting.append((batch, _submit(pool, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield _one_by_one(batch, setup)
                pool = _pool(setup, jobs)
                waiting = deque((b, _again(pool, b, f)) for b, f in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(setup: Setup, jobs: int) -> ProcessPoolExecutor:
    context = get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=start, initargs=(setup,))


def _submit(pool: ProcessPoolExecutor, batch: Batch) -> Future[list[Made]]:
    try:
        return pool.submit(make, batch)
    except BrokenProcessPool as error:
        future: Future[list[Made]] = Future()
        future.set_exception(error)
        return future


def _again(
    pool: ProcessPoolExecutor, batch: Batch, future: Future[list[Made]]
) -> Future[list[Made]]:
    """The batch's result if it was finished before the pool broke, else a new try."""
    if future.done() and not future.cancelled() and future.exception() is None:
        return future
    return _submit(pool, batch)


def _one_by_one(batch: Batch, setup: Setup) -> list[Made]:
    results: list[Made] = []
    alone = _pool(setup, 1)
    for article in batch:
        try:
            results += alone.submit(make, [article]).result()
        except BrokenProcessPool:
            alone.shutdown(wait=False)
            results.append(DIED)
            alone = _pool(setup, 1)
    alone.shutdown(wait=False)
    return results
