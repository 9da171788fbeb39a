"""Model of ``confidence.toml``: what makes a found fact more or less likely to be right."""

from __future__ import annotations

from typing import ClassVar

from .lexicon import Entry, LexiconModel


class Weights(Entry):
    """A logistic model: ``bias``, the weight of the frame's own log-odds, weights of signs."""

    bias: float
    frame: float
    signs: dict[str, float]


class ConfidenceLexicon(LexiconModel):
    """``confidence.toml``; written by ``benchmarks/calibrate.py``."""

    file: ClassVar[str] = "confidence.toml"

    meeting: Weights
    outcome: Weights
