"""Evaluations as plain text, for terminals and logs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from .bootstrap import Bounds
from .causes import by_cause
from .evaluation import Evaluation
from .finding import Finding, Side, Verdict
from .findings import findings
from .gold import Offsets
from .tally import MAIN, Tallies, Tally
from .versions import VersionComparison

VERDICTS: dict[Verdict, str] = {"missed": "MISSED", "false": "FALSE ", "wrong": "WRONG "}


def figures_text(figures: Tallies, bounds: Mapping[str, Bounds]) -> str:
    """The figures as a table; shares of matched facts show one number, F1 figures three."""
    lines = [f"{'':22} {'P':>6} {'R':>6} {'F1':>6}  95 % interval   found   gold"]
    for name, row in figures.items():
        if not row.empty:
            interval = bounds[name]
            numbers = _numbers(name, row)
            span = f"{interval.low:.3f}–{interval.high:.3f}"
            lines.append(f"{name:22} {numbers}  {span:13} {row.predicted:7.6g} {row.gold:6.6g}")
    return "\n".join(lines)


def _numbers(name: str, row: Tally) -> str:
    if name in MAIN or name.startswith("act.") or name == "positions":
        return f"{row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f}"
    return f"{'':6} {'':6} {row.f1:6.3f}"


def versions_text(comparison: VersionComparison, *, first: str, second: str) -> str:
    """Which of the two versions is better on each main figure, and where."""
    verdicts = {"first": f"{first} is better", "second": f"{second} is better"}
    lines = [f"F1 of {second} less F1 of {first}:"]
    for name, d in comparison.differences.items():
        verdict = verdicts.get(comparison.verdict(name), "no clear difference")
        span = f"{d.bounds.low:+.3f} … {d.bounds.high:+.3f}"
        lines.append(f"  {name:18} {d.value:+.3f}  ({span})  {verdict}")
    for title, worse in (("worse", True), ("better", False)):
        changed = [c for c in comparison.changes if (c.after < c.before) == worse]
        docs: dict[str, list[str]] = {}
        for c in sorted(changed, key=lambda c: -abs(c.after - c.before)):
            docs.setdefault(c.doc, []).append(f"{c.figure} {c.before:.2f}→{c.after:.2f}")
        lines.append(f"{second} is {title} on {len(docs)} articles" + (":" if docs else ""))
        lines += [f"  {doc}: {', '.join(rows)}" for doc, rows in docs.items()]
    return "\n".join(lines)


def errors_text(evaluation: Evaluation) -> str:
    """Every missed, false and partly wrong fact in its sentence, and the causes counted."""
    found: list[Finding] = []
    lines: list[str] = []
    for comparison in evaluation.comparisons:
        here = findings(comparison)
        found += here
        if here:
            counts = Counter(f.verdict for f in here)
            told = ", ".join(f"{counts[v]} {v}" for v in VERDICTS if counts[v])
            lines.append(f"== {comparison.gold.doc}: {told}")
            for item in here:
                lines += _finding_lines(item, comparison.gold.text)
    lines.append("")
    lines.append("By cause, with what F1 would gain if all of it were mended:")
    lines += [
        f"  {c.count:4}  {c.kind:8} {c.cause:18} {f'{c.gain:+.3f}' if c.gain else ''}".rstrip()
        for c in by_cause(found, evaluation.figures)
    ]
    return "\n".join(lines)


def _finding_lines(found: Finding, text: str) -> Iterator[str]:
    yield f"{VERDICTS[found.verdict]} {found.kind}: {', '.join(found.causes)}"
    shown = found.gold if found.gold and found.gold.evidence else found.predicted
    if shown and shown.evidence:
        yield f"    {marked(text, shown.evidence, [shown.focus] if shown.focus else [])}"
    sides: Sequence[tuple[str, Side | None]] = (("gold", found.gold), ("ours", found.predicted))
    for label, side in sides:
        if side is not None:
            fields = " | ".join(", ".join(values) for values in side.fields.values() if values)
            yield f"    {label} {side.id or '-'}: {fields}" + (side.frame and f" | {side.frame}")


def marked(text: str, sentence: Offsets, marks: Sequence[Offsets]) -> str:
    """A stretch of the text on one line, with what is marked in it in ``[[…]]``."""
    start, stop = sentence
    inside = sorted((max(a, start), min(b, stop)) for a, b in marks if a < stop and b > start)
    parts: list[str] = []
    at = start
    for a, b in inside:
        parts += [text[at:a], "[[", text[a:b], "]]"]
        at = b
    return " ".join("".join([*parts, text[at:stop]]).split())
