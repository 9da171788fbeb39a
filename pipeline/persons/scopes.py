"""What tells for what and where a post is, past its owner: it belongs to the phrase.

«спецпредставитель президента РФ по Ближнему Востоку и странам Африки», «директор «Филипса» в
России, на Украине и в Казахстане», «министр науки, инноваций и высшего образования».
"""

from __future__ import annotations

from collections.abc import Callable

from ..document import Token

_FIELD = 7
_LIST = 14
_PLACED = ("в", "на")
_NOMINAL = ("NOUN", "ADJ", "PROPN")

PlaceAt = Callable[[int], int]
"""Past the region or body that starts at a token, 0 where none does."""


def past_field(tokens: list[Token], at: int, place: PlaceAt, names: set[int]) -> int:
    """Past «по» and its datives with what they govern; ``names`` are where persons' names start."""
    first = at + 1
    if first >= len(tokens) or tokens[at].lemma != "по" or _case(tokens[first]) != "Dat":
        return at
    index = first
    while index < min(len(tokens), first + _FIELD) and index not in names:
        token = tokens[index]
        past = place(index)
        if past:
            index = past
        elif token.lemma == "и" or (token.pos in _NOMINAL and _case(token) in ("Dat", "Gen")):
            index += 1
        else:
            break
    return index


def past_places(tokens: list[Token], at: int, place: PlaceAt) -> int:
    """Past «, на Украине, в Белоруссии и Казахстане»: places that go on a list."""
    while at + 1 < len(tokens) and tokens[at].lemma in (",", "и"):
        index = at + 1 + (tokens[at + 1].lemma in _PLACED)
        past = place(index)
        placed = index > at + 1 or (past and _case(tokens[index]) == "Loc")
        if not past or not placed:
            break
        at = past
    return at


def enumerates(tokens: list[Token], at: int, is_head: Callable[[Token], bool]) -> bool:
    """Whether the comma at ``at`` parts fields of one office that «и» closes."""
    case = _case(tokens[at - 1])
    if tokens[at].text != "," or case not in ("Gen", "Dat"):
        return False
    for token in tokens[at + 1 : at + _LIST]:
        if token.lemma == "и":
            return tokens[token.index - 1].text != ","
        small = token.text[0].islower() and token.pos in _NOMINAL and not is_head(token)
        if token.text != "," and not (small and _case(token) in (case, "Gen")):
            return False
    return False


def _case(token: Token) -> str:
    return token.feats.get("Case", "")
