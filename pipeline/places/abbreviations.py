"""Abbreviations of several places («РТ», «РК»), settled by what else the article names."""

from __future__ import annotations

from collections.abc import Iterator, Set
from urllib.parse import urlsplit

from ..document import Document
from ..knowledge.regions import AmbiguousAbbreviation, RegionsLexicon
from ..knowledge.registry import Place, Registry
from .match import Context, Match


class Abbreviations:
    """Finds ambiguous abbreviations once the other places of the article are known."""

    def __init__(self, lexicon: RegionsLexicon, registry: Registry) -> None:
        self._known = {entry.id: entry for entry in lexicon.ambiguous}
        self._registry = registry

    def find(self, context: Context, named: Set[str], document: Document) -> Iterator[Match]:
        """Matches with one place each; warns of those that nothing settles."""
        for token in context.tokens:
            entry = self._known.get(token.text)
            if entry is None or document.sentences[token.sentence].zone == "boilerplate":
                continue
            if entry.after and not self._follows(context, token.index, entry):
                continue
            place = self._settle(entry, named, document)
            if place is None:
                place = Place(id=f"named:{entry.id}", name=entry.id, level="other")
                choice = ", ".join(p.name for p in self._places(entry))
                message = f"«{entry.id}» may be any of: {choice}; nothing in the article settles it"
                document.warn("ambiguous_region", message, token.start, token.stop)
            yield Match(token.index, token.index + 1, (place,), "name")

    def _places(self, entry: AmbiguousAbbreviation) -> list[Place]:
        return [self._registry.places[i] for i in entry.places if i in self._registry.places]

    def _settle(
        self, entry: AmbiguousAbbreviation, named: Set[str], document: Document
    ) -> Place | None:
        places = self._places(entry)
        stated = [p for p in places if p.id in named]
        if stated:
            return stated[0]
        domain = _domain(document.article.source)
        if domain in entry.domains:
            return self._registry.places.get(entry.domains[domain])
        inside = [p for p in places if any(self._lies_in(i, p) for i in sorted(named))]
        if inside:
            return inside[0]
        return places[0] if len(places) == 1 else None

    def _lies_in(self, place: str, outer: Place) -> bool:
        known = self._registry.places.get(place)
        return known is not None and known.parent == outer.id

    def _follows(self, context: Context, index: int, entry: AmbiguousAbbreviation) -> bool:
        return any(t.lemma in entry.after for t in context.tokens[max(0, index - 3) : index])


def _domain(source: str | None) -> str:
    host = urlsplit(source or "").hostname or ""
    return host.rpartition(".")[2]
