"""Finding candidate names of public events."""

from __future__ import annotations

import re

from ..document import Document, Token
from ..knowledge.events import EventHead, EventSign, EventsLexicon, KnownEvent
from ..nlp.words import fold, lemmas, parses
from .candidate import Candidate
from .known import KnownNames
from .phrase import CLOSING, NounPhrases, is_latin
from .same import word_keys

YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
ORDINAL = re.compile(r"[IVXLС]+(-?[а-я]{1,3})?|\d{1,3}-?(й|го|му|м|ом|ый|ой|я|ю|е|ая|ое)?")
# «ADJ» is what the tagger makes of rare nouns («о Геноциде»).
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_PLACED = frozenset({"в", "во", "на", "под", "при"})
_BODIES = frozenset({"international", "government"})
_WITH_YEAR = re.compile(r"(.+?)[-–—](\d{2,4})")


class EventKnowledge:
    """The lexicon in the shape the reader asks it in; built once."""

    def __init__(self, lexicon: EventsLexicon) -> None:
        self.heads = {lemma: head for head in lexicon.head for lemma in head.lemmas}
        self.known = KnownNames((form, entry) for entry in lexicon.name for form in entry.forms)
        self.streets = frozenset(lexicon.streets)
        self.plans = frozenset(fold(w) for w in lexicon.plans)
        self.plain = frozenset(fold(w) for w in lexicon.plain_modifiers)


class EventReader:
    """Candidates of one document; needs its regions and organizations."""

    def __init__(self, document: Document, knowledge: EventKnowledge) -> None:
        self.document = document
        self.tokens = document.tokens
        self.knowledge = knowledge
        self.phrases = NounPhrases(document)
        self.bodies: set[int] = set()
        self.named: dict[int, int] = {}
        for organization in document.organizations():
            for mention in organization.mentions:
                first, last = document.token_range(mention.start, mention.stop)
                self.named[first] = max(last, self.named.get(first, 0))
                if organization.kind in _BODIES:
                    self.bodies.update(range(first, last))

    def candidates(self) -> list[Candidate]:
        """Everything that may name a public event, overlaps included."""
        found: list[Candidate] = []
        for sentence in self.document.sentences:
            for index in range(sentence.first, sentence.last):
                if index in self.phrases.people:
                    continue
                read = (self._known(index, sentence.last), self._headed(index), self._dated(index))
                found += [candidate for candidate in read if candidate is not None]
        return found

    def _known(self, index: int, end: int) -> Candidate | None:
        found = self.knowledge.known.at(self.tokens, index, end, capital=False)
        found = found or self._with_year(index)
        if found is None or not any(t.text[0].isupper() for t in self.tokens[index : found[0]]):
            return None
        last, entry = found
        head = next(
            (i for i in range(index, last) if self.tokens[i].pos in {"NOUN", "PROPN"}), index
        )
        first = index
        while first > 0 and self._ordinal(self.tokens[first - 1]):
            first -= 1
        name = (first, last)
        last = self._year_after(last)
        return self._make(first, last, head, entry.kind, f"known name {entry.id}", name, entry)

    def _with_year(self, index: int) -> tuple[int, KnownEvent] | None:
        """«ПМЭФ-2025» is one token."""
        match = _WITH_YEAR.fullmatch(self.tokens[index].text)
        if match is None:
            return None
        token = self.tokens[index]
        bare = Token(token.index, token.start, token.stop, match[1], lemma=fold(match[1]))
        return self.knowledge.known.at([bare], 0, 1) and (
            index + 1,
            self.knowledge.known.at([bare], 0, 1)[1],  # type: ignore[index]
        )

    def _dated(self, index: int) -> Candidate | None:
        """«Агросалон-2024»: a name and a year in one word is what happens that year."""
        token = self.tokens[index]
        match = _WITH_YEAR.fullmatch(token.text)
        if match is None or not YEAR.fullmatch(match[2]) or not token.text[0].isupper():
            return None
        if not match[1].isalpha() or {match[1].lower(), *lemmas(match[1])} & self.knowledge.plans:
            return None
        return Candidate(
            first=index,
            last=index + 1,
            head=index,
            kind="other",
            core=word_keys([Token(index, token.start, token.stop, match[1], lemma=fold(match[1]))]),
            source="name with a year",
            inner=(index, index + 1),
            canonical=token.text,
        )

    def _headed(self, index: int) -> Candidate | None:
        token = self.tokens[index]
        head = self.knowledge.heads.get(_stem(token))
        if head is None or token.pos not in _NOUNS or index in self.bodies:
            return None
        plural = token.feats.get("Number") == "Plur"
        if head.plural != plural and (head.plural or not token.text[0].isupper()):
            return None
        if index and self.tokens[index - 1].lemma in self.knowledge.streets:
            return None
        if head.capital_head and not (
            token.text[0].isupper() and not self.phrases.opens_sentence(index)
        ):
            return None
        reading = _Reading(self, head, index)
        return reading.candidate()

    def _make(
        self,
        first: int,
        last: int,
        head: int,
        kind: str,
        source: str,
        name: tuple[int, int],
        entry: KnownEvent | None = None,
    ) -> Candidate:
        words = [t for t in self.tokens[name[0] : name[1]] if not self._ordinal(t)]
        return Candidate(
            first=first,
            last=last,
            head=head,
            kind=kind,
            core=word_keys(words),
            source=source,
            inner=name,
            known=entry.id if entry else None,
            canonical=entry.name if entry else None,
            short_name=entry.short_name if entry else None,
        )

    def _ordinal(self, token: Token) -> bool:
        return ORDINAL.fullmatch(token.text) is not None and not YEAR.fullmatch(token.text)

    def _year_after(self, index: int) -> int:
        """Past «-2025», «– 2025» and «2025» written apart."""
        end = self.phrases.end_of_sentence(index - 1)
        at = index
        if at < end and self.tokens[at].text in "»”":
            return index
        if (
            at + 1 < end
            and self.tokens[at].text in "-–—"
            and YEAR.fullmatch(self.tokens[at + 1].text)
        ):
            return at + 2
        after = self.tokens[at + 1].text if at + 1 < end else ""
        if at < end and YEAR.fullmatch(self.tokens[at].text) and not after.startswith("год"):
            return at + 1
        return index


class _Reading:
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
        return self.reader._make(
            self.first, self.last, self.index, self.head.kind, f"head {self.head.id}: {signs}", core
        )

    def _before(self) -> None:
        first = self.phrases.modifiers(self.index)
        begin = self.phrases.start_of_sentence(self.index)
        while first > begin and self.reader._ordinal(self.tokens[first - 1]):
            first -= 1
        while first < self.index and self._dropped(self.tokens[first]):
            first += 1
        self.first = first
        words = self.tokens[first : self.index + 1]
        if any(self.reader._ordinal(t) for t in words):
            self.signs.add("number")
        if any(
            t.text[0].isupper()
            and not self.reader._ordinal(t)
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
        self.last = self.reader._year_after(self.last)

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
            self.last = past

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


def _stem(token: Token) -> str:
    """The lemma without a year joined to it («форум-2025»)."""
    match = _WITH_YEAR.fullmatch(token.lemma)
    return match[1] if match and match[2].isdigit() else token.lemma
