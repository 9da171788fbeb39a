"""The nominative of a name that no dictionary has, by the ending of its case.

«Тхыонгу» is a dative of «Тхыонг», «Кхоем» an instrumental of «Кхой», «Рамафозой» one of «Рамафоза».
A word without an ending of the case stays as it is: «Аракчи», «Субианто».
"""

from __future__ import annotations

import re
from functools import lru_cache

from .words import fold, known_parses

_AFTER_CONSONANT = "(?<=[бвгджзклмнпрстфхцчшщ])"
_AFTER_VOWEL = "(?<=[аеёиоуыэюя])"
_HUSHING = "(?<=[жшчщц])"
_MASCULINE = {
    "Gen": (
        (f"{_AFTER_CONSONANT}а$", ""),
        ("(?<=[аеоуыэ])я$", "й"),
        (f"{_AFTER_CONSONANT}я$", "ь"),
    ),
    "Dat": (
        (f"{_AFTER_CONSONANT}у$", ""),
        (f"{_AFTER_VOWEL}ю$", "й"),
        (f"{_AFTER_CONSONANT}ю$", "ь"),
    ),
    "Ins": (
        (f"{_AFTER_CONSONANT}ом$", ""),
        (f"{_HUSHING}ем$", ""),
        (f"{_AFTER_VOWEL}ем$", "й"),
        ("(?<=[лн])ем$", "ь"),
        ("(?<=ов|ев|ёв|ин|ын)ым$", ""),
        ("(?<=[сц]к)им$", "ий"),
    ),
    "Loc": ((f"{_AFTER_CONSONANT}е$", ""),),
}
_IN_A = {
    "Gen": ((f"{_AFTER_CONSONANT}ы$", "а"), ("ии$", "ия")),
    "Acc": ((f"{_AFTER_CONSONANT}у$", "а"), ("(?<=[ьи])ю$", "я")),
    "Dat": ((f"{_AFTER_CONSONANT}е$", "а"), ("ье$", "ья"), ("ии$", "ия")),
    "Ins": ((f"{_AFTER_CONSONANT}ой$", "а"), (f"{_HUSHING}ей$", "а"), ("(?<=[ьий])ей$", "я")),
}
_MASCULINE["Acc"] = _MASCULINE["Gen"]
_NAMES = frozenset({"Name", "Surn", "Patr"})
_CACHE = 8_000
_LEAST = 2
"""Letters left of a name without its ending."""


@lru_cache(maxsize=_CACHE)
def is_unknown(word: str) -> bool:
    """Whether the dictionary only guesses at the word."""
    return not known_parses(word)


@lru_cache(maxsize=_CACHE)
def is_no_known_name(word: str) -> bool:
    """Whether the dictionary has no such name: it guesses, or knows a common word («чин»)."""
    return not any(_NAMES & p.tag.grammemes for p in known_parses(word))


@lru_cache(maxsize=_CACHE)
def is_mans(word: str, case: str) -> bool:
    """Whether the ending is one that in this case only men's names have: «Шахбаза»."""
    return _by_rules(word, _MASCULINE.get(case, ())) is not None


@lru_cache(maxsize=_CACHE)
def nominative(word: str, case: str) -> str:
    """The name in the nominative; its halves alike where it has a hyphen («Фостену-Арканжу»)."""
    first, hyphen, rest = word.rpartition("-")
    last = _simple(rest, case)
    if not hyphen or (last == rest and case != "Ins"):
        return first + hyphen + last
    return "-".join(_declined(p, case) for p in first.split("-")) + hyphen + last


def _declined(part: str, case: str) -> str:
    """The first half of a double name: what ends in a vowel may be no case («Ахмади-Нежада»)."""
    return _by_rules(part, _MASCULINE.get(case, ())) or part


def _simple(word: str, case: str) -> str:
    if not word[:1].isupper():
        return word
    found = _by_rules(word, _MASCULINE.get(case, ()))
    if found is None:
        found = _by_rules(word, _IN_A.get(case, ()))
    return found or word


def _by_rules(word: str, rules: tuple[tuple[str, str], ...]) -> str | None:
    small = fold(word)
    for ending, own in rules:
        found = re.search(ending, small)
        if found is not None and found.start() >= _LEAST:
            return word[: found.start()] + own
    return None
