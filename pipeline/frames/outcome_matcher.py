"""Outcome frames matched in one sentence: a trigger, its content and its status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas import OutcomeStatus

from ..document import Sentence
from ..knowledge.frames import OutcomeFrame, OutcomesLexicon
from . import content
from .modality import Carried, Modality
from .view import POS, View

_STATUS: dict[str, OutcomeStatus] = {
    "held": "done",
    "planned": "intended",
    "possible": "possible",
    "denied": "denied",
}


@dataclass(frozen=True, eq=False)
class Found:
    """A matched frame: trigger token, content tokens ``[first, last)`` with their head, status."""

    frame: OutcomeFrame
    trigger: int
    carrier: int | None
    sentence: Sentence
    head: int
    first: int
    last: int
    status: OutcomeStatus

    def inside(self, index: int) -> bool:
        """Whether a token only belongs to the content.

        Content that holds its own trigger is a whole statement, whose parties stand in it.
        """
        whole = self.first <= self.trigger < self.last
        return not whole and self.first <= index < self.last


class OutcomeMatcher:
    """Finds the outcomes of a sentence; of the frames of one trigger the first that fits wins."""

    def __init__(self, lexicon: OutcomesLexicon, modality: Modality) -> None:
        self._modality = modality
        self._refusals = frozenset(lexicon.refusals)
        self._frames: dict[str, list[OutcomeFrame]] = {}
        for frame in lexicon.frame:
            for lemma in frame.lemmas:
                self._frames.setdefault(lemma, []).append(frame)

    def find(self, view: View, sentence: Sentence) -> Iterator[Found]:
        """Every outcome of a sentence, by trigger position."""
        for index in range(sentence.first, sentence.last):
            for frame in self._frames.get(view.tokens[index].lemma, ()):
                found = self._match(view, sentence, frame, index)
                if found is not None:
                    yield found
                    break

    def _match(
        self, view: View, sentence: Sentence, frame: OutcomeFrame, index: int
    ) -> Found | None:
        token = view.tokens[index]
        if token.pos not in POS[frame.pos]:
            return None
        carried = self._carried(view, frame, index)
        if not self._fits(view, sentence, frame, index, carried):
            return None
        for mode in frame.content:
            for head in content.heads(view, mode, index, carried.verb):
                if not self._content_fits(view, frame, head):
                    continue
                stretch = content.span(view, head, mode, index)
                if stretch is not None and self._says_something(view, *stretch):
                    status = self._status(view, frame, index, carried)
                    return Found(frame, index, carried.verb, sentence, head, *stretch, status)
        view.document.note("outcomes", token.start, token.stop, f"{frame.id}: no content")
        return None

    def _carried(self, view: View, frame: OutcomeFrame, index: int) -> Carried:
        if frame.pos == "noun":
            return self._modality.of_noun(view, index)
        return self._modality.of_verb(view, index)

    def _fits(
        self, view: View, sentence: Sentence, frame: OutcomeFrame, index: int, carried: Carried
    ) -> bool:
        lemmas = {t.lemma for t in view.document.sentence_tokens(sentence)}
        if frame.with_words and not lemmas & set(frame.with_words):
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
        person = view.tokens[index].feats.get("Person")
        return not frame.first_person or person == "1"

    def _refused(self, view: View, index: int) -> bool:
        """Whether the same sentence goes on to say that it was turned down."""
        sentence = view.sentence_of(index)
        later = view.tokens[index + 1 : sentence.last]
        return any(t.lemma in self._refusals and t.feats.get("VerbForm") == "Fin" for t in later)

    def _content_fits(self, view: View, frame: OutcomeFrame, head: int) -> bool:
        lemma = view.tokens[head].lemma
        if lemma in frame.not_content:
            return False
        if not frame.content_heads:
            return True
        near = {lemma} | {t.lemma for t in view.tree.children(head, "xcomp", "conj", "nmod", "obj")}
        return bool(near & set(frame.content_heads))

    def _says_something(self, view: View, first: int, last: int) -> bool:
        return any(t.pos in ("NOUN", "PROPN", "VERB") for t in view.tokens[first:last])

    def _status(
        self, view: View, frame: OutcomeFrame, index: int, carried: Carried
    ) -> OutcomeStatus:
        status = _STATUS[carried.status]
        if frame.act in ("proposed", "offered") and self._refused(view, index):
            return "denied"
        if frame.status == "done":
            return status
        return "denied" if status == "denied" else frame.status
