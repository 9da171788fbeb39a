"""Adjectives and people of places that the article names: «могилёвский градоначальник», «минчане».

The registry lists those of countries and subjects; of a town or province they follow from its name.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from ..document import Token
from ..knowledge.registry import Place
from ..nlp.words import fold, parses
from .match import Context, Match

_ADJECTIVE = ("ский", "ской", "цкий")
_PEOPLE = ("чанин", "анин", "янин", "ец")
_LINKS = ("", "й", "н", "ен", "ев", "ов", "ин", "ий", "ь", "ан", "ян")
_VOWELS = "аеиоуыэюяьй"
_DECLENSION = (
    ("й", ("я", "ю", "ем", "е")),
    ("ь", ("я", "ю", "ем", "е")),
    ("га", ("ги", "ге", "гу", "гой")),
    ("ка", ("ки", "ке", "ку", "кой")),
    ("ха", ("хи", "хе", "ху", "хой")),
    ("а", ("ы", "е", "у", "ой")),
    ("я", ("и", "е", "ю", "ей")),
)
_UNITS = frozenset({"район", "округ"})
_LEAST = 4
_CACHE = 4_000


def echoes(
    tokens: Iterable[Token], places: Iterable[Place], taken: Container[int]
) -> Iterator[Match]:
    """Adjective matches among the free tokens for ``places``; of two that fit, the first."""
    stems = [(stem, place) for place in places for stem in _stems(fold(place.name))]
    for token in tokens:
        if token.index in taken or token.pos not in ("ADJ", "NOUN", "PROPN"):
            continue
        for root in _roots(token.text):
            found = next((p for stem, p in stems if _derives(root, stem)), None)
            if found is not None:
                yield Match(token.index, token.index + 1, (found,), "adjective")
                break


def among_people(
    context: Context, places: Iterable[Place], taken: Container[int]
) -> Iterator[Match]:
    """Places of the article that the tagger took for people.

    «вице-губернатор Хубэя Чэнь Вэйго», where a name swallowed one, and «Хувсгел» alone.
    """
    genitives: dict[str, Place] = {}
    cases: dict[str, Place] = {}
    for place in places:
        name = fold(place.name)
        declined = forms(name)
        genitives |= dict.fromkeys(declined[:1], place)
        if place.id.startswith("named:"):
            cases |= dict.fromkeys((name, *declined), place)
    for span in context.document.names:
        first, last = context.document.token_range(span.start, span.stop)
        if span.type != "PER" or first in taken:
            continue
        word = fold(context.tokens[first].text)
        found = cases.get(word) if last == first + 1 else None
        if found is None and context.leads_person(first, first + 1):
            found = genitives.get(word)
        if found is not None:
            yield Match(first, first + 1, (found,), "name")


def forms(name: str) -> list[str]:
    """The genitive of a name of one word, then its other cases.

    As the rule has them for names that no dictionary knows; a name in a vowel that does not decline
    has none.
    """
    if not name.isalpha():
        return []
    for ending, cases in _DECLENSION:
        if name.endswith(ending):
            stem = name[: len(name) - len(ending)]
            return [stem + case for case in cases]
    return [] if name[-1] in _VOWELS else [name + case for case in ("а", "у", "ом", "е")]


def _stems(name: str) -> list[str]:
    """The name of one word, without its last vowel, of «Витебск» without «ск» too.

    Of «Кяхтинский район» what its people and its adjective have in common: «кяхтин».
    """
    first, _, second = name.partition(" ")
    if second in _UNITS and first.endswith("ский"):
        return [first.removesuffix("ский")]
    if not name.isalpha() or len(name) < _LEAST:
        return []
    stems = {name, name.rstrip(_VOWELS)}
    if name.endswith(("ск", "цк")):
        stems.add(name[:-2])
    return sorted(s for s in stems if len(s) >= _LEAST - 1)


@lru_cache(maxsize=_CACHE)
def _roots(word: str) -> tuple[str, ...]:
    """What stands before the suffix of an adjective or of a name for people."""
    roots: dict[str, None] = {}
    for parse in parses(word):
        lemma = fold(parse.normal_form)
        endings: tuple[str, ...] = _ADJECTIVE if parse.tag.POS == "ADJF" else ()
        if parse.tag.POS == "NOUN" and "anim" in parse.tag:
            endings = _PEOPLE
        for ending in endings:
            root = lemma.removesuffix(ending)
            if root != lemma and len(root) >= _LEAST - 1:
                roots[root] = None
    return tuple(roots)


def _derives(root: str, stem: str) -> bool:
    return any(root == stem + link for link in _LINKS)
