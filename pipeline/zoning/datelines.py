"""Datelines: place, day and agency before the first words of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..knowledge.dates import DatesLexicon
from ..knowledge.zones import ZonesLexicon
from ..nlp.days import WrittenDay, WrittenDays

_WORD = r"[А-ЯЁA-Z][\w’'.\-]*[\w]"
_UNIT = r"(?:область|край|район|округ)"
_PLACE = rf"(?P<place>(?:С\.\s?-?\s?)?{_WORD}(?:[\s-]+(?:{_WORD}|{_UNIT})){{0,3}})"
_UPPER = r"(?P<place>(?:С\.-)?[А-ЯЁ][А-ЯЁ\-]{3,}(?:\s[А-ЯЁ\-]{2,}){0,3})"
_AGENCY = (
    r"(?:[«\"]?[A-ZА-ЯЁ][\w»\"-]*(?:\.(?=[A-Za-zА-Яа-я])\w+)*[»\"]?)(?:\s[«\"]?[\w-]+[»\"]?){0,3}"
)
_PREFIX = re.compile(r"date\s+(?P<date>\d{4}-\d{2}-\d{2})\s*", re.IGNORECASE)
_TRIM = re.compile(r"^(?:корр(?:\.|еспондент)?|соб\.?\s*корр\.?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline of ``stop`` code points at the start of a line."""

    stop: int
    day: WrittenDay | None
    agency: str | None
    rule: str


class Datelines:
    """Reads datelines by the shapes in the lexicon."""

    def __init__(self, lexicon: ZonesLexicon, dates: DatesLexicon) -> None:
        self.days = WrittenDays(dates.months())
        self._names = {form.lower(): a.name for a in lexicon.agency for form in a.forms}
        forms = sorted({re.escape(f) for a in lexicon.agency for f in a.forms}, key=len)
        known = "|".join(reversed(forms))
        months = rf"(?i:{self.days.pattern})"
        fill = {
            "place": _PLACE,
            "upper": _UPPER,
            "date": rf"(?P<date>{months}|\d{{1,2}}\.\d{{2}}\.\d{{4}})",
            "agency": rf"(?:{known})|{_AGENCY}",
            "known": rf"(?:{known})",
        }
        self._shapes = [(d.id, re.compile(d.regex.format(**fill))) for d in lexicon.dateline]

    def read(self, line: str) -> Dateline | None:
        """The dateline with which a line opens, a crawler's «date …» before it included."""
        prefix = self.prefix(line)
        at = prefix.stop if prefix is not None else 0
        for rule, shape in self._shapes:
            found = shape.match(line, at)
            if found is not None:
                parts = found.groupdict()
                day = self._day(parts.get("date"), prefix)
                return Dateline(found.end(), day, self._agency(parts.get("agency")), rule)
        return None

    def prefix(self, line: str) -> Dateline | None:
        """A crawler's «date 2026-02-25» alone, with the blanks after it."""
        found = _PREFIX.match(line)
        if found is None:
            return None
        days = self.days.find(found["date"])
        return Dateline(found.end(), days[0] if days else None, None, "crawl-date")

    def _day(self, written: str | None, prefix: Dateline | None) -> WrittenDay | None:
        days = self.days.find(written) if written else []
        if days and days[0].year is not None:
            return days[0]
        if prefix is not None and prefix.day is not None:
            return prefix.day
        return days[0] if days else None

    def _agency(self, written: str | None) -> str | None:
        if not written or not written.strip(" /"):
            return None
        bare = _TRIM.sub("", written.strip(' «»"'))
        known = self._names.get(written.strip().lower()) or self._names.get(bare.lower())
        return known or self._signed(bare) or bare

    def _signed(self, agency: str) -> str | None:
        """The agency that a correspondent's name follows: «ТАСС Мария Петрова»."""
        words = agency.lower().split()
        heads = (" ".join(words[:last]) for last in range(len(words) - 1, 0, -1))
        return next((self._names[head] for head in heads if head in self._names), None)
