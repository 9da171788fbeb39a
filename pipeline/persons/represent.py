"""For whom a person speaks by office."""

from __future__ import annotations

from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft

_DEPTH = 4


def represents(person: PersonDraft) -> list[EntityDraft]:
    """The regions and organizations of the person's present posts, each once, in text order.

    An officer of a state or regional body speaks for the state or region that owns the body; a
    director speaks for the firm; an ambassador for the country that sent him.
    """
    found = [spoken_for(owner) for p in person.positions if not p.former for owner in p.of]
    return list(dict.fromkeys(found or map(spoken_for, person.speaks_for)))


def spoken_for(owner: EntityDraft) -> EntityDraft:
    """The region behind a government body, through its owners; anything else is itself."""
    at = owner
    for _ in range(_DEPTH):
        if not isinstance(at, OrganizationDraft) or at.kind != "government" or at.owner is None:
            break
        at = at.owner
    return at if isinstance(at, RegionDraft) else owner
