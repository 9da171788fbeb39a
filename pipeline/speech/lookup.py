"""Finding the speech around a place in the text."""

from __future__ import annotations

from ..document import Document
from ..drafts import SpeechDraft


def speech_at(document: Document, offset: int) -> SpeechDraft | None:
    """The speech that holds a code point: direct before reported, the shortest of each."""
    around = [s for s in document.speech if s.start <= offset < s.stop]
    return min(around, key=lambda s: (not s.direct, s.stop - s.start), default=None)
