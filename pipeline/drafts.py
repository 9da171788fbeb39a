"""Drafts of what the record will hold, before ids are given.

Drafts refer to each other as objects and compare by identity.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas import Act, EntityType, MeetingKind, MeetingStatus, MentionKind, OutcomeStatus, Topic
from schemas.entities import DocumentKind, EventKind, OrganizationKind, RegionLevel
from schemas.facts import DateBasis, DatePrecision


@dataclass(slots=True)
class MentionDraft:
    """``[start, stop)`` code points that name an entity."""

    start: int
    stop: int
    kind: MentionKind = "name"


@dataclass(eq=False)
class EntityDraft:
    """What all entities share; ``name`` is the canonical form."""

    name: str
    mentions: list[MentionDraft] = field(default_factory=list)
    wikidata: str | None = None

    @property
    def type(self) -> EntityType:
        """The contract's name of this type."""
        raise NotImplementedError

    def add(self, start: int, stop: int, kind: MentionKind = "name") -> None:
        """Add a mention unless the same stretch is there already."""
        if not any(m.start == start and m.stop == stop for m in self.mentions):
            self.mentions.append(MentionDraft(start, stop, kind))


@dataclass(eq=False)
class PositionDraft:
    """A post at ``[start, stop)``: nominative title, whose, acting or former."""

    title: str
    start: int
    stop: int
    of: list[EntityDraft] = field(default_factory=list)
    acting: bool = False
    former: bool = False


@dataclass(eq=False)
class PersonDraft(EntityDraft):
    """A person; name parts are nominative. ``gender`` is ``m``, ``f`` or empty.

    ``speaks_for`` are regions and bodies whose delegation the person leads.
    """

    first: str | None = None
    middle: str | None = None
    last: str | None = None
    gender: str = ""
    positions: list[PositionDraft] = field(default_factory=list)
    speaks_for: list[EntityDraft] = field(default_factory=list)

    @property
    def type(self) -> EntityType:
        return "person"


@dataclass(eq=False)
class RegionDraft(EntityDraft):
    """A place, with its codes where the registry knows them; ``within`` is the code of the
    subject that a town of Russia lies in.
    """

    level: RegionLevel = "other"
    country: str | None = None
    code: str | None = None
    within: str | None = None
    okato: str | None = None

    @property
    def type(self) -> EntityType:
        return "region"


@dataclass(eq=False)
class OrganizationDraft(EntityDraft):
    """A body or firm; ``owner`` the region or organization it belongs to."""

    kind: OrganizationKind = "other"
    short_name: str | None = None
    owner: EntityDraft | None = None

    @property
    def type(self) -> EntityType:
        return "organization"


@dataclass(eq=False)
class EventDraft(EntityDraft):
    """A named public event."""

    kind: EventKind = "other"
    year: int | None = None
    short_name: str | None = None

    @property
    def type(self) -> EntityType:
        return "event"


@dataclass(eq=False)
class DocumentDraft(EntityDraft):
    """A named or typed agreement."""

    kind: DocumentKind = "other"
    period_from: str | None = None
    period_to: str | None = None
    parties: list[EntityDraft] = field(default_factory=list)

    @property
    def type(self) -> EntityType:
        return "document"


@dataclass(eq=False)
class FacilityDraft(EntityDraft):
    """A building or venue."""

    @property
    def type(self) -> EntityType:
        return "facility"


@dataclass(eq=False)
class RoleDraft:
    """A post named in the text, whether or not a name stands beside it.

    ``[start, stop)`` covers the post with its owner and epithets («новый глава Омска»),
    ``[title_start, title_stop)`` the bare title. ``person`` is its holder where known: the name
    beside it (then ``attached``), the one to whom a predicate gives it, or the antecedent found by
    coreference. ``plural`` roles («главы регионов») speak of several people: ``group`` holds them
    where known.
    """

    title: str
    start: int
    stop: int
    title_start: int
    title_stop: int
    of: list[EntityDraft] = field(default_factory=list)
    acting: bool = False
    former: bool = False
    plural: bool = False
    attached: bool = False
    person: PersonDraft | None = None
    group: list[EntityDraft] = field(default_factory=list)


@dataclass(eq=False)
class SpeechDraft:
    """Words somebody said, at ``[start, stop)`` without the quotation marks.

    ``direct`` speech is quoted word for word (inside it «мы» and «я» are the speaker's side);
    reported speech is a clause («сообщил, что …», «по словам …»). ``speaker`` is None where the
    text does not make it clear; ``verb`` is the word that introduces the speech, if any.
    """

    start: int
    stop: int
    direct: bool
    speaker: EntityDraft | None = None
    verb: tuple[int, int] | None = None


@dataclass(eq=False)
class DateDraft:
    """A date at ``[start, stop)``; ``value`` as in the contract.

    ``bound`` dates only limit a time («до 1 июня», «соглашение от 5 мая»): nothing happens then.
    """

    start: int
    stop: int
    value: str
    precision: DatePrecision
    basis: DateBasis
    bound: bool = False


@dataclass(eq=False)
class ParticipantDraft:
    """Who met, for whom, as what; ``attending`` those told of as present, not as sides."""

    entity: EntityDraft
    represents: list[EntityDraft] = field(default_factory=list)
    role: str | None = None
    attending: bool = False


@dataclass(eq=False)
class MeetingDraft:
    """A meeting; ``sentences`` are the indices of its evidence, the first the main one.

    ``recalled`` ones the text puts before the day it tells of («ранее», «напомним»), ``apart``
    ones beside a larger one («отдельно»), a visit's ``body`` is the one visited;
    of a ``lone`` one the other side has no name or is a part of the visitor's own land, or only
    whose sitting it was is told: no outcome comes of it; ``signs`` say how it was found, for its
    confidence.
    """

    kind: MeetingKind
    status: MeetingStatus
    participants: list[ParticipantDraft]
    trigger: tuple[int, int]
    sentences: list[int]
    frame: str
    format: str | None = None
    date: DateDraft | None = None
    place: EntityDraft | None = None
    host_event: EventDraft | None = None
    topics: list[Topic] = field(default_factory=list)
    cameo: str = "040"
    plover: str = "CONSULT"
    confidence: float = 0.5
    prior: float = 0.5
    recalled: bool = False
    apart: bool = False
    lone: bool = False
    body: EntityDraft | None = None
    signs: set[str] = field(default_factory=set)


@dataclass(eq=False)
class ItemDraft:
    """Goods or a service at ``[start, stop)``."""

    start: int
    stop: int
    source: EntityDraft | None = None
    target: EntityDraft | None = None


@dataclass(eq=False)
class OutcomeDraft:
    """An act on one object; ``prior`` and ``signs`` are what its confidence was reckoned from."""

    act: Act
    status: OutcomeStatus
    content: tuple[int, int]
    trigger: tuple[int, int]
    sentences: list[int]
    frame: str
    parties: list[EntityDraft] = field(default_factory=list)
    speaker: EntityDraft | None = None
    addressee: list[EntityDraft] = field(default_factory=list)
    items: list[ItemDraft] = field(default_factory=list)
    document: DocumentDraft | None = None
    meeting: MeetingDraft | None = None
    topics: list[Topic] = field(default_factory=list)
    cameo: str = "030"
    plover: str = "AGREE"
    confidence: float = 0.5
    prior: float = 0.5
    signs: tuple[str, ...] = ()
