"""Regions: every inhabited or administrative place, with its codes where the registry knows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from schemas import MentionKind

from ..document import Document, Sentence, Token
from ..drafts import RegionDraft
from ..knowledge import Lexicon
from ..knowledge.regions import RegionsLexicon
from ..knowledge.registry import Place, Registry
from ..nlp.words import fold
from ..places.abbreviations import Abbreviations
from ..places.capitals import Capitals
from ..places.echoes import among_people, echoes, forms
from ..places.gazetteer import Gazetteer
from ..places.leftovers import Leftovers
from ..places.match import Context, Match, is_homonym, is_person_word
from ..places.patterns import Patterns
from ..stage import Stage


class RegionsStage(Stage):
    """Registry names and patterns first, then abbreviations they settle, then the tagger's rest."""

    name = "regions"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"tokens", "sentences", "morphology", "names", "syntax"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"regions"})

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon.read(RegionsLexicon)
        self.registry = Registry.of(lexicon)
        self._gazetteer = Gazetteer(self.registry)
        self._patterns = Patterns(self._lexicon, self.registry, self._gazetteer)
        self._abbreviations = Abbreviations(self._lexicon, self.registry)
        self._capitals = Capitals(self._lexicon, self.registry)
        self._leftovers = Leftovers(self._lexicon)
        self._prepositions = frozenset(self._lexicon.place_prepositions)
        self._facility = frozenset(self._lexicon.facility_words)
        self._governors = frozenset(self._lexicon.governors)
        self._common = frozenset(self._lexicon.common_adjectives)

    def process(self, document: Document) -> None:
        context = Context(document, self._prepositions, self._governors)
        matches = list(self._scan(context))
        book = _Book(document, self.registry)
        book.weigh(matches)
        for match in matches:
            place = self._capitals.state(context, match, matches) or book.choose(match)
            kind: MentionKind = (
                "alias"
                if place.name != match.places[0].name and _is_state(place, match)
                else match.kind
            )
            book.add(place, match, kind)
        for match in self._abbreviations.find(context, book.known, document):
            book.add(match.places[0], match, match.kind)
        for match in self._leftovers.find(context, book.taken):
            book.add(book.same(match) or book.choose(match), match, match.kind)
        bare = [t for t in document.tokens if _may_echo(document, t)]
        for match in among_people(context, book.named, book.taken):
            book.add(match.places[0], match, match.kind)
        for match in echoes(bare, book.named, book.taken):
            book.add(match.places[0], match, match.kind)
        document.entities.extend(book.finished())

    def _scan(self, context: Context) -> Iterator[Match]:
        for sentence in context.document.sentences:
            if sentence.zone == "boilerplate" and not _tells_whose(context.document, sentence):
                continue
            index = sentence.first
            while index < sentence.last:
                found = self._at(context, index, sentence.last)
                yield from found
                index = max([index + 1, *(m.last for m in found)])

    def _at(self, context: Context, index: int, stop: int) -> list[Match]:
        token = context.tokens[index]
        if not token.text[:1].isalnum():
            return []
        if "-" in token.text and (parts := self._gazetteer.compound(token)):
            return parts
        known = self._gazetteer.at(context.tokens, index, stop)
        single = known is not None and known.kind == "name" and known.last == index + 1
        if single and context.describes_next(index):
            # «Ярославский губернатор» is of no town Ярославский.
            known = self._gazetteer.adjective(token) or known
        by_head = self._patterns.adjectives(context, index, stop)
        if by_head and (known is None or by_head[-1].last >= known.last):
            return by_head
        named = self._patterns.name(context, index, stop)
        if named is not None and known is not None and named.last > known.last:
            # «Остров Уайт» is no town of Остров.
            known = None
        if known is not None and self._accepts(context, known):
            return [] if self._leftovers.holds_more(context, known) else [known]
        return [named] if named is not None and not context.quoted(named.first, named.last) else []

    def _accepts(self, context: Context, match: Match) -> bool:
        first, last = match.first, match.last
        if match.kind == "adjective":
            return self._accepts_adjective(context, match)
        placed = context.owns_post(first, last) or context.stands_in_place(first, last)
        return placed or self._accepts_name(context, match)

    def _accepts_name(self, context: Context, match: Match) -> bool:
        first, last = match.first, match.last
        if context.in_person(first, last):
            return self._precedes_name(context, match)
        if (
            context.quoted(first, last)
            or context.in_quoted_name(first)
            or context.after_own_adjective(first)
        ):
            return False
        if last - first == 1 and context.describes_next(first):
            return False
        if match.kind == "alias" and not match.weak:
            return True
        token = context.tokens[first]
        if last - first == 1 and self._leftovers.is_never(token):
            return False
        loose = match.weak or (last - first == 1 and is_homonym(token))
        if match.weak and last - first == 1 and context.names_person([token]):
            return False
        if not loose or context.tagged(first, last, "LOC"):
            return True
        if context.tagged(first, last, "PER") or context.tagged(first, last, "ORG"):
            return not match.weak and context.tagged(first, last, "ORG")
        mild = not is_person_word(token) and not match.weak
        return mild and context.after_preposition(first) and not context.opens_sentence(first)

    def _precedes_name(self, context: Context, match: Match) -> bool:
        """«губернатор Пскова Иванов»: in the genitive before the name proper."""
        inflected = fold(context.tokens[match.first].text) != fold(match.places[0].name)
        return inflected and not match.weak and context.leads_person(match.first, match.last)

    def _accepts_adjective(self, context: Context, match: Match) -> bool:
        token = context.tokens[match.first]
        if token.text.islower() and token.lemma in self._common and _is_city(match.places[0]):
            return False
        if context.tagged(match.first, match.last, "PER") and not context.agrees_next(match.first):
            return False
        after = context.tokens[match.last] if match.last < len(context.tokens) else None
        road = after is not None and after.lemma in self._facility and token.text[:1].isupper()
        return not road or context.opens_sentence(match.first)


