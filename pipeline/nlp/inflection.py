"""Forms of words by their paradigm, without building every form to find one.

pymorphy3 inflects by writing out the whole lexeme. Which form of a paradigm is wanted depends on
the paradigm and the grammemes alone, so it is found once; the word is then stem and ending.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from .dictionary import analyzer

_CACHE = 20_000
_SOFT = re.compile("(ий|его|ему|им|ем|ая|ей|ею|ую|ее|ие|их|ими)$")
_SOFT_NOMINATIVE = {"masc": "ий", "femn": "ая", "neut": "ее", "plur": "ие"}
"""Endings of adjectives such as «высший»."""


def inflect(parse: Any, *grammemes: str) -> str | None:
    """The form of a reading (pymorphy3 ``Parse``) with these grammemes, None if it has none.

    The same as ``parse.inflect(grammemes).word``, but that «высшего» stays «высший»: its paradigm
    has two superlatives, and the other («высочайший») comes first.
    """
    if "nomn" in grammemes and "Supr" in parse.tag:
        return _superlative(parse, frozenset(grammemes))
    before = _before_paradigm(parse.methods_stack)
    if before is None:
        form = parse.inflect(frozenset(grammemes))
        return str(form.word) if form is not None else None
    _, word, paradigm, index = parse.methods_stack[0]
    wanted = _place(paradigm, index, frozenset(grammemes))
    if wanted is None:
        return None
    dictionary = analyzer().dictionary
    table = dictionary.paradigms[paradigm]
    count = len(table) // 3
    prefix = dictionary.paradigm_prefixes[table[2 * count + wanted]]
    ending = dictionary.suffixes[table[wanted]]
    return f"{before}{prefix}{dictionary.build_stem(table, index, word)}{ending}"


def _superlative(parse: Any, grammemes: frozenset[str]) -> str:
    tag = parse.tag
    plural = "plur" in grammemes or ("sing" not in grammemes and tag.number == "plur")
    gender = next((g for g in ("masc", "femn", "neut") if g in grammemes), tag.gender or "masc")
    return _SOFT.sub("", parse.word) + _SOFT_NOMINATIVE["plur" if plural else gender]


def _before_paradigm(methods: tuple[tuple[Any, ...], ...]) -> str | None:
    """What stands before the word that the paradigm is of («вице-»); None where the reading is
    neither a dictionary word's, nor one guessed by its ending or without its beginning.
    """
    from pymorphy3 import units

    if not isinstance(methods[0][0], units.DictionaryAnalyzer):
        return None
    before = ""
    for method in methods[1:]:
        if isinstance(method[0], (units.KnownPrefixAnalyzer, units.UnknownPrefixAnalyzer)):
            before = method[1] + before
        elif not isinstance(method[0], units.KnownSuffixAnalyzer):
            return None
    return before


@lru_cache(maxsize=_CACHE)
def _place(paradigm: int, index: int, grammemes: frozenset[str]) -> int | None:
    """Where in the paradigm the wanted form stands, starting from the one at ``index``."""
    from pymorphy3.units import DictionaryAnalyzer

    morphology = analyzer()
    unit = next(u.analyzer for u in morphology._units if isinstance(u.analyzer, DictionaryAnalyzer))
    prefix, tag, ending = morphology.dictionary.build_paradigm_info(paradigm)[index]
    word = prefix + ending
    parse = morphology._result_type(word, tag, word, 1.0, ((unit, word, paradigm, index),))
    found = parse.inflect(grammemes)
    return int(found.methods_stack[0][3]) if found is not None else None
