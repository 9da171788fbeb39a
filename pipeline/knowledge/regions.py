"""Models of ``regions.toml`` and ``countries.toml``: places written by hand, heads, word lists."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from schemas.entities import RegionLevel

from .lexicon import Entry, LexiconModel


class PlaceEntry(Entry):
    """A place written by hand; all forms are nominative singular (demonyms too).

    ``names`` need a capital letter in the text, ``aliases`` (periphrases) do not,
    ``abbreviations`` are compared letter for letter. ``prefixes`` open compound adjectives
    («франко-»). ``weak`` forms mean the place only where something else agrees.
    """

    id: str
    name: str
    level: RegionLevel
    country: str | None = None
    code: str | None = None
    okato: str | None = None
    wikidata: str | None = None
    capital: str | None = None
    parent: str | None = None
    names: list[str] = []
    aliases: list[str] = []
    abbreviations: list[str] = []
    adjectives: list[str] = []
    demonyms: list[str] = []
    prefixes: list[str] = []
    weak: list[str] = []


class PlaceHead(Entry):
    """A noun that says what kind of place its name is («область», «провинция», «село»).

    With ``adjective`` the name is the adjective before it («Данковский район»); with ``name`` the
    name follows («провинция Хэйлунцзян»). ``whole`` heads belong to the mention when the name
    follows («Республика Карелия»). ``short`` are abbreviations that need a stop («г.», «обл.»),
    ``bodies`` words for what such a place alone has («Гомельский облисполком»).
    """

    id: str
    lemmas: list[str] = Field(min_length=1)
    level: RegionLevel
    short: list[str] = []
    bodies: list[str] = []
    adjective: bool = False
    name: bool = False
    whole: bool = False


class AmbiguousAbbreviation(Entry):
    """An abbreviation of several places: ids, the likeliest first; ``domains`` settle it.

    With ``after`` it is a place only after one of these lemmas («губернатор СК»).
    """

    id: str
    places: list[str] = Field(min_length=1)
    domains: dict[str, str] = {}
    after: list[str] = []


class RegionsLexicon(LexiconModel):
    """``regions.toml``."""

    file: ClassVar[str] = "regions.toml"

    place: list[PlaceEntry]
    head: list[PlaceHead]
    ambiguous: list[AmbiguousAbbreviation]
    modifiers: list[str]
    not_places: list[str]
    common_adjectives: list[str]
    facility_words: list[str]
    place_prepositions: list[str]
    governors: list[str]
    political_verbs: list[str]
    political_nouns: list[str]
    political_owned: list[str]


class CountriesLexicon(LexiconModel):
    """``countries.toml``: everyday names of countries, over the names CLDR gives."""

    file: ClassVar[str] = "countries.toml"

    place: list[PlaceEntry]
