"""For whom an act is done where the subject does not say it."""

from __future__ import annotations

from ..document import Token
from ..drafts import EntityDraft, OrganizationDraft, RegionDraft
from ..nlp.tree import is_finite
from .contacts import able, spoken_for
from .found import Found
from .view import View

_SIDE = frozenset({"сторона", "имя"})
_POWERS = frozenset({"government", "international"})


def on_behalf(view: View, verb: int) -> list[EntityDraft]:
    """«С российской стороны подтверждена готовность», «со стороны Турции», «от имени …»."""
    for child in view.tree.children(verb, "obl", "nmod"):
        if child.lemma in _SIDE and view.tree.preposition(child.index) in ("с", "со", "от"):
            return able(spoken_for(e) for e in view.actors.owners(child.index))
    # «При обсуждении итогов сессии с российской стороны подтверждена …»: hung on a noun.
    for index in range(view.sentence_of(verb).first + 2, verb):
        token = view.tokens[index]
        if token.lemma == "сторона" and view.tokens[index - 2].folded in ("с", "со"):
            return able(spoken_for(e) for e in view.actors.owners(index))
    return []


def between(view: View, found: Found) -> list[EntityDraft]:
    """«Соглашение заключено между A и B», «контракт между A и B продлён»."""
    for word in (found.trigger, found.head):
        for head in view.clauses.obliques(word, "между", "Ins"):
            named = [a.entity for a in view.actors.group(head) if a.entity is not None]
            if len(named) > 1:
                return named
    return []


def in_whose_name(view: View, verb: int) -> list[EntityDraft]:
    """«В МИД Турции потребовали», «в Анкаре готовы обсудить»: whose people a bare plural means."""
    token = view.tokens[verb]
    if token.feats.get("Number") != "Plur" or token.feats.get("Person") in ("1", "2"):
        return []
    for governor in (token, *_telling_verbs(view, verb)):
        for head in view.clauses.obliques(governor.index, "в", "Loc"):
            actor = view.actors.named(head)
            entity = actor.entity if actor is not None and not actor.role else None
            if isinstance(entity, OrganizationDraft) and entity.kind in _POWERS:
                return able([spoken_for(entity)])
            if isinstance(entity, RegionDraft) and entity.level in ("country", "city"):
                return [entity]
    return []


def _telling_verbs(view: View, verb: int) -> list[Token]:
    """«В МИД заявили, что готовы»: the bare plural verbs above, whose subject the inner one has."""
    above = []
    for token in view.tree.ancestors(verb):
        plural = token.feats.get("Number") == "Plur" and is_finite(token)
        if not plural or view.clauses.subjects(token.index):
            break
        above.append(token)
    return above


def promised_for(view: View, found: Found) -> list[EntityDraft]:
    """«Заверил, что Германия примет беженцев»: the state or body that is to do what is promised."""
    if not ("that" in found.frame.content and found.first <= found.head < found.last):
        return []
    subjects = [i for i in view.clauses.subjects(found.head) if found.first <= i < found.last]
    named = [a.entity for i in subjects for a in view.actors.group(i) if a.entity is not None]
    sides = [e for e in named if isinstance(e, (RegionDraft, OrganizationDraft))]
    return able(spoken_for(e) for e in sides) if len(sides) == len(subjects) else []
