"""Zones: title, dateline, body, caption, boilerplate."""

from __future__ import annotations

from typing import ClassVar

from schemas import Zone

from ..document import Document
from ..knowledge import Lexicon
from ..stage import Stage


class ZonesStage(Stage):
    """Everything that is not blank is body until the clutter lexicon says otherwise."""

    name = "zones"
    provides: ClassVar[frozenset[str]] = frozenset({"zones"})

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def process(self, document: Document) -> None:
        text = document.text
        if text.strip():
            start = len(text) - len(text.lstrip())
            document.zones = [Zone(kind="body", start=start, stop=len(text.rstrip()))]
