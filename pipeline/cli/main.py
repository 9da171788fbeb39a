"""The ``vstrecha`` command and its group."""

from __future__ import annotations

import sys
from typing import Any

import click

from ..errors import ConfigurationError, VstrechaError
from ..version import VERSION
from .evaluate import evaluate
from .explain import explain
from .run import run
from .schema import schema
from .show import show


class _Group(click.Group):
    """Turns our own errors into one clear message: 2 for wrong usage, 1 for failed articles."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except VstrechaError as error:
            click.echo(f"vstrecha: {error}", err=True)
            sys.exit(2 if isinstance(error, ConfigurationError) else 1)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="vstrecha")
def main() -> None:
    """Read Russian news and write down who met whom and what they agreed."""


for command in (run, explain, show, evaluate, schema):
    main.add_command(command)
