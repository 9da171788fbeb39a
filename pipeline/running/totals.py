"""The counts of a run, gathered article by article or block by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from schemas import SCHEMA_VERSION, ErrorRow, RunSummary

from ..version import NAME, VERSION
from .worker import Counts


@dataclass
class Totals:
    """What has been counted so far."""

    articles: int = 0
    records: int = 0
    errors: int = 0
    entities: int = 0
    meetings: int = 0
    outcomes: int = 0
    warnings: Counter[str] = field(default_factory=Counter)
    error_codes: Counter[str] = field(default_factory=Counter)

    def add(self, counts: Counts) -> None:
        """Count a record."""
        self.records += 1
        self.entities += counts.entities
        self.meetings += counts.meetings
        self.outcomes += counts.outcomes
        self.warnings.update(counts.warnings)

    def add_error(self, error: ErrorRow) -> None:
        """Count an error row."""
        self.errors += 1
        self.error_codes[error.code] += 1

    def add_all(self, told: Mapping[str, Any]) -> None:
        """Add what another ``Totals`` told of itself."""
        for name, value in told.items():
            if isinstance(value, Mapping):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)

    def told(self) -> dict[str, Any]:
        """All counts by name, codes in order."""
        return {
            name: dict(sorted(value.items())) if isinstance(value, Counter) else value
            for name, value in vars(self).items()
        }

    def summary(self, seconds: float) -> RunSummary:
        """The run's summary; ``seconds`` of wall time."""
        from ..nlp import Models

        return RunSummary(
            pipeline=NAME,
            version=VERSION,
            schema_version=SCHEMA_VERSION,
            models=Models.versions(),
            seconds=round(seconds, 3),
            **self.told(),
        )
