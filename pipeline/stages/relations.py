"""The facts of a record as flat subject–predicate–object rows."""

from __future__ import annotations

from itertools import combinations

from schemas import Meeting, Outcome, Relation


def meeting_relations(meetings: list[Meeting]) -> list[Relation]:
    """``met_with`` (one row per pair), ``represents``, ``took_part_in``, ``located_in``."""
    rows: list[Relation] = []
    for meeting in meetings:
        ids = [p.entity for p in meeting.participants]
        if meeting.status == "held":
            rows += [
                Relation(subject=a, predicate="met_with", object=b, source=meeting.id)
                for a, b in combinations(dict.fromkeys(ids), 2)
            ]
        for participant in meeting.participants:
            rows += [
                Relation(
                    subject=participant.entity, predicate="represents", object=r, source=meeting.id
                )
                for r in participant.represents
            ]
        if meeting.host_event and meeting.status == "held":
            event, source = meeting.host_event, meeting.id
            rows += [
                Relation(subject=i, predicate="took_part_in", object=event, source=source)
                for i in ids
            ]
    return rows


def outcome_relations(outcome: Outcome) -> list[Relation]:
    """``agreed_with``, ``signed``, ``invited`` and ``supplies_to`` rows of one outcome."""
    rows: list[Relation] = []
    source = outcome.id
    if outcome.act == "agreed":
        rows += [
            Relation(subject=a, predicate="agreed_with", object=b, source=source)
            for a, b in combinations(outcome.parties, 2)
        ]
    if outcome.act == "signed" and outcome.document:
        rows += [
            Relation(subject=p, predicate="signed", object=outcome.document, source=source)
            for p in outcome.parties
        ]
    if outcome.act == "invited":
        rows += [
            Relation(subject=p, predicate="invited", object=a, source=source)
            for p in outcome.parties
            for a in outcome.addressee
        ]
    if outcome.act == "cooperates":
        for item in outcome.items:
            if item.from_ and item.to:
                row = Relation(
                    subject=item.from_, predicate="supplies_to", object=item.to, source=source
                )
                if row not in rows:
                    rows.append(row)
    return rows
