"""Whether a meeting was held, is planned, possible or denied: tense, mood, negation, governors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..document import Token
from ..knowledge.frames import Governor, MeetingsLexicon
from .view import View

Status = Literal["held", "planned", "possible", "denied"]
_IF = frozenset({"если", "бы", "б", "ли"})
_MAYBE = frozenset({"возможно", "вероятно", "видимо", "может быть"})


@dataclass(frozen=True)
class Carried:
    """What carries a trigger: the governing verb, its lexicon entry, the status it gives."""

    verb: int | None
    governor: Governor | None
    status: Status
    takes_part: bool


class Modality:
    """Reads status and carrier from the governors of a trigger."""

    def __init__(self, lexicon: MeetingsLexicon) -> None:
        self._governors = {lemma: g for g in lexicon.governor for lemma in g.lemmas}
        self._planned = frozenset(lexicon.planned_words)
        self._possible = frozenset(lexicon.possible_words)
        self._denied = frozenset(lexicon.denied_words)
        self._hopes = frozenset(lexicon.hopes)

    def of_verb(self, view: View, trigger: int) -> Carried:
        """A verb that itself tells of the meeting («встретился», «намерен встретиться»)."""
        governor = None
        token = view.tokens[trigger]
        if token.feats.get("VerbForm") == "Inf" and (above := self._above(view, token)):
            governor = self._governors.get(above.lemma)
        return Carried(trigger, governor, self._chain(view, trigger, None), True)

    def of_noun(self, view: View, trigger: int) -> Carried:
        """A noun («встреча») with the verb that carries it, if one does."""
        verb, governor = self._carrier(view, trigger)
        status = self._words(view, trigger)
        if verb is not None and governor is not None:
            status = status or self._chain(view, verb, governor)
            return Carried(verb, governor, status, governor.takes_part)
        if verb is not None and status is None and view.tokens[trigger].rel.startswith("nsubj"):
            status = self._chain(view, verb, None)
        return Carried(verb, None, status or "held", False)

    def _carrier(self, view: View, trigger: int) -> tuple[int | None, Governor | None]:
        for child in view.tree.children(trigger, "acl", "acl:relcl", "amod"):
            governor = self._governors.get(child.lemma)
            if governor is not None and child.pos in ("VERB", "ADJ"):
                return child.index, governor
        verb = view.clauses.predicate(trigger)
        if verb is None or verb == trigger:
            return None, None
        return verb, self._governors.get(view.tokens[verb].lemma)

    def _words(self, view: View, trigger: int) -> Status | None:
        around = [*view.tree.children(trigger, "amod", "acl")]
        head = view.tree.head(trigger)
        if head is not None and head.pos == "NOUN":
            around.append(head)
        lemmas = {t.lemma for t in around}
        if lemmas & self._denied:
            return "denied"
        if lemmas & self._possible:
            return "possible"
        if lemmas & self._planned:
            return "planned"
        return None

    def _chain(self, view: View, verb: int, governor: Governor | None) -> Status:
        """Status by the verb and, for an infinitive, by what governs it."""
        own = self._by_governor(view, verb, governor)
        if own is not None:
            return own
        token = view.tokens[verb]
        if self._conditional(view, token):
            return "possible"
        if token.feats.get("VerbForm") == "Inf":
            above = self._above(view, token)
            if above is not None:
                return self._chain(view, above.index, self._governors.get(above.lemma))
            return "planned" if view.negated(verb) is False else "denied"
        return self._by_tense(view, token)

    def _by_governor(self, view: View, verb: int, governor: Governor | None) -> Status | None:
        negated = view.negated(verb)
        if governor is None or governor.status == "tense" or governor.status == "none":
            return "denied" if negated else None
        return governor.negated if negated else governor.status

    def _above(self, view: View, token: Token) -> Token | None:
        for child in view.tree.children(token.index, "aux", "cop", "aux:pass"):
            if child.lemma in self._governors or child.feats.get("Tense"):
                return child
        head = view.tree.head(token.index)
        if head is None or head.pos not in ("VERB", "ADJ", "AUX", "ADV", "NOUN"):
            return None
        return head

    def _conditional(self, view: View, token: Token) -> bool:
        """«если …, подпишут»; «надежда, что подпишут»."""
        for child in view.tree.children(token.index, "advcl"):
            if view.has_child(child.index, _IF):
                return True
        head = view.tree.head(token.index)
        return token.rel in ("ccomp", "acl") and head is not None and head.lemma in self._hopes

    def _by_tense(self, view: View, token: Token) -> Status:
        if view.has_child(token.index, _IF):
            return "possible"
        if view.has_child(token.index, _MAYBE) or self._conditional(view, token):
            return "possible"
        tense = token.feats.get("Tense")
        future = any(
            t.lemma == "быть" and t.feats.get("Tense") == "Fut"
            for t in view.tree.children(token.index, "aux", "aux:pass", "cop")
        )
        if tense == "Fut" or future:
            return "planned"
        if tense == "Pres" and token.feats.get("Aspect") == "Perf":
            return "planned"
        if token.feats.get("Mood") == "Imp":
            return "possible"
        return "held"
