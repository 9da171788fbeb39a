"""Mend what the tagger cannot be right about.

The nets know words by their embeddings, and a rare word («договорённость») may be tagged as a
part of speech that the dictionary says it can never be. Where the word is in the dictionary and
none of its readings has the tag, the likeliest is taken, in the case the tagger saw if it has it.
"""

from __future__ import annotations

from functools import lru_cache

from ..document import Token
from .words import fold, parses

_VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})
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
    """Correct ``pos``, ``feats`` and ``lemma`` of a noun taken for a verb."""
    if token.pos != "VERB" or not token.text.islower():
        return
    reading = _as_noun(token.text, token.feats.get("Case", ""))
    if reading is not None:
        feats, lemma = reading
        token.pos, token.feats, token.lemma = "NOUN", dict(feats), lemma


@lru_cache(maxsize=20_000)
def _as_noun(word: str, case: str) -> tuple[tuple[tuple[str, str], ...], str] | None:
    """Features and lemma of a word that can be a noun and never a verb, else None."""
    readings = parses(word)
    nouns = [r for r in readings if r.tag.POS == "NOUN"]
    if not nouns or any(r.tag.POS in _VERBAL or not r.is_known for r in readings):
        return None
    best = next((r for r in nouns if _CASES.get(str(r.tag.case)) == case), nouns[0])
    feats = (
        ("Case", _CASES.get(str(best.tag.case), "")),
        ("Gender", _GENDERS.get(str(best.tag.gender), "")),
        ("Number", _NUMBERS.get(str(best.tag.number), "")),
    )
    return tuple((k, v) for k, v in feats if v), fold(best.normal_form)
