"""The day an article tells of: held meetings without a date of their own happened on it.

A chain of meetings is dated once, in its first sentence or the one before. A meeting told with a
word of earlier days («ранее», «напомним») or of no definite day keeps its date unknown.
"""

from __future__ import annotations

from dataclasses import replace

from ..document import Document
from ..drafts import DateDraft, MeetingDraft
from ..knowledge.frames import MeetingsLexicon


def inherit_dates(
    document: Document, meetings: list[MeetingDraft], lexicon: MeetingsLexicon
) -> None:
    """Give undated held meetings the day of the nearest day-dated telling before them."""
    earlier = frozenset(lexicon.earlier_words)
    for meeting in meetings:
        if meeting.date is not None or meeting.status != "held":
            continue
        first = min(meeting.sentences)
        words = {t.lemma for t in document.sentence_tokens(document.sentences[first])}
        if words & earlier:
            continue
        date = _day_before(document, meetings, first)
        if date is not None:
            meeting.date = replace(date, basis="context")


def _day_before(
    document: Document, meetings: list[MeetingDraft], sentence: int
) -> DateDraft | None:
    """The day of the last held meeting told before, else the first day the body names."""
    told = [
        m.date
        for m in meetings
        if m.date is not None
        and m.status == "held"
        and m.date.precision == "day"
        and m.date.basis != "context"
        and min(m.sentences) < sentence
    ]
    if told:
        return told[-1]
    start = document.sentences[sentence].start
    lead = [
        d
        for d in document.dates
        if d.precision == "day"
        and not d.bound
        and d.basis in ("published", "dateline")
        and document.zone_at(d.start) == "body"
        and d.start < start
    ]
    return lead[0] if lead else None
