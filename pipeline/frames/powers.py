"""Whether two who are seen together are of different powers, so that an outing is a contact."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft
from .contacts import one_side, spoken_for

_POWERS = frozenset({"country", "subject"})


def of_two_powers(entities: Iterable[EntityDraft]) -> bool:
    """Whether any two speak for different countries or subjects, or for a country and its subject.

    A governor who looks at a bridge with a mayor of his own land meets nobody.
    """
    return any(_face(a, b) for a, b in combinations(entities, 2))


def _face(one: EntityDraft, other: EntityDraft) -> bool:
    mine, theirs = power_of(one), power_of(other)
    if one_side(one, other) or mine is theirs:
        return False
    if mine is None or theirs is None:
        # «губернатор» of no land told of, beside an ambassador.
        known, unknown = (theirs, one) if mine is None else (mine, other)
        return known is not None and known.level == "country" and _has_office(unknown)
    abroad = mine.country is not None and theirs.country is not None
    if abroad and mine.country != theirs.country:
        return True
    return mine.level in _POWERS and theirs.level in _POWERS


def _has_office(entity: EntityDraft) -> bool:
    return isinstance(entity, PersonDraft) and any(not p.former for p in entity.positions)


def power_of(entity: EntityDraft) -> RegionDraft | None:
    """The place spoken for, through the owner of a body."""
    side = spoken_for(entity)
    if isinstance(side, OrganizationDraft):
        side = side.owner or side
    return side if isinstance(side, RegionDraft) else None
