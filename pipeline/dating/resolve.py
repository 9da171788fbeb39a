"""From words to a date: the day of telling, the tense of the clause, the nearest fitting year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from schemas.facts import DateBasis, DatePrecision

from .expressions import Expression, Which

Tense = Literal["past", "future", "present"]
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class Reference:
    """The day of telling; ``yearless`` when a dateline gives the day without its year.

    ``year`` is what the text itself tells of it where no day is known («этим летом на
    форуме-2025»).
    """

    day: date | None = None
    basis: DateBasis = "published"
    yearless: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value as the contract writes it, how exact it is and what settled it."""

    value: str
    precision: DatePrecision
    basis: DateBasis


def resolve(
    expression: Expression, reference: Reference, tense: Tense, last: date | None
) -> Resolved | None:
    """The date an expression means, None where it cannot be known.

    ``last`` is the day told shortly before, from which «днём ранее» counts.
    """
    return _exact(expression, reference, tense, last) or _year_only(expression, reference)


def _exact(
    expression: Expression, reference: Reference, tense: Tense, last: date | None
) -> Resolved | None:
    if expression.kind == "day":
        return _day(expression, reference)
    if expression.kind == "weekday":
        return _weekday(expression, reference, tense)
    if expression.kind == "relative":
        return _relative(expression, reference, last)
    if expression.kind == "week":
        return _week(expression, reference)
    if expression.kind == "month":
        return _month(expression, reference, tense)
    return _year(expression, reference, tense)


def _year_only(expression: Expression, reference: Reference) -> Resolved | None:
    if reference.year is None or expression.kind == "day":
        return None
    year = _whose_year(expression.whose, reference.year) or reference.year
    if expression.kind == "year":
        year = _whose_year(expression.which, reference.year) or reference.year
    return Resolved(f"{year:04d}", "year", "context")


def _day(expression: Expression, reference: Reference) -> Resolved | None:
    month, day = expression.month, expression.day
    if expression.year is not None:
        exact = _date(expression.year, month, day)
        return Resolved(exact.isoformat(), "day", "stated") if exact else None
    if _date(_LEAP, month, day) is None:
        return None
    if reference.day is None or reference.yearless:
        return Resolved(f"--{month:02d}-{day:02d}", "day", "stated")
    around = (_date(reference.day.year + shift, month, day) for shift in (0, -1, 1))
    possible = [d for d in around if d is not None]
    now = reference.day
    nearest = min(possible, key=lambda d: (abs((d - now).days), d), default=None)
    return Resolved(nearest.isoformat(), "day", reference.basis) if nearest else None


def _weekday(expression: Expression, reference: Reference, tense: Tense) -> Resolved | None:
    now = reference.day
    if now is None or reference.yearless:
        return None
    ahead = (expression.number - now.weekday()) % 7
    back = (now.weekday() - expression.number) % 7
    if expression.which == "past":
        shift = -(back or 7)
    elif expression.which == "next":
        shift = ahead or 7
    elif tense == "future" or (tense == "present" and ahead < back):
        shift = ahead
    else:
        shift = -back
    return _shifted(reference, now, shift)


def _relative(expression: Expression, reference: Reference, last: date | None) -> Resolved | None:
    if expression.context and last is not None:
        told = last + timedelta(days=expression.number)
        return Resolved(told.isoformat(), "day", "context")
    if reference.day is None:
        return None
    return _shifted(reference, reference.day, expression.number)


def _week(expression: Expression, reference: Reference) -> Resolved | None:
    """The month that holds the most of the week meant."""
    if reference.day is None or reference.yearless:
        return None
    weeks = {"past": -1, "next": 1}.get(expression.which, 0)
    thursday = reference.day + timedelta(days=7 * weeks + 3 - reference.day.weekday())
    return Resolved(f"{thursday:%Y-%m}", "month", reference.basis)


def _shifted(reference: Reference, now: date, days: int) -> Resolved:
    told = now + timedelta(days=days)
    value = f"--{told.month:02d}-{told.day:02d}" if reference.yearless else told.isoformat()
    return Resolved(value, "day", reference.basis)


def _month(expression: Expression, reference: Reference, tense: Tense) -> Resolved | None:
    month = expression.month
    if expression.year is not None:
        return Resolved(f"{expression.year:04d}-{month:02d}", "month", "stated")
    if reference.day is None or reference.yearless:
        return Resolved(f"--{month:02d}", "month", "stated")
    year = _whose_year(expression.whose, reference.day.year)
    if year is None:
        ahead: Tense = "future" if expression.ahead else tense
        year = _fitting_year(month, month, reference.day, _turned(expression.which, ahead))
    return Resolved(f"{year:04d}-{month:02d}", "month", reference.basis)


def _year(expression: Expression, reference: Reference, tense: Tense) -> Resolved | None:
    if expression.year is not None:
        return Resolved(f"{expression.year:04d}", "year", "stated")
    if reference.day is None or reference.yearless:
        return None
    now = reference.day
    chosen = expression.which if expression.kind == "year" else expression.whose
    year = _whose_year(chosen, now.year)
    if year is None:
        turned = _turned(expression.which, tense)
        year = _fitting_year(expression.number, expression.last, now, turned)
    return Resolved(f"{year:04d}", "year", reference.basis)


def _whose_year(which: Which, year: int) -> int | None:
    return {"past": year - 1, "this": year, "next": year + 1}.get(which)


def _turned(which: Which, tense: Tense) -> Tense:
    turns: dict[Which, Tense] = {"past": "past", "next": "future", "this": "present"}
    return turns.get(which, tense)


def _fitting_year(first: int, last: int, now: date, tense: Tense) -> int:
    """The year of the nearest such months: begun already for the past, not over for the future."""
    if tense == "past" and first > now.month:
        return now.year - 1
    if tense == "future" and last < now.month:
        return now.year + 1
    return now.year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
