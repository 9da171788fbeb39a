"""Facilities: buildings and venues where something takes place."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..drafts import EntityDraft, FacilityDraft, MentionDraft, OrganizationDraft, RegionDraft
from ..knowledge import Lexicon
from ..knowledge.documents import FacilitiesLexicon
from ..naming.release import release
from ..naming.venues import VenueKnowledge, VenueReader
from ..nlp.words import fold
from ..stage import Stage


class FacilitiesStage(Stage):
    """Known venues by their words, others by a head noun with a name."""

    name = "facilities"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"tokens", "morphology", "names", "regions", "organizations"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"facilities"})

    def __init__(self, lexicon: Lexicon) -> None:
        facilities = lexicon.read(FacilitiesLexicon)
        self._knowledge = VenueKnowledge(facilities)
        self._names = frozenset(fold(venue.name) for venue in facilities.venue)

    def process(self, document: Document) -> None:
        found: dict[str, FacilityDraft] = {}
        reader = VenueReader(document, self._knowledge)
        taken = self._seats(document)
        for token in document.tokens:
            venue = reader.at(token.index) if token.index not in taken else None
            if venue is None or not taken.isdisjoint(range(venue.first, venue.last)):
                continue
            taken.update(range(venue.first, venue.last))
            start, stop = document.tokens[venue.first].start, document.tokens[venue.last - 1].stop
            _release(document, start, stop)
            draft = FacilityDraft(venue.name, wikidata=venue.wikidata)
            draft = found.setdefault(fold(venue.name), draft)
            draft.add(start, stop)
            document.note(self.name, start, stop, f"venue {venue.name}")
        document.entities.extend(found.values())

    def _seats(self, document: Document) -> set[int]:
        """Tokens where a building stands for the power in it: «в Кремле заявили»."""
        return {
            index
            for entity, mention in document.mentions()
            if isinstance(entity, OrganizationDraft)
            and fold(entity.short_name or "") in self._names
            for index in range(*document.token_range(mention.start, mention.stop))
        }


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
