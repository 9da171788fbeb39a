"""The noun that a content hangs on: an object, a subject, a noun behind a preposition."""

from __future__ import annotations

from ...document import Token
from ...nlp.tree import is_finite, is_infinitive
from ..slots import fill
from ..view import View

_REACH = 12
"""How many words after its trigger a content begins at the latest."""

_COPULAS = frozenset({"быть", "стать", "оказаться", "находиться", "являться", "стоять"})
_ABOUT = frozenset({"около", "более", "больше", "свыше", "порядка", "до"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
_DIRECT = frozenset({"Acc", "Nom"})
_BEHIND_IT = frozenset({
    "итог", "результат", "ход", "рамка", "инициатива", "слово", "данные", "поручение", "мнение",
    "окончание", "завершение", "просьба", "предложение", "встреча", "переговоры", "приглашение",
})  # fmt: skip
"""What came before an act: «по итогам достигнута договорённость»."""
_ABOUT_WHAT = frozenset({"о", "об", "про"})
_MEANS = frozenset({"телефон", "видеосвязь", "видеоконференцсвязь", "скайп", "связь", "линия"})
_DEMONSTRATIVE = frozenset({"то", "тот", "это"})


def nouns(view: View, mode: str, trigger: int, carrier: int | None) -> list[int]:
    """Head nouns of the content in one of the nominal shapes; see ``anchors`` for what they are."""
    if mode == "self":
        return [trigger]
    if mode == "carrier":
        return _carrier_subject(view, carrier, trigger)
    if mode == "carrier-object":
        return [] if carrier is None else nouns(view, "object", carrier, None)
    if mode == "object":
        found = [i for i in fill(view, mode, trigger, carrier) if i != trigger]
        fit = _fit(view, found, trigger)
        after = [i for i in fit if i > trigger]
        return after or fit or _accusative(view, trigger) or _fronted(view, trigger)
    if mode == "thing":
        found = nouns(view, "object", trigger, carrier)
        return [i for i in found if _is_thing(view, i)]
    if mode == "subject":
        found = [i for i in fill(view, mode, trigger, carrier) if _agrees(view, i, trigger)]
        # «Речь шла о цене, не остались без внимания и сроки»: a joined verb has its own subject.
        own = [i for i in found if view.tokens[i].head == trigger]
        joined = view.tokens[trigger].rel == "conj" and not own
        return (_accusative(view, trigger) if joined else []) or found or _accusative(view, trigger)
    if mode == "beside":
        return _beside(view, trigger)
    preposition, case = mode.split(":")
    return _phrase(view, preposition, case, trigger, carrier)


def _agrees(view: View, noun: int, verb: int) -> bool:
    """Whether a noun can be a verb's subject: «экспортировалось до 80 %, поэтому санкции»."""
    feats, of_verb = view.tokens[noun].feats, view.tokens[verb].feats
    many = feats.get("Number") == "Plur" and of_verb.get("Number") == "Sing"
    counted = any(view.tree.children(noun, "nummod", "nummod:gov"))
    return feats.get("Case") != "Dat" and (counted or not many or feats.get("Case") != "Nom")


def _is_thing(view: View, index: int) -> bool:
    """Whether a noun is neither a person nor a body or place that acts."""
    return view.tokens[index].feats.get("Animacy") != "Anim" and view.actors.at(index) is None


def _beside(view: View, trigger: int) -> list[int]:
    """«В центре внимания – порты», «на повестке были порты»: the noun past the copula."""
    sentence = view.sentence_of(trigger)
    linked = False
    index = trigger
    while (index := index + 1) < min(trigger + _REACH, sentence.last):
        token = view.tokens[index]
        if token.text == "," and view.tokens[index + 1].feats.get("VerbForm") == "Part":
            index = _close(view, index + 1, sentence.last)
            continue
        if token.text in ("—", "–", "-", ":") or token.lemma in _COPULAS:
            linked = True
        elif linked and token.pos in _NOMINAL and token.feats.get("Case", "Nom") in _DIRECT:
            return [index]
        elif token.text in (",", ";") or is_finite(token) or (linked and token.pos == "ADP"):
            return []
    return []


def _close(view: View, index: int, stop: int) -> int:
    """The comma that closes an aside, the last token where none does."""
    return next((i for i in range(index, stop) if view.tokens[i].text == ","), stop - 1)


def _fit(view: View, heads: list[int], trigger: int) -> list[int]:
    """Objects without those that are plainly the doer before the verb or marked by «с»."""
    active = not view.clauses.is_passive(trigger)

    def fits(index: int) -> bool:
        token = view.tokens[index]
        case = token.feats.get("Case")
        doer = active and case == "Nom" and index < trigger and token.rel.startswith("nsubj")
        other = doer or case == "Ins" or bool(view.tree.preposition(index))
        # «О прибавке, которую предлагает фирма»: the noun stands in a clause of its own.
        above = _is_relative(view, trigger) and index < trigger
        return (above or not other) and token.pos != "PRON"

    return [i for i in heads if fits(i)]


def _is_relative(view: View, trigger: int) -> bool:
    """Whether the object of a verb is «который»."""
    return any(t.lemma == "который" for t in view.tree.children(trigger, "obj"))


def _accusative(view: View, trigger: int) -> list[int]:
    """The first noun after a verb that can be its object, when the tree names none.

    After a passive it is the subject: «подписаны протокол и план».
    """
    if _is_relative(view, trigger):
        return []
    sentence = view.sentence_of(trigger)
    wanted = {"Nom"} if view.clauses.is_passive(trigger) else {"Acc", "Nom"}
    index = trigger + 1
    while index < min(trigger + _REACH, sentence.last):
        token = view.tokens[index]
        if is_finite(token) or is_infinitive(token) or token.text in (",", ";", ":", "—", "–"):
            return []
        if token.pos == "ADP" and token.lemma not in _ABOUT:
            index = _past_phrase(view, index, sentence.last)
            continue
        if token.pos == "NUM" and view.tokens[index - 1].lemma in _ABOUT:
            return [_counted(view, index)]
        if token.pos in _NOMINAL and token.feats.get("Case", "Acc") in wanted:
            actor = view.actors.named(index)
            if actor is None or not actor.is_person:
                return [index]
        index += 1
    return []


def _fronted(view: View, trigger: int) -> list[int]:
    """The object that stands before its verb: «Соглашение планируем подписать»."""
    sentence = view.sentence_of(trigger)
    if view.clauses.is_passive(trigger):
        return []
    for index in range(trigger - 1, sentence.first - 1, -1):
        token = view.tokens[index]
        if token.pos in ("PUNCT", "SCONJ") and token.text not in ('"', "«", "»"):
            return []
        if token.pos == "NOUN" and _is_direct(token) and not view.tree.preposition(index):
            lifeless = token.feats.get("Animacy") != "Anim" and view.actors.at(index) is None
            verb = view.tokens[trigger]
            number = verb.feats.get("Number", "") in ("", token.feats.get("Number"))
            agrees = token.rel.startswith("nsubj") and token.head == trigger and number
            return [index] if lifeless and not agrees else []
    return []


def _counted(view: View, number: int) -> int:
    """The noun that a number counts."""
    head = view.tree.head(number)
    return head.index if head is not None and head.pos == "NOUN" else number


def _past_phrase(view: View, index: int, stop: int) -> int:
    """The token after the noun that a preposition governs."""
    at = index + 1
    while at < stop and view.tokens[at].pos in ("ADJ", "DET", "NUM", "ADV", "PUNCT"):
        at += 1
    return at + 1


def _carrier_subject(view: View, carrier: int | None, trigger: int) -> list[int]:
    if carrier is None:
        return []
    below = view.tree.subtree(trigger)
    found = [i for i in view.clauses.subjects(carrier) if i != trigger and i not in below]
    return found or [i for i in _accusative(view, carrier) if i != trigger and i not in below]


def _phrase(
    view: View, preposition: str, case: str, trigger: int, carrier: int | None
) -> list[int]:
    meant = _meant(view, trigger)
    if meant is not None:
        # «Компромисс, о котором условились по пути на форум»: nothing else says what.
        return [meant] if preposition in ("о", "про") else []
    found = _told_by(view, preposition, view.clauses.obliques(trigger, preposition, case))
    if not found and carrier is not None:
        found = _told_by(view, preposition, view.clauses.obliques(carrier, preposition, case))
    noun = view.tokens[trigger].pos not in ("VERB", "ADJ")
    if noun:
        ahead = [i for i in found if i < trigger and _opens_clause(view, i, carrier)]
        found = [i for i in found if i > trigger and not _clause_between(view, trigger, i, carrier)]
        found = found or ahead
    if found or not preposition:
        return found[:1]
    return _phrase_after(view, preposition, case, max(trigger, carrier or trigger))


def _told_by(view: View, preposition: str, heads: list[int]) -> list[int]:
    """Without «по телефону»: how it was said is not what was said."""
    if preposition != "по":
        return heads
    return [i for i in heads if view.tokens[i].lemma not in _MEANS]


def _meant(view: View, trigger: int) -> int | None:
    """«Компромисс, о котором условились»: the noun that the relative pronoun stands for."""
    for child in view.tree.children(trigger, "obl", "nmod", "iobj"):
        if child.lemma == "который" and view.tree.preposition(child.index) in _ABOUT_WHAT:
            noun = view.clauses.antecedent(child.index)
            return noun if noun != child.index else _noun_before(view, child)
    return None


def _noun_before(view: View, pronoun: Token) -> int | None:
    """The noun right before «, о котором», where the tree hung the clause on a verb."""
    if pronoun.index - 3 < view.sentence_of(pronoun.index).first:
        return None
    noun, comma = view.tokens[pronoun.index - 3 : pronoun.index - 1]
    same = all(noun.feats.get(f) == pronoun.feats.get(f) for f in ("Gender", "Number"))
    return noun.index if comma.text == "," and noun.pos == "NOUN" and same else None


def _opens_clause(view: View, head: int, carrier: int | None) -> bool:
    """«К текстилю проявили интерес сети»: a phrase before the verb at the head of its clause."""
    if carrier is None or head > carrier or view.tokens[head].head != carrier:
        return False
    if view.tokens[head].lemma in _BEHIND_IT:
        return False
    first = min(view.tree.subtree(head))
    before = view.tokens[view.sentence_of(head).first : first]
    aside = not before or before[-1].text in (",", "—", "–", ":", "«", '"')
    lead = all(t.pos in ("ADV", "PART", "CCONJ", "PUNCT") for t in before)
    return (aside or lead) and not any(is_finite(t) for t in view.tokens[head:carrier])


def _clause_between(view: View, first: int, last: int, carrier: int | None) -> bool:
    """Whether a verb other than the carrier stands between: the phrase is that verb's."""
    between = view.tokens[first + 1 : last]
    return any(is_finite(t) and t.pos == "VERB" and t.index != carrier for t in between)


def _phrase_after(view: View, preposition: str, case: str, start: int) -> list[int]:
    """The noun after the first such preposition before the next mark or verb."""
    sentence = view.sentence_of(start)
    wanted = {preposition, preposition + "б", preposition + "бо", preposition + "о"}
    index = start
    while (index := index + 1) < min(start + 2 * _REACH, sentence.last):
        token = view.tokens[index]
        if token.text == "," and (after := _past_aside(view, index, wanted, sentence.last)):
            index = after - 1
            continue
        if token.pos == "ADP" and token.lemma in wanted:
            head = _governed(view, index, case, sentence.last)
            if head is None or (preposition == "по" and view.tokens[head].lemma in _MEANS):
                continue
            actor = view.actors.named(head)
            return [] if actor is not None and actor.first < index else [head]
        if is_finite(token) or token.text in (",", ";", ":", "—", "–"):
            return []
    return []


def _past_aside(view: View, comma: int, wanted: set[str], stop: int) -> int | None:
    """After a participle's aside («предприятия, работающие в крае, к …»), or before an adverb
    and the preposition wanted («говорили долго, в основном о …»).
    """
    for at in range(comma + 1, min(comma + 5, stop)):
        token = view.tokens[at]
        if token.pos == "ADP" and token.lemma in wanted and at > comma + 1:
            return at
        if token.pos not in ("ADV", "ADP", "DET", "PRON", "NOUN", "ADJ"):
            break
    if view.tokens[comma + 1].feats.get("VerbForm") != "Part":
        return None
    for at in range(comma + 1, stop):
        if view.tokens[at].text == ",":
            return at + 1
        if is_finite(view.tokens[at]):
            return None
    return None


def _governed(view: View, index: int, case: str, stop: int) -> int | None:
    """The noun in the case that a preposition wants."""
    for at in range(index + 1, min(index + 6, stop)):
        token = view.tokens[at]
        nominal = token.pos in _NOMINAL or token.lemma in _DEMONSTRATIVE
        if nominal and token.feats.get("Case", case) == case:
            return at
        if token.pos not in ("ADJ", "DET", "NUM", "ADV", "PUNCT", "VERB", "CCONJ"):
            return None
    return None


def _is_direct(token: Token) -> bool:
    """Whether a noun can be a direct object, the tagger's doubts between cases allowed for."""
    return token.feats.get("Case", "Acc") in _DIRECT
