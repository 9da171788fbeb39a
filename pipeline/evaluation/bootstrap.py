"""How sure a figure is: percentile bootstrap over articles.

Efron and Tibshirani, An Introduction to the Bootstrap (1993), ch. 13; for two versions on the same
articles the differences are resampled in pairs.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .tally import Tally

SAMPLES = 1000
SEED = 20260225


@dataclass(frozen=True, slots=True)
class Bounds:
    """A 95 % interval, from ``low`` to ``high``."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """F1 of the second version less that of the first, its 95 % interval, and how often above 0.

    ``better`` is the share of resamples in which the second is better, half of the ties counted.
    """

    value: float
    bounds: Bounds
    better: float


def bounds(articles: Sequence[Mapping[str, Tally]], names: Sequence[str]) -> dict[str, Bounds]:
    """The 95 % interval of F1 of each named figure; the same articles give the same interval."""
    draws: dict[str, list[float]] = {name: [] for name in names}
    for weights in _resamples(len(articles)):
        for name in names:
            counts = _weighed(articles, name, weights)
            if not counts.empty:
                draws[name].append(counts.f1)
    return {name: _interval(values) for name, values in draws.items()}


def differences(
    first: Sequence[Mapping[str, Tally]],
    second: Sequence[Mapping[str, Tally]],
    names: Sequence[str],
) -> dict[str, Difference]:
    """How the second version differs from the first on the same articles, in the same order."""
    draws: dict[str, list[float]] = {name: [] for name in names}
    for weights in _resamples(len(first)):
        for name in names:
            a, b = _weighed(first, name, weights), _weighed(second, name, weights)
            draws[name].append(b.f1 - a.f1)
    whole = Counter(range(len(first)))
    return {
        name: Difference(
            _weighed(second, name, whole).f1 - _weighed(first, name, whole).f1,
            _interval(values),
            (sum(v > 0 for v in values) + sum(v == 0 for v in values) / 2) / max(1, len(values)),
        )
        for name, values in draws.items()
    }


def _resamples(size: int) -> Iterator[Counter[int]]:
    """How often each article is drawn, ``SAMPLES`` times over."""
    source = random.Random(SEED)
    for _ in range(SAMPLES if size else 0):
        yield Counter(source.choices(range(size), k=size))


def _weighed(
    articles: Sequence[Mapping[str, Tally]], name: str, weights: Mapping[int, int]
) -> Tally:
    hit = predicted = recalled = gold = 0.0
    for index, weight in weights.items():
        row = articles[index].get(name)
        if row is not None:
            hit += weight * row.hit
            predicted += weight * row.predicted
            recalled += weight * row.recalled
            gold += weight * row.gold
    return Tally(hit, predicted, recalled, gold)


def _interval(values: list[float]) -> Bounds:
    """The 2.5th and 97.5th percentile; 0…1 where nothing could be drawn."""
    if not values:
        return Bounds(0.0, 1.0)
    ranked = sorted(values)
    last = len(ranked) - 1
    return Bounds(ranked[round(0.025 * last)], ranked[round(0.975 * last)])
