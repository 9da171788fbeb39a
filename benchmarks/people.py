"""People and positions against factRuEval-2016's markup: errors by class, not only figures.

    vstrecha run ../shared/data/factrueval-devset/*.txt --output RECORDS --jobs 1 --quiet
    python benchmarks/people.py RECORDS ../shared/data/factrueval-devset

A mention is ``found`` when its span is exactly the gold one, ``boundary`` when it only overlaps,
``type`` when we took it for a place or a body, else ``missed``; ``false`` ones overlap no person of
gold. A person is ``split`` over several of our entities, or several are ``merged`` into one of
ours. A position counts as ``found`` when it overlaps the gold one of the same person, ``holder``
when it is another's with us, ``missed``, or ``false``; of those found the owner is ``right``,
``wrong`` or ``none`` where gold names one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Offsets = tuple[int, int]
NAMES = ("name", "alias")


@dataclass
class Gold:
    """Spans of persons, mentions of each object by id, and occupations."""

    persons: set[Offsets] = field(default_factory=set)
    objects: dict[str, list[Offsets]] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    positions: list[tuple[str, Offsets, str | None]] = field(default_factory=list)


def read_gold(base: Path) -> Gold:
    """The four files of one document; ``base`` is its path without an extension."""
    gold = Gold()
    spans = {}
    for row in _rows(base, ".spans"):
        spans[row[0]] = int(row[2]), int(row[2]) + int(row[3])
    mentions, kinds = {}, {}
    for row in _rows(base, ".objects"):
        own = [spans[i] for i in row[2:] if i in spans]
        if own:
            mentions[row[0]] = min(s for s, _ in own), max(s for _, s in own)
            kinds[row[0]] = row[1]
    gold.persons = {mentions[i] for i, kind in kinds.items() if kind == "Person"}
    for block in _blocks(base, ".coref"):
        first, *ids = block[0].split()
        gold.objects[f"obj{first}"] = [mentions[i] for i in ids if i in mentions]
        if any(kinds.get(i) == "Person" for i in ids):
            gold.people.add(f"obj{first}")
    for block in _blocks(base, ".facts"):
        if block[0].split()[1] == "Occupation":
            told = dict(reversed([line.split()[:2] for line in block[1:]]))
            span = spans.get((told.get("Position") or told.get("Job", "")).removeprefix("span"))
            if span and "Who" in told:
                gold.positions.append((told["Who"], span, told.get("Where")))
    return gold


def _rows(base: Path, extension: str) -> list[list[str]]:
    lines = base.with_suffix(extension).read_text("utf-8").splitlines()
    return [row for line in lines if len(row := line.split(" # ")[0].split()) > 2]


def _blocks(base: Path, extension: str) -> list[list[str]]:
    path = base.with_suffix(extension)
    text = path.read_text("utf-8").replace("\r", "") if path.exists() else ""
    blocks = [[line for line in b.split("\n") if line.strip()] for b in text.split("\n\n")]
    return [b for b in blocks if b and len(b[0].split()) > 1]


def overlap(a: Offsets, b: Offsets) -> bool:
    """Whether two half-open spans share a code point."""
    return a[0] < b[1] and b[0] < a[1]


def count(record: dict[str, Any], gold: Gold, tally: Counter[str]) -> None:
    """Add the errors of one record to ``tally``, keys ``mention.found`` and so on."""
    ours = {
        e["id"]: [(m["start"], m["stop"]) for m in e["mentions"] if m["kind"] in NAMES]
        for e in record["entities"]
    }
    people = [e for e in record["entities"] if e["type"] == "person"]
    named = {span for e in people for span in ours[e["id"]]}
    others = {s for e in record["entities"] if e["type"] != "person" for s in ours[e["id"]]}
    for span in gold.persons:
        near = any(overlap(span, s) for s in named)
        typed = any(overlap(span, s) for s in others)
        kind = "boundary" if near else "type" if typed else "missed"
        tally["mention." + ("found" if span in named else kind)] += 1
    tally["mention.false"] += sum(not any(overlap(s, g) for g in gold.persons) for s in named)
    _identity(people, ours, gold, tally)
    _positions(people, ours, gold, tally)


def _same(spans: list[Offsets], others: list[Offsets]) -> bool:
    return any(overlap(a, b) for a in spans for b in others)


def _identity(
    people: list[dict[str, Any]],
    ours: dict[str, list[Offsets]],
    gold: Gold,
    tally: Counter[str],
) -> None:
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(gold.people):
        found = [e["id"] for e in people if _same(ours[e["id"]], gold.objects[key])]
        tally["person." + ("split" if len(found) > 1 else "one" if found else "missed")] += 1
        for ident in found:
            holders[ident].append(key)
    tally["person.merged"] += sum(len(keys) > 1 for keys in holders.values())


def _positions(
    people: list[dict[str, Any]],
    ours: dict[str, list[Offsets]],
    gold: Gold,
    tally: Counter[str],
) -> None:
    held = [(e["id"], (p["start"], p["stop"]), p["of"]) for e in people for p in e["positions"]]
    for who, span, where in gold.positions:
        near = [h for h in held if overlap(h[1], span)]
        own = [h for h in near if _same(ours[h[0]], gold.objects.get(who, []))]
        tally["position." + ("found" if own else "holder" if near else "missed")] += 1
        if own and where:
            owners = [o for h in own for o in h[2]]
            right = any(_same(ours[o], gold.objects.get(where, [])) for o in owners)
            tally["owner." + ("right" if right else "wrong" if owners else "none")] += 1
    for ident, span, _ in held:
        hit = any(
            overlap(span, s) and _same(ours[ident], gold.objects.get(who, []))
            for who, s, _ in gold.positions
        )
        tally["position.false"] += not hit


def main() -> int:
    """Print a table of classes; exit code 2 without the two folders."""
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    records = {}
    for path in sorted(Path(sys.argv[1]).rglob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        if "article" in record:
            records[Path(record["article"]["source"]).stem] = record
    tally: Counter[str] = Counter()
    for path in sorted(Path(sys.argv[2]).glob("book_*.txt")):
        empty: dict[str, Any] = {"entities": []}
        count(records.get(path.stem, empty), read_gold(path.with_suffix("")), tally)
    for key in sorted(tally):
        print(f"{key:18}{tally[key]:6}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
