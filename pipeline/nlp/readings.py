"""From a word and its tag to what a token carries: part of speech, features, lemma."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .nets import Tag
from .repair import repaired
from .words import fold, parses

_CACHE = 30_000


@dataclass(frozen=True, slots=True)
class Reading:
    """Part of speech, features (not to be changed: copy them) and folded lemma of a word."""

    pos: str
    feats: Mapping[str, str]
    lemma: str


@dataclass(frozen=True, slots=True)
class _Form:
    """A dictionary reading in the terms of Universal Dependencies."""

    normal: str
    pos: str
    feats: dict[str, str]


@lru_cache(maxsize=_CACHE)
def read(word: str, tag: Tag) -> Reading:
    """The reading of a lower-case word: the net's tag, mended where the dictionary forbids it."""
    mended = repaired(word, tag.pos, tag.feats.get("Case", ""), tag.feats.get("VerbForm", ""))
    if mended is not None:
        pos, feats, lemma = mended
        return Reading(pos, dict(feats), lemma)
    pos, lemma = _best(fold(word), tag)
    return Reading(pos, tag.feats, lemma)


def _best(word: str, tag: Tag) -> tuple[str, str]:
    """Part of speech and normal form: of the dictionary reading most like the tag, as Natasha
    picks it. «Среди тем» is a noun, as no determiner has that case.
    """
    from natasha.morph.lemma import best_form

    readings = parses(word)
    if tag.pos == "NOUN" and all(p.tag.POS == "PRTF" for p in readings):
        # «с временным поверенным»: a participle that is a noun has its own nominative.
        nominative = readings[0].inflect({"nomn", "sing", "masc"}) if readings else None
        return tag.pos, fold(nominative.word) if nominative is not None else word
    forms = [_Form(p.normal_form, *_universal(p.tag)) for p in readings]
    form = best_form(forms, tag.pos, tag.feats)
    if form is None:
        return tag.pos, word
    noun = tag.pos == "DET" and form.pos == "NOUN"
    return "NOUN" if noun else tag.pos, fold(form.normal)


@lru_cache(maxsize=5_000)
def _universal(tag: Any) -> tuple[str, dict[str, str]]:
    from natasha.morph.vocab import ud_feats, ud_pos

    return ud_pos(tag), dict(ud_feats(tag))
