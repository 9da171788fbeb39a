"""Visits: where one goes, and whether the place can be the other side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..drafts import (
    EntityDraft,
    MeetingDraft,
    OrganizationDraft,
    ParticipantDraft,
    PersonDraft,
    RegionDraft,
)
from .candidate import Candidate
from .merge import represented
from .screening import Screen
from .view import View

_WHERE = frozenset({"где", "куда"})
_PHRASE = 12


def destination_of(view: View, candidate: Candidate) -> RegionDraft | None:
    """The region that a visit goes to: what is visited, or «в»/«на» with the accusative."""
    if candidate.goal is not None:
        return candidate.goal
    return next(iter(_destinations(view, candidate)), None)


def by_goal(view: View, candidate: Candidate) -> Iterator[Candidate]:
    """«посетит Москву, Минск и Астану»: one visit to each."""
    goals = _destinations(view, candidate) if candidate.frame.destination else []
    if len(goals) < 2 or candidate.has_host:
        yield candidate
        return
    for goal in goals:
        yield replace(candidate, goal=goal)


def _destinations(view: View, candidate: Candidate) -> list[RegionDraft]:
    """The regions at the first place that can be the goal, and those joined to it."""
    found: list[int] = []
    for index in (candidate.trigger, candidate.carrier):
        if index is None:
            continue
        found += view.clauses.objects(index)
        for preposition in ("в", "на"):
            found += view.clauses.obliques(index, preposition, "")
    found += _after(view, candidate.trigger)
    if candidate.frame.pos == "noun":
        found += _further_on(view, candidate.trigger)
    above = view.tree.head(candidate.trigger)
    where = any(t.lemma in _WHERE for t in view.tree.children(candidate.trigger))
    if above is not None and where and view.tokens[candidate.trigger].rel == "acl:relcl":
        found.append(above.index)
    for head in found:
        actor = view.actors.named(head)
        if actor is None and view.tokens[head].lemma == "столица":
            owner = view.actors.owner(head)
            if isinstance(owner, RegionDraft):
                return [owner]
        if actor is not None and actor.role is None and isinstance(actor.entity, RegionDraft):
            joined = [a.entity for a in view.actors.group(head) if a.role is None]
            places = [e for e in joined if isinstance(e, RegionDraft)]
            return list(dict.fromkeys([actor.entity, *places]))
    return []


def body_visited(view: View, candidate: Candidate) -> OrganizationDraft | None:
    """The body that a visit goes to by name: «посетил университет», «побывает на заводе»."""
    trigger = candidate.trigger
    found = list(view.clauses.objects(trigger))
    for preposition in ("в", "на"):
        found += view.clauses.obliques(trigger, preposition, "")
    for head in found:
        actor = view.actors.at(head)
        entity = actor.entity if actor is not None and actor.role is None else None
        if isinstance(entity, OrganizationDraft) and entity.kind != "media":
            return entity
    return None


def is_guest(participants: list[ParticipantDraft], told: list[MeetingDraft]) -> bool:
    """Whether a visitor is known to be away from home, so that a body he visits receives him."""
    return any(
        p.entity in {q.entity for q in m.participants} and (m.kind == "visit" or _is_abroad(p, m))
        for p in participants
        for m in told
        if m.place is not None
    )


def _is_abroad(visitor: ParticipantDraft, meeting: MeetingDraft) -> bool:
    """Whether a meeting was held in a country for which the visitor does not speak."""
    own = {r.country for r in visitor.represents if isinstance(r, RegionDraft)}
    place = meeting.place
    return isinstance(place, RegionDraft) and bool(own) and place.country not in own


def _after(view: View, trigger: int) -> list[int]:
    """The word after «в» or «на» right behind the trigger, whatever the tree says."""
    last = view.sentence_of(trigger).last
    for index in range(trigger + 1, min(trigger + 3, last)):
        if view.tokens[index].lemma in ("в", "на", "во") and index + 1 < last:
            return [index + 1, *([index + 2] if index + 2 < last else [])]
    return []


def _further_on(view: View, trigger: int) -> list[int]:
    """«визит министра обороны Китая в Минск»: the place after «в», past whose visit it is."""
    for index in range(trigger + 1, min(trigger + _PHRASE, view.sentence_of(trigger).last - 1)):
        token = view.tokens[index]
        if token.pos in ("VERB", "PUNCT", "CCONJ"):
            return []
        if token.lemma in ("в", "на") and view.tokens[index + 1].feats.get("Case") == "Acc":
            return [index + 1]
    return []


def tours_own_land(draft: MeetingDraft, place: RegionDraft | None) -> bool:
    """«президент побывал в Тверской области»: a statesman in a part of his country."""
    if place is None or place.level not in ("subject", "city"):
        return False
    return any(_within(place, o) for o in represented(draft.participants))


def send_envoy(candidate: Candidate, draft: MeetingDraft) -> None:
    """«направил в Тегеран эмиссара N»: N goes for who sent him; a nameless one stands for them."""
    sent = {s.actor.entity for s in candidate.sides if s.slot == "object"}
    envoys = [p for p in draft.participants if p.entity in sent]
    senders = [p for p in draft.participants if p not in envoys]
    powers = [r for p in senders for r in (p.represents or [p.entity])]
    for envoy in envoys:
        envoy.represents = envoy.represents or powers[:1]
    own = [ParticipantDraft(r) for r in powers[:1] if not isinstance(r, PersonDraft)]
    draft.participants = envoys or own


def add_destination(
    draft: MeetingDraft, place: RegionDraft | None, screen: Screen, *, said: bool
) -> str:
    """With nobody on the other side, the place visited is the second participant.

    Returns why not: only officials pay visits that count, and nobody visits the power he speaks
    for; a statesman's trip about his own country counts where the text calls it a visit (``said``).
    """
    if place is None:
        return "no place that is visited"
    for visitor in draft.participants:
        if isinstance(visitor.entity, PersonDraft):
            standing = screen.standing(visitor.entity)
            if standing == "private" or (standing == "unknown" and not said):
                return "a private journey"
        person = isinstance(visitor.entity, PersonDraft)
        sent = person and (place.level == "country" or "представитель" in (visitor.role or ""))
        if visitor.role is not None and not sent and not screen.leads(visitor.role):
            return "the visitor is no leader"
        if not isinstance(visitor.entity, PersonDraft) and visitor.role is None and not said:
            return "no visitor by name or post"
    own = represented(draft.participants)
    if place in own:
        return "at home"
    if not said and any(_within(place, o) for o in own):
        return "a journey at home"
    draft.place = draft.place or place
    draft.participants.append(ParticipantDraft(place))
    draft.signs.add("place")
    return ""


def _within(place: RegionDraft, power: EntityDraft) -> bool:
    """Whether a place lies in the country spoken for."""
    return (
        isinstance(power, RegionDraft)
        and power.level == "country"
        and power.country is not None
        and power.country == place.country
    )
