"""How far the content reaches around its head."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Token
from ...drafts import EventDraft, FacilityDraft, RegionDraft
from ...nlp.tree import is_finite, is_infinitive
from ..view import View
from .anchors import Anchor
from .edges import opens_quote, past_addressee, past_such_as, trimmed
from .joints import JOINTS, STOPS, after_that, beyond

_OPENERS = {"«": "»", "„": "“", "“": "”", "(": ")", "[": "]"}
_SETTING = frozenset({"в", "во", "на", "после", "перед", "при", "под", "по", "до", "между", "для"})
_PERSONAL = frozenset({"я", "мы", "ты", "вы", "он", "она", "оно", "они", "это", "тот"})
_PARTICLES = frozenset({"не", "так", "и", "пока", "еще"})
_WHERE_TO = frozenset({"на", "в", "во", "к", "ко"})
_AFTERWARDS = frozenset({"после", "перед", "накануне"})
_BACKGROUND = frozenset({
    "ход", "рамка", "итог", "результат", "поле", "преддверие", "площадка", "время", "встреча",
    "заседание", "переговоры", "присутствие", "участие", "церемония", "прошлое", "основа",
})  # fmt: skip


def extent(view: View, anchor: Anchor, mode: str, trigger: int) -> Iterator[tuple[int, int]]:
    """Token ranges ``[first, last)`` of the content: one, or one for each «что» of a list."""
    if anchor.last is not None:
        told = trimmed(view, anchor.first, anchor.last, anchor.head)
        if told is not None:
            yield told
        return
    sentence = view.sentence_of(anchor.head)
    stop = _limit(view, anchor, trigger, sentence.last)
    first = _start(view, anchor, mode, trigger)
    last = _reach(view, anchor, anchor.head if anchor.shape != "clause" else first, stop)
    first = past_such_as(view, first, last)
    last = _without_verb(view, first, last)
    whole = trimmed(view, first, last, anchor.head)
    if whole is not None:
        yield whole
    if anchor.shape == "clause" and mode in ("that", "how"):
        yield from _more(view, anchor, last, stop)


def _more(view: View, anchor: Anchor, last: int, stop: int) -> Iterator[tuple[int, int]]:
    """«…, что A и что B», «…, что A, а B»: each clause is a content of its own."""
    listed = view.tokens[anchor.first - 1].lemma in ("что", "чтобы")
    first = after_that(view, last, stop, listed=listed)
    while first is not None:
        last = _reach(view, Anchor(first, "clause", first), first, stop)
        whole = trimmed(view, first, last, first)
        if whole is not None:
            yield whole
        first = after_that(view, last, stop, listed=listed)


def _without_verb(view: View, first: int, last: int) -> int:
    """Where the content ends when words of the verb that stopped it stand at its end.

    «О цене сторонам договориться так и не удалось»: the particles and the dative are the verb's.
    """
    if last >= len(view.tokens) or not is_finite(view.tokens[last]):
        return last
    end = last
    while end > first and _belongs(view, view.tokens[end - 1], first, last):
        end -= 1
    return end if end > first else last


def _belongs(view: View, token: Token, first: int, verb: int) -> bool:
    if token.lemma in _PARTICLES:
        return True
    above = token.head
    while first <= above < verb:
        above = view.tokens[above].head
    dative = token.feats.get("Case") == "Dat" and not view.tree.preposition(token.index)
    return above == verb and (token.pos in ("ADV", "PART") or dative)


def _limit(view: View, anchor: Anchor, trigger: int, end: int) -> int:
    """Content stands on one side of its trigger, before the trigger's auxiliary too."""
    if anchor.shape == "clause" or anchor.head >= trigger:
        return end
    words = [t.index for t in view.tree.children(trigger, "aux", "aux:pass", "cop")]
    doers = [min(view.tree.subtree(i)) for i in view.clauses.subjects(trigger) if i != anchor.head]
    between = [t.index for t in view.tokens[anchor.head + 1 : trigger] if is_finite(t)]
    return min([trigger, *(i for i in [*words, *doers, *between] if i > anchor.head)])


def _start(view: View, anchor: Anchor, mode: str, trigger: int) -> int:
    if anchor.shape == "clause":
        return anchor.first
    if anchor.shape == "infinitive" and trigger < anchor.head:
        return past_addressee(view, anchor, trigger)
    sentence = view.sentence_of(anchor.head)
    behind = anchor.head > trigger and mode != "self"
    first = _left(view, anchor.head, trigger + 1 if behind else sentence.first)
    if behind and (both := _as_well(view, first, trigger, sentence.last)) is not None:
        return both
    return past_addressee(view, Anchor(anchor.head, "noun", first), trigger)


