"""The run on a real local cluster of Ray: the local run's records, workers that are killed."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.errors import ConfigurationError
from pipeline.running import Options, run
from pipeline.running.ray_engine import RayOptions, run_on_ray

from .test_blocks import records, write_lines, write_parquet

ray = pytest.importorskip("ray", reason="make ray installs it")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def options(source: Path, output: Path, **more: Any) -> RayOptions:
    return RayOptions((str(source),), str(output), jobs=2, block_bytes=1500, **more)


@pytest.mark.usefixtures("cluster")
def test_a_killed_worker_costs_nothing(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "news.jsonl", 12)
    killed: list[int] = []

    def seen(row: dict[str, Any]) -> None:
        if not killed:
            killed.append(int(row["pid"]))
            os.kill(killed[0], signal.SIGKILL)

    summary = run_on_ray(options(source, tmp_path / "out"), seen=seen)
    assert killed
    local = run(Options((str(source),), tmp_path / "local", format="jsonl"))
    assert summary.model_copy(update={"seconds": local.seconds}) == local
    assert records(tmp_path / "out") == records(tmp_path / "local")
    rows = [p.read_text("utf-8") for p in sorted((tmp_path / "out" / "errors").iterdir())]
    (error,) = [json.loads(line) for row in rows for line in row.splitlines()]
    assert (error["row"], error["code"]) == (3, "broken_row")


@pytest.mark.usefixtures("cluster")
def test_a_run_resumes_at_blocks_not_finished(tmp_path: Path) -> None:
    source = write_parquet(tmp_path / "news.parquet", 12)
    whole = options(source, tmp_path / "whole", format="parquet")
    first = run_on_ray(whole)
    assert len(list((tmp_path / "whole" / "done").iterdir())) == 4
    for part in ("done/part-000002.json", "records/part-000001.parquet"):
        (tmp_path / "whole" / part).unlink()
    made: list[dict[str, Any]] = []
    again = run_on_ray(
        options(source, tmp_path / "whole", format="parquet", resume=True), seen=made.append
    )
    assert len(made) == 1
    assert again.model_copy(update={"seconds": first.seconds}) == first
    with pytest.raises(ConfigurationError, match="go on with --resume"):
        run_on_ray(whole)
    other = write_lines(tmp_path / "other.jsonl", 3)
    with pytest.raises(ConfigurationError, match="over other input"):
        run_on_ray(options(other, tmp_path / "whole", format="parquet", resume=True))


@pytest.mark.usefixtures("cluster")
def test_the_command_runs_on_ray(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "news.jsonl", 3)
    arguments = ["run", str(source), "--output", str(tmp_path / "out"), "--engine", "ray"]
    result = CliRunner().invoke(main, [*arguments, "--jobs", "2", "--format", "parquet"])
    assert result.exit_code == 1, result.output
    assert "4 articles: 3 records, 1 errors" in result.output
    assert len(records(tmp_path / "out")) == 3
