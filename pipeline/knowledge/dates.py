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
    """A day of the week; Monday is 0."""

    id: str
    number: int = Field(ge=0, le=6)
    lemmas: list[str] = Field(min_length=1)


class RelativeDay(Entry):
    """Words for a day so many days after the day of telling; negative for before it."""

    id: str
    days: int
    phrases: list[str] = Field(min_length=1)


class Season(Entry):
    """A season of the year: it only tells the year."""

    id: str
    lemmas: list[str] = Field(min_length=1)


class DatesLexicon(LexiconModel):
    """``dates.toml``."""

    file: ClassVar[str] = "dates.toml"

    not_before: list[str]
    past_words: list[str]
    next_words: list[str]
    this_words: list[str]
    year_words: list[str]
    prepositions: list[str]
    month: list[Month]
    weekday: list[Weekday]
    relative: list[RelativeDay]
    season: list[Season]

    def months(self) -> dict[str, int]:
        """Every folded form of a month with its number."""
        return {form: month.number for month in self.month for form in month.forms}
