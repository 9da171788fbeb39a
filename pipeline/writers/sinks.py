"""Where records go: a file an article, or one file of JSON lines. Both can be resumed."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from pathlib import Path
from typing import IO, ClassVar

from pydantic import ValidationError

from schemas import ArticleRecord, ErrorRow, RunSummary

from .atomic import PART, cannot_write, write_atomic

_ERRORS, _RUN, _LINES = "errors.jsonl", "run.json", "records.jsonl"


class Sink(ABC):
    """Takes records in the order of the run; a resumed run hands back those written before.

    ``indent`` is the indentation of the JSON it wants, None for one line a record.
    """

    indent: ClassVar[int | None] = None

    def __init__(self, folder: Path, *, resume: bool) -> None:
        """Make the folder; ``ConfigurationError`` where that cannot be done."""
        self.folder = folder
        self.resume = resume
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(folder, error) from error

    @abstractmethod
    def done(self, name: str, key: str) -> ArticleRecord | None:
        """The record that an earlier run wrote for this input, None if it has still to be made."""

    @abstractmethod
    def write(self, name: str, text: str) -> None:
        """Write one record's JSON; ``ConfigurationError`` where the folder refuses it."""

    def close(self, errors: list[ErrorRow], summary: RunSummary) -> None:
        """Write ``errors.jsonl`` and, last of all, ``run.json``: its presence says «finished»."""
        rows = "".join(row.model_dump_json() + "\n" for row in errors)
        write_atomic(self.folder / _ERRORS, rows)
        write_atomic(self.folder / _RUN, summary.model_dump_json(indent=2) + "\n")


class FolderSink(Sink):
    """``NAME.json`` for each article, folders mirrored."""

    indent = 1

    def done(self, name: str, key: str) -> ArticleRecord | None:
        path = self._path(name)
        if not self.resume or not path.is_file():
            return None
        return _read(path.read_bytes())

    def write(self, name: str, text: str) -> None:
        # Not flushed to the disk one by one: what is lost with the power is made again on resuming.
        write_atomic(self._path(name), text + "\n", flush=False)

    def close(self, errors: list[ErrorRow], summary: RunSummary) -> None:
        if hasattr(os, "sync"):
            os.sync()
        super().close(errors, summary)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"


class LinesSink(Sink):
    """``records.jsonl``, grown as ``records.jsonl.part`` and renamed when the run is finished.

    Resuming cuts a half-written last line off and takes the whole lines as done, in their order.
    """

    def __init__(self, folder: Path, *, resume: bool) -> None:
        super().__init__(folder, resume=resume)
        self._path = folder / _LINES
        self._part = folder / (_LINES + PART)
        self._file: IO[bytes] = self._open()
        self._ahead: bytes | None = None

    def done(self, name: str, key: str) -> ArticleRecord | None:
        if not self.resume:
            return None
        line = self._ahead if self._ahead is not None else self._file.readline()
        record = _read(line) if line.strip() else None
        if record is None:
            return None
        if record.article.id != key:
            self._ahead = line
            return None
        self._ahead = None
        return record

    def write(self, name: str, text: str) -> None:
        if self._ahead is not None:
            self._cut()
        try:
            self._file.write(text.encode("utf-8") + b"\n")
            self._file.flush()
        except OSError as error:
            raise cannot_write(self._path, error) from error

    def close(self, errors: list[ErrorRow], summary: RunSummary) -> None:
        if self._ahead is not None:
            self._cut()
        try:
            self._file.truncate()
            os.fsync(self._file.fileno())
            self._file.close()
            self._part.replace(self._path)
        except OSError as error:
            raise cannot_write(self._path, error) from error
        super().close(errors, summary)

    def _open(self) -> IO[bytes]:
        try:
            if self.resume and not self._part.exists() and self._path.exists():
                self._path.replace(self._part)
            if not self.resume or not self._part.exists():
                return self._part.open("w+b")
            file = self._part.open("r+b")
        except OSError as error:
            raise cannot_write(self._path, error) from error
        _cut_half_line(file)
        return file

    def _cut(self) -> None:
        """Lines that belong to no input of this run, nor anything after them, are kept."""
        assert self._ahead is not None
        self._file.seek(-len(self._ahead), os.SEEK_CUR)
        self._file.truncate()
        self._ahead = None


def _cut_half_line(file: IO[bytes]) -> None:
    """Leave only whole lines and stand at the start."""
    size = file.seek(0, os.SEEK_END)
    at = size
    while at > 0:
        step = min(at, 65536)
        file.seek(at - step)
        cut = file.read(step).rfind(b"\n")
        if cut >= 0:
            at = at - step + cut + 1
            break
        at -= step
    file.truncate(at)
    file.seek(0)


def _read(data: bytes) -> ArticleRecord | None:
    """A record written earlier, None where it is not one (then it is made again)."""
    try:
        return ArticleRecord.read(data)
    except ValidationError:
        return None
