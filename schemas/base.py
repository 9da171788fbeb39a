"""What every model of the record shares: strictness and the span.

Offsets are half-open ``[start, stop)`` counts of Unicode code points into ``article.text``.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, model_validator


class StrictModel(BaseModel):
    """A record part: immutable, and refusing fields that the contract does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Interval(StrictModel):
    """Half-open ``[start, stop)`` code points, at least one long."""

    start: int = Field(ge=0)
    stop: int = Field(ge=1)

    @model_validator(mode="after")
    def _runs_forward(self) -> Interval:
        if self.stop <= self.start:
            raise ValueError(f"empty or backward interval [{self.start}, {self.stop})")
        return self


class Span(Interval):
    """An interval with the words it covers: ``article.text[start:stop] == text``.

    At once a W3C TextPositionSelector and, with its text, a TextQuoteSelector.
    """

    text: str
