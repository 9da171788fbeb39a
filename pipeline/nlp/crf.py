"""The likeliest tag sequences of a conditional random field, for several documents at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .packs import Floats

_STEPS = 1024
"""Words whose best predecessors are worked out in one go."""


def decode(emissions: Sequence[Floats], transitions: Floats) -> list[list[int]]:
    """The best tag of every word (Viterbi 1967), for word × tag scores of each document.

    ``transitions`` is tag × next tag. Documents do not influence one another: only additions
    and maxima are made, the same ones for a document alone.
    """
    order = sorted(
        (i for i in range(len(emissions)) if len(emissions[i])), key=lambda i: -len(emissions[i])
    )
    tags: list[list[int]] = [[] for _ in emissions]
    if not order:
        return tags
    scores = _forward([emissions[i] for i in order], transitions)
    for place, index in enumerate(order):
        tags[index] = _backward(scores[: len(emissions[index]), place], transitions)
    return tags


def _forward(emissions: Sequence[Floats], transitions: Floats) -> Floats:
    """Word × document × tag: the score of the best sequence that ends there; longest first."""
    longest, count = len(emissions[0]), len(emissions)
    scores = np.zeros((longest, count, len(transitions)), np.float32)
    for place, scored in enumerate(emissions):
        scores[: len(scored), place] = scored
    active = count
    for step in range(1, longest):
        while len(emissions[active - 1]) <= step:
            active -= 1
        best = (scores[step - 1, :active, :, None] + transitions).max(axis=1)
        scores[step, :active] += best
    return scores


def _backward(scores: Floats, transitions: Floats) -> list[int]:
    """The best path through the scores of one document."""
    best = int(scores[-1].argmax())
    path = [best]
    for stop in range(len(scores) - 1, 0, -_STEPS):
        start = max(0, stop - _STEPS)
        before = (scores[start:stop, :, None] + transitions).argmax(axis=1).tolist()
        for row in reversed(before):
            best = row[best]
            path.append(best)
    path.reverse()
    return path
