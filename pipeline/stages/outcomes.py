"""Outcomes: what was agreed, signed, discussed, proposed …, by whom, for whom."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..drafts import DocumentDraft, OutcomeDraft
from ..frames.admission import objection
from ..frames.codes import Codes
from ..frames.confidence import confidence
from ..frames.found import Found
from ..frames.goods import items
from ..frames.match import Match, Private, is_recalled
from ..frames.modality import Modality
from ..frames.outcome_matcher import OutcomeMatcher
from ..frames.parties import PartyFinder
from ..frames.repeats import once
from ..frames.signs import of_article, signs
from ..frames.thread import Thread
from ..frames.topics import Topics
from ..frames.underway import Underway
from ..frames.view import View
from ..knowledge import Lexicon
from ..knowledge.confidence import ConfidenceLexicon
from ..knowledge.frames import MeetingsLexicon, OutcomesLexicon
from ..knowledge.regions import CountriesLexicon
from ..speech import speech_at
from ..stage import Stage


class OutcomesStage(Stage):
    """Match outcome frames and tie each to its meeting, its parties and its speaker."""

    name = "outcomes"
    requires: ClassVar[frozenset[str]] = frozenset({"meetings", "documents", "speech"})
    provides: ClassVar[frozenset[str]] = frozenset({"outcomes"})

    def __init__(self, lexicon: Lexicon) -> None:
        meetings = lexicon.read(MeetingsLexicon)
        outcomes = lexicon.read(OutcomesLexicon)
        self._proxies = meetings.proxies
        self._counterparts = meetings.counterparts
        self._matcher = OutcomeMatcher(outcomes, Modality(meetings))
        capitals = (p.capital for p in lexicon.read(CountriesLexicon).place if p.capital)
        self._parties = PartyFinder(outcomes, capitals)
        self._underway = Underway(Thread(meetings))
        self._private = Private(
            frozenset(outcomes.private_posts),
            frozenset(outcomes.offices),
            frozenset(outcomes.private_bodies),
            frozenset(outcomes.private_matters),
            frozenset(outcomes.crowds),
            frozenset(outcomes.pointing),
            frozenset([*outcomes.both_sides, *outcomes.own_side, *outcomes.guests]),
        )
        self._weights = lexicon.read(ConfidenceLexicon).outcome
        self._topics = Topics(lexicon)
        self._codes = Codes(lexicon)

    def process(self, document: Document) -> None:
        view = View.of(document, self._proxies, self._counterparts)
        drafts: list[OutcomeDraft] = []
        for found in self._matcher.find(view):
            if found.alternative and _is_told(view, found, drafts):
                continue
            draft = self._draft(view, found, drafts)
            if draft is not None:
                drafts.append(draft)
        document.outcomes = once(document, drafts)
        together = of_article(document.outcomes, sum(1 for _ in view.telling()))
        for draft in document.outcomes:
            draft.signs = (*draft.signs, *together)
            draft.confidence = confidence(self._weights, draft.prior, draft.signs)

    def _draft(self, view: View, found: Found, told: list[OutcomeDraft]) -> OutcomeDraft | None:
        document = view.document
        token = view.tokens[found.trigger]
        speech = speech_at(document, token.start)
        doers = self._parties.doers(view, found, speech)
        others = self._parties.others(view, found, speech)
        contact = self._underway.contact_of(view, found, doers, told, others)
        named = doers.entities or others
        recalled = is_recalled(view, found, contact)
        if recalled and not named:
            # Between whom the article tells of first, not who met last.
            contact = self._underway.first(view)
        if contact is not None:
            contact = contact.between_states(document.regions())
        who = self._parties.find(view, found, doers, speech, contact)
        match = Match(view, found, doers, who, contact, told, speech, self._private, recalled)
        reason = objection(match)
        document.note("outcomes", token.start, token.stop, f"{found.frame.id}: {reason or 'taken'}")
        return self._assemble(match) if reason is None else None

    def _assemble(self, match: Match) -> OutcomeDraft:
        view, found, who, contact = match.view, match.found, match.who, match.contact
        token, tokens = view.tokens[found.trigger], view.tokens[found.first : found.last]
        start, stop = tokens[0].start, tokens[-1].stop
        act = found.frame.act
        cameo, plover = self._codes.outcome(act, found.status)
        draft = OutcomeDraft(
            act=act,
            status=found.status,
            content=(start, stop),
            trigger=(token.start, token.stop),
            sentences=sorted({token.sentence, found.sentence.index}),
            frame=found.frame.id,
            parties=who.parties,
            speaker=who.speaker,
            addressee=who.addressee,
            meeting=None if contact is None or match.apart else contact.meeting,
            topics=self._topics.of(tokens),
            cameo=cameo,
            plover=plover,
            prior=found.frame.confidence,
            signs=signs(match),
        )
        if found.frame.trade:
            draft.items = items(view, found, who.parties)
        if act == "signed":
            draft.document = _document_in(view.document, start, stop)
            if draft.document is not None:
                whole = _whole_title(draft.document, start, stop)
                # «Закон о ратификации договора между A и B»: the treaty's name, not the law's.
                draft.content = (start, whole[1]) if found.frame.treaty else whole
        return draft


def _is_told(view: View, found: Found, drafts: list[OutcomeDraft]) -> bool:
    """Whether another frame has read an act off the same trigger."""
    start = view.tokens[found.trigger].start
    return any(d.trigger[0] == start and d.frame != found.frame.id for d in drafts)


def _document_in(document: Document, start: int, stop: int) -> DocumentDraft | None:
    for draft in document.documents():
        if any(m.start < stop and start < m.stop for m in draft.mentions):
            return draft
    return None


def _whole_title(document: DocumentDraft, start: int, stop: int) -> tuple[int, int]:
    """The content with the rest of the title that the tree cut off."""
    for mention in document.mentions:
        if mention.start < stop and start < mention.stop:
            return min(start, mention.start), max(stop, mention.stop)
    return start, stop
