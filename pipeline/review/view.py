"""One record as a page shows it: marked lines, names for ids, outcomes under their meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from schemas import (
    ArticleRecord,
    Entity,
    EntityType,
    Meeting,
    Outcome,
    PositionObject,
    Relation,
    Warning,
)

from .segments import Line, Mark, lines
from .text import web_address

TYPES: tuple[EntityType, ...] = (
    "person",
    "region",
    "organization",
    "event",
    "document",
    "facility",
)
HEADLINE = 90
"""The most code points of an article without a title that stand for one."""


@dataclass(frozen=True)
class View:
    """A record to be shown; ``name`` is the file it came from, ``number`` its place on the page."""

    record: ArticleRecord
    name: str
    number: int = 1

    @property
    def key(self) -> str:
        """What a link to this record says after ``#``: the article's id."""
        return self.record.article.id

    @property
    def address(self) -> str | None:
        """The web address of the article, if it has one."""
        return web_address(self.record.article.source)

    @cached_property
    def headline(self) -> str:
        """The title, else the first words of the text, at most ``HEADLINE`` code points."""
        article = self.record.article
        if article.title:
            return article.title
        spans = [z for z in article.zones if z.kind in ("title", "body")]
        start = spans[0].start if spans else 0
        words = " ".join(article.text[start : start + 4 * HEADLINE].split())
        return words if len(words) <= HEADLINE else words[:HEADLINE].rsplit(" ", 1)[0] + "…"

    @property
    def tells_title(self) -> bool:
        """Whether the text itself holds the title."""
        return any(z.kind == "title" for z in self.record.article.zones)

    @cached_property
    def lines(self) -> list[Line]:
        """The article, line by line, cut into marked segments."""
        zones = [(z.start, z.stop, z.kind) for z in self.record.article.zones]
        return lines(self.record.article.text, zones, marks(self.record))

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {e.id: e for e in self.record.entities}

    def entity(self, key: str) -> Entity:
        """The entity with this id."""
        return self._entities[key]

    def outcomes(self, meeting: Meeting | None) -> list[Outcome]:
        """The outcomes of a meeting, or for None those of no meeting."""
        wanted = meeting.id if meeting else None
        return [o for o in self.record.outcomes if o.meeting == wanted]

    def gaps(self, fact: Meeting | Outcome) -> list[tuple[int, Warning]]:
        """The warnings about a fact, which stand on its trigger, with their numbers.

        One word may be the trigger of a meeting and of an outcome: codes tell whose they are.
        """
        other = "outcome_" if isinstance(fact, Meeting) else "meeting_"
        here = ((n, w) for n, w in self._warnings if w.span == fact.trigger)
        return [(n, w) for n, w in here if not w.code.startswith(other)]

    @property
    def loose_warnings(self) -> list[tuple[int, Warning]]:
        """The warnings that are about no fact, with their numbers."""
        facts: list[Meeting | Outcome] = [*self.record.meetings, *self.record.outcomes]
        told = {n for fact in facts for n, _ in self.gaps(fact)}
        return [(n, w) for n, w in self._warnings if n not in told]

    @property
    def _warnings(self) -> list[tuple[int, Warning]]:
        return list(enumerate(self.record.warnings, 1))

    def goods(self, outcome: Outcome) -> list[tuple[str, list[str]]]:
        """The items of an outcome by their way: ``from → to`` (or nothing), and the words."""
        ways: dict[str, list[str]] = {}
        for item in outcome.items:
            ends = [self.entity(i).name if i else "…" for i in (item.from_, item.to)]
            way = " → ".join(ends) if item.from_ or item.to else ""
            ways.setdefault(way, []).append(item.text)
        return list(ways.items())

    def by_type(self) -> Iterator[tuple[EntityType, list[Entity]]]:
        """The entities of each type that occurs, most mentioned first."""
        for kind in TYPES:
            found = [e for e in self.record.entities if e.type == kind]
            if found:
                yield kind, sorted(found, key=lambda e: -len(e.mentions))

    def object_of(self, relation: Relation) -> str:
        """The object of a relation in words."""
        thing = relation.object
        if isinstance(thing, PositionObject):
            owners = ", ".join(self.entity(i).name for i in thing.of)
            return f"{thing.title} ({owners})" if owners else thing.title
        return self.entity(thing).name

    def facets(self) -> dict[str, list[str]]:
        """What the record can be filtered by: values of each facet, each once."""
        record = self.record
        statuses = [m.status for m in record.meetings] + [o.status for o in record.outcomes]
        return {
            "person": _once(e.name for e in record.entities if e.type == "person"),
            "region": _once(e.name for e in record.entities if e.type == "region"),
            "act": _once(o.act for o in record.outcomes),
            "status": _once(statuses),
            "warning": _once(w.code for w in record.warnings),
        }


def marks(record: ArticleRecord) -> Iterator[Mark]:
    """Everything the text of a record is marked with; warnings are ``w1…`` in their order."""
    for entity in record.entities:
        for mention in entity.mentions:
            yield Mark(mention.start, mention.stop, entity.id, "entity", entity.type)
    for meeting in record.meetings:
        yield from _fact_marks(meeting)
        if meeting.date:
            yield Mark(meeting.date.start, meeting.date.stop, meeting.id, "date")
    for outcome in record.outcomes:
        yield from _fact_marks(outcome)
        yield Mark(outcome.content.start, outcome.content.stop, outcome.id, "content")
        for item in outcome.items:
            yield Mark(item.start, item.stop, outcome.id, "item")
    for number, warning in enumerate(record.warnings, 1):
        if warning.span:
            yield Mark(warning.span.start, warning.span.stop, f"w{number}", "warning")


def _fact_marks(fact: Meeting | Outcome) -> Iterator[Mark]:
    yield Mark(fact.trigger.start, fact.trigger.stop, fact.id, "trigger")
    for evidence in fact.evidence:
        yield Mark(evidence.start, evidence.stop, fact.id, "evidence")


def facet_values(views: Sequence[View]) -> dict[str, list[str]]:
    """Every value of every facet over all records, sorted."""
    found: dict[str, set[str]] = {}
    for view in views:
        for name, values in view.facets().items():
            found.setdefault(name, set()).update(values)
    return {name: sorted(values) for name, values in found.items()}


def _once(values: Iterator[str] | Sequence[str]) -> list[str]:
    return list(dict.fromkeys(values))
