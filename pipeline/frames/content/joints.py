"""Whether the content goes on over a comma, a conjunction or a dash."""

from __future__ import annotations

from ...document import Token
from ...nlp.tree import is_finite, is_infinitive, is_participle
from ..view import View
from .anchors import Anchor

JOINTS = frozenset({",", "—", "–", "-", "/"})
STOPS = frozenset({";", ":", "…", "...", "|"})

_DASHES = frozenset({"—", "–", "-"})
_CLAUSE_WORDS = frozenset({
    "который", "где", "куда", "откуда", "когда", "если", "хотя", "поскольку", "потому", "чтобы",
    "что", "пока", "ведь", "кто", "чей", "благодаря", "несмотря", "но", "однако", "иначе",
    "соответственно", "напротив", "причем", "ибо", "зато",
})  # fmt: skip
_SOURCES = frozenset({"слово", "мнение", "данные", "информация", "сообщение", "оценка", "сведение"})
_ASKING = frozenset({"что", "как", "сколько", "где", "куда", "когда", "какой", "кто", "почему"})
_OPENING = frozenset(
    {"включая", "вплоть", "особенно", "например", "прежде", "кроме", "помимо", "исключая"}
)
_GOING_ON = frozenset(
    {",", "и", "или", "либо", "а", "также", "да", "то", "есть", "ни", "как", "так"}
)
_BEHIND = 4
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM", "X"})
_ALIKE = (frozenset({"Nom", "Acc"}), frozenset({"Dat", "Loc"}), frozenset({"Gen", "Acc"}))
"""Cases that the tagger takes for each other, their forms being alike."""


def beyond(view: View, anchor: Anchor, first: int, index: int, stop: int) -> int | None:
    """Where the content goes on after the joint at ``index``; None where it ends there."""
    if view.tokens[index].text in _DASHES:
        return _over_dash(view, index, stop)
    if view.tokens[index].text == "/":
        return index + 1 if _tight(view, index, stop) else None
    member = index
    words: set[str] = set()
    while member < stop and view.tokens[member].lemma in _GOING_ON:
        words.add(view.tokens[member].lemma)
        member += 1
    if member >= stop or ("а" in words and "также" not in words):
        return None
    if member == index:
        return None
    if words <= {","} and is_participle(view.tokens[member]) and anchor.shape == "noun":
        return _past_aside(view, anchor, first, member, stop)
    return member if _goes_on(view, anchor, first, index, member, stop, words) else None


def _past_aside(view: View, anchor: Anchor, first: int, member: int, stop: int) -> int | None:
    """Over a participle's aside to the next member: «ход работ, начатых в мае, и их цена»."""
    close = _segment_end(view, member, stop)
    if close >= stop - 1 or view.tokens[close].text != ",":
        return None
    if view.tokens[close + 1].lemma not in ("и", "а"):
        return None
    return beyond(view, anchor, first, close, stop)


def after_that(view: View, index: int, stop: int, *, listed: bool) -> int | None:
    """The first token of the next clause after «, что», «и что» or «, а» at ``index``.

    None where no further clause begins; a bare «, что» begins one where such clauses are
    ``listed``.
    """
    at, words = index, []
    while at < stop and view.tokens[at].lemma in (",", "и", "а", "также"):
        words.append(view.tokens[at].lemma)
        at += 1
    if not words or at >= stop - 1:
        return None
    if view.tokens[at].lemma in ("что", "чтобы"):
        return at + 1 if listed or words != [","] else None
    segment = view.tokens[at : _segment_end(view, at, stop)]
    contrasted = words[-1] == "а" and any(is_finite(t) for t in segment)
    return at if contrasted and not _attribution(view, at, min(at + 4, stop)) else None


def _over_dash(view: View, index: int, stop: int) -> int | None:
    """A dash inside a name or a range («рейс Дубай — Липецк», «2026 – 2028»)."""
    if not 0 < index < stop - 1:
        return None
    before, after = view.tokens[index - 1], view.tokens[index + 1]
    names = before.text[:1].isupper() and after.text[:1].isupper()
    numbers = before.text[-1:].isdigit() and after.text[:1].isdigit()
    tight = before.stop == after.start - 1
    return index + 2 if names or numbers or tight else None


def _is_clause(view: View, member: int, stop: int) -> bool:
    """«…, в частности речь шла о ценах»: a clause of its own."""
    return any(is_finite(t) for t in view.tokens[member : _segment_end(view, member, stop)])


def _tight(view: View, index: int, stop: int) -> bool:
    """A stroke inside a word: «ж/д», «и/или»."""
    if not 0 < index < stop - 1:
        return False
    before, token, after = view.tokens[index - 1 : index + 2]
    return before.stop == token.start and token.stop == after.start


def _goes_on(
    view: View, anchor: Anchor, first: int, joint: int, member: int, stop: int, words: set[str]
) -> bool:
    """Whether the words at ``member`` carry on the content that the joint interrupts."""
    token = view.tokens[member]
    if token.lemma in _OPENING or _among(view, member):
        return anchor.shape == "clause" or not _is_clause(view, member, stop)
    if "так" in words and "как" in (t.lemma for t in view.tokens[first - 1 : joint]):
        return anchor.shape != "clause"
    question = member + (token.pos == "ADP")
    if view.tokens[question].lemma in _CLAUSE_WORDS | _ASKING:
        return _asked(view, anchor, joint, question)
    if _source(view, member, stop) or token.feats.get("VerbForm") == "Conv":
        return False
    if words <= {","} and (is_participle(token) or token.text == "это"):
        # «…, это водохранилище у границы»: the reader is told what the last word is.
        return False
    end = _segment_end(view, member, stop)
    if _attribution(view, member, min(member + 4, end)):
        return False
    segment = view.tokens[member:end]
    dash = end < stop and view.tokens[end].text in _DASHES and _over_dash(view, end, stop) is None
    if dash and segment[-1].feats.get("Case") == "Nom":
        return False
    finite = next((t for t in segment if is_finite(t)), None)
    if finite is not None:
        return anchor.shape == "clause" and _own_verb(view, anchor.head, segment, finite, first)
    if anchor.shape == "clause":
        return _nominal(segment) is not None or any(is_infinitive(t) for t in segment)
    return _joins_list(view, view.tokens[first:joint], segment)


