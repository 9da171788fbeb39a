"""Finding candidate names of organizations: by head noun, known name, pattern and tagger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document, Token
from ..drafts import RegionDraft
from ..knowledge.organizations import (
    KnownOrganization,
    OrganizationHead,
    OrganizationsLexicon,
)
from ..nlp.words import fold
from .candidate import Candidate
from .known import KnownNames
from .phrase import CLOSING, NounPhrases, is_latin
from .same import word_keys


class OrganizationKnowledge:
    """The lexicon in the shape the reader asks it in; built once."""

    def __init__(self, lexicon: OrganizationsLexicon) -> None:
        self.heads: dict[str, OrganizationHead] = {}
        for head in lexicon.head:
            for lemma in head.lemmas:
                known = self.heads.get(lemma)
                if known is not None:
                    names = [*known.names, *(n for n in head.names if n not in known.names)]
                    self.heads[lemma] = known.model_copy(update={"names": names})
                else:
                    self.heads[lemma] = head
        self.known = KnownNames((form, entry) for entry in lexicon.name for form in entry.forms)
        self.patterns = [(re.compile(p.regex), p) for p in lexicon.pattern]
        self.legal = frozenset(fold(w) for w in lexicon.legal_forms)
        self.plain = frozenset(fold(w) for w in lexicon.plain_modifiers)
        self.never = frozenset(fold(w) for w in lexicon.not_organizations)
        self.media = frozenset(fold(w) for w in lexicon.media_words)


class OrganizationReader:
    """Candidates of one document."""

    def __init__(self, document: Document, knowledge: OrganizationKnowledge) -> None:
        self.document = document
        self.tokens = document.tokens
        self.knowledge = knowledge
        self.phrases = NounPhrases(document)
        self.adjectives: dict[int, RegionDraft] = {}
        self.tagged: dict[int, int] = {}
        self.places: set[int] = set()
        for region in document.regions():
            for mention in region.mentions:
                found = range(*document.token_range(mention.start, mention.stop))
                if mention.kind == "adjective":
                    self.adjectives.update(dict.fromkeys(found, region))
                else:
                    self.places.update(found)
        for name in document.names:
            first, last = document.token_range(name.start, name.stop)
            if name.type == "ORG" and first < last:
                self.tagged[first] = last

    def candidates(self) -> list[Candidate]:
        """Everything that may name an organization, overlaps included."""
        found: list[Candidate] = []
        for sentence in self.document.sentences:
            for index in range(sentence.first, sentence.last):
                found += [c for c in self._at(index, sentence.last) if c is not None]
        found += self._from_tagger(found)
        return found

    def _at(self, index: int, end: int) -> Iterator[Candidate | None]:
        if index not in self.phrases.people:
            yield self._known(index, end)
            yield self._pattern(index)
            yield self._headed(index)

    def _known(self, index: int, end: int) -> Candidate | None:
        token = self.tokens[index]
        small = not (token.text[0].isupper() or token.text[0].isdigit())
        found = self.knowledge.known.at(self.tokens, index, end, capital=False)
        if found is None:
            return None
        last, entry = found
        if small and not entry.lower:
            return None
        if index in self.places and last - index == 1:
            return None
        first = self._with_adjective(index) if entry.owned else index
        name_last = last
        if entry.owned:
            last = self._owner(last)
        if small and last == name_last and first == index:
            return None
        return self._candidate(
            entry, first, last, index, owner=(name_last, last), name=(index, name_last)
        )

    def _candidate(
        self,
        entry: KnownOrganization,
        first: int,
        last: int,
        head: int,
        *,
        owner: tuple[int, int],
        name: tuple[int, int],
    ) -> Candidate:
        head = next((i for i in range(*name) if self.tokens[i].pos in {"NOUN", "PROPN", "X"}), head)
        first, last = self._around(first, last)
        return Candidate(
            first=first,
            last=last,
            head=head,
            kind=entry.kind,
            core=word_keys(self.tokens[name[0] : name[1]]),
            source=f"known name {entry.id}",
            inner=name,
            owner_at=owner if owner[1] > owner[0] else None,
            known=entry.id,
            canonical=None if entry.owned else entry.name,
            short_name=entry.short_name,
            owned=entry.owned,
            wikidata=entry.wikidata,
        )

    def _pattern(self, index: int) -> Candidate | None:
        token = self.tokens[index]
        for regex, pattern in self.knowledge.patterns:
            if not regex.fullmatch(token.text):
                continue
            first = self._with_adjective(index) if pattern.owned else index
            last = self._owner(index + 1) if pattern.owned else index + 1
            owner = (index + 1, last) if last > index + 1 else None
            first, last = self._around(first, last)
            return Candidate(
                first=first,
                last=last,
                head=index,
                kind=pattern.kind,
                core=word_keys([token]),
                source=f"pattern {pattern.id}",
                inner=(index, index + 1),
                owner_at=owner,
                owned=pattern.owned,
            )
        return None

    def _around(self, first: int, last: int) -> tuple[int, int]:
        """Take in a legal form or a generic head before the name: «ПАО «Газпром»»."""
        if first == 0 or last >= len(self.tokens):
            return first, last
        before, after = self.tokens[first - 1], self.tokens[last]
        if before.text not in CLOSING or after.text not in CLOSING[before.text]:
            return first, last
        return first, last

    def _with_adjective(self, index: int) -> int:
        return index - 1 if index - 1 in self.adjectives else index

    def _owner(self, index: int) -> int:
        """Past the region or known organization in the genitive that stands here."""
        past = self.phrases.region(index)
        if past > index or index >= len(self.tokens):
            return past
        end = self.phrases.end_of_sentence(index - 1)
        if index < end and self.tokens[index].text[0].isupper():
            found = self.knowledge.known.at(self.tokens, index, end)
            if found is not None and not found[1].owned:
                return found[0]
        return index

    def _headed(self, index: int) -> Candidate | None:
        token = self.tokens[index]
        head = self.knowledge.heads.get(token.lemma)
        if head is None or token.pos not in {"NOUN", "PROPN"}:
            return None
        reading = _Reading(self, head, index)
        return reading.candidate()

    def _from_tagger(self, found: list[Candidate]) -> list[Candidate]:
        """Spans of the tagger that no rule has found, stripped and with their owners."""
        out: list[Candidate] = []
        for first, last in sorted(self.tagged.items()):
            candidate = self._tagged(first, last)
            if candidate is not None and not any(
                c.first <= candidate.first and candidate.last <= c.last for c in found
            ):
                out.append(candidate)
        return out

    def _tagged(self, first: int, last: int) -> Candidate | None:
        first, last = self.trim(first, last)
        if first >= last:
            return None
        words = self.tokens[first:last]
        if len(words) == 1 and (
            fold(words[0].text) in self.knowledge.never or words[0].lemma in self.knowledge.never
        ):
            return None
        if not any(c.isupper() for w in words for c in w.text[:1]) and len(words) == 1:
            return None
        if len(words) == 1 and words[0].lemma in self.knowledge.heads:
            return None
        inner = (first, last)
        past = self._owner(last)
        return Candidate(
            first=first,
            last=past,
            head=self.head_of(first, last),
            kind=self._kind(first, last),
            core=word_keys(words, self.knowledge.legal) or word_keys(words),
            source="tagger",
            inner=inner,
            owner_at=(last, past) if past > last else None,
            owned=past > last,
        )

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Without quotation marks that enclose the whole or have lost their fellow."""
        while first < last and self.tokens[last - 1].text in {
            ",",
            ".",
            ":",
            ";",
            "(",
            "-",
            "–",
            "—",
        }:
            last -= 1
        if first < last and self.tokens[first].text in CLOSING:
            if self.phrases.quotation(first) == last:
                return first + 1, last - 1
            first += 1
        words = [t.text for t in self.tokens[first:last]]
        opened = sum(w in "«„" for w in words) - sum(w == "»" for w in words)
        if opened > 0 and last < len(self.tokens) and self.tokens[last].text in "»”“":
            last += 1
        if opened < 0 and words[-1] in "»”":
            last -= 1
        return first, last

    def head_of(self, first: int, last: int) -> int:
        """The first noun of a name that has no known head."""
        for index in range(first, last):
            if self.tokens[index].pos in {"NOUN", "PROPN", "X"}:
                return index
        return first

    def _kind(self, first: int, last: int) -> str:
        words = self.tokens[max(0, first - 2) : last]
        if any(w.lemma in self.knowledge.media for w in words):
            return "media"
        for index in range(first, last):
            head = self.knowledge.heads.get(self.tokens[index].lemma)
            if head is not None:
                return head.kind
        legal = {fold(t.text) for t in self.tokens[max(0, first - 2) : last]}
        return "company" if legal & {"пао", "ао", "оао", "зао", "ооо", "тоо", "гк"} else "other"


