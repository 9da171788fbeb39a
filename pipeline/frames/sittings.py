"""What is told of a sitting in the background: that it took place, and who speaks at it.

«На заседании совета A напомнил …», «открывая совещание, B заявил …», «присутствовавший на нём C».
"""

from __future__ import annotations

from ..drafts import PersonDraft
from ..nlp.tree import is_finite, is_infinitive, is_participle
from .order import beside
from .view import View

_AT = frozenset({"на", "в"})
_COURSE = frozenset({"ход", "рамка", "итог", "результат", "завершение", "окончание", "начало"})
_OVER = frozenset({"по"})
_OPENING = frozenset({
    "открывать", "открыть", "закрывать", "закрыть", "завершать", "предварять", "вести",
    "резюмировать", "покинуть", "покидать",
})  # fmt: skip
_LISTENERS = frozenset({"делегат", "участник", "член", "депутат"})
_ABSENT = frozenset({"отсутствовать", "прийти", "попасть", "опоздать", "допустить", "пустить"})


def tells_of_sitting(view: View, trigger: int) -> bool:
    """Whether the clause tells what was done at the sitting: «на заседании совета решено …»."""
    verb = verb_of(view, trigger)
    if verb is None or not _is_at(view, trigger, verb):
        return False
    return is_finite(view.tokens[verb])


def spoke(view: View, trigger: int) -> list[int]:
    """The named person who speaks at the sitting, opens it or is said to have been there."""
    verb = verb_of(view, trigger)
    if verb is None or view.negated(verb) or view.clauses.is_passive(verb):
        return []
    token = view.tokens[verb]
    opens = token.lemma in _OPENING and token.feats.get("VerbForm") in ("Conv", "Part")
    if not (opens or _is_at(view, trigger, verb)):
        return []
    if token.lemma in _ABSENT or is_infinitive(token):
        return []
    found = view.clauses.subjects(verb) or beside(view, verb, "Nom")
    return [i for i in found if _is_named(view, i) and not _is_beyond(view, i, verb)]


def is_of_one_told(view: View, trigger: int) -> bool:
    """Whether a bare word of a sitting speaks of one told before: «на заседании»."""
    if view.clauses.obliques(trigger, "", "Gen"):
        return False
    verb = view.clauses.predicate(trigger)
    opens = verb is not None and view.tokens[verb].lemma in _OPENING
    return opens or view.tokens[trigger].feats.get("Case") == "Loc"


def verb_of(view: View, trigger: int) -> int | None:
    """The verb of the sitting's clause: the tree's, unless another stands before that one.

    «На заседании было объявлено, что победил A»: the parser may hang the sitting on what was
    announced there.
    """
    verb = view.clauses.predicate(trigger)
    if verb is None or verb <= trigger:
        return verb if verb != trigger else None
    if _is_of_verb_before(view, trigger):
        # «обещал поставить вопрос на заседании комиссии, глава партии потребовал …»
        return None
    own = set(view.tree.subtree(trigger))
    for token in view.tokens[trigger + 1 : verb]:
        if token.pos == "VERB" and is_finite(token) and token.index not in own:
            return token.index
    return verb


def _is_of_verb_before(view: View, trigger: int) -> bool:
    """Whether nothing parts the sitting from a verb before it."""
    for index in range(trigger - 1, view.sentence_of(trigger).first - 1, -1):
        token = view.tokens[index]
        if token.pos in ("PUNCT", "SCONJ"):
            return False
        if token.pos == "VERB" and not is_participle(token):
            return True
    return False


def _is_beyond(view: View, index: int, verb: int) -> bool:
    """Whether another finite verb stands between a verb and what should be its subject."""
    first, last = sorted((index, verb))
    between = view.tokens[first + 1 : last]
    whole = (
        not is_participle(view.tokens[verb]) and view.tokens[verb].feats.get("VerbForm") != "Conv"
    )
    return whole and any(t.pos == "VERB" and t.feats.get("VerbForm") == "Fin" for t in between)


def _is_at(view: View, trigger: int, verb: int) -> bool:
    """«на заседании», «в ходе заседания», «по итогам заседания» on the verb itself."""
    head = view.tree.head(trigger)
    noun = view.tokens[trigger]
    if head is not None and head.lemma in _COURSE and head.pos == "NOUN":
        above = view.tree.head(head.index)
        own = above is None or above.pos != "NOUN"
        return own and view.tree.preposition(head.index) in _AT | _OVER
    if head is not None and head.lemma in _LISTENERS and head.feats.get("Case") == "Dat":
        return True  # «заявил делегатам съезда»
    return noun.feats.get("Case") == "Loc" and view.tree.preposition(trigger) in _AT


def _is_named(view: View, index: int) -> bool:
    actor = view.actors.at(index)
    return actor is not None and isinstance(actor.entity, PersonDraft)
