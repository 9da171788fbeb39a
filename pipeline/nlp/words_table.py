"""What each word gives to the first layer of the nets, computed once while the word is in use.

The first convolution is more than half of a net's work, and a word's part in it depends on the
word alone: its product with the weights of its left neighbour, itself and its right neighbour.
The parts of the words in use are kept in a table of bounded size; those longest out of use make
way.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .embedding import Embedding
from .packs import Floats, Pack

CAPACITY = 8192
"""Words kept: 75 MB for three nets."""
BLOCK = 64
"""Words are multiplied so many at a time, always: rounding then depends on the word alone."""

Key = tuple[int, int]
"""Numbers of the word in the embedding's vocabulary and of its shape: what the nets see of it."""


class WordsTable:
    """Rows of left, own and right parts by word; row 0 is zeros, the place beside a sentence."""

    def __init__(
        self, embedding: Embedding, packs: Sequence[Pack], capacity: int = CAPACITY
    ) -> None:
        self._words, self._unknown = embedding.numbers, embedding.unknown
        self._codes, self._indexes = embedding.codes, embedding.indexes
        self._shapes = {shape: index for index, shape in enumerate(packs[0].shapes)}
        if any(p.shapes != packs[0].shapes for p in packs):
            raise ValueError("the packs do not name the same word shapes")
        self._shape_vectors = [p.shape_weight for p in packs]
        self._weights = [p.layers[0].weight for p in packs]
        width = self._weights[0].shape[1]
        self._table = np.zeros((capacity, len(packs), width), np.float32)
        self._places: dict[Key, int] = {}
        self._keys: list[Key | None] = [None] * capacity
        self._used = np.zeros(capacity, np.int64)
        self._clock = 0
        self._key = lru_cache(maxsize=30_000)(self._read_key)

    def rows(self, words: Sequence[str]) -> NDArray[np.intp]:
        """The row of each word, good until the next call.

        At most ``capacity - 1`` different words may be asked for at once.
        """
        keys = list(map(self._key, words))
        rows = [self._places.get(key, 0) for key in keys]
        self._clock += 1
        self._used[0] = self._clock
        self._used[rows] = self._clock
        if 0 in rows:
            self._add(list(dict.fromkeys(k for k, row in zip(keys, rows, strict=True) if not row)))
            rows = [self._places[key] for key in keys]
        return np.array(rows, np.intp)

    def parts(self, rows: NDArray[np.intp], net: int) -> Floats:
        """Left, own and right parts side by side for a net, of the rows given."""
        capacity, nets, width = self._table.shape
        flat = self._table.reshape(capacity * nets, width)
        return flat.take(rows * nets + net, axis=0)

    def _read_key(self, word: str) -> Key:
        from slovnet.shape import word_shape

        if word.lower() not in self._words:
            # Of the words spelt with ё the vectors know one in seven by its other spelling only.
            word = word.replace("ё", "е")
        return self._words.get(word.lower(), self._unknown), self._shapes[word_shape(word)]

    def _add(self, keys: list[Key]) -> None:
        rows = np.argpartition(self._used, len(keys) - 1)[: len(keys)]
        self._used[rows] = self._clock
        for key, row in zip(keys, rows.tolist(), strict=True):
            old = self._keys[row]
            if old is not None:
                del self._places[old]
            self._keys[row] = key
            self._places[key] = row
        for first in range(0, len(keys), BLOCK):
            block = slice(first, first + BLOCK)
            self._compute(keys[block], rows[block])

    def _compute(self, keys: list[Key], rows: NDArray[np.intp]) -> None:
        words = [word for word, _ in keys]
        shapes = [shape for _, shape in keys]
        parts, chunks, size = self._codes.shape[0], self._indexes[words], self._codes.shape[2]
        dim = parts * size
        vectors = np.zeros((BLOCK, dim + self._shape_vectors[0].shape[1]), np.float32)
        vectors[: len(keys), :dim] = self._codes[np.arange(parts), chunks].reshape(-1, dim)
        for net, (weight, embedded) in enumerate(
            zip(self._weights, self._shape_vectors, strict=True)
        ):
            vectors[: len(keys), dim:] = embedded[shapes]
            self._table[rows, net] = (vectors @ weight)[: len(keys)]
