"""Topic tags by the beginnings of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from schemas import Topic

from ..document import Token
from ..knowledge import Lexicon
from ..knowledge.frames import TopicsLexicon

_MOST = 3


class Topics:
    """Tags a stretch of tokens: the commonest first, three at most, ties in the lexicon's order."""

    def __init__(self, lexicon: Lexicon) -> None:
        topics = lexicon.read(TopicsLexicon).topic
        self._order: list[Topic] = [t.id for t in topics]
        self._stems: dict[str, Topic] = {s: t.id for t in topics for s in t.stems}
        self._longest = max(map(len, self._stems))

    def of(self, tokens: Iterable[Token]) -> list[Topic]:
        """The topics of the tokens, «other» where no stem is met."""
        counts: Counter[Topic] = Counter()
        for token in tokens:
            for length in range(min(len(token.lemma), self._longest), 2, -1):
                topic = self._stems.get(token.lemma[:length])
                if topic is not None:
                    counts[topic] += 1
                    break
        ranked = sorted(counts, key=lambda t: (-counts[t], self._order.index(t)))
        return ranked[:_MOST] or ["other"]
