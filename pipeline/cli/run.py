"""``vstrecha run``: articles in, records out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from schemas import RunSummary


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--output", required=True, type=click.Path(path_type=Path), help="Output folder.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "jsonl"]),
    default="json",
    help="A file an article, or records.jsonl.",
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
    "--max-characters", type=click.IntRange(1), default=1_000_000, help="Longest text read."
)
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def run(paths: tuple[str, ...], output: Path, **options: Any) -> None:
    """Read articles from PATHs (files, folders, - for standard input) and write their records."""
    from ..running.worker import Setup, one_thread

    one_thread()
    from ..knowledge import Lexicon
    from ..running import Options
    from ..running import run as run_all
    from .progress import shown

    Lexicon(options["lexicon"]).check()
    setup = Setup(
        lexicon=options["lexicon"],
        min_confidence=options["min_confidence"],
        seconds=options["timeout"],
        characters=options["max_characters"],
    )
    plan = Options(
        paths=paths,
        output=output,
        format=options["format_"],
        resume=options["resume"],
        jobs=options["jobs"] or os.cpu_count() or 1,
        batch=options["batch"],
        setup=setup,
    )
    try:
        with shown(quiet=options["quiet"]) as progress:
            summary = run_all(plan, progress)
    except KeyboardInterrupt:
        click.echo("vstrecha: stopped; go on with --resume", err=True)
        # The workers may be deep in a batch: leave without waiting for them.
        sys.stderr.flush()
        os._exit(130)
    if not options["quiet"]:
        click.echo(_report(summary, output))
    sys.exit(1 if summary.errors else 0)


def _report(summary: RunSummary, output: Path) -> str:
    lines = [
        f"{summary.articles} articles: {summary.records} records, {summary.errors} errors"
        f" in {summary.seconds:.1f} s",
        f"{summary.entities} entities, {summary.meetings} meetings, {summary.outcomes} outcomes",
    ]
    for title, counts in (("warnings", summary.warnings), ("errors", summary.error_codes)):
        if counts:
            lines.append(f"{title}: " + ", ".join(f"{k} {v}" for k, v in counts.items()))
    return "\n".join([*lines, f"written to {output}"])
