"""The day an article is telling of at a point: its lead's, a sentence's head, a meeting's before.

A document's date, an anniversary's and a bound are no day of the telling.
"""

from __future__ import annotations

from datetime import date

from ..document import Document, Sentence
from ..drafts import DateDraft, MeetingDraft
from .when import dates_in

# A day so many days from the publication is no day of the telling.
_NEAR = 31
# A sentence of so many tokens says little but its day.
_SHORT = 6
# So many sentences before may tell of the month.
_BEFORE = 2


def day_of_telling(
    document: Document, meetings: list[MeetingDraft], meeting: MeetingDraft, sentence: Sentence
) -> DateDraft | None:
    """The last day that a meeting or the head of a sentence has told, else the lead's.

    A step back from the first such day («Накануне …») holds for its paragraph.
    """
    told = [
        m.date
        for m in meetings
        if m.date is not None
        and m.status == "held"
        and m.date.precision == "day"
        and m.date.basis != "context"
        and min(m.sentences) < sentence.index
    ]
    days = [d for d in document.dates if _may_tell(document, d, meeting.trigger[0])]
    body = [d for d in days if document.zone_at(d.start) == "body"]
    heads = [d for d in body if _heads_sentence(document, d)]
    lead = [d for d in body if d.basis in ("published", "dateline")]
    titles = [d for d in days if document.zone_at(d.start) == "title"]
    main = next(iter([*told, *heads, *lead, *titles]), None)
    for day in sorted([*told, *heads], key=lambda d: -d.start):
        onward = main is not None and day.value >= main.value
        if onward or _paragraph(document, day) == sentence.paragraph:
            return day
    return main or _time_of_telling(document, sentence)


def _time_of_telling(document: Document, sentence: Sentence) -> DateDraft | None:
    """The month that one of the sentences just before tells of, where no day is told."""
    if document.published is None:
        return None
    start = document.sentences[max(0, sentence.index - _BEFORE)].start
    months = [
        d
        for d in dates_in(document, start, sentence.start)
        if d.precision == "month" and d.value <= document.published
    ]
    return months[-1] if months else None


def _paragraph(document: Document, day: DateDraft) -> int:
    sentence = document.sentence_at(day.start)
    return sentence.paragraph if sentence is not None else -1


def _may_tell(document: Document, day: DateDraft, before: int) -> bool:
    """Whether the telling may be of this day: of the body, not to come, not long ago."""
    if day.precision != "day" or day.bound or day.start >= before:
        return False
    if document.zone_at(day.start) not in ("body", "title"):
        return False
    if any(s.direct and s.start <= day.start < s.stop for s in document.speech):
        return False
    if document.published is None or day.value.startswith("-"):
        return True
    back = (date.fromisoformat(document.published) - date.fromisoformat(day.value)).days
    return 0 <= back <= _NEAR


def _heads_sentence(document: Document, day: DateDraft) -> bool:
    """Whether the day opens its sentence, or is most of what a short one says."""
    sentence = document.sentence_at(day.start)
    if sentence is None:
        return False
    first = document.token_range(day.start, day.stop)[0]
    return first - sentence.first <= 1 or sentence.last - sentence.first <= _SHORT


def last_before(document: Document, before: int, sentence: int) -> DateDraft | None:
    """The last date of any precision in the two sentences up to ``before``."""
    start = document.sentences[max(sentence, 0)].start
    found = list(dates_in(document, start, before))
    return found[-1] if found else None


def announced_before(document: Document, sentence: Sentence) -> DateDraft | None:
    """The day to come that the sentence before told: «Завтра делегация будет в Казани.»"""
    if not sentence.index or document.published is None:
        return None
    before = document.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph:
        return None
    days = [
        d
        for d in dates_in(document, before.start, before.stop)
        if d.precision == "day" and d.value > document.published
    ]
    return days[-1] if len(days) == 1 else None
