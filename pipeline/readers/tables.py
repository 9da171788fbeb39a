"""Tables: JSON lines, CSV and Parquet with a ``text`` column, an article a row.

Optional columns: ``id``, ``title``, ``published``, ``url``, ``outlet``. A broken row costs itself.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import IO, Any

from ..article import InputArticle
from ..errors import InputError

Note = tuple[str, str]
Row = tuple[int, dict[str, Any] | InputError]
_BATCH = 256


def json_lines(path: Path) -> Iterator[Row]:
    """``(line number, row or error)`` of a ``.jsonl`` or ``.jsonl.gz`` file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as file:
        yield from json_rows(file)  # type: ignore[arg-type]


def json_rows(file: IO[bytes], first: int = 1) -> Iterator[Row]:
    """Rows of an open stream of JSON lines, the first of which has the number given."""
    for number, line in enumerate(file, first):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield number, InputError("broken_row", f"not a line of JSON: {error}")
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            yield number, InputError("broken_row", "the line holds no object with a text field")


def csv_rows(text: str) -> Iterator[Row]:
    """``(row number, row or error)`` of a CSV text with a header; the separator is found out."""
    csv.field_size_limit(sys.maxsize)
    header = text.lstrip().split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns = [name for name in reader.fieldnames or [] if name]
    if "text" not in columns:
        raise InputError("no_text_column", f"no column «text» among: {', '.join(columns)}")
    for number in count(1):
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            where = f"up to line {reader.line_num}"
            yield number, InputError("broken_row", f"not CSV: {error} ({where}: check the quotes)")
            continue
        if None in row or any(value is None for value in row.values()):
            message = "the row has more or fewer fields than the header"
            yield number, InputError("broken_row", message)
        else:
            yield number, row


def parquet_rows(
    source: Path | IO[bytes], groups: Sequence[int] | None = None, first: int = 1
) -> Iterator[Row]:
    """``(row number, row)`` of a Parquet file, read a batch at a time.

    Only of the row groups named, if any are; ``first`` is the number of the first row read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(source)
    except (pa.ArrowException, OSError) as error:
        raise InputError("broken_file", f"not a Parquet file: {error}") from error
    with file:
        names = file.schema_arrow.names
        if "text" not in names:
            raise InputError("no_text_column", f"no column «text» among: {', '.join(names)}")
        wanted = [n for n in ("id", "title", "published", "url", "outlet", "text") if n in names]
        number = first
        for batch in file.iter_batches(batch_size=_BATCH, row_groups=groups, columns=wanted):
            for row in batch.to_pylist():
                yield number, row
                number += 1


def as_article(
    row: dict[str, Any], *, source: str, number: int, notes: Iterable[Note] = ()
) -> InputArticle:
    """A row as an article; ``InputError`` where the text is missing or cannot be used.

    ``notes`` are those of the whole file.
    """
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        code = "no_text" if "text" in row else "no_text_column"
        raise InputError(code, "the row has no text; the field «text» must hold the article")
    notes = list(notes)
    clean = _without_surrogates(text)
    if clean != text:
        notes.append(("surrogates_replaced", "lone surrogates in the text became U+FFFD"))
    published = _iso(row.get("published"))
    if row.get("published") not in (None, "") and published is None:
        notes.append(("bad_published", "the field «published» holds no ISO date; it is ignored"))
    return InputArticle(
        text=clean.removeprefix("\ufeff"),
        id=_string(row.get("id")) or f"{Path(source).stem}-{number}",
        source=_string(row.get("url")) or source,
        outlet=_string(row.get("outlet")),
        title=_string(row.get("title")),
        published=published,
        notes=tuple(notes),
    )


def _string(value: Any) -> str | None:
    if value is None or isinstance(value, (dict, list)):
        return None
    return _without_surrogates(str(value)).strip() or None


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if _lone(text) else text


def _lone(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text)


def _iso(value: Any) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(str(value)[:10]).isoformat() if value else None
    except ValueError:
        return None
