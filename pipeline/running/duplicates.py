"""Near-copies: the same release on dozens of sites, told from news of the same event.

The words of an article's prose (lines of eight words and more, so that menus and lists of links
weigh nothing) are cut into runs of three; two articles are near-copies when six tenths of their
runs are the same. MinHash (Broder 1997) estimates that share from 128 numbers an article, and a
locality-sensitive index finds the few articles worth comparing, so the cost grows with the number
of articles, not of pairs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ..errors import ConfigurationError
from ..nlp.words import fold
from ..readers import Item

_WORD = re.compile(r"[^\W_]+")
_PROSE = 8
_RUN = 3
_NUMBERS = 128
_BANDS = 32
_SEED = 7
SHARE = 0.6
"""Runs in common, of all that either has, that make a near-copy."""


class Duplicates:
    """The articles met so far; ``ConfigurationError`` where rensa is not installed."""

    def __init__(self, share: float = SHARE) -> None:
        try:
            import rensa
        except ImportError as error:
            message = "--dedupe needs rensa: pip install 'vstrecha[dedupe]'"
            raise ConfigurationError(message) from error
        self._rensa = rensa
        self._share = share
        # The index is to find all that may be near; the estimate then decides.
        self._index = rensa.RMinHashLSH(share, _NUMBERS, _BANDS)
        self._known: list[tuple[str, Any]] = []

    def of(self, item: Item) -> Item:
        """The item, its article marked with the id of the first one that it is a near-copy of."""
        if item.article is None:
            return item
        original = self.original(item.article.key, item.article.text)
        if original is None:
            return item
        return replace(item, article=replace(item.article, duplicate_of=original))

    def original(self, key: str, text: str) -> str | None:
        """The id of the earliest article that the text is a near-copy of; None for a new one,
        which is remembered under ``key``.
        """
        signature = self._rensa.RMinHash(_NUMBERS, _SEED)
        signature.update(runs(text))
        near: list[int] = sorted(self._index.query(signature))
        for number in near:
            known, other = self._known[number]
            if signature.jaccard(other) >= self._share:
                return known
        self._index.insert(len(self._known), signature)
        self._known.append((key, signature))
        return None


def runs(text: str) -> list[str]:
    """The runs of three words of the prose, each once, in order; shorter texts are one run."""
    lines = [_WORD.findall(line) for line in fold(text).splitlines()]
    prose = [line for line in lines if len(line) >= _PROSE] or lines
    words = [word for line in prose for word in line]
    count = max(1, len(words) - _RUN + 1)
    return list(dict.fromkeys(" ".join(words[i : i + _RUN]) for i in range(count)))
