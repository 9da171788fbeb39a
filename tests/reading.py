"""Whole articles of our own, read by the pipeline as we ship it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import Extractor
from schemas import ArticleRecord


class Met(NamedTuple):
    """A meeting by its kind, its status and the names of those who met, in alphabetical order."""

    kind: str
    status: str
    sides: list[str]


@cache
def extractor() -> Extractor:
    """The pipeline, loaded once for all tests."""
    return Extractor()


def read(text: str) -> ArticleRecord:
    """The record of an article."""
    return extractor()(text)


def told(text: str) -> list[Met]:
    """Every meeting of an article."""
    record = read(text)
    names = {e.id: e.name for e in record.entities}
    return [
        Met(m.kind, m.status, sorted(names[p.entity] for p in m.participants))
        for m in record.meetings
    ]


def met(text: str) -> list[tuple[str, list[str]]]:
    """Kind and participants of every meeting of an article."""
    return [(m.kind, m.sides) for m in told(text)]
