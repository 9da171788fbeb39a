"""Parts of speech, features and lemmas."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..nlp import Models
from ..nlp.readings import read
from ..stage import Stage


class MorphologyStage(Stage):
    """Natasha's morphology on every token, mended by the dictionary."""

    name = "morphology"
    requires: ClassVar[frozenset[str]] = frozenset({"tokens", "sentences"})
    provides: ClassVar[frozenset[str]] = frozenset({"morphology"})

    def __init__(self, models: Models) -> None:
        self._models = models

    def process(self, document: Document) -> None:
        tagged = self._models.nets.morphology(document.words())
        for sentence, tags in zip(document.sentences, tagged, strict=True):
            for token, tag in zip(document.sentence_tokens(sentence), tags, strict=True):
                reading = read(token.text.lower(), tag)
                token.pos, token.feats = reading.pos, dict(reading.feats)
                token.lemma = reading.lemma
