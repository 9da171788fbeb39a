"""The words of dates in a sentence, not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

from ..document import Token
from ..knowledge.dates import DatesLexicon
from ..nlp.days import WrittenDays
from ..nlp.words import fold_in_place

T = TypeVar("T")

Kind = Literal["day", "weekday", "relative", "week", "month", "season", "year"]
Which = Literal["", "past", "next", "this"]
_YEAR_WORD = r"(?:\s*(?:года|году|г\.|г(?!\w)))"
_AHEAD = frozenset({"до", "к", "ко"})
_BOUNDS = frozenset({"до", "к", "ко", "от", "после", "с", "со", "по"})
_GAP = re.compile(r"\s*,?\s*\(?\s*(?:в\s+|то\s+есть\s+)?")


@dataclass(frozen=True, slots=True)
class Expression:
    """Words at ``[start, stop)`` code points of the text.

    ``number`` is the weekday (Monday 0), the days from the reference, or the first month of a
    season; ``bound`` says that the words only limit a time («до 1 июня», «соглашение от 5 мая»),
    ``ahead`` that they look forward («до сентября»).
    """

    start: int
    stop: int
    kind: Kind
    year: int | None = None
    month: int = 0
    day: int = 0
    number: int = 0
    last: int = 0
    which: Which = ""
    whose: Which = ""
    context: bool = False
    bound: bool = False
    ahead: bool = False


class Phrases(Generic[T]):
    """Phrases with what they stand for, the longest first, found by their first words."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        split = [(p.split(), value) for p, value in phrases]
        self._by_first: dict[str, list[tuple[int, list[str], T]]] = {}
        for rank, (words, value) in enumerate(sorted(split, key=lambda p: -len(p[0]))):
            self._by_first.setdefault(words[0], []).append((rank, words, value))

    def at(self, tokens: list[Token], number: int) -> Iterator[tuple[list[str], T]]:
        """The phrases that the tokens from ``number`` on say, by form or lemma."""
        token = tokens[number]
        found = self._by_first.get(token.folded, [])
        if token.lemma != token.folded and token.lemma in self._by_first:
            found = sorted([*found, *self._by_first[token.lemma]], key=lambda f: f[0])
        for _, words, value in found:
            said = tokens[number : number + len(words)]
            if len(said) == len(words) and all(
                w in (t.lemma, t.folded) for w, t in zip(words, said, strict=True)
            ):
                yield words, value


