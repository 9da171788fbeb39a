"""Model of ``titles.toml``."""

from __future__ import annotations

from typing import ClassVar

from .lexicon import Entry, LexiconModel


class TitleClass(Entry):
    """Posts that one holder can be named by: «губернатор», «глава региона», «градоначальник».

    ``lemmas`` are heads of posts, ``phrases`` heads with the noun they govern («глава региона»).
    """

    id: str
    lemmas: list[str]
    phrases: list[str] = []


class PlaceWord(Entry):
    """A common noun that a later sentence uses for a region named before.

    ``levels`` are the region's levels, ``names`` words that its name may hold, folded.
    """

    id: str
    levels: list[str] = []
    names: list[str] = []


class TitlesLexicon(LexiconModel):
    """Heads of posts and the words around them, all folded."""

    file: ClassVar[str] = "titles.toml"

    heads: list[str]
    prefixes: list[str]
    modifiers: list[str]
    acting: list[str]
    former: list[str]
    helpers: list[str]
    no_titles: list[str]
    generic_owners: list[str]
    title_class: list[TitleClass]
    place: list[PlaceWord]
