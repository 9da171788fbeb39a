"""The same meeting told twice is one.

Candidates come in text order. One whose people meet in an earlier meeting joins it and brings its
date, place and evidence; one without people of its own («встреча прошла в Смольном») joins the
last meeting told.
"""

from __future__ import annotations

from ..drafts import (
    EntityDraft,
    MeetingDraft,
    OrganizationDraft,
    ParticipantDraft,
    PersonDraft,
    RegionDraft,
)
from ..persons.represent import spoken_for
from .candidate import Candidate
from .where import is_finer

_NEAR = 4
_LAST = 3
_ANAPHOR = 12
_TWO = 2
_POWERS = frozenset({"country", "subject"})
_ANY_POST = frozenset({"лидер", "глава", "руководитель", "представитель"})


def represented(participants: list[ParticipantDraft]) -> set[EntityDraft]:
    """The entities that take part or are spoken for."""
    return {p.entity for p in participants} | {r for p in participants for r in p.represents}


def sits(meeting: MeetingDraft, participant: ParticipantDraft) -> bool:
    """Whether it is the body whose sitting the meeting is."""
    body = isinstance(participant.entity, OrganizationDraft) and participant.role is None
    return meeting.kind == "session" and body


def find_same(earlier: list[MeetingDraft], new: MeetingDraft) -> MeetingDraft | None:
    """The earlier meeting that ``new`` tells again, the latest first."""
    for old in reversed(earlier):
        if same(old, new):
            return old
    return None


def find_meant(
    earlier: list[MeetingDraft], new: MeetingDraft, *, noun: bool
) -> MeetingDraft | None:
    """The meeting that a telling with one side or none goes on about: «встреча прошла …»."""
    wanted = {p.entity for p in new.participants}
    if not wanted and not noun:
        return None
    for old in reversed(earlier[-_LAST:]):
        near = new.sentences[0] - old.sentences[-1] <= _ANAPHOR
        if near and wanted <= represented(old.participants) and _goes_on(old, new):
            return old
    return None


def _goes_on(old: MeetingDraft, new: MeetingDraft) -> bool:
    for kind in ("session", "signing"):
        if (old.kind == kind) != (new.kind == kind):
            return False
    if old.date and new.date and not _compatible(old.date.value, new.date.value):
        return False
    failed = new.status == "denied" and old.status in ("planned", "possible")
    return failed or (old.status == new.status and old.recalled == new.recalled)


def same(old: MeetingDraft, new: MeetingDraft) -> bool:
    """Whether two drafts tell one contact: the same sides, no clash of day or status."""
    if clash(old, new) or _is_of_another_year(old, new) or _is_another_refusal(old, new):
        return False
    if {p.entity for p in old.participants} == {p.entity for p in new.participants}:
        return True
    if _is_one_sitting(old, new):
        return True
    if min(len(old.participants), len(new.participants)) < 2:
        return False
    told_at_once = set(old.sentences) & set(new.sentences) and _received(new, old)
    return bool(_covered(old.participants, new.participants) or _received(old, new) or told_at_once)


def _is_one_sitting(old: MeetingDraft, new: MeetingDraft) -> bool:
    """A body's sitting told again soon, once with those who spoke there."""
    if old.kind != "session" or new.sentences[0] - old.sentences[-1] > _NEAR:
        return False
    bodies = [
        {p.entity for p in m.participants if isinstance(p.entity, OrganizationDraft)}
        for m in (old, new)
    ]
    return bool(bodies[0] & bodies[1])


def _is_of_another_year(old: MeetingDraft, new: MeetingDraft) -> bool:
    """A visit of which only the year is told («визит в 2019 году») is none of today's talks."""
    visit = new.kind == "visit" and old.kind != "visit" and old.date is None
    return visit and new.date is not None and len(new.date.value) == len("2019")


