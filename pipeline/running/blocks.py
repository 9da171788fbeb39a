"""Blocks: the pieces of a large input that are read, made and written by themselves.

Input and output are any paths that fsspec knows (``s3://…``, ``hdfs://…``, a folder). A block
leaves three files behind: its records, its errors and, last, a note that it is done. So a block
that was cut off is done again, one that was finished is skipped, and doing it twice gives the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from schemas import ErrorRow

from ..errors import ConfigurationError, InputError
from ..readers.items import Item, failure
from ..readers.sources import items_of
from ..readers.tables import Row, json_rows, parquet_rows

BLOCK_BYTES = 32_000_000
_SUFFIXES = (".jsonl", ".jsonl.gz", ".parquet")
_GROUPS = 1
"""Row groups of a Parquet file in a block."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one file: bytes ``[start, stop)`` of JSON lines, row groups of Parquet, or all.

    ``name`` is the file as records name it, ``first`` the number of the first row.
    """

    number: int
    url: str
    name: str
    start: int = 0
    stop: int = 0
    first: int = 1

    @property
    def stem(self) -> str:
        """The name of the block's own files."""
        return f"part-{self.number:06}"


def plan(paths: tuple[str, ...], block_bytes: int = BLOCK_BYTES) -> list[Block]:
    """The blocks of the files named and of those in the folders named, in a fixed order.

    JSON lines are cut at line ends after about ``block_bytes``, Parquet at row groups; packed
    files stay whole. Raises ``ConfigurationError`` where there is nothing to read.
    """
    blocks: list[Block] = []
    for url, name in _files(paths):
        for start, stop, first in _cuts(url, block_bytes):
            blocks.append(Block(len(blocks), url, name, start, stop, first))
    if not blocks:
        raise ConfigurationError(f"{', '.join(paths)}: no {' '.join(_SUFFIXES)} files there")
    return blocks


def items(block: Block) -> Iterator[Item]:
    """The articles of a block, or the error rows that stand for them."""
    import fsspec

    stem = next(block.name.removesuffix(s) for s in reversed(_SUFFIXES) if block.name.endswith(s))
    try:
        packed = "gzip" if block.name.endswith(".gz") else None
        with fsspec.open(block.url, "rb", compression=packed) as file:
            yield from items_of(_rows(block, file), block.name, stem)
    except InputError as error:
        yield failure(block.name, stem, error)


def _rows(block: Block, file: Any) -> Iterator[Row]:
    if block.name.endswith(".parquet"):
        return parquet_rows(file, range(block.start, block.stop), block.first)
    if block.stop:
        file.seek(block.start)
        file = BytesIO(file.read(block.stop - block.start))
    return json_rows(file, block.first)


def _files(paths: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """``(URL, name)`` of every file, folders in sorted order."""
    from fsspec.core import url_to_fs

    for path in paths:
        system, root = url_to_fs(path)
        if not system.exists(root):
            raise ConfigurationError(f"{path}: no such file or folder")
        found = sorted(system.find(root)) if system.isdir(root) else [root]
        for file in found:
            if file.endswith(_SUFFIXES):
                inside = file.removeprefix(root.rstrip("/") + "/")
                yield system.unstrip_protocol(file), inside if file != root else file.split("/")[-1]


def _cuts(url: str, block_bytes: int) -> Iterator[tuple[int, int, int]]:
    """``(start, stop, first row)`` of the blocks of a file."""
    import fsspec

    if url.endswith(".gz"):
        yield 0, 0, 1
        return
    with fsspec.open(url, "rb") as file:
        yield from _groups(file) if url.endswith(".parquet") else _lines(file, block_bytes)


def _groups(file: Any) -> Iterator[tuple[int, int, int]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        metadata = pq.ParquetFile(file).metadata
    except (pa.ArrowException, OSError):
        yield 0, 0, 1  # reading the block tells what is wrong with the file
        return
    first = 1
    for start in range(0, metadata.num_row_groups, _GROUPS):
        stop = min(start + _GROUPS, metadata.num_row_groups)
        yield start, stop, first
        first += sum(metadata.row_group(g).num_rows for g in range(start, stop))


def _lines(file: Any, block_bytes: int) -> Iterator[tuple[int, int, int]]:
    start, first = 0, 1
    while data := file.read(block_bytes):
        data += file.readline()
        yield start, start + len(data), first
        start += len(data)
        first += data.count(b"\n")


class BlockStore:
    """The output folder: ``records/``, ``errors/`` and ``done/``, a file a block in each."""

    def __init__(self, url: str, format_: str) -> None:
        from fsspec.core import url_to_fs

        self._system, root = url_to_fs(url)
        self._root = root.rstrip("/")
        self._format = format_

    def done(self, block: Block) -> dict[str, Any] | None:
        """The counts a finished block left, None if it has still to be made."""
        path = self._path("done", block, "json")
        if not self._system.exists(path):
            return None
        told: dict[str, Any] = json.loads(self._system.cat_file(path))
        return told

    def write(
        self,
        block: Block,
        records: list[tuple[str, str]],
        errors: list[ErrorRow],
        told: dict[str, Any],
    ) -> None:
        """Write ``(article id, JSON)`` of every record, the errors, and, last, the counts."""
        rows = [{"id": key, "record": text} for key, text in records]
        self._table("records", block, rows, [text for _, text in records])
        lines = [e.model_dump_json() for e in errors]
        self._table("errors", block, [e.model_dump() for e in errors], lines)
        self._put(self._path("done", block, "json"), json.dumps(told).encode())

    def put(self, name: str, data: bytes) -> None:
        """Write a file of the whole run."""
        self._put(f"{self._root}/{name}", data)

    def get(self, name: str) -> bytes | None:
        """A file of the whole run, None where there is none."""
        path = f"{self._root}/{name}"
        return bytes(self._system.cat_file(path)) if self._system.exists(path) else None

    def _table(self, kind: str, block: Block, rows: list[dict[str, Any]], lines: list[str]) -> None:
        if self._format == "parquet":
            data = _parquet(kind, rows)
        else:
            data = "".join(line + "\n" for line in lines).encode()
        self._put(self._path(kind, block, self._format), data)

    def _path(self, kind: str, block: Block, suffix: str) -> str:
        return f"{self._root}/{kind}/{block.stem}.{suffix}"

    def _put(self, path: str, data: bytes) -> None:
        """By way of a neighbour, so that a reader sees all of it or nothing."""
        self._system.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
        self._system.pipe_file(path + ".part", data)
        self._system.mv(path + ".part", path)


def _parquet(kind: str, rows: list[dict[str, Any]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    text = ("id", "record") if kind == "records" else ("source", "article", "code", "message")
    fields = [(name, pa.string()) for name in text]
    if kind == "errors":
        fields.insert(1, ("row", pa.int64()))
    target = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=pa.schema(fields)), target, compression="zstd")
    return target.getvalue()
