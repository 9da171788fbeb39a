"""CAMEO and PLOVER codes by kind and status."""

from __future__ import annotations

from schemas import Act, MeetingKind, MeetingStatus, OutcomeStatus

from ..knowledge import Lexicon
from ..knowledge.frames import CodesLexicon


class Codes:
    """Looks codes up; every kind and act has an entry for ``held``/``done`` to fall back on."""

    def __init__(self, lexicon: Lexicon) -> None:
        codes = lexicon.read(CodesLexicon)
        self._meetings = {(c.kind, c.status): (c.cameo, c.plover) for c in codes.meeting}
        self._outcomes = {(c.act, c.status): (c.cameo, c.plover) for c in codes.outcome}

    def meeting(self, kind: MeetingKind, status: MeetingStatus) -> tuple[str, str]:
        """``(cameo, plover)`` of a meeting."""
        return self._meetings.get((kind, status)) or self._meetings[kind, "held"]

    def outcome(self, act: Act, status: OutcomeStatus) -> tuple[str, str]:
        """``(cameo, plover)`` of an outcome."""
        return self._outcomes.get((act, status)) or self._outcomes[act, "done"]
