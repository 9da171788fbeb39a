"""Meetings of which somebody speaks afterwards: «назвал встречу с X полезной»."""

from __future__ import annotations

from collections.abc import Container

from .view import View

_ASPECTS = frozenset({
    "подробность", "деталь", "впечатление", "содержание", "атмосфера", "характер",
})  # fmt: skip


def speaks_of_it(view: View, trigger: int, verb: int, nouns: Container[str]) -> bool:
    """Whether a verb speaks of the meeting itself or an aspect of it, its course or ``nouns``.

    Who comments «слова о переговорах» was at no talks.
    """
    above = view.tree.head(trigger)
    if above is None or view.negated(verb):
        return False
    beside = above.index in (verb, view.tokens[verb].head)  # «остался доволен встречей»
    return beside or above.lemma in _ASPECTS or above.lemma in nouns


def looks_ahead(view: View, trigger: int, verb: int, unmet: frozenset[str]) -> bool:
    """Whether it is judged as one that was not held: «назвал преждевременной встречу с X»."""
    words = (*view.tree.children(verb), *view.tree.children(trigger))
    return any(t.lemma in unmet for t in words)
