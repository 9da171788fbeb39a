"""Organizations: full names with their owners, one entity each."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..knowledge import Lexicon
from ..knowledge.organizations import OrganizationsLexicon
from ..knowledge.titles import TitlesLexicon
from ..naming.candidate import settle
from ..naming.echoes import SpellingEchoes
from ..naming.organizations import OrganizationKnowledge, OrganizationReader
from ..naming.registry import OrganizationRegistry
from ..stage import Stage


class OrganizationsStage(Stage):
    """Bodies and firms by name or by a fixed descriptor with an owner."""

    name = "organizations"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"tokens", "morphology", "names", "syntax", "regions"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"organizations"})

    def __init__(self, lexicon: Lexicon) -> None:
        posts = frozenset(lexicon.read(TitlesLexicon).heads)
        self._knowledge = OrganizationKnowledge(lexicon.read(OrganizationsLexicon), posts)

    def process(self, document: Document) -> None:
        reader = OrganizationReader(document, self._knowledge)
        registry = OrganizationRegistry(document, reader)
        settled = settle(reader.candidates())
        for candidate in [*settled, *SpellingEchoes(reader.phrases, settled).find()]:
            registry.add(candidate)
        document.entities += registry.finish()
        own_by_last_word(document)


def own_by_last_word(document: Document) -> None:
    """A body of government without an owner is of the region that its name ends in."""
    regions = [(r, m) for r in document.regions() for m in r.mentions if m.kind != "adjective"]
    for body in document.organizations():
        if body.kind != "government" or body.owner is not None:
            continue
        for mention in body.mentions:
            ends = [r for r, m in regions if m.stop == mention.stop and m.start > mention.start]
            if ends:
                body.owner = ends[0]
                break
