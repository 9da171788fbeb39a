"""Outcomes drawn at random from a pile of articles, to be judged by a person.

    python benchmarks/sample.py FOLDER... [--number 100] [--seed 7] [--least 0.0]

Reads every ``*.txt`` of the folders, draws from all outcomes found and prints each with its
sentence: act, status, parties, speaker, addressee, trigger, content, confidence.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from pipeline import InputArticle, load
from schemas import ArticleRecord, Outcome


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Draw outcomes for judging.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--least", type=float, default=0.0, help="the least confidence")
    options = parser.parse_args(arguments)
    paths = sorted(p for folder in options.folders for p in folder.glob("*.txt"))
    found = [
        (record, outcome)
        for record in records(paths)
        for outcome in record.outcomes
        if outcome.confidence >= options.least
    ]
    drawn = random.Random(options.seed).sample(found, min(options.number, len(found)))
    print(f"{len(found)} outcomes in {len(paths)} articles, {len(drawn)} drawn\n")
    for number, (record, outcome) in enumerate(drawn, 1):
        print(f"{number}. {shown(record, outcome)}\n")
    return 0


def records(paths: list[Path]) -> Iterator[ArticleRecord]:
    """The record of every article for which there is one."""
    articles = (
        InputArticle(p.read_bytes().decode("utf-8-sig"), id=p.stem, source=p.name) for p in paths
    )
    return (e.record for e in load().results(articles) if e.record is not None)


def shown(record: ArticleRecord, outcome: Outcome) -> str:
    """An outcome as text for a person to judge."""
    names = {e.id: e.name for e in record.entities}

    def several(ids: list[str]) -> str:
        return ", ".join(names[i] for i in ids) or "-"

    return "\n   ".join(
        [
            f"{record.article.source} {outcome.act} {outcome.status} {outcome.confidence:.2f}",
            f"parties: {several(outcome.parties)} | addressee: {several(outcome.addressee)}"
            f" | speaker: {names.get(outcome.speaker or '', '-')}",
            " ".join(" ".join(e.text.split()) for e in outcome.evidence),
            f"[{outcome.trigger.text}] {outcome.content.text}",
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
