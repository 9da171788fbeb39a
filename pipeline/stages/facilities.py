"""Facilities: buildings and venues where something takes place."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document, Token
from ..drafts import EntityDraft, FacilityDraft, MentionDraft, OrganizationDraft, RegionDraft
from ..knowledge import Lexicon
from ..knowledge.documents import FacilitiesLexicon
from ..naming.normal import phrase_nominative
from ..naming.phrase import NounPhrases
from ..naming.release import release
from ..nlp.words import fold, lemmas
from ..stage import Stage

_PLACE = frozenset({"в", "во", "на", "из", "у", "около", "при", "до", "к", "возле"})


class FacilitiesStage(Stage):
    """Known venues by their words, others by a head noun with a name, where used as a place."""

    name = "facilities"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"tokens", "morphology", "names", "regions", "organizations"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"facilities"})

    def __init__(self, lexicon: Lexicon) -> None:
        facilities = lexicon.read(FacilitiesLexicon)
        self._heads = frozenset(facilities.heads)
        self._known = [
            (venue.name, venue.wikidata, [_readings(w) for w in form.split()])
            for venue in facilities.venue
            for form in venue.forms
        ]
        self._names = frozenset(fold(venue.name) for venue in facilities.venue)
        self._first = frozenset(lemma for _, _, words in self._known for lemma in words[0])

    def process(self, document: Document) -> None:
        found: dict[str, FacilityDraft] = {}
        phrases = NounPhrases(document)
        taken = 0
        seats = {
            i
            for e, m in document.mentions()
            if isinstance(e, OrganizationDraft)
            for i in range(*document.token_range(m.start, m.stop))
            if fold(e.short_name or "") in self._names
        }
        for token in document.tokens:
            if token.index < taken or token.index in seats:
                continue
            stretch = self._read(document, phrases, token)
            if stretch is None:
                continue
            name, wikidata, first, last = stretch
            start, stop = document.tokens[first].start, document.tokens[last - 1].stop
            taken = last
            _release(document, start, stop)
            draft = found.setdefault(fold(name), FacilityDraft(name, wikidata=wikidata))
            draft.add(start, stop)
            document.note(self.name, start, stop, f"venue {name}")
        document.entities.extend(found.values())

    def _read(
        self, document: Document, phrases: NounPhrases, token: Token
    ) -> tuple[str, str | None, int, int] | None:
        tokens = document.tokens
        before = tokens[token.index - 1].lemma if token.index else ""
        known = self._venue(tokens, token.index) if token.text[:1].isupper() else None
        if known is not None and before in _PLACE:
            name, wikidata, length = known
            return name, wikidata, token.index, token.index + length
        if token.lemma not in self._heads or token.pos not in ("NOUN", "PROPN"):
            return None
        first = phrases.modifiers(token.index)
        named = any(t.text[:1].isupper() for t in tokens[first : token.index])
        last = phrases.quotation(token.index + 1)
        if last == token.index + 1 and last < len(tokens) and _is_name(tokens[last]):
            last += 1
        placed = tokens[first - 1].lemma in _PLACE if first else False
        if not placed or not (named or last > token.index + 1):
            return None
        return phrase_nominative(document, first, token.index, last), None, first, last

    def _venue(self, tokens: list[Token], at: int) -> tuple[str, str | None, int] | None:
        best: tuple[str, str | None, int] | None = None
        if not lemmas(tokens[at].text) & self._first:
            return None
        for name, wikidata, words in self._known:
            here = tokens[at : at + len(words)]
            fits = len(here) == len(words) and all(
                lemmas(t.text) & w for t, w in zip(here, words, strict=True)
            )
            if fits and (best is None or len(words) > best[2]):
                best = name, wikidata, len(words)
        return best


def _readings(word: str) -> frozenset[str]:
    return lemmas(word) | {fold(word)}


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper()


def _release(document: Document, start: int, stop: int) -> None:
    """What earlier stages took for a place or body inside a venue's name is the venue.

    An adjective of a region inside the name stays a mention of the region.
    """
    adjectives = {id(e) for e, m in document.mentions("adjective") if start <= m.start < stop}

    def claimed(entity: EntityDraft, mention: MentionDraft) -> bool:
        inside = start <= mention.start and mention.stop <= stop
        place = isinstance(entity, (RegionDraft, OrganizationDraft))
        return place and inside and id(entity) not in adjectives

    release(document, claimed)
