"""Natasha's three nets on plain numpy: its weights and its results in a third of the time.

Slovnet pads sentences to the longest of eight, copies every window of three words, looks each
word up once for every net, and walks its CRF word by word in Python. Here sentences lie end to
end with one row of zeros between, which is what their padding amounts to; the first layer's work
is done once per word (``words_table``); and the CRF goes over many documents at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import compat  # noqa: F401  (must come before natasha)
from .crf import decode
from .embedding import read_embedding
from .encoder import Encoder
from .packs import Floats, Pack, read_pack
from .words_table import WordsTable

TIE = 1e-3
"""Scores of heads no further apart than this are equal; they run to tens, rounding to 1e-5."""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A morphological tag: ``label`` as the net has it, part of speech, features (not to be
    changed: copy them).
    """

    label: str
    pos: str
    feats: dict[str, str]


class Nets:
    """The three nets over one table of words. Not safe to share between threads."""

    def __init__(self) -> None:
        from natasha.data import NEWS_EMBEDDING, NEWS_MORPH, NEWS_NER, NEWS_SYNTAX
        from slovnet.exec.model import NER, Morph, Syntax

        embedding = read_embedding(NEWS_EMBEDDING)
        name = embedding.id
        packs = [
            read_pack(NEWS_MORPH, Morph, "tag", name),
            read_pack(NEWS_SYNTAX, Syntax, "rel", name),
            read_pack(NEWS_NER, NER, "tag", name),
        ]
        table = WordsTable(embedding, packs)
        encoders = [Encoder(table, net, pack.layers) for net, pack in enumerate(packs)]
        self.morphology = Tagger(encoders[0], packs[0])
        self.syntax = Parser(encoders[1], packs[1])
        self.names = NameTagger(encoders[2], packs[2])


class Tagger:
    """Morphological tags."""

    def __init__(self, encoder: Encoder, pack: Pack) -> None:
        self._encoder = encoder
        self._project = Linear.of(pack.model.head.proj)
        self._tags = [_tag(label) for label in pack.labels]

    def __call__(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[Tag]]:
        """The tag of every word of a document's sentences, sentence by sentence."""
        for block, features in self._encoder.blocks(sentences):
            tags = self._project(features).argmax(axis=1).tolist()
            first = 0
            for sentence in block:
                last = first + len(sentence)
                yield [self._tags[tag] for tag in tags[first:last]]
                first = last


class Parser:
    """Dependency trees."""

    def __init__(self, encoder: Encoder, pack: Pack) -> None:
        self._encoder = encoder
        self._heads = Biaffine.of(pack.model.head)
        self._rels = Biaffine.of(pack.model.rel)
        self._labels = pack.labels

    def __call__(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], list[str]]]:
        """For every sentence the head of each word (1-based, 0 for a root) and its relation."""
        for block, features in self._encoder.blocks(sentences):
            sizes = [len(sentence) for sentence in block]
            heads = self._find_heads(features, sizes)
            rels = self._label(features, sizes, heads)
            first = 0
            for size in sizes:
                last = first + size
                yield heads[first:last].tolist(), [self._labels[r] for r in rels[first:last]]
                first = last

    def _find_heads(self, features: Floats, sizes: list[int]) -> NDArray[np.intp]:
        """The head of each word: 0 for the root, else its 1-based place in the sentence."""
        asking = self._heads.head(features) @ self._heads.kernel
        answering = self._heads.tail(features)
        root = self._heads.tail(self._heads.root)
        found = np.empty(len(features), np.intp)
        first = 0
        for size in sizes:
            last = first + size
            candidates = np.concatenate((root, answering[first:last]))
            scores: Floats = np.matmul(asking[first:last], candidates.T)
            found[first:last] = nearest_best(scores)
            first = last
        return found

    def _label(self, features: Floats, sizes: list[int], heads: NDArray[np.intp]) -> list[int]:
        """The relation of each word to its head."""
        starts = np.repeat(np.cumsum([0, *sizes[:-1]]), sizes)
        places = np.where(heads > 0, starts + heads, 0)
        governors = self._rels.head(np.concatenate((self._rels.root, features)))
        used, where = np.unique(places, return_inverse=True)
        tails = self._rels.tail(features)
        forms = (governors[used] @ self._rels.kernel).reshape(len(used), -1, tails.shape[1])
        scores = np.matmul(forms[where], tails[:, :, None])[:, :, 0]
        best: list[int] = scores.argmax(axis=1).tolist()
        return best


class NameTagger:
    """Names in BIO tags."""

    def __init__(self, encoder: Encoder, pack: Pack) -> None:
        self._encoder = encoder
        self._project = Linear.of(pack.model.head.proj)
        self._transitions = pack.model.head.crf.transitions.array
        self._labels = pack.labels

    def __call__(self, documents: Sequence[Sequence[str]]) -> list[list[str]]:
        """A tag (``B-PER``, ``I-PER``, ``O`` …) for every word of every document."""
        emissions = [self._project(self._encoder.whole(words)) for words in documents]
        found = decode(emissions, self._transitions)
        return [[self._labels[tag] for tag in tags] for tags in found]


@dataclass(frozen=True, slots=True)
class Linear:
    """``x @ weight + bias``, with ReLU where ``positive``."""

    weight: Floats
    bias: Floats
    positive: bool = False

    @classmethod
    def of(cls, layer: Any, *, positive: bool = False) -> Linear:
        """From a slovnet layer."""
        return cls(layer.weight.array, layer.bias.array, positive)

    def __call__(self, features: Floats) -> Floats:
        values: Floats = features @ self.weight
        values += self.bias
        return np.maximum(values, 0, out=values) if self.positive else values


@dataclass(frozen=True, slots=True)
class Biaffine:
    """``head(x) · kernel · tail(y)``, where the root stands in as a word of its own."""

    head: Linear
    tail: Linear
    root: Floats
    kernel: Floats

    @classmethod
    def of(cls, part: Any) -> Biaffine:
        """From the head or the relation part of slovnet's parser."""
        return cls(
            Linear.of(part.head.proj, positive=True),
            Linear.of(part.tail.proj, positive=True),
            part.root.array[None, :],
            part.kernel.array,
        )


def nearest_best(scores: Floats) -> NDArray[np.intp]:
    """For word × candidate scores (0 is the root) the best candidate, of equals the nearest.

    Words in like surroundings («X и Y … X и Y») score alike but for rounding, which must not
    choose between them.
    """
    best: NDArray[np.intp] = scores.argmax(axis=1)
    near = scores >= scores.max(axis=1, keepdims=True) - TIE
    for word in np.flatnonzero(near.sum(axis=1) > 1).tolist():
        equal = np.flatnonzero(near[word])
        best[word] = equal[np.abs(equal - word - 1).argmin()]
    return best


def _tag(label: str) -> Tag:
    from slovnet.conll import parse_conll_tag

    pos, feats = parse_conll_tag(label)
    return Tag(label, pos, feats)
