"""Model of ``events.toml``."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from schemas.entities import EventKind

from .lexicon import Entry, LexiconModel

EventSign = Literal["capital", "name", "number", "of", "place", "by", "in"]


class EventHead(Entry):
    """Nouns that head the names of public events.

    ``names`` says what makes a phrase a name: a ``capital`` (on the head or a modifier, not by
    standing first in a sentence), a quoted or Latin ``name``, an ordinal ``number``, any genitive
    (``of``), a genitive that holds a place, a body or a capital (``place``), «по» with a dative
    (``by``), «в» or «на» with a place (``in``). With ``capital_head`` the head itself must have a
    capital; ``plural`` asks for the plural («Дни культуры»). Heads that do not ``nests`` are no
    event inside a body's name («Движение за освобождение Азавада»).
    """

    id: str
    kind: EventKind
    lemmas: list[str] = Field(min_length=1)
    names: list[EventSign] = []
    capital_head: bool = False
    plural: bool = False
    held_in: bool = False
    nests: bool = True


class KnownEvent(Entry):
    """An event known in advance; ``forms`` are its nominatives, capitals only are abbreviations."""

    id: str
    name: str
    kind: EventKind
    forms: list[str] = Field(min_length=1)
    short_name: str | None = None


class EventsLexicon(LexiconModel):
    """``events.toml``."""

    file: ClassVar[str] = "events.toml"

    plain_modifiers: list[str]
    plans: list[str]
    streets: list[str]
    head: list[EventHead]
    name: list[KnownEvent]
