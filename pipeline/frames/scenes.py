"""The place and the event that the telling around a meeting makes its scene."""

from __future__ import annotations

from ..dating.phrases import Phrases
from ..document import Sentence
from ..drafts import EntityDraft, EventDraft, MeetingDraft, RegionDraft
from ..knowledge.setting import SettingLexicon
from .merge import represented
from .setting import HostEvents
from .view import View
from .where import Locative, Places, Travel, is_town

# A sentence of so many tokens may do no more than set the scene of the next.
_SHORT = 12
# Where a guest is holds for so many sentences.
_STAY = 8


class Scenes:
    """Finds what the sentences around a meeting say of where it was."""

    def __init__(self, lexicon: SettingLexicon, places: Places, events: HostEvents) -> None:
        self._places = places
        self._events = events
        self._pointers = frozenset(lexicon.pointers)
        self._resuming = Phrases((p, None) for p in lexicon.resuming)

    def place(
        self, view: View, meeting: MeetingDraft, sentence: Sentence, travels: list[Travel]
    ) -> EntityDraft | None:
        """«Там делегацию приняла мэр»; «Завершился день в Чирчике. …»; where its people went."""
        scenes = [
            self._pointed_at(view, meeting, sentence),
            self._signed_at(view, meeting, sentence),
            self._visited(meeting, sentence, travels),
            self._town(view, meeting),
        ]
        met = {p.entity for p in meeting.participants if p.role is None}
        told = next((s for s in scenes if s is not None and s not in met), None)
        return told or _place_visited(meeting)

    def event(
        self, view: View, meeting: MeetingDraft, meetings: list[MeetingDraft]
    ) -> EventDraft | None:
        """The event named with the day that the meeting takes over, by a meeting or by itself."""
        date = meeting.date
        if meeting.kind == "signing" and date is None:
            first = view.document.sentences[min(meeting.sentences)]
            before = _sentence_before(view, first)
            return self._events.told(view, before) if before is not None else None
        if date is None or date.basis != "context":
            return None
        for other in meetings:
            same = other.date is not None and other.date.start == date.start
            if same and other.host_event is not None:
                return other.host_event
        sentence = view.document.sentence_at(date.start)
        return self._events.told(view, sentence) if sentence is not None else None

    def _pointed_at(
        self, view: View, meeting: MeetingDraft, sentence: Sentence
    ) -> EntityDraft | None:
        """The place before «там», «где», «тогда», or all that a short sentence before tells of.

        A day of its own begins another scene.
        """
        document = view.document
        words = document.sentence_tokens(sentence)
        trigger = document.token_range(*meeting.trigger)[0]
        pointer = next((t.index for t in words if t.lemma in self._pointers), None)
        if pointer is None and self._resuming.find(words):
            pointer = trigger
        scenes: list[Locative] = []
        if pointer is not None and pointer > sentence.first:
            scenes = self._places.told(view, sentence.first, pointer)
        before = _sentence_before(view, sentence)
        if not scenes and before is not None:
            day = meeting.date
            anew = day is not None and sentence.start <= day.start < sentence.stop
            whole = pointer is not None or (before.last - before.first <= _SHORT and not anew)
            scenes = self._places.scenes(view, before) if whole else []
        return scenes[-1].entity if scenes else None

    def _signed_at(
        self, view: View, meeting: MeetingDraft, sentence: Sentence
    ) -> EntityDraft | None:
        """«В университете подписан договор. Подписи поставили …»: the place of the document."""
        before = _sentence_before(view, sentence) if meeting.kind == "signing" else None
        if before is None:
            return None
        told = self._places.scenes(view, before)
        return min(told, key=lambda p: p.size).entity if told else None

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
        told = self._places.scenes(view, sentence)
        towns = list({id(p.entity): p.entity for p in told if is_town(p.entity)}.values())
        return towns[0] if len(towns) == 1 else None


def _sentence_before(view: View, sentence: Sentence) -> Sentence | None:
    """The sentence before in the same paragraph."""
    before = view.document.sentences[sentence.index - 1] if sentence.index else None
    return before if before is not None and before.paragraph == sentence.paragraph else None


def _place_visited(meeting: MeetingDraft) -> EntityDraft | None:
    """The one place among those of a visit: the town that took the guests in."""
    places = [
        p.entity
        for p in meeting.participants
        if isinstance(p.entity, RegionDraft) and p.role is None
    ]
    return places[0] if meeting.kind == "visit" and len(places) == 1 else None
