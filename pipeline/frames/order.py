"""Arguments found by order and case where the tree has none or has them wrong."""

from __future__ import annotations

from ..document import Token
from ..drafts import PersonDraft
from ..nlp.words import fold
from .chunks import Actor
from .view import View

_REACH = 30
_NEAR = 8
_PHRASE = 10
_TIMES = frozenset({"утро", "день", "вечер", "ночь", "утром", "днем", "вечером"})
_WITHIN = frozenset({"«", "»", '"', "…", "...", "<", ">"})
"""Marks that end no phrase: quotation marks, words left out («с… Иваном Орловым»)."""
_OBJECTIVE = frozenset({"Acc", "Gen", "Loc"})
_UNDECLINED = tuple("оеиуюэы")
_TRANSPARENT = frozenset({"ADV", "PART", "PRON", "ADJ", "DET", "NUM"})


def misread(view: View, trigger: int) -> list[int]:
    """«Вэйминя принял министр»: of two subjects the name in another case than its first."""
    subjects = view.clauses.subjects(trigger)
    declined = [i for i in subjects if is_declined(view, i)]
    another = len(subjects) > 1 or bool(beside(view, trigger, "Nom", after=True))
    return declined if len(declined) == 1 and another else []


def is_declined(view: View, index: int) -> bool:
    """Whether a person's name, or the post before it, stands in a form other than found."""
    actor = view.actors.named(index)
    person = actor.entity if actor is not None else None
    if actor is None or not isinstance(person, PersonDraft):
        return False
    if actor.role is not None:
        post = view.tokens[actor.head]
        return post.folded != post.lemma and post.feats.get("Case") in _OBJECTIVE
    last = view.tokens[actor.last - 1].folded
    return last not in fold(person.name).split() and last[-1:] in "ая"


def fronted(view: View, verb: int) -> list[int]:
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


def around(view: View, trigger: int) -> range:
    """The tokens right beside a trigger, in its sentence."""
    sentence = view.sentence_of(trigger)
    return range(max(sentence.first, trigger - 2), min(sentence.last, trigger + 3))


def beside(view: View, trigger: int, case: str, *, after: bool = False) -> list[int]:
    """The nearest bare actor in the case wanted in the clause of a finite verb, or ``after`` it."""
    token = view.tokens[trigger]
    short = token.feats.get("Variant") == "Short"
    if not (is_finite_verb(token) or short) or token.feats.get("Person") in ("1", "2"):
        return []
    sentence = view.sentence_of(trigger)
    for step in (1,) if after else (1, -1):
        for distance in range(1, _NEAR):
            index = trigger + step * distance
            if not sentence.first <= index < sentence.last:
                break
            if is_finite_verb(view.tokens[index]) or view.tokens[index].lemma in (",", ";", ":"):
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
        noun = before is not None and before.pos == "NOUN" and not _is_setting(view, before)
        objective = view.actors.case(actor) in _OBJECTIVE or is_declined(view, actor.head)
        return actor.is_person and objective and not noun
    if view.actors.case(actor) != case:
        return False
    return actor.is_person or head.rel in ("nsubj", "nsubj:pass", "obj")


def _is_setting(view: View, noun: Token) -> bool:
    """«в мэрии», «в здании правительства», «вечером»: nouns that own nobody."""
    index = noun.index
    while index and view.tokens[index].feats.get("Case") == "Gen":
        index -= 1
    return view.tokens[index].feats.get("Case") == "Loc" or noun.lemma in _TIMES


def right_behind(view: View, trigger: int, case: str) -> list[int]:
    """The bare actor that follows a noun at once: «встреча раиса Татарстана и посла».

    What the noun governs may stand between: «обмен мнениями X и Y», «визит вежливости послу».
    """
    last = view.sentence_of(trigger).last
    for index in range(trigger + 1, min(trigger + 3, last)):
        actor = view.actors.named(index)
        if actor is not None:
            fits = view.actors.case(actor) == case and not view.tree.preposition(actor.head)
            return [actor.head] if fits else []
        token = view.tokens[index]
        own = ("Gen", "Ins") if case == "Dat" else ("Ins",)
        governed = index == trigger + 1 and token.pos == "NOUN" and token.feats.get("Case") in own
        if token.pos not in _TRANSPARENT and not governed:
            return []
    return []


