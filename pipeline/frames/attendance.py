"""Who is said to be there: people of a meeting told just before, or of one told right after."""

from __future__ import annotations

from ..drafts import MeetingDraft, OrganizationDraft
from .candidate import Candidate
from .merge import absorb, represented, sits
from .sittings import is_of_one_told
from .telling import Teller
from .view import View

_NEXT = 2
_SITTING = 8
_SOON = 4
_PAIR = 2
_JOIN_IN = "join-in"
_PRONOUNS = frozenset({"он", "она", "оно", "они", "нем", "который"})


class Attendance:
    """Adds those present to ``meetings``.

    ``pending`` is a telling that named too few, ``awaited`` a body of whose sitting the next
    sentences may tell, ``waiting`` are those of whom no meeting was told
    as yet.
    """

    def __init__(self, view: View, teller: Teller, meetings: list[MeetingDraft]) -> None:
        self.pending: MeetingDraft | None = None
        self.awaited: MeetingDraft | None = None
        self.waiting: MeetingDraft | None = None
        self.meetings = meetings
        self._view = view
        self._teller = teller

    def join(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """«В ней также приняли участие …»: more people of the meeting told just before."""
        at = draft.sentences[0]
        if candidate.frame.id == _JOIN_IN and draft.status != "held":
            return "has not joined it"
        for speaker in draft.participants:
            speaker.attending = "spoke" in candidate.frame.slots
        pending = self.pending if self.awaited is None else self.awaited
        if pending is not None and pending.kind == "signing":
            if self._is_of_signing(pending, at):
                return self._fill_pending(pending, draft)
        elif pending is not None:
            sitting = pending.kind == "session"
            reach = _SITTING if sitting else _NEXT
            tied = candidate.frame.loose if sitting else False
            tied = tied or candidate.frame.tied or bool(self._teller.goes_on(self._view, at))
            if tied and at - pending.sentences[-1] <= reach:
                return self._fill_pending(pending, draft)
        last = self.meetings[-1] if self.meetings else None
        if draft.status == "denied":
            return "did not take part"
        fault = self._apart_from(last, candidate, at)
        if last is None or fault:
            return self._wait(draft) if candidate.frame.tied else fault
        draft.participants = [
            p for p in draft.participants if p.entity not in represented(last.participants)
        ]
        absorb(last, draft)
        for present in draft.participants:
            present.attending = True
        last.signs.add("attended")
        return f"adds to the meeting {self._view.told(last.trigger)}"

    def hold(self, draft: MeetingDraft) -> None:
        """Keep a telling for what the next sentences say of it.

        «При подписании присутствовали …» is the signing told just before, not one of nobody.
        """
        before = self.pending
        signing = before is not None and before.kind == draft.kind == "signing"
        near = before is not None and draft.sentences[0] - before.sentences[-1] <= _NEXT
        if not (signing and near and not draft.participants):
            self.pending = draft

    def sign(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """«Подписан протокол. … В церемонии участвовали A и B», «подпись поставил B»: who signed.

        Empty where that is told of nothing signed just before.
        """
        pending, at = self.pending, draft.sentences[0]
        last = self.meetings[-1] if self.meetings else None
        attends = candidate.held_by == "attend"
        told = last is not None and last.kind == "signing" and at in last.sentences
        if last is not None and told and attends and candidate.kind == "session":
            return f"is of the signing {self._view.told(last.trigger)}"
        if pending is None or pending.kind != "signing" or draft.status != "held":
            return ""
        signer = candidate.kind == "signing" and all(s.slot != "с:Ins" for s in candidate.sides)
        # «Подписание состоялось в Туле. Документ скрепили A и B».
        set_apart = pending.frame == "signing-noun" and self._teller.has_setting(
            self._view, pending
        )
        signer = signer and (len(draft.participants) == 1 or set_apart)
        there = attends and self._is_of_signing(pending, at)
        if not there and not (signer and 0 < at - pending.sentences[-1] <= 1):
            return ""
        return self._fill_pending(pending, draft)

    def _is_of_signing(self, pending: MeetingDraft, at: int) -> bool:
        """Whether the sentence at ``at`` says «в церемонии …» soon after a signing."""
        last = self.meetings[-1] if self.meetings else None
        if last is not None and 0 <= pending.sentences[0] - max(last.sentences) <= _SOON:
            return False  # what was signed came of the meeting told before it
        word = self._teller.goes_on(self._view, at, signing=True)
        return bool(word) and at - pending.sentences[-1] <= _NEXT

    def _those_who_agreed(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """«A и B подписали план. Встреча прошла в рамках визита»: the pair of what was signed."""
        pending = self.pending
        if pending is None or draft.participants or not candidate.tells_it_happened:
            return ""
        gap = draft.sentences[0] - pending.sentences[-1]
        if len(pending.participants) < _PAIR or not 0 <= gap <= _NEXT:
            return ""
        self.pending = None
        draft.participants = list(pending.participants)
        draft.sentences = sorted({*draft.sentences, *pending.sentences})
        draft.signs.add("context")
        return "; those who signed or agreed just before"

    def seat(self, candidate: Candidate, draft: MeetingDraft) -> str:
        """«Вошли A и B, ту сторону представили C. Встреча прошла …»: those named just before."""
        if agreed := self._those_who_agreed(candidate, draft):
            return agreed
        waiting = self.waiting
        told = candidate.tells_it_happened or candidate.background
        if waiting is None or not told or len(draft.participants) > 1:
            return ""
        if not 0 <= draft.sentences[0] - waiting.sentences[-1] <= _NEXT:
            return ""
        self.waiting = None
        known = represented(draft.participants)
        draft.participants += [p for p in waiting.participants if p.entity not in known]
        draft.sentences = sorted({*draft.sentences, *waiting.sentences})
        draft.signs |= {"attended", "context"}
        return "; those told to be there just before"

    def expect(self, draft: MeetingDraft) -> str:
        """«Палата обсуждала закон»: a body whose sitting the next sentences may tell of."""
        if len(draft.participants) == 1:
            self.awaited = draft
        return "a sitting if one is told of next"

    def go_on(self, candidate: Candidate, draft: MeetingDraft) -> MeetingDraft | None:
        """«Палата обсуждала закон. На заседании решено …»: the sitting told of just before."""
        told = [d for d in (self.pending, self.awaited) if d is not None and d.kind == "session"]
        if not told or not candidate.frame.body or told[0].status != draft.status:
            return None
        before = told[0]
        near = 0 <= draft.sentences[0] - before.sentences[-1] <= _SOON
        if not near or not is_of_one_told(self._view, candidate.trigger):
            return None
        self.pending = self.awaited = None
        absorb(before, draft)
        before.signs.add("context")
        return before

    def _wait(self, draft: MeetingDraft) -> str:
        """Keep those present for the meeting that the next sentences tell."""
        before = self.waiting
        if before is not None and draft.sentences[0] - before.sentences[-1] <= 1:
            known = represented(before.participants)
            before.participants += [p for p in draft.participants if p.entity not in known]
            before.sentences = sorted({*before.sentences, *draft.sentences})
        elif draft.participants:
            self.waiting = draft
        return "no meeting to join, as yet"

    def _apart_from(self, last: MeetingDraft | None, candidate: Candidate, at: int) -> str:
        """Why those present at sentence ``at`` are not of the last meeting."""
        if last is None or last.kind == "call":
            return "no meeting to join"
        gap = at - max(last.sentences)
        if candidate.frame.tied:
            return "" if 0 <= gap <= _NEXT else "no guest just before"
        if last.kind == "visit":
            return "no meeting to join"
        if candidate.frame.loose:
            return "" if last.kind == "session" and gap <= _SITTING else "no sitting just before"
        if "attended" in last.signs and gap <= 1:
            return ""
        word = self._teller.goes_on(self._view, at)
        near = 1 if word in _PRONOUNS else _SITTING
        if not word or not 0 <= gap <= near:
            return "nothing ties it to the meeting just before"
        return ""

    def _fill_pending(self, pending: MeetingDraft, draft: MeetingDraft) -> str:
        """Those present make a meeting of a telling that named too few."""
        last = self.meetings[-1] if self.meetings else None
        if last is not None and last.sentences[-1] == draft.sentences[0]:
            self.pending = None
            known = represented(last.participants)
            another = any(sits(pending, p) and p.entity not in known for p in pending.participants)
            absorb(last, draft if another else pending)
            return f"is of the meeting at {last.trigger[0]}"
        known = represented(pending.participants)
        new = [p for p in draft.participants if p.entity not in known]
        if not new:
            return "names nobody new"
        sat = any(isinstance(p.entity, OrganizationDraft) for p in pending.participants)
        for present in new:
            present.attending = sat
        pending.participants += new
        pending.sentences = sorted({*pending.sentences, *draft.sentences})
        pending.signs |= {"attended", "context"}
        if len(pending.participants) >= 2:
            self.pending = self.awaited = None
            self.meetings.append(pending)
        return f"makes the meeting at {pending.trigger[0]}"
