"""Meetings, outcomes and the flat relations drawn from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Span, StrictModel
from .entities import EntityId

MeetingKind = Literal["meeting", "talks", "visit", "call", "session", "signing"]
MeetingStatus = Literal["held", "planned", "possible", "denied"]
Act = Literal[
    "agreed",
    "signed",
    "discussed",
    "proposed",
    "offered",
    "invited",
    "interested",
    "instructed",
    "planned",
    "cooperates",
]
OutcomeStatus = Literal["done", "intended", "possible", "denied"]
Topic = Literal[
    "economy",
    "trade",
    "industry",
    "energy",
    "transport",
    "construction",
    "agriculture",
    "health",
    "education",
    "science",
    "technology",
    "culture",
    "tourism",
    "sport",
    "youth",
    "environment",
    "security",
    "military",
    "politics",
    "humanitarian",
    "finance",
    "other",
]
Predicate = Literal[
    "met_with",
    "holds_position",
    "represents",
    "took_part_in",
    "agreed_with",
    "signed",
    "supplies_to",
    "invited",
    "located_in",
]
DatePrecision = Literal["day", "month", "year"]
DateBasis = Literal["stated", "published", "dateline", "context"]
MeetingId = Annotated[str, Field(pattern=r"^m[1-9]\d*$")]
OutcomeId = Annotated[str, Field(pattern=r"^o[1-9]\d*$")]
Confidence = Annotated[float, Field(ge=0, le=1)]


class ResolvedDate(Span):
    """A date as written and as resolved.

    ``value`` is ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY`` or ``--MM-DD`` where no year can be known.
    ``basis`` says what settled it: the words alone (``stated``), the publication date, the
    dateline, or another date in the text (``context``).
    """

    value: str = Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}(-\d{2})?)$")
    precision: DatePrecision
    basis: DateBasis


class Participant(StrictModel):
    """Who met: a person, else an organization, else a region; and for whom."""

    entity: EntityId
    represents: list[EntityId] = []
    role: str | None = None


class Meeting(StrictModel):
    """One contact between parties; the same meeting told twice is one.

    ``frame`` names the lexicon's frame that found it (since 1.1).
    """

    id: MeetingId
    kind: MeetingKind
    format: str | None = None
    status: MeetingStatus
    participants: list[Participant] = Field(min_length=1)
    date: ResolvedDate | None = None
    place: EntityId | None = None
    host_event: EntityId | None = None
    topics: list[Topic] = []
    cameo: str = Field(pattern=r"^\d{2,4}$")
    plover: str
    trigger: Span
    evidence: list[Span] = Field(min_length=1)
    confidence: Confidence
    frame: str | None = None


class Item(Span):
    """Goods or a service; ``from`` and ``to`` are entity ids where a trade is described."""

    from_: EntityId | None = Field(default=None, alias="from")
    to: EntityId | None = None


class Outcome(StrictModel):
    """One act on one object: agreed, signed, discussed …

    ``frame`` names the lexicon's frame that found it (since 1.1).
    """

    id: OutcomeId
    act: Act
    status: OutcomeStatus
    parties: list[EntityId] = []
    speaker: EntityId | None = None
    addressee: list[EntityId] = []
    content: Span
    items: list[Item] = []
    document: EntityId | None = None
    meeting: MeetingId | None = None
    topics: list[Topic] = []
    cameo: str = Field(pattern=r"^\d{2,4}$")
    plover: str
    trigger: Span
    evidence: list[Span] = Field(min_length=1)
    confidence: Confidence
    frame: str | None = None


class PositionObject(StrictModel):
    """The object of a ``holds_position`` relation."""

    title: str
    of: list[EntityId] = []


class Relation(StrictModel):
    """A fact as a flat row; ``source`` is the meeting or outcome behind it, null for a position."""

    subject: EntityId
    predicate: Predicate
    object: EntityId | PositionObject
    source: MeetingId | OutcomeId | None = None
