"""Meetings that are missed, false or partly wrong."""

from __future__ import annotations

from collections.abc import Iterator

from schemas import Meeting

from .alignment import offsets
from .comparison import Comparison, shared_participants
from .finding import Cause, Finding, Side, filled, finding, names, overlap, why_absent
from .gold import GoldMeeting
from .tally import same_date, same_place


def meeting_findings(comparison: Comparison) -> Iterator[Finding]:
    """Faults of matched meetings, then leftovers paired where they stand on one sentence."""
    found, gold = comparison.found_meetings, comparison.gold.meetings
    for i, j in comparison.meetings:
        causes = _faults(comparison, found[i], gold[j])
        if causes:
            yield _finding(comparison, causes, found[i], gold[j], matched=True)
    left = [i for i in range(len(found)) if i not in {a for a, _ in comparison.meetings}]
    lacking = [j for j in range(len(gold)) if j not in {b for _, b in comparison.meetings}]
    for j in lacking:
        near = next((i for i in left if _same_place(found[i], gold[j])), None)
        if near is not None:
            left.remove(near)
            causes = _faults(comparison, found[near], gold[j]) or ["participant_missed"]
            yield _finding(comparison, causes, found[near], gold[j])
        else:
            yield _finding(comparison, [_why_missed(comparison, gold[j])], None, gold[j])
    for i in left:
        yield _finding(comparison, [_why_false(comparison, found[i])], found[i], None)


def _faults(comparison: Comparison, found: Meeting, gold: GoldMeeting) -> list[Cause]:
    members, wanted = set(comparison.participants(found)), set(gold.participants)
    causes = why_absent(comparison, wanted - members, gold.evidence)
    if members - wanted:
        causes.append("participant_added")
    if found.status != gold.status:
        causes.append("status")
    if found.kind != gold.kind:
        causes.append("kind")
    if gold.date and not same_date(found, gold):
        causes.append("date")
    if gold.place and not same_place(comparison, found, gold):
        causes.append("place")
    return causes


def _same_place(found: Meeting, gold: GoldMeeting) -> bool:
    """One trigger, or one sentence where gold has no trigger."""
    if overlap(offsets(found.trigger), gold.trigger):
        return True
    return any(overlap(offsets(e), gold.evidence) for e in found.evidence)


def _why_missed(comparison: Comparison, gold: GoldMeeting) -> Cause:
    if comparison.record is None:
        return "no_record"
    for meeting in comparison.found_meetings:
        same_people = shared_participants(comparison, meeting, gold) >= 2
        if same_people or _same_place(meeting, gold):
            return "merged"
    return "no_trigger"


def _why_false(comparison: Comparison, found: Meeting) -> Cause:
    for gold in comparison.gold.meetings:
        if shared_participants(comparison, found, gold) >= 2 or _same_place(found, gold):
            return "split"
    return "nothing_there"


def _finding(
    comparison: Comparison,
    causes: list[Cause],
    found: Meeting | None,
    gold: GoldMeeting | None,
    *,
    matched: bool = False,
) -> Finding:
    wanted = _gold_side(comparison, gold) if gold else None
    predicted = _found_side(comparison, found) if found else None
    return finding(comparison, "meeting", causes, wanted, predicted, matched=matched)


def _gold_side(comparison: Comparison, gold: GoldMeeting) -> Side:
    fields: dict[str, tuple[str, ...]] = {
        "kind": (gold.kind,),
        "status": (gold.status,),
        "participants": names(comparison, gold.participants),
        "date": filled(gold.date),
        "place": filled(gold.place),
        "trigger": filled(comparison.gold.text[slice(*gold.trigger)] if gold.trigger else None),
    }
    return Side(gold.id or "", fields, gold.evidence, gold.trigger)


def _found_side(comparison: Comparison, found: Meeting) -> Side:
    places = [e.name for e in comparison.found_entities if e.id == found.place]
    fields: dict[str, tuple[str, ...]] = {
        "kind": (found.kind,),
        "status": (found.status,),
        "participants": names(comparison, comparison.participants(found)),
        "date": filled(found.date.value if found.date else None),
        "place": filled(*places),
        "trigger": (found.trigger.text,),
    }
    evidence, focus = offsets(found.evidence[0]), offsets(found.trigger)
    return Side(found.id, fields, evidence, focus, found.frame or "")
