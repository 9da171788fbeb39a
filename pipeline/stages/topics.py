"""Topics of meetings, by what their outcomes say was talked about."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..frames.topics import Topics
from ..knowledge import Lexicon
from ..stage import Stage


class TopicsStage(Stage):
    """Tags the meetings once their outcomes are known."""

    name = "topics"
    requires: ClassVar[frozenset[str]] = frozenset({"meetings", "outcomes", "roles"})
    provides: ClassVar[frozenset[str]] = frozenset({"topics"})

    def __init__(self, lexicon: Lexicon) -> None:
        self._topics = Topics(lexicon)

    def process(self, document: Document) -> None:
        for meeting in document.meetings:
            meeting.topics = self._topics.of_meeting(document, meeting)
