"""A run: inputs read, records made in one process or several, written in order."""

from .run import Options, Progress, Spent, run

__all__ = ["Options", "Progress", "Spent", "run"]
