"""Names of organizations read from their head noun outwards: «комитет по спорту Перми»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import Token
from ..knowledge.organizations import Complement, OrganizationHead
from ..nlp.plural import opens_as_plural
from .candidate import Candidate
from .phrase import CLOSING, is_latin
from .same import Words, word_keys

if TYPE_CHECKING:
    from .organizations import OrganizationReader

# A name may hold its complements in any order; four rounds have read the longest known.
_ROUNDS = 4
_PLACED = frozenset({"в", "на"})


class HeadReading:
    """One phrase: adjectives before the head, complements after it."""

    def __init__(self, reader: OrganizationReader, head: OrganizationHead, index: int) -> None:
        self.reader = reader
        self.phrases = reader.phrases
        self.tokens = reader.tokens
        self.head = head
        self.index = index
        self.read: dict[Complement | str, tuple[int, int]] = {}
        self.first = index
        self.last = index + 1

    def candidate(self) -> Candidate | None:
        """The name, None where nothing makes the phrase one."""
        self._before()
        self._after()
        if not self._is_name() or self._are_many():
            return None
        if self.head.described and self.first == self.index:
            return None
        return Candidate(
            first=self.first,
            last=self.last,
            head=self.index,
            kind=self._kind(),
            core=self._core(),
            source=f"head {self.head.id}: {', '.join(self.read) or 'capital'}",
            inner=self.read.get("name", (self.first, self.index + 1)),
            owner_at=self.read.get("owner"),
            owned="owner" in self.head.names or "owner" in self.read,
        )

    def _kind(self) -> str:
        named = self.head.otherwise is None or "name" in self.read
        return self.head.kind if named else str(self.head.otherwise)

    def _are_many(self) -> bool:
        """«Школы района» are no body; «вооружённые силы» and «власти» are one in the plural."""
        token = self.tokens[self.index]
        if self.head.plural or "name" in self.read:
            return False
        if opens_as_plural(self.tokens, self.first, self.index):
            return True
        return token.feats.get("Number") == "Plur" and not self._capital()

    def _before(self) -> None:
        first = self.phrases.modifiers(self.index)
        while first < self.index and self._dropped(self.tokens[first]):
            first += 1
        self.first = first

    def _dropped(self, token: Token) -> bool:
        """Whether an opening adjective only describes and is no part of the name."""
        if token.lemma in self.reader.knowledge.posts:
            return True  # «Председателя совета директоров»: a post taken for an adjective
        if token.text[0].isupper() and not self.phrases.opens_sentence(token.index):
            return False
        if token.lemma in self.reader.knowledge.plain:
            return True
        return token.index in self.reader.adjectives and "owner" not in self.head.names

    def _after(self) -> None:
        for _ in range(_ROUNDS):
            before = self.last
            self._take("name", self._name(self.last))
            self._take("by", self._by(self.last))
            self._take("owner", self._owner(self.last))
            self._take("post", self._post(self.last))
            self._take("eponym", self.phrases.eponym(self.last))
            self._take("of", self._of(self.last))
            self._take("at", self._at(self.last))
            if self.last == before:
                return

    def _take(self, what: Complement | str, past: int) -> None:
        if past > self.last:
            first = self.read.get(what, (self.last, past))[0]
            self.read[what] = (first, past)
            self.last = past

    def _name(self, index: int) -> int:
        """Past a quoted or Latin name, or one the tagger knows in the nominative or my case."""
        if "name" in self.read or index >= self.phrases.end_of_sentence(self.index):
            return index
        token = self.tokens[index]
        if token.text in CLOSING:
            return self.phrases.title(index)
        if is_latin(token.text):
            return self.phrases.latin(index)
        if "owner" in self.head.names and "name" not in self.head.names:
            return index
        tagged = self.reader.tagged.get(index)
        cases = {None, "Nom", self.tokens[self.index].feats.get("Case")}
        if tagged is not None and token.feats.get("Case") in cases:
            return self.reader.trim(index, tagged)[1]
        return index

    def _by(self, index: int) -> int:
        """Past «по спорту»; «правительство КНР по делам …» goes on with another's matter."""
        other = "owner" in self.read and "by" not in self.head.names and not self.head.wide
        return index if other else self.phrases.by(index)

    def _owner(self, index: int) -> int:
        """Past the owner; past two regions where what the body does has been told.

        «корпорация развития Дальнего Востока и Арктики», but «МИД России и Казахстана» are two.
        """
        past = self.reader.owner(index)
        joined = past > index and past < len(self.tokens) and self.tokens[past].text == "и"
        if joined and {"of", "by"} & set(self.read) and index in self.phrases.regions:
            further = self.phrases.region(past + 1)
            return further if further > past + 1 else past
        return self.phrases.joined_region(past, range(self.last, past)) if past > index else past

    def _post(self, index: int) -> int:
        """Past the genitive of a post or a person: «администрация президента Сербии»."""
        if "post" not in self.head.names or "owner" in self.read or index >= len(self.tokens):
            return index
        governed = self.tokens[self.index].feats.get("Case") == "Gen" and self.first > 0
        if governed and self.tokens[self.first - 1].lemma in self.reader.knowledge.posts:
            # «руководитель аппарата губернатора» is one post of the region
            return index
        at = index
        while at in self.reader.adjectives:
            at += 1
        at = self._person(at) if at in self.phrases.people else self._title(at)
        return (
            at if at > index + 1 or (at > index and index not in self.reader.adjectives) else index
        )

    def _title(self, at: int) -> int:
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.lemma not in self.reader.knowledge.posts:
            return at
        return at + 1 if token.feats.get("Case") == "Gen" else at

    def _person(self, at: int) -> int:
        end = self.phrases.end_of_sentence(self.index)
        if self.tokens[at].feats.get("Case") not in {None, "Gen"}:
            return at
        while at < end and at in self.phrases.people:
            at += 1
        return at

    def _of(self, index: int) -> int:
        """A genitive complement; in small letters only for heads that take one for their name."""
        capital = self.tokens[self.first].text[0].isupper()
        wide = capital and self.head.wide
        if not ("of" in self.head.names or (capital and "owner" not in self.head.names) or wide):
            return self._of_owned(index) if "of-owned" in self.head.names else index
        past = index
        if self._is_custom(index):
            return index
        while "owner" not in self.read and past not in self.phrases.regions:
            after = self.phrases.nominal(past, ("Gen",))
            if after == past:
                break
            past = after
        return past

    def _is_custom(self, index: int) -> bool:
        """«Институт брака» is no body, nor is «институт наставничества»."""
        small = self.tokens[self.index].text.islower() and self.head.kind == "education"
        after = self.tokens[index : index + 2]
        return small and any(t.lemma in self.reader.knowledge.customs for t in after)

    def _of_owned(self, index: int) -> int:
        """Past a genitive that the owner follows: «союз журналистов Карелии»."""
        past = index if "owner" in self.read else self.phrases.nominal(index, ("Gen",))
        while past > index and (after := self.phrases.nominal(past, ("Gen",))) > past:
            if past in self.phrases.regions or self.reader.owner(past) > past:
                break
            past = after
        return past if past > index and self.reader.owner(past) > past else index

    def _at(self, index: int) -> int:
        """Past «в Китае» of an embassy, or «при президенте РФ» of any body."""
        if index >= len(self.tokens):
            return index
        lemma = self.tokens[index].lemma
        if "at" in self.head.names and lemma in _PLACED:
            past = self.phrases.region(index + 1, ("Loc",))
            return past if past > index + 1 else index
        if lemma == "при":
            past = self.reader.owner(index + 1)
            return past if past > index + 1 else self.phrases.prepositional(index, "при", ("Loc",))
        return index

    def _is_name(self) -> bool:
        if any(what in self.read for what in self.head.names):
            return True
        adjective = any(i in self.reader.adjectives for i in range(self.first, self.index))
        if adjective and "owner" in self.head.names:
            return True
        if "owner" in self.read and self.head.kind != "company":
            return self._capital() or self.head.kind == "education"
        if {"name", "eponym"} & set(self.read):
            return True
        return self._capital() and (bool(self.read) or self.first < self.index)

    def _capital(self) -> bool:
        """A capital that is not only that of a sentence's first word."""
        if not self.tokens[self.first].text[0].isupper():
            return False
        if not self.phrases.opens_sentence(self.first):
            return True
        tagged = self.reader.tagged.items()
        return any(first <= self.first < last for first, last in tagged)

    def _tells(self, index: int) -> bool:
        """A quoted or Latin name and an abbreviation tell a body from all others."""
        text = self.tokens[index].text
        return text in CLOSING or is_latin(text) or (len(text) > 1 and text.isupper())

    def _core(self) -> Words:
        """The words that tell this body from others: the name proper, or all but the owner."""
        legal = self.reader.knowledge.legal
        name = self.read.get("name")
        generic = self.tokens[self.index].lemma in legal
        if name is not None and (generic or self._tells(name[0])):
            words = self.tokens[name[0] : name[1]]
            return word_keys(words, legal) or word_keys(words)
        owner = self.read.get("owner", (self.last, self.last))
        kept = [
            t
            for t in self.tokens[self.first : self.last]
            if not owner[0] <= t.index < owner[1] and t.index not in self.reader.adjectives
        ]
        return word_keys(kept)
