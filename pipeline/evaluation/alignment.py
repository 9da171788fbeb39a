"""Which predicted entity is which gold entity, and one-to-one matching by score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schemas import Entity, Interval

from .gold import GoldEntity, Offsets

SAME_TYPE = 0.5
OTHER_TYPE = 0.75
"""The least Dice coefficient of code points at which two mentions coincide."""


def dice(a: Offsets, b: Offsets) -> float:
    """Dice coefficient of two spans in code points: 2·overlap / (length + length), 0…1."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * shared / (a[1] - a[0] + b[1] - b[0]) if shared > 0 else 0.0


def offsets(span: Interval) -> Offsets:
    """The ends of a record's span."""
    return span.start, span.stop


def align(entities: Iterable[Entity], gold: Mapping[str, GoldEntity]) -> dict[str, str]:
    """Predicted entity id → gold entity id, for each predicted entity that has one.

    The gold entity with which most of its mentions coincide: the sum over its mentions of the best
    Dice with a gold mention, counted from ``SAME_TYPE`` (``OTHER_TYPE`` between different types;
    a person is only ever a person). Several predicted entities may be one gold entity.
    """
    candidates: list[tuple[float, bool, str, str]] = []
    for entity in entities:
        for wanted in gold.values():
            same = entity.type == wanted.type
            if not same and "person" in (entity.type, wanted.type):
                continue
            total = _coincidence(entity, wanted, SAME_TYPE if same else OTHER_TYPE)
            if total:
                candidates.append((total, same, entity.id, wanted.id))
    found: dict[str, str] = {}
    for _, _, predicted, wanted_id in sorted(candidates, reverse=True):
        found.setdefault(predicted, wanted_id)
    return found


def _coincidence(entity: Entity, gold: GoldEntity, least: float) -> float:
    total = 0.0
    for mention in entity.mentions:
        best = max((dice(offsets(mention), span) for span in gold.spans), default=0.0)
        total += best if best >= least else 0.0
    return total


def match(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs from ``(score, predicted, gold)``, best score first, earlier first on ties.

    Scores of zero and below match nothing.
    """
    left: set[int] = set()
    right: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for score, i, j in sorted(candidates, key=lambda c: -c[0]):
        if score > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs
