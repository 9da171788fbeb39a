"""Days written out or in figures in a string: «25 фев», «28 апреля 2025 г.», «23.04.2026»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

_DIGIT = re.compile(r"\d")
_DAY_YEAR = re.compile(r"\d,\s+\d{4}")
_FIGURES = re.compile(r"\d[-./]\s?\d")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day at ``[start, stop)`` code points of the string; ``year`` is None where not written."""

    start: int
    stop: int
    year: int | None
    month: int
    day: int

    def iso(self) -> str:
        """``YYYY-MM-DD``, or ``--MM-DD`` without a year."""
        year = f"{self.year:04d}" if self.year is not None else "-"
        return f"{year}-{self.month:02d}-{self.day:02d}"


class WrittenDays:
    """Finds days given the forms of the months."""

    def __init__(self, months: Mapping[str, int]) -> None:
        self._months = months
        names = "|".join(sorted(months, key=lambda m: (-len(m), m)))
        self.pattern = rf"\d{{1,2}}\s+(?:{names})\b\.?(?:\s+\d{{4}})?(?:\s*г(?:ода|оду|\.)?(?!\w))?"
        self._worded = re.compile(
            rf"(?<![\d.,])(?P<day>\d{{1,2}})\s+(?P<month>{names})\b[.,]?(?:\s+(?P<year>\d{{4}})(?!\d))?",
            re.IGNORECASE,
        )
        self._figures = re.compile(
            r"(?<![\d.])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})(?![\d.]\d|\d)"
        )
        # «23. 10. 2025»
        self._spaced = re.compile(
            r"(?<![\d.])(?P<day>\d{1,2})\.\s(?P<month>\d{1,2})\.\s(?P<year>\d{4})(?!\d)"
        )
        # «Октябрь 23, 2025»
        self._month_first = re.compile(
            rf"\b(?P<month>{names})\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE
        )
        self._dashed = re.compile(
            r"(?<!\d)(?P<day>\d{2})-(?P<month>\d{2})-(?P<year>\d{4})(?![\d-])"
        )
        self._iso = re.compile(
            r"(?<!\d)(?P<year>\d{4})(?P<mark>[-./])(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)"
        )

        self._in_figures = (self._figures, self._spaced, self._dashed, self._iso)

    def find(self, text: str) -> list[WrittenDay]:
        """Every day in text order; impossible ones («31.02») are left out."""
        return sorted(self._scan(text), key=lambda d: d.start)

    def _scan(self, text: str) -> Iterator[WrittenDay]:
        if not _DIGIT.search(text):
            return
        american = (self._month_first,) if _DAY_YEAR.search(text) else ()
        figures = self._in_figures if _FIGURES.search(text) else ()
        for pattern in (self._worded, *figures, *american):
            for found in pattern.finditer(text):
                day = self._read(found)
                if day is not None:
                    yield day

    def _read(self, found: re.Match[str]) -> WrittenDay | None:
        written = found["month"]
        month = int(written) if written.isdigit() else self._months[written.lower()]
        year = int(found["year"]) if found["year"] else None
        if year is not None and year < 100:
            year += 2000
        if not _possible(year, month, int(found["day"])):
            return None
        return WrittenDay(found.start(), found.end(), year, month, int(found["day"]))


def _possible(year: int | None, month: int, day: int) -> bool:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return year is None or 1000 <= year <= 2999
