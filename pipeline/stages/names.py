"""Flat names (PER, LOC, ORG) by Natasha's tagger, over the whole text at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..document import Document, NameSpan
from ..nlp import Models
from ..stage import Stage


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

        words = [[token.text for token in document.tokens] for document in documents]
        tagged = self._models.nets.names(words)
        for document, tags in zip(documents, tagged, strict=True):
            text = document.text
            document.names = [
                NameSpan(s.start, s.stop, s.type, text[s.start : s.stop])
                for s in bio_spans(document.tokens, tags)
            ]
