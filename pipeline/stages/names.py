"""Flat names (PER, LOC, ORG) by Natasha's tagger, over the whole text at once."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document, NameSpan
from ..nlp import Models
from ..stage import Stage


class NamesStage(Stage):
    """Natasha's names; it reads whole documents, as per sentence it finds fewer persons."""

    name = "names"
    provides: ClassVar[frozenset[str]] = frozenset({"names"})

    def __init__(self, models: Models) -> None:
        self._models = models

    def process(self, document: Document) -> None:
        if not document.text.strip():
            return
        markup = self._models.names(document.text)
        document.names = [
            NameSpan(s.start, s.stop, s.type, document.text[s.start : s.stop]) for s in markup.spans
        ]
