"""Let Natasha run on today's Python.

Natasha and yargy import ``pymorphy2``, which is no longer kept: it needs ``pkg_resources``, gone
from new setuptools, and calls removed from newer Pythons. ``pymorphy3`` is its kept successor with
the same interface, so it stands in under the old name. Import this before ``natasha``.
"""

from __future__ import annotations

import sys
from importlib import import_module

_PARTS = ("", ".analyzer", ".shapes", ".tagset", ".units", ".units.base")


def use_pymorphy3() -> None:
    """Make ``import pymorphy2`` give ``pymorphy3``; doing it twice changes nothing."""
    for part in _PARTS:
        sys.modules.setdefault("pymorphy2" + part, import_module("pymorphy3" + part))


use_pymorphy3()
