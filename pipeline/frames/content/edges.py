"""What a content may not begin or end with: addressees, link words, loose marks."""

from __future__ import annotations

from ...document import Token
from ...nlp.tree import is_finite
from ..view import View
from .anchors import Anchor

_LINKS = frozenset({
    "что", "чтобы", "о", "об", "том", "то", "тот", "и", "а", "также", "же", "но", "например",
    "тоже", "кстати", "конечно", "бы", "лишь", "даже", "только", "заодно",
})  # fmt: skip
_OPENERS = {"«": "»", "„": "“", "“": "”", "(": ")"}
_CLOSERS = {v: k for k, v in _OPENERS.items()}
_TOLD = ("Dat", "Acc", "Gen")


def past_addressee(view: View, anchor: Anchor, trigger: int) -> int:
    """The first token after whoever is asked, told or supplied: no part of the content.

    Between a trigger and its infinitive the parser shares words out badly: all of them but the
    addressee belong to the infinitive («поручил министру до 1 июня подготовить»).
    """
    first, head = anchor.first, anchor.head
    infinitive = anchor.shape == "infinitive"
    if infinitive:
        first = _past_verdict(view, trigger + 1, head)
        if _marks(view, first, head):
            return _left_of_infinitive(view, head, trigger)
    if first <= trigger:
        return first
    if infinitive and view.tokens[trigger].pos == "NOUN":
        first = _past_owner(view, first, head)
    cases = _TOLD if infinitive else ("Dat",)
    if infinitive:
        first = _past_object(view, first, head, trigger)
    while first < head:
        last = _addressee_end(view, first, head, cases)
        if last <= first:
            return first
        joint = last < head and view.tokens[last].lemma in ("и", ",")
        first = last + (joint and _addressee_end(view, last + 1, head, cases) > last + 1)
    return first


def _past_verdict(view: View, first: int, head: int) -> int:
    """After how it was found: «признано целесообразным создать фонд»."""
    token = view.tokens[first]
    verdict = token.pos == "ADJ" and token.rel == "xcomp" and token.feats.get("Case") == "Ins"
    return first + 1 if verdict and first < head else first


def _past_object(view: View, first: int, head: int, trigger: int) -> int:
    """After the trigger's own object: «пригласил псковские компании принять участие»."""
    objects = [
        t.index
        for t in view.tree.children(trigger, "obj", "iobj")
        if first <= t.index < head and t.feats.get("Case") in _TOLD
    ]
    if not objects or view.tokens[trigger].pos != "VERB":
        return first
    inside = [i for i in view.tree.subtree(objects[0]) if i < head]
    last = max(inside) + 1
    return last if last - 1 not in view.tree.subtree(head) else first


def _past_owner(view: View, first: int, head: int) -> int:
    """After the genitive of a noun that asks for an infinitive: «готовность верфей построить»."""
    last = first
    while last < head and view.tokens[last].feats.get("Case") == "Gen":
        last += 1
    return last


def _left_of_infinitive(view: View, head: int, trigger: int) -> int:
    """Adverbs and the like right before an infinitive that stands behind a mark."""
    first = head
    while first - 1 > trigger and view.tokens[first - 1].pos in (
        "ADV",
        "PART",
        "PRON",
        "ADP",
        "NUM",
    ):
        first -= 1
    return first


def _marks(view: View, first: int, last: int) -> bool:
    return any(
        t.text in (",", ";", ":", "—", "–") or t.pos == "SCONJ" or is_finite(t)
        for t in view.tokens[first:last]
    )


def _addressee_end(view: View, first: int, head: int, cases: tuple[str, ...]) -> int:
    """Where the addressee's phrase that starts here ends, ``first`` where none does."""
    token = view.tokens[first]
    start = first
    if token.text in _OPENERS or token.text == '"':
        return _quoted_end(view, first, head, cases)
    if [t.lemma for t in view.tokens[first : first + 2]] == ["в", "ответ"]:
        return first + 2
    if token.pos == "ADP" and token.lemma in ("от", "к", "с") and first + 1 < head:
        start, cases = first + 1, ("Gen", "Dat", "Ins")
    at = start
    while at < head and view.tokens[at].pos in ("ADJ", "DET"):
        at += 1
    if at > start and view.actors.named(start) is not None:
        at = start
    actor = view.actors.at(at)
    if actor is not None and actor.last <= head and at < head:
        case = view.tokens[actor.head].feats.get("Case", "")
        return actor.last if case in cases else first
    token = view.tokens[at]
    told = token.feats.get("Case") in cases and token.pos in ("NOUN", "PROPN", "PRON")
    human = token.feats.get("Animacy") == "Anim" or token.pos == "PRON" or _is_body(token)
    if not told or not human or at >= head:
        return first
    below = [i for i in view.tree.subtree(at) if at <= i < head]
    last = at + 1
    while last in below and view.tokens[last].feats.get("Case") == "Gen":
        last += 1
    return last