def _is_another_refusal(old: MeetingDraft, new: MeetingDraft) -> bool:
    """A visit that does not take place is no talk of which far below the same is said."""
    near = new.sentences[0] - old.sentences[-1] <= _NEAR
    one = (old.kind == "visit") == (new.kind == "visit")
    return old.status == new.status == "denied" and not one and not near


def _received(old: MeetingDraft, new: MeetingDraft) -> bool:
    """An arrival and the reception of the same guest soon after are one."""
    received = new.kind in ("meeting", "talks") or not any(map(_is_place, new.participants))
    if old.kind != "visit" or not received or old.status != new.status:
        return False
    places = [p.entity for p in old.participants if _is_visited(old, p)]
    guests: set[EntityDraft] = {p.entity for p in old.participants if not _is_visited(old, p)}
    hosts = [p for p in new.participants if p.entity not in guests]
    near = 0 <= new.sentences[0] - old.sentences[-1] <= _NEAR
    if not places or not hosts or not near or len(hosts) == len(new.participants):
        return False
    return all(_is_of(host, place) for host in hosts for place in places)


def again(last: MeetingDraft, candidate: Candidate) -> list[ParticipantDraft]:
    """Who meets next time: the same, of a sitting the bodies that sat or the powers at it."""
    if last.kind != "session" or not candidate.again:
        return list(last.participants)
    bodies = [p for p in last.participants if isinstance(p.entity, OrganizationDraft)]
    spoken = dict.fromkeys(r for p in last.participants for r in p.represents[:1])
    powers = [r for r in spoken if isinstance(r, RegionDraft) and r.level in _POWERS]
    return bodies or [ParticipantDraft(r) for r in powers[:_TWO]] or list(last.participants)


def same_signing(old: MeetingDraft, new: MeetingDraft) -> bool:
    """Whether the very next sentence says who signed: «от области — A, от банка — B»."""
    both = old.kind == new.kind == "signing" and old.status == new.status
    return both and 0 <= new.sentences[0] - old.sentences[-1] <= 1


def name_signers(old: MeetingDraft, new: MeetingDraft) -> None:
    """Put the people who signed in the place of the bodies they signed for."""
    absorb(old, new)
    people = [p for p in old.participants if isinstance(p.entity, PersonDraft)]
    if len(people) >= 2:
        old.participants = people


def _is_place(participant: ParticipantDraft) -> bool:
    """Whether it is the place visited, not an official known by post only."""
    return isinstance(participant.entity, RegionDraft) and participant.role is None


def _is_visited(visit: MeetingDraft, participant: ParticipantDraft) -> bool:
    """Whether it is the place or body that the visit went to, not the one whose delegation came."""
    if visit.body is not None:
        return participant.entity is visit.body
    delegation = any(p.entity is visit.place for p in visit.participants)
    return _is_place(participant) and (not delegation or participant.entity is visit.place)


def _is_of(host: ParticipantDraft, place: EntityDraft) -> bool:
    """Whether a host can be of the place visited: of that country, of nobody else in a town."""
    if not isinstance(place, RegionDraft):
        return not host.represents or place in host.represents
    if place.level != "country" or not host.represents:
        return True
    return _speaks_for(host, place) or any(_capital(place, r) for r in host.represents)


def _covered(old: list[ParticipantDraft], new: list[ParticipantDraft]) -> bool:
    """Whether each side of the smaller one stands in the other, in person or represented."""
    small, large = sorted((old, new), key=len)
    return all(any(_stands_for(p, other) for other in large) for p in small)


def _stands_for(a: ParticipantDraft, b: ParticipantDraft) -> bool:
    if a.entity is b.entity:
        return True
    if a.role and b.role and a.role != b.role and not {a.role, b.role} & _ANY_POST:
        # «Президент Азербайджана» is not his minister.
        return False
    if _capital(a.entity, b.entity) or _capital(b.entity, a.entity):
        return True
    if _heads_body_of(a, b) or _heads_body_of(b, a):
        return True
    return _speaks_for(a, b.entity) or _speaks_for(b, a.entity)


