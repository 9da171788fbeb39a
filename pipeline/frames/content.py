"""The words that say what: where a trigger's content hangs, and how far it reaches.

The stretch is cut by the tree: the content's subtree without relative clauses, asides, conditions
and whoever is said to have said it, then trimmed to one piece that holds its head.
"""

from __future__ import annotations

from ..document import Token
from .slots import fill
from .view import View

_CLAUSES = frozenset({"acl:relcl", "parataxis", "discourse", "vocative", "appos:clause"})
_LINKS = frozenset({"что", "чтобы", "о", "том", "то", "тот", "как", "и", "а", "также", "же", "но"})
_QUOTES = {"«": "»", "„": "“", "“": "”", '"': '"', "(": ")"}
_REACH = 12
_CONDITIONS = frozenset({"если", "когда", "чтобы"})
_AND = frozenset({",", "и", "а", "также"})


def heads(view: View, mode: str, trigger: int, carrier: int | None) -> list[int]:
    """Head tokens of the content in one of its shapes.

    ``inf`` an infinitive, ``that`` a clause with «что» or «чтобы», ``object`` and ``subject`` with
    voice undone, ``carrier`` the subject of the carrying verb, ``clause`` the trigger's own clause,
    ``self`` the trigger's own noun phrase, ``preposition:Case`` a noun phrase.
    """
    if mode == "inf":
        return _infinitive(view, trigger, carrier)
    if mode == "that":
        return _that(view, trigger, carrier)
    if mode == "carrier":
        return _carrier_subject(view, carrier, trigger)
    if mode == "clause":
        return [_predicate(view, trigger)]
    if mode == "self":
        return [trigger]
    if mode in ("object", "subject"):
        return fill(view, mode, trigger, carrier)
    preposition, case = mode.split(":")
    return _phrase(view, preposition, case, trigger, carrier)


def _infinitive(view: View, trigger: int, carrier: int | None) -> list[int]:
    for governor in (trigger, carrier):
        if governor is None:
            continue
        for child in view.tree.children(governor, "xcomp", "ccomp", "csubj", "acl", "nmod", "obl"):
            if child.feats.get("VerbForm") == "Inf" and child.index != trigger:
                return [child.index]
    sentence = view.sentence_of(trigger)
    for index in range(trigger + 1, min(trigger + _REACH, sentence.last)):
        token = view.tokens[index]
        if token.feats.get("VerbForm") == "Inf":
            return [index]
        if token.text in (",", ";", ":") or token.feats.get("VerbForm") == "Fin":
            return []
    return []


def _that(view: View, trigger: int, carrier: int | None) -> list[int]:
    for governor in (trigger, carrier):
        if governor is None:
            continue
        for child in view.tree.children(governor, "ccomp", "csubj", "csubj:pass", "acl", "advcl"):
            marks = {t.lemma for t in view.tree.children(child.index, "mark", "obj", "nsubj")}
            if marks & {"что", "чтобы"} and child.index > governor:
                return [child.index]
    return _clause_after_that(view, trigger)


def _clause_after_that(view: View, trigger: int) -> list[int]:
    sentence = view.sentence_of(trigger)
    for index in range(trigger + 1, min(trigger + 6, sentence.last)):
        if view.tokens[index].lemma in ("что", "чтобы"):
            above = [t for t in view.tree.ancestors(index) if t.index > index]
            verbs = [t for t in above if t.pos in ("VERB", "ADJ", "NOUN")]
            return [verbs[0].index] if verbs else []
    return []


def _carrier_subject(view: View, carrier: int | None, trigger: int) -> list[int]:
    if carrier is None:
        return []
    found = view.clauses.subjects(carrier)
    return [i for i in found if i != trigger and i not in view.tree.subtree(trigger)]


def _predicate(view: View, trigger: int) -> int:
    token = view.tokens[trigger]
    if token.pos in ("VERB", "AUX"):
        return trigger
    verb = view.clauses.predicate(trigger)
    return trigger if verb is None else verb


def _phrase(
    view: View, preposition: str, case: str, trigger: int, carrier: int | None
) -> list[int]:
    found = view.clauses.obliques(trigger, preposition, case)
    if not found and carrier is not None:
        found = view.clauses.obliques(carrier, preposition, case)
    found = [i for i in found if i > trigger or view.tokens[trigger].pos in ("VERB", "ADJ")]
    if found or not preposition:
        return found[:1]
    return _phrase_after(view, preposition, case, trigger)


def _phrase_after(view: View, preposition: str, case: str, trigger: int) -> list[int]:
    sentence = view.sentence_of(trigger)
    wanted = {preposition, preposition + "б", preposition + "бо", preposition + "о"}
    for index in range(trigger + 1, min(trigger + _REACH, sentence.last)):
        token = view.tokens[index]
        if token.pos == "ADP" and token.lemma in wanted:
            head = view.tree.head(index)
            if head is not None and head.feats.get("Case", case) == case and head.index > index:
                actor = view.actors.named(head.index)
                return [] if actor is not None and actor.first < index else [head.index]
        if token.feats.get("VerbForm") == "Fin":
            return []
    return []


