"""Ctrl-C: the first ends the run in order, a second one, or some seconds, end it as it is."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

_STOPPED = 130
_GRACE = 5.0
"""Seconds for putting an interrupted run in order: processes, Ray's cluster, the terminal."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Leave with 130 on Ctrl-C, whatever is under way; what is written by then can be resumed."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    except KeyboardInterrupt:
        # The workers may be deep in a batch, and Python would wait for them.
        for process in multiprocessing.active_children():
            process.kill()
        click.echo("vstrecha: stopped; go on with --resume", err=True)
        sys.exit(_STOPPED)
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, lambda *_: os._exit(_STOPPED))
    # A lock that the interrupt left behind must not hold the run up for ever.
    timer = threading.Timer(_GRACE, os._exit, (_STOPPED,))
    timer.daemon = True
    timer.start()
    raise KeyboardInterrupt