_CHANNEL = frozenset({"канал", "телеграм-канал"})
_HEADING = 4
"""How many lines over an article may say whose page it is: «Правительство Амурской области»."""


def _is_state(place: Place, match: Match) -> bool:
    return place.level == "country" and place not in match.places


def _tells_whose(document: Document, sentence: Sentence) -> bool:
    """Whether a line of the page may say whose it is: over the article, or of a channel."""
    words = document.sentence_tokens(sentence)
    return sentence.index < _HEADING or any(t.lemma in _CHANNEL for t in words)


def _may_echo(document: Document, token: Token) -> bool:
    """A word of the text in small letters, or one that opens its sentence."""
    sentence = document.sentences[token.sentence]
    return sentence.zone != "boilerplate" and (
        token.text.islower() or token.index == sentence.first
    )


class _Book:
    """The places of one document: which were named, and their drafts."""

    def __init__(self, document: Document, registry: Registry) -> None:
        self._document = document
        self._registry = registry
        self._drafts: dict[str, RegionDraft] = {}
        self.known: set[str] = set()
        self.taken: set[int] = set()
        self.named: list[Place] = []

    def weigh(self, matches: list[Match]) -> None:
        """Note the places named without doubt, with the places they lie in."""
        for match in matches:
            place = match.places[0]
            sure = len(match.places) == 1 or not place.id.startswith("city-")
            if sure and match.kind != "adjective":
                self.known.add(place.id)
                self.known.add(place.parent or "")

    def choose(self, match: Match) -> Place:
        """Of several places of one name the one already named, or lying in one that is."""
        places = match.places
        if len(places) == 1 or (match.kind != "adjective" and not _is_city(places[0])):
            return places[0]
        named = [p for p in places if p.id in self.known and p.id in self._drafts]
        if match.kind == "adjective":
            return named[0] if named else places[0]
        near = [p for p in places if p.parent in self.known and p.parent != "ru"]
        home = [p for p in places if p.country in ("RU", None)]
        return (named or near or (home if places[0].population < _GREAT else []) or list(places))[0]

    def same(self, match: Match) -> Place | None:
        """The place named before of whose name the tagger's place is a case: «Хубэю»."""
        name = fold(match.places[0].name)
        return next((p for p in self.named if name in forms(fold(p.name))), None)

    def _subject_of(self, place: Place) -> str | None:
        """The code of the federal subject that a town lies in."""
        around = self._registry.places.get(place.parent or "")
        return around.code if around is not None and around.level == "subject" else None

    def add(self, place: Place, match: Match, kind: MentionKind) -> None:
        """Add a mention, and the region if it is new."""
        draft = self._drafts.get(place.id)
        if draft is None:
            draft = self._drafts[place.id] = RegionDraft(
                name=place.name,
                wikidata=place.wikidata,
                level=place.level,
                country=place.country,
                code=place.code,
                okato=place.okato,
                within=self._subject_of(place),
            )
            self.named.append(place)
        start, stop = match.span(self._document)
        draft.add(start, stop, kind)
        self.known.add(place.id)
        self.taken.update(range(match.first, match.last))
        self._document.note("regions", start, stop, f"{kind} of {place.name} ({place.level})")

    def finished(self) -> list[RegionDraft]:
        """The drafts in the order of their first mentions."""
        for draft in self._drafts.values():
            draft.mentions.sort(key=lambda m: (m.start, m.stop))
        return sorted(self._drafts.values(), key=lambda d: (d.mentions[0].start, d.name))


_GREAT = 500_000


def _is_city(place: Place) -> bool:
    return place.id.startswith("city-")
