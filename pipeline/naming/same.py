"""When two stretches of text are the same words in other case forms."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import Token
from ..nlp.words import fold, lemmas

Words = tuple[frozenset[str], ...]

_MARKS = frozenset("«»„“”\"'()—–-,.:;!?’`")


def word_keys(tokens: Iterable[Token], skip: frozenset[str] = frozenset()) -> Words:
    """The normal forms each word may have; marks and words whose lemma is in ``skip`` left out."""
    keys: list[frozenset[str]] = []
    for token in tokens:
        if all(c in _MARKS for c in token.text):
            continue
        forms = {token.lemma, fold(token.text)} | lemmas(token.text)
        if not forms & skip:
            keys.append(frozenset(forms))
    return tuple(keys)


def same_words(one: Words, other: Words) -> bool:
    """Whether the two are equally long and each pair of words can be the same word."""
    return len(one) == len(other) and all(a & b for a, b in zip(one, other, strict=True))
