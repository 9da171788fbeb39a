"""From words to a date: the day of telling, the tense of the clause, the nearest fitting year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from schemas.facts import DateBasis, DatePrecision

from .patterns import Expression, Which

Tense = Literal["past", "future", "present"]
_LEAP = 2000
# A day of another year than the nearest is meant only where the nearest lies so far against the
# tense: «подписали 20 декабря», told in July.
_AGAINST = 45


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
class Told:
    """The last day the text has told: whether in so many words, just before, without its year."""

    day: date
    named: bool
    near: bool
    yearless: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value as the contract writes it, how exact it is and what settled it."""

    value: str
    precision: DatePrecision
    basis: DateBasis


def resolve(
    expression: Expression, reference: Reference, tense: Tense, told: Told | None = None
) -> Resolved | None:
    """The date an expression means, None where it cannot be known.

    ``told`` is the day told before, from which «днём ранее» counts.
    """
    return _exact(expression, reference, tense, told) or _year_only(expression, reference)


def _exact(
    expression: Expression, reference: Reference, tense: Tense, told: Told | None
) -> Resolved | None:
    match expression.kind:
        case "day":
            return _day(expression, reference, tense, told)
        case "weekday":
            return _weekday(expression, reference, tense, told)
        case "relative":
            return _relative(expression, reference, told)
        case "ago":
            return _ago(expression, reference, tense, told)
        case "month" | "this-month" | "week" | "weekend":
            return _month(expression, reference, tense)
        case "span" | "year":
            return _year(expression, reference, tense)


def _year_only(expression: Expression, reference: Reference) -> Resolved | None:
    if reference.year is None or expression.kind in ("day", "ago"):
        return None
    chosen = expression.which if expression.kind == "year" else expression.whose
    year = _whose_year(chosen, reference.year) or reference.year
    return Resolved(f"{year:04d}", "year", "context")


def _day(
    expression: Expression, reference: Reference, tense: Tense, told: Told | None
) -> Resolved | None:
    month, day = expression.month, expression.day
    if expression.year is not None:
        exact = _date(expression.year, month, day)
        return Resolved(exact.isoformat(), "day", "stated") if exact else None
    if _date(_LEAP, month, day) is None:
        return None
    now, basis = (None if reference.yearless else reference.day), reference.basis
    if now is None and told is not None and not told.yearless:
        now, basis = told.day, "context"
    if now is None:
        return Resolved(f"--{month:02d}-{day:02d}", "day", "stated")
    year = _whose_year(expression.whose, now.year)
    years = (now.year, now.year - 1, now.year + 1) if year is None else (year,)
    possible = [d for d in (_date(y, month, day) for y in years) if d is not None]
    found = _nearest(possible, now, tense)
    return Resolved(found.isoformat(), "day", basis) if found else None


def _nearest(possible: list[date], now: date, tense: Tense) -> date | None:
    """The nearest day, else the nearest on the side of the tense where that lies far against it."""
    ranked = sorted(possible, key=lambda d: (abs((d - now).days), d))
    for day in ranked:
        ahead = (day - now).days
        against = ahead if tense == "past" else -ahead if tense == "future" else 0
        if against <= _AGAINST:
            return day
    return ranked[0] if ranked else None


def _weekday(
    expression: Expression, reference: Reference, tense: Tense, told: Told | None
) -> Resolved | None:
    now = reference.day
    if now is None or reference.yearless:
        if told is None or told.yearless or not (told.near and expression.context):
            return None
        return _shifted(told.day, (expression.number - told.day.weekday()) % 7, "context")
    return _shifted(now, _days_to(expression, now, tense), reference.basis)


def _days_to(expression: Expression, now: date, tense: Tense) -> int:
    """Days from today to the weekday meant."""
    ahead = (expression.number - now.weekday()) % 7
    back = (now.weekday() - expression.number) % 7
    in_week = expression.number - now.weekday()
    if expression.which == "past":
        return -(back or 7)
    if expression.which in ("last", "this", "next"):
        return in_week + {"last": -7, "next": 7}.get(expression.which, 0)
    if expression.which == "coming":
        return ahead or 7
    if tense == "future" or (tense == "present" and ahead < back):
        return ahead
    return -back


