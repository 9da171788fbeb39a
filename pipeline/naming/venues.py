"""Names of buildings and venues: known ones, and phrases read from a head noun."""

from __future__ import annotations

from dataclasses import dataclass

from ..document import Document, Token
from ..knowledge.documents import FacilitiesLexicon, Venue
from .known import KnownNames
from .normal import phrase_nominative
from .phrase import CLOSING, NounPhrases

_PLACE = frozenset({"в", "во", "на", "из", "у", "около", "при", "до", "к", "возле", "под"})
_SUFFIXES = ("-стрит", "-сквер", "-холл", "-билдинг", "-плаза", "-авеню", "-центр", "-арена")


@dataclass(frozen=True, slots=True)
class Found:
    """A venue at tokens ``[first, last)``; ``name`` is its canonical form."""

    name: str
    first: int
    last: int
    wikidata: str | None = None


class VenueKnowledge:
    """The lexicon in the shape the reader asks it in; built once."""

    def __init__(self, lexicon: FacilitiesLexicon) -> None:
        self.heads = frozenset(lexicon.heads)
        self.bodies = frozenset(lexicon.body_heads)
        self.rooms = frozenset(lexicon.capital_heads)
        self.known: KnownNames[Venue] = KnownNames(
            (form, venue) for venue in lexicon.venue for form in venue.forms
        )

    def heads_any(self, lemma: str) -> bool:
        """Whether the noun can head a venue's name at all."""
        return lemma in self.heads or lemma in self.bodies or lemma in self.rooms


class VenueReader:
    """Reads venues of one document; needs its regions and organizations."""

    def __init__(self, document: Document, knowledge: VenueKnowledge) -> None:
        self.document = document
        self.tokens = document.tokens
        self.knowledge = knowledge
        self.phrases = NounPhrases(document)
        self.named: dict[int, int] = {}
        for entity in document.organizations():
            for mention in entity.mentions:
                first, last = document.token_range(mention.start, mention.stop)
                self.named[first] = max(last, self.named.get(first, 0))
        self.spans = {
            document.token_range(n.start, n.stop)[0]: document.token_range(n.start, n.stop)[1]
            for n in document.names
        }

    def at(self, index: int) -> Found | None:
        """The venue whose name begins, or whose head stands, at this token."""
        end = self.phrases.end_of_sentence(index)
        known = self.knowledge.known.at(self.tokens, index, end)
        if known is not None:
            return Found(known[1].name, index, known[0], known[1].wikidata)
        token = self.tokens[index]
        if token.folded.endswith(_SUFFIXES) and token.text[0].isupper():
            return Found(
                phrase_nominative(self.document, index, index, index + 1), index, index + 1
            )
        return self._headed(token)

    def _headed(self, token: Token) -> Found | None:
        if token.pos not in ("NOUN", "PROPN") or not self.knowledge.heads_any(token.lemma):
            return None
        if token.feats.get("Number") == "Plur":
            return None
        first = self._opening(token.index)
        last = self._complement(token.index + 1)
        capital = any(
            t.text[0].isupper() and not self.phrases.opens_sentence(t.index)
            for t in self.tokens[first : token.index + 1]
        )
        named = last > token.index + 1 or any(
            t.text[0].isupper() for t in self.tokens[first : token.index]
        )
        if token.lemma in self.knowledge.rooms and capital:
            named = True
            last = max(last, self._genitives(token.index + 1))
        elif token.lemma in self.knowledge.rooms and token.lemma not in self.knowledge.heads:
            named = False
        if not named or not self._is_place(token, first):
            return None
        # «Храм Христа Спасителя»: the tagger, which knows the whole name, took it for a body.
        last = max(last, self.named.get(first, 0))
        return Found(phrase_nominative(self.document, first, token.index, last), first, last)

    def _opening(self, index: int) -> int:
        """The first of the adjectives before the head that are a part of the name."""
        first = self.phrases.modifiers(index)
        while first < index and self.tokens[first].text[0].islower():
            first += 1
        return first

    def _is_place(self, token: Token, first: int) -> bool:
        """Theatres and hotels are bodies unless something happens in them."""
        if token.lemma not in self.knowledge.bodies:
            return True
        return bool(first) and self.tokens[first - 1].lemma in _PLACE

    def _complement(self, index: int) -> int:
        """Past a quoted name, «имени Чкалова», a person or a bare name after the head."""
        end = self.phrases.end_of_sentence(index - 1)
        if index >= end:
            return index
        if self.tokens[index].text in CLOSING:
            return self.phrases.title(index)
        if (past := self.phrases.eponym(index)) > index:
            return past
        at = index
        while at < end and at in self.phrases.people:
            at += 1
        if at > index:
            return at
        token = self.tokens[index]
        bare = token.pos in ("PROPN", "NOUN", "ADJ") and token.text[0].isupper()
        owner = self.phrases.region(index) > index and token.feats.get("Case") == "Gen"
        return self._bare(index, end) if bare and not owner else index

    def _bare(self, index: int, end: int) -> int:
        """Past the one word, or the tagger's whole name, that stands beside the head."""
        past = self.spans.get(index, index + 1)
        return past if past <= end else index + 1

    def _genitives(self, index: int) -> int:
        at = index
        while at not in self.phrases.regions:
            after = self.phrases.nominal(at, ("Gen",), coordinate=False)
            if after == at:
                return at
            at = after
        return at
