"""Other names told in brackets after a full name: abbreviations and foreign spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document, Token
from .candidate import Candidate
from .phrase import is_latin

_ABBREVIATION = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁа-яё\-]{0,8}[A-ZА-ЯЁ]")
_QUOTES = '»”"'
_LONGEST = 10


def tied_abbreviation(document: Document, candidate: Candidate) -> Token | None:
    """The token of «(ФСЭГ)» that stands right after a name of several words, else None."""
    if candidate.last - candidate.first < 2:
        return None
    for first, last in bracketed(document, candidate):
        token = document.tokens[first]
        if last == first + 1 and _ABBREVIATION.fullmatch(token.text):
            return token
    return None


def foreign_names(document: Document, candidate: Candidate) -> Iterator[tuple[int, int]]:
    """Token ranges of «(Bank of China)» after a name in Cyrillic letters."""
    if is_latin(document.tokens[candidate.head].text):
        return
    for first, last in bracketed(document, candidate):
        words = document.tokens[first:last]
        if all(is_latin(t.text) for t in words) and words[0].text[0].isupper():
            yield first, last


def bracketed(document: Document, candidate: Candidate) -> Iterator[tuple[int, int]]:
    """Token ranges of what stands in the brackets right after a name, up to a comma in each."""
    tokens, index = document.tokens, candidate.last
    if index < len(tokens) and tokens[index].text in _QUOTES:
        index += 1
    while index + 2 < len(tokens) and tokens[index].text == "(":
        first = last = index + 1
        while last < min(len(tokens), first + _LONGEST) and tokens[last].text not in {
            ")",
            ",",
            ";",
        }:
            last += 1
        if last >= len(tokens) or tokens[last].text not in {")", ",", ";"} or last == first:
            return
        yield first, last
        index = last + 1 if tokens[last].text == ")" else last + 2
        if tokens[last].text != ")":
            return
