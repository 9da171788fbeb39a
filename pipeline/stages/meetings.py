"""Meetings: who met whom, when, where, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import ClassVar

from ..document import Document, Sentence
from ..drafts import FacilityDraft, MeetingDraft
from ..frames.candidate import Candidate, apart
from ..frames.chronicle import Chronicle
from ..frames.codes import Codes
from ..frames.confidence import confidence
from ..frames.gaps import Gaps
from ..frames.headlines import tell_titles
from ..frames.ledger import Ledger
from ..frames.meeting_matcher import MeetingMatcher
from ..frames.meeting_signs import signs_of
from ..frames.screening import Screen
from ..frames.setting import Formats, HostEvents
from ..frames.telling import Teller
from ..frames.thread import Thread
from ..frames.unnamed import UnnamedSides
from ..frames.view import View
from ..frames.visits import by_goal
from ..frames.where import Places, known_venue
from ..knowledge import Lexicon
from ..knowledge.confidence import ConfidenceLexicon
from ..knowledge.frames import MeetingsLexicon
from ..knowledge.setting import SettingLexicon
from ..stage import Stage


class MeetingsStage(Stage):
    """Match meeting frames sentence by sentence and merge what tells the same meeting."""

    name = "meetings"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"syntax", "people", "roles", "regions", "organizations", "dates", "coreference", "speech"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"meetings"})

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon.read(MeetingsLexicon)
        self._screen = Screen(self._lexicon)
        self._matcher = MeetingMatcher(self._lexicon, self._screen)
        self._unnamed = UnnamedSides(self._lexicon, self._screen)
        setting = lexicon.read(SettingLexicon)
        places, events = Places(setting), HostEvents(setting)
        self._teller = Teller(self._lexicon, places, events, Formats(setting))
        self._thread = Thread(self._lexicon)
        self._chronicle = Chronicle(setting, places, events)
        self._weights = lexicon.read(ConfidenceLexicon).meeting
        self._gaps = Gaps(setting)
        self._codes = Codes(lexicon)

    def process(self, document: Document) -> None:
        view = View.of(document, self._lexicon.proxies, self._lexicon.counterparts)
        if self._matcher.is_sport(view):
            document.note(self.name, 0, len(document.text), "a sports report: no meetings sought")
            return
        meetings = self._told(view)
        self._chronicle.complete(view, meetings)
        document.meetings = [self._finish(document, m) for m in meetings]
        self._gaps.warn(document)

    def _told(self, view: View) -> list[MeetingDraft]:
        """The meetings that the body tells, then what only the title does.

        Who only welcomed a guest is asked for when it is known who met him.
        """
        ledger = Ledger(view, self._teller, self._thread, self._screen, self._unnamed)
        titles: list[Candidate] = []
        body: list[Candidate] = []
        welcomes: list[Candidate] = []
        for sentence in view.telling():
            candidates = sorted(self._apart(view, sentence), key=partial(_is_aside, view))
            for candidate in candidates:
                if sentence.zone == "title":
                    titles.append(candidate)
                elif candidate.welcome:
                    welcomes.append(candidate)
                else:
                    body.append(candidate)
                    ledger.take(candidate)
        for candidate in welcomes:
            ledger.take(candidate)
        ledger.settle()
        ledger.meetings.sort(key=lambda m: m.trigger)
        tell_titles(ledger, titles, body)
        return ledger.meetings

    def _apart(self, view: View, sentence: Sentence) -> Iterator[Candidate]:
        """The candidates of a sentence, those that tell of several contacts taken apart."""
        for candidate in chain.from_iterable(map(apart, self._matcher.find(view, sentence))):
            yield from by_goal(view, candidate)

    def _finish(self, document: Document, draft: MeetingDraft) -> MeetingDraft:
        if isinstance(draft.place, FacilityDraft):
            draft.place = known_venue(document, draft.place)
        draft.cameo, draft.plover = self._codes.meeting(draft)
        draft.signs = signs_of(draft, self._screen)
        draft.confidence = confidence(self._weights, draft.prior, sorted(draft.signs))
        return draft


def _is_aside(view: View, candidate: Candidate) -> bool:
    """«С делегацией, которую сопровождал A, встретился B»: who was there joins what follows."""
    above = (view.tokens[candidate.trigger], *view.tree.ancestors(candidate.trigger))
    return candidate.frame.tied and any(t.rel == "acl:relcl" for t in above)
