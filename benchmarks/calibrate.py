"""Fit ``confidence.toml`` on articles with gold.

    python benchmarks/calibrate.py           fit on tests/articles and two thirds of the open gold
    python benchmarks/calibrate.py --check   only show how sure and how right, by tenths

The held-out third of the open gold (``quality.held_out``) is never fitted on: the table shows it
apart. A fact is right when the scorer matches it with one of the gold's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from pipeline import InputArticle
from pipeline.document import Document
from pipeline.evaluation.comparison import compare
from pipeline.evaluation.gold import gold_files, read_gold
from pipeline.extractor import Extractor, info
from pipeline.frames.confidence import log_odds
from pipeline.stages.record import RecordWriter, ordered_meetings

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from quality import GOLD, held_out  # noqa: E402

OURS = HERE.parent / "tests" / "articles"
WEIGHTS = HERE.parent / "pipeline" / "lexicon" / "confidence.toml"
RIDGE = 2.0
"""Strength of the pull of every weight towards zero."""
STEPS, RATE = 4000, 0.5
DISCOUNT = 0.55
"""What the fitted log-odds are multiplied by: the frames were written with these articles in view,
so that they look surer on them than elsewhere."""
FACTS = ("meeting", "outcome")
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class Seen:
    """A found fact: its frame's confidence, its signs, the confidence given, whether right.

    ``gold`` tells the open gold from our own articles.
    """

    fact: str
    frame: float
    signs: tuple[str, ...]
    given: float
    right: bool
    gold: bool


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Fit how sure facts are.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    extractor = Extractor()
    fitted, kept = list(found_in(OURS, extractor, lambda _: True)), []
    if GOLD.is_dir():
        fitted += found_in(GOLD, extractor, lambda doc: not held_out(doc))
        kept = list(found_in(GOLD, extractor, held_out))
    if not options.check:
        fits = {f: fit([s for s in fitted if s.fact == f]) for f in FACTS}
        WEIGHTS.write_text(as_toml(fits), "utf-8")
        print(f"calibrate: wrote {WEIGHTS.name}; run again with --check to see what it does")
    opened = [s for s in fitted if s.gold] + kept
    for fact in FACTS:
        parts = {"fitted": fitted, "open gold": opened, "held out": kept}
        print(f"{fact}s")
        print(table({n: [s for s in seen if s.fact == fact] for n, seen in parts.items()}))
    return 0


def found_in(folder: Path, extractor: Extractor, wanted: Callable[[str], bool]) -> Iterator[Seen]:
    """The meetings and outcomes found in the wanted articles of a gold folder."""
    writer = RecordWriter(info())
    for path in gold_files(folder):
        if not wanted(path.stem):
            continue
        text = (folder / "texts" / f"{path.stem}.txt").read_bytes().decode("utf-8-sig")
        document: Document = extractor.explain(InputArticle(text, id=path.stem))
        comparison = compare(read_gold(path, lambda _, text=text: text), writer.write(document))
        gold = folder == GOLD
        right = {i for i, _ in comparison.meetings}
        for number, met in enumerate(ordered_meetings(document)):
            signs = tuple(sorted(met.signs))
            yield Seen("meeting", met.prior, signs, met.confidence, number in right, gold)
        right = {i for i, _ in comparison.outcomes}
        drafts = sorted(document.outcomes, key=lambda o: (o.trigger, o.content))
        for number, draft in enumerate(drafts):
            yield Seen("outcome", draft.prior, draft.signs, draft.confidence, number in right, gold)


def fit(seen: Sequence[Seen]) -> tuple[float, float, dict[str, float]]:
    """Bias, weight of the frame's log-odds and of each sign: ridge logistic regression."""
    names = sorted({s for item in seen for s in item.signs})
    rows = [[1.0, log_odds(i.frame), *(float(n in i.signs) for n in names)] for i in seen]
    x, y = np.array(rows), np.array([float(i.right) for i in seen])
    weights = np.zeros(x.shape[1])
    pull = np.full(x.shape[1], RIDGE)
    pull[0] = 0.0
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-x @ weights))
        weights -= RATE * (x.T @ (guess - y) + pull * weights) / len(y)
    bias, frame, *rest = (round(float(w) * DISCOUNT, 3) for w in weights)
    return bias, frame, dict(zip(names, rest, strict=True))


def as_toml(fits: dict[str, tuple[float, float, dict[str, float]]]) -> str:
    """The lexicon file with these weights, by kind of fact."""
    lines = [
        "# How sure a meeting or an outcome is, as log-odds: written by benchmarks/calibrate.py,",
        "# not by hand. docs/benchmarks.md says how well it holds.",
    ]
    for fact, (bias, frame, signs) in fits.items():
        lines += ["", f"[{fact}]", f"bias = {bias}", f"frame = {frame}", "", f"[{fact}.signs]"]
        lines += [f"{name} = {weight}" for name, weight in sorted(signs.items())]
    return "\n".join(lines) + "\n"


def table(parts: dict[str, list[Seen]]) -> str:
    """Facts and the share that is right by how sure they are."""
    lines = [f"{'confidence':12}" + "".join(f"{part:>10}{'right':>8}" for part in parts)]
    for low, high in pairwise(EDGES):
        cells = ""
        for seen in parts.values():
            bin_ = [s.right for s in seen if low <= s.given < high]
            share = f"{sum(bin_) / len(bin_):.2f}" if bin_ else "-"
            cells += f"{len(bin_):10}{share:>8}"
        lines.append(f"{low:.1f}–{high:.1f}     {cells}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
