"""Which of two versions is better, on which articles, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .bootstrap import Difference, differences
from .evaluation import Evaluation
from .tally import MAIN, Tally

SURE = 0.975
"""The share of resamples from which a difference counts as one."""


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """One article where a main figure changed: its name, figure, F1 before and after."""

    doc: str
    figure: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Differences of the main figures, and the articles behind them, in the order of the gold."""

    differences: dict[str, Difference]
    changes: list[ArticleChange]

    def verdict(self, figure: str) -> str:
        """``second``, ``first`` or ``unclear``: which version is better on a figure."""
        share = self.differences[figure].better
        if share >= SURE:
            return "second"
        return "first" if share <= 1 - SURE else "unclear"

    def as_json(self) -> dict[str, Any]:
        """The comparison ready for JSON."""
        return {
            "differences": {
                name: {
                    "value": round(d.value, 6),
                    "low": round(d.bounds.low, 6),
                    "high": round(d.bounds.high, 6),
                    "better": round(d.better, 4),
                    "verdict": self.verdict(name),
                }
                for name, d in self.differences.items()
            },
            "changes": [
                {"article": c.doc, "figure": c.figure, "before": c.before, "after": c.after}
                for c in self.changes
            ],
        }


def compare_versions(first: Evaluation, second: Evaluation) -> VersionComparison:
    """Paired over the articles of the same gold; both must hold the same articles in one order."""
    found = differences(list(first.articles.values()), list(second.articles.values()), MAIN)
    changes = [
        ArticleChange(doc, name, _f1(rows.get(name)), _f1(second.articles[doc].get(name)))
        for doc, rows in first.articles.items()
        for name in MAIN
    ]
    changed = [c for c in changes if abs(c.after - c.before) > 1e-9]
    return VersionComparison(found, changed)


def _f1(row: Tally | None) -> float:
    """F1, and 1 where there was nothing to find and nothing was claimed."""
    return 1.0 if row is None or row.empty else round(row.f1, 6)
