"""The convolutions of one net over sentences laid end to end, with a row of zeros between.

Nothing is padded, and every matrix is made from one document's words only, so what a document
gives does not depend on the documents read beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from .packs import Floats, Layer
from .words_table import WordsTable

ROWS = 512
"""About so many words go through the layers at once: their numbers then stay in the cache."""
REACH = 3
"""How many words to each side a word's features depend on."""


class Encoder:
    """Features of words in their sentences."""

    def __init__(self, table: WordsTable, net: int, layers: Sequence[Layer]) -> None:
        self._table, self._net, self._layers = table, net, layers

    def blocks(
        self, sentences: Sequence[Sequence[str]]
    ) -> Iterator[tuple[list[Sequence[str]], Floats]]:
        """Consecutive sentences with the features of their words, one row a word."""
        block: list[Sequence[str]] = []
        size = 0
        for sentence in sentences:
            block.append(sentence)
            size += len(sentence)
            if size >= ROWS:
                yield block, self._features(block)
                block, size = [], 0
        if block:
            yield block, self._features(block)

    def whole(self, words: Sequence[str]) -> Floats:
        """Features of a long run of words, as if in one go."""
        parts = []
        for start in range(0, max(1, len(words)), ROWS):
            first = max(0, start - REACH)
            window = words[first : start + ROWS + REACH]
            rows = self._features([window])[start - first :]
            parts.append(rows[:ROWS])
        return np.concatenate(parts)

    def _features(self, sentences: Sequence[Sequence[str]]) -> Floats:
        words: list[str] = []
        gaps = [0]
        for sentence in sentences:
            words.extend(sentence)
            gaps.append(gaps[-1] + len(sentence) + 1)
        rows = np.zeros(gaps[-1] + 1, np.intp)
        real = np.ones(len(rows), bool)
        real[gaps] = False
        rows[real] = self._table.rows(words)
        values = _layer(self._table.parts(rows, self._net), self._layers[0], gaps)
        for layer in self._layers[1:]:
            values = _layer(values @ layer.weight, layer, gaps)
        return values[real]


def _layer(product: Floats, layer: Layer, gaps: list[int]) -> Floats:
    """Add up the three neighbours' parts, then ReLU and normalization; gaps stay zero."""
    width = layer.width
    values: NDArray[np.float32] = product[:, width : 2 * width] + layer.bias
    values[1:] += product[:-1, :width]
    values[:-1] += product[1:, 2 * width :]
    np.maximum(values, 0, out=values)
    values *= layer.scale
    values += layer.shift
    values[gaps] = 0
    return values
