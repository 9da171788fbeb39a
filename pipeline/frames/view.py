"""One document as the engine sees it: tree, clauses and actors, built once per stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..document import Document, Sentence, Token
from ..drafts import SpeechDraft
from ..nlp.tree import Tree
from .actors import Actors
from .clause import Clauses

POS = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "VERB"}),
    "adverb": frozenset({"ADV", "ADJ", "VERB"}),
    "turn": frozenset({"ADJ", "NOUN", "PROPN"}),
}

_NOT = frozenset({"не", "ни", "нет"})
BULLETS = frozenset({"—", "–", "-", "•", "·", "*", "✔", "✔️", "✅", "▪", "●", "■", "➡", "✓", "☑"})
"""Marks that open the items of a list."""


@dataclass(frozen=True)
class View:
    """The document with the indexes that matching needs."""

    document: Document
    tree: Tree
    clauses: Clauses
    actors: Actors
    denied: frozenset[int]
    """The words that «не», «ни» or «нет» hangs on."""

    @classmethod
    def of(
        cls, document: Document, proxies: Iterable[str] = (), counterparts: Iterable[str] = ()
    ) -> View:
        """Index a document; see ``Actors`` for ``proxies`` and ``counterparts``."""
        tree = Tree.of(document)
        actors = Actors(document, tree, proxies, counterparts)
        words = (t for t in document.tokens if t.lemma in _NOT and t.rel != "cc")
        return cls(
            document, tree, Clauses(document, tree), actors, frozenset(t.head for t in words)
        )

    @property
    def tokens(self) -> list[Token]:
        """The document's tokens."""
        return self.document.tokens

    def sentence_of(self, index: int) -> Sentence:
        """The sentence of a token."""
        return self.document.sentences[self.tokens[index].sentence]

    def telling(self) -> Iterator[Sentence]:
        """The sentences that tell the story: title and body, not clutter or captions."""
        return (s for s in self.document.sentences if s.zone in ("title", "body"))

    def quotation_at(self, index: int) -> SpeechDraft | None:
        """The innermost direct speech that holds a token."""
        return self._speech_at(index, direct=True)

    def report_at(self, index: int) -> SpeechDraft | None:
        """The innermost reported speech that holds a token: «сообщил, что …»."""
        return self._speech_at(index, direct=False)

    def _speech_at(self, index: int, *, direct: bool) -> SpeechDraft | None:
        start = self.tokens[index].start
        around = [
            s for s in self.document.speech if s.direct == direct and s.start <= start < s.stop
        ]
        return min(around, key=lambda s: s.stop - s.start, default=None)

    def told(self, trigger: tuple[int, int]) -> str:
        """Words at ``[start, stop)`` and their sentence as the explanation counts it."""
        sentence = self.document.sentence_at(trigger[0])
        words = self.document.text[slice(*trigger)]
        return f"of «{words}» in [{sentence.index}]" if sentence else f"of «{words}»"

    def negated(self, index: int) -> bool:
        """Whether «не» or «ни» stands on the word or on its auxiliary."""
        if index in self.denied:
            return True
        helpers = self.tree.children(index, "aux", "cop", "aux:pass") if self.denied else ()
        return any(t.index in self.denied for t in helpers)

    def has_child(self, index: int, lemmas: frozenset[str]) -> bool:
        """Whether a dependent has one of the lemmas; «Б.» is an initial, no particle."""
        return any(t.lemma in lemmas and not t.text.isupper() for t in self.tree.children(index))