def span(view: View, head: int, mode: str, trigger: int) -> tuple[int, int] | None:
    """Token range ``[first, last)`` of the content at ``head``, None if nothing is left of it."""
    if mode == "clause":
        first, last = _clause(view, head, trigger)
    else:
        kept = _kept(view, head)
        if mode != "self":
            kept -= _beyond(view, head, trigger)
        first, last = _contiguous(view, head, kept)
        last = _joined_on(view, head, last)
        first = _past_addressee(view, first, head, trigger)
        first = _past_such_as(view, first, last)
    first, last = _trim(view, first, last, head)
    return (first, last) if first < last else None


def _clause(view: View, verb: int, trigger: int) -> tuple[int, int]:
    """From the trigger's phrase or its verb to the end of the clause.

    Joined verbs without a subject of their own belong to it.
    """
    start = min(verb, *(i for i in view.tree.subtree(trigger) if i <= trigger))
    kept = {verb}
    stack = [verb]
    while stack:
        for child in view.tree.children(stack.pop()):
            own = child.rel == "conj" and bool(view.tree.children(child.index, "nsubj"))
            if child.rel not in _CLAUSES and not own and child.index not in kept:
                kept.add(child.index)
                stack.append(child.index)
    _, last = _contiguous(view, max(verb, trigger), kept)
    return start, last


def _kept(view: View, head: int) -> set[int]:
    kept: set[int] = set()
    stack = [head]
    while stack:
        index = stack.pop()
        kept.add(index)
        for child in view.tree.children(index):
            if child.index not in kept and not _left_out(view, index, child, head):
                stack.append(child.index)
    return kept


def _left_out(view: View, parent: int, child: Token, head: int) -> bool:
    if child.rel in _CLAUSES:
        return True
    if child.rel == "advcl" and view.has_child(child.index, _CONDITIONS):
        return True
    if parent == head and _with_whom(view, child):
        return True
    if child.rel == "conj" and parent == head:
        return _other_clause(view, head, child)
    infinitive = view.tokens[head].feats.get("VerbForm") == "Inf"
    return infinitive and parent == head and child.rel in ("nsubj", "csubj")


def _with_whom(view: View, child: Token) -> bool:
    """«обсудил вопросы с министром»: the partner is no part of what was discussed."""
    if child.feats.get("Case") != "Ins" or view.tree.preposition(child.index) not in ("с", "со"):
        return False
    actor = view.actors.named(child.index)
    return child.feats.get("Animacy") == "Anim" if actor is None else actor.is_person


def _other_clause(view: View, head: int, child: Token) -> bool:
    """A finite verb joined to a noun or an infinitive starts another statement."""
    finite = child.pos == "VERB" and child.feats.get("VerbForm") == "Fin"
    return finite and view.tokens[head].feats.get("VerbForm") != "Fin"


def _beyond(view: View, head: int, trigger: int) -> set[int]:
    """Tokens on the far side of the trigger: content stands on one side of it."""
    sentence = view.sentence_of(trigger)
    if head > trigger:
        return set(range(sentence.first, trigger + 1))
    return set(range(trigger, sentence.last))


def _contiguous(view: View, head: int, kept: set[int]) -> tuple[int, int]:
    sentence = view.sentence_of(head)

    def joined(index: int) -> bool:
        if index in kept:
            return True
        return view.tokens[index].pos == "PUNCT" and view.tokens[index].text in '«»"„“”()–—-'

    first = head
    while first > sentence.first and joined(first - 1):
        first -= 1
    last = head + 1
    while last < sentence.last and joined(last):
        last += 1
    return first, last


def _joined_on(view: View, head: int, last: int) -> int:
    """Go on over «, », « и », «, а также» to members of the list that the parser hung elsewhere."""
    sentence = view.sentence_of(head)
    infinitive = view.tokens[head].feats.get("VerbForm") == "Inf"
    while True:
        if infinitive:
            last = _to_clause_end(view, last, sentence.last)
        index = last
        while index < sentence.last and view.tokens[index].lemma in _AND and index - last < 3:
            index += 1
        if index == last:
            return last
        member = _member(view, head, index, sentence.last)
        if member is None:
            return last
        _, last = _contiguous(view, member, {*_kept(view, member), *range(index, member)})


def _to_clause_end(view: View, last: int, end: int) -> int:
    """An infinitive group runs on to the next mark, conjunction or finite verb."""
    while last < end:
        token = view.tokens[last]
        stop = token.pos in ("PUNCT", "SCONJ", "CCONJ") and token.text not in _QUOTES
        outer = token.text == "»" and _closed(view, last)
        if stop or outer or token.feats.get("VerbForm") == "Fin":
            return last
        last += 1
    return last


def _closed(view: View, index: int) -> bool:
    """Whether a closing mark here belongs to a quotation opened outside the content."""
    sentence = view.sentence_of(index)
    texts = [t.text for t in view.tokens[sentence.first : index]]
    return texts.count("«") <= texts.count("»")


