"""What is asked or said to be needed, and so is told as no act: nobody did it."""

from __future__ import annotations

from ..document import Sentence
from ..nlp.tree import is_finite, is_infinitive
from .view import View

_NEEDED = frozenset({
    "важно", "необходимо", "нужно", "надо", "следует", "важный", "необходимый", "нужный", "пора",
    "трудно", "сложно", "невозможно", "целесообразно", "желательно", "трудный", "сложный",
})  # fmt: skip
_CLOSING = frozenset({'"', "»", "”", ")", "…"})
_STOPPED = frozenset({
    "запретить", "запрещать", "прекратить", "прекращать", "перестать", "переставать", "бросить",
    "запрет", "прекращение", "приостановить",
})  # fmt: skip
_UP = 3


def asked(view: View, sentence: Sentence) -> bool:
    """«Нужно ли Кении соглашаться на вторую колею?»: a question tells of no act."""
    last = sentence.last - 1
    while last > sentence.first and view.tokens[last].text in _CLOSING:
        last -= 1
    return view.tokens[last].text.startswith("?")


def needed(view: View, trigger: int, carrier: int | None) -> bool:
    """Whether the verb of an act stands in what is said to be needed for something else.

    «Важно прийти к договорённости», «нужно, чтобы участники ратифицировали соглашение».
    """
    verb = trigger if view.tokens[trigger].pos == "VERB" or carrier is None else carrier
    token = view.tokens[verb]
    if is_infinitive(token):
        above = view.tree.head(verb)
        beneath = view.tree.children(verb, "cop", "aux", "advmod")
        words = [*(t.lemma for t in beneath), "" if above is None else above.lemma]
        return any(w in _NEEDED for w in words)
    if not is_finite(token):
        return False
    for _ in range(_UP):
        if view.has_child(token.index, frozenset({"чтобы"})):
            return True
        if token.rel != "conj":
            return False
        token = view.tokens[token.head]
    return False


def stopped(view: View, trigger: int) -> bool:
    """«Запретила ввозить фрукты», «перестала поставлять газ»: what is stopped goes on no more."""
    above = view.tree.head(trigger)
    return is_infinitive(view.tokens[trigger]) and above is not None and above.lemma in _STOPPED
