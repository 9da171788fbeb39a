"""Who a noun phrase speaks of: the person, body or region behind a token.

A post with its name («губернатором Севастополя Михаилом Развожаевым») is one actor, whatever the
parser made of its inside; so is a bare post, a body, a region, and a noun that only stands for
its owner («делегация Омской области», «китайская сторона»).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..document import Document, Token
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft, RoleDraft
from ..nlp.tree import Tree

_JOINTS = frozenset({",", "и", "а", "также", "или", "с", "со", "как", "так", "плюс"})
_LEADERSHIP = ("глава", "возглавлять", "руководство")


@dataclass(frozen=True, eq=False)
class Actor:
    """Tokens ``[first, last)`` that speak of ``entity``; None where nobody is named.

    ``role`` is the post it is named by, ``proxy`` the noun that stands for it («делегация»).
    """

    first: int
    last: int
    head: int
    entity: EntityDraft | None
    role: RoleDraft | None = None
    proxy: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether a human is meant, named or by post only."""
        return isinstance(self.entity, PersonDraft) or self.role is not None


class Actors:
    """The actors of one document by token index."""

    def __init__(self, document: Document, tree: Tree, proxies: Iterable[str] = ()) -> None:
        """``proxies`` are the folded lemmas of nouns that stand for their owner."""
        self.document = document
        self.tree = tree
        self._proxies = frozenset(proxies)
        self._at: dict[int, Actor] = {}
        self._adjectives: dict[int, RegionDraft] = {}
        for actor in sorted(self._chunks(), key=lambda a: (a.last - a.first, a.first)):
            for index in range(actor.first, actor.last):
                self._at[index] = actor

    def named(self, index: int) -> Actor | None:
        """The actor whose own words hold this token."""
        return self._at.get(index)

    def at(self, index: int) -> Actor | None:
        """The actor that the noun phrase at this token speaks of, proxies included."""
        found = self._at.get(index)
        if found is not None:
            return found
        if self.document.tokens[index].lemma in self._proxies:
            return self._proxy(index)
        for child in self.tree.children(index, "appos", "flat:name", "flat"):
            if child.index in self._at and self._near(index, child.index):
                return self._at[child.index]
        return None

    def owner(self, index: int) -> EntityDraft | None:
        """The region or body to which the noun at this token belongs.

        «заводы Петербурга», «петербургские заводы», «учёные из Томска», «предприятие «Россетей»».
        """
        if index in self._adjectives:
            return self._adjectives[index]
        for child in self.tree.children(index):
            region = self._adjectives.get(child.index)
            if region is not None:
                return region
        for child in self.tree.children(index, "nmod", "appos", "obl"):
            preposition = self.tree.preposition(child.index)
            if preposition and preposition not in ("из", "от", "со"):
                continue
            actor = self._at.get(child.index)
            if actor and isinstance(actor.entity, (RegionDraft, OrganizationDraft)):
                return actor.entity
            if not preposition and (deeper := self.owner(child.index)):
                return deeper
        return None

    def owners(self, index: int) -> list[EntityDraft]:
        """The owner of a noun and those joined to it: «власти Твери и Ржева»."""
        first = self.owner(index)
        if first is None:
            return []
        found = [first]
        for child in self.tree.children(index, "nmod", "appos"):
            for joined in self.tree.children(child.index, "conj"):
                actor = self.at(joined.index)
                if actor is not None and isinstance(actor.entity, (RegionDraft, OrganizationDraft)):
                    found.append(actor.entity)
        return list(dict.fromkeys(found))

    def group(self, index: int) -> list[Actor]:
        """The actor at a token and those joined to it: «с A, B и C»."""
        first = self.at(index)
        if first is None:
            return []
        found = [first]
        queue = [first]
        while queue:
            actor = queue.pop(0)
            for other in self._joined(actor):
                if all(other.entity is not f.entity or other.first != f.first for f in found):
                    found.append(other)
                    queue.append(other)
        return found

    def within(self, first: int, last: int) -> Iterator[Actor]:
        """The distinct actors that begin inside tokens ``[first, last)``, in text order."""
        index = first
        while index < last:
            actor = self.at(index)
            if actor is not None and actor.last > index:
                yield actor
                index = actor.last
            else:
                index += 1

    def case(self, actor: Actor) -> str:
        """The grammatical case of the actor's head, empty where unknown."""
        return self.document.tokens[actor.head].feats.get("Case", "")

    def _joined(self, actor: Actor) -> list[Actor]:
        found = []
        after = self._after(actor)
        if after is not None:
            found.append(after)
        for index in range(actor.first, actor.last):
            for child in self.tree.children(index, "conj"):
                other = self.at(child.index)
                if other is not None and not actor.first <= other.first < actor.last:
                    found.append(other)
        return found

    def _after(self, actor: Actor) -> Actor | None:
        """The actor that follows over «, », « и », «, а также с» in the same case."""
        tokens, index = self.document.tokens, actor.last
        joints: list[str] = []
        while index < len(tokens) and len(joints) < 4 and tokens[index].lemma in _JOINTS:
            if tokens[index].sentence != tokens[actor.first].sentence:
                return None
            joints.append(tokens[index].lemma)
            index += 1
        if not joints or index >= len(tokens):
            return None
        other = self._starting(index)
        if other is None or tokens[other.first].sentence != tokens[actor.first].sentence:
            return None
        case, mine = self.case(other), self.case(actor)
        strict = "и" not in joints and "также" not in joints
        if strict and (mine == "Nom" or case != mine):
            return None
        return other if not case or not mine or case == mine else None

    def _starting(self, index: int) -> Actor | None:
        """The actor whose phrase starts here, an adjective or so before it allowed."""
        tokens = self.document.tokens
        for ahead in range(index, min(index + 3, len(tokens))):
            actor = self.at(ahead)
            if actor is not None:
                return actor
            if tokens[ahead].pos not in ("ADJ", "DET", "NUM"):
                return None
        return None

    def _near(self, index: int, other: int) -> bool:
        return abs(index - other) <= 6

    def _chunks(self) -> Iterator[Actor]:
        for entity, mention in self.document.mentions():
            if mention.kind == "adjective" and isinstance(entity, RegionDraft):
                for token in self.document.tokens_in(mention.start, mention.stop):
                    self._adjectives[token.index] = entity
            elif isinstance(entity, (PersonDraft, OrganizationDraft, RegionDraft)):
                chunk = self._actor(mention.start, mention.stop, entity)
                if chunk:
                    yield chunk
        for role in self.document.roles:
            chunk = self._role(role)
            if chunk:
                yield chunk

    def _role(self, role: RoleDraft) -> Actor | None:
        start, stop = role.start, role.stop
        if role.attached and role.person is not None:
            name = self._name_beside(role)
            if name is not None:
                start, stop = min(start, name[0]), max(stop, name[1])
        entity: EntityDraft | None = role.person or next(iter(role.of), None)
        return self._actor(start, stop, entity, role)

    def _name_beside(self, role: RoleDraft) -> tuple[int, int] | None:
        assert role.person is not None
        best: tuple[int, tuple[int, int]] | None = None
        for mention in role.person.mentions:
            if mention.kind != "name":
                continue
            gap = max(mention.start - role.stop, role.start - mention.stop)
            if gap <= 60 and (best is None or gap < best[0]):
                best = gap, (mention.start, mention.stop)
        return best[1] if best else None

    def _actor(
        self, start: int, stop: int, entity: EntityDraft | None, role: RoleDraft | None = None
    ) -> Actor | None:
        first, last = self.document.token_range(start, stop)
        if first >= last:
            return None
        return Actor(first, last, self._head(first, last), entity, role)

    def _head(self, first: int, last: int) -> int:
        tokens = self.document.tokens
        for index in range(first, last):
            if not first <= tokens[index].head < last and tokens[index].pos != "ADP":
                return index
        return first

    def _proxy(self, index: int) -> Actor | None:
        tokens = self.document.tokens
        leader = self._leader(index)
        if leader is not None:
            return Actor(index, leader.last, index, leader.entity, leader.role, tokens[index].lemma)
        owner = self.owner(index)
        if owner is None:
            return None
        return Actor(index, index + 1, index, owner, None, tokens[index].lemma)

    def _leader(self, index: int) -> Actor | None:
        """«делегация … во главе с X», «делегация под руководством X»."""
        tokens = self.document.tokens
        sentence = self.document.sentences[tokens[index].sentence]
        for ahead in range(index + 1, min(index + 12, sentence.last)):
            if tokens[ahead].lemma in _LEADERSHIP and tokens[ahead - 1].lemma in ("во", "в", "под"):
                for actor in self.within(ahead + 1, min(ahead + 6, sentence.last)):
                    return actor if actor.is_person else None
            if tokens[ahead].pos in ("VERB",) and tokens[ahead].feats.get("VerbForm") == "Fin":
                return None
        return None


def head_token(document: Document, actor: Actor) -> Token:
    """The head word of an actor's phrase."""
    return document.tokens[actor.head]
