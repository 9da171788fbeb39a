"""The pipeline as a whole: articles in, records out, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from pydantic import ValidationError

from schemas import ArticleRecord, PipelineInfo

from .article import InputArticle
from .assembly import default_stages
from .document import Document
from .errors import ArticleError, ExtractionError
from .knowledge import Lexicon
from .nlp import Models
from .nlp.language import is_russian
from .stage import Stage, check_order
from .stages.record import RecordWriter
from .trace import Trace
from .version import NAME, VERSION


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came of one article: its record, or the error that took its place."""

    article: InputArticle
    record: ArticleRecord | None = None
    error: ArticleError | None = None


class Extractor:
    """Reads articles and writes records.

    ``extractor(text)`` reads one; ``extractor.pipe(articles)`` streams many. Stages may be given;
    an order that cannot work raises ``StageOrderError``. ``spent`` counts the
    processor seconds of each stage.
    """

    def __init__(
        self,
        *,
        lexicon: Path | None = None,
        stages: Sequence[Stage] | None = None,
        min_confidence: float = 0.0,
    ) -> None:
        """``lexicon`` is a folder laid over ours; ``LexiconError`` names a mistake in it.

        Meetings and outcomes below ``min_confidence`` (0 to 1) are left out of the records.
        """
        self._min_confidence = min_confidence
        self._models = Models()
        if stages is None:
            stages = default_stages(Lexicon(lexicon), self._models)
        check_order(stages)
        self.stages = tuple(stages)
        self._writer = RecordWriter(info())
        self.spent: defaultdict[str, float] = defaultdict(float)

    def __call__(self, article: str | InputArticle | Mapping[str, Any]) -> ArticleRecord:
        """The record of one article; ``ExtractionError`` when none can be made."""
        return _record_or_raise(next(self.results([article])))

    def pipe(
        self, articles: Iterable[str | InputArticle | Mapping[str, Any]], *, batch: int = 16
    ) -> Iterator[ArticleRecord]:
        """Records in the order of the articles, read as they are asked for, ``batch`` at a time.

        Raises the ``ExtractionError`` of an article that failed; ``results`` goes on instead.
        """
        for extracted in self.results(articles, batch=batch):
            yield _record_or_raise(extracted)

    def results(
        self, articles: Iterable[str | InputArticle | Mapping[str, Any]], *, batch: int = 16
    ) -> Iterator[Extracted]:
        """As ``pipe``, with an error in place of a record where an article failed."""
        stream = iter(articles)
        while chunk := [as_article(a) for a in islice(stream, max(1, batch))]:
            yield from self._chunk(chunk)

    def skipped(self, article: InputArticle) -> ArticleRecord:
        """The record of a near-copy that is not worth the work: the text and what it repeats."""
        document = Document.of(article)
        words = f"a near-copy of {article.duplicate_of}; nothing was looked for in it"
        document.warn("duplicate_skipped", words)
        return self._writer.write(document)

    def explain(self, article: str | InputArticle) -> Document:
        """The finished document with every stage's notes in ``document.trace``."""
        document = Document.of(as_article(article))
        document.trace = Trace()
        for stage in self.stages:
            stage.process(document)
        return document

    def _chunk(self, articles: list[InputArticle]) -> list[Extracted]:
        documents = [Document.of(a) for a in articles]
        try:
            for stage in self.stages:
                with self._timed(stage.name):
                    stage.process_batch(documents)
        except Exception:
            # One bad article must not cost its neighbours their records: go one by one.
            return [self._single(a) for a in articles]
        with self._timed("record"):
            return [self._finish(d) for d in documents]

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        before = process_time()
        try:
            yield
        finally:
            self.spent[name] += process_time() - before

    def _single(self, article: InputArticle) -> Extracted:
        document = Document.of(article)
        for stage in self.stages:
            try:
                stage.process(document)
            except Exception as error:
                message = f"stage {stage.name!r} failed: {type(error).__name__}: {error}"
                failure = ExtractionError("stage_failed", message)
                failure.__cause__ = error
                return Extracted(article, error=failure)
        return self._finish(document)

    def _finish(self, document: Document) -> Extracted:
        if not is_russian(document.text):
            document.warn("not_russian", "the text is in another language: little can be found")
        least = self._min_confidence
        document.meetings = [m for m in document.meetings if m.confidence >= least]
        document.outcomes = [o for o in document.outcomes if o.confidence >= least]
        try:
            return Extracted(document.article, record=self._writer.write(document))
        except ValidationError as error:
            first = error.errors()[0]
            message = f"the record is not valid: {first['msg']} (at {first['loc']})"
            return Extracted(document.article, error=ExtractionError("invalid_record", message))


def load(*, lexicon: str | Path | None = None, min_confidence: float = 0.0) -> Extractor:
    """An extractor with the stages and lexicon we ship; ``lexicon`` is a folder laid over ours."""
    folder = Path(lexicon) if lexicon is not None else None
    return Extractor(lexicon=folder, min_confidence=min_confidence)


def info() -> PipelineInfo:
    """Name, version and models: what a record says of its making."""
    return PipelineInfo(name=NAME, version=VERSION, models=Models.versions())


def as_article(article: str | InputArticle | Mapping[str, Any]) -> InputArticle:
    """Whatever the caller has as an ``InputArticle``; ``TypeError`` for unknown mapping keys."""
    if isinstance(article, str):
        return InputArticle(article)
    if isinstance(article, InputArticle):
        return article
    return InputArticle(**article)


def _record_or_raise(extracted: Extracted) -> ArticleRecord:
    if extracted.record is None:
        raise extracted.error or ExtractionError("no_record", "no record came of the article")
    return extracted.record
