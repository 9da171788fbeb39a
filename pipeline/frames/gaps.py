"""Why a meeting has no date or place: not stated, ambiguous, not resolved."""

from __future__ import annotations

from ..dating.phrases import Phrases
from ..document import Document, Sentence
from ..drafts import MeetingDraft
from ..knowledge.setting import SettingLexicon


class Gaps:
    """Warns of empty fields of weight, one warning a field, on the meeting's trigger."""

    def __init__(self, lexicon: SettingLexicon) -> None:
        self._vague = Phrases((p, None) for p in lexicon.vague)

    def warn(self, document: Document) -> None:
        """Say of every meeting of the document which of date, year and place it lacks and why."""
        for meeting in document.meetings:
            if meeting.date is None:
                why = self._why_undated(document, meeting)
                document.warn("meeting_date_unknown", why, *meeting.trigger)
            elif meeting.date.value.startswith("--"):
                why = "not resolved: no publication date tells the year"
                document.warn("meeting_year_unknown", why, *meeting.trigger)
            if meeting.place is None:
                document.warn("meeting_place_unknown", _why_unplaced(meeting), *meeting.trigger)

    def _why_undated(self, document: Document, meeting: MeetingDraft) -> str:
        sentences = [document.sentences[i] for i in meeting.sentences]
        for warning in document.warnings:
            at = warning.start if warning.code == "date_unresolved" else None
            if at is not None and any(s.start <= at < s.stop for s in sentences):
                return f"not resolved: {warning.message}"
        for sentence in sentences:
            words = self._told_vaguely(document, sentence)
            if words:
                return f"ambiguous: told only as «{words}»"
        return "not stated: neither its sentences nor the telling around them date it"

    def _told_vaguely(self, document: Document, sentence: Sentence) -> str:
        tokens = document.sentence_tokens(sentence)
        said = self._vague.find(tokens)
        return document.text[tokens[said[0]].start : tokens[said[1] - 1].stop] if said else ""


def _why_unplaced(meeting: MeetingDraft) -> str:
    if meeting.kind == "call":
        return "not stated: a call has no one place"
    if meeting.host_event is not None:
        return "not stated: only the event is named"
    return "not stated: neither its sentences nor the telling around them name a place"
