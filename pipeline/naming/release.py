"""Taking back what an earlier stage saw inside a longer name."""

from __future__ import annotations

from collections.abc import Callable

from ..document import Document
from ..drafts import EntityDraft, MentionDraft


def release(document: Document, claimed: Callable[[EntityDraft, MentionDraft], bool]) -> None:
    """Drop the mentions that a better reading claims, and entities that keep none."""
    for entity in list(document.entities):
        kept = [m for m in entity.mentions if not claimed(entity, m)]
        if len(kept) < len(entity.mentions):
            entity.mentions[:] = kept
            if not kept:
                document.entities.remove(entity)
