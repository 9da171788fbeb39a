"""Mend what the tagger cannot be right about.

The nets know words by their embeddings, and a rare word («договорённость») may be tagged as a part
of speech that the dictionary says it can never be. Where the word is in the dictionary and none of
its readings has the tag, the likeliest reading is taken, in the case that the tagger saw if it has it.
"""

from __future__ import annotations

from functools import lru_cache

from ..document import Token
from .words import fold, parses

_POS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "GRND": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
}
_OPEN = frozenset({"NOUN", "VERB"})
_CASES = {
    "nomn": "Nom",
    "gent": "Gen",
    "gen2": "Gen",
    "datv": "Dat",
    "accs": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
    "loc2": "Loc",
}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}


def repair(token: Token) -> None:
    """Correct ``pos``, ``feats`` and ``lemma`` of a noun taken for a verb or the reverse."""
    if token.pos not in _OPEN or not token.text.islower():
        return
    reading = _reading(token.text, token.pos, token.feats.get("Case", ""))
    if reading is not None:
        token.pos, feats, token.lemma = reading
        token.feats = dict(feats)


@lru_cache(maxsize=20_000)
def _reading(word: str, pos: str, case: str) -> tuple[str, tuple[tuple[str, str], ...], str] | None:
    """``(pos, feats, lemma)`` of the reading to take, None where the tag can be right."""
    readings = parses(word)
    if any(not r.is_known for r in readings) or not readings:
        return None
    if any(_POS.get(str(r.tag.POS), "other") in (pos, "other") for r in readings):
        return None
    nouns = [r for r in readings if r.tag.POS == "NOUN"]
    if pos != "VERB" or not nouns:
        return None
    best = next((r for r in nouns if _CASES.get(str(r.tag.case)) == case), nouns[0])
    feats = (
        ("Case", _CASES.get(str(best.tag.case), "")),
        ("Gender", _GENDERS.get(str(best.tag.gender), "")),
        ("Number", _NUMBERS.get(str(best.tag.number), "")),
    )
    return "NOUN", tuple((k, v) for k, v in feats if v), fold(best.normal_form)
