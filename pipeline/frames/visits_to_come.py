"""Plans that only announce a meeting or a visit: that is the meeting, not a step besides."""

from __future__ import annotations

from dataclasses import dataclass

from ..document import Token
from ..drafts import PersonDraft
from ..nlp.tree import is_finite, is_infinitive
from .view import View

_OBJECTS = ("obj", "nsubj", "nsubj:pass", "obl")
_INFINITIVES = ("xcomp", "csubj", "ccomp")
_EXCHANGED = frozenset({"визит", "поездка"})
_GUESTS = frozenset({"делегация", "гость", "посланник", "эмиссар", "миссия"})


@dataclass(frozen=True, slots=True)
class Visits:
    """Words for meetings, and verbs of those who come to one."""

    gatherings: frozenset[str]
    comings: frozenset[str]

    def told(self, view: View, head: int) -> bool:
        """Whether what is planned is to meet, to come, to receive or to hold talks."""
        return any(self._is_visit(view, t) for t in self._heads(view, view.tokens[head]))

    def _heads(self, view: View, token: Token) -> list[Token]:
        """The head of the content and the infinitive below it: «должен провести»."""
        below = view.tree.children(token.index, *_INFINITIVES)
        return [token, *(t for t in below if is_infinitive(t))]

    def _is_visit(self, view: View, token: Token) -> bool:
        if self._is_gathering(token):
            return True
        if token.pos not in ("VERB", "AUX"):
            return False
        bare = [
            t
            for t in view.tree.children(token.index, *_OBJECTS)
            if not view.tree.preposition(t.index)
        ]
        if any(self._is_gathering(t) for t in bare):
            return True
        if token.lemma == "принять":
            return any(self._is_guest(view, t) for t in bare if t.rel == "obj")
        return token.lemma in self.comings and self._of_one(view, token)

    def _is_gathering(self, token: Token) -> bool:
        """«Намечен визит» is one meeting to come, «визиты рабочих групп» are a joint step."""
        several = token.feats.get("Number") == "Plur" and token.lemma in _EXCHANGED
        return token.lemma in self.gatherings and not several

    def _is_guest(self, view: View, token: Token) -> bool:
        return token.feats.get("Animacy") == "Anim" or token.lemma in _GUESTS

    def _of_one(self, view: View, token: Token) -> bool:
        """An infinitive's doer, or a named person: «приедут мастера» is a joint step."""
        if not is_finite(token):
            return True
        actors = [view.actors.at(i) for i in view.clauses.subjects(token.index)]
        return any(a is not None and isinstance(a.entity, PersonDraft) for a in actors)
