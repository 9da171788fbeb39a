"""Two sides that a noun in the plural means: «обе страны», «стороны», «шесть стран: A, B …»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..drafts import EntityDraft, OrganizationDraft, RegionDraft
from ..nlp.tree import is_finite
from .contacts import able, apart, spoken_for
from .view import View

_PAIR = 2
_BEFORE = 2
"""How many sentences back «две страны» may have been named."""
_BEHIND = 5
_NEXT = 4
_STATES = frozenset({"страна", "государство", "правительство", "держава"})
_BODIES = frozenset({"компания", "корпорация", "концерн", "партия", "холдинг", "банк"})
_TOWNS = frozenset({"город", "муниципалитет"})
_LANDS = frozenset({"регион", "субъект", "область", "край", "провинция"})
_OF_KIND = _STATES | _BODIES
SIDES = _OF_KIND | {"сторона", "регион", "они", "область"}
_PHRASE = 7
"""How many words a subject may have before the colon that lists who it is."""


def told_pair(view: View, index: int) -> list[EntityDraft]:
    """The two sides that «две страны», «стороны», «они» means: joined before, in this sentence or
    shortly before it, else the only two of their kind told of there.
    """
    lemma, here = _plural_near(view, index), view.sentence_of(index)
    if not lemma:
        return []
    sentences = view.document.sentences
    for number in range(here.index, max(-1, here.index - _BEFORE - 1), -1):
        first = sentences[number].first
        last = index if number == here.index else sentences[number].last
        for pair in _groups(view, first, last):
            if all(can_be(s, lemma) for s in pair):
                return pair
    if lemma not in _OF_KIND:
        return []
    first = sentences[max(0, here.index - _BEFORE)].first
    told = officials(a.entity for a in view.actors.within(first, here.last))
    sides = [s for s in told if can_be(s, lemma)]
    return sides if len(sides) == _PAIR else []


def _plural_near(view: View, index: int) -> str:
    """The noun for both sides at a token, or behind a paper («договор двух стран»)."""
    words = view.tokens[index : min(index + _BEHIND, len(view.tokens))]
    return next((t.lemma for t in words if t.lemma in SIDES), "")


def can_be(side: EntityDraft, lemma: str) -> bool:
    """Whether a noun for both sides can mean a side: «страны» are states, «компании» firms."""
    if lemma in _STATES:
        return isinstance(side, RegionDraft) and side.level == "country"
    if lemma in _BODIES:
        return isinstance(side, OrganizationDraft)
    if lemma in _TOWNS:
        return isinstance(side, RegionDraft) and side.level not in ("country", "subject")
    if lemma in _LANDS:
        return isinstance(side, RegionDraft) and side.level != "country"
    return True


def listed_after(view: View, head: int) -> list[EntityDraft]:
    """«Пять стран: A, B и C»: who stands behind the colon or the dash after a word."""
    last = view.sentence_of(head).last
    for index in range(head + 1, min(head + _PHRASE, last - 1)):
        if is_finite(view.tokens[index]):
            return []
        if view.tokens[index].text in (":", "—", "–"):
            first = next(view.actors.within(index + 1, min(index + _NEXT, last)), None)
            sides = group_of(view, first.head) if first is not None else []
            return sides if len(sides) >= _PAIR else []
    return []


def _groups(view: View, first: int, last: int) -> Iterator[list[EntityDraft]]:
    """Groups of two or more sides, the last first."""
    for actor in reversed(list(view.actors.within(first, last))):
        sides = group_of(view, actor.head)
        if len(sides) == _PAIR:
            yield sides


def group_of(view: View, head: int) -> list[EntityDraft]:
    """The places and bodies joined at a token that are not of one side."""
    return officials(a.entity for a in view.actors.group(head))


def officials(entities: Iterable[EntityDraft | None]) -> list[EntityDraft]:
    """The places and bodies that entities are or speak for, each side once."""
    sides = able(spoken_for(e) for e in entities if e is not None)
    return apart(e for e in sides if isinstance(e, (RegionDraft, OrganizationDraft)))
