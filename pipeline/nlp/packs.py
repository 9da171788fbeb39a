"""Natasha's weight packs read into plain arrays.

The three nets share one shape: words embedded in 300 numbers and shapes in 30, three convolutions
three words wide (330 → 256 → 128 → 64, each with ReLU and batch normalization), and a head of
their own. Their word vocabularies are that of the embedding, so it is not read again here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import compat  # noqa: F401  (must come before natasha)

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layer:
    """One convolution: ``weight`` is in × 3·out, the left, own and right neighbour's columns.

    Normalization is ``scale * x + shift`` after ReLU.
    """

    weight: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    @property
    def width(self) -> int:
        """How many numbers the layer gives for a word."""
        return int(self.bias.shape[0])


@dataclass(frozen=True, slots=True)
class Pack:
    """A net: shape names with their embeddings, layers, the head as slovnet has it, its labels."""

    shapes: list[str]
    shape_weight: Floats
    layers: list[Layer]
    model: Any
    labels: list[str]


def read_pack(path: str, model: type, vocabulary: str, embedding: str) -> Pack:
    """Read a pack; ``ValueError`` when it was not made for the embedding of this id."""
    from slovnet.exec.pack import Pack as File

    with File(path) as file:
        file.load_meta().check_protocol()
        scheme = file.load_model(model)
        loaded = scheme.inject_arrays(dict(file.load_arrays(scheme.weights)))
        shapes = file.load_vocab("shape").items
        labels = file.load_vocab(vocabulary).items
    if loaded.emb.word.id != embedding:
        raise ValueError(f"{path} needs the embedding {loaded.emb.word.id!r}, not {embedding!r}")
    layers = [_layer(layer) for layer in loaded.encoder.layers]
    return Pack(shapes, loaded.emb.shape.weight.array, layers, loaded, labels)


def _layer(layer: Any) -> Layer:
    filters, inputs, _ = layer.conv.weight.shape
    weight = layer.conv.weight.array.transpose(1, 2, 0).reshape(inputs, 3 * filters)
    norm = layer.norm
    scale = norm.weight.array / norm.std.array
    return Layer(
        weight=np.ascontiguousarray(weight),
        bias=layer.conv.bias.array,
        scale=scale,
        shift=norm.bias.array - norm.mean.array * scale,
    )
