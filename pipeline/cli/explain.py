"""``vstrecha explain``: the linguist's debugger."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lexicon", type=click.Path(path_type=Path), help="Folder laid over our lexicon.")
def explain(file: Path, lexicon: Path | None) -> None:
    """Show sentence by sentence what was found in FILE and which frames fired or nearly did."""
    from ..explaining import Explainer
    from ..extractor import load
    from ..knowledge import Lexicon
    from ..readers import find_sources, read_source

    extractor = load(lexicon=lexicon)
    explainer = Explainer(Lexicon(lexicon))
    for source in find_sources([file]):
        for item in read_source(source):
            if item.article is None:
                message = item.error.message if item.error else "nothing to read"
                click.echo(f"{item.source}: {message}", err=True)
                continue
            click.echo(str(explainer.explain(extractor.explain(item.article))) + "\n")
