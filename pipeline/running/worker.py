"""What one process does: articles to records as bytes of JSON, each within its limits."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from schemas import ArticleRecord

from ..article import InputArticle
from ..errors import ArticleError, ExtractionError

if TYPE_CHECKING:
    from ..extractor import Extractor

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to know: lexicon folder, limits in seconds and code points."""

    lexicon: Path | None = None
    min_confidence: float = 0.0
    seconds: float = 60.0
    characters: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Made:
    """A record, or why there is none."""

    record: ArticleRecord | None = None
    code: str = ""
    message: str = ""


class _OutOfTimeError(Exception):
    pass


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

    def make(self, articles: list[InputArticle]) -> list[Made]:
        """One result for each article, in order."""
        fit = [a for a in articles if len(a.text) <= self._setup.characters]
        made = dict(zip(map(id, fit), self._batch(fit), strict=True))
        return [made.get(id(a)) or self._too_long(a) for a in articles]

    def _batch(self, articles: list[InputArticle]) -> list[Made]:
        if not articles:
            return []
        try:
            with _limit(self._setup.seconds * len(articles)):
                results = list(self._extractor.results(articles, batch=len(articles)))
                return [_made(r.record, r.error) for r in results]
        except _OutOfTimeError:
            if len(articles) > 1:
                return [self._batch([a])[0] for a in articles]
            seconds = self._setup.seconds
            message = f"not done after {seconds:g} seconds; raise --timeout or split the text"
            return [Made(code="timeout", message=message)]

    def _too_long(self, article: InputArticle) -> Made:
        most = self._setup.characters
        message = f"{len(article.text)} characters; at most {most} are read; split the text"
        return Made(code="too_long", message=message)


def _made(record: ArticleRecord | None, error: ArticleError | None) -> Made:
    if record is not None:
        return Made(record)
    wrong = error or ExtractionError("no_record", "no record came of the article")
    return Made(code=wrong.code, message=wrong.message)


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
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


_worker: Worker | None = None


def start(setup: Setup) -> None:
    """Make this process a worker (the initializer of a pool's processes)."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = Worker(setup)


def make(articles: list[InputArticle]) -> list[Made]:
    """Make records in this process; ``start`` must have run."""
    assert _worker is not None
    return _worker.make(articles)
