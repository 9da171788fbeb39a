"""Records back from disk: a JSON file, JSON lines, or a folder of either."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from schemas import ArticleRecord

from ..errors import InputError

_LINES = {".jsonl", ".ndjson"}


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record and the file it stood in, or the error that says why it could not be read.

    ``row`` is the 1-based line in a file of JSON lines, else None.
    """

    path: Path
    row: int | None = None
    record: ArticleRecord | None = None
    error: InputError | None = None

    @property
    def name(self) -> str:
        """What to call it: the file's stem, with the line where it is one of many."""
        return self.path.stem if self.row is None else f"{self.path.stem}:{self.row}"


def read_records(path: Path) -> Iterator[StoredRecord]:
    """Every record under ``path``, in the order of names and lines.

    Other JSON (a run's summary, error rows) is passed over in a folder; what looks like a record
    and is none comes as an ``error``. Raises ``InputError`` when ``path`` cannot be opened.
    """
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.suffix.lower() in {".json", *_LINES})
        for file in files:
            yield from _file(file, strict=False)
    elif path.exists():
        yield from _file(path, strict=True)
    else:
        raise InputError("no_such_file", f"{path}: no such file or folder")


def _file(path: Path, *, strict: bool) -> Iterator[StoredRecord]:
    if path.suffix.lower() not in _LINES:
        yield from _parsed(path, None, path.read_bytes(), strict=strict)
        return
    with path.open("rb") as lines:
        for row, line in enumerate(lines, 1):
            if line.strip():
                yield from _parsed(path, row, line, strict=strict)


def _parsed(path: Path, row: int | None, data: bytes, *, strict: bool) -> Iterator[StoredRecord]:
    where = f"{path}" if row is None else f"{path}, line {row}"
    try:
        value = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        yield StoredRecord(path, row, error=InputError("bad_json", f"{where}: not JSON: {error}"))
        return
    if not (isinstance(value, dict) and isinstance(value.get("article"), dict)):
        if strict:
            message = f"{where}: not an article record"
            yield StoredRecord(path, row, error=InputError("not_a_record", message))
        return
    try:
        yield StoredRecord(path, row, ArticleRecord.model_validate(value, extra="ignore"))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        message = f"{where}: not a valid record: {first['msg']} (at {place or 'the whole'})"
        yield StoredRecord(path, row, error=InputError("invalid_record", message))
