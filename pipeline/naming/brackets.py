"""Abbreviations told in brackets after a full name."""

from __future__ import annotations

import re

from ..document import Document, Token
from .candidate import Candidate

_ABBREVIATION = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁа-яё\-]{0,8}[A-ZА-ЯЁ]")
_QUOTES = '»”"'


def tied_abbreviation(document: Document, candidate: Candidate) -> Token | None:
    """The token of «(ФСЭГ)» that stands right after a name of several words, else None."""
    tokens, index = document.tokens, candidate.last
    if index < len(tokens) and tokens[index].text in _QUOTES:
        index += 1
    if candidate.last - candidate.first < 2 or index + 2 >= len(tokens):
        return None
    opening, short, closing = tokens[index : index + 3]
    if opening.text != "(" or closing.text not in {")", ",", ";"}:
        return None
    return short if _ABBREVIATION.fullmatch(short.text) else None
