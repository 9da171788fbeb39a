"""What several test files ask for by name."""

from __future__ import annotations

import pytest

from pipeline.evaluation import evaluate
from pipeline.readers.records import read_records

from .records import write_gold, write_record
from .sample_gold import GOLD, TEXT


@pytest.fixture
def scored(tmp_path):
    """Scores one hand-made record against the hand-made gold."""

    def run(made, gold=GOLD, text=TEXT):
        write_gold(tmp_path, "a", text, gold)
        write_record(tmp_path / "records", "a", made)
        return evaluate(tmp_path, read_records(tmp_path / "records"))

    return run
