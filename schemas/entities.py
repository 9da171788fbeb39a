"""Entities: every person, region, organization, event, document and facility with its mentions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Span, StrictModel

EntityType = Literal["person", "region", "organization", "event", "document", "facility"]
MentionKind = Literal["name", "alias", "adjective", "role", "pronoun"]
RegionLevel = Literal[
    "country", "federal_district", "subject", "district", "city", "settlement", "other"
]
OrganizationKind = Literal[
    "company", "government", "education", "media", "party", "international", "other"
]
EventKind = Literal[
    "forum", "exhibition", "conference", "summit", "festival", "competition", "ceremony", "other"
]
DocumentKind = Literal[
    "agreement", "memorandum", "plan", "roadmap", "protocol", "contract", "program", "law", "other"
]
EntityId = Annotated[str, Field(pattern=r"^e[1-9]\d*$")]


class Mention(Span):
    """One place where the text names the entity; mentions of different entities may nest."""

    kind: MentionKind


class Position(StrictModel):
    """A post: ``title`` nominative, ``text`` as written, ``of`` the regions or organizations."""

    title: str = Field(min_length=1)
    text: str
    start: int = Field(ge=0)
    stop: int = Field(ge=1)
    of: list[EntityId] = []
    acting: bool = False
    former: bool = False


class _Entity(StrictModel):
    id: EntityId
    name: str = Field(min_length=1)
    mentions: list[Mention] = Field(min_length=1)
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")


class Person(_Entity):
    """A named human; given name, patronymic and surname are nominative, null where unknown."""

    type: Literal["person"] = "person"
    first: str | None = None
    middle: str | None = None
    last: str | None = None
    positions: list[Position] = []


class Region(_Entity):
    """Any inhabited or administrative place.

    ``country`` is ISO 3166-1 alpha-2; ``code`` ISO 3166-2 for a subject and ISO 3166-1 for a
    country; ``okato`` the two-digit code of Russia's own classification. None of them is a claim.
    """

    type: Literal["region"] = "region"
    level: RegionLevel
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    code: str | None = Field(default=None, pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
    okato: str | None = Field(default=None, pattern=r"^\d{2}$")


class Organization(_Entity):
    """A body or firm by name, or by a fixed descriptor with an owner."""

    type: Literal["organization"] = "organization"
    kind: OrganizationKind = "other"
    short_name: str | None = None


class Event(_Entity):
    """A named public event (a forum, an exhibition), never a meeting."""

    type: Literal["event"] = "event"
    kind: EventKind = "other"
    year: int | None = Field(default=None, ge=1000, le=2999)
    short_name: str | None = None


class DocumentEntity(_Entity):
    """A named or typed agreement; periods are years or ISO dates."""

    type: Literal["document"] = "document"
    kind: DocumentKind = "other"
    period_from: str | None = None
    period_to: str | None = None
    parties: list[EntityId] = []


class Facility(_Entity):
    """A building or venue."""

    type: Literal["facility"] = "facility"


Entity = Annotated[
    Person | Region | Organization | Event | DocumentEntity | Facility,
    Field(discriminator="type"),
]
