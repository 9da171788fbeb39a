"""The meetings of one article as they are told: a candidate joins one, is a new one, or nothing.

Candidates come in text order. A telling without enough sides that says a meeting took place stays
``pending`` until the next sentences say who was there.
"""

from __future__ import annotations

from ..drafts import MeetingDraft, ParticipantDraft, RegionDraft
from .antecedents import people_meant
from .attendance import Attendance
from .authorship import author_of, teller_of
from .candidate import Candidate
from .completion import missing_side, two_before
from .holders import holders
from .merge import (
    absorb,
    again,
    find_meant,
    find_same,
    name_signers,
    represented,
    same_signing,
    sits,
)
from .screening import Screen
from .sides import is_to_be
from .telling import Teller, of_person
from .thread import Thread
from .unnamed import UnnamedSides, named_next
from .view import View
from .visits import (
    add_destination,
    body_visited,
    destination_of,
    is_guest,
    send_envoy,
    tours_own_land,
)

_SHORT = 8
_NEXT = 2
_TALKING = frozenset({"converse", "speak"})
_CALLING = frozenset({"посетить", "посещать", "побывать", "прибыть", "прибывать"})
_CHAIN = 4


class Ledger:
    """Takes the candidates of one document; ``meetings`` are what came of them."""

    def __init__(
        self, view: View, teller: Teller, thread: Thread, screen: Screen, unnamed: UnnamedSides
    ) -> None:
        self.meetings: list[MeetingDraft] = []
        self.lone: list[MeetingDraft] = []
        self._view = view
        self._teller = teller
        self._thread = thread
        self._screen = screen
        self._unnamed = unnamed
        self._attendance = Attendance(view, teller, self.meetings)

    def take(self, candidate: Candidate) -> None:
        """Let a candidate join the meeting it tells again, or be a new one, or be nothing."""
        draft = self.draft(candidate)
        if candidate.frame.awaits:
            reason = self._attendance.expect(draft)
        elif candidate.frame.joins:
            reason = self._attendance.join(candidate, draft)
        else:
            reason = self._attendance.sign(candidate, draft) or self._place(candidate, draft)
        start, stop = draft.trigger
        self._view.document.note("meetings", start, stop, f"{draft.frame}: {reason}")

    def draft(self, candidate: Candidate) -> MeetingDraft:
        """The meeting as the candidate tells it, those whom a plural post means by name."""
        draft = self._teller.draft(self._view, candidate)
        if self.meetings and self._is_next_call(candidate, self.meetings[-1]):
            draft.kind = "call"
        held = holders(self._view.document, candidate)
        known = represented(draft.participants)
        draft.participants = [
            of_person(held[p.entity]) if p.entity in held and held[p.entity] not in known else p
            for p in draft.participants
        ]
        return draft

    def settle(self) -> None:
        """Add the meetings with people without names, of whoever meets nobody else near by."""
        for draft in self.lone:
            self._name_them(draft)
            known = represented(draft.participants)
            at = draft.sentences[0]
            near = (m for m in self.meetings if known & represented(m.participants))
            told = any(-_NEXT <= s - at <= _CHAIN for m in near for s in m.sentences)
            public = any(self._screen.of(p) == "public" for p in draft.participants)
            if public and not told:
                self.meetings.append(draft)
        self.meetings.sort(key=lambda m: m.trigger)

    def _name_them(self, draft: MeetingDraft) -> None:
        """«… с сенаторами. Среди них был N»: those whom the next sentence names."""
        others = named_next(self._view, draft)
        draft.participants += [of_person(p) for p in others]
        draft.lone = not others
        if others:
            draft.sentences.append(draft.sentences[-1] + 1)
            draft.signs.add("context")

    def knows(self, candidate: Candidate) -> bool:
        """Whether those whom a title says to meet meet in the body too: a title sums it up."""
        actors = {a.entity for a in candidate.actors}
        if len(actors) < (1 if candidate.frame.destination else 2):
            return True
        return any(actors & represented(m.participants) for m in self.meetings)

    def _place(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """Do it, and say what was done and why."""
        last = self.meetings[-1] if self.meetings else None
        anaphoric = (candidate.anaphoric or candidate.again) and not candidate.frame.setting
        if anaphoric and not draft.participants:
            before = self._before(candidate)
            draft.participants = again(before, candidate) if before else self._meant(candidate)
            draft.signs |= set() if before else {"context"}
        told = self._attendance.seat(candidate, draft) or self._complete(candidate, draft)
        fault = self._visit_fault(candidate, draft)
        if "object" in candidate.frame.slots:
            self._name_visitors(draft)
        old = self._same(candidate, draft)
        if old is not None and not (candidate.welcome and self._is_received(candidate)):
            absorb(old, draft)
            if old.kind == "visit" and candidate.tells_it_happened:
                old.kind = draft.kind
            return f"joins the meeting {self._view.told(old.trigger)}{told}"
        if last is not None and same_signing(last, draft):
            name_signers(last, draft)
            return f"names who signed: {self._view.told(last.trigger)}"
        if last is not None and candidate.held_by == "attend" and self._were_there(last, draft):
            for present in draft.participants:
                present.attending = len(last.participants) > 1
            absorb(last, draft)
            last.signs.add("attended")
            last.kind = draft.kind if last.kind == "visit" else last.kind
            return f"adds to the meeting {self._view.told(last.trigger)}"
        earlier = self._attendance.go_on(candidate, draft)
        draft = earlier or draft
        fault = fault or self._fault(candidate, draft, sat=earlier is not None and candidate.sat)
        if fault:
            return fault
        self.meetings.append(draft)
        return f"a new meeting, {draft.status}; {_told_by(candidate)}{told}"

    def _before(self, candidate: Candidate) -> MeetingDraft | None:
        """The meeting that a telling goes on from."""
        told = self.meetings
        if candidate.anaphor is not None:
            told = self._thread.meant(self._view, candidate.anaphor, told) or told
        told = self._thread.under_way(self._view.document, told, candidate.sentence)
        return told[-1] if told else None

    def _is_next_call(self, candidate: Candidate, last: MeetingDraft) -> bool:
        """«Также он поговорил с A» right after a call: by phone too."""
        talks = candidate.kind == "meeting" and candidate.frame.id in _TALKING
        gap = candidate.sentence.index - last.sentences[-1]
        if not talks or last.kind != "call" or not 0 <= gap <= 1:
            return False
        return self._teller.is_next(self._view, candidate.sentence)

    def _were_there(self, last: MeetingDraft, draft: MeetingDraft) -> bool:
        """Whether «во встрече приняли участие …» speaks of the meeting told just before."""
        near = 0 <= draft.sentences[0] - max(last.sentences) <= _NEXT
        akin = (last.kind == "session") == (draft.kind == "session") and last.kind != "call"
        return near and akin and last.status == draft.status and not draft.signs & {"context"}

    def _visit_fault(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """Make the place the other side of a visit; why that cannot be."""
        frame = candidate.frame
        if not frame.destination or not draft.participants or candidate.has_host:
            return ""
        place = destination_of(self._view, candidate)
        body = body_visited(self._view, candidate) if place is None else None
        guest = candidate.names_envoys or is_guest(draft.participants, self.meetings)
        if body is not None and guest:
            draft.participants.append(ParticipantDraft(body))
            draft.body = body
            return ""
        said = frame.pos == "noun" or candidate.names_delegation or frame.sends
        if frame.sends:
            send_envoy(candidate, draft)
        called = self._view.tokens[candidate.trigger].lemma in _CALLING
        away = place is None or place.name not in self._unnamed.seats
        draft.lone = not said and called and away and tours_own_land(draft, place)
        return add_destination(draft, place, self._screen, said=said or draft.lone)

    def _fault(self, candidate: Candidate, draft: MeetingDraft, *, sat: bool) -> str:
        """Why the draft is no meeting of its own, empty where it is one."""
        frame = candidate.frame
        if frame.chain and not self._follows(draft):
            return "no meeting to go on from"
        if candidate.welcome and self._is_received(candidate):
            return "only welcomed: others met the guest"
        visited = draft.place is not None or len(draft.participants) > 1
        if frame.destination and not visited:
            return "no place that is visited"
        sat = sat and any(sits(draft, p) for p in draft.participants)
        need = 1 if sat or self._is_of_one_body(candidate, draft) else frame.need
        if not draft.participants and candidate.we:
            self._add_speaker(candidate, draft)
        if len(draft.participants) == 1 < need and self._unnamed.faces(self._view, candidate):
            draft.lone = True
            self.lone.append(draft)
            return "kept for the one who is named: the others have no names"
        if len(draft.participants) < need:
            if candidate.awaits_names:
                self._attendance.hold(draft)
            named = ", ".join(p.entity.name for p in draft.participants)
            return f"{need} needed, {len(draft.participants)} named: {named or 'nobody'}"
        if self._is_private(draft):
            return "private company: nobody is known to hold a post"
        if frame.setting and self._is_unset(candidate, draft):
            return "nothing of where or at what"
        return ""

    def _is_of_one_body(self, candidate: Candidate, draft: MeetingDraft) -> bool:
        """Whether a body sat or gathered; of whose sitting no more is told no outcome comes."""
        if candidate.is_sitting_of_a_body or candidate.is_gathering_of_a_body:
            return True
        told = candidate.names_whose_sitting and not is_to_be(self._view, candidate.trigger)
        draft.lone |= told and candidate.status == "held" and len(draft.participants) == 1
        return told and draft.lone

    def _is_unset(self, candidate: Candidate, draft: MeetingDraft) -> bool:
        """Whether nothing tells where or at what, and nobody was there; the next sentences may."""
        present = any(s.slot == "among" for s in candidate.sides)
        unset = not (present or self._teller.has_setting(self._view, draft))
        if unset and draft.status == "held":
            self._attendance.hold(draft)
        return unset

    def _name_visitors(self, draft: MeetingDraft) -> None:
        """«Делегацию области встретил X»: who is told to have come for the place stands for it."""
        came = [
            p
            for m in self.meetings
            if m.kind == "visit" and 0 <= draft.sentences[0] - m.sentences[-1] <= _NEXT
            for p in m.participants
            if p.represents
        ]
        for place in [p for p in draft.participants if isinstance(p.entity, RegionDraft)]:
            leader = next((p for p in came if place.entity in p.represents), None)
            if leader is not None and place.role is None:
                draft.participants[draft.participants.index(place)] = leader

    def _is_received(self, candidate: Candidate) -> bool:
        """Whether another meeting of the guest with a person or a body is told."""
        guests = {s.actor.entity for s in candidate.sides if s.slot == "object"}
        hosts = {a.entity for a in candidate.actors} - guests
        for meeting in self.meetings:
            met = {p.entity for p in meeting.participants}
            others = {e for e in met - guests if not isinstance(e, RegionDraft)}
            if met & guests and others and not others & hosts and meeting.status == "held":
                return True
        return False

    def _follows(self, draft: MeetingDraft) -> bool:
        """Whether a meeting was told in the few sentences before."""
        told = [s for m in self.meetings for s in m.sentences]
        return any(0 <= draft.sentences[0] - s <= _CHAIN for s in told)

    def _is_private(self, draft: MeetingDraft) -> bool:
        """Whether nobody who met is known as an official, here or by other meetings."""
        standings = [self._screen.of(p) for p in draft.participants]
        if "public" in standings:
            return draft.kind == "signing" and "private" in standings
        met = {p.entity for m in self.meetings for p in m.participants}
        known = met & {p.entity for p in draft.participants}
        return "private" in standings or (len(self._view.document.sentences) > _SHORT and not known)

    def _complete(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """Add the side that the clause leaves out, if the text makes clear who it is."""
        if candidate.frame.destination:
            return self._add_visitor(candidate, draft)
        if not draft.participants and candidate.carrier is not None and not candidate.takes_part:
            pair = two_before(self._view, candidate, self.meetings)
            draft.participants = [of_person(p) for p in pair]
            draft.signs |= {"context"} if pair else set()
            return "; the two named before" if pair else ""
        if not draft.participants or not candidate.lacks_hub:
            return ""
        present = any(s.slot == "among" for s in candidate.sides)
        if len(draft.participants) > 1 and not (present or candidate.status == "planned"):
            return self._add_author(candidate, draft)
        if find_meant(self.meetings, draft, noun=candidate.frame.pos == "noun") is not None:
            return ""
        missing = missing_side(self._view, candidate, self.meetings)
        if missing is None or missing.person in represented(draft.participants):
            return ""
        if missing.tells and self._screen.tells_of_others(missing.person):
            return ""
        draft.participants.insert(0, of_person(missing.person))
        draft.signs.add("context")
        return f"; {missing.person.name} is {missing.why}"

    def _add_speaker(self, candidate: Candidate, draft: MeetingDraft) -> None:
        """«Мы ведём переговоры с инвесторами», – сказал A: who speaks, where a group is met."""
        if self._unnamed.faces(self._view, candidate):
            missing = missing_side(self._view, candidate, self.meetings)
            draft.participants = [of_person(missing.person)] if missing is not None else []

    def _add_author(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """«Встретились с A и B»: who writes in the first person, if there are two others."""
        author = author_of(self._view.document) or teller_of(self._view, candidate.sentence)
        clause = self._view.clauses
        bare = candidate.frame.pos == "verb" and not clause.subjects(candidate.trigger)
        if author is None or not bare or author in represented(draft.participants):
            return ""
        draft.participants.insert(0, of_person(author))
        return f"; {author.name} is the author"

    def _add_visitor(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """«Прибыл в Казань во вторник»: who came stands in the sentence before."""
        verb = self._view.tokens[candidate.trigger]
        if draft.participants or verb.pos != "VERB" or verb.feats.get("VerbForm") == "Inf":
            return ""
        things = [self._view.tokens[i] for i in self._view.clauses.subjects(verb.index)]
        if any(t.feats.get("Animacy") == "Inan" and t.lemma != "делегация" for t in things):
            return ""
        if any(t.feats.get("Number") == "Plur" and t.pos == "NOUN" for t in things):
            # «Парламентарии посетят Выборг»: several, not the one spoken of last.
            return ""
        missing = missing_side(self._view, candidate, self.meetings)
        if missing is None:
            return ""
        draft.participants.append(of_person(missing.person))
        draft.signs.add("context")
        return f"; {missing.person.name} is {missing.why}"

    def _meant(self, candidate: Candidate) -> list[ParticipantDraft]:
        return [of_person(p) for p in people_meant(self._view, candidate.trigger)]

    def _same(self, candidate: Candidate, draft: MeetingDraft) -> MeetingDraft | None:
        if candidate.again:
            return None
        another = self._teller.is_next(self._view, candidate.sentence)
        if another and not draft.participants and candidate.held_by == "happen":
            return None
        if len(draft.participants) >= 2:
            return find_same(self.meetings, draft)
        return find_meant(self.meetings, draft, noun=candidate.frame.pos == "noun")


def _told_by(candidate: Candidate) -> str:
    """Each participant with its slot and the evidence for it."""
    named = [s for s in candidate.sides if s.actor.entity is not None]
    parts = [f"{s.actor.entity.name} in {s.slot} by {s.how}" for s in named if s.actor.entity]
    return ", ".join(parts) or "nobody in its own clause"
