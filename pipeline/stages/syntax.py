"""Dependency trees by Natasha's parser."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document, Token
from ..nlp import Models
from ..stage import Stage


class SyntaxStage(Stage):
    """Natasha's trees; heads become token indices of the document, cycles are cut."""

    name = "syntax"
    requires: ClassVar[frozenset[str]] = frozenset({"tokens", "sentences"})
    provides: ClassVar[frozenset[str]] = frozenset({"syntax"})

    def __init__(self, models: Models) -> None:
        self._models = models

    def process(self, document: Document) -> None:
        sentences = [document.sentence_tokens(s) for s in document.sentences]
        words = [[t.text for t in sentence] for sentence in sentences]
        for sentence, markup in zip(sentences, self._models.syntax.map(words), strict=True):
            first = sentence[0].index
            for token, parsed in zip(sentence, markup.tokens, strict=True):
                head = int(parsed.head_id)
                token.rel = parsed.rel
                token.head = first + head - 1 if 0 < head <= len(sentence) else -1
            _cut_cycles(sentence, first)


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