def right_behind_participle(view: View, trigger: int) -> list[int]:
    """«…, приглашённого Додоном …»: the doer of a full passive participle, right behind it."""
    if not _is_passive_participle(view.tokens[trigger]):
        return []
    actor = view.actors.named(trigger + 1) if trigger + 1 < len(view.tokens) else None
    return [actor.head] if actor is not None and view.actors.case(actor) == "Ins" else []


def right_before_participle(view: View, trigger: int) -> list[int]:
    """«Рогозина, приглашённого …»: of whom a full passive participle is told, before its comma."""
    first = view.sentence_of(trigger).first
    if not _is_passive_participle(view.tokens[trigger]) or view.tokens[trigger - 1].text != ",":
        return []
    return [a.head for a in view.actors.within(first, trigger) if a.last == trigger - 1]


def _is_passive_participle(token: Token) -> bool:
    feats = token.feats
    full = feats.get("VerbForm") == "Part" and feats.get("Variant") != "Short"
    return full and feats.get("Voice") == "Pass"


def in_reach(view: View, preposition: str, case: str, trigger: int) -> list[int]:
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
            if is_finite_verb(token):
                break
            if token.pos == "ADP" and token.text.lower() in wanted:
                actor = actor_after(view, index, sentence.last, case)
                if actor is not None and not _is_anothers(view, actor, trigger):
                    return [actor]
    return []


def _is_anothers(view: View, phrase: int, trigger: int) -> bool:
    """Whether the tree hangs a phrase on another finite verb that stands nearer to it."""
    head = view.tree.head(phrase)
    if head is None or head.index == trigger or not is_finite_verb(head):
        return False
    return abs(head.index - phrase) < abs(trigger - phrase)


def actor_after(view: View, index: int, last: int, case: str) -> int | None:
    """The actor that a preposition governs, past a participle and what hangs on it."""
    nested = False
    for ahead in range(index + 1, min(index + _PHRASE, last)):
        token = view.tokens[ahead]
        if is_finite_verb(token) or (token.pos == "PUNCT" and token.text not in _WITHIN):
            return None
        actor = view.actors.at(ahead)
        nested = nested or token.pos == "ADP"
        if actor is None and not nested and _is_thing(view, token, case):
            return None
        if actor is not None and actor.head == ahead:
            own = view.tokens[actor.head].feats.get("Case", case)
            if not case or own == case or (own == "Nom" and actor.is_person):
                return actor.head
    return None


def _is_thing(view: View, token: Token, case: str) -> bool:
    """«в связи с обострением у Бадме»: the preposition has its own noun, and that is nobody."""
    inanimate = token.pos == "NOUN" and token.feats.get("Animacy") == "Inan"
    return inanimate and token.feats.get("Case") == case and not view.actors.is_proxy(token.index)


def subject_before(view: View, trigger: int) -> list[int]:
    """«A побывает на заводе, а в пятницу его примет B»: who did the verb before in the sentence."""
    for index in range(trigger - 1, view.sentence_of(trigger).first, -1):
        if is_finite_verb(view.tokens[index]):
            found = [i for i in view.clauses.subjects(index) if view.actors.at(i)]
            if found:
                return found if all(_is_one(view, i) for i in found) else []
    return []


def _is_one(view: View, index: int) -> bool:
    actor = view.actors.at(index)
    return actor is not None and isinstance(actor.entity, PersonDraft)


def is_finite_verb(token: Token) -> bool:
    """Whether a token is a verb of its own clause; short participles are none here."""
    return token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"
