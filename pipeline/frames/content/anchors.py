"""Where the content of a trigger hangs: an infinitive, a clause, a noun in its case.

The tree is asked first; where it hung the content on another word, the words after the trigger
are read in their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...document import Token
from ...nlp.tree import is_finite, is_infinitive
from ..treaties import provided
from ..view import View
from .before import told_after, told_before, told_until
from .nouns import nouns

Shape = Literal["noun", "infinitive", "clause"]

_REACH = 12
_THAT = frozenset({"что", "чтобы"})
_HOW = frozenset({"как", "каким", "какой", "где", "когда", "почему", "сколько", "что", "чтобы"})
_OPENED_BY = {"that": _THAT, "how": _HOW, "question": _HOW - _THAT}
_THAT_REACH = 8
_COLON_REACH = 8
_HEADINGS = frozenset({"вопрос", "тема", "направление", "пункт", "проблема", "сфера", "аспект"})
"""What announces a list of topics and names none itself."""
_DEMONSTRATIVE = frozenset({"то", "тот", "это"})
_CLAUSAL = (
    "xcomp",
    "ccomp",
    "csubj",
    "csubj:pass",
    "acl",
    "nmod",
    "obl",
    "conj",
    "advcl",
    "parataxis",
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The head token of a content and its shape; a clause begins at token ``first`` and, where
    that is known, ends before token ``last``.
    """

    head: int
    shape: Shape
    first: int
    last: int | None = None


def anchors(view: View, mode: str, trigger: int, carrier: int | None) -> list[Anchor]:
    """Where the content may hang in one of its shapes, best first.

    ``inf`` an infinitive, ``that`` a clause with «что» or «чтобы», ``how`` also one with «как»,
    «почему» and the like, ``question`` only such a one, ``object`` and
    ``subject`` with voice undone, ``carrier`` the subject of the carrying verb, ``clause`` the
    trigger's own clause, ``deed`` the trigger, what it is done to and what follows it, ``next``
    only what follows, ``provided`` what a paper at the head of the sentence provides, ``before``
    the clause told before it («…, об этом договорились»), ``after`` the sentence after it,
    ``colon`` the clause behind a colon, ``listed`` what follows the colon of «ряд вопросов:»,
    ``thing`` an object that is nobody, ``self`` the trigger's own noun phrase,
    ``beside`` the nominative that a dash or «быть» sets beside it, ``preposition:Case`` a noun.
    """
    if mode == "inf":
        return _infinitives(view, trigger, carrier)
    if mode in _OPENED_BY:
        return _clauses(view, trigger, carrier, _OPENED_BY[mode])
    if mode == "clause":
        return [_own_clause(view, trigger)]
    if mode == "provided":
        told = provided(view, trigger)
        return [] if told is None else [Anchor(told[0], "clause", told[1])]
    if mode == "deed":
        return [Anchor(trigger, "clause", _with_fronted(view, trigger))]
    if mode == "next":
        return [Anchor(_predicate_after(view, trigger + 1), "clause", trigger + 1)]
    if mode == "before":
        told = told_before(view, trigger)
        return [] if told is None else [_whole(view, *told)]
    if mode == "after":
        told = told_after(view, trigger, carrier)
        return [] if told is None else [_whole(view, *told)]
    if mode in ("colon", "listed"):
        return _after_colon(view, trigger, _HEADINGS if mode == "listed" else frozenset())
    found = [_noun(view, head, trigger) for head in nouns(view, mode, trigger, carrier)]
    return [anchor for anchor in found if anchor is not None]


def _noun(view: View, head: int, trigger: int) -> Anchor | None:
    """A noun; behind «о том» stands the clause that says what. A pronoun alone says nothing."""
    if view.tokens[head].lemma in _DEMONSTRATIVE:
        return _that_after(view, head) if head > trigger else None
    if view.tokens[head].pos == "PRON":
        return None
    if view.tokens[head].feats.get("VerbForm") == "Inf":
        return Anchor(head, "infinitive", head)
    return Anchor(head, "noun", head)


def _infinitives(view: View, trigger: int, carrier: int | None) -> list[Anchor]:
    for governor in (trigger, carrier):
        if governor is None:
            continue
        for child in view.tree.children(governor, *_CLAUSAL):
            apart = child.rel in ("conj", "advcl", "parataxis") and child.index < governor
            if is_infinitive(child) and child.index != trigger and not apart:
                if _split_off(view, governor, child) or _far_left(view, governor, child):
                    continue
                return [Anchor(child.index, "infinitive", child.index)]
    sentence = view.sentence_of(trigger)
    above = {t.index for t in view.tree.ancestors(trigger)}
    for index in range(trigger + 1, min(trigger + _REACH, sentence.last)):
        token = view.tokens[index]
        if index in above:
            return []
        if is_infinitive(token):
            return [Anchor(index, "infinitive", index)]
        listed = token.text == ":" and index == trigger + 1
        if (token.text in (",", ";", ":") and not listed) or is_finite(token):
            return []
    return []


def _split_off(view: View, governor: int, child: Token) -> bool:
    """Whether another clause begins before an infinitive, or any mark before one loosely hung."""
    between = view.tokens[governor + 1 : child.index]
    loose = child.rel in ("conj", "advcl", "parataxis")
    return any(
        is_finite(t) or t.lemma in ("чтобы", "что") or (loose and t.pos == "PUNCT") for t in between
    )


def _far_left(view: View, governor: int, child: Token) -> bool:
    """Whether a mark stands between an infinitive and the verb after it."""
    return any(t.text in (",", ";", ":") for t in view.tokens[child.index : governor])


