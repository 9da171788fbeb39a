"""Organizations that only the name tagger knows, their spans mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import Token
from ..nlp.plural import opens_as_plural
from ..nlp.words import fold, known_parses, lemmas, parses
from .candidate import Candidate
from .phrase import is_latin
from .same import word_keys

if TYPE_CHECKING:
    from .organizations import OrganizationReader

_MARKS = frozenset("«»„“”\"',")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRMS = frozenset({"пао", "ао", "оао", "зао", "ооо", "тоо", "гк"})


class TaggedNames:
    """Reads the tagger's spans that no rule has explained."""

    def __init__(self, reader: OrganizationReader) -> None:
        self.reader = reader
        self.tokens = reader.tokens
        self.knowledge = reader.knowledge

    def candidates(self, found: list[Candidate]) -> Iterator[Candidate]:
        """Candidates for spans, parts in brackets apart, that lie in none of ``found``."""
        spans = [p for s in sorted(self.reader.tagged.items()) for p in self._parts(*s)]
        things = {self._spelling(*s) for s in spans if self._is_thing(*s)}
        for first, last in spans:
            candidate = self._read(first, last)
            if candidate is None or self._spelling(*candidate.inner) in things:
                continue
            if not self._explained(candidate, found):
                yield candidate

    def _spelling(self, first: int, last: int) -> str:
        words = self.tokens[first:last]
        return " ".join(t.lemma for t in words if t.text[0].isalnum())

    def _is_thing(self, first: int, last: int) -> bool:
        """Whether a word before it says that it is a film, a ship, a prize: «премия «Ника»»."""
        at = first - 1
        begin = self.reader.phrases.start_of_sentence(first)
        while at > begin and (self.tokens[at].text in _MARKS or self._in_list(at, first)):
            at -= 1
        named = at >= begin and self.tokens[at].lemma in self.knowledge.things
        return named or self._is_dated(last)

    def _is_dated(self, last: int) -> bool:
        """«Invaders Must Die (2009)»: a work with its year."""
        after = [t.text for t in self.tokens[last : last + 4] if t.text not in _MARKS]
        return after[:1] == ["("] and bool(_YEAR.fullmatch(after[1] if len(after) > 1 else ""))

    def _in_list(self, at: int, first: int) -> bool:
        """Whether the token stands inside a quoted name listed before this one, or links it."""
        if self.tokens[at].text == "и" and self.tokens[first - 1].text == "«":
            return at == first - 2 and self.tokens[at - 1].text == "»"
        marks = [t.text for t in self.tokens[at:first] if t.text in "«»"]
        return marks[:1] == ["»"] and self.tokens[first - 1].text == "«"

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The span cut at brackets: «Банк Китая (Bank of China)» is two names of one body."""
        begin = first
        for index in range(first, last):
            if self.tokens[index].text in {"(", ")"}:
                yield begin, index
                begin = index + 1
        yield begin, last

    def _explained(self, candidate: Candidate, found: list[Candidate]) -> bool:
        return any(
            self._within(candidate, c) or self._opens(candidate, c) or self._runs_on(candidate, c)
            for c in found
        )

    def _runs_on(self, candidate: Candidate, other: Candidate) -> bool:
        """«Жогорку Кенеша Нурланбеком …»: a known name that the tagger joins with a person's."""
        if not other.known or candidate.first != other.first or other.last >= candidate.last:
            return False
        after = self.tokens[other.last]
        return after.text[0].isupper() and after.feats.get("Case") in ("Nom", "Dat", "Ins")

    def _within(self, candidate: Candidate, other: Candidate) -> bool:
        if candidate.first < other.first or other.last < candidate.last:
            return False
        # An abbreviation after another's head is a name of its own: «обком КПСС».
        nested = candidate.first > other.head and self._is_short(candidate)
        return not nested or candidate.first < other.inner[1]

    def _opens(self, candidate: Candidate, other: Candidate) -> bool:
        """«Сотрудники Пермской лаборатории»: people before a body are no part of it."""
        before = self.tokens[candidate.first : other.first]
        return candidate.last == other.last and any(_animate(t) for t in before)

    def _is_short(self, candidate: Candidate) -> bool:
        word = self.tokens[candidate.first].text
        return candidate.last == candidate.first + 1 and (word.isupper() or is_latin(word))

    def _read(self, first: int, last: int) -> Candidate | None:
        first, last = self.reader.trim(first, last)
        if first < last and self.reader.phrases.opens_sentence(first):
            # «Открылся Банк …», «В Доме дружбы …»: only its capital made the word a part.
            first += self.tokens[first].pos in {"VERB", "ADV", "ADP"}
        first = self._past_verb(first, last)
        words = self.tokens[first:last]
        if (
            not words
            or not self._can_be(words)
            or self.reader.places.issuperset(range(first, last))
            or self._are_many(first, last)
        ):
            return None
        owner, past = self.reader.owner_or_place(last)
        return Candidate(
            first=first,
            last=past,
            head=self._head(first, last),
            kind=self._kind(first, last),
            core=word_keys(words, self.knowledge.legal) or word_keys(words),
            source="tagger",
            inner=(first, last),
            owner_at=(owner, past) if past > last else None,
            owned=past > last,
        )

    def _are_many(self, first: int, last: int) -> bool:
        """«Палаты двух регионов договорились»: bodies of their kind, none by name."""
        index = self._head(first, last)
        head = self.knowledge.heads.get(self.tokens[index].lemma)
        quoted = any(t.text in _MARKS for t in self.tokens[first:last])
        if head is None or head.plural or quoted:
            return False
        return opens_as_plural(self.tokens, first, index)

    def _past_verb(self, first: int, last: int) -> int:
        """«Поддержку оказало общество …»: the tagger takes a clause for a name."""
        for index in range(last - 1, first, -1):
            token = self.tokens[index]
            quoted = any(t.text in _MARKS for t in self.tokens[first:index])
            if token.feats.get("VerbForm") == "Fin" and token.text.islower() and not quoted:
                return index + 1
        return first

    def _can_be(self, words: list[Token]) -> bool:
        known = self.knowledge.known.at(self.tokens, words[0].index, words[-1].index + 1)
        if known is not None and known[1].seat:
            # A building where something happens; where it acts it has been found already.
            return False
        if {words[0].lemma, *lemmas(words[0].text)} & self.knowledge.not_first:
            return False
        if len(words) > 1:
            return True
        word = words[0]
        spellings = {fold(word.text), word.lemma}
        if spellings & self.knowledge.never:
            return False
        if spellings & self.knowledge.platforms and self._is_medium(word):
            return False
        if self.reader.phrases.opens_sentence(word.index) and is_common(word.text):
            return False
        return word.text[:1].isupper() and word.lemma not in self.knowledge.heads

    def _is_medium(self, word: Token) -> bool:
        """«Написал в Facebook» speaks of a page, «Facebook купил» of the firm."""
        before = self.tokens[max(0, word.index - 3) : word.index]
        return any(t.pos == "ADP" for t in before)

    def _head(self, first: int, last: int) -> int:
        nouns = (i for i in range(first, last) if self.tokens[i].pos in {"NOUN", "PROPN", "X"})
        return next(nouns, first)

    def _kind(self, first: int, last: int) -> str:
        around = self.tokens[max(0, first - 2) : last]
        if any(w.lemma in self.knowledge.media for w in around):
            return "media"
        heads = (self.knowledge.heads.get(t.lemma) for t in self.tokens[first:last])
        head = next((h for h in heads if h is not None), None)
        if head is not None:
            return head.kind
        return "company" if {fold(t.text) for t in around} & _FIRMS else "other"


def _animate(token: Token) -> bool:
    return token.pos == "NOUN" and any("anim" in p.tag for p in parses(token.text)[:1])


def is_common(word: str) -> bool:
    """Whether the dictionary knows the word, and not as a name of anything."""
    if word.isupper():
        return False
    found = list(known_parses(word))
    names = {"Orgn", "Trad", "Geox", "Name", "Surn", "Abbr"}
    return bool(found) and not any(
        names & set(str(p.tag).replace(" ", ",").split(",")) for p in found
    )
