"""Model of ``titles.toml``."""

from __future__ import annotations

from typing import ClassVar, Literal

from schemas.entities import OrganizationKind, RegionLevel

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


class OwnerNoun(Entry):
    """Common nouns that stand for an organization of ``kinds`` or a region of ``levels``.

    With ``stems`` only for one in whose name a word begins with one of them.
    """

    id: str
    lemmas: list[str]
    kinds: list[OrganizationKind] = []
    stems: list[str] = []
    levels: list[RegionLevel] = []


class Territory(Entry):
    """Offices of a rank of region: ``heads`` of posts, and ``words`` in a title that tell it.

    ``abroad`` ranks are those that Russia does not have.
    """

    id: str
    levels: list[RegionLevel]
    abroad: bool = False
    heads: list[str]
    words: list[str]


class Predicate(Entry):
    """Verbs or nouns that give a post to their subject, object or genitive.

    ``office`` says whether they take «на пост», «с поста» too.
    """

    id: str
    lemmas: list[str]
    holder: Literal["subject", "object", "genitive"]
    former: Literal["never", "past", "always"] = "never"
    office: bool = True


class Leading(Entry):
    """Verbs whose subject heads what they govern in ``case``: «возглавил банк» → ``title``."""

    id: str
    lemmas: list[str]
    title: str
    case: Literal["Acc", "Ins"]


class OfficeBody(Entry):
    """Offices, and how a word begins in the names of the bodies that they are in."""

    id: str
    words: list[str]
    stems: list[str]


class TitlesLexicon(LexiconModel):
    """Heads of posts and the words around them, all folded."""

    file: ClassVar[str] = "titles.toml"

    heads: list[str]
    prefixes: list[str]
    modifiers: list[str]
    epithets: list[str]
    acting: list[str]
    former: list[str]
    helpers: list[str]
    instrumental: list[str]
    kin: list[str]
    peers: list[str]
    standing: list[str]
    links: list[str]
    inner: list[str]
    generic_owners: list[str]
    state_bodies: list[str]
    offices: list[str]
    succeeding: list[str]
    unreal: list[str]
    title_class: list[TitleClass]
    owner_noun: list[OwnerNoun]
    office_body: list[OfficeBody]
    deputies: list[str]
    territory: list[Territory]
    place: list[PlaceWord]
    predicate: list[Predicate]
    leading: list[Leading]
