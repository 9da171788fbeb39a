"""What a meeting takes over from the telling around it: the day, the place, the event.

An article that tells of several meetings names their day once: in its lead, at the head of a
paragraph, with the first of them. A meeting told with a word of no definite day («ранее», «на
днях») takes none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..dating.phrases import Phrases
from ..document import Document, Sentence, Token
from ..drafts import DateDraft, MeetingDraft
from ..knowledge.setting import SettingLexicon
from .narration import announced_before, day_of_telling, last_before
from .scenes import Scenes
from .setting import HostEvents
from .view import View
from .when import dates_in
from .where import Places

_PRONOUNS = frozenset({"он", "она", "оно", "они"})
# «Церемония», «Торжественная церемония»: the subject stands so near the sentence's start.
_OPENING = 3


class Chronicle:
    """Completes the settings of an article's meetings, in text order."""

    def __init__(self, lexicon: SettingLexicon, places: Places, events: HostEvents) -> None:
        self._places = places
        self._events = events
        self._scenes = Scenes(lexicon, places, events)
        self._vague = Phrases((p, None) for p in lexicon.vague)
        self._resuming = Phrases((p, None) for p in lexicon.resuming)
        self._retellings = frozenset(lexicon.retellings)
        self._happening = frozenset(lexicon.happening)

    def complete(self, view: View, meetings: list[MeetingDraft]) -> None:
        """Give dates, places and host events to meetings that lack them."""
        travels = self._places.travels(view) if meetings else []
        for meeting in meetings:
            sentence = view.document.sentences[min(meeting.sentences)]
            self._retold(view, meetings, meeting)
            if meeting.date is None:
                found = self._date(view.document, meetings, meeting, sentence)
                meeting.date = replace(found, basis="context") if found is not None else None
            if meeting.place is None and meeting.kind != "call" and meeting.status != "denied":
                meeting.place = self._scenes.place(view, meeting, sentence, travels)
        for meeting in meetings:
            if _is_after_page(view.document, meeting):
                meeting.date = None
            if meeting.host_event is None and meeting.place is None and meeting.kind != "call":
                meeting.host_event = self._scenes.event(view, meeting, meetings)

    def _retold(self, view: View, meetings: list[MeetingDraft], meeting: MeetingDraft) -> None:
        """«Церемония прошла 5 мая в Смольном» right after, with no meeting of its own."""
        document = view.document
        following = max(meeting.sentences) + 1
        if following >= len(document.sentences) or any(following in m.sentences for m in meetings):
            return
        sentence = document.sentences[following]
        opening = document.sentence_tokens(sentence)[:_OPENING]
        if not any(self._is_the_meeting(view, token) for token in opening):
            return
        places = self._places.scenes(view, sentence)
        if places:
            meeting.place = meeting.place or min(places, key=lambda p: p.size).entity
        meeting.date = meeting.date or next(dates_in(document, sentence.start, sentence.stop), None)
        meeting.host_event = meeting.host_event or self._events.told(view, sentence)

    def _is_the_meeting(self, view: View, token: Token) -> bool:
        """Whether a subject is the meeting by another word: «церемония», «она прошла»."""
        if not token.rel.startswith("nsubj"):
            return False
        head = view.tree.head(token.index)
        happens = head is not None and head.lemma in self._happening
        return token.lemma in self._retellings or (happens and token.lemma in _PRONOUNS)

    def _date(
        self,
        document: Document,
        meetings: list[MeetingDraft],
        meeting: MeetingDraft,
        sentence: Sentence,
    ) -> DateDraft | None:
        words = document.sentence_tokens(sentence)
        if self._resuming.find(words):
            return last_before(document, meeting.trigger[0], sentence.index - 1)
        if self._vague.find(words) or meeting.status == "denied":
            return None
        if meeting.status == "held":
            return day_of_telling(document, meetings, meeting, sentence)
        return announced_before(document, sentence)


def _is_after_page(document: Document, meeting: MeetingDraft) -> bool:
    """Whether a held meeting has a day long past the page's: that of something to come.

    A day a little later is rather a page whose own date is not what it seems.
    """
    day, page = meeting.date, document.published
    if day is None or page is None or meeting.status != "held" or not day.value[:1].isdigit():
        return False
    told, written = day.value.split("-"), date.fromisoformat(page)
    months = 12 * (int(told[0]) - written.year)
    return months + int(told[1]) - written.month > 1 if len(told) > 1 else months > 0
