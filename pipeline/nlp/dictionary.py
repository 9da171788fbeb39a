"""The morphological dictionary, loaded once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from . import compat  # noqa: F401  (mends pymorphy3)

_STATES = 20_000


@lru_cache(maxsize=1)
def analyzer() -> Any:
    """The dictionary (pymorphy3 ``MorphAnalyzer``), loaded when first asked for."""
    import pymorphy3

    morphology = pymorphy3.MorphAnalyzer(lang="ru")
    dictionary = morphology.dictionary
    for automaton in (dictionary.words, *dictionary.prediction_suffixes_dawgs):
        _remember_values(automaton)
    return morphology


def _remember_values(automaton: Any) -> None:
    """Words of one declension end in one state of the automaton: what follows it is read once."""
    read = getattr(automaton, "_value_for_index", None)
    if read is not None:  # the reader in C has no need of it
        automaton._value_for_index = lru_cache(maxsize=_STATES)(read)
