"""Lines of a page that only tell when it was published."""

from __future__ import annotations

import re
from datetime import date

from ..nlp.days import WrittenDay, WrittenDays
from .classify import has_verb
from .lines import Line, words_in

_LABEL = re.compile(
    r"\b(?:опубликован\w*|публикаци[яи]|дата|время|(?:обновл|измен|размещ)[её]н\w*|создан\w*"
    r"|добавлен\w*|выпуск|пресс-релиз|posted|published|modified|updated)\b|^от(?=\s)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:(?:обновл|измен)[её]н|modified|updated)", re.IGNORECASE)
_YEAR_WORD = re.compile(r"\bг(?:ода)?\b\.?")
_WEEKDAY = re.compile(
    r"\b(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)\b",
    re.IGNORECASE,
)
# «1,9K» views before the date.
_COUNT = re.compile(r"\b\d+(?:[.,]\d+)?\s?(?:[KКMМ]|тыс\.?)(?!\w)")
_SEPARATOR = re.compile(r"[|·•/◦∙»›→]\s*$")
_COMMA = re.compile(r"(?:[,.]|\s[-–—])\s*$")
_PICTURE = re.compile(r"(?:на\s+)?(?:фото|снимк)", re.IGNORECASE)
# «Сегодня, 12:30», «Вчера в 18:40 | Политика»: when, but not of which day.
_STAMP = re.compile(
    r"(?:\d{1,2}:\d{2}[\s,|·•/]+)?(?:сегодня|вчера)(?:[\s,|·•/]+(?:в\s+)?\d{1,2}:\d{2})?",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b[А-ЯЁ]\.$")
_PREPOSITION = re.compile(r"\b(?:в|во|на|с|к|до|от|по|из|за|о|об)\b", re.IGNORECASE)
# A site's name before the date: of so many words with a mark between, of so many without one.
_SITE_WORDS = 3
_NAME_WORDS = 2
_TIME = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b")
_MOST_WORDS = 6
_NEAR_DAYS = 31


class PageDates:
    """Finds the page's own date."""

    def __init__(self, days: WrittenDays) -> None:
        self._days = days

    def mark(self, lines: list[Line]) -> None:
        """Make clutter of the lines that only tell a date, an issue or a time of publication."""
        for line in lines:
            if line.kind is None and self._only_date(line.text):
                line.kind, line.rule = "boilerplate", "page-date"

    def published(self, lines: list[Line], dateline: WrittenDay | None) -> str | None:
        """ISO date of publication as the page tells it; None if it does not.

        A dateline of the same weeks is truer than the page's date: pages are republished.
        """
        stated = self._stated(lines)
        if dateline is None:
            return stated.iso() if stated else None
        if dateline.year is not None:
            return dateline.iso()
        if stated is None or stated.year is None:
            return None
        page = date(stated.year, stated.month, stated.day)
        for year in (page.year, page.year - 1):
            if _is_day(year, dateline):
                told = date(year, dateline.month, dateline.day)
                if 0 <= (page - told).days <= _NEAR_DAYS:
                    return told.isoformat()
        return page.isoformat()

    def _stated(self, lines: list[Line]) -> WrittenDay | None:
        marked = [line for line in lines if line.rule in ("crawl-date", "page-date")]
        first = [line for line in marked if not _UPDATED.search(line.text)]
        for line in [*first, *marked]:
            days = [d for d in self._days.find(line.text) if d.year is not None]
            if days:
                return days[0]
        return None

    def _only_date(self, text: str) -> bool:
        days = [d for d in self._days.find(text) if d.year is not None]
        stamp = _STAMP.match(text) if not days and _TIME.search(text) else None
        if stamp is not None:
            return words_in(text[stamp.end() :]) <= _SITE_WORDS and not has_verb(text)
        if not days:
            return False
        rest = text
        for day in reversed(days):
            rest = rest[: day.start] + " " + rest[day.stop :]
        rest = _YEAR_WORD.sub(" ", _LABEL.sub(" ", _TIME.sub(" ", rest)))
        words = words_in(rest)
        leads = self._leads(text[: days[0].start], text)
        site = _SEPARATOR.search(text[: days[0].start]) and text.endswith("г.")
        closed = text.endswith(".") and not _INITIAL.search(text) and not site
        told = (words >= 2 and closed) or (words >= 1 and has_verb(rest))
        return leads and words <= _MOST_WORDS and not told

    @staticmethod
    def _leads(opening: str, text: str) -> bool:
        """Whether these words may stand before a page's date: none, a label, a site's name."""
        bare = _COUNT.sub(" ", _WEEKDAY.sub(" ", _TIME.sub(" ", opening)))
        if not words_in(bare) or _LABEL.search(opening) or "№" in opening:
            return True
        site = opening[:1].isascii() and opening[:1].isalpha()
        if not (opening[:1].isupper() or site) or _PICTURE.match(opening):
            return False
        comma = _COMMA.search(opening) and words_in(opening) <= _SITE_WORDS
        timed = not _TIME.search(opening) and _TIME.search(text)
        named = words_in(opening) <= _NAME_WORDS and not _PREPOSITION.search(opening)
        return bool(_SEPARATOR.search(opening) or comma or timed or named)


def _is_day(year: int, day: WrittenDay) -> bool:
    try:
        date(year, day.month, day.day)
    except ValueError:
        return False
    return True
