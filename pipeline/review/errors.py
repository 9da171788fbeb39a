"""The error browser: every fact that is missed, false or partly wrong, in its sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import quote

from ..evaluation import Evaluation, findings
from ..evaluation.causes import by_cause, by_frame
from ..evaluation.finding import Finding, Side
from ..evaluation.gold import Offsets
from ..evaluation.tally import MAIN
from ..explaining import ExplainedSentence, Explanation
from .labels import Language
from .page import render

LABELLED = {"kind": "meeting", "status": "status", "act": "act"}
"""Fields whose values are codes, and the group of labels these have."""
EMPTY = Side("", {}, None, None)
UNCOMPARED = ("trigger",)
"""Fields shown for information."""


@dataclass(frozen=True)
class Links:
    """Where the error browser leads: file names of the records' page and of the explanations.

    ``explained`` holds the explanation of each article by its name.
    """

    records: str | None = None
    explanations: str | None = None
    explained: Mapping[str, Explanation] = field(default_factory=dict)

    def record(self, doc: str, side: Side | None) -> str | None:
        """The address of a fact, or of its article, on the records' page."""
        if self.records is None:
            return None
        fact = f"/{side.id}" if side else ""
        return f"{quote(self.records)}#{quote(doc + fact, safe='/')}"

    def explanation(self, doc: str, place: int) -> str | None:
        """The address of the explanation of the sentence at a code point."""
        if self.explanations is None or doc not in self.explained:
            return None
        number = list(self.explained).index(doc) + 1
        here = self.sentence(doc, place)
        anchor = f"a{number}s{here.index}" if here else f"a{number}"
        return f"{quote(self.explanations)}#{anchor}"

    def sentence(self, doc: str, place: int) -> ExplainedSentence | None:
        """The explained sentence at a code point of an article."""
        known = self.explained.get(doc)
        sentences = known.sentences if known else ()
        return next((s for s in sentences if s.start <= place < s.stop), None)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; ``marks`` names the sides (gold, ours) whose focus holds it."""

    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a fact: its values in gold and in the record, those alone on a side marked."""

    name: str
    gold: tuple[tuple[str, bool], ...]
    ours: tuple[tuple[str, bool], ...]

    @property
    def same(self) -> bool:
        """Whether both sides say the same."""
        return set(self.gold) == set(self.ours)


@dataclass(frozen=True)
class Card:
    """One finding as the page shows it; ``said`` is why nothing was found where it is missed."""

    number: int
    finding: Finding
    sentences: list[list[Piece]]
    rows: list[Row]
    record: str | None
    explanation: str | None
    said: tuple[str, ...]

    @property
    def sort(self) -> str:
        """The act of an outcome or the kind of a meeting, as gold has it where it has it."""
        fields = (self.finding.gold or self.finding.predicted or EMPTY).fields
        return next(iter(fields.get("act") or fields.get("kind") or ("",)))

    @property
    def reason(self) -> str:
        """Why the trigger of a missed meeting gave none, in the pipeline's own words.

        Empty where the finding is another or nothing is explained.
        """
        gold = self.finding.gold
        trigger = "".join(gold.fields.get("trigger", ())) if gold else ""
        if not trigger or self.finding.verdict != "missed" or self.explanation is None:
            return ""
        for line in self.said:
            words, _, remark = line.removeprefix("«").partition("» ")
            if words in trigger.split():
                return _kind_of(remark)
        return f"no frame has «{trigger.lower()}»"

    @property
    def frame(self) -> str:
        """The frame that fired, empty where none did."""
        side = self.finding.predicted
        return side.frame if side else ""


def errors_page(
    evaluation: Evaluation, *, language: Language = "ru", links: Links | None = None
) -> str:
    """The HTML page of all findings of an evaluation, with figures, causes and frames."""
    where = links or Links()
    cards: list[Card] = []
    for comparison in evaluation.comparisons:
        for item in findings(comparison):
            cards.append(_card(len(cards) + 1, item, comparison.gold.text, where))
    found = [card.finding for card in cards]
    figures = {name: row for name, row in evaluation.figures.items() if not row.empty}
    return render(
        "errors",
        language=language,
        key="page.errors",
        cards=cards,
        figures=figures,
        main=MAIN,
        bounds=evaluation.bounds,
        causes=by_cause(found, evaluation.figures),
        any_cause=Counter(cause for f in found for cause in f.causes).most_common(),
        frames=by_frame(evaluation.comparisons),
        reasons=Counter(card.reason for card in cards if card.reason).most_common(),
        sorts=sorted({(card.finding.kind, card.sort) for card in cards}),
        articles=Counter(f.doc for f in found),
        problems=evaluation.problems,
        labelled=LABELLED,
    )


def explanations_page(explained: Mapping[str, Explanation], *, language: Language = "ru") -> str:
    """The HTML page of explanations, an anchor ``aNsI`` at sentence I of the N-th article."""
    return render("explained", language=language, key="page.explained", explained=explained)


def _card(number: int, found: Finding, text: str, links: Links) -> Card:
    place = _focus(found)
    sentence = links.sentence(found.doc, place)
    return Card(
        number,
        found,
        [list(_pieces(text, sentence, found)) for sentence in _sentences(found)],
        _rows(found.gold, found.predicted),
        links.record(found.doc, found.predicted),
        links.explanation(found.doc, place),
        sentence.said if sentence and found.verdict == "missed" else (),
    )


def _sentences(found: Finding) -> list[Offsets]:
    """The evidence of both sides in text order, what overlaps joined into one."""
    spans = sorted(s.evidence for s in (found.gold, found.predicted) if s and s.evidence)
    joined: list[Offsets] = []
    for start, stop in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def _kind_of(remark: str) -> str:
    """``FRAME: reason`` without the names and places that make each remark one of its own."""
    frame, _, reason = remark.partition(": ")
    general = re.split(r"[:;]| of «", reason)[0]
    return f"{frame}: {general}"


def _focus(found: Finding) -> int:
    for side in (found.gold, found.predicted):
        if side and side.focus:
            return side.focus[0]
    return found.place[0]


def _pieces(text: str, sentence: Offsets, found: Finding) -> Iterator[Piece]:
    """The sentence cut where a side's focus begins or ends."""
    sides = (("gold", found.gold), ("ours", found.predicted))
    focus = [(name, s.focus) for name, s in sides if s and s.focus]
    start, stop = sentence
    cuts = {start, stop} | {at for _, span in focus for at in span if start < at < stop}
    for a, b in pairwise(sorted(cuts)):
        marks = tuple(name for name, (first, last) in focus if first <= a and b <= last)
        yield Piece(" ".join(text[a:b].splitlines()), marks)


def _rows(gold: Side | None, ours: Side | None) -> list[Row]:
    """The fields that either side fills, in the order of the gold."""
    mine = gold.fields if gold else {}
    theirs = ours.fields if ours else {}
    rows = []
    for name in dict.fromkeys([*mine, *theirs]):
        left, right = mine.get(name, ()), theirs.get(name, ())
        if left or right:
            both = name in mine and name in theirs and name not in UNCOMPARED
            rows.append(Row(name, _values(left, right, both), _values(right, left, both)))
    return rows


def _values(
    values: Sequence[str], others: Sequence[str], compared: bool
) -> tuple[tuple[str, bool], ...]:
    return tuple((v, compared and v not in others) for v in values)