def _heads_body_of(person: ParticipantDraft, post: ParticipantDraft) -> bool:
    """«Глава японского МИДа» may be the minister of Japan named elsewhere."""
    body, minister = post.entity, (person.role or "").startswith("министр")
    if not isinstance(body, OrganizationDraft) or post.role not in _ANY_POST or not minister:
        return False
    return body.owner is not None and body.owner in person.represents


def _speaks_for(person: ParticipantDraft, power: EntityDraft) -> bool:
    """Whether a participant represents a power, or the country whose city the power is."""
    side = spoken_for(power)
    return any(r is power or r is side or _capital(r, power) for r in person.represents)


def _capital(country: EntityDraft, city: EntityDraft) -> bool:
    return (
        isinstance(country, RegionDraft)
        and isinstance(city, RegionDraft)
        and country.level == "country"
        and city.level != "country"
        and country.country is not None
        and country.country == city.country
    )


def clash(old: MeetingDraft, new: MeetingDraft) -> bool:
    """Different days, or one held and the other still to come, make two meetings."""
    if old.date and new.date and not _compatible(old.date.value, new.date.value):
        return True
    if {old.kind, new.kind} == {"call", "visit"}:
        return True
    if old.recalled != new.recalled and not (
        old.date and new.date and old.date.value == new.date.value
    ):
        return True
    if old.apart != new.apart or (old.kind == "session") != (new.kind == "session"):
        return True
    if old.status == new.status or "assumed" in new.signs | old.signs:
        return False
    return {old.status, new.status} not in ({"planned", "denied"}, {"possible", "denied"})


def _compatible(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _admit(old: MeetingDraft, new: ParticipantDraft) -> None:
    """A named person takes the place of the region or body spoken for."""
    if new.attending and any(sits(old, p) and _speaks_for(new, p.entity) for p in old.participants):
        old.participants.append(new)
        return
    spoken = [p for p in old.participants if _speaks_for(new, p.entity) or _heads_body_of(new, p)]
    if spoken and isinstance(new.entity, PersonDraft):
        old.participants[old.participants.index(spoken[0])] = new
        old.participants = [p for p in old.participants if p not in spoken[1:]]
    elif not any(_stands_for(new, p) for p in old.participants):
        old.participants.append(new)


def _settle(old: MeetingDraft, new: MeetingDraft) -> None:
    """Which status holds, where the later telling knows better.

    «визит главы МИД … Министр прибудет во вторник»; «переговоры намечены … их отменили».
    """
    if "assumed" in old.signs - new.signs:
        old.status = new.status
        old.signs -= {"assumed"}
    if new.status == "denied" and old.status in ("planned", "possible"):
        old.status = "denied"


def absorb(old: MeetingDraft, new: MeetingDraft) -> None:
    """Take into ``old`` what ``new`` knows better."""
    if _received(old, new):
        old.participants = [p for p in old.participants if not _is_visited(old, p)]
    visited = _received(new, old)
    for participant in new.participants:
        if visited and _is_place(participant):
            continue
        mine = next((p for p in old.participants if p.entity is participant.entity), None)
        if mine is None:
            _admit(old, participant)
        elif not mine.represents:
            mine.represents, mine.role = participant.represents, mine.role or participant.role
    if old.date is None or (new.date and len(new.date.value) > len(old.date.value)):
        old.date = new.date or old.date
    if old.place is None or (
        new.place is not None and new.kind != "visit" and is_finer(new.place, old.place)
    ):
        old.place = new.place
    old.host_event = old.host_event or new.host_event
    old.format = old.format or new.format
    _settle(old, new)
    if old.kind == "visit" and new.kind in ("talks", "meeting") and len(new.participants) > 1:
        old.kind = new.kind
    if new.participants and any(isinstance(p.entity, PersonDraft) for p in new.participants):
        old.signs -= {"place"} if len(new.participants) > 1 else set()
    old.sentences = sorted({*old.sentences, *new.sentences})
    old.prior = max(old.prior, new.prior)
