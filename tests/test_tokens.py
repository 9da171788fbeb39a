"""Our tokens against razdel's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from razdel import tokenize as razdel

from pipeline.nlp.letters import in_cyrillic
from pipeline.nlp.tokens import tokenize

MARKS = "-_–—−.,/\\!?…:;=()[]{}«»“\"'’„№$%*+<>@^`|~ \n\u00a0\u0301"
WORDS = ["слово", "Word", "yahoo", "12", " ", "  ", "...", "?!", ":-)", "--", "**", "кое", "👍"]
PIECES = st.sampled_from([*MARKS, *"аЯёzK7Δσ", *WORDS])


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_tokens_are_razdels(text: str) -> None:
    assert list(tokenize(text)) == [(t.start, t.stop) for t in razdel(text)]


def test_what_its_rules_join_and_split() -> None:
    text = "кое- какой 5-й 1,5 и 1/2, т.е. «да»!.. yahoo! ΔP СИЗО-6 {скобка}"
    expected = "кое- какой 5-й 1,5 и 1/2 , т . е . « да » !.. yahoo! ΔP СИЗО-6 {скобка }"
    assert [text[a:b] for a, b in tokenize(text)] == expected.split()
    assert list(tokenize("")) == list(tokenize(" \n")) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("переговоры c министром", "переговоры с министром"),
        ("речь шла o «Маяке»", "речь шла о «Маяке»"),
        ("Mосква и Cамара", "Москва и Самара"),
        ("IT-парк, COVIDом, Coca-Cola a la carte", "IT-парк, COVIDом, Coca-Cola a la carte"),
        ("витамин C и группа B", "витамин C и группа B"),
    ],
)
def test_latin_letters_in_russian_words(typed: str, read: str) -> None:
    assert in_cyrillic(typed) == read
