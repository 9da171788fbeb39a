"""Which matches are outcomes between parties, and why the others are not.

Inside a meeting nearly everything that a frame matches counts. Away from any, the guide asks for
two official sides; in between (an article with meetings, an act of someone who met nobody) one.
"""

from __future__ import annotations

from collections.abc import Callable

from ..drafts import OrganizationDraft
from .contacts import is_state, one_side, spoken_for
from .match import Match
from .of_others import is_of_older_paper, is_strangers_task

_TWO_SIDED = frozenset({"agreed", "signed", "discussed", "cooperates", "planned"})
_SETTLED = frozenset({"agreed", "signed"})
_SITTING = frozenset({"government", "international", "other"})
_ANY = "*"
_SUCH = frozenset({"такой", "подобный"})
_UNION = "international"
_MUCH = 2
"""How many acts told before make an article one of official contacts."""


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
    if match.private_doer and not match.met:
        return "people with private posts"
    return None if match.who.parties else "no parties"


def _plan(match: Match) -> str | None:
    frame = match.found.frame
    if not frame.agentless or frame.act != "planned":
        return None
    if not match.near_meeting and not (match.follows() and match.view.document.contacts):
        return "a plan far from any contact"
    if match.person_acts:
        return "a plan of one person"
    if is_strangers_task(match):
        return "a plan of somebody else"
    if frame.content == ["clause"] and not (match.names_a_side or match.across):
        return "a plan that names no side"
    return None


def _public(match: Match) -> str | None:
    """Somebody with an office must be a side, or those who met must have settled something.

    Where much was told between sides, an office that was not recognized is no objection.
    """
    settled = match.found.frame.act in _SETTLED or len(match.told) >= _MUCH
    if match.official or (match.met and settled and not match.all_private):
        return None
    return "nobody with an office"


def _home(match: Match) -> str | None:
    """Politics inside a state and the like: only its orders and what its people discussed count."""
    act = match.found.frame.act
    if act == "instructed" or match.in_person or not match.inside_one_side:
        return None
    return None if act == "discussed" and match.met else "all inside one state"


def _crowd(match: Match) -> str | None:
    return "said to people who are no side" if match.to_a_crowd else None


def _matter(match: Match) -> str | None:
    if match.found.frame.act == "instructed":
        return None
    between = (match.met and match.near_meeting) or (match.who.stated and not match.of_private)
    if match.private_matter and (match.of_one_land or not (between and match.facing)):
        return "a private matter"
    return None


def _order(match: Match) -> str | None:
    """An order names its subordinate, or states both sides though one has no name."""
    if match.found.frame.parties != "superior":
        return None
    if match.who.speaker is None:
        return "an order of nobody"
    if match.between_states:
        return "no order to another state"
    if match.who.parties[0] not in match.official and not match.met:
        return "an order of somebody without an office"
    if len(match.who.parties) > 1:
        return None
    before = any(d.act == "instructed" for d in match.told)
    stated = match.doers.stated or match.near_meeting or before
    return None if stated and match.who.faced else "an order of nobody or to nobody"


def _talk(match: Match) -> str | None:
    """What was on the table needs two at it, or a body that sat; who did is told near it."""
    if match.found.frame.act != "discussed":
        return None
    if not match.who.named and not match.amid_meetings and not match.told:
        return "a talk far from any meeting"
    if len(match.who.parties) > 1:
        return None
    sat = any(isinstance(e, OrganizationDraft) for e in match.who.parties)
    return None if match.met and (sat or match.near_meeting) else "a talk of one"


def _offer(match: Match) -> str | None:
    """An offer is made to somebody: to whom one meets, where nobody is named."""
    here = match.near_meeting and (match.met or bool(match.official))
    if match.found.frame.act != "offered" or match.who.faced or here:
        return None
    return None if match.who.addressee else "an offer to nobody"


def _faced(match: Match) -> str | None:
    """A refusal is told of one official side to another."""
    told = match.facing and bool(match.who.addressee)
    return "nobody it is said to" if match.found.frame.faced and not told else None


def _abroad(match: Match) -> str | None:
    """Between states it is no order; inside one it is."""
    if not match.found.frame.abroad:
        return None
    told = match.who.stated and match.between_states
    return None if told else "not said to another state"


def _joint(match: Match) -> str | None:
    """Two doers, all sides, a body that sat, or one who names the other side."""
    if not match.found.frame.joint:
        return None
    if _ANY in match.found.frame.lemmas:
        return None if match.sides_act or match.beside else "not said of the sides together"
    if match.doers.both or match.who.named > 1:
        return None
    bodies = [e for e in match.doers.entities if isinstance(e, OrganizationDraft)]
    sitting = match.contact.meeting if match.met and match.contact is not None else None
    held = match.found.frame.act == "agreed" or (sitting is not None and sitting.kind == "session")
    sat = held and any(e.kind in _SITTING for e in bodies)
    return None if sat or match.names_other_side else "a joint act of one"


def _states(match: Match) -> str | None:
    """What states decide together, or a union of states does, away from any meeting too."""
    if not match.found.frame.states:
        return None
    union = any(isinstance(p, OrganizationDraft) and p.kind == _UNION for p in match.who.parties)
    lands = [p for p in match.who.parties if is_state(p)]
    return None if union or len(lands) > 1 else "not an act of states"


def _bare(match: Match) -> str | None:
    """«Документ принят»: which, only a meeting just told of makes clear."""
    if match.only_points:
        return "a content that names nothing"
    words = match.view.tokens[match.found.first : match.found.last]
    lemmas = [t.lemma for t in words]
    if lemmas == ["пакет"] or (lemmas[0] in _SUCH and len(lemmas) == _MUCH):
        return "a content that points back"
    bare = lemmas == ["документ"]
    return "a paper without a name" if bare and not match.near_meeting else None


def _older(match: Match) -> str | None:
    return "an older paper, of others" if is_of_older_paper(match) else None


def _across(match: Match) -> str | None:
    if not match.found.frame.across or match.across:
        return None
    return "names not both sides"


def _within(match: Match) -> str | None:
    """Told to one's own people; at a sitting also to those of whom no power is told."""
    if not match.found.frame.within:
        return None
    superior, *told = match.who.parties
    sitting = match.met and match.contact is not None and match.contact.is_sitting
    own = (one_side(superior, t) or (sitting and spoken_for(t) is t) for t in told)
    return None if told and all(own) else "not told to one's own"


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
    meetings = bool(match.view.document.contacts)
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
    _home,
    _crowd,
    _matter,
    _bare,
    _order,
    _talk,
    _offer,
    _faced,
    _abroad,
    _plan,
    _joint,
    _states,
    _older,
    _across,
    _within,
    _following,
    _contact,
    _sides,
)
