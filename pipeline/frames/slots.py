"""Where the participants of a trigger stand: slots by name, filled from the tree or by order.

The tree is the first witness. The parser often hangs «с X» on the wrong word in long sentences or
leaves a verb without its subject, so a slot that the tree leaves empty is looked for by order and
case: a prepositional one to the right of the trigger up to the next finite verb, a subject or an
object among the nearest bare names of the clause.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from ..document import Token
from .antecedents import last_guest, last_person
from .chunks import Actor
from .presence import addressed, among, present, together
from .view import View

How = Literal["tree", "order", "context"]

_REACH = 30
_NEAR = 8
_PHRASE = 10
_GUESTS = frozenset({"гость", "гостья", "визитер", "делегация", "дипломат"})
_PRONOUNS = frozenset({"он", "она", "они", "оно"})
_OBJECTIVE = frozenset({"Acc", "Gen", "Loc"})
_UNDECLINED = tuple("оеиуюэы")
_TRANSPARENT = frozenset({"ADV", "PART", "PRON", "ADJ", "DET", "NUM"})


class Filled(NamedTuple):
    """Head tokens of the phrases in a slot, and whether the tree or the word order gave them."""

    heads: list[int]
    how: How = "tree"


def fill(view: View, slot: str, trigger: int, carrier: int | None) -> list[int]:
    """Head tokens of the phrases in a slot; see ``MeetingFrame`` for what slots there are."""
    return locate(view, slot, trigger, carrier).heads


def locate(view: View, slot: str, trigger: int, carrier: int | None) -> Filled:
    """As ``fill``, with the evidence."""
    if slot in _SIMPLE:
        return _SIMPLE[slot](view, trigger)
    if slot == "host":
        return Filled(_host(view, carrier, trigger))
    if ":" not in slot:
        if carrier is None:
            return Filled([])
        return _subject(view, carrier) if carrier != trigger else Filled([])
    preposition, case = slot.split(":")
    if " " in preposition:
        return Filled(_behind_words(view, preposition.split(), case, trigger), "order")
    return _oblique(view, preposition, case, trigger, carrier)


def _subject(view: View, verb: int) -> Filled:
    """Who does it; by order where the tree has nobody, or only a thing that nobody speaks of."""
    fronted = _fronted(view, verb)
    found = [i for i in view.clauses.subjects(verb) if i not in fronted]
    if found and all(_is_guest(view, i) for i in found):
        return Filled(last_guest(view, verb) or found, "context")
    if len(found) > 1:
        # A verb has one subject (others join it): the parser gave it that of another clause too.
        posts = [i for i in found if view.tokens[i].feats.get("Number") == "Plur"]
        found = posts[:1] or [min(found, key=lambda i: abs(i - verb))]
    if any(_is_somebody(view, i) for i in found):
        return Filled(found)
    beside = _beside(view, verb, "Nom")
    if not beside and view.tokens[verb].feats.get("VerbForm") in ("Conv", "Inf"):
        beside = _controller(view, verb)
    return Filled(beside, "order") if beside else Filled(found)


def _is_guest(view: View, index: int) -> bool:
    """«Гость», or a delegation that is not said to be anybody's."""
    lemma = view.tokens[index].lemma
    return lemma in _GUESTS and view.actors.at(index) is None


def _controller(view: View, verb: int) -> list[int]:
    """Whose a converb or an infinitive is: the subject of the nearest finite verb that has one."""
    for other in _other_verbs(view, verb):
        found = view.clauses.subjects(other) or _beside(view, other, "Nom")
        if found:
            return found if all(view.actors.at(i) for i in found) else []
    return []


def _is_somebody(view: View, index: int) -> bool:
    token = view.tokens[index]
    return view.actors.at(index) is not None or (
        token.pos in ("NOUN", "PROPN", "PRON") and token.feats.get("Animacy") != "Inan"
    )


def _host(view: View, carrier: int | None, trigger: int) -> list[int]:
    """Whose statement the meeting is in the background of, from the nearest clause outward."""
    verbs = [] if carrier is None else [carrier]
    if carrier is not None:
        verbs += [t.index for t in view.tree.ancestors(carrier) if t.pos in ("VERB", "ADJ")]
    for verb in [*verbs, *_other_verbs(view, trigger)]:
        found = _subject(view, verb).heads
        actors = [view.actors.at(i) for i in found]
        if any(a is not None and a.entity is not None for a in actors):
            return found
        if any(view.tokens[i].lemma in _PRONOUNS for i in found):
            return found
    return []


