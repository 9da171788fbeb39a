"""Parts of speech, features and lemmas."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..nlp import Models
from ..nlp.repair import repair
from ..nlp.words import fold
from ..stage import Stage


class MorphologyStage(Stage):
    """Natasha's morphology on every token."""

    name = "morphology"
    requires: ClassVar[frozenset[str]] = frozenset({"tokens", "sentences"})
    provides: ClassVar[frozenset[str]] = frozenset({"morphology"})

    def __init__(self, models: Models) -> None:
        self._models = models

    def process(self, document: Document) -> None:
        sentences = [document.sentence_tokens(s) for s in document.sentences]
        words = [[t.text for t in sentence] for sentence in sentences]
        vocabulary = self._models.vocabulary
        for sentence, markup in zip(sentences, self._models.morphology.map(words), strict=True):
            for token, tagged in zip(sentence, markup.tokens, strict=True):
                token.pos, token.feats = tagged.pos, tagged.feats
                token.lemma = fold(vocabulary.lemmatize(token.text, token.pos, token.feats))
                repair(token)
