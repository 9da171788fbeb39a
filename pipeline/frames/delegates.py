"""Who stands for a body: the leader of its delegation, the one man who speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import Document
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft
from ..persons.represent import represents
from .chunks import Actor

if TYPE_CHECKING:
    from .actors import Actors

_HEADING = frozenset({"возглавлять", "возглавить", "возглавляемый"})
_LEADERSHIP = ("глава", "возглавлять", "руководство")
_OPENING = 4
_PHRASE = 20
_NEXT = 2


def head_of(document: Document, owner: EntityDraft, title: str = "") -> PersonDraft | None:
    """The one person of the article that speaks for ``owner`` (in the post ``title``)."""
    found = [
        p
        for p in document.people()
        if owner in represents(p) and (not title or any(q.title == title for q in p.positions))
    ]
    if not found:
        return _of_a_part(document, owner, title)
    return found[0] if len(found) == 1 else None


def _of_a_part(document: Document, owner: EntityDraft, title: str) -> PersonDraft | None:
    """«Китайский гость» may be the mayor of Харбин: the one person of a part of the country."""
    if not isinstance(owner, RegionDraft) or owner.level != "country" or title:
        return None
    found = [
        p
        for p in document.people()
        if any(isinstance(r, RegionDraft) and r.country == owner.country for r in represents(p))
    ]
    return found[0] if len(found) == 1 else None


def leader_of(actors: Actors, index: int) -> Actor | None:
    """«делегация … во главе с X», «делегация под руководством X», «делегация министра X»."""
    tokens = actors.document.tokens
    sentence = actors.document.sentences[tokens[index].sentence]
    if tokens[index].lemma.endswith("делегация"):
        for child in actors.tree.children(index, "nmod"):
            whose = actors.named(child.index)
            if whose is not None and whose.is_person and actors.case(whose) == "Gen":
                return whose
    for ahead in range(index + 1, min(index + _PHRASE, sentence.last)):
        if tokens[ahead].lemma in _LEADERSHIP and tokens[ahead - 1].lemma in ("во", "в", "под"):
            told = (actors.named(i) for i in range(ahead + 1, min(ahead + 6, sentence.last)))
            first = next((a for a in told if a is not None), None)
            return first if first is not None and first.is_person else None
        if tokens[ahead].lemma in _HEADING:
            told = (actors.named(i) for i in range(ahead + 1, sentence.last))
            return next((a for a in told if a is not None and a.is_person), None)
        if tokens[ahead].pos in ("VERB",) and tokens[ahead].feats.get("VerbForm") == "Fin":
            break
    following = range(sentence.index + 1, sentence.index + 1 + _NEXT)
    return next((x for n in following if (x := _leader_after(actors, n)) is not None), None)


def led_before(actors: Actors, index: int, owner: EntityDraft) -> PersonDraft | None:
    """The leader told before of a delegation of the same owner or country."""
    tokens = actors.document.tokens
    for at in range(index - 1, -1, -1):
        if not tokens[at].lemma.endswith("делегация"):
            continue
        leader = leader_of(actors, at)
        person = leader.entity if leader is not None else None
        if isinstance(person, PersonDraft):
            theirs = [actors.owner(at), *represents(person)]
            if any(o is owner or _is_within(o, owner) or _is_unknown(o) for o in theirs):
                return person
    return None


def _is_unknown(place: EntityDraft | None) -> bool:
    return isinstance(place, RegionDraft) and place.country is None


def _is_within(part: EntityDraft | None, whole: EntityDraft) -> bool:
    """Whether a place lies in a country."""
    return (
        isinstance(part, RegionDraft)
        and isinstance(whole, RegionDraft)
        and whole.level == "country"
        and part.country is not None
        and part.country == whole.country
    )


def guest_from(document: Document, owner: EntityDraft, before: int) -> PersonDraft | None:
    """«белорусский гость»: whom the text first named of those that speak for the place."""
    found = [
        (min(m.start for m in p.mentions), p)
        for p in document.people()
        if any(o is owner or _is_within(_place(o), owner) for o in represents(p))
    ]
    told = [x for x in found if x[0] < before]
    return min(told, key=lambda x: x[0])[1] if told else None


def _place(entity: EntityDraft) -> EntityDraft | None:
    """The place behind a body."""
    return entity.owner if isinstance(entity, OrganizationDraft) else entity


def _leader_after(actors: Actors, index: int) -> Actor | None:
    """«… с делегацией области. Её возглавил X»: the head of a next sentence tells who."""
    if index >= len(actors.document.sentences):
        return None
    sentence = actors.document.sentences[index]
    opening = actors.document.tokens[sentence.first : sentence.first + _OPENING]
    words = {t.lemma for t in opening}
    if not words & _HEADING or not words & {"она", "делегация"}:
        return None
    named = [actors.named(i) for i in range(sentence.first, sentence.last)]
    people = [a for a in named if a is not None and a.is_person]
    return next((a for a in people if actors.case(a) == "Nom"), None)


def states_of(owners: list[EntityDraft]) -> list[EntityDraft]:
    """«главы МИД России и Ирана»: whose ministry is named beside a country stands for its own."""
    if not any(isinstance(o, RegionDraft) for o in owners):
        return owners
    return [(o.owner or o) if isinstance(o, OrganizationDraft) else o for o in owners]
