"""Buildings that stand for the power that sits in them: «в Кремле заявили», «позиция Смольного»."""

from __future__ import annotations

from collections.abc import Set

from ..document import Token

_WITH = frozenset({"с", "со", "под", "над", "за", "перед", "между"})


class Seats:
    """Tells the body from the building by what it does in the sentence."""

    def __init__(self, verbs: Set[str], nouns: Set[str]) -> None:
        """``verbs`` are what powers do and say, ``nouns`` what they have."""
        self._verbs = verbs
        self._nouns = nouns

    def acts(self, tokens: list[Token], first: int, last: int) -> bool:
        """Whether the name at tokens ``[first, last)`` means the body."""
        inside = range(first, last)
        top = next((t for t in tokens[first:last] if t.head not in inside), tokens[first])
        head = tokens[top.head] if top.head >= 0 else None
        if head is None:
            return False
        if top.rel in ("nsubj", "nsubj:pass"):
            return head.lemma in self._verbs
        before = tokens[first - 1].lemma if first else ""
        if before in ("в", "во"):
            return head.lemma in self._verbs and self._nobody_else(tokens, head)
        case = top.feats.get("Case")
        if case == "Ins" and head.pos == "VERB":
            return before not in _WITH and head.lemma in self._verbs
        return case in ("Gen", None) and head.lemma in self._nouns

    def _nobody_else(self, tokens: list[Token], verb: Token) -> bool:
        """«В Кремле сообщили» has no other subject; «президент сообщил в Кремле» has."""
        near = tokens[max(0, verb.index - 12) : verb.index + 12]
        subjects = (t for t in near if t.head == verb.index and t.rel.startswith("nsubj"))
        return verb.feats.get("Number") == "Plur" and not any(subjects)
