"""Names, aliases, abbreviations, adjectives and demonyms of the registry, found in tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from schemas import MentionKind

from ..document import Token
from ..knowledge.registry import Form, Place, Registry
from ..nlp.foreign import is_unknown, nominative
from ..nlp.words import CASES, fold, lemmas, nominatives, parses
from .match import Match

_ORDINAL = re.compile(r"(\d{1,3})-?(?:го|му|м|й|ом|ым)")
_LAND = re.compile("ь(?:я|ю|ем)$")
"""Endings of lands such as «Приангарье»."""
_SMALL = 100_000
_CACHE = 20_000
_FEW = 10_000


class Gazetteer:
    """Matches a registry against tokens by their nominatives, so that any case form is found."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        aliases = (f for f in registry.forms() if f.kind == "alias")
        self._alias_openings = openings(aliases)
        self._opening = lru_cache(maxsize=_CACHE)(self._find_opening)
        self._described = lru_cache(maxsize=_FEW)(self._find_described)

    def at(self, tokens: list[Token], index: int, stop: int) -> Match | None:
        """The longest match that starts at ``index`` and ends before ``stop``; None if none."""
        token = tokens[index]
        word = token.text
        abbreviation = self.registry.abbreviation(word)
        if abbreviation is not None and not self._longer(tokens, index, stop):
            weak = abbreviation.weak
            return Match(index, index + 1, (abbreviation.place,), "name", weak)
        capital = word[:1].isupper() or word[:1].isdigit()
        if not capital and token.lemma not in self._alias_openings:
            return self.adjective(token)
        found = self._names(tokens, index, stop, capital)
        return found or self.adjective(token)

    def adjective(self, token: Token) -> Match | None:
        """An adjective or a demonym of one word."""
        places = self._described(token.text)
        return Match(token.index, token.index + 1, places, "adjective") if places else None

    def compound(self, token: Token) -> list[Match]:
        """The parts of «российско-китайский», each with its own place; empty if not all known."""
        parts = token.text.split("-")
        if len(parts) < 2 or token.pos not in ("ADJ", "NOUN", "PROPN"):
            return []
        found: list[Match] = []
        at = token.start
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            place = self._ending(part) if last else self.registry.prefix(fold(part))
            if place is not None:
                end = at + len(part)
                found.append(
                    Match(token.index, token.index + 1, (place,), "adjective", False, at, end)
                )
            at += len(part) + 1
        return found if len(found) == len(parts) else []

    def _ending(self, part: str) -> Place | None:
        for lemma in _readings(part, "ADJF"):
            places = self.registry.adjective(lemma)
            if places:
                return places[0]
        return None

    def _longer(self, tokens: list[Token], index: int, stop: int) -> bool:
        return self._names(tokens, index, stop, True) is not None

    def _names(self, tokens: list[Token], index: int, stop: int, capital: bool) -> Match | None:
        best: list[Form] = []
        for form in self._opening(tokens[index].text):
            if best and len(form.words) < len(best[0].words):
                break
            if (capital or form.kind == "alias") and self._fits(form, tokens, index, stop):
                best.append(form)
        if not best:
            return None
        places = tuple(dict.fromkeys(f.place for f in best))
        kind: MentionKind = "name" if best[0].kind == "name" else "alias"
        weak = best[0].weak or (best[0].kind == "name" and self._minor(best))
        return Match(index, index + len(best[0].words), places, kind, weak)

    def _find_described(self, word: str) -> tuple[Place, ...]:
        """The places that an adjective describes, else those whose people a noun names."""
        known = self.registry
        places = [p for lemma in _readings(word, "ADJF") for p in known.adjective(lemma)]
        if not places:
            places = [p for lemma in _readings(word, "NOUN") for p in known.demonym(lemma)]
        return tuple(dict.fromkeys(places))

    def _find_opening(self, word: str) -> list[Form]:
        forms = [f for n in sorted(_forms(word)) for f in self.registry.starting(n)]
        return sorted(forms, key=lambda f: -len(f.words))

    def _minor(self, forms: list[Form]) -> bool:
        return all(f.place.id.startswith("city-") and f.place.population < _SMALL for f in forms)

    def _fits(self, form: Form, tokens: list[Token], index: int, stop: int) -> bool:
        last = index + len(form.words)
        if last > stop:
            return False
        pairs = zip(form.words, tokens[index:last], strict=True)
        return all(word in _forms(token.text) for word, token in pairs)


@lru_cache(maxsize=_CACHE)
def _forms(word: str) -> frozenset[str]:
    """The nominatives a word may be a form of; an ordinal in figures is «47-й» in any case.

    What the dictionary lacks is read by its ending: «Хубэя» is of «Хубэй», «Приангарья» of
    «Приангарье».
    """
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return nominatives(word) | {f"{ordinal[1]}-й"}
    if not word[:1].isupper() or not is_unknown(word):
        return nominatives(word)
    land = _LAND.sub("ье", fold(word))
    return nominatives(word) | {land, *(fold(nominative(word, case)) for case in CASES)}


@lru_cache(maxsize=_CACHE)
def _readings(word: str, pos: str) -> tuple[str, ...]:
    found = (fold(p.normal_form) for p in parses(word) if pos == p.tag.POS)
    return tuple(dict.fromkeys(found))


def openings(forms: Iterable[Form]) -> frozenset[str]:
    """The lemmas with which the forms may open in a text."""
    return frozenset(n for f in forms for n in [*lemmas(f.words[0]), f.words[0]])
