"""A set of records against a set of gold: the whole comparison and its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from schemas import ArticleRecord

from ..errors import InputError
from ..readers.records import StoredRecord
from .bootstrap import Bounds, bounds
from .comparison import Comparison, compare
from .gold import find_text, gold_files, read_gold, text_folders
from .tally import Tallies, Tally, tally, total


@dataclass
class Evaluation:
    """Every article's comparison, in the order of the gold files.

    ``problems`` are sentences about what could not be used: gold quotes that the text lacks,
    articles without a record, records that are not valid or stand on another text.
    """

    comparisons: list[Comparison]
    problems: list[str] = field(default_factory=list)

    @cached_property
    def articles(self) -> dict[str, Tallies]:
        """The counts of each article by its name."""
        return {c.gold.doc: tally(c) for c in self.comparisons}

    @cached_property
    def figures(self) -> Tallies:
        """The counts of all articles together."""
        return total(self.articles.values())

    @cached_property
    def bounds(self) -> dict[str, Bounds]:
        """The 95 % interval of each figure's F1."""
        return bounds(list(self.articles.values()), list(self.figures))

    @property
    def missing(self) -> list[str]:
        """Articles without a record."""
        return [c.gold.doc for c in self.comparisons if c.record is None]

    def only(self, wanted: Callable[[str], bool]) -> Evaluation:
        """The articles whose name is wanted, without the problems of the whole."""
        return Evaluation([c for c in self.comparisons if wanted(c.gold.doc)])

    def as_json(self) -> dict[str, Any]:
        """Figures with intervals, counts of each article, and problems, ready for JSON."""
        return {
            "figures": {
                name: _row(row) | _interval(self.bounds[name])
                for name, row in self.figures.items()
                if not row.empty
            },
            "articles": {
                doc: {name: _row(row) for name, row in rows.items()}
                for doc, rows in self.articles.items()
            },
            "missing": self.missing,
            "problems": self.problems,
        }


def evaluate(
    gold: Path,
    stored: Iterable[StoredRecord],
    *,
    texts: Sequence[Path] = (),
    wanted: Callable[[str], bool] = lambda _: True,
) -> Evaluation:
    """Score records against a folder of gold (or a folder with ``labels`` and ``texts``).

    Articles are looked for in ``texts``, then beside the gold, then in the record itself. Raises
    ``InputError`` when there is no gold or an article is nowhere to be found.
    """
    records, problems = by_name(stored)
    folders = [*texts, *text_folders(gold)]
    found: list[Comparison] = []
    for path in gold_files(gold):
        if not wanted(path.stem):
            continue

        def text_of(doc: str) -> str:
            return _text(doc, folders, records)

        item = read_gold(path, text_of)
        record = records.get(item.doc)
        problems += [f"{item.doc}: gold: {p}" for p in item.problems]
        if record is None:
            problems.append(f"{item.doc}: no record")
        elif record.article.text != item.text:
            problems.append(f"{item.doc}: the record stands on another text than the gold")
        found.append(compare(item, record))
    return Evaluation(found, problems)


def by_name(stored: Iterable[StoredRecord]) -> tuple[dict[str, ArticleRecord], list[str]]:
    """Records by file stem, and where that is free by article id and stem of source; problems."""
    records: dict[str, ArticleRecord] = {}
    others: dict[str, ArticleRecord] = {}
    problems: list[str] = []
    for item in stored:
        if item.record is None:
            problems.append(str(item.error))
            continue
        if item.row is None:
            records[item.path.stem] = item.record
        others.setdefault(item.record.article.id, item.record)
        if item.record.article.source:
            others.setdefault(_stem(item.record.article.source), item.record)
    return others | records, problems


def _stem(source: str) -> str:
    return PurePosixPath(source.replace("\\", "/")).stem


def _text(doc: str, folders: Sequence[Path], records: Mapping[str, ArticleRecord]) -> str:
    text = find_text(doc, list(folders))
    if text is not None:
        return text
    if doc in records:
        return records[doc].article.text
    looked = ", ".join(str(f) for f in folders) or "nowhere"
    raise InputError("no_text", f"no text {doc}.txt (looked in {looked}); name its folder: --texts")


def _row(row: Tally) -> dict[str, float]:
    numbers = {
        "precision": row.precision,
        "recall": row.recall,
        "f1": row.f1,
        "hit": row.hit,
        "predicted": row.predicted,
        "gold": row.gold,
    }
    return {key: round(value, 6) for key, value in numbers.items()}


def _interval(interval: Bounds) -> dict[str, float]:
    return {"low": round(interval.low, 6), "high": round(interval.high, 6)}
