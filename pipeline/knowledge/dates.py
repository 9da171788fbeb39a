"""Model of ``dates.toml``: months, weekdays, words for days told from today."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .lexicon import Entry, LexiconModel


class Month(Entry):
    """A month's forms, short ones included, and its number from 1."""

    id: str
    number: int = Field(ge=1, le=12)
    forms: list[str] = Field(min_length=1)


class Weekday(Entry):
    """A day of the week in the accusative; Monday is 0."""

    id: str
    number: int = Field(ge=0, le=6)
    forms: list[str] = Field(min_length=1)


class RelativeDay(Entry):
    """Words for a day so many days after another; negative for before it.

    They count from the day of telling; with ``context`` from the last day the text has told.
    """

    id: str
    days: int
    phrases: list[str] = Field(min_length=1)
    context: bool = False


class Season(Entry):
    """A season and its months; ``last`` runs past 12 where the season ends in the next year."""

    id: str
    first: int = Field(ge=1, le=12)
    last: int = Field(ge=1, le=14)
    forms: list[str] = Field(min_length=1)


class DatesLexicon(LexiconModel):
    """``dates.toml``."""

    file: ClassVar[str] = "dates.toml"

    not_before: list[str]
    not_days: list[str]
    past_stems: list[str]
    next_stems: list[str]
    this_stems: list[str]
    planning: list[str]
    inviting: list[str]
    month: list[Month]
    weekday: list[Weekday]
    relative: list[RelativeDay]
    season: list[Season]

    def months(self) -> dict[str, int]:
        """Every folded form of a month with its number."""
        return {form: month.number for month in self.month for form in month.forms}
