"""Several processes, results in order, and a process that dies costs one article at most.

``ProcessPoolExecutor`` gives a whole pool up when one of its processes dies. Then the batches that
were under way are done again one article at a time in a process of their own: the article that
kills that process too becomes an error, the rest go on in a new pool.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from ..article import InputArticle
from .worker import Made, Results, Setup, Worker, make, start

Batch = list[InputArticle]
_AHEAD = 2
"""Batches a process has in hand."""
_HELD = 64
"""Batches a process may be ahead of the one whose turn it is: a slow article stops nobody."""
DIED = Made(code="worker_died", message="the process died on this article twice; it was left out")


def in_process(batches: Iterable[Batch], setup: Setup) -> Iterator[Results]:
    """Results of each batch, made in this process."""
    worker: Worker | None = None
    for batch in batches:
        if batch and worker is None:
            worker = Worker(setup)
        yield worker.make(batch) if worker is not None else Results([])


def in_processes(batches: Iterable[Batch], setup: Setup, jobs: int) -> Iterator[Results]:
    """Results of each batch in order, made by ``jobs`` processes."""
    pool = Pool(setup, jobs)
    try:
        yield from pool.results(batches)
    finally:
        pool.close()


class Pool:
    """``jobs`` processes with loaded models, begun anew when one of them dies."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._setup, self._jobs = setup, jobs
        self._executor = self._begin(jobs)
        self._waiting: deque[tuple[Batch, Future[Results]]] = deque()

    def results(self, batches: Iterable[Batch]) -> Iterator[Results]:
        """Results of each batch in order."""
        stream, waiting = iter(batches), self._waiting
        while True:
            running = self._hand_out(stream)
            if not waiting:
                return
            batch, future = waiting[0]
            if not future.done():
                # On what ran when work was handed out: one that has ended since makes room at once.
                wait(running, return_when=FIRST_COMPLETED)
                continue
            waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                self.close()
                yield self._one_by_one(batch)
                self._executor = self._begin(self._jobs)
                again = [(b, self._again(b, f)) for b, f in waiting]
                waiting.clear()
                waiting.extend(again)

    def close(self) -> None:
        """Let the processes go without waiting for them."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _begin(self, jobs: int) -> ProcessPoolExecutor:
        context, arguments = get_context("spawn"), (self._setup,)
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=start, initargs=arguments)

    def _hand_out(self, stream: Iterator[Batch]) -> list[Future[Results]]:
        """Give each process its batches; what is under way now."""
        running = [future for _, future in self._waiting if not future.done()]
        while len(running) < self._jobs * _AHEAD and len(self._waiting) < self._jobs * _HELD:
            batch = next(stream, None)
            if batch is None:
                break
            running.append(self._submit(batch))
            self._waiting.append((batch, running[-1]))
        return running

    def _submit(self, batch: Batch) -> Future[Results]:
        future: Future[Results] = Future()
        if not batch:
            future.set_result(Results([]))
            return future
        try:
            with undisturbed():
                return self._executor.submit(make, batch)
        except BrokenProcessPool as error:
            future.set_exception(error)
            return future

    def _again(self, batch: Batch, future: Future[Results]) -> Future[Results]:
        """The batch's result if it was finished before the pool broke, else a new try."""
        if future.done() and not future.cancelled() and future.exception() is None:
            return future
        return self._submit(batch)

    def _one_by_one(self, batch: Batch) -> Results:
        made: list[Made] = []
        alone = self._begin(1)
        for article in batch:
            try:
                with undisturbed():
                    future = alone.submit(make, [article])
                made += future.result().made
            except BrokenProcessPool:
                alone.shutdown(wait=False)
                made.append(DIED)
                alone = self._begin(1)
        alone.shutdown(wait=False)
        return Results(made)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back: processes begun here never hear it, and no lock is left half taken."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