class Finder:
    """Finds the expressions of one sentence by the words of the lexicon."""

    def __init__(self, lexicon: DatesLexicon) -> None:
        self._lexicon = lexicon
        self._months = lexicon.months()
        self._weekdays = {f: d.number for d in lexicon.weekday for f in d.forms}
        self._seasons = {f: s for s in lexicon.season for f in s.forms}
        self._written = WrittenDays(self._months)
        self._not_before = frozenset(lexicon.not_before)
        self._phrases = Phrases((p, r) for r in lexicon.relative for p in r.phrases)
        self._not_days = Phrases((p, None) for p in lexicon.not_days)
        self._patterns = self._compile()

    def find(self, text: str, offset: int, tokens: list[Token]) -> list[Expression]:
        """The expressions of a sentence ``text`` at ``offset``, in order, none overlapping."""
        folded = fold_in_place(text)
        found = [*self._figures(folded), *self._worded(folded)]
        found = [replace(e, start=e.start + offset, stop=e.stop + offset) for e in found]
        found += self._relatives(tokens)
        return self._joined(_apart(found), text, offset)

    def _compile(self) -> dict[Kind, re.Pattern[str]]:
        lexicon = self._lexicon
        months, weekdays = _any(self._months), _any(self._weekdays)
        stems = [*lexicon.past_stems, *lexicon.next_stems, *lexicon.this_stems]
        which = rf"(?:(?P<which>(?:{'|'.join(stems)})\w*)\s+)?"
        whose = (
            rf"(?:\s+(?P<year>\d{{4}})(?!\d){_YEAR_WORD}?"
            rf"|\s+(?P<whose>(?:{'|'.join(stems)})\w*)\s+года)?"
        )
        part = r"(?:(?:начале|конце|середине|первой\s+половине|второй\s+половине)\s+)?"
        more = r"(?P<more>(?:\s*(?:,|и|[-–—−]|по|до)\s*\d{1,2}(?:-?(?:го|е))?)*)"
        return {
            "day": re.compile(
                rf"(?<![\w.,:/-])(?:(?P<prep>с|со|до|к|ко|от|по|после|на|в)\s+)?(?P<day>\d{{1,2}})"
                rf"(?:-?(?:го|е|му))?{more}\s+(?P<month>{months})\b(?:\.(?=\s*\d{{4}}))?"
                rf"(?:\s*(?P<year>\d{{4}})(?!\d))?{_YEAR_WORD}?"
            ),
            "weekday": re.compile(rf"(?<!\w)(?:в|во|на)\s+{which}(?P<weekday>{weekdays})\b"),
            "week": re.compile(rf"(?<!\w)на\s+{which}неделе\b"),
            "month": re.compile(
                rf"(?<!\w)(?P<prep>в|во|на|к|до|с|после)\s+{part}{which}(?P<month>{months})\b{whose}"
            ),
            "season": re.compile(rf"(?<!\w){which}(?P<season>{_any(self._seasons)})\b{whose}"),
            "year": re.compile(
                rf"(?<!\w)(?:в|во)\s+{part}(?:(?P<year>(?:1[5-9]|20)\d{{2}})(?:-?(?:м|го|ом))?"
                rf"{_YEAR_WORD}|(?P<which>(?:{'|'.join(stems)})\w*)\s+году)(?!\w)"
            ),
        }

    def _figures(self, text: str) -> Iterator[Expression]:
        for day in self._written.find(text):
            if day.year is not None and not text[day.start : day.stop].isspace():
                bound = text[: day.start].rstrip().rsplit(" ", 1)[-1] in _BOUNDS
                yield Expression(
                    day.start, day.stop, "day", day.year, day.month, day.day, bound=bound
                )

    def _worded(self, text: str) -> Iterator[Expression]:
        for kind, pattern in self._patterns.items():
            for found in pattern.finditer(text):
                yield from self._read(kind, found)

    def _read(self, kind: Kind, found: re.Match[str]) -> Iterator[Expression]:
        parts = found.groupdict()
        year = int(parts["year"]) if parts.get("year") else None
        base = Expression(
            found.start(),
            found.end(),
            kind,
            year,
            which=self._which(parts.get("which")),
            whose=self._which(parts.get("whose")),
            bound=(parts.get("prep") or "") in _BOUNDS and not parts.get("more"),
            ahead=(parts.get("prep") or "") in _AHEAD,
        )
        if kind == "day" and 1 <= int(parts["day"]) <= 31:
            yield replace(base, month=self._months[parts["month"]], day=int(parts["day"]))
        elif kind == "weekday":
            yield replace(base, number=self._weekdays[parts["weekday"]])
        elif kind == "month":
            yield replace(base, month=self._months[parts["month"]])
        elif kind == "season":
            season = self._seasons[parts["season"]]
            yield replace(base, number=season.first, last=season.last)
        elif kind == "year" or (kind == "week" and base.which):
            yield base

    def _which(self, word: str | None) -> Which:
        if not word:
            return ""
        if word.startswith(tuple(self._lexicon.past_stems)):
            return "past"
        return "next" if word.startswith(tuple(self._lexicon.next_stems)) else "this"

    def _relatives(self, tokens: list[Token]) -> Iterator[Expression]:
        skip: set[int] = set()
        for number in range(len(tokens)):
            for words, _ in self._not_days.at(tokens, number):
                skip.update(range(number, number + len(words)))
        number = 0
        while number < len(tokens):
            step = 1
            said = next(self._phrases.at(tokens, number), None) if number not in skip else None
            if said is not None:
                words, entry = said
                step = len(words)
                if not self._counts_from_event(tokens, number + step, words):
                    start = self._with_preposition(tokens, number, words)
                    stop = tokens[number + step - 1].stop
                    days, context = entry.days, entry.context
                    yield Expression(start, stop, "relative", number=days, context=context)
            number += step

    def _counts_from_event(self, tokens: list[Token], after: int, words: list[str]) -> bool:
        """«накануне форума» is a day before the forum, not before today."""
        if words[0] != "накануне":
            return False
        return any(t.lemma in self._not_before for t in tokens[after : after + 3])

    def _with_preposition(self, tokens: list[Token], number: int, words: list[str]) -> int:
        if words[-1] == "день" and number and tokens[number - 1].lemma in ("в", "во"):
            return tokens[number - 1].start
        return tokens[number].start

    def _joined(self, found: list[Expression], text: str, offset: int) -> list[Expression]:
        """«в среду, 8 ноября», «сегодня, 9 декабря», «9 декабря, в среду» are one date each."""
        joined: list[Expression] = []
        for expression in found:
            before = joined[-1] if joined else None
            if before is not None and _same_day(before, expression):
                gap = text[before.stop - offset : expression.start - offset]
                if _GAP.fullmatch(gap) or not gap.strip(" ,("):
                    told = expression if expression.kind == "day" else before
                    joined[-1] = replace(told, start=before.start, stop=expression.stop)
                    continue
            joined.append(expression)
        return joined


def _same_day(one: Expression, other: Expression) -> bool:
    kinds = {one.kind, other.kind}
    return "day" in kinds and bool(kinds & {"weekday", "relative"})


def _apart(found: list[Expression]) -> list[Expression]:
    """In text order, the longer first; what overlaps an earlier one is dropped."""
    kept: list[Expression] = []
    for expression in sorted(found, key=lambda e: (e.start, -e.stop)):
        if not kept or expression.start >= kept[-1].stop:
            kept.append(expression)
    return kept


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"
