"""A content told before or after its trigger, which only points at it or follows as an aside.

«Пустят автобус. Об этом договорились мэры.» «Пустят автобус, договорились мэры.» «Пустят
автобус – такая договорённость достигнута.»
"""

from __future__ import annotations

from ...document import Sentence, Token
from ...nlp.tree import is_finite, is_infinitive
from ..view import View

_MARKS = frozenset({",", "—", "–", "-", ";"})
_POINTING = frozenset({"это", "то", "что"})
_SUCH = frozenset({"такой", "этот", "соответствующий", "данный", "подобный", "аналогичный"})
_OBLIGING = frozenset({"должный", "должен", "необходимый", "нужный", "надо", "следовать"})


def told_before(view: View, trigger: int) -> tuple[int, int] | None:
    """The tokens ``[first, last)`` of the clause, here or in the sentence before, that says what.

    None where the trigger neither points back nor follows a clause of what is to come.
    """
    sentence = view.sentence_of(trigger)
    opening = _opening(view, sentence, trigger)
    points = _points(view, opening, trigger)
    if opening > sentence.first:
        last = opening - 1
        told = view.tokens[sentence.first : last]
        clause = any(is_finite(t) or is_infinitive(t) for t in told)
        aside = is_finite(view.tokens[trigger]) and _to_come(told)
        if clause and (points or aside):
            return sentence.first, min(last, told_until(view, sentence.first, last))
        return None
    return _sentence_before(view, sentence) if points else None


def told_after(view: View, trigger: int, carrier: int | None) -> tuple[int, int] | None:
    """The next sentence, where the trigger's own ends without saying what.

    «Достигли договорённостей. Палата подыщет участок.»
    """
    sentence = view.sentence_of(trigger)
    rest = view.tokens[trigger + 1 : sentence.last]
    if any(t.pos not in ("PUNCT", "ADV", "PART") and t.index != carrier for t in rest):
        return None
    if sentence.index + 1 >= len(view.document.sentences):
        return None
    after = view.document.sentences[sentence.index + 1]
    tokens = view.tokens[after.first : after.last]
    if after.zone != "body" or not any(is_finite(t) for t in tokens) or not _to_come(tokens):
        return None
    return after.first, told_until(view, after.first, after.last)


def _opening(view: View, sentence: Sentence, trigger: int) -> int:
    """Where the trigger's own clause begins: past the last mark before it."""
    for index in range(trigger - 1, sentence.first, -1):
        if view.tokens[index].text in _MARKS:
            return index + 1
    return sentence.first


def _points(view: View, opening: int, trigger: int) -> bool:
    """«Об этом договорились», «о чём условились», «такая договорённость», «так решили»."""
    for token in view.tokens[opening:trigger]:
        behind = view.tokens[token.index - 1]
        if token.lemma in _POINTING and behind.pos == "ADP" and behind.lemma in ("о", "об"):
            return True
        if token.lemma in _SUCH and token.head == trigger:
            return True
        if token.lemma == "так" and token.index in (opening, trigger - 1):
            return True
    return False


def _to_come(told: list[Token]) -> bool:
    """Whether a clause tells of what will be or has to be done, or is an infinitive's."""
    if not any(is_finite(t) for t in told):
        return True
    if any(t.lemma in ("что", "который", "если") for t in told):
        return False
    return any(
        t.feats.get("Tense") == "Fut"
        or t.lemma in _OBLIGING
        or (t.feats.get("Tense") == "Pres" and t.feats.get("Aspect") == "Perf")
        for t in told
    )


def _sentence_before(view: View, sentence: Sentence) -> tuple[int, int] | None:
    """The sentence that «об этом» points at, told in the body right before."""
    if not sentence.index:
        return None
    before = view.document.sentences[sentence.index - 1]
    tokens = view.tokens[before.first : before.last]
    if before.zone != "body" or not any(is_finite(t) for t in tokens):
        return None
    return before.first, told_until(view, before.first, before.last)


def told_until(view: View, first: int, stop: int) -> int:
    """Where a clause that runs on ends: before «;» or before who is said to have told it."""
    spoken = {s.verb[0] for s in view.document.speech if s.verb is not None}
    for index in range(first, stop):
        if view.tokens[index].text in (";", "»") and "«" not in _texts(view, first, index):
            return index
        if view.tokens[index].start in spoken:
            marks = [i for i in range(first, index) if view.tokens[i].text in _MARKS]
            return marks[-1] if marks else stop
    return stop


def _texts(view: View, first: int, last: int) -> set[str]:
    return {t.text for t in view.tokens[first:last]}
