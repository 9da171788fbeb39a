"""Model of ``dates.toml``: months, weekdays, words for days told from today."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .lexicon import Entry, LexiconModel

Unit = Literal["day", "week", "month", "year"]


class Month(Entry):
    """A month's forms, short ones included, and its number from 1."""

    id: str
    number: int = Field(ge=1, le=12)
    forms: list[str] = Field(min_length=1)


class Weekday(Entry):
    """A day of the week, Monday 0: the accusative («в среду») and the other cases."""

    id: str
    number: int = Field(ge=0, le=6)
    forms: list[str] = Field(min_length=1)
    genitive: list[str]
    dative: list[str]
    nominative: list[str]


class RelativeDay(Entry):
    """Words for a day so many days after another; negative for before it.

    They count from the day of telling; with ``context`` from the last day the text has told; with
    ``either`` from a day told just before, else from the day of telling; with ``strict`` from a
    day told just before or not at all.
    """

    id: str
    days: int
    phrases: list[str] = Field(min_length=1)
    context: bool = False
    either: bool = False
    strict: bool = False


class Span(Entry):
    """A season or part of a year and its months; ``last`` passes 12 where it ends a year later.

    ``alone`` parts need no year beside them («во втором полугодии»).
    """

    id: str
    first: int = Field(ge=1, le=12)
    last: int = Field(ge=1, le=14)
    forms: list[str] = Field(min_length=1)
    alone: bool = False


class Choice(Entry):
    """How words begin that choose a week, month or year: «прошлый», «ближайший»."""

    id: str
    which: Literal["past", "last", "this", "next", "coming"]
    stems: list[str] = Field(min_length=1)


class Numeral(Entry):
    """A number in words before a unit: «два» дня назад."""

    id: str
    number: int = Field(ge=1)
    forms: list[str] = Field(min_length=1)


class Amount(Entry):
    """A unit of time after «через» or before «назад»."""

    id: str
    unit: Unit
    forms: list[str] = Field(min_length=1)


class DatesLexicon(LexiconModel):
    """``dates.toml``."""

    file: ClassVar[str] = "dates.toml"

    not_before: list[str]
    not_days: list[str]
    planning: list[str]
    inviting: list[str]
    times_of_day: list[str]
    narrating: list[str]
    weekend: list[str]
    choice: list[Choice]
    month: list[Month]
    weekday: list[Weekday]
    relative: list[RelativeDay]
    season: list[Span]
    part: list[Span]
    numeral: list[Numeral]
    unit: list[Amount]

    def months(self) -> dict[str, int]:
        """Every folded form of a month with its number."""
        return {form: month.number for month in self.month for form in month.forms}

    def weekday_forms(
        self, case: Literal["forms", "genitive", "dative", "nominative"]
    ) -> list[str]:
        """The forms of all weekdays in one case, ``forms`` being the accusative."""
        return [form for day in self.weekday for form in getattr(day, case)]

    def weekdays(self) -> dict[str, int]:
        """Every form of a weekday with its number."""
        return {
            form: day.number
            for day in self.weekday
            for form in (*day.forms, *day.genitive, *day.dative, *day.nominative)
        }
