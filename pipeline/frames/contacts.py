"""Between whom an article tells of acts: its meetings, else the last act that two sides shared.

An outcome without a named doer («достигнута договорённость») is that of the contact it came out
of; a one-sided act is addressed to the contact's other side.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from ..drafts import (
    EntityDraft,
    MeetingDraft,
    OrganizationDraft,
    ParticipantDraft,
    PersonDraft,
    RegionDraft,
)
from ..nlp.words import fold
from ..persons.represent import represents

_TWO = 2
_ENVOYS = frozenset({"посол", "консул", "генконсул", "торгпред", "представитель", "посланник"})
_STAND_ALONE = frozenset({"government", "international", "company", "education", "other"})


@dataclass(frozen=True, eq=False)
class Contact:
    """The sides of a contact, the meeting it was, the people who stand for the sides."""

    sides: tuple[EntityDraft, ...]
    meeting: MeetingDraft | None = None
    people: tuple[EntityDraft, ...] = ()

    @property
    def is_sitting(self) -> bool:
        """Whether it was a sitting, not a meeting of two."""
        return self.meeting is not None and self.meeting.kind == "session"

    def holds(self, entity: EntityDraft | None) -> bool:
        """Whether an entity is a side, belongs to one, or stands for one."""
        if entity is None:
            return False
        return entity in self.people or any(one_side(entity, s) for s in self.sides)

    def other_than(self, own: Iterable[EntityDraft]) -> list[EntityDraft]:
        """The sides that face ``own``; none where ``own`` is no side of it.

        A region is faced by the regions among them, where there are any.
        """
        mine = {spoken_for(e) for e in own} | set(own)
        theirs = [s for s in self.sides if not any(related(s, m) for m in mine)]
        if len(theirs) == len(self.sides):
            return []
        regions: list[EntityDraft] = [s for s in theirs if isinstance(s, RegionDraft)]
        return regions if regions and any(isinstance(m, RegionDraft) for m in mine) else theirs

    def at_home(self, abroad: EntityDraft) -> list[EntityDraft]:
        """The one side of another country that the ties with a country must be of.

        «Товарооборот с КНР вырос» after talks with one of its provinces is the region's.
        """
        if not isinstance(abroad, RegionDraft) or abroad.level != "country":
            return []
        home = [s for s in self.sides if isinstance(s, RegionDraft) and s.country != abroad.country]
        return list(home) if len(home) == 1 else []

    def side_of(self, entity: EntityDraft) -> EntityDraft:
        """The side an entity means here: «китайская сторона» is the Chinese city that met."""
        if entity in self.sides or isinstance(entity, PersonDraft):
            return entity if entity in self.sides else spoken_for(entity)
        if not isinstance(entity, RegionDraft):
            return entity
        inside = [
            s
            for s in self.sides
            if isinstance(s, RegionDraft) and s.country and s.country == entity.country
        ]
        abroad = entity.level == "country" and len(inside) == 1 and len(self.sides) > 1
        if abroad and not self._hosts_state(inside[0]):
            return inside[0]
        if any(map(is_power, self.sides)):
            return entity
        bodies = [s for s in self.sides if _owner(s) is entity]
        return bodies[0] if len(bodies) == 1 else entity

    def _hosts_state(self, side: EntityDraft) -> bool:
        """Whether a side is a town where only states' people met: it stands for its own state."""
        others = [s for s in self.sides if s is not side]
        visited = isinstance(side, RegionDraft) and side.level == "city"
        met = self.meeting is not None and any(p.entity is side for p in self.meeting.participants)
        return visited and met and bool(others) and all(is_state(s) for s in others)

    def between_states(self, regions: Iterable[RegionDraft]) -> Contact:
        """With a town where another state's people were as its own state, if that is named."""
        states = {r.country: r for r in regions if r.level == "country" and r.country}
        sides = tuple(
            states.get(s.country or "", s)
            if isinstance(s, RegionDraft) and self._hosts_state(s)
            else s
            for s in self.sides
        )
        return self if sides == self.sides else Contact(sides, self.meeting, self.people)


def related(one: EntityDraft, other: EntityDraft) -> bool:
    """Whether two entities are one side: the same, or a body and the region or body it is of."""
    return one is other or _owner(one) is other or _owner(other) is one


def one_side(one: EntityDraft, other: EntityDraft) -> bool:
    """Whether two entities are one side or people who speak for one: a president and a minister."""
    return related(one, other) or related(spoken_for(one), spoken_for(other))


def apart(entities: Iterable[EntityDraft]) -> list[EntityDraft]:
    """Those that are not of one side or, abroad, of one country with another before them."""
    found: list[EntityDraft] = []
    for entity in entities:
        if not any(one_side(entity, f) or _of_one_country(entity, f) for f in found):
            found.append(entity)
    return found


def _of_one_country(one: EntityDraft, other: EntityDraft) -> bool:
    a, b = spoken_for(one), spoken_for(other)
    if not (isinstance(a, RegionDraft) and isinstance(b, RegionDraft)):
        return False
    return bool(a.country) and a.country == b.country and a.country != "RU"


def is_state(entity: EntityDraft) -> bool:
    """Whether an entity is a country, of a country, or speaks for one."""
    side = spoken_for(entity)
    side = _owner(side) or side
    return isinstance(side, RegionDraft) and side.level == "country"


