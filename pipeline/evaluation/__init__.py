"""Scoring records against gold: figures with intervals, versions compared, errors by cause."""

from .comparison import Comparison, compare
from .evaluation import Evaluation, evaluate
from .findings import findings
from .versions import compare_versions

__all__ = ["Comparison", "Evaluation", "compare", "compare_versions", "evaluate", "findings"]
