"""Who is a party to official contacts and who is not.

Journalists, kin, voters, fans make no meeting whoever meets them; an actor or a person whom the
article knows by first name only is a private person, whose company counts only beside officials.
"""

from __future__ import annotations

from typing import Literal

from ..drafts import (
    EntityDraft,
    OrganizationDraft,
    ParticipantDraft,
    PersonDraft,
    PositionDraft,
    RegionDraft,
)
from ..knowledge.frames import MeetingsLexicon
from ..nlp.words import fold
from .chunks import Actor
from .view import View

_TRADES = frozenset(
    {"писатель", "поэт", "певец", "актер", "музыкант", "блогер", "художник", "тренер"}
)
_SITTING = frozenset({"government", "party", "international"})
Standing = Literal["public", "unknown", "private"]


class Screen:
    """Judges phrases and entities by the lexicon's lists."""

    def __init__(self, lexicon: MeetingsLexicon) -> None:
        self._not_sides = frozenset(lexicon.not_sides)
        self._press = frozenset(lexicon.press_titles)
        self._offices = frozenset(lexicon.offices)
        self._private = frozenset(lexicon.private_titles)
        self._courts = tuple(lexicon.courts)
        self._clerks = frozenset(lexicon.clerks)
        self._spokesmen = frozenset(lexicon.spokesmen)

    def refusal(self, view: View, head: int) -> str:
        """Why nobody meets the phrase at this token; empty where somebody may."""
        actor = view.actors.at(head)
        lemma = view.tokens[head].lemma
        if lemma in self._not_sides and (actor is None or actor.role is None):
            return f"«{lemma}» is no party"
        whose = {t.lemma for t in view.tree.children(head, "nmod")} & self._not_sides
        if whose and (actor is None or actor.role is None or not actor.role.attached):
            return f"«{lemma}» of «{min(whose)}» is no party"
        if actor is None:
            return ""
        named = view.tokens[actor.first : actor.last] if actor.role is not None else []
        if {t.lemma for t in named if t.pos == "NOUN"} & self._not_sides:
            return "named by kinship or the like, no party"
        if self._introduced(view, actor) in self._not_sides:
            return "kin or the like is no party"
        if actor.role is not None and _first(actor.role.title) in self._press | self._not_sides:
            return f"«{actor.role.title}» is no party"
        entity = actor.entity
        if isinstance(entity, OrganizationDraft) and entity.kind == "media":
            return "a medium asks, nobody meets"
        if isinstance(entity, PersonDraft) and self._has(entity, self._press):
            return "the press is no party"
        return "named in a document's title" if _in_title(view, actor) else ""

    def reports(self, actor: Actor) -> bool:
        """Whether the actor only tells of others' meetings: a spokesman, a body's press office."""
        posts = [(actor.role.title, actor.role.of)] if actor.role is not None else []
        if isinstance(actor.entity, PersonDraft):
            posts += [(p.title, p.of) for p in actor.entity.positions]
        titles = [title for title, of in posts if not _presides(title, of)]
        if any(_first(t) in self._spokesmen | self._press for t in titles):
            return True
        return isinstance(actor.entity, OrganizationDraft) and actor.entity.kind == "media"

    def tells_of_others(self, entity: EntityDraft | None) -> bool:
        """Whether somebody speaks of his superiors' meetings: a spokesman, an aide, a private."""
        if not isinstance(entity, PersonDraft):
            return isinstance(entity, OrganizationDraft)
        heads = {_first(p.title) for p in entity.positions if not p.former}
        aide = heads & (self._spokesmen | self._press | self._clerks)
        return bool(aide) or self.standing(entity) == "private"

    def standing(self, entity: EntityDraft) -> Standing:
        """``public`` for bodies, places and holders of posts, ``private`` for artists and kin."""
        if not isinstance(entity, PersonDraft):
            return "public" if isinstance(entity, (RegionDraft, OrganizationDraft)) else "private"
        if entity.speaks_for or any(self._is_office(p) for p in entity.positions):
            return "public"
        if entity.positions or (entity.last is None and entity.first is not None):
            return "private"
        return "unknown"

    def _is_office(self, position: PositionDraft) -> bool:
        """Whether a post is an office, or any post in a body or a place but a private one."""
        head = _first(position.title)
        if position.former or head in self._private:
            return False
        return head in self._offices or any(_is_power(owner) for owner in position.of)

    def of(self, participant: ParticipantDraft) -> Standing:
        """As ``standing``, with the post in which somebody met."""
        role = participant.role
        if role is not None and _first(role) in self._offices:
            return "public"
        return self.standing(participant.entity)

    def is_office(self, title: str) -> bool:
        """Whether a title is one of an official, whatever body it is of."""
        return _first(title) in self._offices

    def sits(self, entity: EntityDraft) -> bool:
        """Whether a body holds sittings that are contacts: no court, no firm, no medium."""
        if not isinstance(entity, OrganizationDraft) or entity.kind not in _SITTING:
            return False
        return not any(fold(w).startswith(self._courts) for w in entity.name.split())

    def leads(self, title: str) -> bool:
        """Whether a bare post is one whose holder stands for a body: no deputy, member, clerk."""
        return _first(title) not in self._clerks

    def _has(self, person: PersonDraft, titles: frozenset[str]) -> bool:
        return bool(person.positions) and all(_first(p.title) in titles for p in person.positions)

    def _introduced(self, view: View, actor: Actor) -> str:
        """The common noun that a bare name stands beside: «его дочери Иванки», «женой Анной»."""
        if actor.role is not None or actor.first == 0 or actor.proxy is not None:
            return ""
        before = view.tokens[actor.first - 1]
        same = before.sentence == view.tokens[actor.first].sentence
        return before.lemma if same and before.pos == "NOUN" else ""


def _presides(title: str, of: list[EntityDraft]) -> bool:
    """«Спикер парламента Армении» speaks for no other: he presides."""
    powers = any(isinstance(o, OrganizationDraft) and o.kind == "government" for o in of)
    return powers and _first(title) == "спикер"


def _in_title(view: View, actor: Actor) -> bool:
    """«соглашение между правительством X и фирмой Y»: whom a title names signed, nobody met."""
    start, stop = view.tokens[actor.first].start, view.tokens[actor.last - 1].stop
    titles = [m for d in view.document.documents() for m in d.mentions if m.kind == "name"]
    return any(m.start <= start and stop <= m.stop for m in titles)


def _is_power(owner: EntityDraft) -> bool:
    """Whether a post in it is of public weight: a place, a body, a firm, no band or club."""
    return not isinstance(owner, OrganizationDraft) or owner.kind != "other"


def _first(title: str) -> str:
    """The head noun of a title: its first word that is no adjective, by a rough look."""
    words = fold(title).split()
    nouns = [w for w in words if not w.endswith(("ый", "ий", "ой", "ая"))]
    head = (nouns or words or [""])[0]
    return head.split("-")[0] if head.split("-")[0] in _TRADES else head
