"""Which matches are outcomes between parties, and why the others are not.

Inside a meeting nearly everything that a frame matches counts. Away from any, the guide asks for
two official sides; in between (an article with meetings, an act of someone who met nobody) one.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from schemas import Act

from ..drafts import EntityDraft, OrganizationDraft, OutcomeDraft, SpeechDraft
from ..nlp.words import fold
from .contacts import Contact, is_official, related
from .doers import Doers
from .found import Found
from .parties import Parties
from .view import View

_TWO_SIDED = frozenset({"agreed", "signed", "discussed", "cooperates", "planned"})
_SETTLED = frozenset({"agreed", "signed"})
_SITTING = frozenset({"government", "international", "other"})
_NEAR = 6
"""How many sentences after a meeting was told an act still belongs to it."""
_RIGHT_BEFORE = 3
_MUCH = 2
"""How many acts told before make an article one of official contacts."""


@dataclass(frozen=True)
class Private:
    """Posts, bodies and matters that are no public affair of a side, and offices that are."""

    posts: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()


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
    private: Private = Private()

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
        return [
            e
            for e in sides
            if is_official(e, self.private.posts, self.private.offices) and not self._private(e)
        ]

    @property
    def facing(self) -> bool:
        """Whether an official party faces an official side that is not of its own."""
        official = self.official
        own = [p for p in self.who.parties if p in official]
        return any(o in official and not related(o, p) for o in self._others for p in own)

    @property
    def private_matter(self) -> bool:
        """Whether the content speaks of posts, courts and the like."""
        words = self.view.tokens[self.found.first : self.found.last]
        return any(t.lemma in self.private.matters for t in words)

    @property
    def _others(self) -> list[EntityDraft]:
        return [*self.who.addressee, *self.who.parties[1:]]

    def _private(self, entity: EntityDraft) -> bool:
        words = {fold(w) for w in entity.name.split()}
        return isinstance(entity, OrganizationDraft) and bool(words & self.private.bodies)

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
        """Whether the article has told of an act that two sides shared, or lately of a meeting."""
        between = [d for d in self.told if len(d.parties) + len(d.addressee) > 1]
        return self.near_meeting or bool(between)

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
    """Somebody with an office must be a side, or those who met must have settled something.

    Where much was told between sides, an office that was not recognized is no objection.
    """
    settled = match.found.frame.act in _SETTLED or len(match.told) >= _MUCH
    if match.official or (match.met and settled):
        return None
    return "nobody with an office"


def _matter(match: Match) -> str | None:
    if match.private_matter and not (match.met and match.near_meeting and match.facing):
        return "a private matter"
    return None


def _order(match: Match) -> str | None:
    """An order names its subordinate, or states both sides though one has no name."""
    if match.found.frame.parties != "superior" or len(match.who.parties) > 1:
        return None
    stated = match.doers.stated or match.near_meeting
    return None if stated and match.who.faced else "an order of nobody or to nobody"


def _talk(match: Match) -> str | None:
    """What was on the table needs two at it, or a body that sat."""
    if match.found.frame.act != "discussed" or len(match.who.parties) > 1:
        return None
    sat = any(isinstance(e, OrganizationDraft) for e in match.who.parties)
    return None if match.met and (sat or match.near_meeting) else "a talk of one"


def _offer(match: Match) -> str | None:
    """An offer is made to somebody: to whom one meets, where nobody is named."""
    here = match.met and match.near_meeting
    if match.found.frame.act != "offered" or match.who.faced or here:
        return None
    return None if match.who.addressee else "an offer to nobody"


def _joint(match: Match) -> str | None:
    """Two doers, all sides, a body that sat, or one who names the other side."""
    if not match.found.frame.joint or match.doers.both or match.who.named > 1:
        return None
    bodies = [e for e in match.doers.entities if isinstance(e, OrganizationDraft)]
    sat = match.found.frame.act == "agreed" and any(e.kind in _SITTING for e in bodies)
    return None if sat or match.names_other_side else "a joint act of one"


def _bare_paper(match: Match) -> str | None:
    """«Документ принят»: which, only a meeting just told of makes clear."""
    words = match.view.tokens[match.found.first : match.found.last]
    bare = [t.lemma for t in words] == ["документ"]
    return "a paper without a name" if bare and not match.near_meeting else None


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
    if act == "instructed":
        return None if official else "no contact and no official superior"
    if match.facing or match.who.faced or (official and match.among_officials):
        return None
    return "no contact and no official side that is faced"


_RULES: tuple[Callable[[Match], str | None], ...] = (
    _somebody,
    _public,
    _matter,
    _bare_paper,
    _order,
    _talk,
    _offer,
    _plan,
    _joint,
    _following,
    _contact,
    _sides,
)
