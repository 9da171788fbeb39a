"""How fast the whole road is against bare Natasha, on the same articles in the same run.

    python benchmarks/speed.py             the ratio, over alternating rounds
    python benchmarks/speed.py --fresh     each round on articles that neither side has seen
    python benchmarks/speed.py --nets      the three nets alone against Natasha's

Bare Natasha does segmentation, morphology, syntax, names, normalization and name facts, one
document at a time. The road goes from texts to validated JSON on disk. The first round warms both
up and is not counted. Rounds are over the same articles, where both sides know most words, as in a
long run; with ``--fresh`` each is over others, as in the first minute of a run. Articles are those
of the open gold and of NEREL train beside the checkout; without them, made ones. On a machine
shared with others the wall clock says little: processor seconds are given too, and the ratio is
that of each round, so that what slows one side slows the other.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_CORETYPE")
for _name in THREADS[:3]:
    os.environ.setdefault(_name, "1")

SHARED = Path(__file__).parents[2] / "shared"
FOLDERS = (SHARED / "gold" / "texts", SHARED / "data" / "nerel" / "train")
Job = Callable[[list[str]], None]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="The road against bare Natasha.")
    parser.add_argument("--rounds", type=int, default=7, help="rounds counted")
    parser.add_argument("--articles", type=int, default=100, help="articles a round")
    parser.add_argument("--nets", action="store_true", help="the three nets alone")
    parser.add_argument("--fresh", action="store_true", help="other articles in each round")
    options = parser.parse_args(arguments)
    print("; ".join(f"{name}={os.environ.get(name, 'unset')}" for name in THREADS))
    count = options.rounds + 1
    if options.fresh:
        texts = list(articles(count * options.articles))
        rounds = [texts[i::count] for i in range(count)]
    else:
        rounds = [list(articles(options.articles))] * count
    jobs: tuple[Job, Job] = (natasha_nets(), our_nets()) if options.nets else (natasha(), road())
    compare(rounds, *jobs)
    return 0


def articles(count: int) -> Iterator[str]:
    """The open texts in a fixed mixed order, made ones when they are not enough."""
    paths = sorted(p for folder in FOLDERS for p in folder.glob("*.txt"))
    random.Random(7).shuffle(paths)
    for path in paths[:count]:
        yield path.read_text("utf-8-sig")
    if len(paths) < count:
        print(f"{count - min(len(paths), count)} of {count} articles are made ones")
        from generate import made_articles

        yield from made_articles(count - len(paths), seed=7)


def compare(rounds: list[list[str]], theirs: Job, ours: Job) -> None:
    """Print both rates of every round and the median ratio."""
    print(f"{'round':>5} {'articles':>8} {'Natasha/s':>10} {'we/s':>8} {'ratio':>6} {'by CPU':>7}")
    ratios: list[tuple[float, float]] = []
    for number, texts in enumerate(rounds):
        order = (theirs, ours) if number % 2 else (ours, theirs)
        spent = {job: seconds(job, texts) for job in order}
        wall, processor = (spent[theirs][i] / spent[ours][i] for i in range(2))
        rates = len(texts) / spent[theirs][1], len(texts) / spent[ours][1]
        note = "" if number else "  warming up"
        print(
            f"{number:5} {len(texts):8} {rates[0]:10.1f} {rates[1]:8.1f}"
            f" {wall:6.2f} {processor:7.2f}{note}"
        )
        if number:
            ratios.append((wall, processor))
    wall, processor = (statistics.median(r[i] for r in ratios) for i in range(2))
    print(f"median ratio {wall:.2f} by the clock, {processor:.2f} by processor time")


def seconds(job: Job, texts: list[str]) -> tuple[float, float]:
    """Wall and processor seconds of one job."""
    wall, processor = time.perf_counter(), time.process_time()
    job(texts)
    return time.perf_counter() - wall, time.process_time() - processor


def compat() -> None:
    """Let Natasha run on this Python."""
    import pipeline.nlp.compat  # noqa: F401


def natasha() -> Job:
    """Bare Natasha, as its documentation shows it, one document at a time."""
    from natasha import (
        PER,
        Doc,
        MorphVocab,
        NamesExtractor,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    compat()

    embedding, vocabulary, segmenter = NewsEmbedding(), MorphVocab(), Segmenter()
    morphology, syntax = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)
    names, facts = NewsNERTagger(embedding), NamesExtractor(vocabulary)

    def job(texts: list[str]) -> None:
        for text in texts:
            doc = Doc(text)
            doc.segment(segmenter)
            doc.tag_morph(morphology)
            doc.parse_syntax(syntax)
            doc.tag_ner(names)
            for span in doc.spans:
                span.normalize(vocabulary)
                if span.type == PER:
                    span.extract_fact(facts)

    return job


def road() -> Job:
    """The whole road in this process: texts to validated records, each written to its file."""
    from pipeline import InputArticle
    from pipeline.running.worker import Setup, Worker
    from pipeline.writers.sinks import FolderSink

    worker = Worker(Setup(indent=FolderSink.indent))

    def job(texts: list[str]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            sink = FolderSink(Path(folder), resume=False)
            inputs = [InputArticle(text, id=str(n)) for n, text in enumerate(texts)]
            for start in range(0, len(inputs), 16):
                batch = inputs[start : start + 16]
                for article, made in zip(batch, worker.make(batch).made, strict=True):
                    assert made.counts is not None, made.message
                    sink.write(article.key, made.text)

    return job


def sentences(text: str) -> list[list[str]]:
    from razdel import sentenize, tokenize

    split = ([t.text for t in tokenize(s.text)] for s in sentenize(text))
    return [words for words in split if words]


_SPLIT: dict[str, list[list[str]]] = {}


def split(text: str) -> list[list[str]]:
    """Words by sentence; done once, as neither side's nets are to be charged with it."""
    if text not in _SPLIT:
        _SPLIT[text] = sentences(text)
    return _SPLIT[text]


def natasha_nets() -> Job:
    """Natasha's three nets; its name tagger splits the text by itself."""
    from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser

    compat()
    embedding = NewsEmbedding()
    morphology, syntax = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)
    names = NewsNERTagger(embedding)

    def job(texts: list[str]) -> None:
        for text in texts:
            words = split(text)
            consume(morphology.map(words))
            consume(syntax.map(words))
            names(text)

    return job


def our_nets() -> Job:
    """Our nets over the same words."""
    from pipeline.nlp import Models

    nets = Models().nets

    def job(texts: list[str]) -> None:
        documents = [split(text) for text in texts]
        for start in range(0, len(documents), 16):
            batch = documents[start : start + 16]
            for words in batch:
                consume(nets.morphology(words))
                consume(nets.syntax(words))
            nets.names([[w for words in document for w in words] for document in batch])

    return job


def consume(results: Any) -> None:
    """Run an iterator to its end."""
    for _ in results:
        pass


if __name__ == "__main__":
    sys.exit(main())
