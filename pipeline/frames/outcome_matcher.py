"""Outcome frames matched in one sentence: a trigger, its content and its status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from schemas import OutcomeStatus

from ..document import Sentence, Token
from ..knowledge.frames import OutcomeFrame, OutcomesLexicon
from ..nlp.tree import is_participle
from . import treaties
from .content import anchors, extent
from .continued import announces_list, further, gapped, listed
from .forms import in_form, will
from .found import Found
from .goods import goods_end
from .matter import Matter, says_something, words_fit
from .modality import Carried, Modality
from .unreal import asked, needed, stopped
from .view import POS, View

_STATUS: dict[str, OutcomeStatus] = {
    "held": "done",
    "planned": "intended",
    "possible": "possible",
    "denied": "denied",
}


_IF = frozenset({"если", "прежде", "пока"})
"""What stands in a condition, or before which nothing is to happen, did not happen."""
_ANY = "*"
_TOGETHER = frozenset({"вместе", "совместно"})
_BEHIND = 4
_OPENING = 6
_BY_PAPER = frozenset({"согласно", "рамка", "соответствие", "условие", "по"})


class OutcomeMatcher:
    """Finds the outcomes of a sentence; of the frames of one trigger the first that fits wins."""

    def __init__(self, lexicon: OutcomesLexicon, modality: Modality) -> None:
        self._modality = modality
        self._refusals = frozenset(lexicon.refusals)
        self._documents = frozenset(lexicon.document_heads)
        self._matter = Matter(lexicon)
        self._frames: dict[str, list[OutcomeFrame]] = {}
        self._lexicon_order = lexicon.frame
        self._of_verbs: dict[str, list[OutcomeFrame]] = {}
        for frame in lexicon.frame:
            for lemma in frame.lemmas:
                self._frames.setdefault(lemma, []).append(frame)

    def find(self, view: View) -> Iterator[Found]:
        """Every outcome of the sentences that tell the story, in text order.

        Of the frames that announce a step, or that want superior and subordinate, all that fit are
        given: whose act it is decides.
        """
        before: Found | None = None
        for sentence in view.telling():
            found = list(self._in_sentence(view, sentence))
            if not found and before is not None and before.sentence.index == sentence.index - 1:
                again = further(view, sentence, before)
                found = [again] if again is not None else []
            yield from found
            before = found[-1] if found else None

    def _in_sentence(self, view: View, sentence: Sentence) -> Iterator[Found]:
        if asked(view, sentence):
            return
        lemmas = frozenset(t.lemma for t in view.document.sentence_tokens(sentence))
        any_verb = bool(view.document.contacts) or not lemmas.isdisjoint(_TOGETHER)
        for index in range(sentence.first, sentence.last):
            read = False
            for frame in self._of(view.tokens[index], any_verb):
                if not self._may_tell(view, sentence, frame, index, lemmas):
                    continue
                found = self._match(view, sentence, frame, index)
                if found:
                    for each in (*found, *gapped(view, found[-1])):
                        yield replace(each, alternative=read)
                    if frame.act != "planned" and not (frame.within or frame.abroad):
                        break
                    read = True

    def _of(self, token: Token, any_verb: bool) -> Sequence[OutcomeFrame]:
        """The frames that a word may trigger, in the lexicon's order.

        Some take ``any_verb``, where somebody is said to have met or to act together.
        """
        if token.pos != "VERB" or not any_verb:
            return self._frames.get(token.lemma, ())
        known = self._of_verbs.get(token.lemma)
        if known is None:
            known = [
                f
                for f in self._lexicon_order
                if token.lemma in f.lemmas
                or (_ANY in f.lemmas and token.lemma not in f.except_lemmas)
            ]
            self._of_verbs[token.lemma] = known
        return known

    def _match(
        self, view: View, sentence: Sentence, frame: OutcomeFrame, index: int
    ) -> list[Found]:
        """What the frame finds at a trigger: nothing, one act, or one for each clause of a list."""
        token = view.tokens[index]
        carried = self._carried(view, frame, index)
        if not self._fits(view, frame, index, carried):
            return []
        if (
            frame.status == "denied"
            and not frame.negated
            and self._undone(view, frame, index, carried)
        ):
            return []
        carrier = carried.verb if frame.pos != "noun" or frame.carriers else None
        for mode in frame.content:
            for anchor in anchors(view, mode, index, carrier):
                if not self._matter.fits(view, frame, index, anchor.head):
                    continue
                stretches = [
                    (s[0], goods_end(view, index, *s)) if frame.trade else s
                    for s in extent(view, anchor, mode, index)
                    if says_something(view, *s) or view.tokens[anchor.head].pos == "ADJ"
                ]
                if ":" in mode:
                    stretches = [_before_addressee(view, frame, *s) for s in stretches]
                if stretches and words_fit(view, frame, stretches[0]):
                    status = self._status(view, frame, index, carried)
                    if frame.act == "planned" and carried.status == "possible":
                        # «Выразил надежду, что откроют»: nobody announced it.
                        return []
                    return [
                        Found(frame, index, carried.verb, sentence, anchor.head, *s, status)
                        for s in stretches
                    ]
        if {"inf", "that", "how"} & set(frame.content) and announces_list(view, sentence, index):
            status = self._status(view, frame, index, carried)
            base = Found(frame, index, carried.verb, sentence, index, index, index, status)
            return list(listed(view, base))
        view.document.note("outcomes", token.start, token.stop, f"{frame.id}: no content")
        return []

    def _undone(self, view: View, frame: OutcomeFrame, index: int, carried: Carried) -> bool:
        """«Не отказался», «не стал отказываться», «не отверг предложение»: nothing was refused."""
        if frame.pos == "noun":
            return carried.verb is not None and view.negated(carried.verb)
        return carried.status == "denied"

    def _carried(self, view: View, frame: OutcomeFrame, index: int) -> Carried:
        if frame.pos != "noun":
            return self._modality.of_verb(view, index)
        carried = self._modality.of_noun(view, index)
        if frame.carriers and carried.verb is not None and carried.status == "held":
            # «Найти компромисс не удалось»: the carrier says whether it came about.
            return replace(carried, status=self._modality.of_verb(view, carried.verb).status)
        return carried

    def _may_tell(
        self,
        view: View,
        sentence: Sentence,
        frame: OutcomeFrame,
        index: int,
        lemmas: frozenset[str],
    ) -> bool:
        """Whether the words around allow the frame; asked first, as most of them do not."""
        if view.tokens[index].pos not in POS[frame.pos]:
            return False
        if frame.with_words and lemmas.isdisjoint(frame.with_words):
            return False
        if not lemmas.isdisjoint(frame.without_words):
            return False
        if frame.pos != "noun" and not self._form_fits(view, frame, index):
            return False
        return self._stands(view, sentence, frame, index) and not _conditional(view, index)

    def _fits(self, view: View, frame: OutcomeFrame, index: int, carried: Carried) -> bool:
        """Whether what carries the trigger allows the frame."""
        if frame.act in ("agreed", "signed") and needed(view, index, carried.verb):
            return False
        if frame.treaty and not self._treaty_fits(view, frame, index, carried.verb):
            return False
        if frame.carriers:
            carrier = carried.verb
            if carrier is None or view.tokens[carrier].lemma not in frame.carriers:
                return False
        near = {t.lemma for t in view.tree.children(index)}
        if carried.verb is not None and frame.pos == "noun":
            near.add(view.tokens[carried.verb].lemma)
        if near & set(frame.not_with):
            return False
        if frame.pos != "noun":
            return True
        if frame.negated and (carried.verb is None or not view.negated(carried.verb)):
            return False
        return self._form_fits(view, frame, index if carried.verb is None else carried.verb)

    def _treaty_fits(
        self, view: View, frame: OutcomeFrame, index: int, carrier: int | None
    ) -> bool:
        """Whether a paper stands, by its own words or by the verb that carries it, and binds."""
        if frame.carriers:
            stands = carrier is not None and treaties.holds(view, carrier)
        else:
            stands = treaties.was_made(view, index)
        return stands and bool(treaties.bound(view, index))

    def _stands(self, view: View, sentence: Sentence, frame: OutcomeFrame, index: int) -> bool:
        """Whether it stands behind the words, or with the paper, that the frame asks for."""
        if frame.behind or frame.not_behind:
            before = view.tokens[max(sentence.first, index - _BEHIND) : index]
            if frame.behind and not any(t.lemma in frame.behind for t in before):
                return False
            if any(t.lemma in frame.not_behind for t in before):
                return False
        if frame.negated and frame.pos != "noun" and not _negated(view, index):
            return False
        if frame.states and view.document.contacts:
            return False
        if frame.by_document:
            subjects = view.tree.children(index, "nsubj", "nsubj:pass")
            if not any(t.lemma in self._documents for t in subjects):
                return False
        return not frame.under_document or self._opens_with_paper(view, sentence, index)

    def _opens_with_paper(self, view: View, sentence: Sentence, before: int) -> bool:
        """«Согласно договору …», «В рамках соглашения …», «По условиям контракта …»."""
        opening = view.tokens[sentence.first : min(sentence.first + _OPENING, before)]
        words = [t.lemma for t in opening]
        at = next((n for n, w in enumerate(words) if w in self._documents), None)
        return at is not None and bool(_BY_PAPER & set(words[:at]))

    def _form_fits(self, view: View, frame: OutcomeFrame, index: int) -> bool:
        """Whether the trigger stands in the form the frame asks for."""
        token = view.tokens[index]
        did = token.feats.get("Voice") == "Act" and token.feats.get("Tense") == "Past"
        if is_participle(token) and not (frame.participle or did):
            return False
        return all(in_form(view, form, index) for form in frame.form)

    def _refused(self, view: View, index: int) -> bool:
        """Whether the same sentence goes on to say that it was turned down."""
        sentence = view.sentence_of(index)
        later = view.tokens[index + 1 : sentence.last]
        return any(t.lemma in self._refusals and t.feats.get("VerbForm") == "Fin" for t in later)

    def _status(
        self, view: View, frame: OutcomeFrame, index: int, carried: Carried
    ) -> OutcomeStatus:
        if frame.act in ("proposed", "offered") and self._refused(view, index):
            return "denied"
        if frame.negated:
            return frame.status
        if frame.trade and stopped(view, index):
            return "denied"
        if frame.said:
            return "denied" if view.negated(index) else "done"
        status = _STATUS[carried.status]
        verb = index if frame.pos != "noun" or carried.verb is None else carried.verb
        if status == "done" and will(view, verb):
            status = "intended"
        if frame.status == "done":
            return status
        return "denied" if status == "denied" else frame.status


def _before_addressee(view: View, frame: OutcomeFrame, first: int, last: int) -> tuple[int, int]:
    """«За помощью к Бухаресту»: the content ends where the tree hung the addressee on it."""
    if "к:Dat" not in frame.addressee:
        return first, last
    for index in range(first + 1, last - 1):
        if view.tokens[index].text in ("к", "ко") and view.actors.at(index + 1) is not None:
            return first, index
    return first, last


def _negated(view: View, index: int) -> bool:
    """«Не присоединится», «не станет присоединяться»."""
    head = view.tree.head(index)
    will = head is not None and head.lemma == "стать" and view.tokens[index].rel == "xcomp"
    return view.negated(index) or (will and head is not None and view.negated(head.index))


def _conditional(view: View, index: int) -> bool:
    """Whether a verb, or one it is joined to, stands in a condition."""
    token = view.tokens[index]
    for above in view.tree.ancestors(index):
        if token.rel != "conj" or view.has_child(token.index, _IF):
            break
        token = above
    return view.has_child(token.index, _IF) or _after_if(view, index)


def _after_if(view: View, index: int) -> bool:
    """«Если A уступит и откажется»: no comma parts the verb from the conjunction."""
    for at in range(index - 1, view.sentence_of(index).first - 1, -1):
        if view.tokens[at].pos == "PUNCT":
            return False
        if view.tokens[at].lemma in _IF:
            return True
    return False