def _as_well(view: View, first: int, trigger: int, end: int) -> int | None:
    """«Договорились как о газе, так и о станции»: the pair of conjunctions is part of it."""
    at = first - 1 - (view.tokens[first - 1].pos == "ADP")
    if at <= trigger or view.tokens[at].lemma != "как":
        return None
    return at if any(t.lemma == "так" for t in view.tokens[first:end]) else None


def _left(view: View, head: int, bound: int) -> int:
    """The first word of what describes the head from the left, no farther than ``bound``."""
    first = head
    for child in view.tree.children(head, "amod", "nummod", "nummod:gov", "det", "advmod", "acl"):
        left = min(view.tree.subtree(child.index))
        between = view.tokens[left:head]
        whole = not any(is_finite(t) or t.text == ";" for t in between)
        # «Не остались без внимания и другие отрасли»: the phrase before is the verb's.
        if bound <= left < first and whole and view.tokens[left].pos != "ADP":
            first = left
    while first > bound and _describes(view, first - 1, bound):
        first -= 1
    return first


def _describes(view: View, index: int, bound: int) -> bool:
    token = view.tokens[index]
    if view.actors.named(index) is not None:
        return False
    if token.text in ("«", "„", '"', "“"):
        return view.tokens[index - 1].pos in ("ADJ", "ADP", "VERB", "NOUN") or index == bound
    if token.pos in ("ADJ", "DET", "NUM"):
        return token.feats.get("Variant") != "Short" and token.lemma != "готовый"
    if token.pos == "VERB":
        return token.feats.get("VerbForm") == "Part" and token.feats.get("Variant") != "Short"
    if token.pos == "ADV":
        return view.tokens[index + 1].pos in ("ADJ", "NUM")
    joint = token.text in (",", "и", "-") and index - 1 >= bound
    before = view.tokens[index - 1]
    return joint and before.pos == "ADJ" and before.feats.get("Variant") != "Short"


def _reach(view: View, anchor: Anchor, first: int, stop: int) -> int:
    """The token past the content: read on from its first word to where it must end."""
    index = first + (anchor.shape != "clause")
    while index < stop:
        after = _step(view, anchor, first, index, stop)
        if after is None:
            return index
        index = after
    return stop


def _step(view: View, anchor: Anchor, first: int, index: int, stop: int) -> int | None:
    """Where to go on from a token, None where the content ends before it."""
    token = view.tokens[index]
    if token.text in _OPENERS or token.text == '"':
        return _past_quote(view, first, index, stop)
    if token.text in JOINTS or token.pos == "CCONJ":
        return beyond(view, anchor, first, index, stop)
    if token.text in STOPS or token.text in _OPENERS.values():
        return index + 1 if _closes_inside(view, first, index) else None
    if (token.text in ".!?" and index >= stop - 2) or _late_subject(view, anchor, index):
        return None
    if anchor.shape != "clause" and is_finite(token):
        return index + 1 if _in_question(view, anchor, index) else None
    if anchor.shape != "clause" and _others(view, anchor, first, index):
        return None
    if anchor.shape == "noun" and (_loose_pronoun(view, index) or _argument(view, anchor, index)):
        return None
    if anchor.shape == "noun" and (_company(view, index) or _setting(view, anchor, index)):
        return None
    return index + 1


def _others(view: View, anchor: Anchor, first: int, index: int) -> bool:
    """The verb that the content hangs on, or the subject of a verb outside it.

    «Компромисс по цене | найти не удалось», «идею каталога | губернатор одобрил».
    """
    token = view.tokens[index]
    if is_infinitive(token):
        return index in {t.index for t in view.tree.ancestors(anchor.head)}
    subject = token.rel.startswith("nsubj") and token.feats.get("Case") == "Nom"
    return subject and token.head > index and is_finite(view.tokens[token.head])


def _closes_inside(view: View, first: int, index: int) -> bool:
    """«Предложил «распилить» законопроект»: the mark was opened by a word of the content."""
    closer = view.tokens[index].text
    # One word in marks begins with the mark, a whole quotation with what is said.
    start = max(first - 1, 0) if index == first + 1 else first
    inside = [t.text for t in view.tokens[start:index]]
    opened = sum(inside.count(o) for o, c in _OPENERS.items() if c == closer)
    return opened > inside.count(closer)


