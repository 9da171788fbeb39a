"""Patterns of dates in folded text: days, weekdays, weeks, months, parts of a year, amounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ..knowledge.dates import DatesLexicon, Unit

Kind = Literal[
    "day", "weekday", "weekend", "relative", "week", "month", "this-month", "span", "year", "ago"
]
Which = Literal["", "past", "last", "this", "next", "coming"]
"""Which week, month or year: «минувший» (past), «прошлый» (last), «следующий», «ближайший»."""

_YEAR_WORD = r"(?:\s*(?:года|году|г\.|г(?!\w)))"
_AHEAD = frozenset({"до", "к", "ко"})
BOUNDS = frozenset({"до", "к", "ко", "от", "после", "с", "со", "по"})
"""Prepositions after which a day only limits a time."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words at ``[start, stop)`` code points of the text.

    ``number`` is the weekday (Monday 0), the days from the reference, the units of an amount
    («два года назад» is -2), or the first month of a span of a year that ends with ``last``.
    ``whose`` says of which year the month or day is. ``bound`` says that the words only limit a
    time («до 1 июня», «соглашение от 5 мая»), ``ahead`` that they look forward («до сентября»),
    ``opens`` that they begin a range («с 30 мая»). ``context`` counts from the day told before,
    ``either`` from it where one was told close by, else from the day of telling, ``strict`` from
    it or not at all. ``since`` is how many days after the day of telling the words say it is
    («вчера, 3 июля» is -1).
    """

    start: int
    stop: int
    kind: Kind
    year: int | None = None
    month: int = 0
    day: int = 0
    number: int = 0
    last: int = 0
    unit: Unit = "day"
    which: Which = ""
    whose: Which = ""
    context: bool = False
    either: bool = False
    strict: bool = False
    bound: bool = False
    ahead: bool = False
    opens: bool = False
    since: int | None = None


_COUNTED = ("недел", "месяц", "год")

Reader = Callable[[re.Match[str]], Expression | None]


class Patterns:
    """The patterns that the words of the lexicon make."""

    def __init__(self, lexicon: DatesLexicon) -> None:
        self._stems: list[tuple[str, Which]] = [
            (stem, choice.which) for choice in lexicon.choice for stem in choice.stems
        ]
        self._months = lexicon.months()
        self._weekdays = lexicon.weekdays()
        self._seasons = {f: s for s in lexicon.season for f in s.forms}
        self._parts = {f: p for p in lexicon.part for f in p.forms}
        self._numerals = {f: n.number for n in lexicon.numeral for f in n.forms}
        self._units = {f: u.unit for u in lexicon.unit for f in u.forms}
        self._chooses = rf"(?:(?P<which>{_any(s for s, _ in self._stems)}\w*)\s+)?"
        self._year_after = (
            rf"(?:\s*(?P<year>\d{{4}})(?!\d)(?:-?(?:го|м))?{_YEAR_WORD}?"
            rf"|\s+(?P<whose>{_any(s for s, _ in self._stems)}\w*)\s+года"
            r"|\s*(?P<same>[ст]\.\s?г\.))?"
        )
        words = {*self._months, *self._weekdays, *self._seasons, *self._parts, *self._units}
        # Each pattern holds one of these words or a year: most sentences need not be read for any.
        self._hint = re.compile(rf"(?<!\w){_any({*words, *lexicon.weekend, *_COUNTED})}|\d{{4}}")
        patterns = {**self._days(lexicon), **self._weeks(lexicon), **self._longer()}
        self._read = [(re.compile(pattern), read) for pattern, read in patterns.items()]

    def find(self, text: str) -> Iterator[Expression]:
        """The expressions of a folded ``text``, pattern by pattern; they may overlap."""
        if not self._hint.search(text):
            return
        for pattern, read in self._read:
            for found in pattern.finditer(text):
                expression = read(found)
                if expression is not None:
                    yield expression

    def _days(self, lexicon: DatesLexicon) -> dict[str, Reader]:
        which = self._chooses
        accusative, genitive = (
            _any(lexicon.weekday_forms("forms")),
            lexicon.weekday_forms("genitive"),
        )
        oblique = _any([accusative, *genitive, *lexicon.weekday_forms("dative")])
        nominative = _any(lexicon.weekday_forms("nominative"))
        more = r"(?P<more>(?:\s*(?:,|и|[-–—−]|по|до)\s*\d{1,2}(?:-?(?:го|е))?)*)"
        others = rf"(?:\s*(?:,|и|[-–—])\s*(?:во?\s+)?{accusative}\b)*"
        return {
            rf"(?<![\w.,:/-])(?:(?P<prep>по\s+состоянию\s+на|с|со|до|к|ко|от|по|после|на|в)\s+)?"
            rf"(?P<day>\d{{1,2}})(?:-?(?:го|е|му))?{more}\s+(?P<month>{_any(self._months)})\b"
            rf"(?:\.(?=\s*\d{{4}}))?{self._year_after}": self._day,
            rf"(?<!\w)(?P<prep>в|во|на|за)\s+{which}(?P<weekday>{accusative})\b"
            rf"{others}": self._weekday,
            rf"(?<!\w)(?P<prep>с|со|до|после|к|ко|по)\s+{which}"
            rf"(?P<weekday>{oblique})\b": self._weekday,
            rf"(?<!\w)(?:{_any(lexicon.times_of_day)})\s+{which}"
            rf"(?P<weekday>{_any(genitive)})\b": self._weekday,
            rf"^\W*(?P<weekday>{nominative})\s+(?:{_any(lexicon.narrating)})\w*": self._telling_on,
            rf"^\W*(?:\w+(?:ий|ый|ой|ая|ое)\s+)?(?P<weekday>{nominative})"
            rf"(?=\s*(?:[,.!?:;—–]|$))": self._weekday,
        }

    def _weeks(self, lexicon: DatesLexicon) -> dict[str, Reader]:
        which, part = self._chooses, rf"(?:(?P<part>{_any(self._parts)})\s+)?"
        amount = (
            rf"(?:(?P<amount>\d{{1,2}}|{_any(self._numerals)})\s+)?(?P<unit>{_any(self._units)})"
        )
        return {
            rf"(?<!\w)(?:в|на)\s+{which}(?:{_any(lexicon.weekend)})\b": self._chosen("weekend"),
            rf"(?<!\w)(?P<prep>на|в|во|к|до|с)\s+{part}{which}недел[еию]\b": self._chosen("week"),
            rf"(?<!\w)(?P<prep>в|во|к|до|с)\s+{part}{which}месяц[еау]\b": self._chosen(
                "this-month"
            ),
            rf"(?<!\w){amount}\s+назад\b": self._back,
            rf"(?<!\w)через\s+{amount}\b": self._later,
        }

    def _longer(self) -> dict[str, Reader]:
        which, stems = self._chooses, _any(s for s, _ in self._stems)
        months, whose = _any(self._months), self._year_after
        part = rf"(?P<part>{_any(self._parts)})\s+"
        alone = _any(form for form, part in self._parts.items() if part.alone)
        into = r"(?<!\w)(?P<prep>в|во|на|к|до|с|со|по|после)\s+"
        return {
            rf"{into}(?:{part})?{which}(?P<month>{months})\b(?:\s?[-–—]\s?{months}\b)?"
            rf"{whose}": self._month,
            rf"(?<!\w){which}(?P<span>{_any(self._seasons)})\b{whose}": self._span,
            rf"{into}{part}года(?!\w)": self._span,
            rf"{into}(?P<part>{alone})\b(?!\s+\d)(?:\s+(?P<whose>{stems}\w*)\s+года)?": self._span,
            rf"{into}(?:{part})?(?:(?:{stems}\w*\s+)?(?P<year>(?:1[5-9]|20)\d{{2}})"
            rf"(?:{_YEAR_WORD}|-(?:м|го|ом|му)(?:\s+год[ауе])?)"
            rf"|(?P<which>{stems}\w*)\s+год[уа])(?!\w)": self._year,
        }

    def _base(self, found: re.Match[str], kind: Kind) -> Expression:
        parts = found.groupdict()
        year, prep = parts.get("year"), parts.get("prep") or ""
        return Expression(
            found.start(),
            found.end(),
            kind,
            int(year) if year else None,
            which=self._which(parts.get("which")),
            whose="this" if parts.get("same") else self._which(parts.get("whose")),
            bound=(prep in BOUNDS or prep.startswith("по состоянию")) and not parts.get("more"),
            ahead=prep in _AHEAD,
            opens=prep in ("с", "со"),
        )

    def _day(self, found: re.Match[str]) -> Expression | None:
        day = int(found["day"])
        if not 1 <= day <= 31:
            return None
        return replace(self._base(found, "day"), month=self._months[found["month"]], day=day)

    def _weekday(self, found: re.Match[str]) -> Expression:
        return replace(self._base(found, "weekday"), number=self._weekdays[found["weekday"]])

    def _telling_on(self, found: re.Match[str]) -> Expression:
        """«Понедельник начался …» goes on from the day told before."""
        return replace(self._weekday(found), context=True)

    def _month(self, found: re.Match[str]) -> Expression:
        return replace(self._base(found, "month"), month=self._months[found["month"]])

    def _chosen(self, kind: Kind) -> Reader:
        """A week, weekend or month told by «прошлый», «этот» or as «конец недели»."""

        def read(found: re.Match[str]) -> Expression | None:
            base = self._base(found, kind)
            return base if base.which or kind == "weekend" or found["part"] else None

        return read

    def _span(self, found: re.Match[str]) -> Expression:
        words = found.groupdict()
        span = self._seasons.get(words.get("span") or "") or self._parts[words["part"]]
        return replace(self._base(found, "span"), number=span.first, last=span.last)

    def _year(self, found: re.Match[str]) -> Expression | None:
        base = self._base(found, "year")
        return None if base.bound and not found["part"] else base

    def _back(self, found: re.Match[str]) -> Expression:
        return self._ago(found, -1)

    def _later(self, found: re.Match[str]) -> Expression:
        return self._ago(found, 1)

    def _ago(self, found: re.Match[str], sign: int) -> Expression:
        said = found["amount"]
        amount = 1 if not said else int(said) if said.isdigit() else self._numerals[said]
        unit = self._units[found["unit"]]
        return replace(self._base(found, "ago"), number=sign * amount, unit=unit)

    def _which(self, word: str | None) -> Which:
        return next((w for s, w in self._stems if word and word.startswith(s)), "")


def _any(words: Iterable[str] | Mapping[str, object]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"
