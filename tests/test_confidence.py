"""How sure a fact is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.drafts import OutcomeDraft
from pipeline.frames.confidence import confidence, log_odds
from pipeline.frames.signs import of_article
from pipeline.knowledge import Lexicon
from pipeline.knowledge.confidence import ConfidenceLexicon, Weights

WEIGHTS = Weights(bias=0.0, frame=1.0, signs={"met": 1.0, "short": -2.0})


def test_without_signs_it_is_the_frames_own() -> None:
    assert confidence(WEIGHTS, 0.7, []) == pytest.approx(0.7)


def test_signs_move_it_up_and_down_and_unknown_ones_do_not() -> None:
    plain = confidence(WEIGHTS, 0.7, ["unheard-of"])
    assert plain == pytest.approx(0.7)
    assert confidence(WEIGHTS, 0.7, ["met"]) > plain > confidence(WEIGHTS, 0.7, ["short"])


@given(st.floats(0, 1), st.lists(st.sampled_from(["met", "short", "other"])))
def test_it_is_never_certain(frame: float, signs: list[str]) -> None:
    assert 0.02 <= confidence(WEIGHTS, frame, signs) <= 0.98


def test_log_odds() -> None:
    assert log_odds(0.5) == 0
    assert log_odds(0.8) == pytest.approx(math.log(4))
    assert log_odds(1) == log_odds(0.98)


def test_the_shipped_weights_make_planned_acts_less_sure_than_agreed_ones() -> None:
    weights = Lexicon().read(ConfidenceLexicon).outcome
    agreed = confidence(weights, 0.7, ["met", "near", "act-agreed"])
    planned = confidence(weights, 0.7, ["met", "near", "act-planned"])
    assert agreed > planned
    assert confidence(weights, 0.7, ["met", "many"]) > confidence(weights, 0.7, ["met", "few"])


@pytest.mark.parametrize(
    ("number", "sentences", "sign"),
    [
        (1, 4, ("few",)),
        (1, 10, ("few", "sparse")),
        (4, 16, ()),
        (4, 8, ("dense",)),
        (9, 36, ("many",)),
        (9, 90, ("many", "sparse")),
    ],
)
def test_an_article_that_tells_many_acts_is_surer(
    number: int, sentences: int, sign: tuple[str, ...]
) -> None:
    drafts = [OutcomeDraft("agreed", "done", (0, 4), (5, 9), [0], "agree") for _ in range(number)]
    assert of_article(drafts, sentences) == sign
