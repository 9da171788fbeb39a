"""«Область», «республика», «город»; «компания», «министерство»: by kind, where unique."""

from __future__ import annotations

from typing import TypeVar

from ..document import Document, Token
from ..drafts import EntityDraft, RegionDraft
from ..knowledge.titles import PlaceWord, TitlesLexicon
from ..nlp.words import fold

T = TypeVar("T", bound=EntityDraft)

_FIRMS = frozenset(
    {
        "компания",
        "предприятие",
        "корпорация",
        "госкорпорация",
        "банк",
        "концерн",
        "фирма",
        "холдинг",
        "завод",
    }
)
_BODIES = frozenset({"министерство", "ведомство", "комитет"})
_LEFT = frozenset(
    {
        "каждый",
        "другой",
        "любой",
        "весь",
        "многий",
        "некоторый",
        "оба",
        "соседний",
        "иной",
        "крупный",
    }
)


class PlaceLinker:
    """Adds ``role`` mentions to the one region or body a common noun can mean."""

    def __init__(self, lexicon: TitlesLexicon) -> None:
        self._words = {w.id: w for w in lexicon.place}

    def link(self, document: Document) -> None:
        """Go over the nouns that no entity holds yet."""
        taken = {
            i for _, m in document.mentions() for i in range(*document.token_range(m.start, m.stop))
        }
        taken |= {i for r in document.roles for i in range(*document.token_range(r.start, r.stop))}
        for token in document.tokens:
            if token.index in taken or token.pos != "NOUN" or token.feats.get("Number") != "Sing":
                continue
            if self._is_described(document, token):
                continue
            found = self._antecedent(document, token)
            if found is not None:
                found.add(token.start, token.stop, "role")
                document.note("coreference", token.start, token.stop, f"is {found.name}")

    def _is_described(self, document: Document, token: Token) -> bool:
        """Whether adjectives or genitives make it another one: «соседняя область»."""
        for other in document.tokens[max(0, token.index - 2) : token.index + 3]:
            if other.head == token.index and other.rel in ("nmod", "nummod", "nummod:gov", "appos"):
                return True
            if other.head == token.index and other.lemma in _LEFT:
                return True
        return False

    def _antecedent(self, document: Document, token: Token) -> EntityDraft | None:
        word = self._words.get(token.lemma)
        if word is not None:
            return _region(document, word, token.start)
        if token.lemma in _FIRMS:
            return _only([o for o in document.organizations() if o.kind == "company"], token.start)
        if token.lemma in _BODIES:
            bodies = [o for o in document.organizations() if o.kind == "government"]
            stem = token.lemma[:6]
            named = [o for o in bodies if fold(o.name).startswith((stem, "мин"))]
            return _only(named, token.start)
        return None


def _region(document: Document, word: PlaceWord, offset: int) -> RegionDraft | None:
    fits = [r for r in document.regions() if _is_kind(r, word)]
    return _only(fits, offset)


def _is_kind(region: RegionDraft, word: PlaceWord) -> bool:
    name = fold(region.name)
    if any(n in name for n in word.names):
        return not word.levels or region.level in (*word.levels, "subject")
    return bool(word.levels) and not word.names and region.level in word.levels


def _only(found: list[T], offset: int) -> T | None:
    """The only one, if it is named before."""
    before = [e for e in found if any(m.start < offset for m in e.mentions)]
    return before[0] if len(before) == 1 and len(found) <= 2 else None
