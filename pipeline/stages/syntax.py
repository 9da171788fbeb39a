"""Dependency trees by Natasha's parser."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document, Token
from ..nlp import Models
from ..nlp.heads import mended
from ..stage import Stage


class SyntaxStage(Stage):
    """Natasha's trees; heads become token indices of the document, cycles are cut."""

    name = "syntax"
    requires: ClassVar[frozenset[str]] = frozenset({"tokens", "sentences"})
    provides: ClassVar[frozenset[str]] = frozenset({"syntax"})

    def __init__(self, models: Models) -> None:
        self._models = models

    def process(self, document: Document) -> None:
        parsed = self._models.nets.syntax(document.words())
        for place, (heads, rels) in zip(document.sentences, parsed, strict=True):
            sentence, first = document.sentence_tokens(place), place.first
            for token, head, rel in zip(sentence, heads, rels, strict=True):
                token.rel = rel
                token.head = first + head - 1 if head > 0 else -1
            _cut_cycles(sentence, first)
            mended(sentence, first)


def _cut_cycles(sentence: list[Token], first: int) -> None:
    """The parser picks each head alone, so rings occur; the first token met twice is a root."""
    safe: set[int] = set()
    for token in sentence:
        path: list[Token] = []
        seen: set[int] = set()
        while token.head >= 0 and token.index not in safe:
            if token.index in seen:
                token.head = -1
                break
            seen.add(token.index)
            path.append(token)
            token = sentence[token.head - first]
        safe.update(t.index for t in path)
