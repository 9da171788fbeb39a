"""Outcomes that are missed, false or partly wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas import Outcome

from .alignment import match, offsets
from .comparison import CONTENT, Comparison, content_dice
from .finding import Cause, Finding, Side, filled, finding, names, overlap, why_absent
from .gold import GoldOutcome
from .tally import same_addressee, same_speaker

SAME_ACT = 0.01


def outcome_findings(comparison: Comparison) -> Iterator[Finding]:
    """Faults of matched outcomes, then leftovers paired where they tell one thing after all."""
    found, gold = comparison.found_outcomes, comparison.gold.outcomes
    for i, j in comparison.outcomes:
        causes = _faults(comparison, found[i], gold[j])
        if causes:
            yield _finding(comparison, causes, found[i], gold[j], matched=True)
    left = [i for i in range(len(found)) if i not in {a for a, _ in comparison.outcomes}]
    lacking = [j for j in range(len(gold)) if j not in {b for _, b in comparison.outcomes}]
    near = match((_nearness(found[i], gold[j]), i, j) for i in left for j in lacking)
    for i, j in near:
        causes = _mismatch(found[i], gold[j]) + _faults(comparison, found[i], gold[j])
        yield _finding(comparison, causes, found[i], gold[j])
    for j in lacking:
        if j not in {b for _, b in near}:
            yield _finding(comparison, [_why_missed(comparison, gold[j])], None, gold[j])
    for i in left:
        if i not in {a for a, _ in near}:
            yield _finding(comparison, [_why_false(comparison, found[i])], found[i], None)


def _nearness(found: Outcome, gold: GoldOutcome) -> float:
    """How far contents overlap; a little for the same act told in one sentence."""
    same = found.act == gold.act and overlap(offsets(found.evidence[0]), gold.evidence)
    return max(content_dice(found, gold), SAME_ACT if same else 0.0)


def _mismatch(found: Outcome, gold: GoldOutcome) -> list[Cause]:
    causes: list[Cause] = []
    if found.act != gold.act:
        causes.append("wrong_act")
    if content_dice(found, gold) < CONTENT:
        causes.append("content_boundary")
    return causes


def _faults(comparison: Comparison, found: Outcome, gold: GoldOutcome) -> list[Cause]:
    parties, wanted = comparison.parties(found), set(gold.parties)
    causes: list[Cause] = [
        "parties_missed" if cause == "participant_missed" else cause
        for cause in why_absent(comparison, wanted - parties, gold.evidence)
    ]
    if parties - wanted:
        causes.append("parties_added")
    if found.status != gold.status:
        causes.append("status")
    if not same_speaker(comparison, found, gold):
        causes.append("speaker")
    if not same_addressee(comparison, found, gold):
        causes.append("addressee")
    return causes


def _why_missed(comparison: Comparison, gold: GoldOutcome) -> Cause:
    if comparison.record is None:
        return "no_record"
    found = comparison.found_outcomes
    if any(content_dice(o, gold) > 0 for o in found):
        return "merged"
    if any(overlap(offsets(e), gold.evidence) for o in found for e in o.evidence):
        return "wrong_frame"
    return "no_trigger"


def _why_false(comparison: Comparison, found: Outcome) -> Cause:
    gold = comparison.gold.outcomes
    if any(content_dice(found, g) > 0 for g in gold):
        return "split"
    if any(overlap(offsets(found.evidence[0]), g.evidence) for g in gold):
        return "wrong_frame"
    return "nothing_there"


def _finding(
    comparison: Comparison,
    causes: list[Cause],
    found: Outcome | None,
    gold: GoldOutcome | None,
    *,
    matched: bool = False,
) -> Finding:
    wanted = _gold_side(comparison, gold) if gold else None
    predicted = _found_side(comparison, found) if found else None
    return finding(comparison, "outcome", causes, wanted, predicted, matched=matched)


def _gold_side(comparison: Comparison, gold: GoldOutcome) -> Side:
    content = comparison.gold.text[slice(*gold.content)] if gold.content else ""
    fields: dict[str, tuple[str, ...]] = {
        "act": (gold.act,),
        "status": (gold.status,),
        "parties": names(comparison, gold.parties),
        "speaker": names(comparison, filled(gold.speaker)),
        "addressee": names(comparison, gold.addressee),
        "content": filled(content),
    }
    return Side("", fields, gold.evidence, gold.content)


def _found_side(comparison: Comparison, found: Outcome) -> Side:
    def shown(ids: Iterable[str]) -> tuple[str, ...]:
        return names(comparison, [comparison.gold_id(i) for i in ids])

    fields: dict[str, tuple[str, ...]] = {
        "act": (found.act,),
        "status": (found.status,),
        "parties": shown(found.parties),
        "speaker": shown(filled(found.speaker)),
        "addressee": shown(found.addressee),
        "content": (found.content.text,),
        "trigger": (found.trigger.text,),
    }
    evidence, focus = offsets(found.evidence[0]), offsets(found.content)
    return Side(found.id, fields, evidence, focus, found.frame or "")
