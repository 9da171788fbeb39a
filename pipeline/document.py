"""The document that flows through the stages.

It holds everything by code-point offset into ``document.text`` and, where words matter, by token
index. Entities, meetings and outcomes are drafts here: plain mutable objects that refer to each
other directly. The record stage numbers them and writes them as ``schemas`` models.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas import MentionKind, Zone, ZoneKind

from .article import InputArticle
from .drafts import (
    DateDraft,
    DocumentDraft,
    EntityDraft,
    EventDraft,
    FacilityDraft,
    MeetingDraft,
    MentionDraft,
    OrganizationDraft,
    OutcomeDraft,
    PersonDraft,
    RegionDraft,
    RoleDraft,
    SpeechDraft,
)
from .trace import Trace


@dataclass(slots=True, eq=False)
class Token:
    """A word or mark. ``head`` is a token index of the same document, -1 for a root.

    ``folded`` (the text) and ``lemma`` are lower case with ё written as е; ``pos``, ``feats`` and
    ``rel`` are Universal Dependencies values as Natasha gives them.
    """

    index: int
    start: int
    stop: int
    text: str
    sentence: int = 0
    lemma: str = ""
    pos: str = ""
    feats: dict[str, str] = field(default_factory=dict)
    head: int = -1
    rel: str = ""
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        self.folded = self.text.lower().replace("ё", "е")


@dataclass(slots=True, eq=False)
class Sentence:
    """Tokens ``[first, last)`` at ``[start, stop)``, and the kind of zone it lies in."""

    index: int
    start: int
    stop: int
    first: int
    last: int
    zone: ZoneKind = "body"
    paragraph: int = 0


@dataclass(slots=True, eq=False)
class NameSpan:
    """A flat name as Natasha's NER gives it; ``type`` is PER, LOC or ORG."""

    start: int
    stop: int
    type: str
    text: str


@dataclass(slots=True)
class WarningDraft:
    """A warning with its optional place in the text."""

    code: str
    message: str
    start: int | None = None
    stop: int | None = None


@dataclass(eq=False)
class Document:
    """One article on its way; each stage fills the layers it provides."""

    article: InputArticle
    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    zones: list[Zone] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[NameSpan] = field(default_factory=list)
    entities: list[EntityDraft] = field(default_factory=list)
    roles: list[RoleDraft] = field(default_factory=list)
    dates: list[DateDraft] = field(default_factory=list)
    speech: list[SpeechDraft] = field(default_factory=list)
    meetings: list[MeetingDraft] = field(default_factory=list)
    outcomes: list[OutcomeDraft] = field(default_factory=list)
    warnings: list[WarningDraft] = field(default_factory=list)
    trace: Trace | None = None
    _starts: list[int] = field(default_factory=list)
    _ranges: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    shared: dict[str, object] = field(default_factory=dict)
    """What stages build once over the parsed tokens and use again; see ``Tree.of``."""

    @classmethod
    def of(cls, article: InputArticle) -> Document:
        """A document with nothing found yet."""
        return cls(
            article=article,
            text=article.text,
            title=article.title,
            published=article.published,
            outlet=article.outlet,
            warnings=[WarningDraft(code, message) for code, message in article.notes],
        )

    def set_tokens(self, tokens: list[Token]) -> None:
        """Install the tokens, in text order, and the index that finds them by offset."""
        self.tokens = tokens
        self._starts = [t.start for t in tokens]
        self._ranges = {}
        self.shared = {}

    def token_range(self, start: int, stop: int) -> tuple[int, int]:
        """Half-open token indices of the tokens that overlap ``[start, stop)``."""
        found = self._ranges.get((start, stop))
        if found is None:  # the same mentions are asked for by many stages
            first = bisect_right(self._starts, start) - 1
            if first < 0 or self.tokens[first].stop <= start:
                first += 1
            found = first, max(first, bisect_left(self._starts, stop))
            self._ranges[start, stop] = found
        return found

    def tokens_in(self, start: int, stop: int) -> list[Token]:
        """The tokens that overlap ``[start, stop)``."""
        first, last = self.token_range(start, stop)
        return self.tokens[first:last]

    def sentence_tokens(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def words(self) -> list[list[str]]:
        """The words of every sentence."""
        return [[t.text for t in self.sentence_tokens(s)] for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a code point, or None between sentences."""
        place = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        if place < 0 or offset >= self.sentences[place].stop:
            return None
        return self.sentences[place]

    def zone_at(self, offset: int) -> ZoneKind:
        """The kind of zone at a code point; ``body`` where none is marked."""
        place = bisect_right(self.zones, offset, key=lambda z: z.start) - 1
        if place < 0 or offset >= self.zones[place].stop:
            return "body"
        return self.zones[place].kind

    def people(self) -> list[PersonDraft]:
        """The persons found so far, in the order found."""
        return [e for e in self.entities if isinstance(e, PersonDraft)]

    def regions(self) -> list[RegionDraft]:
        """The regions found so far."""
        return [e for e in self.entities if isinstance(e, RegionDraft)]

    def organizations(self) -> list[OrganizationDraft]:
        """The organizations found so far."""
        return [e for e in self.entities if isinstance(e, OrganizationDraft)]

    def events(self) -> list[EventDraft]:
        """The named public events found so far."""
        return [e for e in self.entities if isinstance(e, EventDraft)]

    def documents(self) -> list[DocumentDraft]:
        """The documents found so far."""
        return [e for e in self.entities if isinstance(e, DocumentDraft)]

    @property
    def contacts(self) -> list[MeetingDraft]:
        """The meetings whose sides are known, so that what came of them can be told."""
        return [m for m in self.meetings if not m.lone]

    def facilities(self) -> list[FacilityDraft]:
        """The facilities found so far."""
        return [e for e in self.entities if isinstance(e, FacilityDraft)]

    def mentions(self, *kinds: MentionKind) -> Iterator[tuple[EntityDraft, MentionDraft]]:
        """Every mention with its entity; of the kinds named, or of all."""
        for entity in self.entities:
            for mention in entity.mentions:
                if not kinds or mention.kind in kinds:
                    yield entity, mention

    def warn(
        self, code: str, message: str, start: int | None = None, stop: int | None = None
    ) -> None:
        """Add a warning once."""
        draft = WarningDraft(code, message, start, stop)
        if draft not in self.warnings:
            self.warnings.append(draft)

    def note(self, stage: str, start: int, stop: int, message: str) -> None:
        """Say what a stage did here; kept only when someone asked for an explanation."""
        if self.trace is not None:
            self.trace.add(stage, start, stop, message)
