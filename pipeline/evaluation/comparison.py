"""One article: its gold beside its record, with what matches what."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import ArticleRecord, Entity, Meeting, Outcome

from .alignment import align, dice, match, offsets
from .gold import GoldArticle, GoldMeeting, GoldOutcome

CONTENT = 0.5
"""The least Dice coefficient at which two contents are the same."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Gold and record of one article; matches are ``(predicted, gold)`` list indices.

    ``outcomes`` matches contents under the same act, ``any_act`` whatever the act.
    ``record`` is None where the article has none: everything in its gold is missed.
    """

    gold: GoldArticle
    record: ArticleRecord | None
    alignment: dict[str, str]
    meetings: list[tuple[int, int]]
    outcomes: list[tuple[int, int]]
    any_act: list[tuple[int, int]]

    @property
    def found_entities(self) -> list[Entity]:
        """The record's entities."""
        return self.record.entities if self.record else []

    @property
    def found_meetings(self) -> list[Meeting]:
        """The record's meetings, which the first index of ``meetings`` points into."""
        return self.record.meetings if self.record else []

    @property
    def found_outcomes(self) -> list[Outcome]:
        """The record's outcomes, which the first index of ``outcomes`` points into."""
        return self.record.outcomes if self.record else []

    def gold_id(self, entity: str) -> str:
        """The gold entity a predicted one is, else ``?`` and its own id."""
        return self.alignment.get(entity, f"?{entity}")

    def participants(self, meeting: Meeting) -> list[str]:
        """The participants of a predicted meeting as gold ids."""
        return [self.gold_id(p.entity) for p in meeting.participants]

    def parties(self, outcome: Outcome) -> set[str]:
        """The parties of a predicted outcome as gold ids."""
        return {self.gold_id(p) for p in outcome.parties}


def compare(gold: GoldArticle, record: ArticleRecord | None) -> Comparison:
    """Align the entities, then match meetings and outcomes one to one."""
    alignment = align(record.entities, gold.entities) if record else {}
    found = Comparison(gold, record, alignment, [], [], [])
    found.meetings.extend(_match_meetings(found))
    found.outcomes.extend(_match_outcomes(found, same_act=True))
    found.any_act.extend(_match_outcomes(found, same_act=False))
    return found


def shared_participants(comparison: Comparison, meeting: Meeting, gold: GoldMeeting) -> int:
    """How many of the gold participants a predicted meeting has."""
    return len(set(comparison.participants(meeting)) & set(gold.participants))


def content_dice(outcome: Outcome, gold: GoldOutcome) -> float:
    """How far two contents are the same stretch of text, 0…1."""
    return dice(offsets(outcome.content), gold.content) if gold.content else 0.0


def _match_meetings(comparison: Comparison) -> list[tuple[int, int]]:
    """By most shared participants: two at least, or all where gold has one; status breaks ties."""
    candidates: list[tuple[float, int, int]] = []
    for i, meeting in enumerate(comparison.found_meetings):
        for j, gold in enumerate(comparison.gold.meetings):
            shared = shared_participants(comparison, meeting, gold)
            if shared >= min(2, len(set(gold.participants))):
                tie = 0.5 if meeting.status == gold.status else 0.0
                candidates.append((shared + tie, i, j))
    return match(candidates)


def _match_outcomes(comparison: Comparison, *, same_act: bool) -> list[tuple[int, int]]:
    candidates: list[tuple[float, int, int]] = []
    for i, outcome in enumerate(comparison.found_outcomes):
        for j, gold in enumerate(comparison.gold.outcomes):
            if same_act and outcome.act != gold.act:
                continue
            overlap = content_dice(outcome, gold)
            if overlap >= CONTENT:
                candidates.append((overlap, i, j))
    return match(candidates)
