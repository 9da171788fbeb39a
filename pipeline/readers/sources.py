"""The files of a run, in a fixed order, and the articles in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import ConfigurationError, InputError
from .encoding import decode
from .html import read_html
from .items import Item, failure
from .tables import Note, Row, as_article, csv_rows, json_lines, json_rows, parquet_rows
from .text import read_text

_TEXT = (".txt", ".md")
_HTML = (".html", ".htm")
_TABLES = (".jsonl", ".jsonl.gz", ".csv", ".parquet")
_MOST_BYTES = 200_000_000
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One input file; ``name`` is its path from the folder the caller gave, or its file name."""

    path: Path
    name: str

    @property
    def suffix(self) -> str:
        """The format's suffix, lower case; ``.jsonl.gz`` is one."""
        lower = self.path.name.lower()
        known = (*_TABLES, *_TEXT, *_HTML)
        return next((s for s in sorted(known, key=len, reverse=True) if lower.endswith(s)), "")

    @property
    def stem(self) -> str:
        """``name`` without the format's suffix."""
        return self.name[: -len(self.suffix)] if self.suffix else self.name


def find_sources(paths: Iterable[str | Path]) -> list[Source]:
    """The files named, and those of known formats in the folders named, folders in sorted order.

    Raises ``ConfigurationError`` for a path that does not exist.
    """
    found: list[Source] = []
    for given in paths:
        path = Path(given)
        if str(given) == STDIN:
            found.append(Source(path, STDIN))
        elif path.is_dir():
            found.extend(_in_folder(path))
        elif path.exists() or path.is_symlink():
            found.append(Source(path, path.name))
        else:
            raise ConfigurationError(f"{path}: no such file or folder")
    return list(dict.fromkeys(found))


def _in_folder(folder: Path) -> Iterator[Source]:
    for root, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            path = Path(root) / file
            source = Source(path, path.relative_to(folder).as_posix())
            if source.suffix and not file.startswith("."):
                yield source


def read_source(source: Source) -> Iterator[Item]:
    """The articles of one file, or the error rows that stand for them."""
    name = source.name.encode("utf-8", "replace").decode("utf-8")
    if source.name == STDIN:
        try:
            rows, notes = _stdin_rows()
            yield from items_of(rows, "stdin", "stdin", notes)
        except InputError as error:
            yield failure("stdin", "stdin", error)
        return
    stem = source.stem.encode("utf-8", "replace").decode("utf-8") or name
    try:
        if source.suffix in _TABLES:
            rows, notes = _table(source)
            yield from items_of(rows, name, stem, notes)
        else:
            yield _single(source, name, stem)
    except InputError as error:
        yield failure(name, stem, error)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        yield failure(name, stem, InputError("unreadable_file", message))


def _single(source: Source, name: str, stem: str) -> Item:
    if source.path.stat().st_size > _MOST_BYTES:
        raise InputError("too_long", f"the file is over {_MOST_BYTES} bytes; split it")
    if source.suffix not in (*_TEXT, *_HTML):
        known = " ".join((*_TEXT, *_HTML, *_TABLES))
        raise InputError("unknown_format", f"the file's ending is none of: {known}")
    reader = read_html if source.suffix in _HTML else read_text
    article = reader(source.path.read_bytes(), key=stem, source=name)
    return Item(name, stem, None, article)


def _table(source: Source) -> tuple[Iterator[Row], tuple[Note, ...]]:
    """The rows of a table, and what it cost to read the file."""
    if source.suffix == ".csv":
        decoded = decode(source.path.read_bytes())
        return csv_rows(decoded.text), decoded.notes
    if source.suffix == ".parquet":
        return parquet_rows(source.path), ()
    return json_lines(source.path), ()


def _stdin_rows() -> tuple[Iterator[Row], tuple[Note, ...]]:
    """Standard input holds JSON lines, or else one article as plain text."""
    import io

    data = sys.stdin.buffer.read()
    if data.lstrip()[:1] == b"{":
        return json_rows(io.BytesIO(data)), ()
    decoded = decode(data)
    return iter([(1, {"id": "stdin", "text": decoded.text})]), decoded.notes


def items_of(
    rows: Iterator[Row], name: str, stem: str, notes: tuple[Note, ...] = ()
) -> Iterator[Item]:
    """The rows of a table called ``name`` as articles or error rows; ``stem`` opens their names."""
    last = 0
    while True:
        try:
            number, row = next(rows)
        except StopIteration:
            return
        except (InputError, EOFError, OSError) as error:
            wrong = (
                error
                if isinstance(error, InputError)
                else InputError("broken_file", f"the file breaks off after row {last}: {error}")
            )
            yield failure(name, stem, wrong)
            return
        last = number
        if isinstance(row, InputError):
            yield failure(name, f"{stem}/{number}", row, number)
            continue
        try:
            article = as_article(row, source=name, number=number, notes=notes)
        except InputError as error:
            yield failure(name, f"{stem}/{number}", error, number)
            continue
        key = PurePosixPath(article.id or str(number)).as_posix()
        wanted = key if stem == "stdin" else f"{stem}/{key.replace('/', '_')}"
        yield Item(name, wanted, number, article)
