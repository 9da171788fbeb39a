"""What stages say of their work when an explanation is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TraceNote:
    """One remark of one stage on ``[start, stop)`` code points."""

    stage: str
    start: int
    stop: int
    message: str


@dataclass(slots=True)
class Trace:
    """The remarks on one document, in the order they were made."""

    notes: list[TraceNote] = field(default_factory=list)

    def add(self, stage: str, start: int, stop: int, message: str) -> None:
        """Keep a remark."""
        self.notes.append(TraceNote(stage, start, stop, message))
