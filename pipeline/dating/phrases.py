"""Phrases of the lexicon looked up in tokens by their first words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ..document import Token

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases with what they stand for, the longest first, found by their first words."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        split = [(p.split(), value) for p, value in phrases]
        self._by_first: dict[str, list[tuple[int, list[str], T]]] = {}
        for rank, (words, value) in enumerate(sorted(split, key=lambda p: -len(p[0]))):
            self._by_first.setdefault(words[0], []).append((rank, words, value))

    def at(self, tokens: list[Token], number: int) -> Iterator[tuple[list[str], T]]:
        """The phrases that the tokens from ``number`` on say, by form or lemma."""
        token = tokens[number]
        found = self._by_first.get(token.folded, [])
        if token.lemma != token.folded and token.lemma in self._by_first:
            found = sorted([*found, *self._by_first[token.lemma]], key=lambda f: f[0])
        for _, words, value in found:
            said = tokens[number : number + len(words)]
            if len(said) == len(words) and all(
                w in (t.lemma, t.folded) for w, t in zip(words, said, strict=True)
            ):
                yield words, value

    def find(self, tokens: list[Token]) -> tuple[int, int] | None:
        """``[first, last)`` in the list of the first phrase that the tokens say, None if none."""
        for number in range(len(tokens)):
            said = next(self.at(tokens, number), None)
            if said is not None:
                return number, number + len(said[0])
        return None
