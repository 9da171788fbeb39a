"""Progress: a bar with rate and time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..running import Progress

_EVERY = 10.0


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress | None]:
    """A callback that shows progress on standard error, None when quiet."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        yield from _bar()
    else:
        yield _lines()


def _lines() -> Progress:
    began = last = time.monotonic()

    def show(articles: int, files: int, all_files: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY:
            last = now
            rate = articles / (now - began)
            click.echo(
                f"{articles} articles, {files} of {all_files} files, {rate:.1f} a second", err=True
            )

    return show


def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.fields[articles]} articles, {task.fields[rate]:.1f}/s"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files"),
        TimeRemainingColumn(),
    )
    began = time.monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("run", total=None, articles=0, rate=0.0)

        def show(articles: int, files: int, all_files: int) -> None:
            rate = articles / max(time.monotonic() - began, 1e-9)
            bar.update(task, total=all_files, completed=files, articles=articles, rate=rate)

        yield show
