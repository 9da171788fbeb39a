"""``vstrecha evaluate``: records scored against gold."""

from __future__ import annotations

import json
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from ..evaluation import Evaluation

_EXISTING = click.Path(exists=True, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("gold", type=_FOLDER)
@click.argument("records", type=_EXISTING)
@click.option("--texts", type=_FOLDER, multiple=True, help="Folder of the articles, DOC.txt.")
@click.option("--articles", help="Only these: a pattern (press_*) or a file with a name a line.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--errors", is_flag=True, help="List every missed, false and wrong fact by article.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page of all errors, with the records and explanations it links to beside it.",
)
@click.option(
    "--explain/--no-explain",
    default=True,
    show_default=True,
    help="With --html: run the pipeline again to explain the articles that have errors.",
)
@click.option("--compare", type=_EXISTING, help="Records of another version: which is better?")
def evaluate(
    gold: Path,
    records: Path,
    texts: tuple[Path, ...],
    articles: str | None,
    as_json: bool,
    errors: bool,
    html: Path | None,
    explain: bool,
    compare: Path | None,
) -> None:
    """Score RECORDS (a folder, or JSON lines) against a folder of GOLD files."""
    from ..evaluation import compare_versions
    from ..evaluation import evaluate as score
    from ..evaluation.report import errors_text, figures_text, versions_text
    from ..readers.records import read_records

    wanted = article_filter(articles)

    def scored(path: Path) -> Evaluation:
        return score(gold, read_records(path), texts=texts, wanted=wanted)

    evaluation = scored(records)
    other = scored(compare) if compare else None
    versions = compare_versions(evaluation, other) if other else None
    for problem in evaluation.problems + (other.problems if other else []):
        click.echo(problem, err=True)
    if html:
        from .error_pages import write_error_pages

        write_error_pages(evaluation, html, explain=explain)
    if as_json:
        data: dict[str, Any] = evaluation.as_json()
        if versions:
            data["compare"] = versions.as_json()
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        if errors:
            click.echo(errors_text(evaluation) + "\n")
        click.echo(figures_text(evaluation.figures, evaluation.bounds))
        if versions:
            text = versions_text(versions, first=records.name, second=str(compare))
            click.echo("\n" + text)


def article_filter(articles: str | None) -> Callable[[str], bool]:
    """Which article names are meant: all, those listed in a file, or those that fit a pattern."""
    if articles is None:
        return lambda _: True
    path = Path(articles)
    if path.is_file():
        names = {line.strip() for line in path.read_text("utf-8").splitlines()}
        return names.__contains__
    return lambda name: fnmatchcase(name, articles)
