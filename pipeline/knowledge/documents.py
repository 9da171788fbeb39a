"""Models of ``documents.toml`` and ``facilities.toml``."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from schemas.entities import DocumentKind

from .lexicon import Entry, LexiconModel


class DocumentHead(Entry):
    """Nouns that head a document's title.

    ``bare`` ones are documents without anything after them when something is signed;
    ``needs`` words must follow the head («дорожная карта» is one, «карта» is not) or stand before.
    """

    id: str
    kind: DocumentKind
    lemmas: list[str] = Field(min_length=1)
    before: list[str] = []


class DocumentsLexicon(LexiconModel):
    """``documents.toml``."""

    file: ClassVar[str] = "documents.toml"

    plain_modifiers: list[str]
    head: list[DocumentHead]


class Venue(Entry):
    """A building known by name; ``forms`` are its nominatives, one to three words."""

    id: str
    name: str
    forms: list[str] = Field(min_length=1)
    wikidata: str | None = None


class FacilitiesLexicon(LexiconModel):
    """``facilities.toml``: ``heads`` make a venue of a name beside them, ``body_heads`` only where
    something happens (a theatre is a body too), ``capital_heads`` only with a capital («Зал»).
    """

    file: ClassVar[str] = "facilities.toml"

    heads: list[str]
    body_heads: list[str]
    capital_heads: list[str]
    venue: list[Venue]
