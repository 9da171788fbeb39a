"""Words in the dictionary: parses, normal forms, inflection. Results are cached, bounded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from .dictionary import analyzer
from .inflection import inflect

CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
"""Universal Dependencies cases to the dictionary's (OpenCorpora)."""
UD_CASES = {v: k for k, v in CASES.items()} | {"gen2": "Gen", "loc2": "Loc"}
"""The dictionary's cases, second genitive and locative included, to Universal Dependencies."""

_CACHE = 20_000
_FEW = 10_000
_TITLE = re.compile(r"[А-ЯЁ][а-яё]+")
"""Words that the dictionary reads as it reads them in small letters."""


def fold(word: str) -> str:
    """Lower case with ё written as е: the form in which lexicons and lemmas are compared."""
    return word.lower().replace("ё", "е")


def fold_in_place(text: str) -> str:
    """As ``fold``, with every letter at its old offset: what has no small letter of its own
    length («İ») is left as it is.
    """
    folded = fold(text)
    if len(folded) != len(text):
        folded = "".join(small if len(small := fold(c)) == 1 else c for c in text)
    return folded


@lru_cache(maxsize=_CACHE)
def parses(word: str) -> tuple[Any, ...]:
    """All dictionary readings of a word, likeliest first (pymorphy3 ``Parse`` objects)."""
    if _TITLE.fullmatch(word):
        return parses(word.lower())
    return tuple(analyzer().parse(word))


@lru_cache(maxsize=_FEW)
def known_parses(word: str) -> tuple[Any, ...]:
    """The readings that the dictionary has itself, none where it can only guess."""
    return tuple(p for p in parses(word) if p.is_known)


@lru_cache(maxsize=_CACHE)
def lemmas(word: str) -> frozenset[str]:
    """Every normal form the word can have, folded."""
    return frozenset(fold(p.normal_form) for p in parses(word))


@lru_cache(maxsize=_CACHE)
def inflected(word: str, *grammemes: str) -> str | None:
    """The word in another form (OpenCorpora grammemes such as ``nomn``), None if it has none."""
    return inflect(parses(word)[0], *grammemes)


def like(word: str, model: str) -> str:
    """``word`` in the letter case of ``model``: upper, capitalized or as it is."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    if any(part[:1].isupper() for part in model.split("-")):
        parts = zip(word.split("-"), model.split("-") + ["x"] * word.count("-"), strict=False)
        return "-".join(w[:1].upper() + w[1:] if m[:1].isupper() else w for w, m in parts)
    return word


_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "ADJS", "NPRO"})


@lru_cache(maxsize=_CACHE)
def nominatives(word: str) -> frozenset[str]:
    """Every nominative, in the number the word stands in, of which it can be a form; folded.

    «Орла» gives «орел», «Набережных» «набережные»; the word itself is always among them.
    """
    found = {fold(word)}
    for parse in parses(word):
        form = inflect(parse, "nomn") if parse.tag.POS in _NOMINAL else None
        if form is not None:
            found.add(fold(form))
    first, hyphen, rest = word.partition("-")
    if hyphen and first and rest and not parses(word)[0].is_known:
        found |= {f"{n}-{fold(rest)}" for n in nominatives(first)}
        found |= {f"{fold(first)}-{n}" for n in nominatives(rest)}
    return frozenset(found)
