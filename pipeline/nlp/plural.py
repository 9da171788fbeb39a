"""Plurals that the tagger takes for genitives: «Главы МИД двух стран договорились»."""

from __future__ import annotations

from ..document import Token
from .words import parses


def opens_as_plural(tokens: list[Token], first: int, head: int) -> bool:
    """Whether a noun whose phrase opens a sentence is a nominative plural read as a genitive."""
    token = tokens[head]
    opens = first == 0 or tokens[first - 1].sentence != token.sentence
    if not opens or token.feats.get("Number") != "Sing" or token.feats.get("Case") != "Gen":
        return False
    return any({"nomn", "plur"} <= p.tag.grammemes for p in parses(token.text))
