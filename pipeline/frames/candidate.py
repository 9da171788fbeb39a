"""A trigger that matched a meeting frame, with what its clause says of the meeting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from schemas import MeetingKind

from ..document import Sentence
from ..drafts import OrganizationDraft, RegionDraft
from ..knowledge.frames import MeetingFrame
from .chunks import Actor
from .modality import Status
from .sides import Side, entities_once

_HUBS = frozenset({"subject", "support", "host", "у:Gen"})
_SITTING = frozenset({"government", "party", "international", "other"})
_ENVOYS = frozenset({"делегация", "представитель", "миссия", "бизнес-миссия"})
_COUNTERPARTS = frozenset({"с:Ins", "object", ":Dat", "к:Dat"})


@dataclass(eq=False)
class Candidate:
    """A trigger that matched a frame; ``sides`` are the actors by slot, in the frame's order.

    A ``welcome`` is a visit told of by who met the guest where he arrived; one that ``calls`` says
    only on whom somebody called («утром был у министра»), one that ``gathers`` tells of a sitting
    («съехались на заседание»). That somebody ``sat`` is told by what was done there («на заседании
    решено …»).
    """

    frame: MeetingFrame
    trigger: int
    sentence: Sentence
    status: Status
    kind: MeetingKind
    carrier: int | None
    takes_part: bool = False
    held_by: str | None = None
    background: bool = False
    several: bool = False
    anaphor: int | None = None
    again: bool = False
    we: bool = False
    calls: bool = False
    gathers: bool = False
    passive: bool = False
    welcome: bool = False
    assumed: bool = False
    sat: bool = False
    sides: list[Side] = field(default_factory=list)
    goal: RegionDraft | None = None

    @property
    def actors(self) -> list[Actor]:
        """The actors with a known entity, each entity once, in order."""
        return entities_once(self.sides)

    @property
    def lacks_hub(self) -> bool:
        """Whether only the other side is named («встретились с X»), so that one is left out."""
        slots = {s.slot for s in self.sides}
        if self.frame.explicit and not (self.we or self.calls):
            return False
        goes_on = self.calls or self.frame.pos == "turn" or self.frame.chain
        if goes_on or (self.we and len(self.actors) == 1):
            return True
        if self.passive and "object" in slots:
            return False
        own = slots - {"among"}
        return self.kind != "session" and bool(own) and own <= _COUNTERPARTS

    @property
    def anaphoric(self) -> bool:
        """Whether a plural noun («стороны») says who meets."""
        return self.anaphor is not None

    @property
    def has_host(self) -> bool:
        """Whether somebody is said to be visited («поездка к X»)."""
        keeper = self.frame.barred and any(s.slot == "subject" for s in self.sides)
        return keeper or any(s.slot in ("к:Dat", ":Dat", "sought") for s in self.sides)

    @property
    def names_delegation(self) -> bool:
        """Whether it is told of a body or a place by its delegation."""
        return any(a.proxy == "делегация" for a in self.actors)

    @property
    def names_envoys(self) -> bool:
        """Whether it is told of somebody's delegation, representatives or mission."""
        told = [s.actor for s in self.sides if s.how == "tree"]
        posts = (a.proxy or (a.role.title.split()[0] if a.role else "") for a in told)
        return bool(_ENVOYS.intersection(posts))

    @property
    def is_sitting_of_a_body(self) -> bool:
        """Whether the text tells that a named body sat («состоялось заседание комиссии»)."""
        bodies = [a for a in self.actors if _is_body(a)]
        sat = self.held_by is not None or (self.sat and self.status in ("held", "planned"))
        return self.frame.body and sat and self.status != "denied" and bool(bodies)

    @property
    def names_whose_sitting(self) -> bool:
        """«Как показало заседание комиссии», «по итогам заседания совета»: by its own genitive."""
        if self.frame.pos != "noun" or not self.frame.body or self.status == "denied":
            return False
        own = [s.actor for s in self.sides if s.slot == ":Gen" and s.how == "tree"]
        bodies = (a.entity for a in own if a.role is None)
        return any(isinstance(b, OrganizationDraft) and b.kind in _SITTING for b in bodies)

    @property
    def is_gathering_of_a_body(self) -> bool:
        """«Министры Евросоюза встретятся в Дублине», «встреча ОПЕК состоялась»: one body's own."""
        if self.held_by is None or self.kind not in ("meeting", "talks", "session"):
            return False
        return any(
            isinstance(s.actor.entity, OrganizationDraft)
            and s.actor.entity.kind == "international"
            and (s.actor.role is None or s.actor.role.plural)
            and s.slot in ("subject", ":Gen")
            for s in self.sides
        )

    @property
    def tells_it_happened(self) -> bool:
        """Whether the clause says that a meeting takes place, whoever met."""
        held = self.held_by in ("happen", "light") or self.kind == "session"
        return self.frame.pos == "noun" and held and self.kind not in ("visit", "signing")

    @property
    def awaits_names(self) -> bool:
        """Whether the next sentences may say who met: «Встретились делегации двух городов»."""
        if self.kind == "signing":
            return self.frame.setting and self.status == "held"
        verb = self.frame.pos == "verb" and self.kind == "meeting" and not self.frame.explicit
        meets = verb and "с:Ins" in self.frame.slots and not self.gathers
        return meets or self.tells_it_happened


def _is_body(actor: Actor) -> bool:
    """A body, or all who hold a post in one of several states: «министры обороны НАТО»."""
    if not isinstance(actor.entity, OrganizationDraft):
        return False
    return actor.role is None or (actor.role.plural and actor.entity.kind == "international")


def apart(candidate: Candidate) -> list[Candidate]:
    """One caller and several counterparts one after another are separate meetings.

    «провёл встречи с A, B и C», «отдельные переговоры с A и с B»: a plural noun, a call, or a
    preposition said again. Who receives one after the other, or is received by several, too.
    """
    if (received := _received_apart(candidate)) is not None:
        return received
    hubs = [s for s in candidate.sides if s.slot in _HUBS]
    others = [s for s in once(candidate.sides) if s.slot == "с:Ins"]
    alone = not hubs and len(others) < len(once(candidate.sides))
    one_by_one = candidate.several or candidate.kind == "call"
    if len(hubs) > 1 or len(others) < 2 or alone or not one_by_one:
        return [candidate]
    return [replace(candidate, sides=[*hubs, other]) for other in others]


def _received_apart(candidate: Candidate) -> list[Candidate] | None:
    """«принял A, а следом и B», «был принят президентом A и премьером B»."""
    hosts = [s for s in once(candidate.sides) if s.slot == "subject"]
    guests = [s for s in once(candidate.sides) if s.slot == "object"]
    if len(hosts) == 1 and len(guests) > 1 and candidate.several:
        return [replace(candidate, sides=[*hosts, g]) for g in guests]
    if candidate.passive and len(hosts) > 1 and len(guests) == 1:
        return [replace(candidate, sides=[h, *guests]) for h in hosts]
    return None


def once(sides: list[Side]) -> list[Side]:
    """The sides without repeated entities."""
    return [
        s
        for i, s in enumerate(sides)
        if all(s.actor.entity is not other.actor.entity for other in sides[:i])
    ]
