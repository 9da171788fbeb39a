"""Findings counted by cause and frames by how often they were right: what to mend next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .comparison import Comparison
from .finding import Cause, FactKind, Finding
from .tally import Tally

FIGURE: dict[FactKind, str] = {"meeting": "meetings", "outcome": "outcomes"}
"""The figure that a kind of fact is counted in."""


@dataclass(frozen=True, slots=True)
class CauseCount:
    """How many findings of a kind lead with a cause.

    ``gain`` is what F1 of meetings or of outcomes would gain if all of them were as gold has them;
    0 for faults of facts that already match.
    """

    kind: FactKind
    cause: Cause
    count: int
    gain: float


@dataclass(frozen=True, slots=True)
class FrameCount:
    """How often a frame fired, and how often what it gave matched a fact of the gold."""

    kind: FactKind
    frame: str
    fired: int
    right: int

    @property
    def wrong(self) -> int:
        """How often it gave what gold lacks."""
        return self.fired - self.right


def by_cause(found: Iterable[Finding], figures: Mapping[str, Tally]) -> list[CauseCount]:
    """The leading causes, those that cost most F1 first."""
    groups: dict[tuple[FactKind, Cause], list[Finding]] = {}
    for item in found:
        groups.setdefault((item.kind, item.causes[0]), []).append(item)
    counts = [
        CauseCount(kind, cause, len(items), _gain(figures.get(FIGURE[kind], Tally()), items))
        for (kind, cause), items in groups.items()
    ]
    return sorted(counts, key=lambda c: (-c.gain, -c.count, c.kind, c.cause))


def _gain(now: Tally, items: list[Finding]) -> float:
    """F1 with these findings mended, less F1 as it is."""
    mended = now
    for item in items:
        if item.matched:
            continue
        right = 1 if item.gold else 0
        claimed = {"missed": 1, "false": -1, "wrong": 0}[item.verdict]
        mended = replace(
            mended,
            hit=mended.hit + right,
            recalled=mended.recalled + right,
            predicted=mended.predicted + claimed,
        )
    return mended.f1 - now.f1


def by_frame(comparisons: Iterable[Comparison]) -> list[FrameCount]:
    """Every frame that fired, those most often wrong first; records without frames give none."""
    counts: dict[tuple[FactKind, str], list[int]] = {}
    for comparison in comparisons:
        meetings = {i for i, _ in comparison.meetings}
        outcomes = {i for i, _ in comparison.outcomes}
        rows: list[tuple[FactKind, str | None, bool]] = [
            ("meeting", m.frame, i in meetings) for i, m in enumerate(comparison.found_meetings)
        ]
        rows += [
            ("outcome", o.frame, i in outcomes) for i, o in enumerate(comparison.found_outcomes)
        ]
        for kind, frame, right in rows:
            if frame is not None:
                count = counts.setdefault((kind, frame), [0, 0])
                count[0] += 1
                count[1] += right
    found = [FrameCount(kind, frame, *count) for (kind, frame), count in counts.items()]
    return sorted(found, key=lambda f: (-f.wrong, -f.fired, f.kind, f.frame))
