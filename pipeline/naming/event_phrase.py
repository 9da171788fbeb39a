"""Names of public events read from their head noun outwards: «XX Волжский форум «Река»»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import Token
from ..knowledge.events import EventHead, EventSign
from ..nlp.words import parses
from .candidate import Candidate
from .phrase import CLOSING, is_latin

if TYPE_CHECKING:
    from .events import EventReader

_PLACED = frozenset({"в", "во", "на", "под", "при"})


class EventReading:
    """One phrase read from its head noun outwards."""

    def __init__(self, reader: EventReader, head: EventHead, index: int) -> None:
        self.reader = reader
        self.phrases = reader.phrases
        self.tokens = reader.tokens
        self.head = head
        self.index = index
        self.signs: set[EventSign] = set()
        self.first, self.last = index, index + 1
        self.name: tuple[int, int] | None = None

    def candidate(self) -> Candidate | None:
        """The event, None where nothing makes the phrase a name."""
        self._before()
        self._after()
        if not self.signs & set(self.head.names):
            return None
        core = self.name or (self.first, self.last)
        signs = ", ".join(sorted(self.signs))
        return self.reader.make(
            self.first, self.last, self.index, self.head.kind, f"head {self.head.id}: {signs}", core
        )

    def _before(self) -> None:
        first = self.phrases.modifiers(self.index)
        begin = self.phrases.start_of_sentence(self.index)
        while first > begin and self.reader.ordinal(self.tokens[first - 1]):
            first -= 1
        while first < self.index and self._dropped(self.tokens[first]):
            first += 1
        self.first = first
        words = self.tokens[first : self.index + 1]
        if any(self.reader.ordinal(t) for t in words):
            self.signs.add("number")
        if any(
            t.text[0].isupper()
            and not self.reader.ordinal(t)
            and not self.phrases.opens_sentence(t.index)
            for t in words
        ) or (len(words) > 1 and words[0].text[0].isupper() and self._regional(words[0])):
            self.signs.add("capital")

    def _regional(self, token: Token) -> bool:
        """«Петербургский форум» at the head of a sentence still has its capital by right."""
        return any(
            r_mention.kind == "adjective" and r_mention.start == token.start
            for region in self.reader.document.regions()
            for r_mention in region.mentions
        )

    def _dropped(self, token: Token) -> bool:
        small = token.text[0].islower() or self.phrases.opens_sentence(token.index)
        return small and token.lemma in self.reader.knowledge.plain

    def _after(self) -> None:
        self._named()
        past = self.phrases.genitives(self.last) if self.name is None else self.last
        if past > self.last:
            self._genitive(past)
        elif "in" in self.head.names:
            self._placed()
        if (past := self.phrases.by(self.last)) > self.last:
            self.signs.add("by")
            if self.signs & set(self.head.names):
                self.last = past
        if self.head.kind != "competition" or self.last == self.index + 1:
            self._named()
        if self.head.held_in:
            self._held_in()
        self.last = self.reader.year_after(self.last)

    def _placed(self) -> None:
        """«Война во Вьетнаме», «битва на Калке»: named by the place where it was."""
        tokens, at = self.tokens, self.last
        if at + 1 >= self.phrases.end_of_sentence(self.index) or tokens[at].lemma not in _PLACED:
            return
        past = max(
            self.phrases.region(at + 1, ("Loc", "Acc")),
            self.phrases.nominal(at + 1, ("Loc",), coordinate=False),
        )
        if past > at + 1 and tokens[past - 1].text[0].isupper():
            self.signs.add("in")
            self.last = past

    def _genitive(self, past: int) -> None:
        """Keep the genitives when they name, drop them when they only tell of what it is."""
        words = self.tokens[self.last : past]
        if any(w.text[0].isupper() for w in words):
            self.signs.add("place")
        self.signs.add("of")
        if self.signs & set(self.head.names):
            self.last = self.phrases.joined_region(past, range(self.last, past))

    def _named(self) -> None:
        index = self.last
        if self.name is not None or index >= self.phrases.end_of_sentence(self.index):
            return
        text = self.tokens[index].text
        past = index
        if text in CLOSING:
            past = self.phrases.title(index) if self._is_title(index + 1) else index
        elif is_latin(text) and not text.isdigit():
            past = self.phrases.latin(index)
        elif index in self.reader.named and text[0].isupper():
            case = self.tokens[index].feats.get("Case")
            past = self.reader.named[index] if case in {None, "Nom"} else index
        if past > index:
            self.signs.add("name")
            self.name = (index, past)
            self.last = past

    def _is_title(self, index: int) -> bool:
        """A quoted title stays in the nominative; «концерт «Ленинграда»» names who plays.

        After a competition a club may stand in quotation marks: «на турнире «Спартак» проиграл».
        """
        if self.head.kind == "competition" and index in self.reader.named:
            return False
        text = self.tokens[index].text if index < len(self.tokens) else ""
        readings = [p for p in parses(text) if p.tag.case is not None]
        return not readings or any("nomn" in p.tag for p in readings)

    def _held_in(self) -> None:
        if self.last < len(self.tokens) and self.tokens[self.last].lemma in {"в", "на"}:
            past = self.phrases.region(self.last + 1, ("Loc",))
            if past > self.last + 1:
                self.last = past
