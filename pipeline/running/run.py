"""The run: read, make, write, count."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from schemas import ErrorRow, RunSummary

from ..article import InputArticle
from ..readers import Item, Source, find_sources, read_source
from ..writers.names import Names
from ..writers.sinks import FolderSink, LinesSink, Sink
from .batches import each
from .duplicates import Duplicates
from .pool import Batch, in_process, in_processes
from .totals import Totals
from .unique import UniqueIds
from .worker import Counts, Made, Results, Setup

Spent = defaultdict[str, float]
"""Processor seconds by stage."""
Progress = Callable[[int, int, int], None]
"""Called with articles done, files read and files in all."""


@dataclass(frozen=True)
class Options:
    """How to run. ``jobs`` processes, at most ``batch`` articles handed out at once; ``dedupe``
    marks near-copies of earlier articles.
    """

    paths: tuple[str, ...]
    output: Path
    format: Literal["json", "jsonl"] = "json"
    resume: bool = False
    jobs: int = 1
    batch: int = 16
    dedupe: bool = False
    setup: Setup = field(default_factory=Setup)


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
    totals, errors = Totals(), list[ErrorRow]()
    files = [0]
    duplicates = Duplicates() if options.dedupe else None
    tasks = _timed(_tasks(sources, sink, files, duplicates), spent, "reading")
    for task, made in each(tasks, _to_make, options.batch, partial(_make, options, spent)):
        totals.articles += 1
        before = time.process_time()
        error = _take(task, made, sink, totals)
        if error is not None:
            errors.append(error)
        spent["writing"] += time.process_time() - before
        if progress is not None:
            progress(totals.articles, files[0], len(sources))
    summary = totals.summary(time.monotonic() - began)
    sink.close(errors, summary)
    return summary


def _timed(tasks: Iterator[_Task], spent: Spent, name: str) -> Iterator[_Task]:
    while True:
        before = time.process_time()
        task = next(tasks, None)
        spent[name] += time.process_time() - before
        if task is None:
            return
        yield task


def _tasks(
    sources: list[Source], sink: Sink, files: list[int], duplicates: Duplicates | None
) -> Iterator[_Task]:
    names, ids = Names(), UniqueIds()
    for source in sources:
        for item in read_source(source):
            unique = ids.of(item)
            if duplicates is not None:
                unique = duplicates.of(unique)
            name = names.take(unique.name)
            done = sink.done(name, unique.article.key) if unique.article is not None else None
            yield _Task(unique, name, Counts.of(done) if done is not None else None)
        files[0] += 1


def _make(options: Options, spent: Spent, batches: Iterator[Batch]) -> Iterator[Results]:
    """One batch is made in this process: to start others would take longer."""
    first = list(islice(batches, 2))
    stream = chain(first, batches)
    if options.jobs > 1 and len(first) > 1:
        made = in_processes(stream, options.setup, options.jobs)
    else:
        made = in_process(stream, options.setup)
    for results in made:
        for stage, seconds in results.spent.items():
            spent[stage] += seconds
        yield results


def _to_make(task: _Task) -> InputArticle | None:
    return task.item.article if task.done is None and task.item.error is None else None


def _take(task: _Task, made: Made | None, sink: Sink, totals: Totals) -> ErrorRow | None:
    """Write and count what was made of an input; the error row that stands for it, if any."""
    if task.done is not None:
        totals.add(task.done)
        return None
    if made is not None and made.counts is not None:
        sink.write(task.name, made.text)
        totals.add(made.counts)
        return None
    item = task.item if made is None else task.item.failed(made.code, made.message)
    assert item.error is not None
    totals.add_error(item.error)
    return item.error
