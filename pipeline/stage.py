"""What a stage is, and the check that stages stand in an order that can work."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from .document import Document
from .errors import StageOrderError


class Stage(ABC):
    """One job done to a document.

    ``requires`` and ``provides`` name layers of the document («tokens», «people», …). A stage
    keeps no state between documents: the same document gives the same result whatever came before.
    """

    name: ClassVar[str]
    requires: ClassVar[frozenset[str]] = frozenset()
    provides: ClassVar[frozenset[str]] = frozenset()

    @abstractmethod
    def process(self, document: Document) -> None:
        """Add this stage's layers to the document in place."""

    def process_batch(self, documents: Sequence[Document]) -> None:
        """Process several documents; stages that gain from a batch override this."""
        for document in documents:
            self.process(document)


def check_order(stages: Sequence[Stage]) -> None:
    """Raise ``StageOrderError`` naming every requirement that no earlier stage provides."""
    present: set[str] = set()
    unmet: list[str] = []
    for stage in stages:
        for layer in sorted(stage.requires - present):
            later = [s.name for s in stages if layer in s.provides]
            hint = f"move {later[0]!r} before it" if later else "no stage provides it"
            unmet.append(f"  {stage.name!r} requires {layer!r}: {hint}")
        present |= stage.provides
    if unmet:
        raise StageOrderError("the stages cannot run in this order:\n" + "\n".join(unmet))