def _own_verb(view: View, head: int, segment: list[Token], finite: Token, first: int) -> bool:
    """Whether a verb is the clause's own, after a joint subject too («Чехия и Польша торгуют»)."""
    within = finite.rel != "conj" or first <= finite.head < segment[0].index
    return finite.index == head or (within and _same_subject(view, segment, finite))


def _joins_list(view: View, inside: list[Token], segment: list[Token]) -> bool:
    """Whether a verbless segment is a further member: an infinitive, an adjective, a noun."""
    token = segment[0]
    if _adjectival(token) and _adjectival(inside[-1]) and _agree(token, inside[-1]):
        return True
    if any(is_infinitive(t) for t in segment) and any(is_infinitive(t) for t in inside):
        return True
    if is_infinitive(token):
        # «Поднимать этот вопрос и принимать меры»: the verb's fellow, not the noun's.
        return False
    noun = _nominal(segment)
    return noun is not None and _fellow(view, noun, inside, segment)


def _asked(view: View, anchor: Anchor, joint: int, member: int) -> bool:
    """An indirect question right behind its infinitive: «подсчитать, во сколько обойдётся»."""
    asks = view.tokens[member].lemma in _ASKING and is_infinitive(view.tokens[joint - 1])
    return asks and anchor.shape != "noun"


def _adjectival(token: Token) -> bool:
    """Whether a word describes: compound adjectives are often tagged as nouns."""
    return token.pos == "ADJ" or token.lemma.endswith(("ий", "ый", "ой"))


def _agree(one: Token, other: Token) -> bool:
    """Adjectives in one case before the noun they share: «о торговом, научном и …»."""
    return one.feats.get("Case") == other.feats.get("Case")


def _among(view: View, index: int) -> bool:
    words = [t.lemma for t in view.tokens[index : index + 3]]
    return words == ["в", "тот", "число"] or words[:2] in (["в", "частность"], ["такой", "как"])


def _source(view: View, member: int, stop: int) -> bool:
    """«…, по его словам, …», «…, по данным ведомства»: who says so is no part of what is said."""
    words = [t.lemma for t in view.tokens[member : min(member + 4, stop)]]
    return words[0] == "по" and bool(_SOURCES & set(words[1:]))


def _attribution(view: View, first: int, last: int) -> bool:
    """Whether a verb that brings speech stands here: «…, сообщил губернатор»."""
    starts = {t.start for t in view.tokens[first:last]}
    return any(s.verb is not None and s.verb[0] in starts for s in view.document.speech)


def _segment_end(view: View, member: int, stop: int) -> int:
    """The end of the words up to the next mark, or the conjunction before another predicate."""
    depth = 0
    for at in range(member, stop):
        token = view.tokens[at]
        depth += (token.text in "«(") - (token.text in "»)")
        if depth > 0 or at == member:
            continue
        if token.text in (",", ";", ":", "—", "–", ".", "»") or _begins_predicate(view, at, stop):
            return at
    return stop


def _begins_predicate(view: View, at: int, stop: int) -> bool:
    """«… и пообещал», «… а также предложил»: a conjunction with a verb close behind."""
    if view.tokens[at].lemma not in ("и", "а", "но"):
        return False
    behind = view.tokens[at + 1 : min(at + _BEHIND, stop)]
    words = [t for t in behind if t.pos not in ("ADV", "PART") and t.lemma != "также"]
    return bool(words) and is_finite(words[0]) and words[0].pos == "VERB"


def _same_subject(view: View, segment: list[Token], finite: Token) -> bool:
    """A further predicate of the same clause: no subject of its own stands with it."""
    before = [t for t in segment if t.index < finite.index]
    own = any(t.feats.get("Case") == "Nom" and t.pos in ("NOUN", "PROPN", "PRON") for t in before)
    stated = view.tree.children(finite.index, "nsubj", "nsubj:pass")
    return not own and not any(t.index >= segment[0].index for t in stated)


def _nominal(segment: list[Token]) -> Token | None:
    for token in segment:
        if token.pos in _NOMINAL or (token.pos == "PRON" and token.lemma in ("то", "тот")):
            return token
        if token.pos not in ("ADJ", "DET", "ADV", "PART", "ADP", "PUNCT", "VERB", "CCONJ", "PRON"):
            return None
    return None


def _fellow(view: View, noun: Token, inside: list[Token], segment: list[Token]) -> bool:
    """Whether a noun carries on the list of the words before: same case, or its own preposition."""
    if any(t.pos == "ADP" and t.index < noun.index for t in segment):
        return any(t.pos == "ADP" for t in inside) or view.tokens[segment[0].index - 2].pos != "ADP"
    case = noun.feats.get("Case")
    cases = {t.feats.get("Case") for t in inside if t.pos in (*_NOMINAL, "PRON", "ADJ")}
    if case is None or not cases or None in cases:
        return True
    return case in cases or any(case in pair and bool(cases & pair) for pair in _ALIKE)
