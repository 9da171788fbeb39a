"""Where the participants of a trigger stand: slots by name, filled from the tree or by order.

The tree is the first witness. The parser often hangs «с X» on the wrong word in long sentences or
leaves a verb without its subject, so a slot that the tree leaves empty is looked for by order and
case: a prepositional one to the right of the trigger up to the next finite verb, a subject or an
object among the nearest bare names of the clause.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from .antecedents import last_guest, last_person, people_listed
from .order import (
    actor_after,
    around,
    beside,
    fronted,
    in_reach,
    is_declined,
    is_finite_verb,
    misread,
    right_before_participle,
    right_behind,
    right_behind_participle,
    subject_before,
)
from .presence import addressed, among, asked, besides, present, sought, together
from .sittings import spoke
from .view import View

How = Literal["tree", "order", "context"]

_PHRASE = 10
_GUESTS = frozenset({
    "гость", "гостья", "визитер", "делегация", "дипломат", "иностранец", "иностранка",
})  # fmt: skip
_OPENING = frozenset({
    "начаться", "начинаться", "открыться", "завершиться", "завершаться", "закончиться",
    "стартовать",
})  # fmt: skip
_TOURS = frozenset({
    "визит", "поездка", "командировка", "пребывание", "программа", "турне", "день", "неделя",
    "миссия", "бизнес-миссия", "утро", "работа",
})  # fmt: skip
_OBLIQUE = frozenset({"Acc", "Gen", ""})
_LANDING = frozenset({
    "трап", "самолет", "борт", "вертолет", "поезд", "аэропорт", "вокзал", "перрон",
})  # fmt: skip
_PRONOUNS = frozenset({"он", "она", "они", "оно"})


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
    if slot == "summoned":
        return Filled(_summoned(view, carrier, trigger))
    if slot == "tour":
        return Filled(_tour(view, carrier, trigger))
    if slot == "asked":
        return Filled(asked(view, trigger if carrier is None else carrier))
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
    first = fronted(view, verb)
    found = [i for i in view.clauses.subjects(verb) if i not in first]
    if found and not any(view.actors.at(i) for i in found) and (several := _relative(view, verb)):
        return Filled(several)
    if found and all(_is_guest(view, i) for i in found):
        return Filled(last_guest(view, verb) or found, "context")
    declined = [i for i in found if is_declined(view, i)]
    if len(found) > len(declined) or (declined and beside(view, verb, "Nom", after=True)):
        found = [i for i in found if i not in declined]
    if len(found) > 1:
        # A verb has one subject (others join it): the parser gave it that of another clause too.
        posts = [i for i in found if view.tokens[i].feats.get("Number") == "Plur"]
        found = posts[:1] or [min(found, key=lambda i: abs(i - verb))]
    if any(_is_somebody(view, i) for i in found):
        return Filled(found)
    near = beside(view, verb, "Nom") or ([] if found else right_behind_participle(view, verb))
    if not near and view.tokens[verb].feats.get("VerbForm") in ("Conv", "Inf"):
        near = _controller(view, verb)
    return Filled(near, "order") if near else Filled(found)


def _relative(view: View, verb: int) -> list[int]:
    """«A и B, которые встречаются»: the people before the relative pronoun, several of them."""
    for subject in view.tree.children(verb, "nsubj"):
        if subject.lemma == "который" and subject.feats.get("Number") == "Plur":
            return people_listed(view, subject.index)
    return []


def _is_guest(view: View, index: int) -> bool:
    """«Гость», «глава делегации», or a delegation that is not said to be anybody's."""
    actor = view.actors.at(index)
    if actor is not None:
        words = view.tokens[index : actor.last]
        return actor.entity is None and any(t.lemma == "делегация" for t in words)
    return view.tokens[index].lemma in _GUESTS


def _controller(view: View, verb: int) -> list[int]:
    """Whose a converb or an infinitive is: the subject of the nearest finite verb that has one."""
    for other in _other_verbs(view, verb):
        found = view.clauses.subjects(other) or beside(view, other, "Nom")
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


def _summoned(view: View, carrier: int | None, trigger: int) -> list[int]:
    """Those whom the carrier calls to the sitting: «собрал на планёрку B и C»."""
    there = view.tokens[trigger].feats.get("Case") == "Loc"
    if carrier is None or there or view.tree.preposition(trigger) != "на":
        return []
    found = [i for i in view.clauses.objects(carrier) if i != trigger]
    if any(a is not None and a.entity is not None for a in map(view.actors.at, found)):
        return found
    # «собрал на планёрку директоров и мэра B»: by order, those not named left out.
    last = view.sentence_of(trigger).last
    people = (a for a in view.actors.within(max(carrier, trigger) + 1, last) if a.is_person)
    return [a.head for a in people if a.entity is not None and view.actors.case(a) in _OBLIQUE]


def _tour(view: View, carrier: int | None, trigger: int) -> list[int]:
    """Whose visit or day begins or ends with it: «поездка палаты началась со встречи с B»."""
    if carrier is None or view.tokens[carrier].lemma not in _OPENING:
        return []
    opens = view.tree.preposition(trigger) == "с" or view.tokens[trigger].feats.get("Case") == "Ins"
    subjects = view.tree.children(carrier, "nsubj") if opens else []
    return [
        owner.index
        for tour in subjects
        if tour.lemma in _TOURS
        for owner in view.tree.children(tour.index, "nmod")
        if owner.feats.get("Case") == "Gen" and view.actors.at(owner.index) is not None
    ]


def _other_verbs(view: View, trigger: int) -> list[int]:
    """The sentence's finite verbs, those before the trigger first, nearest first.

    The parser may hang the noun too high.
    """
    sentence = view.sentence_of(trigger)
    before = range(trigger - 1, sentence.first - 1, -1)
    after = range(trigger + 1, sentence.last)
    return [i for way in (before, after) for i in way if is_finite_verb(view.tokens[i])]


