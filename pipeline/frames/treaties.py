"""Treaties told of by their names: between whom they are, whether the words say that they stand.

«Соглашение между A и B о рыболовстве вступило в силу», «по договору A с B, заключённому в 1998
году, …», «российско-китайский договор истёк». A paper that is only talked about, prepared or
offered («переговоры о договоре между A и B») stands nowhere yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..document import Token
from ..drafts import EntityDraft
from ..nlp.tree import is_finite, is_infinitive
from .pairs import SIDES, can_be, group_of, officials, told_pair
from .view import View

_PAIR = 2
_REACH = 12
"""How many words after its noun a paper may name its sides in."""
_BEFORE = 2
"""How many sentences back «двустороннее соглашение» looks for the states."""
_WITH = frozenset({"с", "со"})
_OF_BOTH = frozenset({"два", "оба"})
_TWOFOLD = frozenset({"двусторонний", "двухсторонний"})
_MADE = frozenset({
    "подписать", "заключить", "ратифицировать", "достигнуть", "подписанный", "заключенный",
    "достигнутый", "подписывать", "заключать", "парафировать",
})  # fmt: skip
_STANDS_IN = frozenset({"по", "согласно", "вопреки"})
_STANDS_UNDER = frozenset({
    "рамка", "соответствие", "условие", "основание", "нарушение", "исполнение", "выполнение",
    "положение", "ратификация", "срок", "действие", "статья", "пункт", "текст",
})  # fmt: skip
_YEAR = 5
_OPENING = 8
_SHALL = frozenset({
    "должный", "обязать", "обязываться", "обязаться", "обязоваться", "получать", "передавать",
    "мочь", "запрещаться", "запретить", "вправе", "предоставлять", "платить", "выплачивать",
})  # fmt: skip


def bound(view: View, head: int) -> list[EntityDraft]:
    """The two or more sides that a paper's own words name; none where they do not."""
    for named in (_joined, _between, _owners, _makers):
        sides = named(view, head)
        if len(sides) >= _PAIR:
            return sides
    return _of_both(view, head)


def was_made(view: View, head: int) -> bool:
    """Whether the words say that a paper was made: by a participle, a date, what is done by it."""
    if any(_is_made(t) for t in view.tree.children(head, "acl", "amod")) or _made_after(view, head):
        return True
    return _is_dated(view, head) or _is_ground(view, head)


def holds(view: View, carrier: int) -> bool:
    """Whether the verb that carries a paper is one of what is or was: «действует», «истёк»."""
    return not view.negated(carrier) and not _will(view, carrier)


def provided(view: View, head: int) -> tuple[int, int] | None:
    """The predicate and the first token of what a paper at the head of the sentence provides.

    «По договору между A и B от 2009 года, A будет получать нефть»: what comes to be done by it.
    """
    sentence = view.sentence_of(head)
    if head - sentence.first > _OPENING or not _is_ground(view, head):
        return None
    verb = next((i for i in range(head + 1, sentence.last) if _is_predicate(view, i)), None)
    if verb is None or not _obliges(view, verb):
        return None
    above = view.tree.head(verb)
    if view.tokens[verb].rel in ("aux", "cop") and above is not None:
        verb = above.index
    subjects = [t.index for t in view.tree.children(verb, "nsubj", "nsubj:pass", "iobj")]
    before = [min(view.tree.subtree(i)) for i in subjects if head < i < verb]
    first = min([verb, *(i for i in before if i > head)])
    return verb, first


def _joined(view: View, head: int) -> list[EntityDraft]:
    """«Российско-китайский договор»."""
    for child in view.tree.children(head, "amod"):
        powers = view.actors.powers(child.index)
        if powers:
            return officials(powers)
    return []


def _between(view: View, head: int) -> list[EntityDraft]:
    """«Договор (о дружбе) между A и B»."""
    for token in _phrase(view, head):
        if token.lemma == "между" and token.pos == "ADP":
            return _joined_by(view, token.index)
    verb = view.clauses.predicate(head)
    for place in view.tree.children(verb, "obl", "nmod") if verb is not None else ():
        if view.tree.preposition(place.index) == "между" and place.index < head:
            # «Между A и B действует договор».
            return _joined_by(view, min(view.tree.subtree(place.index)))
    return []


def _joined_by(view: View, between: int) -> list[EntityDraft]:
    stop = min(between + 1 + _REACH, view.sentence_of(between).last)
    first = next(view.actors.within(between + 1, stop), None)
    near = first is not None and first.first - between <= _BEFORE + 1
    return group_of(view, first.head) if first is not None and near else []


