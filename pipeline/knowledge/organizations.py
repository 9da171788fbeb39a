"""Model of ``organizations.toml``."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from schemas.entities import OrganizationKind

from .lexicon import Entry, LexiconModel

Complement = Literal["owner", "name", "by", "of", "of-owned", "at", "post"]


class OrganizationHead(Entry):
    """Nouns that head the names of bodies and firms.

    ``names`` says which complement makes a lower-case phrase a name: ``owner`` (a region or
    another organization: «правительство Самарской области»), ``name`` (quoted, Latin or with a
    capital: «завод «Прогресс»»), ``by`` («комитет по внешним связям»), ``of`` (a genitive:
    «министерство финансов»), ``at`` («посольство России в Китае», «совет при президенте»),
    ``of-owned`` (a genitive that the owner follows: «союз журналистов Карелии»),
    ``post`` (a post or a person in the genitive: «пресс-служба губернатора»).
    With a capital letter any of them does; ``wide`` heads then take genitives besides their owner
    («Совет муфтиев России»). Where a body has been named, heads that can stand
    ``alone`` go on as its name («правительство»), others only refer to it («компания»).
    Without a name of its own a head of two trades is of the kind ``otherwise`` («агентство
    развития» is no medium). ``plural`` heads are one body in the plural («вооружённые силы»);
    ``described`` ones name a body only with an adjective («правоохранительные органы Китая»).
    """

    id: str
    kind: OrganizationKind
    lemmas: list[str] = Field(min_length=1)
    names: list[Complement] = []
    alone: bool = False
    otherwise: OrganizationKind | None = None
    plural: bool = False
    wide: bool = False
    described: bool = False


class KnownOrganization(Entry):
    """A name known in advance: ``forms`` are its nominatives; capitals only are abbreviations.

    ``owned`` names belong to a region told beside them («МИД Таджикистана»); with ``lower`` the
    small-letter spelling counts too, of one word only with an owner («минюст Украины»). A
    ``seat`` is a building that stands for the body where it acts or speaks («Кремль ответил»).
    """

    id: str
    name: str
    kind: OrganizationKind
    forms: list[str] = Field(min_length=1)
    short_name: str | None = None
    owned: bool = False
    lower: bool = False
    seat: bool = False
    wikidata: str | None = None


class OrganizationPattern(Entry):
    """A regular expression for one-word names in any case form («Минтранс», «Росрыболовство»).

    With ``unknown`` only for words the dictionary does not know as common ones; ``small`` ones
    are written in small letters.
    """

    id: str
    kind: OrganizationKind
    regex: str
    owned: bool = False
    unknown: bool = False
    small: bool = False


class OrganizationsLexicon(LexiconModel):
    """``organizations.toml``."""

    file: ClassVar[str] = "organizations.toml"

    legal_forms: list[str]
    plain_modifiers: list[str]
    not_organizations: list[str]
    platforms: list[str]
    things: list[str]
    customs: list[str]
    web_zones: list[str]
    territories: list[str]
    media_words: list[str]
    seat_verbs: list[str]
    not_first: list[str]
    seat_nouns: list[str]
    head: list[OrganizationHead]
    name: list[KnownOrganization]
    pattern: list[OrganizationPattern]
