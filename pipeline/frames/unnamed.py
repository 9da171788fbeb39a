"""A meeting with people of whom nobody is named: «встретилась с инвесторами»."""

from __future__ import annotations

from itertools import pairwise

from ..document import Token
from ..drafts import MeetingDraft, OrganizationDraft, PersonDraft
from ..knowledge.frames import MeetingsLexicon
from ..nlp.tree import is_finite
from .candidate import Candidate
from .screening import Screen
from .sides import Side
from .slots import locate
from .view import View

_KINDS = frozenset({"meeting", "talks", "call"})
_SLOTS = ("с:Ins", "object", ":Dat")
_COUNTERS = frozenset({"ряд", "группа", "большинство", "часть", "множество", "десяток", "сотня"})
_CLOSING = frozenset({"»", "”", '"', "“"})
_OWN = frozenset({"свой", "мой", "наш", "оба", "этот", "тот"})
_OPENING = 6
_OF_THEM = frozenset({("из", "них"), ("среди", "них"), ("их", "числе"), ("том", "числе")})
_HUBS = frozenset({"subject", "support", "host", ":Gen", "tour"})


class UnnamedSides:
    """Says whether the other side of a candidate is a group of people without names.

    The guide leaves such a side out and keeps the meeting with whoever is named, unless it is
    people who are no side at all (residents, voters, journalists).
    """

    def __init__(self, lexicon: MeetingsLexicon, screen: Screen) -> None:
        self._screen = screen
        self._crowds = frozenset(lexicon.crowds)
        self.seats = frozenset(lexicon.seats)
        self._bodies = frozenset(lexicon.unnamed_bodies)

    def faces(self, view: View, candidate: Candidate) -> bool:
        """Whether the one side named is said to meet such a group."""
        frame = candidate.frame
        if candidate.kind not in _KINDS or frame.joins or frame.setting or frame.chain:
            return False
        named = [s for s in candidate.sides if s.actor.entity is not None]
        if not (named or candidate.we) or any(
            s.slot not in _HUBS or s.how == "context" for s in named
        ):
            return False
        if not all(self._acts(candidate, s) and _speaks_there(view, candidate, s) for s in named):
            return False
        slots = [s for s in _SLOTS if s in frame.slots]
        for slot in slots:
            heads = locate(view, slot, candidate.trigger, candidate.carrier).heads
            if heads:
                return all(self._is_group(view, candidate, h) for h in heads)
        return False

    def _acts(self, candidate: Candidate, side: Side) -> bool:
        """A person by name or office; a body, at talks."""
        entity, role = side.actor.entity, side.actor.role
        if isinstance(entity, PersonDraft) or (
            role is not None and self._screen.is_office(role.title)
        ):
            return True
        return isinstance(entity, OrganizationDraft) and candidate.kind == "talks"

    def _is_group(self, view: View, candidate: Candidate, head: int) -> bool:
        token = _counted(view, head)
        if view.has_child(token.index, _OWN):
            return False  # «со своими учителями», «с обоими лидерами»
        living = token.feats.get("Animacy") == "Anim" or token.lemma in self._bodies
        if token.pos != "NOUN" or not living or token.lemma in self._crowds:
            return False
        if token.index == head and not _is_several(view, token):
            return False
        actor = view.actors.at(token.index)
        if self._screen.refusal(view, token.index) or (
            actor is not None and actor.entity is not None
        ):
            return False
        # A name further on may be one of them: «с послами, в том числе A».
        last = _end(view, head, candidate.sentence.last)
        return not any(isinstance(a.entity, PersonDraft) for a in view.actors.within(head, last))


def _speaks_there(view: View, candidate: Candidate, side: Side) -> bool:
    """Whether who only speaks beside the meeting does so in its own clause."""
    if side.slot != "host":
        return True
    plural = view.tokens[candidate.trigger].feats.get("Number") == "Plur"
    first, last = sorted((side.actor.head, candidate.trigger))
    within = view.tokens[first:last]
    return not (plural and candidate.kind != "talks") and all(t.pos != "SCONJ" for t in within)


def _end(view: View, head: int, last: int) -> int:
    """Where the clause or the quotation of a word ends."""
    after = view.tokens[head + 1 : last]
    return next((t.index for t in after if t.text in _CLOSING or is_finite(t)), last)


def _counted(view: View, head: int) -> Token:
    """«ряд коллег», «группа банкиров»: the people counted, else the word itself."""
    token = view.tokens[head]
    if token.lemma not in _COUNTERS:
        return token
    of = [t for t in view.tree.children(head, "nmod") if t.feats.get("Case") == "Gen"]
    return next((t for t in of if t.feats.get("Number") == "Plur"), token)


def _is_several(view: View, noun: Token) -> bool:
    counted = view.tree.children(noun.index, "nummod", "nummod:gov")
    return noun.feats.get("Number") == "Plur" or bool(counted)


def named_next(view: View, draft: MeetingDraft) -> list[PersonDraft]:
    """«Одному из них, премьеру N, он сообщил», «Среди них – N»: whom the next sentence names."""
    following = draft.sentences[-1] + 1
    if following >= len(view.document.sentences):
        return []
    sentence = view.document.sentences[following]
    words = [t.folded for t in view.document.sentence_tokens(sentence)]
    at = next((i for i, two in enumerate(pairwise(words[:_OPENING])) if two in _OF_THEM), None)
    if at is None:
        return []
    known = {p.entity for p in draft.participants}
    people = view.actors.within(sentence.first + at, sentence.last)
    found = [a.entity for a in people if isinstance(a.entity, PersonDraft)]
    found = [p for p in dict.fromkeys(found) if p not in known]
    return found[:1] if words[0].startswith("одн") else found
