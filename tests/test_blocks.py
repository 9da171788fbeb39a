"""Blocks of a large input: how it is cut, read, made and written."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.errors import ConfigurationError
from pipeline.readers.sources import find_sources, read_source
from pipeline.running import Options, run
from pipeline.running.blocks import BlockStore, items, plan
from pipeline.running.maker import BlockMaker
from pipeline.running.totals import Totals
from pipeline.running.worker import Setup

from .test_run import article

pytest.importorskip("fsspec")


def write_lines(path: Path, count: int, first: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        json.dumps({"text": article(n)}, ensure_ascii=False) for n in range(first, first + count)
    ]
    rows.insert(2, "{broken")
    rows.insert(4, "")
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def write_parquet(path: Path, count: int) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [{"id": f"p{n}", "text": article(n), "outlet": "Вестник"} for n in range(count)]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=3)
    return path


@pytest.mark.parametrize("size", [1, 500, 10_000_000])
def test_blocks_together_are_the_file(tmp_path: Path, size: int) -> None:
    folder = tmp_path / "in"
    write_lines(folder / "b" / "news.jsonl", 8)
    write_parquet(folder / "a.parquet", 8)
    (folder / "c.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": "да"}).encode()))
    (folder / "no.txt").write_text("не читается", "utf-8")
    blocks = plan((str(folder),), size)
    assert [b.number for b in blocks] == list(range(len(blocks)))
    found = [item for block in blocks for item in items(block)]
    sources = [s for s in find_sources([folder]) if s.suffix != ".txt"]
    alone = [item for source in sources for item in read_source(source)]
    assert sorted(found, key=lambda i: i.name) == sorted(alone, key=lambda i: i.name)
    assert [i.error.row for i in found if i.error] == [3]


def test_nothing_to_read_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        plan((str(tmp_path / "no"),))
    with pytest.raises(ConfigurationError, match="files there"):
        plan((str(tmp_path),))


def test_a_broken_file_is_one_error_row(tmp_path: Path) -> None:
    (tmp_path / "x.parquet").write_bytes(b"PAR1 but not really")
    (block,) = plan((str(tmp_path),))
    (item,) = items(block)
    assert item.error is not None
    assert item.error.code == "broken_file"


@pytest.mark.parametrize("format_", ["jsonl", "parquet"])
def test_a_block_is_made_once_and_as_the_local_run_makes_it(tmp_path: Path, format_: str) -> None:
    path = write_lines(tmp_path / "in" / "news.jsonl", 5)
    store = BlockStore(str(tmp_path / "out"), format_)
    (block,) = plan((str(path),))
    maker = BlockMaker(Setup(), store, batch=2)
    told = maker.make(block)
    assert (told["articles"], told["records"], told["error_codes"]) == (6, 5, {"broken_row": 1})
    summary = run(Options((str(path),), tmp_path / "local", format="jsonl"))
    totals = Totals()
    totals.add_all(told)
    assert totals.summary(summary.seconds) == summary
    assert records(tmp_path / "out") == records(tmp_path / "local")
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*")}
    assert maker.make(block) == told
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*")} == before


def records(folder: Path) -> list[str]:
    """The JSON of every record in a folder of blocks or of a local run."""
    import pyarrow.parquet as pq

    found: list[str] = []
    for path in [*sorted(folder.glob("records/*")), *folder.glob("records.jsonl")]:
        if path.suffix == ".parquet":
            found += pq.read_table(path)["record"].to_pylist()
        else:
            found += path.read_text("utf-8").splitlines()
    return found
