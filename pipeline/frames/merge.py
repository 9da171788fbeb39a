"""The same meeting told twice is one.

Candidates come in text order. One whose people meet in an earlier meeting joins it and brings its
date, place and evidence; one without people of its own («встреча прошла в Смольном») joins the
last meeting told.
"""

from __future__ import annotations

from ..drafts import EntityDraft, MeetingDraft, ParticipantDraft, PersonDraft, RegionDraft

_NEAR = 4


def represented(participants: list[ParticipantDraft]) -> set[EntityDraft]:
    """The entities that take part or are spoken for."""
    return {p.entity for p in participants} | {r for p in participants for r in p.represents}


def find_same(earlier: list[MeetingDraft], new: MeetingDraft) -> MeetingDraft | None:
    """The earlier meeting that ``new`` tells again, the latest first."""
    for old in reversed(earlier):
        if same(old, new):
            return old
    return None


def same(old: MeetingDraft, new: MeetingDraft) -> bool:
    """Whether two drafts tell one contact: the same sides, no clash of day or status."""
    if clash(old, new):
        return False
    a, b = {p.entity for p in old.participants}, {p.entity for p in new.participants}
    if a == b:
        return True
    if min(len(a), len(b)) >= 2 and (a <= b or b <= a):
        return True
    if len(b) >= 2 and _covered(old.participants, new.participants):
        return True
    return _received(old, new)


def _received(old: MeetingDraft, new: MeetingDraft) -> bool:
    """An arrival and the reception of the same guest soon after are one."""
    if old.kind != "visit" or new.kind not in ("meeting", "talks") or old.status != new.status:
        return False
    place = [p for p in old.participants if isinstance(p.entity, RegionDraft)]
    guests = {p.entity for p in old.participants} - {p.entity for p in place}
    local = bool(place) and all(
        isinstance(p.entity, RegionDraft) and p.entity.level != "country" for p in place
    )
    near = new.sentences[0] - old.sentences[-1] <= _NEAR
    return local and near and bool(guests & {p.entity for p in new.participants})


def _covered(old: list[ParticipantDraft], new: list[ParticipantDraft]) -> bool:
    """Whether each side of the smaller one stands in the other, in person or represented."""
    small, large = sorted((old, new), key=len)
    return all(any(_stands_for(p, other) for other in large) for p in small)


def _stands_for(a: ParticipantDraft, b: ParticipantDraft) -> bool:
    return a.entity is b.entity or a.entity in b.represents or b.entity in a.represents


def clash(old: MeetingDraft, new: MeetingDraft) -> bool:
    """Different days, or one held and the other still to come, make two meetings."""
    if old.date and new.date and not _compatible(old.date.value, new.date.value):
        return True
    if {old.kind, new.kind} == {"call", "visit"}:
        return True
    if old.status == new.status or "denied" in (old.status, new.status):
        return False
    return {"held", "planned"} == {old.status, new.status} or "possible" in (
        old.status,
        new.status,
    )


def _compatible(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _admit(old: MeetingDraft, new: ParticipantDraft) -> None:
    """A named person takes the place of the region or body spoken for."""
    spoken = [p for p in old.participants if p.entity in new.represents]
    if spoken and isinstance(new.entity, PersonDraft):
        old.participants[old.participants.index(spoken[0])] = new
        old.participants = [p for p in old.participants if p not in spoken[1:]]
    elif not any(_stands_for(new, p) for p in old.participants):
        old.participants.append(new)


def absorb(old: MeetingDraft, new: MeetingDraft) -> None:
    """Take into ``old`` what ``new`` knows better."""
    if _received(old, new):
        old.participants = [p for p in old.participants if not isinstance(p.entity, RegionDraft)]
    for participant in new.participants:
        mine = next((p for p in old.participants if p.entity is participant.entity), None)
        if mine is None:
            _admit(old, participant)
        elif not mine.represents:
            mine.represents, mine.role = participant.represents, mine.role or participant.role
    if old.date is None or (new.date and len(new.date.value) > len(old.date.value)):
        old.date = new.date or old.date
    old.place = old.place or new.place
    old.host_event = old.host_event or new.host_event
    old.format = old.format or new.format
    if new.status == "denied" and old.status in ("planned", "possible"):
        old.status = "denied"
    if old.kind in ("visit", "meeting") and new.kind in ("talks", "meeting", "call"):
        old.kind = new.kind if old.kind == "visit" else old.kind
    old.sentences = sorted({*old.sentences, *new.sentences})
    old.confidence = min(0.97, max(old.confidence, new.confidence) + 0.03)
