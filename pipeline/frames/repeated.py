"""Whom a clause goes on to after its verb was said once: «с A обсудил дороги, с B – спорт»."""

from __future__ import annotations

from .chunks import Actor
from .order import actor_after, is_finite_verb
from .sides import Side
from .view import View

_DASHES = frozenset({"—", "–", "-"})
_WITH = frozenset({"с", "со"})
_JOINTS = frozenset({",", ";", "а", "и", "затем", "потом", "после", "позже", "далее", "уже"})
_NEAR = 5
_POST = 20
"""How many words the second company may have before its dash or its own topic."""


def gapped(view: View, sides: list[Side], trigger: int) -> list[Side]:
    """The further companies of a verb that has one: each behind «с» after a comma or «а».

    Each has a dash after it for the verb left out («с B – спорт»), or stands behind a word of
    order («а затем с B»).
    """
    known = [s for s in sides if s.slot == "с:Ins" and s.actor.entity is not None]
    within = _included(view, trigger)
    if not known or (within and within[0].actor.first < min(s.actor.first for s in known)):
        return [s for s in within if all(s.actor.entity is not k.actor.entity for k in known)]
    sentence = view.sentence_of(trigger)
    found: list[Side] = []
    index, stop = max(s.actor.last for s in known), sentence.last
    while index < stop:
        token = view.tokens[index]
        if is_finite_verb(token) and index > trigger:
            break
        if token.text.lower() in _WITH and _opens(view, index):
            actor = _company(view, index, stop)
            if actor is not None and _is_apart(view, index, actor, stop):
                joined = [a for a in view.actors.group(actor.head) if a.first > actor.first]
                company = [actor, *(a for a in joined if a.entity is not None)]
                found += [Side("с:Ins", a, "order") for a in company]
                index = max(a.last for a in company)
                continue
        index += 1
    return found


def _included(view: View, trigger: int) -> list[Side]:
    """«встретился с коллегами, в том числе с A и B», «включая A»: those named of a group."""
    last = view.sentence_of(trigger).last
    for index in range(trigger + 2, min(trigger + _POST, last - 1)):
        token, before = view.tokens[index], view.tokens[index - 1]
        if is_finite_verb(token):
            break
        if token.text.lower() != "включая" and (before.lemma, token.lemma) != ("тот", "число"):
            continue
        first = next(view.actors.within(index + 1, min(index + _NEAR, last)), None)
        group = view.actors.group(first.head) if first is not None and first.is_person else []
        return [Side("с:Ins", a, "order") for a in group if a.entity is not None]
    return []


def _opens(view: View, index: int) -> bool:
    before = view.tokens[index - 1]
    return before.lemma in _JOINTS or before.text in _DASHES


def _company(view: View, index: int, stop: int) -> Actor | None:
    head = actor_after(view, index, stop, "Ins")
    actor = view.actors.at(head) if head is not None else None
    return actor if actor is not None and actor.entity is not None else None


def _is_apart(view: View, index: int, actor: Actor, stop: int) -> bool:
    """Whether a dash stands for the verb, or a word of order goes on to another company."""
    before = view.tokens[index - 1]
    if before.text in _DASHES or before.lemma in _JOINTS - {",", ";", "а", "и"}:
        # «…, а после – с его коллегой», «затем с B»
        return True
    after = view.tokens[actor.last : min(actor.last + _POST, stop)]
    dash = next((t.index for t in after if t.text in _DASHES), None)
    if dash is None:
        return False
    between = view.tokens[actor.last : dash]
    return not any(is_finite_verb(t) or t.text in (",", ";") for t in between)
