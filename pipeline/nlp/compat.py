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
from typing import Any

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


def quicken_dictionary() -> None:
    """Have the reader of pymorphy3's dictionaries follow a path without calls for every letter.

    Most of the time of a word's first reading goes there; the results are the same.
    """
    Dictionary = import_module("dawg_python.wrapper").Dictionary  # noqa: N806
    Dictionary.follow_bytes = _follow_bytes
    Dictionary.follow_char = _follow_char


def _follow_bytes(self: Any, key: bytes, index: int) -> int | None:
    # A unit holds, from the top: leaf bit, offset to children (shifted by 8 more where bit 9 is
    # set), bit 9, «has a value», label. This is dawgdic's layout, as in dawg_python.units.
    units = self._units
    for label in key:
        unit = units[index]
        index ^= ((unit >> 10) << ((unit & 0x200) >> 6)) ^ label
        if units[index] & 0x800000FF != label:
            return None
    return index


def _follow_char(self: Any, label: int, index: int) -> int | None:
    unit = self._units[index]
    index ^= ((unit >> 10) << ((unit & 0x200) >> 6)) ^ label
    return index if self._units[index] & 0x800000FF == label else None


use_pymorphy3()
mend_nameless_characters()
quicken_dictionary()
