"""CAMEO and PLOVER codes: by kind and status, by who hosts, by how many sides."""

from __future__ import annotations

from schemas import Act, OutcomeStatus

from ..drafts import (
    EntityDraft,
    MeetingDraft,
    OrganizationDraft,
    ParticipantDraft,
    PersonDraft,
    RegionDraft,
)
from ..knowledge import Lexicon
from ..knowledge.frames import CodesLexicon


class Codes:
    """Looks codes up; every kind and act has an entry for ``held``/``done`` to fall back on."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._codes = lexicon.read(CodesLexicon)
        self._meetings = {(c.kind, c.status): (c.cameo, c.plover) for c in self._codes.meeting}
        self._outcomes = {(c.act, c.status): (c.cameo, c.plover) for c in self._codes.outcome}

    def meeting(self, draft: MeetingDraft) -> tuple[str, str]:
        """``(cameo, plover)`` of a meeting."""
        key = draft.kind, draft.status
        cameo, plover = self._meetings.get(key) or self._meetings[draft.kind, "held"]
        if draft.status == "held" and draft.kind == "meeting":
            cameo = self._by_host(draft) or cameo
        if draft.status == "held" and draft.kind in ("meeting", "talks") and _sides(draft) > 2:
            plover = self._codes.multilateral
        return cameo, plover

    def outcome(self, act: Act, status: OutcomeStatus) -> tuple[str, str]:
        """``(cameo, plover)`` of an outcome."""
        return self._outcomes.get((act, status)) or self._outcomes[act, "done"]

    def _by_host(self, draft: MeetingDraft) -> str | None:
        """Whether one side receives the other at home, or both are guests of a third country."""
        if draft.frame in self._codes.hosting:
            return self._codes.hosted
        if not isinstance(draft.place, RegionDraft):
            return None
        if any(draft.place in (p.entity, *p.represents) for p in draft.participants):
            return self._codes.hosted
        countries = [_country(p) for p in draft.participants]
        here = draft.place.country
        if here is None or None in countries or len(set(countries)) < 2:
            return None
        return self._codes.hosted if here in countries else self._codes.third_place


def _sides(draft: MeetingDraft) -> int:
    """How many sides meet: who speak for the same region or body, or one of its bodies, are one.

    People of whom the text does not say for whom they speak count where nobody's side is known.
    """
    sides: list[set[EntityDraft]] = []
    for participant in draft.participants:
        own = _stands_for(participant)
        joined = [side for side in sides if side & own]
        if own:
            sides = [side for side in sides if side not in joined]
            sides.append(own.union(*joined))
    return len(sides) or len(draft.participants)


def _stands_for(participant: ParticipantDraft) -> set[EntityDraft]:
    """The regions and bodies a participant is or speaks for, their owners included."""
    found: set[EntityDraft] = set()
    for entity in (participant.entity, *participant.represents):
        while isinstance(entity, OrganizationDraft) and entity not in found:
            found.add(entity)
            entity = entity.owner or entity
        if not isinstance(entity, PersonDraft):
            found.add(entity)
    return found


def _country(participant: ParticipantDraft) -> str | None:
    """The ISO code of the country a participant speaks for, None where it is not known."""
    regions = [e for e in _stands_for(participant) if isinstance(e, RegionDraft)]
    countries = {r.country for r in regions if r.country is not None}
    return countries.pop() if len(countries) == 1 else None
