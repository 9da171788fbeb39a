"""The committed sample records are what the pipeline makes of the samples today."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.running import Options, run

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(p for p in (ROOT / "input").rglob("*") if p.is_file())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    run(Options((str(ROOT / "input"),), folder))
    return folder


def test_there_are_samples_enough() -> None:
    assert len(SAMPLES) >= 8


def test_output_holds_the_records_of_the_samples(made: Path) -> None:
    names = {p.relative_to(made).as_posix() for p in made.rglob("*.json*")} - {"run.json"}
    kept = {p.relative_to(ROOT / "output").as_posix() for p in (ROOT / "output").rglob("*.json*")}
    assert kept - {"run.json"} == names
    for name in sorted(names):
        assert (ROOT / "output" / name).read_bytes() == (made / name).read_bytes(), (
            f"output/{name} is out of date: read the new record, then make run and commit"
        )
