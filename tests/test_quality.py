import importlib.util
import json
from pathlib import Path

import pytest

from pipeline.readers.records import StoredRecord

from .records import write_gold
from .test_evaluation import AIR, GALEEV, GOLD, IZHEVSK, MET, RYABOVA, TEXT, record


@pytest.fixture
def gate(tmp_path, monkeypatch):
    """The gate over three articles, with records made by hand in place of the pipeline's."""
    path = Path(__file__).parents[1] / "benchmarks" / "quality.py"
    spec = importlib.util.spec_from_file_location("quality", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for doc in ("one", "two", "press_three"):
        write_gold(tmp_path, doc, TEXT, GOLD)
    module.outcomes = [AIR]

    def made(gold):
        for path in sorted(gold.glob("texts/*.txt")):
            found = record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [MET], module.outcomes)
            yield StoredRecord(path, record=found)

    monkeypatch.setattr(module, "records", made)
    module.run = lambda *options: module.main(
        ["--gold", str(tmp_path), "--floors", str(tmp_path / "floors.json"), *options]
    )
    module.folder = tmp_path
    return module


def floors(gate):
    return json.loads((gate.folder / "floors.json").read_text("utf-8"))["figures"]


def test_floors_hold_until_a_figure_falls(gate, capsys):
    assert gate.run("--update") == 0
    assert floors(gate)["press"]["outcomes"] == 1
    assert gate.run() == 0
    gate.outcomes = []
    assert gate.run() == 1
    assert "press: outcomes is 0.000, below its floor 1.000" in capsys.readouterr().out


def test_a_floor_is_lowered_only_when_told(gate):
    gate.run("--update")
    gate.outcomes = []
    assert gate.run("--update") == 1
    assert floors(gate)["all"]["outcomes"] == 1
    assert gate.run("--update", "--allow-lower") == 0
    assert floors(gate)["all"]["outcomes"] == 0
    gate.outcomes = [AIR]
    assert gate.run("--update") == 0
    assert floors(gate)["all"]["outcomes"] == 1


def test_a_changed_corpus_is_noticed(gate, capsys):
    gate.run("--update")
    write_gold(gate.folder, "one", TEXT + "\n", GOLD)
    assert gate.run() == 1
    assert "the corpus is not the one" in capsys.readouterr().out


def test_without_gold_the_gate_passes_and_says_so(gate, capsys, tmp_path):
    assert gate.main(["--gold", str(tmp_path / "none")]) == 0
    assert "nothing measured" in capsys.readouterr().out


def test_the_held_out_third_is_shown_together_only(gate, capsys):
    gate.run("--update")
    out = capsys.readouterr().out
    assert "held out" in out
    assert not any(doc in out for doc in ("one ", "two", "press_three"))
