"""``vstrecha run``: articles in, records out."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from schemas import RunSummary

    from ..running import Progress, Spent
    from ..running.worker import Setup


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--output", required=True, help="Output folder.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "jsonl", "parquet"]),
    default="json",
    help="A file an article, or records.jsonl; with Ray jsonl or parquet.",
)
@click.option("--resume", is_flag=True, help="Go on where an earlier run stopped.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; the number of cores by default.")
@click.option("--batch", type=click.IntRange(1), default=16, help="Articles handed out at once.")
@click.option("--lexicon", type=click.Path(path_type=Path), help="Folder laid over our lexicon.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out meetings and outcomes below this.",
)
@click.option("--timeout", type=float, default=60.0, help="Seconds an article may take.")
@click.option(
    "--max-characters", type=click.IntRange(1), default=300_000, help="Longest text read."
)
@click.option("--dedupe", is_flag=True, help="Mark near-copies of earlier articles.")
@click.option("--skip-duplicates", is_flag=True, help="Mark them and look for nothing in them.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    help="Where to run; Ray reads and writes any fsspec path (pip install 'vstrecha[ray]').",
)
@click.option("--address", help="A Ray cluster to run on; one of our own by default.")
@click.option("--profile", is_flag=True, help="Say what each stage took.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def run(paths: tuple[str, ...], output: str, **options: Any) -> None:
    """Read articles from PATHs (files, folders, - for standard input) and write their records."""
    from ..running.worker import Setup, one_thread

    one_thread()
    from ..knowledge import Lexicon
    from .progress import shown
    from .stopping import stoppable

    Lexicon(options["lexicon"]).check()
    setup = Setup(
        lexicon=options["lexicon"],
        min_confidence=options["min_confidence"],
        seconds=options["timeout"],
        characters=options["max_characters"],
        skip_duplicates=options["skip_duplicates"],
    )
    engine = _on_ray if options["engine"] == "ray" else _local
    spent: Spent = defaultdict(float)
    with stoppable(), shown(quiet=options["quiet"]) as progress:
        summary = engine(paths, output, setup, options, progress, spent)
    if not options["quiet"]:
        click.echo(_report(summary, output))
    if options["profile"]:
        click.echo(_profile(spent, summary.articles))
    sys.exit(1 if summary.errors else 0)


def _local(
    paths: tuple[str, ...],
    output: str,
    setup: Setup,
    options: dict[str, Any],
    progress: Progress | None,
    spent: Spent,
) -> RunSummary:
    from ..running import Options
    from ..running import run as run_all

    if options["format_"] == "parquet" or options["address"]:
        raise click.UsageError("--format parquet and --address need --engine ray")
    plan = Options(
        paths=paths,
        output=Path(output),
        format=options["format_"],
        resume=options["resume"],
        jobs=options["jobs"] or cores(),
        batch=options["batch"],
        dedupe=options["dedupe"] or options["skip_duplicates"],
        setup=setup,
    )
    return run_all(plan, progress, spent)


def _on_ray(
    paths: tuple[str, ...],
    output: str,
    setup: Setup,
    options: dict[str, Any],
    progress: Progress | None,
    _spent: Spent,
) -> RunSummary:
    from ..running.ray_engine import RayOptions, run_on_ray

    if options["dedupe"] or options["skip_duplicates"]:
        raise click.UsageError("--dedupe sees one run on one machine: it needs --engine local")
    plan = RayOptions(
        paths=paths,
        output=output,
        format="parquet" if options["format_"] == "parquet" else "jsonl",
        resume=options["resume"],
        jobs=options["jobs"] or cores(),
        batch=options["batch"],
        address=options["address"],
        setup=setup,
    )
    return run_on_ray(plan, progress)


def _report(summary: RunSummary, output: str) -> str:
    lines = [
        f"{summary.articles} articles: {summary.records} records, {summary.errors} errors"
        f" in {summary.seconds:.1f} s",
        f"{summary.entities} entities, {summary.meetings} meetings, {summary.outcomes} outcomes",
    ]
    for title, counts in (("warnings", summary.warnings), ("errors", summary.error_codes)):
        if counts:
            lines.append(f"{title}: " + ", ".join(f"{k} {v}" for k, v in counts.items()))
    return "\n".join([*lines, f"written to {output}"])


def _profile(spent: Spent, articles: int) -> str:
    """Processor time by stage, all processes together, the costliest first."""
    whole = sum(spent.values()) or 1.0
    lines = [f"{'stage':16}{'seconds':>9}{'ms/article':>12}{'share':>8}"]
    for name, seconds in sorted(spent.items(), key=lambda s: -s[1]):
        each = 1000 * seconds / max(1, articles)
        lines.append(f"{name:16}{seconds:9.2f}{each:12.2f}{seconds / whole:8.1%}")
    return "\n".join(lines)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
