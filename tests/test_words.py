"""Words folded for comparison."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.nlp.words import fold, fold_in_place


def test_letters_keep_their_places() -> None:
    assert fold_in_place("Ещё ЁЖ") == "еще еж"
    assert fold_in_place("İ Ёж") == "İ еж"


@given(st.text(max_size=30))
def test_folding_in_place_keeps_the_length(text: str) -> None:
    folded = fold_in_place(text)
    assert len(folded) == len(text)
    assert len(fold(text)) != len(text) or folded == fold(text)
