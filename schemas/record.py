"""The record: one article in, one ``ArticleRecord`` out, checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, Field, model_validator

from .article import Article
from .base import Span, StrictModel
from .entities import Entity
from .facts import Meeting, Outcome, PositionObject, Relation

SCHEMA_VERSION = "1.1"


class PipelineInfo(StrictModel):
    """What made the record: enough to make it again."""

    name: str
    version: str
    models: dict[str, str] = {}


class Warning(StrictModel):
    """What could not be resolved, never silently dropped."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    message: str
    span: Span | None = None


class ArticleRecord(StrictModel):
    """The whole record.

    Validation fails (``pydantic.ValidationError``) when a span is not the slice it claims, an id
    is unknown or doubled, a reference has the wrong type, or zones overlap.
    """

    schema_version: str = Field(default=SCHEMA_VERSION, pattern=r"^1\.\d+$")
    pipeline: PipelineInfo
    article: Article
    entities: list[Entity] = []
    meetings: list[Meeting] = []
    outcomes: list[Outcome] = []
    relations: list[Relation] = []
    warnings: list[Warning] = []

    @classmethod
    def read(cls, data: str | bytes, *, ignore_unknown: bool = False) -> ArticleRecord:
        """Parse JSON; ``ignore_unknown`` reads a newer minor version by dropping its new fields."""
        if ignore_unknown:
            return cls.model_validate_json(data, extra="ignore")
        return cls.model_validate_json(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text: fixed key order, Cyrillic unescaped, no trailing newline."""
        return self.model_dump_json(by_alias=True, indent=indent)

    @model_validator(mode="after")
    def _spans_are_slices(self) -> ArticleRecord:
        text = self.article.text
        if all(text[start:stop] == words for start, stop, words in _slices(self)):
            return self
        for path, start, stop, words in _spans(self, "record"):
            if text[start:stop] != words:
                raise ValueError(f"{path}: text[{start}:{stop}] is not {words[:60]!r}")
        return self

    @model_validator(mode="after")
    def _zones_are_disjoint(self) -> ArticleRecord:
        last = 0
        for zone in self.article.zones:
            if zone.start < last or zone.stop > len(self.article.text):
                raise ValueError(f"zone [{zone.start}, {zone.stop}) overlaps or leaves the text")
            last = zone.stop
        return self

    @model_validator(mode="after")
    def _ids_resolve(self) -> ArticleRecord:
        types = _unique("entities", [(e.id, e.type) for e in self.entities])
        meetings = _unique("meetings", [(m.id, "meeting") for m in self.meetings])
        outcomes = _unique("outcomes", [(o.id, "outcome") for o in self.outcomes])
        for where, ref, wanted in _references(self):
            kind = types.get(ref) or meetings.get(ref) or outcomes.get(ref)
            if kind is None:
                raise ValueError(f"{where}: no such id {ref!r}")
            if wanted and kind not in wanted:
                raise ValueError(f"{where}: {ref!r} is a {kind}, not {' or '.join(wanted)}")
        return self


def _unique(name: str, pairs: list[tuple[str, str]]) -> dict[str, str]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(f"{name}: an id stands twice")
    return found


def _slices(record: BaseModel) -> Iterator[tuple[int, int, str]]:
    """What ``_spans`` gives, in no order and without the paths, which take time to tell."""
    left = [record]
    while left:
        fields = left.pop().__dict__
        if "start" in fields and "text" in fields and fields["start"] is not None:
            yield fields["start"], fields["stop"], fields["text"]
        for value in fields.values():
            if isinstance(value, BaseModel):
                left.append(value)
            elif isinstance(value, list):
                left.extend(item for item in value if isinstance(item, BaseModel))


def _spans(value: Any, path: str) -> Iterator[tuple[str, int, int, str]]:
    """Every part of a model that claims ``start``, ``stop`` and ``text``, with its path."""
    if isinstance(value, BaseModel):
        start, stop = getattr(value, "start", None), getattr(value, "stop", None)
        words = getattr(value, "text", None)
        if start is not None and stop is not None and words is not None:
            yield path, start, stop, words
        for name in type(value).model_fields:
            yield from _spans(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _spans(item, f"{path}[{index}]")


_ENTITY = ("person", "region", "organization", "event", "document", "facility")
_ACTOR = ("person", "region", "organization")
_OWNER = ("region", "organization")
_References = Iterator[tuple[str, str, tuple[str, ...]]]


def _references(record: ArticleRecord) -> _References:
    """Every id used as a reference: where, the id, the types allowed there."""
    for entity in record.entities:
        for position in getattr(entity, "positions", []):
            yield from ((f"{entity.id}.positions.of", ref, _OWNER) for ref in position.of)
        for ref in getattr(entity, "parties", []):
            yield f"{entity.id}.parties", ref, _ACTOR
    for meeting in record.meetings:
        yield from _meeting_references(meeting)
    for outcome in record.outcomes:
        yield from _outcome_references(outcome)
    for index, relation in enumerate(record.relations):
        yield from _relation_references(index, relation)


def _meeting_references(meeting: Meeting) -> _References:
    for participant in meeting.participants:
        yield f"{meeting.id}.participants", participant.entity, _ACTOR
        for ref in participant.represents:
            yield f"{meeting.id}.represents", ref, _OWNER
    if meeting.place:
        yield f"{meeting.id}.place", meeting.place, _ENTITY
    if meeting.host_event:
        yield f"{meeting.id}.host_event", meeting.host_event, ("event",)


def _outcome_references(outcome: Outcome) -> _References:
    for ref in outcome.parties:
        yield f"{outcome.id}.parties", ref, _ACTOR
    for ref in outcome.addressee:
        yield f"{outcome.id}.addressee", ref, _ACTOR
    if outcome.speaker:
        yield f"{outcome.id}.speaker", outcome.speaker, _ACTOR
    if outcome.document:
        yield f"{outcome.id}.document", outcome.document, ("document",)
    if outcome.meeting:
        yield f"{outcome.id}.meeting", outcome.meeting, ("meeting",)
    for item in outcome.items:
        for end in (item.from_, item.to):
            if end:
                yield f"{outcome.id}.items", end, _ACTOR


def _relation_references(index: int, relation: Relation) -> _References:
    where = f"relations[{index}]"
    yield f"{where}.subject", relation.subject, _ENTITY
    if isinstance(relation.object, PositionObject):
        yield from ((f"{where}.object.of", ref, _OWNER) for ref in relation.object.of)
    else:
        yield f"{where}.object", relation.object, _ENTITY
    if relation.source:
        yield f"{where}.source", relation.source, ("meeting", "outcome")