def _clauses(view: View, trigger: int, carrier: int | None, words: frozenset[str]) -> list[Anchor]:
    """The clause that one of the words opens."""
    start = max(trigger, carrier or 0) if carrier and carrier - trigger in range(1, 4) else trigger
    found = _that_after(view, start, words)
    if found is None or _of_another(view, start, found.first - 1):
        return []
    return [found]


def _of_another(view: View, trigger: int, conjunction: int) -> bool:
    """«Предложил, объяснив это тем, что …», «ту же цену, что и …»: the clause is not its own."""
    between = view.tokens[trigger + 1 : conjunction]
    same = any(
        t.lemma in ("тот", "такой") and view.tokens[t.index + 1].lemma == "же" for t in between
    )
    return same or any(t.feats.get("VerbForm") == "Conv" for t in between)


def _that_after(view: View, index: int, words: frozenset[str] = _HOW) -> Anchor | None:
    sentence = view.sentence_of(index)
    for at in range(index + 1, min(index + _THAT_REACH, sentence.last - 1)):
        token = view.tokens[at]
        if token.lemma in words and view.tokens[at - 1].text == ",":
            plain = token.lemma in ("что", "чтобы")
            first = at + 1 if plain else at
            return Anchor(_predicate_after(view, at + 1), "clause", first)
        if is_finite(token) or token.text in (";", ":"):
            return None
    return None


def _predicate_after(view: View, first: int) -> int:
    sentence = view.sentence_of(first)
    for index in range(first, sentence.last):
        if is_finite(view.tokens[index]) or is_infinitive(view.tokens[index]):
            return index
    return first


def _whole(view: View, first: int, last: int) -> Anchor:
    return Anchor(_predicate_after(view, first), "clause", first, last)


def _after_colon(view: View, trigger: int, headings: frozenset[str] = frozenset()) -> list[Anchor]:
    """«Ударили по рукам: ярмарка пройдёт в мае»: the clause behind the colon of the sentence.

    With ``headings`` one of them must stand right before it: «обсудили ряд вопросов: …».
    """
    sentence = view.sentence_of(trigger)
    for index in range(trigger + 1, min(trigger + _COLON_REACH, sentence.last - 1)):
        if view.tokens[index].text == ":":
            if headings and view.tokens[index - 1].lemma not in headings:
                return []
            return [_whole(view, index + 1, told_until(view, index + 1, sentence.last))]
    return []


def _with_fronted(view: View, trigger: int) -> int:
    """«Дорожную карту | подготовят до марта»: from the thing on, where it stands before."""
    things = view.tree.children(trigger, "obj", "nsubj:pass")
    fronted = [t for t in things if t.index < trigger and t.pos in ("NOUN", "PROPN")]
    between = view.tokens[fronted[0].index : trigger] if fronted else []
    whole = bool(fronted) and all(t.pos != "PUNCT" for t in between)
    return leftmost(view, fronted[0].index) if whole else trigger


def _own_clause(view: View, trigger: int) -> Anchor:
    token = view.tokens[trigger]
    verb = trigger if token.pos in ("VERB", "AUX") else view.clauses.predicate(trigger)
    if verb is None:
        return _verbless(view, trigger)
    head = verb
    if head < trigger:
        # «Китай занимает первое место»: from the subject on.
        subjects = [t.index for t in view.tree.children(head, "nsubj") if t.index < head]
        return Anchor(head, "clause", min([head, *(leftmost(view, i) for i in subjects)]))
    whole = trigger if verb == trigger else _whole_subject(view, trigger, verb)
    return Anchor(head, "clause", min(head, leftmost(view, whole, verb == trigger)))


def _whole_subject(view: View, noun: int, verb: int) -> int:
    """«Размеры инвестиций выросли»: the noun that the trigger is the genitive of."""
    token, above = view.tokens[noun], view.tree.head(noun)
    owned = token.rel == "nmod" and not view.tree.preposition(noun)
    if above is None or not owned or above.head != verb or above.index > noun:
        return noun
    return above.index if above.rel.startswith("nsubj") else noun


def _verbless(view: View, trigger: int) -> Anchor:
    """«Китай – наш главный партнёр»: a clause without a verb, from its subject on."""
    subjects = [t.index for t in view.tree.children(trigger, "nsubj") if t.index < trigger]
    first = min([leftmost(view, trigger), *(leftmost(view, i) for i in subjects)])
    return Anchor(trigger, "clause", first, told_until(view, first, view.sentence_of(first).last))


def leftmost(view: View, head: int, phrases: bool = False) -> int:
    """The first token of the words that stand before a noun and describe it.

    With ``phrases`` also of those behind a preposition: «в мае по дороге прошло …».
    """
    inside = [i for i in view.tree.subtree(head) if i <= head]
    barred = {"PUNCT", "SCONJ", "CCONJ", "PART", "ADV"} if phrases else {"ADP", "PUNCT", "SCONJ"}
    first = head
    while first - 1 in inside and (
        view.tokens[first - 1].pos not in barred
        or (phrases and (_amid(view, first - 1) or view.tokens[first - 1].text in "«»"))
    ):
        first -= 1
    return first


def _amid(view: View, index: int) -> bool:
    """An adverb between a subject and its verb: «мастера уже строят»; «и» in a joint subject."""
    before = view.tokens[index - 1] if index else None
    if view.tokens[index].lemma == "и" and before is not None:
        both = (before, view.tokens[index + 1])
        return all(t.pos in ("NOUN", "PROPN") and t.feats.get("Case") == "Nom" for t in both)
    adverb = view.tokens[index].pos == "ADV"
    return adverb and before is not None and before.pos in ("NOUN", "PROPN", "ADV")