def land_of(entity: EntityDraft) -> str | None:
    """The country an entity is or belongs to; the name of a body above countries; else none."""
    side = spoken_for(entity)
    side = _owner(side) or side
    if isinstance(side, OrganizationDraft):
        return side.name if side.kind == "international" else None
    return side.country if isinstance(side, RegionDraft) else None


def _owner(entity: EntityDraft) -> EntityDraft | None:
    return entity.owner if isinstance(entity, OrganizationDraft) else None


def spoken_for(entity: EntityDraft) -> EntityDraft:
    """The region or body a leader speaks for, the region whose powers act; else itself."""
    if isinstance(entity, PersonDraft):
        return next(iter(represents(entity)), entity)
    owner = _owner(entity)
    powers = "власти" in fold(entity.name).split() and isinstance(owner, RegionDraft)
    return owner if powers and owner is not None else entity


def sides_of(meeting: MeetingDraft) -> list[EntityDraft]:
    """The regions and bodies that met, each once; the person where nobody is spoken for.

    Those who were only present («в мероприятии участвовали …») are none.
    Two people of one state (a president and his minister) met each as himself.
    Where two sides are known, people of neither («с участием …») are not a third, nor is an office
    («председатель Комитета по внешним связям») where two regions met, a firm where two
    countries did, a body of a region that met itself. A sitting is of the body that sat,
    whoever came to it, unless states did.
    """
    bodies = _sat(meeting)
    if bodies:
        return bodies
    met = [p for p in meeting.participants if not p.attending]
    sat = meeting.kind == "session" and any(isinstance(p.entity, OrganizationDraft) for p in met)
    met = met if len(met) >= _TWO or sat else meeting.participants
    held = {p.represents[0] for p in met if isinstance(p.entity, PersonDraft) and p.represents}
    spoken = able([next(iter(p.represents), p.entity) for p in met], held)
    sides = [e for e in spoken if not isinstance(e, PersonDraft)]
    people = [p.entity for p in meeting.participants if isinstance(p.entity, PersonDraft)]
    if len(spoken) == 1 and is_state(spoken[0]) and len(people) == len(meeting.participants) == 2:
        return list(people)
    sides = _without_own_envoys(sides, met)
    regions = [e for e in sides if isinstance(e, RegionDraft)]
    if len(regions) >= 2:
        firms = len([r for r in regions if r.level == "country"]) >= 2
        sides = [e for e in sides if e in regions or not (_is_office(e) or (firms and _is_firm(e)))]
    sides = [e for e in sides if e in regions or not any(_owner(e) is r for r in regions)]
    return sides if len(sides) >= 2 else spoken


def _without_own_envoys(sides: list[EntityDraft], met: list[ParticipantDraft]) -> list[EntityDraft]:
    """Where a region met another land, its own state's ambassador there is no third side."""
    regions = [s for s in sides if isinstance(s, RegionDraft)]
    home = {r.country for r in regions if r.level == "subject"}
    if len({r.country for r in regions}) < _TWO:
        return sides
    powers = {
        r for p in met for r in p.represents[:1] if not set(fold(p.role or "").split()) & _ENVOYS
    }
    envoys = [r for r in regions if r.level == "country" and r.country in home and r not in powers]
    return [s for s in sides if s not in envoys]


def is_power(entity: EntityDraft) -> bool:
    """Whether an entity is a land or its government."""
    return isinstance(entity, RegionDraft) or _is_office(entity)


def _sat(meeting: MeetingDraft) -> list[EntityDraft]:
    """The body that sat in a session."""
    if meeting.kind != "session":
        return []
    bodies = able(p.entity for p in meeting.participants if isinstance(p.entity, OrganizationDraft))
    lands = {r for p in meeting.participants for r in p.represents if is_state(r)}
    return bodies if len(bodies) == 1 and len(lands) < _TWO else []


def _is_office(entity: EntityDraft) -> bool:
    return isinstance(entity, OrganizationDraft) and entity.kind == "government"


def _is_firm(entity: EntityDraft) -> bool:
    return isinstance(entity, OrganizationDraft) and entity.kind in ("company", "other")


def able(entities: Iterable[EntityDraft], met: Container[EntityDraft] = ()) -> list[EntityDraft]:
    """Those that can act, each once: people, regions, bodies and firms.

    News media only report, but those whose director ``met`` somebody.
    """
    return [
        e
        for e in dict.fromkeys(entities)
        if isinstance(e, (PersonDraft, RegionDraft))
        or (isinstance(e, OrganizationDraft) and (e.kind != "media" or e in met))
    ]


def is_official(
    entity: EntityDraft, private: Container[str] = (), offices: Container[str] = ()
) -> bool:
    """Whether an entity acts as a party in public: a place, a body, a person with an office.

    An office is of a region or body, or among ``offices``, and not among the ``private`` posts.
    """
    if isinstance(entity, PersonDraft):
        posts = [(p, p.title.split()[0]) for p in entity.positions if not p.former and p.title]
        return any(
            word not in private and (p.of or word.split("-")[-1] in offices) for p, word in posts
        )
    return isinstance(entity, RegionDraft) or (
        isinstance(entity, OrganizationDraft) and entity.kind in _STAND_ALONE
    )
