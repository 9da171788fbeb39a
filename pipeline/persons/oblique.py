"""«Министра Лазиза Кудратова»: a man's name that the tagger took for a woman's.

The post before the name shows the case that the name must stand in.
"""

from __future__ import annotations

import re
from collections.abc import Set

from ..document import Document, Token
from ..nlp.words import fold
from .parts import NameParts
from .posts import Post

_ENDINGS = {"Gen": ("а",), "Acc": ("а",), "Dat": ("у",), "Ins": ("ом", "ым", "ем")}
_STEM = 3
_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")


def read_man(
    document: Document, post: Post, tokens: list[Token], kin: Set[str]
) -> NameParts | None:
    """The name in the nominative, None where the tagger's reading may stand.

    ``kin`` are nouns for relatives: in «жена министра Анна Орлова» the name is not the minister's.
    """
    words = [t for t in tokens if any(c.isalpha() for c in t.text)]
    head = document.tokens[post.head]
    if post.plural or post.case not in _ENDINGS or head.feats.get("Gender") != "Masc":
        return None
    if post.first and document.tokens[post.first - 1].lemma in kin:
        return None
    if len(words) != 2 or any(t.feats.get("Case") == post.case for t in words):
        return None
    first, last = (_of_man(t.text, post.case) for t in words)
    return NameParts(first, None, last, "m") if first and last else None


def _of_man(word: str, case: str) -> str:
    """The nominative by the ending, empty where the word has none: «Лазиза» → «Лазиз»."""
    for ending in _ENDINGS[case]:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _STEM and _CONSONANT.search(fold(stem)):
            return stem
    return ""
