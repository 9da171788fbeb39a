"""What the clause above makes of a telling: a report denied or not confirmed, a trip called off.

«не подтвердил сведения, что идут переговоры», «отменил поездку, где собирался встретиться с A»,
«В программе – переговоры с A».
"""

from __future__ import annotations

from typing import Literal

from ..document import Token
from ..knowledge.frames import Governor, MeetingsLexicon
from .view import View

Framed = Literal["possible", "denied", ""]
_CLAUSES = frozenset({"ccomp", "acl", "acl:relcl", "parataxis", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_WHERE = frozenset({"где", "куда", "который"})
_HEIGHT = 4
_BEFORE = 8


class Framing:
    """Reads the words above a telling."""

    def __init__(self, lexicon: MeetingsLexicon, governors: dict[str, Governor]) -> None:
        self._confirmations = frozenset(lexicon.confirmations)
        self._refutals = frozenset(lexicon.refutals)
        self._schedules = frozenset(lexicon.schedules)
        self._governors = governors

    def of(self, view: View, verb: int) -> Framed:
        """What the sentence above makes of a held or planned contact, empty where nothing."""
        token = view.tokens[verb]
        while token.rel == "conj" and token.head >= 0:
            token = view.tokens[token.head]
        if token.rel not in _CLAUSES:
            return ""
        above = self._verb_above(view, token)
        if above is None:
            return ""
        denied = view.negated(above.index) or self._is_not_begun(view, above)
        if above.lemma in self._confirmations and denied:
            return "possible"
        if above.lemma in self._refutals and not denied:
            return "denied"
        return "denied" if self._is_called_off(view, token, above) else ""

    def is_schedule(self, view: View, trigger: int) -> bool:
        """«Сегодня у X встреча с Y», «В программе – встреча с Y»: no verb, a bare nominative."""
        sentence = view.sentence_of(trigger)
        tokens = view.document.sentence_tokens(sentence)
        if sentence.zone != "body" or any(t.pos in ("VERB", "AUX") for t in tokens):
            return False
        if any(t.text.lower() == "у" for t in tokens):
            return True
        opening = [t for t in tokens[:_BEFORE] if t.index < trigger]
        return any(t.lemma in self._schedules for t in opening)

    def _verb_above(self, view: View, token: Token) -> Token | None:
        """The verb whose object or complement the clause is, through «сведения о том»."""
        head = view.tree.head(token.index)
        for _ in range(_HEIGHT):
            if head is None or head.pos not in _NOMINAL:
                break
            head = view.tree.head(head.index)
        return head if head is not None and head.pos == "VERB" else None

    def _is_not_begun(self, view: View, verb: Token) -> bool:
        """«не стал подтверждать», «отказался подтвердить»."""
        head = view.tree.head(verb.index) if verb.feats.get("VerbForm") == "Inf" else None
        if head is None:
            return False
        governor = self._governors.get(head.lemma)
        refused = governor is not None and governor.id == "cancel"
        return refused or view.negated(head.index)

    def _is_called_off(self, view: View, token: Token, above: Token) -> bool:
        """«отменил поездку в Киев, где собирался встретиться»."""
        governor = self._governors.get(above.lemma)
        if governor is None or governor.id != "cancel" or view.negated(above.index):
            return False
        return token.rel.startswith("acl") and any(
            t.lemma in _WHERE
            for t in view.tokens[view.sentence_of(token.index).first : token.index]
            if t.index > above.index
        )