def _other_verbs(view: View, trigger: int) -> list[int]:
    """The sentence's finite verbs, those before the trigger first, nearest first.

    The parser may hang the noun too high.
    """
    sentence = view.sentence_of(trigger)
    before = range(trigger - 1, sentence.first - 1, -1)
    after = range(trigger + 1, sentence.last)
    return [i for way in (before, after) for i in way if _is_finite(view.tokens[i])]


def _is_finite(token: Token) -> bool:
    return token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"


def _object(view: View, trigger: int) -> Filled:
    """The object; a pronoun («где её принимал X») or «гость» is whom the text spoke of last."""
    found = view.clauses.objects(trigger) or _fronted(view, trigger)
    if found and all(_is_guest(view, i) for i in found):
        return Filled(last_guest(view, trigger), "context")
    if found and all(view.tokens[i].text.lower() == "их" for i in found):
        return Filled(last_guest(view, trigger), "context")
    if found and all(view.tokens[i].lemma in _PRONOUNS for i in found):
        for verb in view.tree.ancestors(trigger):
            if verb.pos == "VERB":
                above = [i for i in view.clauses.subjects(verb.index) if view.actors.at(i)]
                if above:
                    return Filled(above, "context")
        return Filled(last_person(view, trigger) or found, "context")
    if found:
        return Filled(found)
    beside = _beside(view, trigger, "Nom" if view.clauses.is_passive(trigger) else "Acc")
    if not beside and any(_is_guest(view, i) for i in _around(view, trigger)):
        return Filled(last_guest(view, trigger), "context")
    return Filled(beside, "order")


def _fronted(view: View, verb: int) -> list[int]:
    """«Сийярто примет президент»: an undeclined name first, taken by the parser for the subject.

    A verb with a subject on each side has one too many.
    """
    stated = [t.index for t in view.tree.children(verb, "nsubj") if t.pos in ("NOUN", "PROPN")]
    if len(stated) != 2 or not stated[0] < verb < stated[1]:
        return []
    name = view.actors.named(stated[0])
    last = view.tokens[name.last - 1] if name is not None and name.is_person else None
    undeclined = last is not None and last.text.lower().endswith(_UNDECLINED)
    return stated[:1] if undeclined and name is not None and name.role is None else []


def _around(view: View, trigger: int) -> range:
    """The tokens right beside a trigger, in its sentence."""
    sentence = view.sentence_of(trigger)
    return range(max(sentence.first, trigger - 2), min(sentence.last, trigger + 3))


def _beside(view: View, trigger: int, case: str) -> list[int]:
    """The nearest bare actor in the case wanted in the clause of a finite verb."""
    token = view.tokens[trigger]
    short = token.feats.get("Variant") == "Short"
    if not (_is_finite(token) or short) or token.feats.get("Person") in ("1", "2"):
        return []
    sentence = view.sentence_of(trigger)
    for step in (1, -1):
        for distance in range(1, _NEAR):
            index = trigger + step * distance
            if not sentence.first <= index < sentence.last:
                break
            if _is_finite(view.tokens[index]) or view.tokens[index].lemma in (",", ";", ":"):
                break
            actor = view.actors.named(index)
            if actor is None:
                continue
            if _is_bare(view, actor, case):
                return [actor.head]
            if actor.role is None and not actor.is_person:
                continue
            break
    return []


def _is_bare(view: View, actor: Actor, case: str) -> bool:
    """Whether a phrase can be the argument: no preposition, nothing that governs it as a noun."""
    head = view.tokens[actor.head]
    before = view.tokens[actor.first - 1] if actor.first else None
    if view.tree.preposition(actor.head) or (before is not None and before.pos == "ADP"):
        return False
    if case == "Acc":
        # A surname alone is often tagged for another case; after a noun it is a genitive.
        # «принял в мэрии посла»: the noun of a place told first is no owner's.
        noun = before is not None and before.pos == "NOUN" and before.feats.get("Case") != "Loc"
        return actor.is_person and view.actors.case(actor) in _OBJECTIVE and not noun
    if view.actors.case(actor) != case:
        return False
    return actor.is_person or head.rel in ("nsubj", "nsubj:pass", "obj")


def _adjectives(view: View, trigger: int) -> list[int]:
    """Those of a noun and of what it is of: «заседание российско-иранской комиссии»."""
    nouns = [trigger, *(t.index for t in view.tree.children(trigger, "nmod"))]
    return [t.index for noun in nouns for t in view.tree.children(noun, "amod")]


