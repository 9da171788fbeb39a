"""The case of a name by the post before it: «министра Лазиза Кудратова».

The tagger takes foreign names for nominatives or for women's; the post before the name shows in
which case the name must stand.
"""

from __future__ import annotations

from dataclasses import replace

from ..document import Document, Token
from ..nlp.foreign import is_mans, is_no_known_name, nominative
from ..nlp.words import CASES
from .names import cannot_be, shows
from .parts import NameParts
from .posts import Post

_OBLIQUE = frozenset({"Gen", "Dat", "Acc", "Ins", "Loc"})
_ALIKE = {"Gen": ("Gen", "Acc"), "Acc": ("Acc", "Gen")}
"""Men's posts and names look the same in these two."""


def in_case_of(post: Post, tokens: list[Token], *, family_first: bool) -> list[Token] | None:
    """The tokens of a name in the case of the post before it, None where it shows none.

    Of a name whose ``family_first`` only the last word declines.
    """
    words = [t for t in tokens if any(c.isalpha() for c in t.text)][-1 if family_first else 0 :]
    if post.plural or post.case not in _OBLIQUE or not words:
        return None
    if not family_first and not any(is_no_known_name(t.text) for t in words):
        return None
    told = is_mans(words[-1].text, post.case) if family_first else shows(words, post.case)
    if not told and any(cannot_be(t.text, CASES[post.case], "") for t in words):
        return None
    alike = _ALIKE.get(post.case, (post.case,))
    return [_in(t, post.case, alike) for t in tokens]


def of_woman(document: Document, post: Post, tokens: list[Token]) -> list[Token] | None:
    """«Гостей приняла министр Нодира Курбанова»: the verb beside the post is a woman's.

    The tokens of the name in the nominative, None where no such verb stands there.
    """
    before = document.tokens[max(0, post.first - 1) : post.first]
    after = document.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
    hers = any(
        t.pos == "VERB" and t.feats.get("Gender") == "Fem" and t.feats.get("Tense") == "Past"
        for t in (*before, *after)
    )
    if not hers or post.case != "Nom" or not all(t.text[-1:] in "ая" for t in tokens):
        return None
    return [replace(t, feats={**t.feats, "Case": "Nom", "Gender": "Fem"}) for t in tokens]


def read_man(post: Post, tokens: list[Token]) -> NameParts | None:
    """A man's name all of whose words look like a woman's nominative: «Лазиза Кудратова»."""
    words = [t for t in tokens if any(c.isalpha() for c in t.text)]
    if post.plural or len(words) != 2 or not all(is_mans(t.text, post.case) for t in words):
        return None
    if any(t.feats.get("Case") == post.case for t in words):
        return None
    first, last = (nominative(t.text, post.case) for t in words)
    return NameParts(first, None, last, "m")


def mans(tokens: list[Token], case: str) -> bool:
    """Whether a name that no dictionary has ends as only men's do in the case."""
    return any(is_no_known_name(t.text) and is_mans(t.text, case) for t in tokens)


def _in(token: Token, case: str, alike: tuple[str, ...]) -> Token:
    if token.feats.get("Case") in alike:
        return token
    return replace(token, feats={**token.feats, "Case": case})
