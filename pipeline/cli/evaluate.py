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
    from ..review.labels import Language

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
@click.option(
    "--language",
    type=click.Choice(["ru", "en"]),
    default="ru",
    show_default=True,
    help="With --html: what the pages open in.",
)
@click.option("--compare", type=_EXISTING, help="Records to compare with: are RECORDS better?")
def evaluate(
    gold: Path,
    records: Path,
    texts: tuple[Path, ...],
    articles: str | None,
    as_json: bool,
    errors: bool,
    html: Path | None,
    explain: bool,
    language: Language,
    compare: Path | None,
) -> None:
    """Score RECORDS (a folder, or JSON lines) against a folder of GOLD files."""
    from ..evaluation import evaluate as score
    from ..readers.records import read_records

    wanted = article_filter(articles)

    def scored(path: Path) -> Evaluation:
        found = score(gold, read_records(path), texts=texts, wanted=wanted)
        for problem in found.problems:
            click.echo(problem, err=True)
        return found

    evaluation = scored(records)
    other = scored(compare) if compare else None
    if html:
        from .error_pages import write_error_pages

        write_error_pages(evaluation, html, explain=explain, language=language)
    if as_json:
        click.echo(json_report(evaluation, other))
    else:
        click.echo(text_report(evaluation, other, (str(records), str(compare)), errors=errors))


def json_report(evaluation: Evaluation, other: Evaluation | None) -> str:
    """Figures, the counts of each article, and how the version differs from another."""
    from ..evaluation import compare_versions

    data: dict[str, Any] = evaluation.as_json()
    if other:
        data["compare"] = compare_versions(other, evaluation).as_json()
    return json.dumps(data, ensure_ascii=False, indent=1)


def text_report(
    evaluation: Evaluation, other: Evaluation | None, names: tuple[str, str], *, errors: bool
) -> str:
    """The same as tables; ``names`` are what to call the version and the other."""
    from ..evaluation import compare_versions
    from ..evaluation.report import errors_text, figures_text, versions_text

    parts = [errors_text(evaluation)] if errors else []
    parts.append(figures_text(evaluation.figures, evaluation.bounds))
    if other:
        versions = compare_versions(other, evaluation)
        parts.append(versions_text(versions, first=names[1], second=names[0]))
    return "\n\n".join(parts)


def article_filter(articles: str | None) -> Callable[[str], bool]:
    """Which article names are meant: all, those listed in a file, or those that fit a pattern."""
    if articles is None:
        return lambda _: True
    path = Path(articles)
    if path.is_file():
        names = {line.strip() for line in path.read_text("utf-8").splitlines()}
        return names.__contains__
    return lambda name: fnmatchcase(name, articles)