def _oblique(view: View, preposition: str, case: str, trigger: int, carrier: int | None) -> Filled:
    found = [view.clauses.antecedent(i) for i in view.clauses.obliques(trigger, preposition, case)]
    if not preposition:
        if any(view.actors.at(i) for i in found) or view.tokens[trigger].pos == "VERB":
            return Filled(found)
        if case == "Dat" and carrier is not None:
            return Filled(view.clauses.obliques(carrier, "", "Dat"))
        beside = _right_behind(view, trigger, case)
        return Filled(beside, "order") if beside else Filled(found)
    if not found and carrier is not None and carrier != trigger:
        found = view.clauses.obliques(carrier, preposition, case)
    if any(_is_somebody(view, i) for i in found):
        return Filled(found)
    return Filled(_in_reach(view, preposition, case, trigger) or found, "order")


def _right_behind(view: View, trigger: int, case: str) -> list[int]:
    """The bare actor that follows a noun at once: «встреча раиса Татарстана и посла».

    What the noun governs may stand between: «обмен мнениями X и Y».
    """
    last = view.sentence_of(trigger).last
    for index in range(trigger + 1, min(trigger + 3, last)):
        actor = view.actors.named(index)
        if actor is not None:
            fits = view.actors.case(actor) == case and not view.tree.preposition(actor.head)
            return [actor.head] if fits else []
        token = view.tokens[index]
        governed = index == trigger + 1 and token.pos == "NOUN" and token.feats.get("Case") == "Ins"
        if token.pos not in _TRANSPARENT and not governed:
            return []
    return []


def _in_reach(view: View, preposition: str, case: str, trigger: int) -> list[int]:
    """The phrase with the preposition right of the trigger; for a verb also left of it.

    Phrases that the tree hangs on another finite verb are that verb's.
    """
    sentence = view.sentence_of(trigger)
    ways = [range(trigger + 1, min(trigger + _REACH, sentence.last))]
    if view.tokens[trigger].pos == "VERB" or preposition == "у":
        ways.append(range(trigger - 1, max(trigger - _REACH, sentence.first) - 1, -1))
    wanted = {preposition, preposition + "о"}
    for way in ways:
        for index in way:
            token = view.tokens[index]
            if _is_finite(token):
                break
            if token.pos == "ADP" and token.text.lower() in wanted:
                actor = _actor_after(view, index, sentence.last, case)
                if actor is not None and not _is_anothers(view, actor, trigger):
                    return [actor]
    return []


def _behind_words(view: View, words: list[str], case: str, trigger: int) -> list[int]:
    """The actor behind a preposition of several words: «обед в честь короля»."""
    last = view.sentence_of(trigger).last
    for index in range(trigger + 1, min(trigger + _PHRASE, last - len(words))):
        if [t.text.lower() for t in view.tokens[index : index + len(words)]] == words:
            actor = _actor_after(view, index + len(words) - 1, last, case)
            return [] if actor is None else [actor]
    return []


def _is_anothers(view: View, phrase: int, trigger: int) -> bool:
    """Whether the tree hangs a phrase on another finite verb that stands nearer to it."""
    head = view.tree.head(phrase)
    if head is None or head.index == trigger or not _is_finite(head):
        return False
    return abs(head.index - phrase) < abs(trigger - phrase)


def _actor_after(view: View, index: int, last: int, case: str) -> int | None:
    """The actor that a preposition governs, past a participle and what hangs on it."""
    for ahead in range(index + 1, min(index + _PHRASE, last)):
        token = view.tokens[ahead]
        if _is_finite(token) or (token.pos == "PUNCT" and token.text not in ("«", "»", '"')):
            return None
        actor = view.actors.at(ahead)
        if actor is not None and actor.head == ahead:
            own = view.tokens[actor.head].feats.get("Case", case)
            if not case or own == case or (own == "Nom" and actor.is_person):
                return actor.head
    return None


_SIMPLE: dict[str, Callable[[View, int], Filled]] = {
    "subject": _subject,
    "object": _object,
    "agent": lambda view, trigger: Filled(view.clauses.agents(trigger)),
    "among": lambda view, trigger: Filled(among(view, trigger)),
    "together": lambda view, trigger: Filled(together(view, trigger)),
    "present": lambda view, trigger: Filled(present(view, trigger)),
    "addressed": lambda view, trigger: Filled(addressed(view, trigger)),
    "adjective": lambda view, trigger: Filled(_adjectives(view, trigger)),
}
"""The slots that need nothing but the trigger."""
