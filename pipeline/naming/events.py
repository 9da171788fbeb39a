"""Finding candidate names of public events."""

from __future__ import annotations

import re

from ..document import Document, Token
from ..knowledge.events import EventHead, EventsLexicon, KnownEvent
from ..nlp.words import fold, lemmas
from .candidate import Candidate
from .event_phrase import EventReading
from .known import KnownNames
from .phrase import NounPhrases
from .same import word_keys

YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
ORDINAL = re.compile(r"[IVXLС]+(-?[а-я]{1,3})?|\d{1,3}-?(й|го|му|м|ом|ый|ой|я|ю|е|ая|ое)?")
# «ADJ» is what the tagger makes of rare nouns («о Геноциде»).
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_BODIES = frozenset({"international", "government"})
_WITH_YEAR = re.compile(r"(.+?)[-–—](\d{2,4})")


class EventKnowledge:
    """The lexicon in the shape the reader asks it in; built once."""

    def __init__(self, lexicon: EventsLexicon) -> None:
        self.heads: dict[str, list[EventHead]] = {}
        for head in lexicon.head:
            for lemma in head.lemmas:
                self.heads.setdefault(lemma, []).append(head)
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
        self.inside: set[int] = set()
        self.named: dict[int, int] = {}
        for organization in document.organizations():
            for mention in organization.mentions:
                first, last = document.token_range(mention.start, mention.stop)
                self.named[first] = max(last, self.named.get(first, 0))
                self.inside.update(range(first + 1, last))
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
        while first > 0 and self.ordinal(self.tokens[first - 1]):
            first -= 1
        name = (first, last)
        last = self.year_after(last)
        return self.make(first, last, head, entry.kind, f"known name {entry.id}", name, entry)

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
        heads = self.knowledge.heads.get(_stem(token), [])
        if not heads or token.pos not in _NOUNS or index in self.bodies:
            return None
        if index and self.tokens[index - 1].lemma in self.knowledge.streets:
            return None
        read = (EventReading(self, h, index).candidate() for h in heads if self._can_head(h, token))
        return next((candidate for candidate in read if candidate is not None), None)

    def _can_head(self, head: EventHead, token: Token) -> bool:
        plural, capital = token.feats.get("Number") == "Plur", token.text[0].isupper()
        if not head.nests and token.index in self.inside:
            return False
        if head.plural != plural and (head.plural or not capital):
            return False
        return not head.capital_head or (capital and not self.phrases.opens_sentence(token.index))

    def make(
        self,
        first: int,
        last: int,
        head: int,
        kind: str,
        source: str,
        name: tuple[int, int],
        entry: KnownEvent | None = None,
    ) -> Candidate:
        words = [t for t in self.tokens[name[0] : name[1]] if not self.ordinal(t)]
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

    def ordinal(self, token: Token) -> bool:
        return ORDINAL.fullmatch(token.text) is not None and not YEAR.fullmatch(token.text)

    def year_after(self, index: int) -> int:
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


def _stem(token: Token) -> str:
    """The lemma without a year joined to it («форум-2025»)."""
    match = _WITH_YEAR.fullmatch(token.lemma)
    return match[1] if match and match[2].isdigit() else token.lemma
