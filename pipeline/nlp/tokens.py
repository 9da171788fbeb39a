"""Razdel's tokens, found without asking its rules where none can apply.

Nine of ten times two neighbouring pieces of text are apart or are a word and a comma: a rule that
joins pieces needs a dash, a figure, two marks in a row or a strange letter. Only there razdel's
own rules are asked, so the tokens are razdel's.
"""

from __future__ import annotations

from collections.abc import Iterator

from razdel.rule import JOIN
from razdel.segmenters.punct import DASHES
from razdel.segmenters.tokenize import ATOM, LAT, PUNCTS, RU, RULES, Atom, TokenSplit

_WORDS = frozenset({RU, LAT})
_MARKS = frozenset(PUNCTS) - frozenset(DASHES + "_/\\!")
"""Marks before or after which no rule joins a word."""
_WINDOW = 3

Piece = tuple[int, int, str]


def tokenize(text: str) -> Iterator[tuple[int, int]]:
    """``(start, stop)`` of every token, in order."""
    pieces: list[Piece] = [
        (found.start(), found.end(), str(found.lastgroup)) for found in ATOM.finditer(text)
    ]
    if not pieces:
        return
    start, stop, kind = pieces[0]
    for index in range(1, len(pieces)):
        first, last, other = pieces[index]
        apart = first > stop or not _may_join(text, stop, kind, other)
        if apart or not _joined(text, pieces, index, start):
            yield start, stop
            start = first
        stop, kind = last, other
    yield start, stop


def _may_join(text: str, at: int, left: str, right: str) -> bool:
    """Whether a rule can join the pieces that meet here."""
    if left in _WORDS:
        return text[at] not in _MARKS
    return right not in _WORDS or text[at - 1] not in _MARKS


def _joined(text: str, pieces: list[Piece], index: int, start: int) -> bool:
    """What razdel's rules say of the piece and the token that ends before it."""
    left = [_atom(text, p) for p in pieces[max(0, index - _WINDOW) : index]]
    right = [_atom(text, p) for p in pieces[index : index + _WINDOW]]
    split = TokenSplit(left, "", right)
    split.buffer = text[start : pieces[index - 1][1]]
    for rule in RULES:
        action = rule(split)
        if action:
            return bool(action == JOIN)
    return False


def _atom(text: str, piece: Piece) -> Atom:
    start, stop, kind = piece
    return Atom(start, stop, kind, text[start:stop])
