"""Why a word of a meeting frame tells of no meeting here, in the words of the explanation."""

from __future__ import annotations

from ..document import Sentence
from ..knowledge.frames import MeetingFrame, MeetingsLexicon
from ..nlp.tree import is_finite, is_infinitive, is_participle
from .modality import Carried
from .view import View

_STEP = 4
_TO = frozenset({"чтобы"})
_AT = frozenset({"на", "в"})
_MANAGED = frozenset({"удаться", "смочь", "успеть", "суметь"})


class Obstacles:
    """Checks a frame's conditions on the words around its trigger."""

    def __init__(self, lexicon: MeetingsLexicon) -> None:
        self._sport = frozenset(lexicon.not_meetings)
        self._crimes = frozenset(lexicon.crimes)
        self._meets = frozenset(lemma for frame in lexicon.frame for lemma in frame.lemmas)

    def find(
        self, view: View, sentence: Sentence, frame: MeetingFrame, index: int, carried: Carried
    ) -> str:
        """The first obstacle, empty where there is none."""
        return (
            self._in_sentence(view, sentence, frame, index)
            or self._in_form(view, frame, index)
            or self._beside(view, frame, index)
            or _by_governor(view, frame, carried)
        )

    def _in_sentence(self, view: View, sentence: Sentence, frame: MeetingFrame, index: int) -> str:
        lemmas = {t.lemma for t in view.document.sentence_tokens(sentence)}
        if not frame.carried and view.actors.in_name(index):
            return "part of a body's name"
        if frame.body and frame.carried and view.actors.in_post(index):
            return "part of a post"
        if self._sport & lemmas:
            return "sport, not a meeting"
        if self._crimes & lemmas:
            return "a matter for the courts"
        if frame.with_words and not lemmas & set(frame.with_words):
            return "a word it needs is missing"
        return ""

    def _in_form(self, view: View, frame: MeetingFrame, index: int) -> str:
        """What the trigger's own form or the infinitive under it says."""
        feats = view.tokens[index].feats
        governed = [t for t in view.tree.children(index) if t.feats.get("VerbForm") == "Inf"]
        if frame.alone and any(not view.has_child(t.index, _TO) for t in governed):
            return "it governs an infinitive"
        if frame.setting:
            # «договорились встретиться», «договорились о встрече».
            about = view.clauses.obliques(index, "о", "")
            governed += [view.tokens[i] for i in (*about, *view.clauses.obliques(index, "об", ""))]
        if frame.setting and any(t.lemma in self._meets for t in governed):
            return "it governs the meeting"
        if frame.present and frame.destination and feats.get("Tense") == "Past":
            return "was only awaited"
        if frame.finite and feats.get("VerbForm") == "Inf":
            return "an infinitive"
        if frame.barred and not view.negated(index):
            return "let in: nothing of a visit"
        if frame.joins and (fault := _joins_nothing(view, frame, index)):
            return fault
        if frame.bare and not _is_bare(view, index):
            return "not a step without a verb"
        if frame.pos == "turn" and not _is_turn(view, index):
            return "not whose turn it was"
        return ""

    def _beside(self, view: View, frame: MeetingFrame, index: int) -> str:
        if frame.body and _is_to_come(view, index):
            return "only where something shall be done"
        before = view.tokens[index - 1] if index else None
        own = {view.tree.preposition(index), before.lemma if before is not None else ""}
        if frame.behind and not own & set(frame.behind):
            return "its preposition is missing"
        near = {view.tokens[i].lemma for i in view.clauses.objects(index)}
        near |= {t.lemma for t in view.tree.children(index)}
        if frame.only_with and not near & set(frame.only_with):
            return "its own word is missing"
        if near & set(frame.not_with):
            return "its object makes it another thing"
        return ""


def _by_governor(view: View, frame: MeetingFrame, carried: Carried) -> str:
    """Why the governor makes it no meeting."""
    if carried.governor is not None and carried.governor.status == "none":
        return f"only {carried.governor.id}"
    if not frame.carried:
        return ""
    if carried.verb is None or view.tokens[carried.verb].lemma not in frame.carried:
        return "not carried by a verb of holding"
    return ""


def _is_turn(view: View, index: int) -> bool:
    """«Следующим был …»: the predicate of a copula in the instrumental."""
    token = view.tokens[index]
    copula = view.tree.children(index, "cop")
    return token.feats.get("Case", "Ins") in ("Ins", "Nom") and bool(copula)


def _is_bare(view: View, index: int) -> bool:
    """«Оттуда – к министру»: what opens a sentence without a verb, and «к» soon after it."""
    sentence = view.sentence_of(index)
    tokens = view.document.sentence_tokens(sentence)
    opens = index - sentence.first <= 1 and not any(is_finite(t) for t in tokens)
    return opens and any(t.lemma == "к" for t in view.tokens[index + 1 : index + _STEP])


def _joins_nothing(view: View, frame: MeetingFrame, index: int) -> str:
    """Why those present are of no meeting before: who somebody is, a sitting of its own."""
    if view.tokens[index].lemma == "быть" and not _is_of_place(view, index):
        return "only an auxiliary"
    if "spoke" not in frame.slots:
        return "only says who somebody is" if _describes(view, index) else ""
    return "a sitting of its own" if view.clauses.obliques(index, "", "Gen") else ""


def _is_to_come(view: View, index: int) -> bool:
    """«пообещал поставить вопрос на заседании комиссии»: beside an infinitive that a verb governs.

    What somebody managed to do there was done.
    """
    if view.tokens[index].feats.get("Case") != "Loc" or view.tree.preposition(index) not in _AT:
        return False
    verb = view.clauses.predicate(index)
    if verb is None or verb > index or not is_infinitive(view.tokens[verb]):
        return False
    above = next((t for t in view.tree.ancestors(verb) if is_finite(t)), None)
    return above is not None and above.lemma not in _MANAGED


def _is_of_place(view: View, index: int) -> bool:
    """«на встрече были A и B», «с нашей стороны была C»: it says where somebody was."""
    if view.tokens[index].rel in ("aux", "aux:pass"):
        return False
    sentence = view.sentence_of(index)
    first, last = max(sentence.first, index - _STEP), min(sentence.last, index + _STEP)
    near = (t.index for t in view.tokens[first:last] if t.pos == "NOUN")
    return any(view.tree.preposition(i) in ("на", "с", "со") for i in near)


def _describes(view: View, index: int) -> bool:
    """«входящий в состав делегации министр», «участвующий в заседании мэр»."""
    head = view.tree.head(index)
    return any(
        t is not None and is_participle(t) and t.rel in ("amod", "acl")
        for t in (view.tokens[index], head)
    )
