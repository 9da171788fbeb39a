"""Navec's word vectors, read without what only similarity needs.

A vector is 100 parts of 3 numbers; a word has the number of each part's code (product
quantization, https://github.com/natasha/navec). Navec itself also works out norms and distances,
which take a quarter of a second and 40 MB that the nets have no use for.
"""

from __future__ import annotations

from dataclasses import dataclass
from gzip import GzipFile

import numpy as np
from numpy.typing import NDArray

from .packs import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """``codes`` is part × code × number, ``indexes`` word × part; ``numbers`` gives a word's row.

    ``unknown`` is the row of words without a vector, ``id`` the embedding's name.
    """

    id: str
    numbers: dict[str, int]
    unknown: int
    indexes: NDArray[np.uint8]
    codes: Floats


def read_embedding(path: str) -> Embedding:
    """Read a ``.tar`` of navec's; ``ValueError`` for a protocol it does not know."""
    from navec.meta import Meta
    from navec.tar import Tar
    from navec.vocab import UNK

    with Tar(path) as tar:
        meta = Meta.from_file(tar.load("meta.json"))
        with GzipFile(fileobj=tar.load("vocab.bin")) as file:
            (size,) = np.frombuffer(file.read(4), np.uint32)
            file.read(4 * int(size))  # how often each word was seen
            words = file.read().decode("utf-8").splitlines()
        vectors = tar.load("pq.bin").read()
    count, dim, parts, centroids = np.frombuffer(vectors[:16], np.uint32).tolist()
    indexes = np.frombuffer(vectors, np.uint8, count * parts, 16).reshape(count, parts)
    codes = np.frombuffer(vectors, np.float32, offset=16 + count * parts)
    numbers = {word: number for number, word in enumerate(words)}
    codes = codes.reshape(parts, centroids, dim // parts)
    return Embedding(meta.id, numbers, numbers[UNK], indexes, codes)
