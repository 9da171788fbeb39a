"""Meetings: who met whom, when, where, and whether it happened."""

from __future__ import annotations

from itertools import chain
from typing import ClassVar

from ..document import Document
from ..drafts import (
    EntityDraft,
    FacilityDraft,
    MeetingDraft,
    ParticipantDraft,
    PersonDraft,
    RegionDraft,
)
from ..frames.actors import Actor
from ..frames.chronicle import Chronicle
from ..frames.codes import Codes
from ..frames.focus import protagonist
from ..frames.gaps import Gaps
from ..frames.meeting_matcher import Candidate, MeetingMatcher, apart
from ..frames.merge import absorb, find_same, represented
from ..frames.setting import Formats, HostEvents
from ..frames.view import View
from ..frames.when import date_of
from ..frames.where import Places, destination_of
from ..knowledge import Lexicon
from ..knowledge.frames import MeetingsLexicon
from ..knowledge.setting import SettingLexicon
from ..persons.represent import represents
from ..stage import Stage

_IN_IT = frozenset(
    {"он", "она", "оно", "встреча", "переговоры", "беседа", "совещание", "заседание"}
)


class MeetingsStage(Stage):
    """Match meeting frames sentence by sentence and merge what tells the same meeting."""

    name = "meetings"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"syntax", "people", "roles", "regions", "organizations", "dates", "coreference", "speech"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"meetings"})

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon.read(MeetingsLexicon)
        self._matcher = MeetingMatcher(self._lexicon)
        self._venues = frozenset(self._lexicon.venues)
        setting = lexicon.read(SettingLexicon)
        self._places = Places(setting)
        self._host_events = HostEvents(setting)
        self._formats = Formats(setting)
        self._gaps = Gaps(setting)
        self._chronicle = Chronicle(setting, self._places, self._host_events)
        self._codes = Codes(lexicon)

    def process(self, document: Document) -> None:
        view = View.of(document, self._lexicon.proxies)
        meetings: list[MeetingDraft] = []
        titles: list[Candidate] = []
        if self._matcher.is_sport(view):
            document.note(self.name, 0, len(document.text), "a sports report: no meetings sought")
            return
        for sentence in view.telling():
            for candidate in chain.from_iterable(map(apart, self._matcher.find(view, sentence))):
                if sentence.zone == "title":
                    titles.append(candidate)
                else:
                    self._take(view, meetings, candidate)
        for candidate in titles if not meetings else []:
            self._take(view, meetings, candidate)
        self._chronicle.complete(view, meetings)
        document.meetings = [self._finish(document, m) for m in meetings]
        self._gaps.warn(document)

    def _take(self, view: View, meetings: list[MeetingDraft], candidate: Candidate) -> None:
        draft = self._draft(view, candidate)
        start, stop = draft.trigger
        note = view.document.note
        if candidate.frame.joins:
            self._join(view, meetings, draft)
            return
        if candidate.anaphoric and not draft.participants and meetings:
            draft.participants = list(meetings[-1].participants)
        old = self._same(meetings, draft, noun=candidate.frame.pos == "noun")
        if old is not None:
            absorb(old, draft)
            note("meetings", start, stop, f"{draft.frame}: joins the meeting at {old.trigger[0]}")
            return
        if len(draft.participants) == 1 and candidate.frame.need == 2:
            self._complete(view, meetings, candidate, draft)
        if len(draft.participants) < candidate.frame.need:
            note("meetings", start, stop, f"{draft.frame}: {len(draft.participants)} participant")
            return
        if candidate.frame.setting and not _has_setting(view, draft, self._venues):
            note("meetings", start, stop, f"{draft.frame}: nothing of where or at what")
            return
        note("meetings", start, stop, f"{draft.frame}: a new meeting, {draft.status}")
        meetings.append(draft)

    def _join(self, view: View, meetings: list[MeetingDraft], draft: MeetingDraft) -> None:
        """«В ней также приняли участие …»: more people of the meeting told just before."""
        sentence = view.document.sentences[draft.sentences[0]]
        words = {t.lemma for t in view.document.sentence_tokens(sentence)}
        last = meetings[-1] if meetings else None
        near = last is not None and 0 <= draft.sentences[0] - max(last.sentences) <= 1
        if last is not None and near and words & _IN_IT:
            absorb(last, draft)

    def _complete(
        self, view: View, meetings: list[MeetingDraft], candidate: Candidate, draft: MeetingDraft
    ) -> None:
        """Let the protagonist be the side that the clause leaves out."""
        person = protagonist(view.document, meetings)
        if person is None or candidate.background or _has_subject(view, candidate, person):
            return
        if person not in represented(draft.participants):
            post = next((p.title for p in person.positions), None)
            draft.participants.insert(0, ParticipantDraft(person, represents(person), post))
            draft.confidence -= 0.1

    def _same(
        self, meetings: list[MeetingDraft], draft: MeetingDraft, *, noun: bool
    ) -> MeetingDraft | None:
        if len(draft.participants) >= 2:
            return find_same(meetings, draft)
        wanted = {p.entity for p in draft.participants}
        if not wanted and not noun:
            return None
        for old in reversed(meetings[-3:]):
            people = {p.entity for p in old.participants}
            near = draft.sentences[0] - old.sentences[-1] <= 12
            if near and wanted <= people and old.status == draft.status:
                return old
        return None

    def _draft(self, view: View, candidate: Candidate) -> MeetingDraft:
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
            host_event=self._host_events.of(view, candidate),
            confidence=candidate.frame.confidence,
        )
        _drop_represented(draft)
        if candidate.frame.destination:
            draft.place = destination_of(view, candidate) or draft.place
        if candidate.frame.destination and len(draft.participants) == 1:
            _add_destination(draft, destination_of(view, candidate))
        return draft

    def _finish(self, document: Document, draft: MeetingDraft) -> MeetingDraft:
        if isinstance(draft.place, FacilityDraft) and draft.place not in document.entities:
            document.entities.append(draft.place)
        draft.cameo, draft.plover = self._codes.meeting(draft)
        return draft


