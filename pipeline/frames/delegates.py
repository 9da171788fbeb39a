"""Who stands for a body: the leader of its delegation, the one man who speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import Document
from ..drafts import EntityDraft, PersonDraft
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
    return found[0] if len(found) == 1 else None


def leader_of(actors: Actors, index: int) -> Actor | None:
    """«делегация … во главе с X», «делегация под руководством X», «делегация министра X»."""
    tokens = actors.document.tokens
    sentence = actors.document.sentences[tokens[index].sentence]
    if tokens[index].lemma == "делегация":
        for child in actors.tree.children(index, "nmod"):
            whose = actors.named(child.index)
            if whose is not None and whose.is_person and actors.case(whose) == "Gen":
                return whose
    for ahead in range(index + 1, min(index + _PHRASE, sentence.last)):
        if tokens[ahead].lemma in _LEADERSHIP and tokens[ahead - 1].lemma in ("во", "в", "под"):
            for actor in actors.within(ahead + 1, min(ahead + 6, sentence.last)):
                return actor if actor.is_person else None
        if tokens[ahead].lemma in _HEADING:
            people = [a for a in actors.within(ahead + 1, sentence.last) if a.is_person]
            return people[0] if people else None
        if tokens[ahead].pos in ("VERB",) and tokens[ahead].feats.get("VerbForm") == "Fin":
            break
    following = range(sentence.index + 1, sentence.index + 1 + _NEXT)
    return next((x for n in following if (x := _leader_after(actors, n)) is not None), None)


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
