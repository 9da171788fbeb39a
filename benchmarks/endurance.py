"""Memory over a long run: the resident size of every process of a run, as the records come.

    python benchmarks/endurance.py --articles 20000 --jobs 1

Two of three articles are made ones, with names not seen before; every third is an open text where
those are at hand. Linux only: sizes are read from ``/proc``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from generate import made_articles
from speed import articles as open_articles

STEP = 1000


def main() -> int:
    parser = argparse.ArgumentParser(description="Resident size over a long run.")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "news.jsonl"
        write_corpus(corpus, options.articles)
        watch(corpus, Path(folder) / "out", options.jobs)
    return 0


def write_corpus(path: Path, count: int) -> None:
    texts = cycle(open_articles(700))
    with path.open("w", encoding="utf-8") as file:
        for number, made in enumerate(made_articles(count, seed=20)):
            text = made if number % 3 else next(texts)
            file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")


def watch(corpus: Path, out: Path, jobs: int) -> None:
    command = [sys.executable, "-m", "pipeline", "run", str(corpus), "--output", str(out)]
    command += ["--format", "jsonl", "--jobs", str(jobs), "--quiet"]
    began, told, done, seen = time.monotonic(), STEP, 0, 0
    process = subprocess.Popen(command)
    part = out / "records.jsonl.part"
    while process.poll() is None:
        time.sleep(0.5)
        done, seen = lines(part, done, seen)
        if done >= told:
            sizes = [resident(pid) for pid in (process.pid, *children(process.pid))]
            rate = done / (time.monotonic() - began)
            megabytes = " + ".join(f"{s / 1e6:.0f}" for s in sizes)
            print(f"{done:7} articles  {rate:6.1f} a second  {megabytes} MB", flush=True)
            told = done - done % STEP + STEP
    print(f"exit {process.returncode} after {time.monotonic() - began:.0f} s")


def lines(path: Path, done: int, seen: int) -> tuple[int, int]:
    """Lines and bytes of a growing file, given those of before."""
    if path.exists():
        with path.open("rb") as file:
            file.seek(seen)
            while block := file.read(1 << 20):
                done, seen = done + block.count(b"\n"), seen + len(block)
    return done, seen


def children(pid: int) -> list[int]:
    return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def resident(pid: int) -> int:
    """Bytes of a process in memory, 0 when it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * 4096


if __name__ == "__main__":
    sys.exit(main())
