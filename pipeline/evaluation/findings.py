"""What is wrong in one article, in the order of its text."""

from __future__ import annotations

from .comparison import Comparison
from .finding import Finding
from .meeting_findings import meeting_findings
from .outcome_findings import outcome_findings


def findings(comparison: Comparison) -> list[Finding]:
    """Every finding of an article, by place in the text, meetings before outcomes."""
    found = [*meeting_findings(comparison), *outcome_findings(comparison)]
    return sorted(found, key=lambda f: (f.place, f.kind, f.verdict))
