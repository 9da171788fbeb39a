"""What a meeting takes over from the telling around it: the day, the scene, the event.

An article that tells of several meetings names their day once: in its lead, at the head of a
paragraph, with the first of them. A meeting told with a word of no definite day («ранее», «на
днях») takes none; a document's date, an anniversary's and a bound are no day of the telling.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..dating.phrases import Phrases
from ..document import Document, Sentence
from ..drafts import DateDraft, MeetingDraft
from ..knowledge.setting import SettingLexicon
from .merge import represented
from .setting import HostEvents
from .view import View
from .when import dates_in
from .where import Places, Travel

# A day so far from the publication is no day of the telling.
_NEAR = 31
_SHORT = 12
# «Церемония», «Торжественная церемония»: the subject stands so near the sentence's start.
_OPENING = 3
# A guest's whereabouts hold for so many sentences.
_STAY = 8


class Chronicle:
    """Completes the settings of an article's meetings, in text order."""

    def __init__(self, lexicon: SettingLexicon, places: Places, events: HostEvents) -> None:
        self._places = places
        self._events = events
        self._vague = Phrases((p, None) for p in lexicon.vague)
        self._resuming = Phrases((p, None) for p in lexicon.resuming)
        self._pointers = frozenset(lexicon.pointers)
        self._retellings = frozenset(lexicon.retellings)

    def complete(self, view: View, meetings: list[MeetingDraft]) -> None:
        """Give dates, places and host events to meetings that lack them."""
        travels = self._places.travels(view)
        for meeting in meetings:
            sentence = view.document.sentences[min(meeting.sentences)]
            self._retold(view, meetings, meeting)
            if meeting.date is None:
                self._date(view, meetings, meeting, sentence)
            if meeting.place is None and meeting.kind != "call":
                self._place(view, meeting, sentence, travels)
        for meeting in meetings:
            self._host_event(view, meetings, meeting)

    def _retold(self, view: View, meetings: list[MeetingDraft], meeting: MeetingDraft) -> None:
        """«Церемония прошла 5 мая в Смольном» right after, with no meeting of its own."""
        document = view.document
        following = max(meeting.sentences) + 1
        if following >= len(document.sentences) or any(following in m.sentences for m in meetings):
            return
        sentence = document.sentences[following]
        opening = document.sentence_tokens(sentence)[:_OPENING]
        if not any(t.lemma in self._retellings and t.rel.startswith("nsubj") for t in opening):
            return
        places = list(self._places.told(view, sentence.first, sentence.last))
        if places:
            meeting.place = meeting.place or min(places, key=lambda p: p.size).entity
        meeting.date = meeting.date or next(dates_in(document, sentence.start, sentence.stop), None)
        meeting.host_event = meeting.host_event or self._events.told(view, sentence)

    def _date(
        self, view: View, meetings: list[MeetingDraft], meeting: MeetingDraft, sentence: Sentence
    ) -> None:
        document = view.document
        if self._says(document, sentence, self._resuming):
            found = _last_before(document, meeting.trigger[0], sentence.index - 1)
        elif self._says(document, sentence, self._vague):
            return
        elif meeting.status == "held":
            found = _day_of_telling(document, meetings, meeting, sentence)
        else:
            ahead = meeting.status in ("planned", "possible")
            found = _announced_before(document, sentence) if ahead else None
        if found is not None:
            meeting.date = replace(found, basis="context")

    def _says(self, document: Document, sentence: Sentence, phrases: Phrases[None]) -> bool:
        words = document.sentence_tokens(sentence)
        return any(next(phrases.at(words, n), None) is not None for n in range(len(words)))

    def _place(
        self, view: View, meeting: MeetingDraft, sentence: Sentence, travels: list[Travel]
    ) -> None:
        """«Там делегацию приняла мэр»; «Завершился день в Чирчике. …»; where its people went."""
        document = view.document
        met = {p.entity for p in meeting.participants}
        words = document.sentence_tokens(sentence)
        pointer = next((t for t in words if t.lemma in self._pointers), None)
        scenes = []
        if pointer is not None:
            scenes = list(
                self._places.told(view, sentence.first, max(pointer.index, sentence.first + 1))
            )
        before = document.sentences[sentence.index - 1] if sentence.index else None
        if not scenes and before is not None and before.paragraph == sentence.paragraph:
            short = before.last - before.first <= _SHORT
            if pointer is not None or short:
                scenes = list(self._places.told(view, before.first, before.last))
        told = [s.entity for s in scenes if s.entity not in met]
        if not told:
            sides = represented(meeting.participants)
            trips = [
                t
                for t in travels
                if t.start < meeting.trigger[0]
                and sentence.index - t.sentence <= _STAY
                and t.who & sides
                and (meeting.status == "planned" or not t.ahead)
            ]
            told = [t.place for t in trips[-1:] if t.place not in met]
        meeting.place = told[-1] if told and meeting.status != "denied" else None

    def _host_event(self, view: View, meetings: list[MeetingDraft], meeting: MeetingDraft) -> None:
        """A chain of meetings within one event names it once, with their day."""
        if meeting.host_event is not None or meeting.place is not None or meeting.date is None:
            return
        if meeting.date.basis == "context" and meeting.kind != "call":
            told = [
                m.host_event
                for m in meetings
                if m.date is not None
                and (m.date.start, m.date.value) == (meeting.date.start, meeting.date.value)
                and m.host_event is not None
            ]
            sentence = view.document.sentence_at(meeting.date.start)
            scene = self._events.told(view, sentence) if sentence is not None else None
            meeting.host_event = told[0] if told else scene


def _day_of_telling(
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
    heads = [d for d in days if _heads_sentence(document, d)]
    lead = [d for d in days if d.basis in ("published", "dateline")]
    main = next(iter([*told, *heads, *lead]), None)
    anchors = sorted([*told, *heads], key=lambda d: d.start)
    for day in reversed(anchors):
        if (
            main is None
            or day.value >= main.value
            or _paragraph(document, day) == sentence.paragraph
        ):
            return day
    return main


def _paragraph(document: Document, day: DateDraft) -> int:
    sentence = document.sentence_at(day.start)
    return sentence.paragraph if sentence is not None else -1


def _may_tell(document: Document, day: DateDraft, before: int) -> bool:
    """Whether the telling may be of this day: of the body, not to come, not long ago."""
    if day.precision != "day" or day.bound or day.start >= before:
        return False
    if document.zone_at(day.start) != "body" or any(
        s.direct and s.start <= day.start < s.stop for s in document.speech
    ):
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
    return first - sentence.first <= 1 or sentence.last - sentence.first <= _SHORT // 2


def _last_before(document: Document, before: int, sentence: int) -> DateDraft | None:
    """The last date of any precision in the two sentences up to ``before``."""
    start = document.sentences[max(sentence, 0)].start
    found = list(dates_in(document, start, before))
    return found[-1] if found else None


def _announced_before(document: Document, sentence: Sentence) -> DateDraft | None:
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
