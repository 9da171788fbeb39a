"""Where the participants of a trigger stand: slots by name, filled from the tree.

The parser often hangs «с X» on the wrong word in long sentences, so a prepositional slot that the
tree leaves empty is looked for to the right of the trigger, up to the next finite verb.
"""

from __future__ import annotations

from .view import View

_REACH = 30


def fill(view: View, slot: str, trigger: int, carrier: int | None) -> list[int]:
    """Head tokens of the phrases in a slot; see ``MeetingFrame`` for what slots there are."""
    if slot == "subject":
        return view.clauses.subjects(trigger)
    if slot == "object":
        return view.clauses.objects(trigger)
    if slot == "agent":
        return view.clauses.agents(trigger)
    if slot == "among":
        return _among(view, trigger)
    if ":" not in slot:
        return view.clauses.subjects(carrier) if carrier is not None else []
    preposition, case = slot.split(":")
    return _oblique(view, preposition, case, trigger, carrier)


def _oblique(
    view: View, preposition: str, case: str, trigger: int, carrier: int | None
) -> list[int]:
    found = view.clauses.obliques(trigger, preposition, case)
    if not preposition:
        return found
    if not found and carrier is not None and carrier != trigger:
        found = view.clauses.obliques(carrier, preposition, case)
    return found or _to_the_right(view, preposition, trigger)


def _to_the_right(view: View, preposition: str, trigger: int) -> list[int]:
    tokens, last = view.tokens, view.sentence_of(trigger).last
    wanted = {preposition, preposition + "о"}
    for index in range(trigger + 1, min(trigger + _REACH, last)):
        token = tokens[index]
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin":
            return []
        if token.pos == "ADP" and token.lemma in wanted:
            actor = _actor_after(view, index, last)
            if actor is not None:
                return [actor]
    return []


def _actor_after(view: View, index: int, last: int) -> int | None:
    for ahead in range(index + 1, min(index + 4, last)):
        actor = view.actors.at(ahead)
        if actor is not None:
            return actor.head
        if view.tokens[ahead].pos not in ("ADJ", "DET", "NUM", "PUNCT", "NOUN"):
            return None
    return None


def _among(view: View, trigger: int) -> list[int]:
    """«с участием A и B», «в составе делегации — A, B» in the trigger's sentence."""
    sentence = view.sentence_of(trigger)
    found: list[int] = []
    for index in range(sentence.first, sentence.last):
        if view.tokens[index].lemma == "участие" and view.tree.preposition(index) in ("с", "при"):
            found += view.clauses.obliques(index, "", "Gen")
    return found
