"""Named public events: forums, exhibitions, summits, festivals, competitions."""

from __future__ import annotations

from typing import ClassVar, cast

from schemas.entities import EventKind

from ..document import Document
from ..drafts import EventDraft, OrganizationDraft
from ..knowledge import Lexicon
from ..knowledge.events import EventsLexicon
from ..naming.brackets import tied_abbreviation
from ..naming.candidate import Candidate, settle
from ..naming.echoes import bare_heads
from ..naming.events import YEAR, EventKnowledge, EventReader
from ..naming.normal import phrase_nominative
from ..naming.phrase import is_latin
from ..naming.same import Words, same_words, word_keys
from ..stage import Stage


class EventsStage(Stage):
    """Events by head noun and by known name; one entity for each name and year."""

    name = "events"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"tokens", "morphology", "names", "syntax", "regions", "organizations"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"events"})

    def __init__(self, lexicon: Lexicon) -> None:
        self._knowledge = EventKnowledge(lexicon.read(EventsLexicon))

    def process(self, document: Document) -> None:
        gathered = _Gathered(document)
        reader = EventReader(document, self._knowledge)
        for candidate in settle(reader.candidates()):
            gathered.add(candidate)
        gathered.tie_abbreviations()
        gathered.take_bare_heads(reader)
        gathered.take_over()
        document.entities += gathered.drafts


class _Gathered:
    """The events of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.drafts: list[EventDraft] = []
        self.cores: list[list[Words]] = []
        self.known: list[str | None] = []
        self.lengths: list[int] = []
        self.placed: list[tuple[int, Candidate]] = []

    def add(self, candidate: Candidate) -> None:
        """A new event, or one more mention of one already there."""
        tokens = self.document.tokens
        start, stop = tokens[candidate.first].start, tokens[candidate.last - 1].stop
        year = self._year(candidate)
        at = self._same(candidate, year)
        if at is None:
            at = len(self.drafts)
            kind = cast(EventKind, candidate.kind)
            self.drafts.append(
                EventDraft(
                    name=candidate.canonical or "", kind=kind, short_name=candidate.short_name
                )
            )
            self.cores.append([candidate.core])
            self.known.append(candidate.known)
            self.lengths.append(0)
        draft = self.drafts[at]
        draft.add(start, stop)
        draft.year = draft.year or year
        self.placed.append((at, candidate))
        length = candidate.last - candidate.first
        if self.known[at] is None and length > self.lengths[at]:
            self.lengths[at] = length
            draft.name = phrase_nominative(
                self.document, candidate.first, candidate.head, candidate.last
            )
        self.document.note("events", start, stop, f"{candidate.source}: {draft.name}")

    def tie_abbreviations(self) -> None:
        """«… форум (ПМЭФ)»: from here on the abbreviation names the event."""
        for at, candidate in self.placed:
            token = tied_abbreviation(self.document, candidate)
            if token is None:
                continue
            draft = self.drafts[at]
            draft.short_name = draft.short_name or token.text
            for other in self.document.tokens:
                if other.text == token.text or other.text.startswith(token.text + "-"):
                    draft.add(other.start, other.stop)

    def take_bare_heads(self, reader: EventReader) -> None:
        """«Форум» after «Волжский форум» refers to it; with a capital it is its name."""
        tokens, named, taken = self.document.tokens, [], set[int]()
        for at, candidate in self.placed:
            taken.update(range(candidate.first, candidate.last))
            # «ПМЭФ» has its head in the full name alone.
            full = (candidate.canonical or "").lower().split()
            named += [(at, word) for word in {tokens[candidate.head].lemma, *full}]
        for token, at in bare_heads(reader.phrases, named, taken):
            draft = self.drafts[at]
            known = token.lemma in reader.knowledge.heads
            if known and draft.mentions[0].start < token.start:
                capital = token.text[0].isupper() and not reader.phrases.opens_sentence(token.index)
                draft.add(token.start, token.stop, "alias" if capital else "role")

    def take_over(self) -> None:
        """A body of the organizations stage that is an event by name becomes a mention of it."""
        for entity in list(self.document.organizations()):
            for mention in list(entity.mentions):
                draft = self._claimant(entity, mention.start, mention.stop)
                if draft is None:
                    continue
                entity.mentions.remove(mention)
                if not any(m.start <= mention.start < m.stop for m in draft.mentions):
                    draft.add(mention.start, mention.stop)
            if not entity.mentions:
                self.document.entities.remove(entity)
        for draft in self.drafts:
            draft.mentions.sort(key=lambda m: (m.start, -m.stop))

    def _claimant(self, entity: OrganizationDraft, start: int, stop: int) -> EventDraft | None:
        words = word_keys(self.document.tokens_in(start, stop))
        for at, draft in enumerate(self.drafts):
            inside = any(m.start <= start and stop <= m.stop for m in draft.mentions)
            titled = any(self._is_title(c, start, stop) for i, c in self.placed if i == at)
            named = any(same_words(words, core) for core in self.cores[at])
            heads = any(
                c.first == self.document.token_range(start, stop)[0]
                or start == self.document.tokens[c.head].start
                for i, c in self.placed
                if i == at
            )
            if (
                named
                or titled
                or (inside and heads)
                or any((m.start, m.stop) == (start, stop) for m in draft.mentions)
            ):
                return draft
        return None

    def _is_title(self, candidate: Candidate, start: int, stop: int) -> bool:
        """Whether the stretch is the proper name after an event's head: «форум U-NOVUS»."""
        tokens = self.document.tokens
        if stop != tokens[candidate.last - 1].stop or start <= tokens[candidate.head].start:
            return False
        return all(is_latin(t.text) for t in self.document.tokens_in(start, stop))

    def _year(self, candidate: Candidate) -> int | None:
        tokens = self.document.tokens
        start, stop = tokens[candidate.first].start, tokens[candidate.last - 1].stop
        after = tokens[candidate.last : candidate.last + 2]
        if len(after) == 2 and after[1].lemma == "год" and YEAR.fullmatch(after[0].text):
            stop = after[0].stop
        found = YEAR.search(self.document.text, start, stop)
        return int(found[1]) if found else None

    def _same(self, candidate: Candidate, year: int | None) -> int | None:
        for at, draft in enumerate(self.drafts):
            if year and draft.year and year != draft.year:
                continue
            if candidate.known and candidate.known == self.known[at]:
                return at
            if any(same_words(candidate.core, core) for core in self.cores[at]):
                return at
        return None
