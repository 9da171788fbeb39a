"""Whom a common noun or «который» as the subject means, of those the text has named."""

from __future__ import annotations

from collections.abc import Container

from ..drafts import EntityDraft, OrganizationDraft, RegionDraft
from ..nlp.words import fold
from .contacts import sides_of
from .view import View

_LEVELS = {
    "регион": ("subject",),
    "субъект": ("subject",),
    "страна": ("country",),
    "государство": ("country",),
    "республика": ("country",),
    "город": ("city",),
    "муниципалитет": ("city", "district"),
}
"""What a bare common noun for a place can mean."""
_ABROAD = frozenset({"провинция", "штат", "префектура", "вилайет", "аймак"})


def called(view: View, lemma: str, firms: Container[str]) -> list[EntityDraft]:
    """The sides that met which a common noun names: «область», of ``firms`` «перевозчик»."""
    sides = dict.fromkeys(s for m in view.document.contacts for s in sides_of(m))
    firm = lemma in firms
    found: list[EntityDraft] = [
        s
        for s in sides
        if lemma in fold(s.name).split()
        or (firm and isinstance(s, OrganizationDraft) and s.kind == "company")
        or (isinstance(s, RegionDraft) and _can_be_called(s, lemma))
    ]
    home: list[EntityDraft] = [s for s in found if isinstance(s, RegionDraft) and s.country == "RU"]
    return home if len(found) > 1 and len(home) == 1 else found


def right_before(view: View, pronoun: int) -> list[EntityDraft]:
    """«Поздравил Обама, который пригласил …»: whom the relative clause stands right behind."""
    if view.tokens[pronoun].lemma != "который":
        return []
    first = view.sentence_of(pronoun).first
    for actor in view.actors.within(first, pronoun - 1):
        if actor.last == pronoun - 1 and view.actors.case(actor) == "Nom":
            return [actor.entity] if actor.entity is not None else []
    return []


def _can_be_called(region: RegionDraft, lemma: str) -> bool:
    """Whether a bare common noun can mean a region: «регион», «страна», abroad «провинция»."""
    if lemma in _ABROAD:
        return region.country not in (None, "RU") and region.level != "country"
    return region.level in _LEVELS.get(lemma, ())