def _member(view: View, head: int, index: int, end: int) -> int | None:
    """The next list member of the head's own kind: an infinitive, or a noun in its case."""
    model = view.tokens[head]
    infinitive = model.feats.get("VerbForm") == "Inf"
    for ahead in range(index, min(index + 5, end)):
        token = view.tokens[ahead]
        if infinitive and token.pos == "NOUN" and _fellow(view, index, ahead):
            return ahead
        if infinitive and token.feats.get("VerbForm") == "Inf":
            return ahead
        if token.pos in ("NOUN", "PROPN") and not infinitive:
            same = token.feats.get("Case") == model.feats.get("Case") and model.pos == "NOUN"
            governor = view.tree.head(ahead)
            subject = (
                token.rel.startswith("nsubj") and governor is not None and governor.index > ahead
            )
            return ahead if same and not subject and not view.tree.preposition(ahead) else None
        if token.pos not in ("ADJ", "DET", "ADV", "PART", "NUM", "PROPN") and not (
            infinitive and token.pos in ("ADP", "NOUN")
        ):
            return None
    return None


def _fellow(view: View, index: int, ahead: int) -> bool:
    """Whether a noun goes on with the last noun before the joint, in its case."""
    before = [t for t in view.tokens[max(0, index - 6) : index - 1] if t.pos == "NOUN"]
    joint = view.tokens[index - 1].lemma in ("и", "также")
    case = view.tokens[ahead].feats.get("Case")
    bare = not view.tree.preposition(ahead)
    return bool(before) and joint and bare and any(t.feats.get("Case") == case for t in before)


def _past_addressee(view: View, first: int, head: int, trigger: int) -> int:
    """Whoever is asked, told or supplied stands before the content but is no part of it.

    Between a trigger and its infinitive the parser shares words out badly: all of them but the
    addressee belong to the infinitive («поручил министру до 1 июня подготовить»).
    """
    infinitive = view.tokens[head].feats.get("VerbForm") == "Inf"
    if infinitive and trigger < head and not _marks(view, trigger + 1, head):
        first = trigger + 1
    cases = ("Dat", "Acc", "Gen") if infinitive else ("Dat",)
    while first < head:
        last = _addressee_end(view, first, head, trigger, cases)
        if last <= first:
            return first
        first = last
    return first


def _past_such_as(view: View, first: int, last: int) -> int:
    """«такие товары, как лаки и краски»: the goods are what comes after «как»."""
    if view.tokens[first].lemma not in ("такой", "следующий"):
        return first
    for index in range(first + 1, min(first + 5, last - 1)):
        if view.tokens[index].lemma == "как":
            return index + 1
    return first


def _marks(view: View, first: int, last: int) -> bool:
    return any(
        t.pos in ("PUNCT", "SCONJ") or t.feats.get("VerbForm") == "Fin"
        for t in view.tokens[first:last]
    )


def _addressee_end(view: View, first: int, head: int, trigger: int, cases: tuple[str, ...]) -> int:
    """Where the addressee's phrase that starts here ends, ``first`` where none does."""
    token = view.tokens[first]
    model = view.tokens[head].feats.get("Case")
    if token.pos == "NOUN" and token.feats.get("Case") == "Dat" and model == "Acc":
        return first + 1
    actor = view.actors.at(first)
    if actor is not None and actor.last <= head and not view.tree.preposition(actor.head):
        case = view.tokens[actor.head].feats.get("Case", "")
        return actor.last if case in cases else first
    for token in (view.tokens[first], *view.tree.ancestors(first)):
        if token.head == trigger and token.index < head:
            told = token.feats.get("Case") in cases and token.pos in ("NOUN", "PROPN", "PRON")
            if told and not view.tree.preposition(token.index):
                return max(i for i in view.tree.subtree(token.index) if i < head) + 1
            return first
    return first


def _trim(view: View, first: int, last: int, head: int) -> tuple[int, int]:
    tokens = view.tokens
    while first < head and _is_lead(tokens[first], head):
        first += 1
    while last > first and _is_tail(view, first, last):
        last -= 1
    return first, last


def _is_lead(token: Token, head: int) -> bool:
    if token.text in ("«", "„", '"', "“"):
        return False
    if token.pos == "ADP":
        return token.head == head
    return token.pos in ("PUNCT", "CCONJ", "SCONJ") or token.lemma in _LINKS


def _is_tail(view: View, first: int, last: int) -> bool:
    token = view.tokens[last - 1]
    if token.pos in ("CCONJ", "ADP", "SCONJ"):
        return True
    if token.pos != "PUNCT":
        return False
    inside = [t.text for t in view.tokens[first : last - 1]]
    opener = {v: k for k, v in _QUOTES.items()}.get(token.text)
    if token.text == '"':
        return inside.count('"') % 2 == 0
    return opener is None or inside.count(opener) <= inside.count(token.text)
