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
from ..drafts import DateDraft, EntityDraft, MeetingDraft
from ..knowledge.setting import SettingLexicon
from .merge import represented
from .setting import HostEvents
from .view import View
from .when import dates_in
from .where import Locative, Places, Travel, is_town

# A day so far from the publication is no day of the telling.
_NEAR = 31
_SHORT = 12
_NEARBY = 2
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
        if meeting.status == "denied":
            return
        scenes = [
            self._pointed_at(view, meeting, sentence),
            self._visited(meeting, sentence, travels),
            self._town(view, meeting),
        ]
        met = {p.entity for p in meeting.participants}
        meeting.place = next((s for s in scenes if s is not None and s not in met), None)

    def _pointed_at(
        self, view: View, meeting: MeetingDraft, sentence: Sentence
    ) -> EntityDraft | None:
        """The place before «там», «где», «тогда», or all that a short sentence before tells of."""
        document = view.document
        words = document.sentence_tokens(sentence)
        trigger = document.token_range(*meeting.trigger)[0]
        pointer = next((t.index for t in words if t.lemma in self._pointers), None)
        if pointer is None and self._says(document, sentence, self._resuming):
            pointer = trigger
        scenes: list[Locative] = []
        if pointer is not None and pointer > sentence.first:
            scenes = list(self._places.told(view, sentence.first, pointer))
        before = document.sentences[sentence.index - 1] if sentence.index else None
        if not scenes and before is not None and before.paragraph == sentence.paragraph:
            whole = pointer is not None or before.last - before.first <= _SHORT
            scenes = list(self._places.told(view, before.first, before.last)) if whole else []
        return scenes[-1].entity if scenes else None

    def _visited(
        self, meeting: MeetingDraft, sentence: Sentence, travels: list[Travel]
    ) -> EntityDraft | None:
        """Where the text has last brought one of those who meet."""
        sides = represented(meeting.participants)
        trips = [
            t
            for t in travels
            if (t.start < meeting.trigger[0] or (t.aside and t.sentence == sentence.index))
            and sentence.index - t.sentence <= _STAY
            and t.who & sides
            and (meeting.status == "planned" or not t.ahead)
        ]
        return trips[-1].place if trips else None

    def _town(self, view: View, meeting: MeetingDraft) -> EntityDraft | None:
        """The town named with the day that the meeting takes over."""
        if meeting.date is None or meeting.date.basis != "context":
            return None
        sentence = view.document.sentence_at(meeting.date.start)
        if sentence is None:
            return None
        told = self._places.told(view, sentence.first, sentence.last)
        towns = list({id(p.entity): p.entity for p in told if is_town(p.entity)}.values())
        return towns[0] if len(towns) == 1 else None

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
    body = [d for d in days if document.zone_at(d.start) == "body"]
    heads = [d for d in body if _heads_sentence(document, d)]
    lead = [d for d in body if d.basis in ("published", "dateline")]
    titles = [d for d in days if document.zone_at(d.start) == "title"]
    main = next(iter([*told, *heads, *lead, *titles]), None)
    anchors = sorted([*told, *heads], key=lambda d: d.start)
    for day in reversed(anchors):
        if (
            main is None
            or day.value >= main.value
            or _paragraph(document, day) == sentence.paragraph
        ):
            return day
    return main or _time_of_telling(document, sentence)


def _time_of_telling(document: Document, sentence: Sentence) -> DateDraft | None:
    """The month that one of the sentences just before tells of, where no day is told."""
    if document.published is None:
        return None
    start = document.sentences[max(0, sentence.index - _NEARBY)].start
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
