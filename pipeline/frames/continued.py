"""Acts whose trigger is said once and meant again: gapped clauses, lists, «Также – …».

«Гости предложили построить беседку, хозяева – поставить памятник.» «Договорились: – …; – ….»
«Стороны условились открыть рейс. Кроме того, провести ярмарку.»
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..document import Sentence
from ..nlp.tree import is_finite, is_infinitive
from .content import Anchor, extent
from .found import Found
from .view import BULLETS, View

_DASHES = frozenset({"—", "–", "-"})
_FURTHER = frozenset({
    "также", "кроме", "то", "тот", "еще", "а", "и", "помимо", "этот", "это", "вдобавок", "плюс",
    "дополнительно", "вместе", "с", "отдельно", "в", "частность", "число",
})  # fmt: skip
_GAP = 6
"""How many words the new doer of a gapped clause may have before the dash."""
_OTHER = 16
"""How many words the other side of a gapped clause may have before the dash."""
_OPENING = 7


def gapped(view: View, found: Found) -> Iterator[Found]:
    """The other halves of a clause whose trigger is said once.

    «A предложили построить X, B – поставить Y» with B as its doer, «обсудил с A цену, с B – срок»
    with B as the other side.
    """
    again = _gapped_doer(view, found)
    if again is not None:
        yield again
    while (again := _gapped_other(view, found)) is not None:
        yield again
        found = again


def _gapped_other(view: View, found: Found) -> Found | None:
    """«…, (а) с B – срок»: a noun content behind the dash after another «с X»."""
    tokens, end = view.tokens, found.sentence.last
    if "с:Ins" not in found.frame.addressee or tokens[found.head].pos != "NOUN":
        return None
    at = found.last
    while at < end and (tokens[at].text in (",", ";", "»") or tokens[at].lemma in ("а", "и")):
        at += 1
    if at >= end or at == found.last or tokens[at].lemma not in ("с", "со"):
        return None
    dash = next((i for i in range(at, min(at + _OTHER, end)) if tokens[i].text in _DASHES), None)
    if dash is None or any(is_finite(t) or is_infinitive(t) for t in tokens[at:dash]):
        return None
    other = next((t.index for t in tokens[at:dash] if t.feats.get("Case") == "Ins"), None)
    heads = (
        t.index
        for t in tokens[dash + 1 : end]
        if t.pos in ("NOUN", "PROPN") and not view.tree.preposition(t.index)
    )
    head = next(heads, None)
    if other is None or head is None:
        return None
    for first, last in extent(view, Anchor(head, "noun", head), "object", dash):
        return replace(found, head=head, first=first, last=last, other=other)
    return None


def _gapped_doer(view: View, found: Found) -> Found | None:
    tokens, end = view.tokens, found.sentence.last
    at = found.last
    while at < end and tokens[at].text in (",", ";", "»"):
        at += 1
    if at == found.last or at >= end:
        return None
    dash = next((i for i in range(at, min(at + _GAP, end)) if tokens[i].text in _DASHES), None)
    if dash is None or any(is_finite(t) or is_infinitive(t) for t in tokens[at:dash]):
        return None
    doer = next((t.index for t in tokens[at:dash] if t.feats.get("Case") == "Nom"), None)
    if doer is None or not is_infinitive(tokens[found.head]):
        return None
    return _with_infinitive(view, replace(found, doer=doer), dash + 1, found.sentence)


def listed(view: View, found: Found) -> Iterator[Found]:
    """The items of a list that the trigger's sentence announces with a colon, one act each."""
    for sentence in view.document.sentences[found.sentence.index + 1 :]:
        first = sentence.first
        if view.tokens[first].text not in BULLETS:
            return
        while first < sentence.last:
            while first < sentence.last and view.tokens[first].text in BULLETS | {";"}:
                first += 1
            item = _item(view, found, sentence, first)
            if item is None:
                break
            yield item
            first = _semicolon(view, item.last, sentence.last)


def _item(view: View, found: Found, sentence: Sentence, first: int) -> Found | None:
    if first >= sentence.last:
        return None
    for stretch in extent(view, Anchor(first, "clause", first), "deed", first):
        return replace(found, sentence=sentence, head=first, first=stretch[0], last=stretch[1])
    return None


def _semicolon(view: View, index: int, stop: int) -> int:
    """The next semicolon, ``stop`` where there is none."""
    return next((i for i in range(index, stop) if view.tokens[i].text == ";"), stop)


def announces_list(view: View, sentence: Sentence, trigger: int) -> bool:
    """Whether a sentence ends in a colon soon after the trigger."""
    last = view.tokens[sentence.last - 1]
    return last.text == ":" and sentence.last - trigger <= _GAP


def further(view: View, sentence: Sentence, before: Found) -> Found | None:
    """«Также – провести ярмарку»: a verbless sentence that goes on with the act told before."""
    tokens = view.tokens[sentence.first : sentence.last]
    if (
        any(is_finite(t) for t in tokens)
        or not tokens
        or not is_infinitive(view.tokens[before.head])
    ):
        return None
    lead = [t for t in tokens[:_OPENING] if t.lemma in _FURTHER or t.pos == "PUNCT"]
    if not lead or tokens[0].lemma not in _FURTHER:
        return None
    first = next((t.index for t in tokens if t.lemma not in _FURTHER and t.pos != "PUNCT"), None)
    return None if first is None else _with_infinitive(view, before, first, sentence)


def _with_infinitive(view: View, found: Found, first: int, sentence: Sentence) -> Found | None:
    """``found`` with the content that begins at ``first`` and hangs on an infinitive."""
    head = next(
        (
            i
            for i in range(first, min(first + _OPENING, sentence.last))
            if is_infinitive(view.tokens[i])
        ),
        None,
    )
    if head is None:
        return None
    for stretch in extent(view, Anchor(head, "infinitive", first), "next", first - 1):
        start = min(first, stretch[0])
        return replace(found, sentence=sentence, head=head, first=start, last=stretch[1])
    return None
