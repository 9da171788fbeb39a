"""Let Natasha run on today's Python.

Natasha and yargy import ``pymorphy2``, which is no longer kept: it needs ``pkg_resources``, gone
from new setuptools, and calls removed from newer Pythons. ``pymorphy3`` is its kept successor with
the same interface, so it stands in under the old name. Import this before ``natasha``.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import lru_cache
from importlib import import_module

_PARTS = ("", ".analyzer", ".shapes", ".tagset", ".units", ".units.base")


def use_pymorphy3() -> None:
    """Make ``import pymorphy2`` give ``pymorphy3``; doing it twice changes nothing."""
    for part in _PARTS:
        sys.modules.setdefault("pymorphy2" + part, import_module("pymorphy3" + part))


@lru_cache(maxsize=10_000)
def _is_latin_char(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "")


def mend_nameless_characters() -> None:
    """Let pymorphy3 read characters that have no Unicode name; it raises ``ValueError`` on them."""
    import_module("pymorphy3.shapes").__dict__["is_latin_char"] = _is_latin_char


use_pymorphy3()
mend_nameless_characters()
