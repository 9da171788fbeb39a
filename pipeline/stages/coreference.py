"""Coreference: bare posts, pronouns and common nouns tied to what they speak of.

A wrong tie is worse than none: where two antecedents fit, none is taken.
"""

from __future__ import annotations

from typing import ClassVar

from ..coreference.leaders import LeaderLinker
from ..coreference.owners import OwnerLinker
from ..coreference.places import PlaceLinker
from ..coreference.predicates import PredicateLinker
from ..coreference.pronouns import PronounLinker
from ..coreference.protagonist import ProtagonistLinker
from ..coreference.roles import RoleLinker
from ..coreference.territories import TerritoryLinker
from ..document import Document
from ..knowledge import Lexicon
from ..knowledge.leaders import LeadersLexicon
from ..knowledge.professions import ProfessionsLexicon
from ..knowledge.titles import TitlesLexicon
from ..stage import Stage


class CoreferenceStage(Stage):
    """Roles first, since pronouns may follow them; then places and bodies by their kind."""

    name = "coreference"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"people", "roles", "regions", "organizations", "events", "syntax"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"coreference"})

    def __init__(self, lexicon: Lexicon) -> None:
        titles = lexicon.read(TitlesLexicon)
        self._roles = RoleLinker(titles)
        self._leaders = LeaderLinker(self._roles, lexicon.read(LeadersLexicon))
        self._owners = OwnerLinker(self._roles, titles)
        self._territories = TerritoryLinker(titles)
        self._places = PlaceLinker(titles)
        self._pronouns = PronounLinker()
        self._protagonist = ProtagonistLinker(lexicon.read(ProfessionsLexicon))
        self._predicates = PredicateLinker(titles)

    def process(self, document: Document) -> None:
        self._predicates.link(document)
        known = self._leaders.link(document)
        self._owners.link(document, known)
        self._roles.link(document, known)
        self._places.link(document)
        self._pronouns.link(document)
        # Once more: «Он стал министром» waits for its pronoun.
        self._predicates.link(document, dropped=True)
        self._territories.link(document, known)
        self._protagonist.link(document)
