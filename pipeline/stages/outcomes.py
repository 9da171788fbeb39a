"""Outcomes: what was agreed, signed, discussed, proposed …, by whom, for whom."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..drafts import DocumentDraft, OutcomeDraft
from ..frames.codes import Codes
from ..frames.contacts import Contact, contact_of, is_official
from ..frames.doers import Doers
from ..frames.goods import items
from ..frames.modality import Modality
from ..frames.outcome_matcher import Found, OutcomeMatcher
from ..frames.parties import Parties, PartyFinder
from ..frames.repeats import once
from ..frames.topics import Topics
from ..frames.view import View
from ..knowledge import Lexicon
from ..knowledge.frames import MeetingsLexicon, OutcomesLexicon
from ..speech import speech_at
from ..stage import Stage

_SETTLED = frozenset({"agreed", "signed"})
_NEAR = 6
_RIGHT_BEFORE = 3
_TWO_SIDED = frozenset({"agreed", "signed", "discussed", "cooperates", "planned"})


class OutcomesStage(Stage):
    """Match outcome frames and tie each to its meeting, its parties and its speaker."""

    name = "outcomes"
    requires: ClassVar[frozenset[str]] = frozenset({"meetings", "documents", "speech"})
    provides: ClassVar[frozenset[str]] = frozenset({"outcomes"})

    def __init__(self, lexicon: Lexicon) -> None:
        meetings = lexicon.read(MeetingsLexicon)
        outcomes = lexicon.read(OutcomesLexicon)
        self._proxies = meetings.proxies
        self._matcher = OutcomeMatcher(outcomes, Modality(meetings))
        self._parties = PartyFinder(outcomes)
        self._topics = Topics(lexicon)
        self._codes = Codes(lexicon)

    def process(self, document: Document) -> None:
        view = View.of(document, self._proxies)
        drafts: list[OutcomeDraft] = []
        for sentence in view.telling():
            for found in self._matcher.find(view, sentence):
                draft = self._draft(view, found, drafts)
                if draft is not None:
                    drafts.append(draft)
        document.outcomes = once(document, drafts)

    def _draft(self, view: View, found: Found, told: list[OutcomeDraft]) -> OutcomeDraft | None:
        document = view.document
        token = view.tokens[found.trigger]
        speech = speech_at(document, token.start)
        doers = self._parties.doers(view, found, speech)
        content = view.tokens[found.first].start, view.tokens[found.last - 1].stop
        contact = contact_of(document.meetings, told, found.sentence.index, content, doers.entities)
        who = self._parties.find(view, found, doers, speech, contact)
        reason = _objection(view, found, doers, who, contact, told)
        if reason is not None:
            document.note("outcomes", token.start, token.stop, f"{found.frame.id}: {reason}")
            return None
        document.note("outcomes", token.start, token.stop, f"{found.frame.id}: {found.status}")
        return self._assemble(view, found, contact, who)

    def _assemble(
        self, view: View, found: Found, contact: Contact | None, who: Parties
    ) -> OutcomeDraft:
        token, tokens = view.tokens[found.trigger], view.tokens[found.first : found.last]
        start, stop = tokens[0].start, tokens[-1].stop
        act = found.frame.act
        cameo, plover = self._codes.outcome(act, found.status)
        draft = OutcomeDraft(
            act=act,
            status=found.status,
            content=(start, stop),
            trigger=(token.start, token.stop),
            sentences=[found.sentence.index],
            frame=found.frame.id,
            parties=who.parties,
            speaker=who.speaker,
            addressee=who.addressee,
            meeting=contact.meeting if contact is not None and _came_of(contact, who) else None,
            topics=self._topics.of(tokens),
            cameo=cameo,
            plover=plover,
            confidence=found.frame.confidence,
        )
        if found.frame.trade:
            draft.items = items(view, found, who.parties)
        if act == "signed":
            draft.document = _document_in(view.document, start, stop)
            if draft.document is not None:
                draft.content = _whole_title(draft.document, start, stop)
        return draft


def _objection(
    view: View,
    found: Found,
    doers: Doers,
    who: Parties,
    contact: Contact | None,
    told: list[OutcomeDraft],
) -> str | None:
    """Why a match is no outcome between parties; None where it is one.

    Away from any meeting only acts between two official sides count.
    """
    if doers.strange:
        return "somebody else's act"
    if not who.parties:
        return "no parties"
    came = contact is not None and _came_of(contact, who)
    act, near = found.frame.act, _near_meeting(view, found)
    if found.frame.agentless and act == "planned" and not (near or _follows(found, told)):
        return "a plan far from any contact"
    if found.frame.follows and not _follows(
        found, [d for d in told if d.act in found.frame.follows]
    ):
        return "no act to follow"
    if came and contact is not None and contact.meeting is not None:
        return None
    official = [e for e in dict.fromkeys([*who.parties, *who.addressee]) if is_official(e)]
    if found.frame.needs_meeting and not came and not near and len(official) < 2:
        return "no contact"
    if act in _TWO_SIDED:
        some = act in _SETTLED and (bool(view.document.meetings) or _is_plural(view, found))
        return None if len(official) >= (1 if some else 2) else "fewer than two official parties"
    if who.faced or (official and (near or view.document.meetings or told)):
        return None
    enough = 1 if act == "instructed" else 2
    return None if len(official) >= enough else "no contact and too few official sides"


def _is_plural(view: View, found: Found) -> bool:
    """Whether several are said to act, though not all could be named."""
    verb = found.trigger if found.carrier is None else found.carrier
    token = view.tokens[verb]
    plural = token.feats.get("Number") == "Plur" and token.feats.get("VerbForm") == "Fin"
    return plural and not view.clauses.is_passive(verb) and bool(view.clauses.subjects(verb))


def _near_meeting(view: View, found: Found) -> bool:
    """Whether a meeting is told of within the few sentences before."""
    here = found.sentence.index
    return any(0 <= here - s <= _NEAR for m in view.document.meetings for s in m.sentences)


def _follows(found: Found, told: list[OutcomeDraft]) -> bool:
    """Whether an act between sides is told of right before."""
    here = found.sentence.index
    return any(0 <= here - d.sentences[-1] <= _RIGHT_BEFORE for d in told)


def _came_of(contact: Contact, who: Parties) -> bool:
    return any(contact.holds(p) for p in [*who.parties, who.speaker])


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
