"""What is wrong in one article, in the order of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .comparison import Comparison
from .finding import Cause, Finding
from .meeting_findings import meeting_findings
from .outcome_findings import outcome_findings


def findings(comparison: Comparison) -> list[Finding]:
    """Every finding of an article, by place in the text, meetings before outcomes."""
    found = [*meeting_findings(comparison), *outcome_findings(comparison)]
    return sorted(found, key=lambda f: (f.place, f.kind, f.verdict))


def by_cause(found: Iterable[Finding]) -> list[tuple[tuple[str, Cause], int]]:
    """How many findings lead with each cause, as ``((kind, cause), count)``, most first."""
    counts = Counter((f.kind, f.causes[0]) for f in found)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
