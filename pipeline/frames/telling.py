"""From a candidate to the draft of a meeting: participants, setting, the signs of its making."""

from __future__ import annotations

from ..document import Sentence
from ..drafts import (
    EventDraft,
    FacilityDraft,
    MeetingDraft,
    ParticipantDraft,
    PersonDraft,
)
from ..knowledge.frames import MeetingsLexicon
from ..persons.represent import represents
from .candidate import Candidate
from .chunks import Actor
from .merge import sits
from .setting import Formats, HostEvents
from .view import View
from .visits import destination_of
from .when import date_of
from .where import Places

_OPENING = 5
_SOON = 4
_CEREMONIES = frozenset({"церемония", "подписание", "мероприятие"})
_JOINING = frozenset({"присоединиться", "присоединяться", "подключиться", "подключаться"})
_IN = frozenset({"в", "во", "на"})


class Teller:
    """Makes drafts of candidates."""

    def __init__(
        self, lexicon: MeetingsLexicon, places: Places, events: HostEvents, formats: Formats
    ) -> None:
        self._formats = formats
        self._places = places
        self._events = events
        self._recall = frozenset(lexicon.recall_words)
        self._venues = frozenset(lexicon.venues)
        self._next = frozenset(lexicon.next_words)
        self._apart = frozenset(lexicon.apart_words)
        self._in_it = frozenset(lexicon.in_it)
        self._in_signing = frozenset(lexicon.in_signing)

    def draft(self, view: View, candidate: Candidate) -> MeetingDraft:
        """The meeting as this one sentence tells it."""
        token = view.tokens[candidate.trigger]
        draft = MeetingDraft(
            kind=candidate.kind,
            status=candidate.status,
            participants=[participant(a) for a in candidate.actors],
            trigger=(token.start, token.stop),
            sentences=[candidate.sentence.index],
            frame=candidate.frame.id,
            format=self._formats.of(view, candidate),
            date=date_of(view, candidate),
            place=self._places.of(view, candidate),
            host_event=self._events.of(view, candidate),
            prior=candidate.frame.confidence,
            recalled=self._speaks(view, candidate.sentence, self._recall),
            apart=self._speaks(view, candidate.sentence, self._apart),
            signs=self._signs(view, candidate),
        )
        _seat_speakers(draft, candidate)
        drop_represented(draft)
        if candidate.frame.destination:
            draft.place = destination_of(view, candidate) or draft.place
        return draft

    def has_setting(self, view: View, draft: MeetingDraft) -> bool:
        """Whether the text gives the act a place, an event or a ceremony."""
        if isinstance(draft.place, (FacilityDraft, EventDraft)) or draft.host_event is not None:
            return True
        at = draft.sentences[0]
        sentence, before = view.document.sentences[at], view.document.sentences[max(0, at - 1)]
        told = [sentence, *([before] if before.paragraph == sentence.paragraph else [])]
        if any(self._is_ceremony(view, s) for s in view.document.sentences[at + 1 : at + _SOON]):
            return True
        if draft.place is not None or any(self._speaks(view, s, self._venues) for s in told):
            return True
        return any(
            before.start <= m.start < before.stop
            for e in view.document.events()
            for m in e.mentions
        )

    def _is_ceremony(self, view: View, sentence: Sentence) -> bool:
        """«Торжественная церемония прошла в зале»: the setting of what was told just before."""
        tokens = view.document.sentence_tokens(sentence)
        return any(t.lemma in _CEREMONIES and t.rel == "nsubj" for t in tokens)

    def goes_on(self, view: View, sentence: int, *, signing: bool = False) -> str:
        """The word by which a sentence speaks of a meeting before it, empty where none does.

        «в ней также …», «во встрече …», «в составе делегации …»; of a ``signing`` «в церемонии …».
        """
        words = self._in_signing if signing else self._in_it
        tokens = view.document.sentence_tokens(view.document.sentences[sentence])
        # «к которым подключились …», «к разговору присоединились …»
        joined = {"к"} if any(t.lemma in _JOINING for t in tokens) else set()
        within = _IN | joined | ({"при"} if signing else set())
        for token in tokens:
            if token.lemma not in words or token.feats.get("Case") in ("Nom", "Ins"):
                continue
            if token.lemma == "делегация" or view.tree.preposition(token.index) in within:
                return token.lemma
        return ""

    def is_next(self, view: View, sentence: Sentence) -> bool:
        """Whether a sentence goes on to another thing: «затем», «в тот же день»."""
        words = [t.folded for t in view.document.sentence_tokens(sentence)]
        then = {"тот", "же"} <= set(words[:_OPENING])
        return then or bool(set(words[:_OPENING]) & self._next)

    def _speaks(self, view: View, sentence: Sentence, words: frozenset[str]) -> bool:
        return any(t.lemma in words for t in view.document.sentence_tokens(sentence))

    def _signs(self, view: View, candidate: Candidate) -> set[str]:
        signs = {s.how for s in candidate.sides if s.how != "tree"}
        found: set[str] = set(signs)
        if candidate.assumed:
            found.add("assumed")
        if candidate.background:
            found.add("background")
        if candidate.sentence.zone == "title":
            found.add("title")
        if view.quotation_at(candidate.trigger) is not None:
            found.add("quote")
        return found


def participant(actor: Actor) -> ParticipantDraft:
    """The participant an actor makes: its entity, whom it speaks for, its post."""
    assert actor.entity is not None
    entity, role = actor.entity, actor.role
    if isinstance(entity, PersonDraft):
        return of_person(entity, role.title if role else None)
    if role is not None:
        return ParticipantDraft(entity, [], role.title)
    return ParticipantDraft(entity)


def of_person(person: PersonDraft, title: str | None = None) -> ParticipantDraft:
    """A person as a participant, in its first present post where no title is given."""
    present = [p.title for p in person.positions if not p.former]
    post = title or next(iter(present), None)
    return ParticipantDraft(person, represents(person), post)


def _seat_speakers(draft: MeetingDraft, candidate: Candidate) -> None:
    """Who only speaks at a body's sitting is there, no side of what it decides."""
    sides = [s for s in candidate.sides if s.slot != "spoke"]
    own = {s.actor.entity for s in sides}
    for present in draft.participants:
        present.attending = bool(sides) and present.entity not in own


def drop_represented(draft: MeetingDraft) -> None:
    """A named person hides the region or body it speaks for, but no body that sat."""
    spoken = {r for p in draft.participants for r in p.represents}
    people = [p for p in draft.participants if isinstance(p.entity, PersonDraft)]
    if people:
        draft.participants = [
            p for p in draft.participants if p.entity not in spoken or sits(draft, p)
        ]
