"""Which matches are outcomes between parties, and why the others are not.

Inside a meeting nearly everything that a frame matches counts. Away from any, the guide asks for
two official sides; in between (an article with meetings, an act of someone who met nobody) one.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from schemas import Act

from ..drafts import EntityDraft, OrganizationDraft, OutcomeDraft, SpeechDraft
from .contacts import Contact, is_official, related
from .doers import Doers
from .found import Found
from .parties import Parties
from .view import View

_TWO_SIDED = frozenset({"agreed", "signed", "discussed", "cooperates", "planned"})
_SETTLED = frozenset({"agreed", "signed"})
_NEAR = 6
"""How many sentences after a meeting was told an act still belongs to it."""
_RIGHT_BEFORE = 3


@dataclass(frozen=True, eq=False)
class Match:
    """A matched frame with all that is known of whose act it is; ``told`` are the acts before."""

    view: View
    found: Found
    doers: Doers
    who: Parties
    contact: Contact | None
    told: Sequence[OutcomeDraft]
    speech: SpeechDraft | None = None
    private_posts: Container[str] = ()

    @property
    def came_of_contact(self) -> bool:
        """Whether a party or the speaker was one of the contact's sides."""
        sides = [*self.who.parties, self.who.speaker]
        return self.contact is not None and any(self.contact.holds(p) for p in sides)

    @property
    def met(self) -> bool:
        """Whether the contact was a meeting."""
        return self.came_of_contact and self.contact is not None and bool(self.contact.meeting)

    @property
    def near_meeting(self) -> bool:
        """Whether a meeting is told of within the few sentences before."""
        here = self.found.sentence.index
        meetings = self.view.document.meetings
        return any(0 <= here - s <= _NEAR for m in meetings for s in m.sentences)

    @property
    def official(self) -> list[EntityDraft]:
        """The parties and addressees that act in public."""
        sides = dict.fromkeys([*self.who.parties, *self.who.addressee])
        return [e for e in sides if is_official(e, self.private_posts)]

    def follows(self, acts: Container[Act] | None = None) -> bool:
        """Whether an act (one of ``acts``) is told of right before."""
        here = self.found.sentence.index
        return any(
            0 <= here - d.sentences[-1] <= _RIGHT_BEFORE
            for d in self.told
            if acts is None or d.act in acts
        )

    @property
    def among_officials(self) -> bool:
        """Whether the article has told of acts between sides, or a meeting not long before."""
        between = any(len(d.parties) + len(d.addressee) > 1 for d in self.told)
        return between or self.near_meeting

    @property
    def names_other_side(self) -> bool:
        """Whether the content names a side of the contact other than the doer's."""
        if self.contact is None:
            return False
        others = self.contact.other_than(self.doers.entities)
        within = self.view.actors.within(self.found.first, self.found.last)
        return any(related(a.entity, o) for a in within for o in others if a.entity is not None)

    @property
    def plural(self) -> bool:
        """Whether several are said to act, though not all could be named."""
        found, clauses = self.found, self.view.clauses
        verb = found.trigger if found.carrier is None else found.carrier
        feats = self.view.tokens[verb].feats
        finite = feats.get("Number") == "Plur" and feats.get("VerbForm") == "Fin"
        return finite and not clauses.is_passive(verb) and bool(clauses.subjects(verb))


def objection(match: Match) -> str | None:
    """Why a match is no outcome; None where it is one."""
    for rule in _RULES:
        reason = rule(match)
        if reason is not None:
            return reason
    return None


def _somebody(match: Match) -> str | None:
    if match.doers.strange:
        return "somebody else's act"
    return None if match.who.parties else "no parties"


def _plan(match: Match) -> str | None:
    frame = match.found.frame
    if not frame.agentless or frame.act != "planned" or match.near_meeting or match.follows():
        return None
    return "a plan far from any contact"


def _public(match: Match) -> str | None:
    return None if match.official or match.met else "nobody with an office"


def _joint(match: Match) -> str | None:
    """Two doers, all sides, a body that sat, or one who names the other side."""
    if not match.found.frame.joint or match.doers.both or match.who.named > 1:
        return None
    bodies = [e for e in match.doers.entities if isinstance(e, OrganizationDraft)]
    sat = [e for e in bodies if e.kind in ("government", "international", "other")]
    return None if sat or match.names_other_side else "a joint act of one"


def _following(match: Match) -> str | None:
    acts = match.found.frame.follows
    return "no act to follow" if acts and not match.follows(acts) else None


def _contact(match: Match) -> str | None:
    if not match.found.frame.needs_meeting or match.came_of_contact or match.near_meeting:
        return None
    return "no contact" if len(match.official) < 2 else None


def _sides(match: Match) -> str | None:
    """Enough official sides for an act that came of no meeting."""
    if match.met:
        return None
    act, official = match.found.frame.act, len(match.official)
    meetings = bool(match.view.document.meetings)
    if act in _TWO_SIDED:
        some = act in _SETTLED and (meetings or match.plural)
        return None if official >= (1 if some else 2) else "fewer than two official parties"
    if match.who.faced or (official and match.among_officials):
        return None
    enough = 1 if act == "instructed" else 2
    return None if official >= enough else "no contact and too few official sides"


_RULES: tuple[Callable[[Match], str | None], ...] = (
    _somebody,
    _public,
    _plan,
    _joint,
    _following,
    _contact,
    _sides,
)
