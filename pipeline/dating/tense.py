"""Whether the clause around a date looks back or ahead."""

from __future__ import annotations

from collections.abc import Set

from ..document import Document, Sentence, Token
from .resolve import Tense

_COPULA: dict[str, Tense] = {"Past": "past", "Fut": "future"}


class Tenses:
    """Reads the tense that governs a stretch, words of planning included."""

    def __init__(self, planning: Set[str], inviting: Set[str]) -> None:
        """``planning`` words make a day future, ``inviting`` ones only a month or a season."""
        self._planning = planning
        self._inviting = inviting

    def of(
        self, document: Document, sentence: Sentence, start: int, stop: int, *, wide: bool = False
    ) -> Tense:
        """Past, future or present of the nearest verb above the stretch, else beside it.

        ``wide`` says that the stretch is longer than a day.
        """
        governing = self.governing(document, start, stop, wide=wide)
        if governing is not None:
            return governing
        beside = document.sentence_tokens(sentence)
        verbs = sorted(
            (t for t in beside if _tense(document, t)), key=lambda t: abs(t.start - start)
        )
        return _tense(document, verbs[0]) or "present" if verbs else "past"

    def governing(
        self, document: Document, start: int, stop: int, *, wide: bool = False
    ) -> Tense | None:
        """The tense of the words above the stretch; None where none of them has any."""
        chain = self._chain(document, document.tokens_in(start, stop))
        governor = next((t for t in chain if t.pos in ("VERB", "AUX", "ADJ")), None)
        if any(t.lemma in self._planning and t is not governor for t in chain):
            return "future"
        if governor is not None and governor.lemma in self._planning and self._plans(governor):
            return "future"
        if wide and governor is not None and governor.lemma in self._inviting:
            return "future"
        told = (_tense(document, t) for t in chain)
        return next((tense for tense in told if tense is not None), None)

    def _chain(self, document: Document, words: list[Token]) -> list[Token]:
        """The tokens above the stretch, nearest first."""
        inside = {t.index for t in words}
        head = next((t.head for t in words if t.head >= 0 and t.head not in inside), -1)
        chain: list[Token] = []
        while head >= 0 and len(chain) < 8:
            token = document.tokens[head]
            chain.append(token)
            head = token.head
        return chain

    def _plans(self, governor: Token) -> bool:
        """«договорились в среду» tells of the past, «запланирована на среду» does not."""
        if governor.feats.get("VerbForm") == "Part" or governor.pos == "ADJ":
            return True
        return governor.feats.get("Tense") != "Past"


def _tense(document: Document, token: Token) -> Tense | None:
    if token.pos not in ("VERB", "AUX"):
        return _copula(document, token)
    marked = token.feats.get("Tense")
    if marked == "Fut" or _has_future_auxiliary(document, token):
        return "future"
    if marked == "Past":
        return "past"
    if marked == "Pres" and token.feats.get("VerbForm") == "Fin":
        return "present"
    return None


def _copula(document: Document, token: Token) -> Tense | None:
    """The tense of a predicate without a verb: «в мае он был в Минске»."""
    for beside in document.tokens[max(0, token.index - 4) : token.index]:
        if beside.head == token.index and beside.rel == "cop":
            return _COPULA.get(beside.feats.get("Tense", ""))
    return None


def _has_future_auxiliary(document: Document, token: Token) -> bool:
    near = document.tokens[max(0, token.index - 4) : token.index + 1]
    return any(
        t.lemma == "быть" and t.feats.get("Tense") == "Fut" and t.head in (token.index, token.head)
        for t in near
        if t is not token
    )
