"""Articles a second with one and two workers, in processes of our own and on a cluster of Ray.

    python benchmarks/throughput.py --articles 6000

Every run is over the same articles (the open texts where they are at hand, then made ones), cut
into the same packed files, and starts from nothing: loading the models, and starting Ray, are in
its time. What the workers make of the articles is compared byte for byte. ``make ray`` first.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import articles as open_articles

RUNS = [(engine, jobs) for engine in ("local", "ray") for jobs in (1, 2)]


def main() -> int:
    parser = argparse.ArgumentParser(description="Throughput with one and two workers.")
    parser.add_argument("--articles", type=int, default=6000)
    parser.add_argument("--files", type=int, default=24, help="blocks that Ray hands out")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{'round':>5} {'engine':>6} {'workers':>7} {'seconds':>8} {'a second':>8}")
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(Path(folder) / "news", options.articles, options.files)
        for number in range(options.rounds):
            for engine, jobs in RUNS if number % 2 == 0 else reversed(RUNS):
                output = Path(folder) / f"{number}-{engine}-{jobs}"
                spent = timed(corpus, output, engine, jobs)
                told = f"{spent:8.1f} {options.articles / spent:8.1f}  records {digest(output)}"
                print(f"{number:5} {engine:>6} {jobs:7} {told}", flush=True)
    return 0


def write_corpus(folder: Path, count: int, files: int) -> Path:
    """Packed lines; articles are dealt out in turn, so that the files weigh about the same."""
    folder.mkdir()
    named = [
        json.dumps({"id": f"{n:06}", "text": text}, ensure_ascii=False)
        for n, text in enumerate(open_articles(count))
    ]
    for number in range(files):
        with gzip.open(folder / f"{number:03}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in named[number::files])
    return folder


def timed(corpus: Path, output: Path, engine: str, jobs: int) -> float:
    """Seconds by the clock."""
    command = [sys.executable, "-m", "pipeline", "run", str(corpus), "--output", str(output)]
    command += ["--format", "jsonl", "--engine", engine, "--jobs", str(jobs), "--quiet"]
    began = time.monotonic()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return time.monotonic() - began


def digest(output: Path) -> str:
    """The records of a run, in whatever files and order."""
    lines = sorted(
        line
        for path in output.rglob("*.jsonl")
        if "records" in (path.stem, path.parent.name)
        for line in path.read_bytes().splitlines()
    )
    return hashlib.sha256(b"\n".join(lines)).hexdigest()[:12]


if __name__ == "__main__":
    sys.exit(main())
