"""Where the participants of a trigger stand: slots by name, filled from the tree.

The parser often hangs «с X» on the wrong word in long sentences, so a prepositional slot that the
tree leaves empty is looked for to the right of the trigger, up to the next finite verb.
"""

from __future__ import annotations

from ..nlp.tree import is_finite
from .view import View

_REACH = 30
_GUESTS = frozenset({"гость", "гостья", "визитер"})
_PRONOUNS = frozenset({"он", "она", "они", "оно"})
_COMPANY = {
    "участие": ("с", "при"),
    "председательство": ("под",),
    "присутствие": ("в",),
}


def fill(view: View, slot: str, trigger: int, carrier: int | None) -> list[int]:
    """Head tokens of the phrases in a slot; see ``MeetingFrame`` for what slots there are."""
    if slot == "subject":
        return view.clauses.subjects(trigger) or _beside(view, trigger, "Nom")
    if slot == "object":
        return _object(view, trigger)
    if slot == "host":
        return _host(view, carrier, trigger)
    if slot == "agent":
        return view.clauses.agents(trigger)
    if slot == "among":
        return _among(view, trigger)
    if ":" not in slot:
        return view.clauses.subjects(carrier) if carrier is not None else []
    preposition, case = slot.split(":")
    return _oblique(view, preposition, case, trigger, carrier)


def _host(view: View, carrier: int | None, trigger: int) -> list[int]:
    """Whose statement the meeting is in the background of, from the nearest clause upward."""
    if carrier is None:
        return []
    verbs = [carrier, *(t.index for t in view.tree.ancestors(carrier) if t.pos == "VERB")]
    verbs += _verbs_before(view, trigger)
    for verb in verbs:
        found = view.clauses.subjects(verb)
        actors = [view.actors.at(i) for i in found]
        if any(a is not None and a.entity is not None for a in actors):
            return found
    return []


def _verbs_before(view: View, trigger: int) -> list[int]:
    """Verbs to the left in the sentence, nearest first: the parser may hang the noun too high."""
    first = view.sentence_of(trigger).first
    return [i for i in range(trigger - 1, first - 1, -1) if view.tokens[i].pos == "VERB"]


def _object(view: View, trigger: int) -> list[int]:
    """The object; a pronoun («где её принимал X») is the main clause's subject."""
    found = view.clauses.objects(trigger)
    if found and all(view.tokens[i].lemma in _GUESTS for i in found):
        return _visitor(view, trigger)
    if found and all(view.tokens[i].lemma in _PRONOUNS for i in found):
        for verb in view.tree.ancestors(trigger):
            if verb.pos == "VERB":
                above = [i for i in view.clauses.subjects(verb.index) if view.actors.at(i)]
                if above:
                    return above
        return _person_before(view, trigger) or found
    return found or _beside(view, trigger, "Acc")


def _beside(view: View, trigger: int, case: str) -> list[int]:
    """An actor in the case wanted that stands right beside a finite verb the parser left bare."""
    token = view.tokens[trigger]
    if token.pos != "VERB" or token.feats.get("VerbForm") != "Fin":
        return []
    if token.feats.get("Person") in ("1", "2"):
        return []
    sentence = view.sentence_of(trigger)
    for step in (-1, 1):
        for distance in range(1, 4):
            index = trigger + step * distance
            if not sentence.first <= index < sentence.last:
                break
            actor = view.actors.named(index)
            if actor is not None:
                found = view.actors.case(actor)
                bare = not view.tree.preposition(actor.head)
                if bare and found == case and (case == "Nom" or actor.is_person):
                    return [actor.head]
                break
            if view.tokens[index].pos not in ("ADV", "PART", "PRON"):
                break
    return []


def _visitor(view: View, trigger: int) -> list[int]:
    """«Гостей принял …»: the leader of the delegation told of before, else the last subject."""
    for index in range(trigger - 1, -1, -1):
        if view.tokens[index].lemma == "делегация":
            actor = view.actors.at(index)
            if actor is not None and actor.is_person:
                return [index]
    return _person_before(view, trigger)


def _person_before(view: View, trigger: int) -> list[int]:
    """The subject of the sentence before, if one person is."""
    sentence = view.sentence_of(trigger).index
    for back in range(1, 3):
        if sentence - back < 0:
            return []
        before = view.document.sentences[sentence - back]
        subjects = [
            t.index
            for t in view.document.sentence_tokens(before)
            if t.rel.startswith("nsubj")
            and (actor := view.actors.at(t.index)) is not None
            and actor.is_person
            and actor.entity is not None
        ]
        if subjects:
            return subjects[:1]
    return []


def _oblique(
    view: View, preposition: str, case: str, trigger: int, carrier: int | None
) -> list[int]:
    found = view.clauses.obliques(trigger, preposition, case)
    if not preposition:
        return found
    if not found and carrier is not None and carrier != trigger:
        found = view.clauses.obliques(carrier, preposition, case)
    found = found or _to_the_right(view, preposition, trigger)
    return found or (_to_the_left(view, trigger) if preposition == "с" else [])


def _to_the_left(view: View, trigger: int) -> list[int]:
    """«с консулом … говорил»: the company named before a verb that ends its clause."""
    first = view.sentence_of(trigger).first
    for index in range(trigger - 1, first - 1, -1):
        token = view.tokens[index]
        if is_finite(token) or token.text in (";", ":", "»"):
            return []
        if token.lemma in ("с", "со") and token.pos == "ADP":
            actor = view.actors.at(index + 1)
            return [actor.head] if actor is not None and actor.is_person else []
    return []


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
        word = view.tokens[index].lemma
        if word in _COMPANY and view.tree.preposition(index) in _COMPANY[word]:
            found += view.clauses.obliques(index, "", "Gen")
    return found
