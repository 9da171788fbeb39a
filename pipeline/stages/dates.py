"""Dates: every expression of time of day, month or year, resolved against the day of telling."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from schemas.facts import DateBasis

from ..dating.expressions import Finder
from ..dating.patterns import Expression
from ..dating.resolve import Reference, Tense, Told, resolve
from ..dating.tense import Tenses
from ..document import Document, Sentence
from ..drafts import DateDraft
from ..knowledge import Lexicon
from ..knowledge.dates import DatesLexicon
from ..nlp.days import WrittenDays
from ..stage import Stage

_UNRESOLVED = {
    "day": "no such day",
    "ago": "it counts from a day that is not known",
}
_EVENT_YEAR = re.compile(r"\w[-–—]((?:19|20)\d{2})\b(?![-–—]\d)")
_ZONES = ("title", "body", "caption")
# A day told at most so many sentences before is near, and «в тот же день» looks so far back.
_NEAR = 2
_FAR = 12

Found = list[tuple[Sentence, list[Expression]]]
"""The expressions of each sentence."""


class DatesStage(Stage):
    """Finds dates sentence by sentence; what cannot be resolved becomes a warning."""

    name = "dates"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"tokens", "sentences", "morphology", "syntax", "zones"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"dates"})

    def __init__(self, lexicon: Lexicon) -> None:
        dates = lexicon.read(DatesLexicon)
        self._finder = Finder(dates)
        self._tenses = Tenses(frozenset(dates.planning), frozenset(dates.inviting))
        self._days = WrittenDays(dates.months())

    def process(self, document: Document) -> None:
        found = [(s, self._find(document, s)) for s in document.sentences if s.zone in _ZONES]
        reference = self._reference(document, found)
        last: tuple[int, Told] | None = None
        for sentence, expressions in found:
            for expression in expressions:
                told = _recalled(last, sentence)
                draft = self._draft(document, sentence, expression, reference, told)
                if draft is not None and draft.precision == "day" and not draft.bound:
                    last = _remember(sentence, expression, draft)

    def _find(self, document: Document, sentence: Sentence) -> list[Expression]:
        text = document.text[sentence.start : sentence.stop]
        return self._finder.find(text, sentence.start, document.sentence_tokens(sentence))

    def _draft(
        self,
        document: Document,
        sentence: Sentence,
        expression: Expression,
        reference: Reference,
        told: Told | None,
    ) -> DateDraft | None:
        start, stop = expression.start, expression.stop
        tense = self._tense(document, sentence, expression)
        found = resolve(expression, reference, tense, told)
        words = document.text[start:stop]
        if found is None:
            if expression.strict:
                return None
            why = _UNRESOLVED.get(expression.kind, "the day of telling is unknown")
            document.warn("date_unresolved", f"«{words}» gives no date: {why}", start, stop)
            return None
        draft = DateDraft(
            start, stop, found.value, found.precision, found.basis, bound=expression.bound
        )
        document.dates.append(draft)
        note = f"{expression.kind} in the {tense}: {found.value} ({found.basis})"
        document.note(self.name, start, stop, note)
        return draft

    def _tense(self, document: Document, sentence: Sentence, expression: Expression) -> Tense:
        """Of a day only the tense that governs it counts; «в среду улетаю» looks ahead."""
        start, stop = expression.start, expression.stop
        if expression.kind == "day":
            return self._tenses.governing(document, start, stop) or "present"
        present = self._tenses.governing(document, start, stop) == "present"
        if expression.kind == "weekday" and present:
            return "future"
        wide = expression.kind in ("month", "span", "year")
        return self._tenses.of(document, sentence, start, stop, wide=wide)

    def _reference(self, document: Document, found: Found) -> Reference:
        """The publication date, else the dateline's day even without a year."""
        written = self._in_dateline(document)
        if document.published is not None:
            told = written is not None and written == document.published
            given = document.article.published is not None
            basis: DateBasis = "dateline" if told and not given else "published"
            return Reference(date.fromisoformat(document.published), basis)
        if written is not None and written.startswith("--"):
            return Reference(_yearless(written), "dateline", yearless=True)
        return self._counted_from(found) or Reference(year=self._told_year(document))

    def _counted_from(self, found: Found) -> Reference | None:
        """The day of telling where only the text says it: «вчера, 29 декабря 2025 года»."""
        for _, expressions in found:
            for e in expressions:
                day = resolve(e, Reference(), "present") if e.since is not None else None
                if day is not None and e.since is not None:
                    yearless = day.value.startswith("-")
                    told = _yearless(day.value) if yearless else date.fromisoformat(day.value)
                    return Reference(told - timedelta(e.since), "context", yearless=yearless)
        return None

    def _told_year(self, document: Document) -> int | None:
        """The year of a sentence that says «этим летом» beside «форум-2025»; else None."""
        if not _EVENT_YEAR.search(document.text):
            return None
        for sentence in document.sentences:
            text = document.text[sentence.start : sentence.stop]
            years = _EVENT_YEAR.findall(text) if sentence.zone in _ZONES else []
            words = document.sentence_tokens(sentence) if years else []
            if any(e.which == "this" for e in self._finder.find(text, sentence.start, words)):
                return int(years[0]) if years else None
        return None

    def _in_dateline(self, document: Document) -> str | None:
        """The day of the dateline as ISO, a crawler's date before it passed over."""
        for zone in document.zones:
            if zone.kind == "dateline":
                days = self._days.find(document.text[zone.start : zone.stop])
                return days[-1].iso() if days else None
        return None


def _recalled(last: tuple[int, Told] | None, sentence: Sentence) -> Told | None:
    """The last day told, if it is not too far back."""
    if last is None or sentence.index - last[0] > _FAR:
        return None
    return replace(last[1], near=sentence.index - last[0] <= _NEAR)


def _remember(sentence: Sentence, expression: Expression, draft: DateDraft) -> tuple[int, Told]:
    yearless = draft.value.startswith("-")
    day = _yearless(draft.value) if yearless else date.fromisoformat(draft.value)
    named = expression.kind in ("day", "weekday")
    return sentence.index, Told(day, named, near=True, yearless=yearless)


def _yearless(value: str) -> date:
    """``--MM-DD`` as a day of a leap year."""
    return date.fromisoformat(f"2000{value[1:]}")
