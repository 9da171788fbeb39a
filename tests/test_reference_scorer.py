"""The figures are those of the reference scorer, where it lies beside the checkout."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path

import pytest

from pipeline.evaluation import evaluate
from pipeline.readers.records import read_records

from .records import meeting, outcome, record, write_record

SHARED = Path(__file__).parents[2] / "shared"


def reference():
    path = SHARED / "tools" / "gold.py"
    if not path.exists() or not (SHARED / "gold" / "texts").is_dir():
        pytest.skip("no shared gold here")
    spec = importlib.util.spec_from_file_location("reference_gold", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def guess(gold, text, rng):
    """A record that gets some of the gold right: entities split, contents moved, acts changed."""
    ids, entities = {}, []
    for key, value in gold["entities"].items():
        spans = sorted({(text.index(q), text.index(q) + len(q)) for q in value["quotes"]})
        if rng.random() < 0.1:
            continue
        ids[key] = len(entities) + 1
        kind = "organization" if rng.random() < 0.1 else value["type"]
        entities.append(
            {"type": kind, "name": value["name"], "mentions": [_moved(text, s, rng) for s in spans]}
            | ({"level": "other"} if kind == "region" else {})
        )
    known = [f"e{n}" for n in ids.values()]
    meetings, outcomes = [], []

    def refs(keys):
        kept = [f"e{ids[k]}" for k in keys if k in ids and rng.random() < 0.9]
        return kept + ([rng.choice(known)] if known and rng.random() < 0.2 else [])

    for m in gold["meetings"]:
        who = refs(m["participants"])
        if who and rng.random() < 0.8:
            status = rng.choice([m["status"], "held", "planned"])
            meetings.append(
                meeting(text, who, m["trigger"] or m["evidence"], m["evidence"], status=status)
            )
    for o in gold["outcomes"]:
        if rng.random() < 0.8:
            act = o["act"] if rng.random() < 0.7 else "discussed"
            made = outcome(text, act, refs(o["parties"]), o["content"], o["evidence"])
            moved = _moved(text, (made["content"]["start"], made["content"]["stop"]), rng)
            moved.pop("kind")
            outcomes.append(made | {"content": moved})
    persons = {f"e{n}" for n, e in enumerate(entities, 1) if e["type"] != "document"}
    assert persons >= set(known)
    return record(text, entities, meetings, outcomes)


def _moved(text, at, rng):
    start, stop = at
    stop = min(len(text), max(start + 1, stop + rng.choice([0, 0, 0, -2, 3, (stop - start) // 2])))
    return {"start": start, "stop": stop, "text": text[start:stop], "kind": "name"}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_reference_scorer_gives_the_same_figures(seed, tmp_path, capsys):
    module = reference()
    labels, texts = SHARED / "gold" / "labels", SHARED / "gold" / "texts"
    rng = random.Random(seed)
    for path in sorted(labels.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = (texts / f"{path.stem}.txt").read_bytes().decode("utf-8-sig")
        if rng.random() < 0.95:
            write_record(tmp_path, path.stem, guess(gold, text, rng))
    theirs = module.score(labels, tmp_path, [texts])
    printed = capsys.readouterr().out
    found = evaluate(SHARED / "gold", read_records(tmp_path))
    ours = found.figures
    names = {"outcomes, any act": "outcomes_any_act"}
    assert len(theirs) == 6
    for name, value in theirs.items():
        assert round(ours[names.get(name, name)].f1, 3) == round(value, 3), name
        assert 0.2 < value < 1
    row = ours["pairs"]
    assert f"P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}" in printed
    assert (
        f"status right {ours['status'].f1:.3f}, kind right {ours['kind'].f1:.3f}, date right "
        f"{ours['dates'].hit:.0f}/{ours['dates'].gold:.0f}" in printed
    )
    for act in ("agreed", "discussed", "signed"):
        row = ours[f"act.{act}"]
        line = f"  {act:12} P {row.precision:.3f} R {row.recall:.3f} F1 {row.f1:.3f}"
        assert f"{line}  gold {row.gold:.0f}" in printed
    assert f"{len(found.missing)} articles had no record" in printed
