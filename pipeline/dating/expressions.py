"""The words of dates in a sentence, not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..document import Token
from ..knowledge.dates import DatesLexicon
from ..nlp.days import WrittenDays
from ..nlp.words import fold_in_place
from .patterns import BOUNDS, Expression, Patterns
from .phrases import Phrases

_GAP = re.compile(r"\s*,?\s*\(?\s*(?:в\s+|то\s+есть\s+)?")
_DASH = re.compile(r"\s?[-–—−]\s?")


class Finder:
    """Finds the expressions of one sentence by the words of the lexicon."""

    def __init__(self, lexicon: DatesLexicon) -> None:
        self._patterns = Patterns(lexicon)
        self._written = WrittenDays(lexicon.months())
        self._not_before = frozenset(lexicon.not_before)
        self._phrases = Phrases((p, r) for r in lexicon.relative for p in r.phrases)
        self._not_days = Phrases((p, None) for p in lexicon.not_days)

    def find(self, text: str, offset: int, tokens: list[Token]) -> list[Expression]:
        """The expressions of a sentence ``text`` at ``offset``, in order, none overlapping."""
        folded = fold_in_place(text)
        found = [*self._figures(folded), *self._patterns.find(folded)]
        found = [replace(e, start=e.start + offset, stop=e.stop + offset) for e in found]
        found += self._relatives(tokens)
        joined = _joined(_apart(found), text, offset)
        return [replace(e, bound=e.bound or _denied(folded, e.start - offset)) for e in joined]

    def _figures(self, text: str) -> Iterator[Expression]:
        for day in self._written.find(text):
            if day.year is not None and str(day.year) in text[day.start : day.stop]:
                bound = text[: day.start].rstrip().rsplit(" ", 1)[-1] in BOUNDS
                yield Expression(
                    day.start, day.stop, "day", day.year, day.month, day.day, bound=bound
                )

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
                if not (entry.either and self._counts_from_event(tokens, number + step)):
                    start = self._with_preposition(tokens, number, words)
                    stop = tokens[number + step - 1].stop
                    yield Expression(
                        start,
                        stop,
                        "relative",
                        number=entry.days,
                        context=entry.context,
                        either=entry.either,
                        strict=entry.strict,
                    )
            number += step

    def _counts_from_event(self, tokens: list[Token], after: int) -> bool:
        """«накануне форума» is a day before the forum, not before today."""
        if after < len(tokens) and tokens[after].feats.get("Case") == "Gen":
            return True
        return any(t.lemma in self._not_before for t in tokens[after : after + 3])

    def _with_preposition(self, tokens: list[Token], number: int, words: list[str]) -> int:
        if words[-1] == "день" and number and tokens[number - 1].lemma in ("в", "во"):
            return tokens[number - 1].start
        return tokens[number].start


def _denied(text: str, start: int) -> bool:
    """«не 30 мая, а 10 июня»: nothing happens on the former."""
    return text[:start].rstrip().endswith((" не", ",не")) or text[:start].strip() == "не"


def _joined(found: list[Expression], text: str, offset: int) -> list[Expression]:
    """«в среду, 8 ноября», «9 декабря, в среду», «с 30 мая по 2 июня» are one date each."""
    joined: list[Expression] = []
    for expression in found:
        before = joined[-1] if joined else None
        if before is not None:
            gap = text[before.stop - offset : expression.start - offset]
            told = _one_day(before, expression, gap) or _range(before, expression, gap)
            if told is not None:
                joined[-1] = replace(told, start=before.start, stop=expression.stop)
                continue
        joined.append(expression)
    return joined


def _one_day(one: Expression, other: Expression, gap: str) -> Expression | None:
    """The better of two tellings of the same day side by side."""
    kinds = {one.kind, other.kind}
    if "day" not in kinds or not kinds & {"weekday", "relative"} or not _GAP.fullmatch(gap):
        return None
    day, beside = (other, one) if other.kind == "day" else (one, other)
    counted = beside.kind == "relative" and not (beside.context or beside.either)
    return replace(day, since=beside.number) if counted else day


def _range(one: Expression, other: Expression, gap: str) -> Expression | None:
    """A range is dated by its first day, which takes the year of the last."""
    if one.kind != other.kind or one.kind not in ("day", "weekday"):
        return None
    closes = one.opens and other.bound and not other.opens and not gap.strip()
    if not closes and not (one.kind == "day" and not other.bound and _DASH.fullmatch(gap)):
        return None
    year = one.year
    if year is None and other.year is not None:
        year = other.year - (one.month > other.month)
    return replace(one, year=year, bound=False)


def _apart(found: list[Expression]) -> list[Expression]:
    """In text order, the longer first; what overlaps an earlier one is dropped."""
    kept: list[Expression] = []
    for expression in sorted(found, key=lambda e: (e.start, -e.stop)):
        if not kept or expression.start >= kept[-1].stop:
            kept.append(expression)
    return kept
