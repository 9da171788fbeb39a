"""Natasha's models, loaded once and shared by the stages that need them."""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version
from typing import Any

from . import compat  # noqa: F401  (must come before natasha)


class Models:
    """Natasha's tools; each is loaded when first asked for. Not safe to share between threads."""

    @cached_property
    def segmenter(self) -> Any:
        """Razdel's sentence splitter and tokenizer."""
        from natasha import Segmenter

        return Segmenter()

    @cached_property
    def embedding(self) -> Any:
        """The word embeddings that the three nets share."""
        from natasha import NewsEmbedding

        return NewsEmbedding()

    @cached_property
    def morphology(self) -> Any:
        """The morphology tagger."""
        from natasha import NewsMorphTagger

        return NewsMorphTagger(self.embedding)

    @cached_property
    def syntax(self) -> Any:
        """The dependency parser."""
        from natasha import NewsSyntaxParser

        return NewsSyntaxParser(self.embedding)

    @cached_property
    def names(self) -> Any:
        """The name tagger (PER, LOC, ORG)."""
        from natasha import NewsNERTagger

        return NewsNERTagger(self.embedding)

    @cached_property
    def vocabulary(self) -> Any:
        """The morphological dictionary (pymorphy3 behind Natasha's interface)."""
        from natasha import MorphVocab

        return MorphVocab()

    @staticmethod
    def versions() -> dict[str, str]:
        """Package name to version for everything that shapes a record."""
        packages = ("natasha", "navec", "pymorphy3", "pymorphy3-dicts-ru", "razdel", "slovnet")
        return {name: version(name) for name in packages}
