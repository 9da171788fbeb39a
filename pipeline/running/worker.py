"""What one process does: articles to records as bytes of JSON, each within its limits."""

from __future__ import annotations

import gc
import os
import signal
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from types import FrameType
from typing import TYPE_CHECKING

from schemas import ArticleRecord

from ..article import InputArticle
from ..errors import ExtractionError

if TYPE_CHECKING:
    from ..extractor import Extracted, Extractor

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to know: lexicon folder, limits in seconds and code points, and the
    indentation of the JSON it makes (None for one line a record). With ``skip_duplicates`` the
    record of an article marked as one says only that.
    """

    lexicon: Path | None = None
    min_confidence: float = 0.0
    seconds: float = 60.0
    characters: int = 300_000
    indent: int | None = None
    skip_duplicates: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """What the summary counts of a record; a warning's code stands as often as it was given."""

    entities: int = 0
    meetings: int = 0
    outcomes: int = 0
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(cls, record: ArticleRecord) -> Counts:
        """The counts of a record."""
        facts = len(record.entities), len(record.meetings), len(record.outcomes)
        return cls(*facts, tuple(w.code for w in record.warnings))


@dataclass(frozen=True, slots=True)
class Made:
    """A record as JSON text with its counts, or why there is none.

    Text goes between processes and to disk as it is: the process that gathers the records would
    else spend its time on them and hold up the others.
    """

    text: str = ""
    counts: Counts | None = None
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """What was made of a batch, in order, and the processor seconds it took by stage."""

    made: list[Made]
    spent: dict[str, float] = field(default_factory=dict)


class _OutOfTimeError(BaseException):
    """Not an ``Exception``: what catches those is not to catch this."""


def one_thread() -> None:
    """Tell BLAS to use one thread; must run before numpy is imported to have any effect."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")


class Worker:
    """Makes records of batches of articles."""

    def __init__(self, setup: Setup) -> None:
        one_thread()
        from ..extractor import load

        self._setup = setup
        self._extractor: Extractor = load(
            lexicon=setup.lexicon, min_confidence=setup.min_confidence
        )
        _spare_the_collector()

    def make(self, articles: list[InputArticle]) -> Results:
        """One result for each article, in order."""
        skipped = [a for a in articles if self._setup.skip_duplicates and a.duplicate_of]
        made = {id(a): self._record(self._extractor.skipped(a)) for a in skipped}
        most = self._setup.characters
        fit = [a for a in articles if len(a.text) <= most and id(a) not in made]
        made.update(zip(map(id, fit), self._batch(fit), strict=True))
        spent, self._extractor.spent = self._extractor.spent, defaultdict(float)
        return Results([made.get(id(a)) or self._too_long(a) for a in articles], spent)

    def _batch(self, articles: list[InputArticle]) -> list[Made]:
        """The articles together; one by one where together they take longer than one may."""
        if not articles:
            return []
        try:
            with _limit(self._setup.seconds):
                results = list(self._extractor.results(articles, batch=len(articles)))
                return [self._made(r) for r in results]
        except _OutOfTimeError:
            if len(articles) > 1:
                return [self._batch([a])[0] for a in articles]
            seconds = self._setup.seconds
            message = f"not done after {seconds:g} seconds; raise --timeout or split the text"
            return [Made(code="timeout", message=message)]

    def _made(self, found: Extracted) -> Made:
        if found.record is not None:
            return self._record(found.record)
        wrong = found.error or ExtractionError("no_record", "no record came of the article")
        return Made(code=wrong.code, message=wrong.message)

    def _record(self, record: ArticleRecord) -> Made:
        return Made(record.to_json(indent=self._setup.indent), Counts.of(record))

    def _too_long(self, article: InputArticle) -> Made:
        most = self._setup.characters
        message = f"{len(article.text)} characters; at most {most} are read; split the text"
        return Made(code="too_long", message=message)


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Raise ``_OutOfTimeError`` in the main thread after so many seconds.

    There is no limit where the system has no interval timer.
    """
    if not hasattr(signal, "setitimer") or seconds <= 0:
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


_worker: Worker | None = None


def start(setup: Setup) -> None:
    """Make this process a worker (the initializer of a pool's processes)."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _worker = Worker(setup)


def make(articles: list[InputArticle]) -> Results:
    """Make records in this process; ``start`` must have run."""
    assert _worker is not None
    return _worker.make(articles)


def _spare_the_collector() -> None:
    """What is loaded by now stays, and a document's thousands of tokens are no garbage yet: the
    collector need not walk them again and again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _end_with_parent() -> None:
    """Leave when the process that hands out the work is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
