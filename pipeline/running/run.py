"""The run: read, make, write, count."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from schemas import SCHEMA_VERSION, ArticleRecord, ErrorRow, RunSummary

from ..article import InputArticle
from ..readers import Item, Source, find_sources, read_source
from ..version import NAME, VERSION
from ..writers.names import Names
from ..writers.sinks import FolderSink, LinesSink, Sink
from .pool import Batch, in_process, in_processes
from .worker import Made, Setup

_BATCH_CHARACTERS = 60_000

Progress = Callable[[int, int, int], None]
"""Called with articles done, files read and files in all."""


@dataclass(frozen=True)
class Options:
    """How to run. ``jobs`` processes, at most ``batch`` articles handed out at once."""

    paths: tuple[str, ...]
    output: Path
    format: Literal["json", "jsonl"] = "json"
    resume: bool = False
    jobs: int = 1
    batch: int = 16
    setup: Setup = field(default_factory=Setup)


@dataclass
class _Counts:
    articles: int = 0
    records: int = 0
    entities: int = 0
    meetings: int = 0
    outcomes: int = 0
    warnings: Counter[str] = field(default_factory=Counter)
    errors: list[ErrorRow] = field(default_factory=list)

    def add(self, record: ArticleRecord) -> None:
        self.records += 1
        self.entities += len(record.entities)
        self.meetings += len(record.meetings)
        self.outcomes += len(record.outcomes)
        self.warnings.update(w.code for w in record.warnings)


@dataclass(frozen=True, slots=True)
class _Task:
    """An input with its file name, and its record where an earlier run made it."""

    item: Item
    name: str
    done: ArticleRecord | None = None


def run(options: Options, progress: Progress | None = None) -> RunSummary:
    """Do the whole run and return its summary.

    Raises ``ConfigurationError`` for a path that does not exist or an output that cannot be
    written; what was written by then stays and can be resumed.
    """
    began = time.monotonic()
    sources = find_sources(options.paths)
    sink = (FolderSink if options.format == "json" else LinesSink)(
        options.output, resume=options.resume
    )
    counts = _Counts()
    files = [0]
    for task, made in _results(_tasks(sources, sink, files), options):
        counts.articles += 1
        _take(task, made, sink, counts)
        if progress is not None:
            progress(counts.articles, files[0], len(sources))
    summary = _summary(counts, time.monotonic() - began)
    sink.close(counts.errors, summary)
    return summary


def _tasks(sources: list[Source], sink: Sink, files: list[int]) -> Iterator[_Task]:
    names, ids = Names(), Names()
    for source in sources:
        for item in read_source(source):
            unique = _with_unique_id(item, ids)
            name = names.take(unique.name)
            done = sink.done(name, unique.article.key) if unique.article is not None else None
            yield _Task(unique, name, done)
        files[0] += 1


def _with_unique_id(item: Item, ids: Names) -> Item:
    """Two articles of one id would be one to whoever joins records: the later gets a new one."""
    if item.article is None or item.article.id is None:
        return item
    key = item.article.id
    unique = ids.take_plain(key)
    if unique == key:
        return item
    note = ("duplicate_id", f"another article has the id {key!r}; this one was given {unique!r}")
    article = replace(item.article, id=unique, notes=(*item.article.notes, note))
    return replace(item, article=article)


def _results(tasks: Iterable[_Task], options: Options) -> Iterator[tuple[_Task, Made | None]]:
    """Each task with what was made of it, in order; None where nothing had to be made."""
    held: list[list[_Task]] = []

    def batches() -> Iterator[Batch]:
        for group in _grouped(tasks, options.batch):
            held.append(group)
            yield [a for t in group if (a := _to_make(t)) is not None]

    if options.jobs > 1:
        made = in_processes(batches(), options.setup, options.jobs)
    else:
        made = in_process(batches(), options.setup)
    for results in made:
        ready = iter(results)
        for task in held.pop(0):
            yield task, next(ready) if _to_make(task) is not None else None


def _to_make(task: _Task) -> InputArticle | None:
    return task.item.article if task.done is None and task.item.error is None else None


def _grouped(tasks: Iterable[_Task], most: int) -> Iterator[list[_Task]]:
    """Batches of at most ``most`` articles and about 60,000 code points."""
    group: list[_Task] = []
    size = 0
    for task in tasks:
        article = _to_make(task)
        length = len(article.text) if article is not None else 0
        if group and (len(group) >= max(1, most) or size + length > _BATCH_CHARACTERS):
            yield group
            group, size = [], 0
        group.append(task)
        size += length
    if group:
        yield group


def _take(task: _Task, made: Made | None, sink: Sink, counts: _Counts) -> None:
    if task.done is not None:
        counts.add(task.done)
    elif made is not None and made.record is not None:
        sink.write(task.name, made.record)
        counts.add(made.record)
    else:
        item = task.item if made is None else task.item.failed(made.code, made.message)
        assert item.error is not None
        counts.errors.append(item.error)


def _summary(counts: _Counts, seconds: float) -> RunSummary:
    from ..nlp import Models

    return RunSummary(
        pipeline=NAME,
        version=VERSION,
        schema_version=SCHEMA_VERSION,
        models=Models.versions(),
        articles=counts.articles,
        records=counts.records,
        errors=len(counts.errors),
        entities=counts.entities,
        meetings=counts.meetings,
        outcomes=counts.outcomes,
        warnings=dict(sorted(counts.warnings.items())),
        error_codes=dict(sorted(Counter(e.code for e in counts.errors).items())),
        seconds=round(seconds, 3),
    )
