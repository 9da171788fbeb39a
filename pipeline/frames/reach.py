"""How near in the tree a word stands to a candidate meeting: what its dates and places hang on."""

from __future__ import annotations

from ..document import Token
from .candidate import Candidate
from .view import View

# Clauses that share time and place with the one above them: «прибыл и встретился», «где принял».
_SHARED = frozenset({"conj", "advcl", "xcomp", "acl:relcl", "acl", "parataxis", "aux", "aux:pass"})
_ONE_WITH = frozenset({"xcomp", "aux", "aux:pass", "cop"})
_WHERE = frozenset({"где", "куда"})
# Nouns a date or a place may hang on without belonging to another thing than the meeting.
_OF_TIME = frozenset({"день", "утро", "вечер", "ночь", "половина", "час", "время"})


class Reach:
    """What stands near one candidate."""

    def __init__(self, view: View, candidate: Candidate) -> None:
        self.view = view
        self.sentence = candidate.sentence
        self.trigger = candidate.trigger
        self.own = {i for i in (candidate.trigger, candidate.carrier) if i is not None}
        self._verbs = {v for i in self.own if (v := self.verb(i)) is not None}
        self._above = self._shared_above()

    def verb(self, index: int) -> int | None:
        """The nearest verb at or above a token, «может» for «может пройти»."""
        found: Token | None = None
        for token in (self.view.tokens[index], *self.view.tree.ancestors(index)):
            if found is not None and found.rel not in _ONE_WITH:
                break
            if found is not None or token.pos in ("VERB", "AUX"):
                found = token
        return found.index if found is not None else None

    def rank(self, index: int) -> int | None:
        """0 beside the trigger or its verb, 1 in its clause, 2 in a clause that leads to it."""
        if self._hangs(index):
            return 0
        verb = self.verb(index)
        if verb is not None and self._agrees(self.view.tokens[verb]):
            return 0
        if verb is None or verb in self._verbs or self._is_where(verb):
            return 1
        if verb in self._above and index < self.trigger:
            return 2
        return None

    def _is_where(self, verb: int) -> bool:
        """«не поедет в Казань, где его ждали 20 августа»: the day of the clause is the visit's."""
        token, place = self.view.tokens[verb], self.view.tree.head(verb)
        where = self.view.has_child(verb, _WHERE)
        return token.rel == "acl:relcl" and where and place is not None and place.head in self.own

    def is_reporting(self, index: int) -> bool:
        """Whether the word belongs to the verb that reports the meeting, not to the meeting."""
        verb = self.verb(index)
        if verb is None or verb in self._verbs:
            return False
        start, trigger = self.view.tokens[verb].start, self.view.tokens[self.trigger].start
        return any(
            s.verb is not None and s.verb[0] <= start < s.verb[1] and s.start <= trigger < s.stop
            for s in self.view.document.speech
        )

    def _hangs(self, index: int) -> bool:
        """Whether only participles of the meeting and words of time lie between."""
        for token in self.view.tree.ancestors(index):
            if token.index in self.own:
                return True
            modifies = token.rel in ("acl", "acl:relcl", "amod") and token.head in self.own
            if not modifies and token.lemma not in _OF_TIME:
                return False
        return False

    def _agrees(self, token: Token) -> bool:
        """Whether a participle is the trigger's by its endings, whatever the tree hangs it on.

        «Встреча директора с мэром, стоявшая в графике на 11 июля, не состоялась».
        """
        tokens, noun = self.view.tokens, self.view.tokens[self.trigger]
        if token.feats.get("VerbForm") != "Part" or token.index <= noun.index:
            return False
        between = tokens[noun.index + 1 : token.index]
        return _endings(token) == _endings(noun) and all(
            _endings(t) != _endings(noun) for t in between if t.pos in ("NOUN", "PROPN")
        )

    def _shared_above(self) -> set[int]:
        """The verbs above the meeting's own whose time and place it shares."""
        found: set[int] = set()
        for verb in self._verbs:
            below: Token = self.view.tokens[verb]
            for token in self.view.tree.ancestors(verb):
                if below.rel not in _SHARED and below.pos in ("VERB", "AUX"):
                    break
                if token.pos in ("VERB", "AUX"):
                    found.add(token.index)
                below = token
        return found


def _endings(token: Token) -> tuple[str | None, ...]:
    return tuple(token.feats.get(name) for name in ("Case", "Number", "Gender"))
