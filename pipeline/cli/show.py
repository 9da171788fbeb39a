"""``vstrecha show``: a page that shows records beside their articles."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("records", type=click.Path(exists=True, path_type=Path))
@click.option("--output", required=True, type=click.Path(path_type=Path), help="The page, or -.")
@click.option("--language", type=click.Choice(["ru", "en"]), default="ru", show_default=True)
def show(records: Path, output: Path, language: str) -> None:
    """Write one page that shows RECORDS: a record, a folder of them, or JSON lines.

    The page needs no network. Where OUTPUT is a folder, each record gets a page of its own there.
    """
    from ..errors import InputError
    from ..readers.records import read_records
    from ..review import View, review_page

    views: list[View] = []
    for stored in read_records(records):
        if stored.record is None:
            click.echo(str(stored.error), err=True)
        else:
            views.append(View(stored.record, stored.name, len(views) + 1))
    if not views:
        raise InputError("no_records", f"{records}: no records to show")
    if output.is_dir():
        for view in views:
            page = output / f"{view.name.replace(':', '-')}.html"
            page.write_text(review_page([view], language=language), "utf-8")  # type: ignore[arg-type]
        return
    page_text = review_page(views, language=language)  # type: ignore[arg-type]
    if str(output) == "-":
        sys.stdout.write(page_text)
    else:
        output.write_text(page_text, "utf-8")
