"""``vstrecha schema``: the published JSON Schema."""

from __future__ import annotations

import click


@click.command()
@click.argument("name", default="article_record")
def schema(name: str) -> None:
    """Print the JSON Schema of a record, or of NAME (error_row, run_summary)."""
    from schemas.export import PUBLISHED, schema_text

    if name not in PUBLISHED:
        raise click.BadParameter(f"{name!r} is none of: {', '.join(PUBLISHED)}")
    click.echo(schema_text(name), nl=False)