def _opened(view: View, first: int, index: int) -> bool:
    """Whether the quotation that closes at ``index`` began with the content or in it."""
    marks = [i for i in range(max(first - 1, 0), index) if view.tokens[i].text == '"']
    return bool(marks) and opens_quote(view, marks[-1])


def _late_subject(view: View, anchor: Anchor, index: int) -> bool:
    """«Обещал помочь | губернатор»: an infinitive has no nominative of its own."""
    token = view.tokens[index]
    if anchor.shape != "infinitive" or token.pos not in ("NOUN", "PROPN") or index < anchor.head:
        return False
    live = token.feats.get("Case") == "Nom" and token.feats.get("Animacy") == "Anim"
    named = view.tokens[index - 1].text in _OPENERS or view.tokens[index - 1].text in ('"', "как")
    clear = not any(t.pos == "PUNCT" for t in view.tokens[anchor.head : index])
    return live and clear and not named


def _in_question(view: View, anchor: Anchor, verb: int) -> bool:
    """Whether a verb belongs to an indirect question inside an infinitive's content."""
    if anchor.shape != "infinitive":
        return False
    for at in range(verb - 1, anchor.head, -1):
        if view.tokens[at].text == ",":
            return is_infinitive(view.tokens[at - 1])
        if is_finite(view.tokens[at]):
            return False
    return False


def _past_quote(view: View, first: int, index: int, stop: int) -> int | None:
    """After the mark that closes a quoted name or bracket; None where none does.

    «…по проектам", – указано в сообщении»: the quotation the content stands in ends.
    """
    if view.tokens[index].text == '"' and not opens_quote(view, index):
        return index + 1 if _opened(view, first, index) else None
    closer = _OPENERS.get(view.tokens[index].text, '"')
    for at in range(index + 1, stop):
        if view.tokens[at].text == closer:
            return at + 1
    return None


def _argument(view: View, anchor: Anchor, index: int) -> bool:
    """«пригласил в страну экспертов»: a person behind the content's noun is the verb's object."""
    token, above = view.tokens[index], view.tree.head(anchor.head)
    noun = token.pos in ("NOUN", "PROPN") and token.feats.get("Animacy") == "Anim"
    hung = above is not None and token.head == above.index and above.pos == "VERB"
    return noun and hung and not view.tree.preposition(index) and token.feats.get("Case") != "Gen"


def _loose_pronoun(view: View, index: int) -> bool:
    """«рекомендовали нам»: a pronoun without a preposition belongs to the verb."""
    token, before = view.tokens[index], view.tokens[index - 1]
    bare = token.pos == "PRON" and before.pos != "ADP" and token.lemma in _PERSONAL
    return bare and token.feats.get("Case") in ("Nom", "Dat", "Acc", "Ins")


def _company(view: View, index: int) -> bool:
    """«обсудил вопросы с министром»: the partner is no part of what was discussed."""
    if view.tokens[index].lemma not in ("с", "со") or view.tokens[index].pos != "ADP":
        return False
    if view.tokens[min(index + 2, len(view.tokens) - 1)].text == "стороны":
        # «С кубинской стороны подтверждена готовность».
        return True
    for ahead in range(index + 1, min(index + 4, len(view.tokens))):
        actor = view.actors.at(ahead)
        if actor is not None:
            return actor.is_person
        token = view.tokens[ahead]
        if token.pos == "NOUN":
            return token.feats.get("Animacy") == "Anim"
    return False


def _setting(view: View, anchor: Anchor, index: int) -> bool:
    """Where or when the trigger happened, hung on the verb above the content's head."""
    token = view.tokens[index]
    if token.pos != "ADP" or token.lemma not in _SETTING:
        return False
    noun = view.tree.head(index)
    above = view.tree.head(anchor.head)
    if noun is None or above is None or noun.head != above.index or noun.index < index:
        return False
    if above.index in view.tree.subtree(anchor.head) or above.pos not in ("VERB", "AUX"):
        return False
    return _is_setting(view, noun, anchor.head)


def _is_setting(view: View, noun: Token, head: int) -> bool:
    if noun.lemma in _BACKGROUND or view.tree.preposition(noun.index) in _AFTERWARDS:
        return True
    if any(d.start <= noun.start < d.stop for d in view.document.dates):
        return True
    if noun.feats.get("Case") == "Acc" or view.tree.preposition(head) in _WHERE_TO:
        # «Пригласил на выставку в Нитру»: where to, not where it was said.
        return False
    return any(
        m.start <= noun.start < m.stop and isinstance(e, (FacilityDraft, EventDraft, RegionDraft))
        for e, m in view.document.mentions()
    )
