"""The nominative of a word or a name in running text."""

from __future__ import annotations

from typing import Any

from ..document import Document, Token
from ..nlp.inflection import inflect
from ..nlp.words import CASES, like, parses

# Universal Dependencies values as OpenCorpora grammemes.
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_POS = {
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN", "ADJF"},
    "ADJ": {"ADJF", "PRTF"},
    "VERB": {"PRTF"},
    "DET": {"ADJF"},
    "NUM": {"NUMR", "ADJF"},
}
_MODIFIERS = {"ADJ", "DET", "VERB", "NUM"}


def nominative(token: Token) -> str:
    """The word in the nominative, number kept, in its own letter case; itself if unknown."""
    if token.feats.get("Case") == "Nom" or _fixed(token):
        return token.text
    parse = _parse(token)
    form = inflect(parse, "nomn") if parse is not None else None
    return like(form, token.text) if form else token.text


def phrase_nominative(document: Document, first: int, head: int, last: int) -> str:
    """Tokens ``[first, last)`` with the head and what agrees before it in the nominative."""
    tokens, text = document.tokens, document.text
    case = tokens[head].feats.get("Case")
    out: list[str] = []
    for index in range(first, last):
        token = tokens[index]
        if index > first:
            out.append(text[tokens[index - 1].stop : token.start])
        agrees = index < head and token.pos in _MODIFIERS and token.feats.get("Case") == case
        out.append(nominative(token) if index == head or agrees else token.text)
    return " ".join("".join(out).split())


def _fixed(token: Token) -> bool:
    """Abbreviations, Latin and numerals do not decline on paper."""
    text = token.text
    return len(text) < 2 or text.isupper() or text.isascii() or text[-1].isupper()


def _parse(token: Token) -> Any | None:
    """The dictionary reading that fits the tagger's case, number and gender best."""
    wanted = _POS.get(token.pos, set())
    case = CASES.get(token.feats.get("Case", ""))
    number = _NUMBERS.get(token.feats.get("Number", ""))
    gender = _GENDERS.get(token.feats.get("Gender", ""))
    best, best_score = None, 0
    for parse in parses(token.text):
        tag = parse.tag
        score = 4 * (tag.POS in wanted) + 3 * (tag.case == case) + 2 * (tag.number == number)
        score += tag.gender == gender
        if tag.case is not None and score > best_score:
            best, best_score = parse, score
    return best