def _object(view: View, trigger: int) -> Filled:
    """The object; a pronoun («где её принимал X») or «гость» is whom the text spoke of last."""
    found = view.clauses.objects(trigger) or fronted(view, trigger)
    if found and all(_is_guest(view, i) for i in found):
        return Filled(last_guest(view, trigger), "context")
    if found and all(view.tokens[i].text.lower() == "их" for i in found):
        return Filled(last_guest(view, trigger), "context")
    if found and all(view.tokens[i].lemma in _PRONOUNS for i in found):
        return Filled(_meant(view, trigger) or found, "context")
    if found:
        return Filled(found)
    case = "Nom" if view.clauses.is_passive(trigger) else "Acc"
    near = beside(view, trigger, case) or misread(view, trigger)
    near = near or _landed(view, trigger) or right_before_participle(view, trigger)
    if near:
        return Filled(near, "order")
    guests = [i for i in around(view, trigger) if view.tokens[i].lemma in _GUESTS]
    if any(_is_guest(view, i) for i in guests):
        return Filled(last_guest(view, trigger), "context")
    return Filled(guests, "order")


def _landed(view: View, trigger: int) -> list[int]:
    """«У трапа самолёта министра встретил X»: the guest, parsed as the aircraft's owner."""
    sentence = view.sentence_of(trigger)
    for index in range(sentence.first + 1, trigger):
        if view.tokens[index].lemma in _LANDING and view.tokens[index - 1].pos in ("ADP", "NOUN"):
            actor = view.actors.named(index + 1)
            guest = actor is not None and actor.is_person and actor.last <= trigger
            if actor is not None and guest and view.actors.case(actor) in ("Gen", "Acc", ""):
                return [actor.head]
    return []


def _meant(view: View, trigger: int) -> list[int]:
    """Whom a pronoun as the object means: the guest of the sentence, the subject above, before."""
    first = view.sentence_of(trigger).first
    for index in range(first, trigger):
        if _is_guest(view, index):
            # «Гость побывает на заводе, там его встретит …»
            return last_guest(view, index)
    for verb in view.tree.ancestors(trigger):
        if verb.pos == "VERB":
            above = [i for i in view.clauses.subjects(verb.index) if view.actors.at(i)]
            if above:
                return above
    return subject_before(view, trigger) or last_person(view, trigger)


def _adjectives(view: View, trigger: int) -> list[int]:
    """Those of a noun and of what it is of: «заседание российско-иранской комиссии»."""
    nouns = [trigger, *(t.index for t in view.tree.children(trigger, "nmod"))]
    return [t.index for noun in nouns for t in view.tree.children(noun, "amod")]


def _oblique(view: View, preposition: str, case: str, trigger: int, carrier: int | None) -> Filled:
    found = [view.clauses.antecedent(i) for i in view.clauses.obliques(trigger, preposition, case)]
    if not preposition:
        if any(view.actors.at(i) for i in found) or view.tokens[trigger].pos == "VERB":
            return Filled(found)
        told = view.clauses.obliques(carrier, "", "Dat") if carrier is not None else []
        if case == "Dat" and told:
            return Filled(told)
        near = right_behind(view, trigger, case)
        return Filled(near, "order") if near else Filled(found)
    if not found and carrier is not None and carrier != trigger:
        found = view.clauses.obliques(carrier, preposition, case)
    if preposition == "с" and found and all(_is_guest(view, i) for i in found):
        # «С высокопоставленным гостем встретился …»
        return Filled(last_guest(view, trigger) or found, "context")
    if any(_is_somebody(view, i) for i in found):
        return Filled(found)
    if case == "Ins" and (beside_us := _with_us(view, trigger)):
        return Filled(beside_us)
    return Filled(in_reach(view, preposition, case, trigger) or found, "order")


def _with_us(view: View, trigger: int) -> list[int]:
    """«Мы с A договорились встретиться»: who hangs on the pronoun, above an infinitive too."""
    verbs = [trigger]
    head = view.tree.head(trigger)
    if head is not None and view.tokens[trigger].feats.get("VerbForm") == "Inf":
        verbs.append(head.index)
    ours = (t for v in verbs for t in view.tree.children(v, "nsubj") if t.lemma == "мы")
    return [i for we in ours for i in view.clauses.obliques(we.index, "с", "Ins")]


def _behind_words(view: View, words: list[str], case: str, trigger: int) -> list[int]:
    """The actor behind a preposition of several words: «обед в честь короля»."""
    last = view.sentence_of(trigger).last
    for index in range(trigger + 1, min(trigger + _PHRASE, last - len(words))):
        if [t.text.lower() for t in view.tokens[index : index + len(words)]] == words:
            actor = actor_after(view, index + len(words) - 1, last, case)
            return [] if actor is None else [actor]
    return []


_SIMPLE: dict[str, Callable[[View, int], Filled]] = {
    "subject": _subject,
    "object": _object,
    "agent": lambda view, trigger: Filled(view.clauses.agents(trigger)),
    "among": lambda view, trigger: Filled(among(view, trigger)),
    "besides": lambda view, trigger: Filled(besides(view, trigger)),
    "together": lambda view, trigger: Filled(together(view, trigger)),
    "sought": lambda view, trigger: Filled(sought(view, trigger)),
    "present": lambda view, trigger: Filled(present(view, trigger)),
    "addressed": lambda view, trigger: Filled(addressed(view, trigger)),
    "spoke": lambda view, trigger: Filled(spoke(view, trigger)),
    "adjective": lambda view, trigger: Filled(_adjectives(view, trigger)),
}
"""The slots that need nothing but the trigger."""
