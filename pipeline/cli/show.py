"""``vstrecha show``: a page that shows records beside their articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..review.labels import Language
    from ..review.view import View

LIMIT = 1000
"""Records on one page: about 25 MB, which a browser opens in a second or two."""


@click.command()
@click.argument("records", type=click.Path(exists=True, path_type=Path))
@click.option("--output", required=True, type=click.Path(path_type=Path), help="The page, or -.")
@click.option("--language", type=click.Choice(["ru", "en"]), default="ru", show_default=True)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=LIMIT,
    show_default=True,
    help="The most records on one page.",
)
def show(records: Path, output: Path, language: Language, limit: int) -> None:
    """Write one page that shows RECORDS: a record, a folder of them, or JSON lines.

    The page needs no network. Where OUTPUT is a folder, each record gets a page of its own there.
    """
    from ..errors import InputError
    from ..review import review_page

    views = _views(records)
    if output.is_dir():
        for view in views:
            page = output / f"{view.name.replace(':', '-')}.html"
            page.write_text(review_page([view], language=language), "utf-8")
        return
    shown = list(islice(views, limit))
    if not shown:
        raise InputError("no_records", f"{records}: no records to show")
    limited = next(views, None) is not None
    if limited:
        message = f"only the first {limit} records are on the page; --limit shows more"
        click.echo(message, err=True)
    text = review_page(shown, language=language, limited=limited)
    if str(output) == "-":
        sys.stdout.write(text)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, "utf-8")


def _views(records: Path) -> Iterator[View]:
    """The records to be shown, one by one; what cannot be read is told on standard error."""
    from ..readers.records import read_records
    from ..review import View

    number = 0
    for stored in read_records(records):
        if stored.record is None:
            click.echo(str(stored.error), err=True)
        else:
            number += 1
            yield View(stored.record, stored.name, number)
