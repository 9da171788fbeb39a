"""Flat names (PER, LOC, ORG) by Natasha's tagger, over the whole text at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..document import Document, NameSpan, Token
from ..nlp import Models
from ..nlp.words import known_parses
from ..stage import Stage

_LEAST = 4
"""Letters of a surname in capitals; shorter ones are abbreviations."""


class NamesStage(Stage):
    """Natasha's names; it reads whole documents, as per sentence it finds fewer persons."""

    name = "names"
    requires: ClassVar[frozenset[str]] = frozenset({"tokens"})
    provides: ClassVar[frozenset[str]] = frozenset({"names"})

    def __init__(self, models: Models) -> None:
        self._models = models

    def process(self, document: Document) -> None:
        self.process_batch([document])

    def process_batch(self, documents: Sequence[Document]) -> None:
        from slovnet.bio import bio_spans

        words = [_written(document.tokens) for document in documents]
        tagged = self._models.nets.names(words)
        for document, tags in zip(documents, tagged, strict=True):
            text = document.text
            document.names = [
                NameSpan(s.start, s.stop, s.type, text[s.start : s.stop])
                for s in bio_spans(document.tokens, tags)
            ]


def _written(tokens: Sequence[Token]) -> list[str]:
    """The words, surnames in capitals beside a given name as any other: «Анна ОРЛОВА»."""
    words = [t.text for t in tokens]
    for index, word in enumerate(words):
        if word.isupper() and len(word) >= _LEAST and word.isalpha():
            beside = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
            if any(w[1:].islower() and _is_given(w) for w in beside):
                words[index] = word.capitalize()
    return words


def _is_given(word: str) -> bool:
    return word[0].isupper() and any("Name" in p.tag for p in known_parses(word))
