"""Whom the words of an act's content name as its sides: «товарооборот между A и B»."""

from __future__ import annotations

from ..drafts import EntityDraft, OrganizationDraft, PersonDraft
from .contacts import able, spoken_for
from .found import Found
from .view import View

_PAIR = 2
_DEALS = frozenset({"покупка", "приобретение", "поглощение", "продажа", "слияние"})


def in_deal(view: View, found: Found) -> list[EntityDraft]:
    """«Договорился о покупке B»: whom a deal's own noun names."""
    if view.tokens[found.head].lemma not in _DEALS:
        return []
    for actor in view.actors.within(found.head + 1, found.last):
        bare = not view.tree.preposition(actor.head) or view.actors.case(actor) == "Gen"
        organization = isinstance(actor.entity, OrganizationDraft)
        return [actor.entity] if actor.entity is not None and organization and bare else []
    return []


def between(view: View, found: Found) -> list[EntityDraft]:
    """«Товарооборот между A и B»: the sides that the words themselves name, if there are two."""
    for actor in view.actors.within(found.first, found.last):
        if view.tree.preposition(actor.head) == "между":
            group = [a.entity for a in view.actors.group(actor.head) if a.entity is not None]
            sides = able(map(spoken_for, group))
            return sides if len(sides) >= _PAIR else []
    return []


def joined(view: View, found: Found, parties: list[EntityDraft]) -> list[EntityDraft]:
    """«Российско-американский договор» of two people, one of them for the USA: it says for whom."""
    people = [p for p in parties if isinstance(p, PersonDraft)]
    for index in range(found.first, found.last):
        powers: list[EntityDraft] = list(view.actors.powers(index))
        if len(powers) == len(parties) == _PAIR and people:
            others = [p for p in parties if p not in people]
            return powers if all(o in powers for o in others) else parties
    return parties
