"""Outcomes: what was agreed, signed, discussed, proposed …, by whom, for whom."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document
from ..drafts import DocumentDraft, ItemDraft, MeetingDraft, OutcomeDraft, SpeechDraft
from ..frames.codes import Codes
from ..frames.modality import Modality
from ..frames.outcome_matcher import Found, OutcomeMatcher
from ..frames.parties import Parties, PartyFinder, sides_of
from ..frames.topics import Topics
from ..frames.view import View
from ..knowledge import Lexicon
from ..knowledge.frames import MeetingsLexicon, OutcomesLexicon
from ..stage import Stage

_SAME = 0.6


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
        self._parties = PartyFinder()
        self._both_sides = frozenset(outcomes.both_sides)
        self._topics = Topics(lexicon)
        self._codes = Codes(lexicon)

    def process(self, document: Document) -> None:
        view = View.of(document, self._proxies)
        drafts: list[OutcomeDraft] = []
        titles: list[OutcomeDraft] = []
        for sentence in view.telling():
            for found in self._matcher.find(view, sentence):
                draft = self._draft(view, found)
                if draft is not None:
                    (titles if sentence.zone == "title" else drafts).append(draft)
        kept: list[OutcomeDraft] = []
        drafts = [d for d in drafts if not any(_holds(o, d) for o in drafts)]
        # The same act told in title and body is one, on the telling in the body.
        for draft in drafts or titles:
            if not any(_repeats(document, old, draft) for old in kept):
                kept.append(draft)
        document.outcomes = kept

    def _draft(self, view: View, found: Found) -> OutcomeDraft | None:
        document = view.document
        token = view.tokens[found.trigger]
        meeting = _meeting_of(document, found)
        if found.frame.needs_meeting and meeting is None:
            document.note("outcomes", token.start, token.stop, f"{found.frame.id}: no meeting")
            return None
        speech = _speech_at(document, token.start)
        who = self._parties.find(view, found, speech, meeting)
        if len(who.parties) < self._needed(view, found, meeting):
            document.note("outcomes", token.start, token.stop, f"{found.frame.id}: no parties")
            return None
        document.note("outcomes", token.start, token.stop, f"{found.frame.id}: {found.status}")
        return self._assemble(view, found, meeting, who)

    def _needed(self, view: View, found: Found, meeting: MeetingDraft | None) -> int:
        """Two for what takes two, unless a meeting or a plural subject holds them both."""
        if meeting is not None or found.frame.parties != "both":
            return 1
        subjects = [view.tokens[i] for i in view.clauses.subjects(found.trigger)]
        plural = any(
            t.lemma in self._both_sides and t.feats.get("Number") == "Plur" for t in subjects
        )
        return 1 if plural else 2

    def _assemble(
        self, view: View, found: Found, meeting: MeetingDraft | None, who: Parties
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
            meeting=meeting if _belongs(meeting, who) else None,
            topics=self._topics.of(tokens),
            cameo=cameo,
            plover=plover,
            confidence=found.frame.confidence,
        )
        if found.frame.trade:
            draft.items = _items(view, found, who)
        if act == "signed":
            draft.document = _document_in(view.document, start, stop)
            if draft.document is not None:
                draft.content = _whole_title(draft.document, start, stop)
        return draft


def _meeting_of(document: Document, found: Found) -> MeetingDraft | None:
    """The meeting told in the sentence, else the last one told before, else the first.

    A meeting that the content itself announces is no source of it, and what was held comes before
    what is only planned.
    """
    index = found.sentence.index
    start = document.tokens[found.first].start
    stop = document.tokens[found.last - 1].stop
    told = [m for m in document.meetings if not start <= m.trigger[0] < stop]
    for pool in ([m for m in told if m.status == "held"], told):
        here = [m for m in pool if index in m.sentences]
        before = [m for m in pool if min(m.sentences) < index]
        if here:
            return here[-1]
        if before:
            return max(before, key=lambda m: max(s for s in m.sentences if s < index))
    return told[0] if told else None


def _belongs(meeting: MeetingDraft | None, who: Parties) -> bool:
    if meeting is None:
        return False
    sides = {*sides_of(meeting), *(p.entity for p in meeting.participants)}
    return any(p in sides for p in [*who.parties, who.speaker] if p is not None)


def _speech_at(document: Document, offset: int) -> SpeechDraft | None:
    """The innermost speech that holds a code point."""
    found = [s for s in document.speech if s.start <= offset < s.stop]
    return min(found, key=lambda s: s.stop - s.start) if found else None


def _items(view: View, found: Found, who: Parties) -> list[ItemDraft]:
    """The goods, one by one, with where they come from and go to."""
    heads = [found.head, *(t.index for t in view.tree.children(found.head, "conj"))]
    source = who.parties[0] if who.parties else None
    target = who.parties[1] if len(who.parties) == 2 else None
    items = []
    for head in heads:
        inside = [
            i
            for i in view.tree.subtree(head)
            if found.first <= i < found.last and not _under(view, i, head, heads)
        ]
        inside = [i for i in inside if view.tokens[i].pos not in ("PUNCT", "CCONJ")]
        if inside:
            start, stop = view.tokens[inside[0]].start, view.tokens[inside[-1]].stop
            items.append(ItemDraft(start, stop, source, target))
    return items


def _under(view: View, index: int, head: int, heads: list[int]) -> bool:
    chain = [index, *(t.index for t in view.tree.ancestors(index))]
    upto = chain[: chain.index(head)] if head in chain else chain
    return any(i in heads for i in upto)


def _document_in(document: Document, start: int, stop: int) -> DocumentDraft | None:
    for draft in document.documents():
        if any(m.start < stop and start < m.stop for m in draft.mentions):
            return draft
    return None


def _holds(outer: OutcomeDraft, inner: OutcomeDraft) -> bool:
    """Whether one act is only the content of another («договорились обсудить»)."""
    inside = outer.content[0] <= inner.trigger[0] and inner.trigger[1] <= outer.content[1]
    return inside and outer is not inner and outer.trigger[0] < inner.trigger[0]


def _whole_title(document: DocumentDraft, start: int, stop: int) -> tuple[int, int]:
    """The content with the rest of the title that the tree cut off."""
    for mention in document.mentions:
        if mention.start < stop and start < mention.stop:
            return min(start, mention.start), max(stop, mention.stop)
    return start, stop


def _repeats(document: Document, old: OutcomeDraft, new: OutcomeDraft) -> bool:
    """The same act on the same object told again."""
    if old.act != new.act:
        return False
    if old.content[0] < new.content[1] and new.content[0] < old.content[1]:
        return True
    a, b = _words(document, old), _words(document, new)
    return len(a & b) >= _SAME * min(len(a), len(b)) and len(a & b) >= 2


def _words(document: Document, draft: OutcomeDraft) -> set[str]:
    tokens = document.tokens_in(*draft.content)
    return {t.lemma for t in tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")}
