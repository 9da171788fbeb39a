"""Who a noun phrase speaks of: the person, body or region behind a token.

A post with its name («губернатором Севастополя Михаилом Развожаевым») is one actor, whatever the
parser made of its inside; so is a bare post, a body, a region, and a noun that only stands for
its owner («делегация Омской области», «китайская сторона»).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..document import Document
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft
from ..nlp.tree import Tree
from .chunks import Actor, chunks, plural_heads
from .delegates import guest_from, head_of, leader_of, led_before, states_of
from .joined import listed

_BEHIND = 16
_HELPERS = frozenset({"заместитель", "помощник", "советник", "представитель", "пресс-секретарь"})
_VISITORS = frozenset({"гость", "гостья", "визитер"})
_NO_TITLE = frozenset({"VERB", "PRON", "SCONJ"})


class Actors:
    """The actors of one document by token index."""

    def __init__(
        self,
        document: Document,
        tree: Tree,
        proxies: Iterable[str] = (),
        counterparts: Iterable[str] = (),
    ) -> None:
        """``proxies`` are the folded lemmas of nouns that stand for their owner.

        ``counterparts`` («коллега») stand for the man who leads it, if one is known.
        """
        self.document = document
        self.tree = tree
        self._counterparts = frozenset(counterparts)
        self._proxies = frozenset(proxies) | self._counterparts
        self._at: dict[int, Actor] = {}
        self._adjectives: dict[int, RegionDraft] = {}
        self._compounds: dict[int, list[RegionDraft]] = {}
        for entity, mention in document.mentions("adjective"):
            if isinstance(entity, RegionDraft):
                for token in document.tokens_in(mention.start, mention.stop):
                    self._adjectives[token.index] = entity
                    self._compounds.setdefault(token.index, []).append(entity)
        for actor in sorted(chunks(document), key=lambda a: (a.last - a.first, a.first)):
            for index in range(actor.first, actor.last):
                self._at[index] = actor
        self._of_many = plural_heads(document)

    def named(self, index: int) -> Actor | None:
        """The actor whose own words hold this token."""
        return self._at.get(index)

    def is_adjective(self, index: int) -> bool:
        """Whether the token is a place's adjective or names its people."""
        return index in self._adjectives

    def is_proxy(self, index: int) -> bool:
        """Whether the noun may stand for its owner: «делегация», «коллега»."""
        return self.document.tokens[index].lemma in self._proxies

    def powers(self, index: int) -> list[RegionDraft]:
        """The places that an adjective joins: «российско-американский»."""
        found = self._compounds.get(index, [])
        return found if len(found) > 1 else []

    def in_name(self, index: int) -> bool:
        """Whether the token is part of a body's name («Конгресс США»)."""
        found = self._at.get(index)
        return found is not None and isinstance(found.entity, OrganizationDraft) and not found.role

    def in_post(self, index: int) -> bool:
        """Whether the token is the body in somebody's post: «с председателем комиссии N»."""
        start = self.document.tokens[index].start
        return any(r.start < start < r.stop for r in self.document.roles)

    def at(self, index: int) -> Actor | None:
        """The actor that the noun phrase at this token speaks of, proxies included."""
        found = self._at.get(index)
        bare = found is not None and found.role is not None and not found.role.attached
        if found is None or (bare and not self._is_plural(found)):
            beside = self._name_of(index, found)
            if beside is not None:
                return beside
        if bare and self.document.tokens[index].lemma in self._proxies:
            # «представители вуза во главе с A».
            leader = leader_of(self, index)
            if leader is not None:
                return Actor(index, leader.last, index, leader.entity, leader.role)
            if found is not None and found.entity is None:
                return self._proxy(index) or found
        if found is None and index in self._of_many:
            found = self._at.get(self._of_many[index])
        if found is not None:
            return found
        if self.document.tokens[index].lemma in self._proxies | _VISITORS:
            return self._proxy(index)
        return None

    def _name_of(self, index: int, post: Actor | None) -> Actor | None:
        """The named actor in apposition to a common noun, or to a post that got no name."""
        for child in self.tree.children(index, "appos", "flat:name", "flat"):
            other = self._at.get(child.index)
            if other is None or other is post or not self._near(index, child.index):
                continue
            if post is None:
                # What is joined to it hangs on the common noun: «гигант «Луч» и завод «Заря»».
                return replace(other, first=min(index, other.first), head=index)
            if other.role is not None and self._joined_by_and(post, other):
                continue
            if isinstance(other.entity, PersonDraft) and other.first >= post.last:
                return Actor(post.first, other.last, index, other.entity, other.role or post.role)
        return self._name_behind(post) if post is not None else None

    def _joined_by_and(self, post: Actor, other: Actor) -> bool:
        """«президент России и эмир Катара N»: the name is the second post's."""
        return post.last < other.first and self.document.tokens[post.last].lemma == "и"

    def _name_behind(self, post: Actor) -> Actor | None:
        """The name in the post's case that follows «в СФО» or so: «полпреда в СФО Серышева»."""
        tokens = self.document.tokens
        helper = post.role is not None and post.role.title.split()[0] in _HELPERS
        for ahead in range(post.last, min(post.last + _BEHIND, len(tokens))):
            token = tokens[ahead]
            if token.sentence != tokens[post.first].sentence or token.pos in _NO_TITLE:
                return None
            if token.pos == "PUNCT" and token.text not in (",", "«", "»", '"'):
                return None
            other = self._at.get(ahead)
            if other is not None and isinstance(other.entity, PersonDraft):
                whose = helper and ahead == post.last
                apart = other.role is not None and {",", "и"} & {
                    t.text for t in tokens[post.last : ahead]
                }
                if apart or whose or not self._agrees(post, other):
                    return None
                return Actor(post.first, other.last, post.head, other.entity, post.role)
        return None

    def _first_of_many(self, post: Actor) -> Actor | None:
        """The first name after a plural post: «главы МИД России и Ирака A и B»."""
        tokens = self.document.tokens
        if post.role is None or post.role.attached or not self._is_plural(post):
            return None
        for ahead in range(post.last, min(post.last + _BEHIND, len(tokens))):
            token = tokens[ahead]
            if token.sentence != tokens[post.first].sentence or token.pos in _NO_TITLE:
                return None
            other = self._at.get(ahead)
            if other is not None and isinstance(other.entity, PersonDraft):
                return other if other.role is None else None
        return None

    def _is_plural(self, post: Actor) -> bool:
        """Whether a post is of several people, by its form or as the post reader found."""
        plural = post.role is not None and post.role.plural
        return plural or self.document.tokens[post.head].feats.get("Number") == "Plur"

    def _agrees(self, post: Actor, name: Actor) -> bool:
        """Whether a name stands in the post's case, as far as it is declined."""
        tokens = self.document.tokens
        cases = {tokens[i].feats.get("Case") for i in range(name.first, name.last)}
        return self.case(post) in cases or "Nom" in cases

    def spoken_of(self, index: int) -> list[EntityDraft]:
        """The entities that the word at a token names, by an adjective too."""
        actor = self._at.get(index)
        named = [actor.entity] if actor is not None and actor.entity is not None else []
        return [*named, *self._compounds.get(index, [])]

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
        """The owner of a noun and those joined to it.

        «власти Твери и Ржева», «тверские и псковские фермеры».
        """
        first = self.owner(index)
        if first is None:
            return []
        found = [first]
        for child in self.tree.children(index):
            alike = [child, *self.tree.children(child.index, "conj")]
            found += [self._adjectives[t.index] for t in alike if t.index in self._adjectives]
        for child in self.tree.children(index, "nmod", "appos"):
            for joined in self.tree.children(child.index, "conj"):
                actor = self.at(joined.index)
                if actor is not None and isinstance(actor.entity, (RegionDraft, OrganizationDraft)):
                    found.append(actor.entity)
        return list(dict.fromkeys(found))

    def group(self, index: int) -> list[Actor]:
        """The actor at a token and those joined to it: «с A, B и C».

        An adjective is the powers it joins («российско-японские»), a plural post or a stand-in one
        for each owner («президенты России и Сирии», «делегации Твери и Ржева»).
        """
        first = self.at(index)
        if first is None:
            powers = self._compounds.get(index, [])
            return [Actor(index, index + 1, index, p) for p in powers if len(powers) > 1]
        many = self._first_of_many(first)
        if many is not None:
            people = [a for a in listed(self, many) if a.is_person]
            return [replace(a, role=a.role or first.role) for a in people]
        joined = listed(self, first)
        each = [replace(first, entity=o) for o in self._owners_of_many(first)]
        own = {a.entity for a in each}
        return [*each, *(a for a in joined[1:] if a.entity not in own)] if each else joined

    def _owners_of_many(self, actor: Actor) -> list[EntityDraft]:
        """Whose holders or stand-ins a nameless phrase means, where there are several owners."""
        if isinstance(actor.entity, PersonDraft):
            return []
        if actor.role is not None:
            plural = self._is_plural(actor) and not actor.role.attached
            found = states_of(actor.role.of) if plural else []
        else:
            found = self.owners(actor.head) if actor.proxy is not None else []
        return list(found) if len(found) > 1 else []

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

    def _near(self, index: int, other: int) -> bool:
        return abs(index - other) <= 6

    def head_of(self, owner: EntityDraft, title: str = "") -> PersonDraft | None:
        """The one person of the article that speaks for ``owner`` (in the post ``title``)."""
        return head_of(self.document, owner, title)

    def _proxy(self, index: int) -> Actor | None:
        lemma, owner = self.document.tokens[index].lemma, self.owner(index)
        # «бизнес-делегация»
        lemma = lemma.rpartition("-")[2] if lemma.endswith("-делегация") else lemma
        leader = leader_of(self, index)
        if leader is not None:
            entity = leader.entity
            if leader.role is not None and not leader.role.attached and owner is not None:
                entity = self.head_of(owner, leader.role.title) or entity
            return Actor(index, leader.last, index, entity, leader.role, lemma)
        if owner is None:
            return None
        start = self.document.tokens[index].start
        if lemma in _VISITORS:
            guest = guest_from(self.document, owner, start)
            return Actor(index, index + 1, index, guest) if guest is not None else None
        if lemma in self._counterparts:
            return Actor(index, index + 1, index, self.head_of(owner) or owner)
        if lemma == "делегация" and (led := led_before(self, index, owner)) is not None:
            return Actor(index, index + 1, index, led, None, lemma)
        return Actor(index, index + 1, index, owner, None, lemma)
