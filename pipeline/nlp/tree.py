"""Walking the dependency tree of a document by token index."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document, Token


class Tree:
    """Children and paths over ``document.tokens``; heads that would close a cycle are cut."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                self._children[token.head].append(token.index)

    @classmethod
    def of(cls, document: Document) -> Tree:
        """The document's tree, built once; its heads must stand."""
        found = document.shared.get("tree")
        if not isinstance(found, Tree):
            found = document.shared["tree"] = cls(document)
        return found

    def children(self, index: int, *rels: str) -> list[Token]:
        """Dependents in text order; of the relations named (``nsubj`` also gives ``nsubj:pass``
        only when named so), or all.
        """
        tokens, own = self.tokens, self._children[index]
        if not rels:
            return [tokens[i] for i in own]
        return [t for i in own if (t := tokens[i]).rel in rels]

    def head(self, index: int) -> Token | None:
        """The governor, None for a root."""
        head = self.tokens[index].head
        return self.tokens[head] if head >= 0 else None

    def ancestors(self, index: int) -> Iterator[Token]:
        """Governors from the nearest up to the root."""
        seen = {index}
        head = self.tokens[index].head
        while head >= 0 and head not in seen:
            seen.add(head)
            yield self.tokens[head]
            head = self.tokens[head].head

    def subtree(self, index: int) -> list[int]:
        """Indices of the token and all below it, in text order."""
        found, stack = {index}, [index]
        while stack:
            for child in self._children[stack.pop()]:
                if child not in found:
                    found.add(child)
                    stack.append(child)
        return sorted(found)

    def preposition(self, index: int) -> str:
        """The folded preposition that marks the noun, empty if none («в», «между», «по»)."""
        for token in self.children(index, "case"):
            # «делегация во главе с A»: a preposition after its noun is the parser's slip.
            if token.pos == "ADP" and token.index < index:
                return token.lemma
        return ""


def is_finite(token: Token) -> bool:
    """Whether the word can carry a clause: a finite verb or a short adjective or participle."""
    if token.pos in ("VERB", "AUX"):
        form = token.feats.get("VerbForm", "" if token.pos == "AUX" else "Fin")
        return form == "Fin" or (form == "Part" and token.feats.get("Variant") == "Short")
    return token.pos == "ADJ" and token.feats.get("Variant") == "Short"


def is_participle(token: Token) -> bool:
    """Whether the word is a full participle: it describes a noun rather than carry a clause."""
    return token.feats.get("VerbForm") == "Part" and token.feats.get("Variant") != "Short"


def is_infinitive(token: Token) -> bool:
    """Whether the word is an infinitive."""
    return token.feats.get("VerbForm") == "Inf"