def participant(actor: Actor) -> ParticipantDraft:
    """The participant an actor makes: its entity, whom it speaks for, its post."""
    assert actor.entity is not None
    entity, role = actor.entity, actor.role
    if isinstance(entity, PersonDraft):
        spoken = represents(entity)
        post = role.title if role else next((p.title for p in entity.positions), None)
        return ParticipantDraft(entity, spoken, post)
    if role is not None:
        return ParticipantDraft(entity, [], role.title)
    return ParticipantDraft(entity)


def _has_subject(view: View, candidate: Candidate, person: PersonDraft) -> bool:
    """Whether the clause says who meets, and that is not the person by another word.

    «Сахалинец» is the governor of Сахалин where the text is about him.
    """
    carrier = candidate.carrier if candidate.carrier is not None else candidate.trigger
    subjects = [i for i in view.clauses.subjects(carrier) if i != candidate.trigger]
    known = {i for _, a in candidate.sides for i in range(a.first, a.last)}
    own = represents(person)
    return any(
        i not in known
        and view.actors.owner(i) not in own
        and view.tokens[i].feats.get("Animacy") != "Inan"
        for i in subjects
    )


def _has_setting(view: View, draft: MeetingDraft, venues: frozenset[str]) -> bool:
    """Whether the text gives the act a place, an event or a ceremony."""
    if draft.place is not None or draft.host_event is not None:
        return True
    sentence = view.document.sentences[draft.sentences[0]]
    return any(t.lemma in venues for t in view.document.sentence_tokens(sentence))


def _drop_represented(draft: MeetingDraft) -> None:
    """A named person hides the region or body it speaks for."""
    spoken = {r for p in draft.participants for r in p.represents}
    people = [p for p in draft.participants if isinstance(p.entity, PersonDraft)]
    if people:
        draft.participants = [p for p in draft.participants if p.entity not in spoken]


def _add_destination(draft: MeetingDraft, place: EntityDraft | None) -> None:
    """With nobody on the other side, the place visited is the second participant."""
    if isinstance(place, RegionDraft) and place not in represented(draft.participants):
        draft.place = draft.place or place
        draft.participants.append(ParticipantDraft(place))
