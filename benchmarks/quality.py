"""The quality gate: the pipeline over the open gold, held to the floors in ``floors.json``.

    python benchmarks/quality.py                          exit 1 when a figure falls below its floor
    python benchmarks/quality.py --update                 raise the floors to what is measured
    python benchmarks/quality.py --update --allow-lower   also lower them

The gold lies beside the checkout (``../shared/gold``); where it does not the gate says so and
passes. The corpus's digest is pinned too, so that a change of the gold is not taken for one of the
code. A third of the articles is held out: of those only the figures together are shown.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline import InputArticle, load
from pipeline.evaluation import Evaluation, evaluate
from pipeline.readers.records import StoredRecord

HERE = Path(__file__).parent
GOLD = HERE.parent.parent / "shared" / "gold"
FLOORS = HERE / "floors.json"
PINNED = ("all", "press")
"""The parts whose figures have floors; the others are shown only."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Hold the pipeline to its quality floors.")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder with labels/ and texts/")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--update", action="store_true", help="write what is measured as floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --update lower a floor")
    options = parser.parse_args(arguments)
    if not (options.gold / "texts").is_dir():
        print(f"quality: no gold at {options.gold}; nothing measured")
        return 0
    parts = split(evaluate(options.gold, records(options.gold)))
    print(table(parts))
    floors = json.loads(options.floors.read_text("utf-8")) if options.floors.exists() else {}
    now = {"corpus": digest(options.gold), "figures": measured(parts)}
    faults = shortfalls(floors, now)
    if options.update:
        return update(options.floors, floors, now, allow_lower=options.allow_lower)
    if floors.get("corpus") != now["corpus"]:
        faults.insert(0, "the corpus is not the one the floors were measured on: --update")
    print("\n".join(faults) or "quality: no figure below its floor")
    return 1 if faults else 0


def records(gold: Path) -> Iterator[StoredRecord]:
    """What the pipeline makes of every article of the gold."""
    paths = sorted((gold / "texts").glob("*.txt"))
    articles = (
        InputArticle(p.read_bytes().decode("utf-8-sig"), id=p.stem, source=p.name) for p in paths
    )
    for path, found in zip(paths, load().results(articles), strict=True):
        if found.record is not None:
            yield StoredRecord(path, record=found.record)
        else:
            print(f"quality: {path.name}: {found.error}", file=sys.stderr)


def split(whole: Evaluation) -> dict[str, Evaluation]:
    """The whole and its parts: the press items, the held-out third, the rest."""
    return {
        "all": whole,
        "press": whole.only(lambda doc: doc.startswith("press_")),
        "held out": whole.only(held_out),
        "rest": whole.only(lambda doc: not held_out(doc)),
    }


def held_out(doc: str) -> bool:
    """Whether an article is one of the third that nobody looks at."""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % 3 == 0


def digest(gold: Path) -> str:
    """SHA-256 over the names and bytes of all labels and texts."""
    state = hashlib.sha256()
    for path in sorted([*gold.glob("labels/*.json"), *gold.glob("texts/*.txt")]):
        content = path.read_bytes()
        state.update(f"{path.parent.name}/{path.name} {len(content)}\n".encode())
        state.update(content)
    return state.hexdigest()


def measured(parts: dict[str, Evaluation]) -> dict[str, dict[str, float]]:
    """Each figure of the pinned parts, cut (not rounded) to three decimals."""
    return {
        part: {
            name: math.floor(row.f1 * 1000 + 1e-9) / 1000
            for name, row in parts[part].figures.items()
            if not row.empty
        }
        for part in PINNED
    }


def shortfalls(floors: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """A sentence for each figure below its floor, or no longer measured."""
    return [
        f"{part}: {name} is {value:.3f}, below its floor {floor:.3f}"
        for part, figures in floors.get("figures", {}).items()
        for name, floor in figures.items()
        if (value := now["figures"].get(part, {}).get(name, 0.0)) < floor
    ]


def update(path: Path, floors: dict[str, Any], now: dict[str, Any], *, allow_lower: bool) -> int:
    """Write the measured figures as floors, or refuse where that would lower one."""
    lower = shortfalls(floors, now)
    if lower and not allow_lower:
        print("\n".join([*lower, "floors left as they are: --allow-lower lowers them"]))
        return 1
    path.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
    print(f"quality: wrote {path.name}")
    return 0


def table(parts: dict[str, Evaluation]) -> str:
    """F1 of every figure, a column for each part; ``-`` where a part has nothing to count."""
    lines = [f"{'F1':22}" + "".join(f"{part:>10}" for part in parts)]
    lines.append(f"{'articles':22}" + "".join(f"{len(e.comparisons):10}" for e in parts.values()))
    for name in parts["all"].figures:
        rows = [evaluation.figures.get(name) for evaluation in parts.values()]
        cells = [f"{r.f1:.3f}" if r is not None and not r.empty else "-" for r in rows]
        lines.append(f"{name:22}" + "".join(f"{cell:>10}" for cell in cells))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
