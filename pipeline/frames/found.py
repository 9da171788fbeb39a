"""What an outcome frame found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import OutcomeStatus

from ..document import Sentence
from ..knowledge.frames import OutcomeFrame


@dataclass(frozen=True, eq=False)
class Found:
    """A matched frame: trigger token, content tokens ``[first, last)`` with their head, status.

    ``doer`` is the token of who acts, ``other`` that of the other side, where the clause shares its
    trigger with another's. An ``alternative`` counts only where no other frame's reading of the
    trigger did.
    """

    frame: OutcomeFrame
    trigger: int
    carrier: int | None
    sentence: Sentence
    head: int
    first: int
    last: int
    status: OutcomeStatus
    doer: int | None = None
    other: int | None = None
    alternative: bool = False

    def inside(self, index: int) -> bool:
        """Whether a token only belongs to the content.

        Content that holds its own trigger is a whole statement, whose parties stand in it.
        """
        whole = self.first <= self.trigger < self.last
        return not whole and self.first <= index < self.last