class _Reading:
    """One phrase read from its head noun outwards."""

    def __init__(self, reader: OrganizationReader, head: OrganizationHead, index: int) -> None:
        self.reader = reader
        self.phrases = reader.phrases
        self.tokens = reader.tokens
        self.head = head
        self.index = index
        self.read: dict[str, tuple[int, int]] = {}
        self.first = index
        self.last = index + 1

    def candidate(self) -> Candidate | None:
        """The name, None where nothing makes the phrase one."""
        self._before()
        self._after()
        if not self._is_name():
            return None
        return Candidate(
            first=self.first,
            last=self.last,
            head=self.index,
            kind=self.head.kind,
            core=self._core(),
            source=f"head {self.head.id}: {', '.join(self.read) or 'capital'}",
            inner=self.read.get("name", (self.first, self.index + 1)),
            owner_at=self.read.get("owner"),
            owned="owner" in self.head.names or "owner" in self.read,
        )

    def _before(self) -> None:
        first = self.phrases.modifiers(self.index)
        while first < self.index and self._dropped(self.tokens[first]):
            first += 1
        self.first = first

    def _dropped(self, token: Token) -> bool:
        if token.text[0].isupper() and not self._opens_sentence(token.index):
            return False
        if token.lemma in self.reader.knowledge.plain:
            return True
        return token.index in self.reader.adjectives and "owner" not in self.head.names

    def _opens_sentence(self, index: int) -> bool:
        start = self.phrases.start_of_sentence(index)
        return all(not t.text[0].isalnum() for t in self.tokens[start:index])

    def _after(self) -> None:
        for _ in range(4):
            before = self.last
            self._take("name", self._name(self.last))
            self._take("by", self.phrases.by(self.last))
            self._take("owner", self.reader._owner(self.last))
            self._take("eponym", self.phrases.eponym(self.last))
            self._take("of", self._of(self.last))
            self._take("at", self._at_place(self.last))
            if self.last == before:
                return

    def _take(self, what: str, past: int) -> None:
        if past > self.last:
            first = self.read.get(what, (self.last, past))[0]
            self.read[what] = (first, past)
            self.last = past

    def _name(self, index: int) -> int:
        if index >= self.phrases.end_of_sentence(self.index):
            return index
        if "name" in self.read:
            return index
        token = self.tokens[index]
        if token.text in CLOSING:
            return self.phrases.quotation(index)
        if is_latin(token.text):
            return self.phrases.latin(index)
        tagged = self.reader.tagged.get(index)
        if tagged is not None and token.feats.get("Case") in {None, "Nom"} | _same(
            self.tokens[self.index]
        ):
            return self.reader.trim(index, tagged)[1]
        return index

    def _of(self, index: int) -> int:
        """A genitive complement; in small letters only for heads that take one for their name."""
        capital = self.tokens[self.first].text[0].isupper()
        wide = capital and self.head.id in {"council", "parliament", "agency"}
        if not ("of" in self.head.names or (capital and "owner" not in self.head.names) or wide):
            return index
        if "owner" in self.read:
            return index
        return self.phrases.genitives(index)

    def _at_place(self, index: int) -> int:
        if "at" not in self.head.names and self.tokens[self.first].text[0].islower():
            return self._attached(index)
        if (
            "at" in self.head.names
            and index < len(self.tokens)
            and self.tokens[index].lemma in {"в", "на"}
        ):
            past = self.phrases.region(index + 1, ("Loc",))
            return past if past > index + 1 else index
        return self._attached(index)

    def _attached(self, index: int) -> int:
        """«при президенте РФ», «при Минобрнауки»."""
        if index < len(self.tokens) and self.tokens[index].lemma == "при":
            past = self.reader._owner(index + 1)
            return past if past > index + 1 else self.phrases.prepositional(index, "при", ("Loc",))
        return index

    def _is_name(self) -> bool:
        if any(what in self.read for what in self.head.names):
            return True
        adjective = any(i in self.reader.adjectives for i in range(self.first, self.index))
        if adjective and "owner" in self.head.names:
            return True
        if "owner" in self.read and self.head.kind != "company":
            return self._capital() or self.head.kind in {"education"}
        if {"name", "eponym"} & set(self.read):
            return True
        if self._capital():
            return bool(self.read) or self.first < self.index
        return False

    def _capital(self) -> bool:
        opener = self.tokens[self.first]
        if not opener.text[0].isupper():
            return False
        if not self._opens_sentence(self.first):
            return True
        return self.first in self.reader.tagged or any(
            first <= self.first < last for first, last in self.reader.tagged.items()
        )

    def _core(self) -> tuple[frozenset[str], ...]:
        name = self.read.get("name")
        generic = self.tokens[self.index].lemma in self.reader.knowledge.legal
        if name is not None and (generic or self.tokens[name[0]].text in CLOSING):
            return word_keys(self.tokens[name[0] : name[1]], self.reader.knowledge.legal) or (
                word_keys(self.tokens[name[0] : name[1]])
            )
        owner = self.read.get("owner", (self.last, self.last))
        kept = [
            t
            for t in self.tokens[self.first : self.last]
            if not owner[0] <= t.index < owner[1] and t.index not in self.reader.adjectives
        ]
        return word_keys(kept)


def _same(token: Token) -> set[str]:
    return {token.feats.get("Case", "")}
