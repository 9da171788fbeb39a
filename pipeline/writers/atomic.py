"""Atomic writes: a reader sees the old file or the new one, never half of one."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import ConfigurationError

PART = ".part"


def write_atomic(path: Path, text: str, *, flush: bool = True) -> None:
    """Write UTF-8 text to ``path`` by way of a neighbour; ``ConfigurationError`` if it cannot.

    With ``flush`` it is on the disk on return, and outlives a loss of power.
    """
    part = path.with_name(path.name + PART)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            if flush:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> ConfigurationError:
    """The message for an output that the system refuses."""
    return ConfigurationError(
        f"{path}: cannot be written: {error.strerror or error}; "
        "free space or choose another --output, then go on with --resume"
    )
