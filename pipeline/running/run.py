"""The run: read, make, write, count."""

from __future__ import annotations

import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from schemas import SCHEMA_VERSION, ErrorRow, RunSummary

from ..article import InputArticle
from ..readers import Item, Source, find_sources, read_source
from ..version import NAME, VERSION
from ..writers.names import Names
from ..writers.sinks import FolderSink, LinesSink, Sink
from .pool import Batch, in_process, in_processes
from .worker import Counts, Made, Results, Setup

_BATCH_CHARACTERS = 60_000

Spent = defaultdict[str, float]
"""Processor seconds by stage."""
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
class _Totals:
    articles: int = 0
    records: int = 0
    entities: int = 0
    meetings: int = 0
    outcomes: int = 0
    warnings: Counter[str] = field(default_factory=Counter)
    errors: list[ErrorRow] = field(default_factory=list)

    def add(self, counts: Counts) -> None:
        self.records += 1
        self.entities += counts.entities
        self.meetings += counts.meetings
        self.outcomes += counts.outcomes
        self.warnings.update(counts.warnings)


@dataclass(frozen=True, slots=True)
class _Task:
    """An input with its file name, and the counts of its record where an earlier run made it."""

    item: Item
    name: str
    done: Counts | None = None


def run(
    options: Options, progress: Progress | None = None, spent: Spent | None = None
) -> RunSummary:
    """Do the whole run and return its summary; processor seconds by stage are added to ``spent``.

    Raises ``ConfigurationError`` for a path that does not exist or an output that cannot be
    written; what was written by then stays and can be resumed.
    """
    began = time.monotonic()
    spent = defaultdict(float) if spent is None else spent
    sources = find_sources(options.paths)
    sink = (FolderSink if options.format == "json" else LinesSink)(
        options.output, resume=options.resume
    )
    options = replace(options, setup=replace(options.setup, indent=sink.indent))
    totals = _Totals()
    files = [0]
    tasks = _timed(_tasks(sources, sink, files), spent, "reading")
    for task, made in _results(tasks, options, spent):
        totals.articles += 1
        before = time.process_time()
        _take(task, made, sink, totals)
        spent["writing"] += time.process_time() - before
        if progress is not None:
            progress(totals.articles, files[0], len(sources))
    summary = _summary(totals, time.monotonic() - began)
    sink.close(totals.errors, summary)
    return summary


def _timed(tasks: Iterator[_Task], spent: Spent, name: str) -> Iterator[_Task]:
    while True:
        before = time.process_time()
        task = next(tasks, None)
        spent[name] += time.process_time() - before
        if task is None:
            return
        yield task


def _tasks(sources: list[Source], sink: Sink, files: list[int]) -> Iterator[_Task]:
    names, ids = Names(), Names()
    for source in sources:
        for item in read_source(source):
            unique = _with_unique_id(item, ids)
            name = names.take(unique.name)
            done = sink.done(name, unique.article.key) if unique.article is not None else None
            yield _Task(unique, name, Counts.of(done) if done is not None else None)
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


def _results(
    tasks: Iterable[_Task], options: Options, spent: Spent
) -> Iterator[tuple[_Task, Made | None]]:
    """Each task with what was made of it, in order; None where nothing had to be made."""
    held: deque[list[_Task]] = deque()

    def batches() -> Iterator[Batch]:
        for group in _grouped(tasks, options.batch):
            held.append(group)
            yield [a for t in group if (a := _to_make(t)) is not None]

    for results in _made(batches(), options):
        for stage, seconds in results.spent.items():
            spent[stage] += seconds
        ready = iter(results.made)
        for task in held.popleft():
            yield task, next(ready) if _to_make(task) is not None else None


def _made(batches: Iterator[Batch], options: Options) -> Iterator[Results]:
    """One batch is made in this process: to start others would take longer."""
    first = list(islice(batches, 2))
    stream = chain(first, batches)
    if options.jobs > 1 and len(first) > 1:
        return in_processes(stream, options.setup, options.jobs)
    return in_process(stream, options.setup)


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


def _take(task: _Task, made: Made | None, sink: Sink, totals: _Totals) -> None:
    if task.done is not None:
        totals.add(task.done)
    elif made is not None and made.counts is not None:
        sink.write(task.name, made.text)
        totals.add(made.counts)
    else:
        item = task.item if made is None else task.item.failed(made.code, made.message)
        assert item.error is not None
        totals.errors.append(item.error)


def _summary(totals: _Totals, seconds: float) -> RunSummary:
    from ..nlp import Models

    return RunSummary(
        pipeline=NAME,
        version=VERSION,
        schema_version=SCHEMA_VERSION,
        models=Models.versions(),
        articles=totals.articles,
        records=totals.records,
        errors=len(totals.errors),
        entities=totals.entities,
        meetings=totals.meetings,
        outcomes=totals.outcomes,
        warnings=dict(sorted(totals.warnings.items())),
        error_codes=dict(sorted(Counter(e.code for e in totals.errors).items())),
        seconds=round(seconds, 3),
    )
