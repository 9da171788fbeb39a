"""Articles in batches for the workers, and what came of each beside what it came from."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ..article import InputArticle
from .pool import Batch
from .worker import Made, Results

T = TypeVar("T")
BATCH_CHARACTERS = 60_000
Make = Callable[[Iterator[Batch]], Iterator[Results]]


def each(
    tasks: Iterable[T], article: Callable[[T], InputArticle | None], most: int, make: Make
) -> Iterator[tuple[T, Made | None]]:
    """Each task with what ``make`` made of its article, in order; None where it has none."""
    held: deque[list[T]] = deque()

    def batches() -> Iterator[Batch]:
        for group in grouped(tasks, article, most):
            held.append(group)
            yield [a for task in group if (a := article(task)) is not None]

    for results in make(batches()):
        ready = iter(results.made)
        for task in held.popleft():
            yield task, next(ready) if article(task) is not None else None


def grouped(
    tasks: Iterable[T], article: Callable[[T], InputArticle | None], most: int
) -> Iterator[list[T]]:
    """Groups of at most ``most`` tasks and about 60,000 code points of articles."""
    group: list[T] = []
    size = 0
    for task in tasks:
        found = article(task)
        length = len(found.text) if found is not None else 0
        if group and (len(group) >= max(1, most) or size + length > BATCH_CHARACTERS):
            yield group
            group, size = [], 0
        group.append(task)
        size += length
    if group:
        yield group