def _relative(expression: Expression, reference: Reference, told: Told | None) -> Resolved | None:
    if expression.strict and (told is None or not told.near):
        return None
    counts = expression.context or (
        expression.either
        and told is not None
        and told.near
        and told.named
        and (reference.day is None or told.day < reference.day)
    )
    if counts and told is not None:
        return _shifted(told.day, expression.number, "context", yearless=told.yearless)
    if reference.day is None:
        return None
    return _shifted(reference.day, expression.number, reference.basis, yearless=reference.yearless)


def _shifted(now: date, days: int, basis: DateBasis, *, yearless: bool = False) -> Resolved:
    told = now + timedelta(days=days)
    value = f"--{told.month:02d}-{told.day:02d}" if yearless else told.isoformat()
    return Resolved(value, "day", basis)


def _ago(
    expression: Expression, reference: Reference, tense: Tense, told: Told | None
) -> Resolved | None:
    """«два дня назад» is a day, «неделю назад» a month, «год назад» a year.

    «Через год» counts from the day of telling only where the clause looks ahead, else from a day
    told just before.
    """
    now, basis = (None if reference.yearless else reference.day), reference.basis
    if expression.number > 0 and tense == "past":
        known = told is not None and told.near and not told.yearless
        now, basis = (told.day if told is not None and known else None), "context"
    if now is None:
        return None
    if expression.unit == "day":
        return _shifted(now, expression.number, basis)
    if expression.unit == "week":
        return Resolved(f"{now + timedelta(weeks=expression.number):%Y-%m}", "month", basis)
    if expression.unit == "month":
        return _in_months(now, expression.number, basis)
    return Resolved(f"{now.year + expression.number:04d}", "year", basis)


def _in_months(now: date, months: int, basis: DateBasis) -> Resolved:
    year, month = divmod(now.year * 12 + now.month - 1 + months, 12)
    return Resolved(f"{year:04d}-{month + 1:02d}", "month", basis)


def _month(expression: Expression, reference: Reference, tense: Tense) -> Resolved | None:
    now, month = reference.day, expression.month
    if expression.kind == "month" and expression.year is not None:
        return Resolved(f"{expression.year:04d}-{month:02d}", "month", "stated")
    if now is None or reference.yearless:
        return Resolved(f"--{month:02d}", "month", "stated") if month else None
    turns = _TURNS.get(expression.which, 0)
    if expression.kind == "this-month":
        return _in_months(now, turns, reference.basis)
    if expression.kind != "month":
        return Resolved(
            f"{_week_day(expression, now, turns, tense):%Y-%m}", "month", reference.basis
        )
    year = _whose_year(expression.whose, now.year)
    if year is None:
        ahead: Tense = "future" if expression.ahead else tense
        year = _fitting_year(month, month, now, _turned(expression.which, ahead))
    return Resolved(f"{year:04d}-{month:02d}", "month", reference.basis)


def _week_day(expression: Expression, now: date, turns: int, tense: Tense) -> date:
    """The day whose month the week or weekend has: Thursday holds most of a week."""
    if expression.kind == "week":
        return now + timedelta(days=7 * turns + 3 - now.weekday())
    saturday = now + timedelta(days=5 - now.weekday())
    back = expression.which in ("past", "last") or (tense == "past" and now.weekday() < 5)
    return saturday + timedelta(days=-7 if back else 7 if expression.which == "next" else 0)


_TURNS: dict[Which, int] = {"past": -1, "last": -1, "next": 1, "coming": 1}


def _year(expression: Expression, reference: Reference, tense: Tense) -> Resolved | None:
    if expression.year is not None:
        return Resolved(f"{expression.year:04d}", "year", "stated")
    if reference.day is None or reference.yearless:
        return None
    now = reference.day
    chosen = expression.which if expression.kind == "year" else expression.whose
    year = _whose_year(chosen, now.year)
    if year is None:
        turned = _turned(expression.which, "future" if expression.ahead else tense)
        year = _fitting_year(expression.number, expression.last, now, turned)
    return Resolved(f"{year:04d}", "year", reference.basis)


def _whose_year(which: Which, year: int) -> int | None:
    return None if not which else year + _TURNS.get(which, 0)


def _turned(which: Which, tense: Tense) -> Tense:
    turn = _TURNS.get(which, 0)
    return "past" if turn < 0 else "future" if turn else "present" if which else tense


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
