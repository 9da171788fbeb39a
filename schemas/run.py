"""What a run says of itself: error rows and the summary."""

from __future__ import annotations

from pydantic import Field

from .base import StrictModel


class ErrorRow(StrictModel):
    """One article (or file) that gave no record: where it came from and why.

    ``source`` is the file as named by the caller; ``row`` the 1-based line or row in it, null for
    a file that holds one article; ``article`` the id, where it was known.
    """

    source: str
    row: int | None = None
    article: str | None = None
    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    message: str


class RunSummary(StrictModel):
    """Counts of a run; ``seconds`` is wall time, and the only field that differs between runs."""

    pipeline: str
    version: str
    schema_version: str
    models: dict[str, str]
    articles: int = Field(ge=0)
    records: int = Field(ge=0)
    errors: int = Field(ge=0)
    entities: int = Field(ge=0)
    meetings: int = Field(ge=0)
    outcomes: int = Field(ge=0)
    warnings: dict[str, int]
    error_codes: dict[str, int]
    seconds: float = Field(ge=0)
