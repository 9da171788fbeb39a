"""Mend what the tagger cannot be right about.

The nets know words by their embeddings, and a rare word («договорённость») or a bare one at the
start of a sentence («Говорили о …») may be tagged as a part of speech that the dictionary says it
can never be. Where every reading in the dictionary is of another kind, the likeliest is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .words import UD_CASES, fold, parses

_VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})
_BARE = frozenset({"VERB", "INFN", "PRTS", "GRND"})
_FEATURES = {
    "case": ("Case", UD_CASES),
    "gender": ("Gender", {"masc": "Masc", "femn": "Fem", "neut": "Neut"}),
    "number": ("Number", {"sing": "Sing", "plur": "Plur"}),
    "tense": ("Tense", {"past": "Past", "pres": "Pres", "futr": "Fut"}),
    "person": ("Person", {"1per": "1", "2per": "2", "3per": "3"}),
    "aspect": ("Aspect", {"perf": "Perf", "impf": "Imp"}),
}
_FORMS = {"VERB": "Fin", "INFN": "Inf", "GRND": "Conv", "PRTF": "Part", "PRTS": "Part"}

_DEPUTY = "зам"

Reading = tuple[str, tuple[tuple[str, str], ...], str]
"""Part of speech, features, lemma."""


def repaired(word: str, pos: str, case: str, form: str = "") -> Reading | None:
    """The reading to take for a lower-case word tagged so; ``form`` is the tag's ``VerbForm``.

    None where the tag can be right or the word is not in the dictionary.
    """
    if pos not in ("VERB", "ADV", "NOUN", "PROPN", "ADJ", "X"):
        return None
    if word.startswith(_DEPUTY) and _is_deputy(word):
        return "NOUN", (("Gender", "Masc"), ("Number", "Sing")), fold(word)
    readings = parses(word)
    kinds = {str(r.tag.POS) for r in readings}
    if pos == "VERB" and "NOUN" in kinds and not kinds & _VERBAL and _all_known(readings):
        nouns = [r for r in readings if r.tag.POS == "NOUN"]
        wanted = [r for r in nouns if dict(_features(r)).get("Case") == case]
        best = (wanted or nouns)[0]
        return "NOUN", _features(best), fold(best.normal_form)
    if pos == "ADJ" and kinds == {"NOUN"} and _all_known(readings):
        best = next((r for r in readings if dict(_features(r)).get("Case") == case), readings[0])
        return "NOUN", _features(best), fold(best.normal_form)
    finite = kinds == {"VERB"}
    if pos in ("PROPN", "ADJ") and not finite:
        return None
    forbidden = kinds <= _BARE if pos != "VERB" else finite and form in ("Part", "Inf", "Conv")
    if forbidden and _all_known(readings):
        best = readings[0]
        verb_form = (("VerbForm", _FORMS[str(best.tag.POS)]),)
        return "VERB", (*_features(best), *verb_form), fold(best.normal_form)
    return None


def _is_deputy(word: str) -> bool:
    """«Замгубернатора», «замглавы»: a genitive within, no case of its own."""
    readings = parses(word)
    if any(r.is_known for r in readings):
        return any("Fixd" in r.tag for r in readings)
    inner = parses(word.removeprefix(_DEPUTY))
    wanted = {"anim", "gent", "sing"}
    return any(r.is_known and wanted <= r.tag.grammemes for r in inner)


def _all_known(readings: Sequence[Any]) -> bool:
    return bool(readings) and all(r.is_known for r in readings)


def _features(reading: Any) -> tuple[tuple[str, str], ...]:
    """Universal Dependencies features of a dictionary reading."""
    found = []
    for grammeme, (feature, values) in _FEATURES.items():
        value = values.get(str(getattr(reading.tag, grammeme)))
        if value:
            found.append((feature, value))
    return tuple(found)
