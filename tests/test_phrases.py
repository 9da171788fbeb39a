"""Phrases found by their first words."""

from __future__ import annotations

from pipeline.dating.phrases import Phrases

from .handmade import parsed


def said(text: str, *phrases: str) -> list[str]:
    tokens = parsed(text).tokens
    known = Phrases((phrase, None) for phrase in phrases)
    return [" ".join(words) for n in range(len(tokens)) for words, _ in known.at(tokens, n)]


def test_the_longest_phrase_comes_first() -> None:
    assert said("Позавчера днём ранее", "днем", "днем ранее") == ["днем ранее", "днем"]


def test_a_word_is_known_by_form_and_by_lemma_in_the_order_of_length() -> None:
    found = said("В прошлом году дня два", "день", "дня два", "дня")
    assert found == ["дня два", "день", "дня"]


def test_a_phrase_that_runs_past_the_end_is_not_said() -> None:
    assert said("на следующий", "на следующий день") == []