def _owners(view: View, head: int) -> list[EntityDraft]:
    """«Договор A и B», «договор A с B»."""
    actors = list(view.actors.within(head + 1, min(head + 1 + _REACH, _end(view, head))))
    if not actors or actors[0].first != head + 1 or view.actors.case(actors[0]) != "Gen":
        return []
    own = group_of(view, actors[0].head)
    if len(own) >= _PAIR or len(actors) == 1:
        return own
    second = actors[1]
    if second.first == actors[0].last + 1 and view.tokens[second.first - 1].lemma in _WITH:
        return officials([*own, *group_of(view, second.head)])
    return []


def _makers(view: View, head: int) -> list[EntityDraft]:
    """«Договор о море, заключённый A и B»."""
    made = next((t for t in _phrase(view, head) if _is_made(t)), None)
    if made is None:
        return []
    first = next(view.actors.within(made.index + 1, _end(view, head)), None)
    near = first is not None and first.first - made.index <= _BEFORE
    return group_of(view, first.head) if first is not None and near else []


def _of_both(view: View, head: int) -> list[EntityDraft]:
    """«Договор двух стран», «двустороннее соглашение», «соглашение между двумя странами»."""
    if any(t.lemma in _TWOFOLD for t in view.tree.children(head, "amod")):
        first = view.document.sentences[max(0, view.sentence_of(head).index - _BEFORE)].first
        told = officials(a.entity for a in view.actors.within(first, _sentence_after(view, head)))
        states = [s for s in told if can_be(s, "страна")]
        return states if len(states) == _PAIR else []
    words = view.tokens[head + 1 : min(head + 4, _end(view, head))]
    for one, two in pairwise(words):
        if one.lemma in _OF_BOTH and two.lemma in SIDES:
            return told_pair(view, two.index)
    return []


def _sentence_after(view: View, index: int) -> int:
    """Where the sentence after a token's own ends."""
    sentences = view.document.sentences
    return sentences[min(view.sentence_of(index).index + 1, len(sentences) - 1)].last


def _phrase(view: View, head: int) -> Iterator[Token]:
    yield from view.tokens[head + 1 : min(head + _REACH, _end(view, head))]


def _end(view: View, head: int) -> int:
    """Where the noun's phrase surely ends: at a predicate, a mark or the sentence's end."""
    last = view.sentence_of(head).last
    for token in view.tokens[head + 1 : last]:
        if is_finite(token) or is_infinitive(token) or token.text in (";", ":", "—", "–"):
            return token.index
    return last


def _is_made(token: Token) -> bool:
    """Whether a word is the participle of a paper's making; «заключенный» is tagged a prisoner."""
    if token.lemma not in _MADE:
        return False
    part = token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") != "Pres"
    return part or (token.pos in ("NOUN", "ADJ") and token.lemma.endswith("нный"))


def _made_after(view: View, head: int) -> bool:
    """«Договор между A и B, заключённый …»: by agreement, where the tree hangs it on B."""
    noun = view.tokens[head]
    for token in _phrase(view, head):
        if token.text != "," and view.tokens[token.index - 1].text == "," and _is_made(token):
            return token.pos == "NOUN" or token.feats.get("Case") == noun.feats.get("Case")
    return False


def _will(view: View, verb: int) -> bool:
    token = view.tokens[verb]
    tense, aspect = token.feats.get("Tense"), token.feats.get("Aspect")
    return is_infinitive(token) or tense == "Fut" or (tense == "Pres" and aspect == "Perf")


def _is_dated(view: View, head: int) -> bool:
    """«Договор (между A и B) от 2009 года», «договор 1992 года»."""
    first, last = view.tokens[head].stop, view.tokens[_end(view, head) - 1].stop
    for date in view.document.dates:
        if not first <= date.start < last or date.precision not in ("year", "month", "day"):
            continue
        at = view.document.tokens_in(date.start, date.stop)[0]
        before = view.tokens[at.index - 1]
        if at.lemma == "от" or before.lemma == "от" or before.index == head:
            return True
    return False


def _is_ground(view: View, head: int) -> bool:
    """«По договору», «в рамках соглашения», «ратификация договора»."""
    if view.tree.preposition(head) in _STANDS_IN:
        return True
    first = view.sentence_of(head).first
    for index in range(head - 1, max(first, head - _YEAR) - 1, -1):
        token = view.tokens[index]
        if token.lemma in _STANDS_UNDER or (token.pos == "ADP" and token.lemma in _STANDS_IN):
            return True
        if token.pos not in ("ADJ", "ADP", "DET", "PROPN", "NUM"):
            return False
    return False


def _is_predicate(view: View, index: int) -> bool:
    token = view.tokens[index]
    return is_finite(token) or token.lemma == "вправе"


def _obliges(view: View, verb: int) -> bool:
    token = view.tokens[verb]
    helpers = view.tree.children(verb, "aux", "cop")
    will = token.lemma == "быть" or any(t.feats.get("Tense") == "Fut" for t in helpers)
    return will or _will(view, verb) or token.lemma in _SHALL
