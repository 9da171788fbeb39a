"""Documents made by hand for the tests of single stages: real Natasha, entities we name."""

from __future__ import annotations

from functools import cache

from pipeline.article import InputArticle
from pipeline.document import Document
from pipeline.drafts import (
    DateDraft,
    EntityDraft,
    FacilityDraft,
    MeetingDraft,
    OrganizationDraft,
    PersonDraft,
    PositionDraft,
    RegionDraft,
    RoleDraft,
)
from pipeline.knowledge import Lexicon
from pipeline.nlp import Models
from pipeline.stages.meetings import MeetingsStage
from pipeline.stages.morphology import MorphologyStage
from pipeline.stages.segmentation import SegmentationStage
from pipeline.stages.syntax import SyntaxStage
from pipeline.trace import Trace
from schemas import Zone
from schemas.facts import DatePrecision


@cache
def models() -> Models:
    """Natasha, loaded once for all tests."""
    return Models()


def parsed(text: str) -> Document:
    """Zones (all body), sentences, tokens, morphology and syntax; nothing found yet."""
    document = Document.of(InputArticle(text))
    document.trace = Trace()
    if text.strip():
        document.zones = [Zone(kind="body", start=0, stop=len(text))]
    for stage in (
        SegmentationStage(),
        MorphologyStage(models()),
        SyntaxStage(models()),
    ):
        stage.process(document)
    return document


class Handmade:
    """A parsed document; entities, roles and dates are added by the words that name them."""

    def __init__(self, text: str) -> None:
        self.document = parsed(text)
        self.text = text

    def _add(self, draft: EntityDraft, words: tuple[str, ...]) -> None:
        for word in words:
            at = self.text.find(word)
            while at >= 0:
                if not any(m.start <= at < m.stop for m in draft.mentions):
                    draft.add(at, at + len(word))
                at = self.text.find(word, at + 1)
        assert draft.mentions, words
        self.document.entities.append(draft)

    def person(self, name: str, *words: str) -> PersonDraft:
        draft = PersonDraft(name)
        self._add(draft, words or (name,))
        return draft

    def region(self, name: str, *words: str) -> RegionDraft:
        draft = RegionDraft(name)
        self._add(draft, words or (name,))
        return draft

    def adjective(self, region: RegionDraft, word: str) -> None:
        at = self.text.index(word)
        region.add(at, at + len(word), "adjective")

    def organization(self, name: str, *words: str) -> OrganizationDraft:
        draft = OrganizationDraft(name)
        self._add(draft, words or (name,))
        return draft

    def facility(self, name: str, *words: str) -> FacilityDraft:
        draft = FacilityDraft(name)
        self._add(draft, words or (name,))
        return draft

    def role(
        self,
        words: str,
        title: str,
        *,
        of: EntityDraft | None = None,
        person: PersonDraft | None = None,
        attached: bool = True,
    ) -> RoleDraft:
        """A post named by ``words``; attached ones become the person's position too."""
        at = self.text.index(words)
        owners = [of] if of is not None else []
        stop, title_stop = at + len(words), at + len(title)
        draft = RoleDraft(title, at, stop, at, title_stop, owners, person=person)
        draft.attached = attached and person is not None
        self.document.roles.append(draft)
        if person is not None and draft.attached:
            person.positions.append(PositionDraft(title, at, at + len(title), owners))
        return draft

    def date(self, words: str, value: str) -> DateDraft:
        at = self.text.index(words)
        precision: DatePrecision = "day"
        if not value.startswith("-") and len(value) < len("2026-05-14"):
            precision = "year" if len(value) == len("2026") else "month"
        draft = DateDraft(at, at + len(words), value, precision, "stated")
        self.document.dates.append(draft)
        return draft


@cache
def _meetings_stage() -> MeetingsStage:
    return MeetingsStage(Lexicon())


def meetings(made: Handmade) -> list[MeetingDraft]:
    """What the stage of meetings finds in a document made by hand."""
    _meetings_stage().process(made.document)
    return made.document.meetings


def names(meeting: MeetingDraft) -> list[str]:
    """The participants' names in alphabetical order."""
    return sorted(p.entity.name for p in meeting.participants)
