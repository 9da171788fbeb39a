"""A finding: one fact of an article that is missed, false or partly wrong, and the cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .comparison import Comparison
from .gold import Offsets

FactKind = Literal["meeting", "outcome"]
Verdict = Literal["missed", "false", "wrong"]
Cause = Literal[
    "no_record",
    "no_trigger",
    "nothing_there",
    "wrong_act",
    "wrong_frame",
    "entity_missed",
    "coreference",
    "participant_missed",
    "participant_added",
    "merged",
    "split",
    "content_boundary",
    "parties_missed",
    "parties_added",
    "speaker",
    "addressee",
    "status",
    "kind",
    "date",
    "place",
]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding: a fact as gold or as the record has it.

    ``fields`` are the values by name (``act``, ``parties``, …) in the order to be shown, empty
    where there are none; ``evidence`` and ``focus`` are code points: the sentence, and the trigger
    or the content. ``frame`` is the frame that fired, empty for gold.
    """

    id: str
    fields: dict[str, tuple[str, ...]]
    evidence: Offsets | None
    focus: Offsets | None
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact that is not as it should be; ``causes`` lead with the one to mend first.

    ``missed`` has only ``gold``, ``false`` only ``predicted``; ``wrong`` has both, and is
    ``matched`` where the two count as one fact in spite of the fault.
    """

    doc: str
    kind: FactKind
    verdict: Verdict
    causes: tuple[Cause, ...]
    gold: Side | None
    predicted: Side | None
    matched: bool = False

    @property
    def place(self) -> Offsets:
        """Where to look: the evidence of gold, else of the record; an empty span if neither."""
        for side in (self.gold, self.predicted):
            if side and side.evidence:
                return side.evidence
        return (0, 0)


def finding(
    comparison: Comparison,
    kind: FactKind,
    causes: list[Cause],
    gold: Side | None,
    predicted: Side | None,
    *,
    matched: bool = False,
) -> Finding:
    """A finding with the verdict that its sides make."""
    verdict: Verdict = "wrong" if gold and predicted else "missed" if gold else "false"
    return Finding(comparison.gold.doc, kind, verdict, tuple(causes), gold, predicted, matched)


def overlap(a: Offsets | None, b: Offsets | None) -> bool:
    """Whether two spans share a code point."""
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def names(comparison: Comparison, ids: Iterable[str]) -> tuple[str, ...]:
    """Gold ids as names; ``?e7``, a predicted entity that gold lacks, as its name and a star."""
    found = {e.id: e.name for e in comparison.found_entities}
    shown = []
    for key in ids:
        known = comparison.gold.entities.get(key)
        if key.startswith("?"):
            shown.append(f"{found.get(key[1:], key)}*")
        else:
            shown.append(known.name if known else key)
    return tuple(shown)


def filled(*values: str | None) -> tuple[str, ...]:
    """The values that are there."""
    return tuple(v for v in values if v)


def why_absent(comparison: Comparison, missing: set[str], evidence: Offsets | None) -> list[Cause]:
    """Why gold entities are not among those of a predicted fact.

    ``entity_missed``: the record knows no such entity. ``coreference``: the evidence does not name
    it, so a role, a pronoun or an earlier sentence has to be followed. Else ``participant_missed``.
    """
    reached = set(comparison.alignment.values())
    causes: list[Cause] = []
    for key in sorted(missing):
        entity = comparison.gold.entities.get(key)
        spans = entity.spans if entity else ()
        if key not in reached:
            causes.append("entity_missed")
        elif not any(overlap(span, evidence) for span in spans):
            causes.append("coreference")
        else:
            causes.append("participant_missed")
    return list(dict.fromkeys(causes))
