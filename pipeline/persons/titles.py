"""The title of a post in the nominative: adjectives and head inflected, the rest as written."""

from __future__ import annotations

from ..document import Token
from ..nlp.inflection import inflect
from ..nlp.words import fold, like, parses

_ATTRIBUTES = frozenset({"ADJ", "VERB", "CCONJ", "PROPN"})
_SEXES = {"Fem": "femn", "Masc": "masc"}


def nominative_title(before: list[Token], head: Token, after: list[Token]) -> str:
    """«генеральным директором завода» → «генеральный директор завода».

    ``before`` are the words of the title that precede its head, ``after`` those that follow.
    """
    gender = head.feats.get("Gender", "")
    words = [_nominative(t, gender) for t in before if t.pos in _ATTRIBUTES]
    words.append(_nominative(head, gender))
    tail = [t.text for t in after if t.text not in "()"]
    return _joined([*words, *tail])


def _joined(words: list[str]) -> str:
    """Words with spaces between, none before a mark or inside quotation marks."""
    out = ""
    for word in words:
        glued = not out or word in "»”,.:;%" or out[-1] in "«“„("
        out += word if glued else " " + word
    return out


def _nominative(token: Token, gender: str) -> str:
    """A word of a title in the nominative singular, lower case but for abbreviations."""
    if token.text.isupper() and len(token.text) > 1:
        return token.text
    if token.pos in ("NOUN", "PROPN", "X") and not token.lemma.endswith("ть"):
        return _with_yo(token)
    for parse in parses(token.text):
        if parse.tag.POS in ("ADJF", "PRTF"):
            form = inflect(parse, "nomn", "sing", _SEXES.get(gender, "masc"))
            if form is not None:
                return form
    return like(fold(token.lemma), token.lemma)


def _with_yo(token: Token) -> str:
    """The lemma with its ё where the text writes ё."""
    if "ё" in token.text:
        for parse in parses(token.text):
            if fold(parse.normal_form) == token.lemma:
                return str(parse.normal_form)
    return token.lemma
