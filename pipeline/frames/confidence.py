"""How sure a fact is: a logistic model over the frame that matched and signs around it.

The weights are data, fitted on articles with gold by ``benchmarks/calibrate.py``, so that of the
facts at 0.8 about eight in ten are right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..knowledge.confidence import Weights

_LEAST, _MOST = 0.02, 0.98


def log_odds(probability: float) -> float:
    """ln(p / (1 - p)) of a probability, held away from 0 and 1."""
    held = min(max(probability, _LEAST), _MOST)
    return math.log(held / (1 - held))


def confidence(weights: Weights, frame: float, signs: Iterable[str]) -> float:
    """The probability (0.02 to 0.98) that a fact is right.

    ``frame`` is the frame's own confidence, ``signs`` names of what was seen around the match;
    signs without a weight count nothing.
    """
    total = weights.bias + weights.frame * log_odds(frame)
    total += math.fsum(weights.signs.get(sign, 0.0) for sign in signs)
    return min(max(1 / (1 + math.exp(-total)), _LEAST), _MOST)