def _quoted_end(view: View, first: int, head: int, cases: tuple[str, ...]) -> int:
    """After a quoted firm that is told: «предложил «Заре» …»."""
    actor = view.actors.at(first + 1)
    if actor is None or view.tokens[actor.head].feats.get("Case") not in cases:
        return first
    last = actor.last
    return last + (last < head and view.tokens[last].text in ("»", "”", "“", '"'))


def _is_body(token: Token) -> bool:
    """Bodies that can be told to do something though they are no persons."""
    return token.lemma in (
        "правительство", "министерство", "администрация", "ведомство", "область", "регион",
        "сторона", "комитет", "департамент", "служба", "город", "край", "республика",
    )  # fmt: skip


def past_such_as(view: View, first: int, last: int) -> int:
    """«такие товары, как лаки и краски»: the goods are what comes after «как»."""
    if view.tokens[first].lemma not in ("такой", "следующий"):
        return first
    for index in range(first + 1, min(first + 5, last - 1)):
        if view.tokens[index].lemma == "как":
            return index + 1
    return first


def trimmed(view: View, first: int, last: int, head: int) -> tuple[int, int] | None:
    """The range without link words and loose marks at its ends, None where nothing is left."""
    tokens = view.tokens
    while first < min(head, last) and _is_lead(tokens[first], head):
        if tokens[first].lemma == "как" and any(t.lemma == "так" for t in tokens[first:last]):
            # «Как о газе, так и о станции».
            break
        first += 1
    while last > first and _is_tail(view, first, last):
        last -= 1
    first, last = _quoted_whole(view, first, last)
    return (first, last) if first < last else None


def opens_quote(view: View, index: int) -> bool:
    """Whether a straight quotation mark opens: a word is tight behind it, none before it."""
    text, token = view.document.text, view.tokens[index]
    before, behind = text[token.start - 1 : token.start], text[token.stop : token.stop + 1]
    return not before.strip(" \n\t\xa0([«") and bool(behind.strip())


def _quoted_whole(view: View, first: int, last: int) -> tuple[int, int]:
    """The range with both marks of a quotation that begins or ends with it, or with neither.

    «"План на 2008 год" из 26 пунктов» loses no mark, «"Точные сроки согласуют"» begins a quotation
    that is longer than the content.
    """
    tokens = view.tokens
    closer = _closer(view, first)
    if closer and not any(t.text == closer for t in tokens[first + 1 : last]):
        whole = last < len(tokens) and tokens[last].text == closer
        return (first, last + 1) if whole else (first + 1, last)
    opener = _closes(view, last - 1)
    if opener and not any(t.text == opener for t in tokens[first : last - 1]):
        whole = first > 0 and tokens[first - 1].text == opener
        return (first - 1, last) if whole else (first, last - 1)
    return first, last


def _closer(view: View, index: int) -> str:
    """The mark that closes the quotation opened by a token; empty where it opens none."""
    text = view.tokens[index].text
    return text if text == '"' and opens_quote(view, index) else _OPENERS.get(text, "")


def _closes(view: View, index: int) -> str:
    """The mark that opened the quotation closed by a token; empty where it closes none."""
    text = view.tokens[index].text
    return text if text == '"' and not opens_quote(view, index) else _CLOSERS.get(text, "")


def _is_lead(token: Token, head: int) -> bool:
    if token.text in ("«", "„", '"', "“"):
        return False
    if token.pos == "ADP":
        return token.head == head
    return token.pos in ("PUNCT", "CCONJ", "SCONJ") or token.lemma in _LINKS


def _is_tail(view: View, first: int, last: int) -> bool:
    token = view.tokens[last - 1]
    if token.pos in ("CCONJ", "ADP", "SCONJ") or token.lemma in ("тот", "то"):
        return True
    if token.text in _OPENERS:
        return True
    if token.pos != "PUNCT":
        return False
    inside = [t.text for t in view.tokens[first : last - 1]]
    if token.text == '"':
        return inside.count('"') % 2 == 0
    opener = _CLOSERS.get(token.text)
    return opener is None or inside.count(opener) <= inside.count(token.text)
