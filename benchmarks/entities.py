"""Entity errors by class, against the markup of factRuEval-2016 or NEREL.

    vstrecha run DIR/*.txt --output RECORDS --jobs 1 --quiet
    python benchmarks/entities.py RECORDS DIR [--adjectives] [--quotes]

A gold mention is **exact**, found with another **boundary**, found as another **type**, or
**missed**; a mention of ours that touches no gold one of its type is **false**. An entity of ours
that holds several of the corpus's has **merged** them, one of the corpus's that ours share is
**split** (factRuEval only, by its coreference files). ``--adjectives`` counts adjectives of places
as mentions, as NEREL does; ``--quotes`` compares extents without quotation marks at their ends.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[int, int]
FACTRUEVAL = {
    "Person": "person",
    "Location": "place",
    "LocOrg": "place",
    "Org": "organization",
}
NEREL = {
    "PERSON": "person",
    "CITY": "region",
    "COUNTRY": "region",
    "STATE_OR_PROVINCE": "region",
    "DISTRICT": "region",
    "ORGANIZATION": "organization",
    "EVENT": "event",
}
PLACES = {"region": "place", "facility": "place"}
CLASSES = ("exact", "boundary", "type", "missed", "false", "merged", "split")
QUOTES = "«»„“”\"'"


@dataclass
class Markup:
    """Gold mentions by type, and the groups of them that are one entity."""

    text: str
    mentions: dict[str, set[Span]] = field(default_factory=lambda: defaultdict(set))
    groups: list[tuple[str, set[Span]]] = field(default_factory=list)


def factrueval(path: Path) -> Markup:
    """The objects and coreference of one article; columns are told in the corpus's readme."""
    markup = Markup(path.read_text("utf-8"))
    spans: dict[str, Span] = {}
    for row in _rows(path.with_suffix(".spans")):
        if len(row) > 3:
            spans[row[0]] = (int(row[2]), int(row[2]) + int(row[3]))
    objects: dict[str, tuple[str, Span]] = {}
    for row in _rows(path.with_suffix(".objects")):
        held = [spans[i] for i in row[2:] if i in spans]
        if row[1:2] and row[1] in FACTRUEVAL and held:
            whole = min(a for a, _ in held), max(b for _, b in held)
            objects[row[0]] = FACTRUEVAL[row[1]], whole
            markup.mentions[FACTRUEVAL[row[1]]].add(whole)
    coreference = path.with_suffix(".coref")
    blocks = coreference.read_text("utf-8").replace("\r", "") if coreference.exists() else ""
    for block in blocks.split("\n\n"):
        named = [objects[i] for i in block.strip().split("\n")[0].split()[1:] if i in objects]
        if named:
            markup.groups.append((named[0][0], {span for _, span in named}))
    return markup


def nerel(path: Path) -> Markup:
    """The entities of one article; an event is named when it holds a capital."""
    markup = Markup(path.read_text("utf-8"))
    for line in path.with_suffix(".ann").read_text("utf-8").splitlines():
        if not line.startswith("T"):
            continue
        kind, places = line.split("\t")[1].split(" ", 1)
        offsets = [tuple(map(int, p.split())) for p in places.split(";")]
        span = offsets[0][0], offsets[-1][1]
        named = kind != "EVENT" or any(c.isupper() for c in markup.text[span[0] : span[1]])
        if kind in NEREL and named:
            markup.mentions[NEREL[kind]].add(span)
    return markup


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        yield line.split(" # ")[0].split()


def ours(record: dict[str, Any], *, places: bool, kinds: set[str]) -> dict[str, list[set[Span]]]:
    """Mentions of each entity of a record, by type; with ``places`` regions and venues are one."""
    found: dict[str, list[set[Span]]] = defaultdict(list)
    for entity in record["entities"]:
        spans = {(m["start"], m["stop"]) for m in entity["mentions"] if m["kind"] in kinds}
        kind = PLACES.get(entity["type"], entity["type"]) if places else entity["type"]
        if spans:
            found[kind].append(spans)
    return found


def count(
    markup: Markup,
    found: dict[str, list[set[Span]]],
    counts: dict[str, Counter[str]],
    marked: set[str],
) -> None:
    """Add an article's classes to ``counts`` for the types that the corpus has ``marked``."""
    mine = {kind: set().union(*entities) for kind, entities in found.items()}
    for kind in marked:
        gold, spans = markup.mentions[kind], mine.get(kind, set())
        for span in gold:
            others = (s for k, held in mine.items() if k != kind for s in held)
            counts[kind][_class(span, spans, others)] += 1
        counts[kind]["false"] += sum(not _touches(span, gold) for span in spans)
        counts[kind]["ours"] += len(spans)
        counts[kind]["gold"] += len(gold)
    for kind, group in markup.groups:
        holders = [e for e in found.get(kind, []) if any(_touches(s, group) for s in e)]
        counts[kind]["split"] += len(holders) > 1
    for kind, entities in found.items():
        if kind not in marked:
            continue
        groups = [g for k, g in markup.groups if k == kind]
        for entity in entities:
            counts[kind]["merged"] += sum(any(s in entity for s in g) for g in groups) > 1


def _class(span: Span, same: set[Span], others: Iterable[Span]) -> str:
    if span in same:
        return "exact"
    if _touches(span, same):
        return "boundary"
    return "type" if _touches(span, others) else "missed"


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < stop and start < span[1] for start, stop in others)


def bare(text: str, span: Span) -> Span:
    """The span without quotation marks at its ends."""
    start, stop = span
    while start < stop and text[start] in QUOTES:
        start += 1
    while stop > start and text[stop - 1] in QUOTES:
        stop -= 1
    return start, stop


def report(counts: dict[str, Counter[str]]) -> str:
    """A table in Markdown, a row for each type."""
    head = ["type", "gold", "ours", *CLASSES, "overlap F1", "exact F1"]
    rows = [head, ["---"] * len(head)]
    for kind in sorted(counts):
        c = counts[kind]
        found = c["exact"] + c["boundary"]
        precision = (c["ours"] - c["false"]) / max(c["ours"], 1)
        recall = found / max(c["gold"], 1)
        overlap = 2 * precision * recall / max(precision + recall, 1e-9)
        exact = 2 * c["exact"] / max(c["ours"] + c["gold"], 1)
        numbers = [str(c[k]) for k in ("gold", "ours", *CLASSES)]
        rows.append([kind, *numbers, f"{overlap:.3f}", f"{exact:.3f}"])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("records", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--adjectives", action="store_true")
    parser.add_argument("--quotes", action="store_true")
    given = parser.parse_args()
    records = {}
    for path in given.records.rglob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        if "article" in record:
            records[Path(record["article"]["source"] or path.name).stem] = record
    kinds = {"name", "alias", *(["adjective"] if given.adjectives else [])}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(given.corpus.glob("*.txt")):
        old = path.with_suffix(".objects").exists()
        markup = factrueval(path) if old else nerel(path)
        found = ours(records.get(path.stem, {"entities": []}), places=old, kinds=kinds)
        if given.quotes:
            found = {
                kind: [{bare(markup.text, s) for s in entity} for entity in entities]
                for kind, entities in found.items()
            }
            for kind, spans in markup.mentions.items():
                markup.mentions[kind] = {bare(markup.text, s) for s in spans}
        count(markup, found, counts, set((FACTRUEVAL if old else NEREL).values()))
    print(report(counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
