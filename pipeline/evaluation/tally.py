"""What is counted in one article, and the figures that come of many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from schemas import Meeting, Outcome, Person

from ..nlp.words import fold
from .comparison import Comparison
from .gold import GoldMeeting, GoldOutcome

MAIN = ("pairs", "meetings", "participants", "outcomes", "outcomes_any_act", "parties")
"""The figures a version is judged by; precision, recall and F1."""
SHARES = ("status", "kind", "dates", "places", "outcome_status", "speakers", "addressees")
"""Of what matched, the share that is right."""

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Tally:
    """Right among the predicted, predicted, right among the gold, gold; weights for pairs."""

    hit: float = 0
    predicted: float = 0
    recalled: float = 0
    gold: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hit + other.hit,
            self.predicted + other.predicted,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Right / predicted, 0 where nothing was predicted."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right / gold, 0 where gold has nothing."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0…1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def empty(self) -> bool:
        """Whether there was neither gold nor prediction, so that no figure can be named."""
        return not self.predicted and not self.gold


Tallies = dict[str, Tally]


def tally(comparison: Comparison) -> Tallies:
    """Every figure's counts in one article, by name; figures with nothing to count are absent."""
    rows = {"pairs": _pairs(comparison), **_meetings(comparison), **_outcomes(comparison)}
    rows |= _entities(comparison)
    return {name: row for name, row in rows.items() if not row.empty}


def total(tallies: Iterable[Mapping[str, Tally]]) -> Tallies:
    """The counts of many articles together, the main figures first."""
    sums: Tallies = {name: Tally() for name in (*MAIN, *SHARES)}
    for row in tallies:
        for name, counts in row.items():
            sums[name] = sums.get(name, Tally()) + counts
    fixed = [*MAIN, *SHARES]
    return {name: sums[name] for name in fixed + sorted(sums.keys() - set(fixed))}


def weigh(groups: Iterable[Iterable[str]]) -> dict[Pair, float]:
    """The unordered pairs of every meeting; in a meeting of n each weighs 1/(n-1).

    So one summit does not outweigh the rest. A pair that met twice has the greater weight.
    """
    weights: dict[Pair, float] = {}
    for group in groups:
        members = sorted(set(group))
        for two in combinations(members, 2):
            pair = frozenset(two)
            weights[pair] = max(weights.get(pair, 0.0), 1 / (len(members) - 1))
    return weights


def _pairs(comparison: Comparison) -> Tally:
    gold = weigh(m.participants for m in comparison.gold.meetings)
    found = weigh(comparison.participants(m) for m in comparison.found_meetings)
    return Tally(
        hit=sum(w for pair, w in found.items() if pair in gold),
        predicted=sum(found.values()),
        recalled=sum(w for pair, w in gold.items() if pair in found),
        gold=sum(gold.values()),
    )


def _meetings(comparison: Comparison) -> Tallies:
    matched = [
        (comparison.found_meetings[i], comparison.gold.meetings[j]) for i, j in comparison.meetings
    ]
    dated = [(a, b) for a, b in matched if b.date]
    placed = [(a, b) for a, b in matched if b.place]
    return {
        "meetings": _counts(
            len(matched), len(comparison.found_meetings), len(comparison.gold.meetings)
        ),
        "participants": _sets(
            (set(comparison.participants(a)), set(b.participants)) for a, b in matched
        ),
        "status": _share([a.status == b.status for a, b in matched]),
        "kind": _share([a.kind == b.kind for a, b in matched]),
        "dates": _share([same_date(a, b) for a, b in dated]),
        "places": _share([same_place(comparison, a, b) for a, b in placed]),
    }


def _outcomes(comparison: Comparison) -> Tallies:
    found, gold = comparison.found_outcomes, comparison.gold.outcomes
    matched = [(found[i], gold[j]) for i, j in comparison.outcomes]
    acts = sorted({o.act for o in found} | {o.act for o in gold})
    return {
        "outcomes": _counts(len(matched), len(found), len(gold)),
        "outcomes_any_act": _counts(len(comparison.any_act), len(found), len(gold)),
        "parties": _sets((comparison.parties(a), set(b.parties)) for a, b in matched),
        "outcome_status": _share([a.status == b.status for a, b in matched]),
        "speakers": _share([same_speaker(comparison, a, b) for a, b in matched]),
        "addressees": _share([same_addressee(comparison, a, b) for a, b in matched]),
    } | {
        f"act.{act}": _counts(
            sum(b.act == act for _, b in matched),
            sum(o.act == act for o in found),
            sum(o.act == act for o in gold),
        )
        for act in acts
    }


def _entities(comparison: Comparison) -> Tallies:
    reached = set(comparison.alignment.values())
    rows: Tallies = {"entities": _share([e in reached for e in comparison.gold.entities])}
    for kind in sorted({e.type for e in comparison.gold.entities.values()}):
        of_kind = [e.id in reached for e in comparison.gold.entities.values() if e.type == kind]
        rows[f"entity.{kind}"] = _share(of_kind)
    rows["positions"] = _sets(_positions(comparison))
    return rows


def _positions(comparison: Comparison) -> list[tuple[set[str], set[str]]]:
    """Found and gold posts, as ``title of owners``, of each person whose posts gold has."""
    pairs = []
    for person in comparison.gold.entities.values():
        if person.positions is None:
            continue
        wanted = {_post(p.title, p.of) for p in person.positions}
        found = {
            _post(p.title, [comparison.gold_id(o) for o in p.of])
            for e in comparison.found_entities
            if isinstance(e, Person) and comparison.alignment.get(e.id) == person.id
            for p in e.positions
        }
        pairs.append((found, wanted))
    return pairs


def _post(title: str, owners: Sequence[str]) -> str:
    return f"{fold(title)} {' '.join(sorted(set(owners)))}"


def same_date(found: Meeting, gold: GoldMeeting) -> bool:
    """Whether a meeting has the date gold has."""
    return found.date is not None and found.date.value == gold.date


def same_place(comparison: Comparison, found: Meeting, gold: GoldMeeting) -> bool:
    """Whether a meeting's place or host event has, or is anywhere called, the name gold gives."""
    places = [e for e in comparison.found_entities if e.id in (found.place, found.host_event)]
    called = {fold(n) for e in places for n in (e.name, *(m.text for m in e.mentions))}
    return fold(gold.place or "") in called


def same_speaker(comparison: Comparison, found: Outcome, gold: GoldOutcome) -> bool:
    """Whether gold's speaker, or that there is none, was found."""
    return (comparison.gold_id(found.speaker) if found.speaker else None) == gold.speaker


def same_addressee(comparison: Comparison, found: Outcome, gold: GoldOutcome) -> bool:
    """Whether exactly gold's addressees were found."""
    return {comparison.gold_id(a) for a in found.addressee} == set(gold.addressee)


def _counts(hit: int, predicted: int, gold: int) -> Tally:
    return Tally(hit, predicted, hit, gold)


def _sets(pairs: Iterable[tuple[set[str], set[str]]]) -> Tally:
    """Counts over members of matched sets, found and gold."""
    row = Tally()
    for found, gold in pairs:
        row += _counts(len(found & gold), len(found), len(gold))
    return row


def _share(right: Sequence[bool]) -> Tally:
    return _counts(sum(right), len(right), len(right))
