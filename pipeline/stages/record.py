"""The record: drafts are numbered, ordered and written as ``schemas`` models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas import (
    Article,
    ArticleRecord,
    DocumentEntity,
    Entity,
    Event,
    Facility,
    Item,
    Meeting,
    Mention,
    Organization,
    Outcome,
    Participant,
    Person,
    PipelineInfo,
    Position,
    PositionObject,
    Region,
    Relation,
    ResolvedDate,
    Span,
    Warning,
)

from ..document import Document
from ..drafts import (
    DateDraft,
    DocumentDraft,
    EntityDraft,
    EventDraft,
    FacilityDraft,
    MeetingDraft,
    OrganizationDraft,
    OutcomeDraft,
    PersonDraft,
    RegionDraft,
)
from .relations import meeting_relations, outcome_relations


class RecordWriter:
    """Turn a finished document into its record."""

    def __init__(self, info: PipelineInfo) -> None:
        self._info = info

    def write(self, document: Document) -> ArticleRecord:
        """The validated record; raises ``pydantic.ValidationError`` when a draft breaks it."""
        return _Numbered(document).record(self._info)


def ordered_meetings(document: Document) -> list[MeetingDraft]:
    """The meetings in the order of their ids: ``m1`` first."""
    return sorted(document.meetings, key=lambda m: (m.trigger, m.frame))


def ordered_outcomes(document: Document) -> list[OutcomeDraft]:
    """The outcomes in the order of their ids: ``o1`` first."""
    return sorted(document.outcomes, key=lambda o: (o.trigger, o.content))


class _Numbered:
    """One document with ids given: entities by first mention, the rest by trigger."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        entities = told(document)
        entities.sort(key=lambda e: min((m.start, -m.stop) for m in e.mentions))
        self.entities = entities
        self.ids = {e: f"e{n}" for n, e in enumerate(entities, 1)}
        self.meetings = ordered_meetings(document)
        self.meeting_ids = {id(m): f"m{n}" for n, m in enumerate(self.meetings, 1)}
        self.outcomes = ordered_outcomes(document)

    def record(self, info: PipelineInfo) -> ArticleRecord:
        meetings = [self.meeting(m) for m in self.meetings]
        outcomes = [self.outcome(n, o) for n, o in enumerate(self.outcomes, 1)]
        document = self.document
        return ArticleRecord(
            pipeline=info,
            article=Article(
                id=document.article.key,
                source=document.article.source,
                outlet=document.outlet,
                title=document.title,
                published=document.published,
                text=self.text,
                zones=document.zones,
                duplicate_of=document.article.duplicate_of,
            ),
            entities=[self.entity(e) for e in self.entities],
            meetings=meetings,
            outcomes=outcomes,
            relations=[*self.positions(), *meeting_relations(meetings), *self.deals(outcomes)],
            warnings=[self.warning(w.code, w.message, w.start, w.stop) for w in document.warnings],
        )

    def span(self, start: int, stop: int) -> Span:
        return Span(start=start, stop=stop, text=self.text[start:stop])

    def refs(self, entities: list[EntityDraft]) -> list[str]:
        return list(dict.fromkeys(self.ids[e] for e in entities if e in self.ids))

    def ref(self, entity: EntityDraft | None) -> str | None:
        return self.ids.get(entity) if entity else None

    def warning(self, code: str, message: str, start: int | None, stop: int | None) -> Warning:
        span = self.span(start, stop) if start is not None and stop is not None else None
        return Warning(code=code, message=message, span=span)

    def entity(self, draft: EntityDraft) -> Entity:
        common: dict[str, Any] = {
            "id": self.ids[draft],
            "name": draft.name,
            "wikidata": draft.wikidata,
            "mentions": [
                Mention(start=m.start, stop=m.stop, text=self.text[m.start : m.stop], kind=m.kind)
                for m in sorted(draft.mentions, key=lambda m: (m.start, m.stop))
            ],
        }
        match draft:
            case PersonDraft():
                names: dict[str, Any] = {
                    "first": draft.first,
                    "middle": draft.middle,
                    "last": draft.last,
                }
                return Person(**common, **names, positions=self.person_positions(draft))
            case RegionDraft():
                codes: dict[str, Any] = {
                    "country": draft.country,
                    "code": draft.code,
                    "okato": draft.okato,
                }
                return Region(**common, level=draft.level, **codes)
            case OrganizationDraft():
                return Organization(**common, kind=draft.kind, short_name=draft.short_name)
            case EventDraft():
                about: dict[str, Any] = {
                    "kind": draft.kind,
                    "year": draft.year,
                    "short_name": draft.short_name,
                }
                return Event(**common, **about)
            case DocumentDraft():
                period: dict[str, Any] = {
                    "period_from": draft.period_from,
                    "period_to": draft.period_to,
                }
                parties = self.refs(draft.parties)
                return DocumentEntity(**common, kind=draft.kind, **period, parties=parties)
            case FacilityDraft():
                return Facility(**common)
        raise TypeError(f"unknown draft {type(draft).__name__}")

    def person_positions(self, draft: PersonDraft) -> list[Position]:
        return [
            Position(
                title=p.title,
                text=self.text[p.start : p.stop],
                start=p.start,
                stop=p.stop,
                of=self.refs(p.of),
                acting=p.acting,
                former=p.former,
            )
            for p in draft.positions
        ]

    def date(self, draft: DateDraft | None) -> ResolvedDate | None:
        if draft is None:
            return None
        return ResolvedDate(
            start=draft.start,
            stop=draft.stop,
            text=self.text[draft.start : draft.stop],
            value=draft.value,
            precision=draft.precision,
            basis=draft.basis,
        )

    def evidence(self, sentences: list[int]) -> list[Span]:
        found = [self.document.sentences[i] for i in sorted(set(sentences))]
        return [self.span(s.start, s.stop) for s in found]

    def meeting(self, draft: MeetingDraft) -> Meeting:
        return Meeting(
            id=self.meeting_ids[id(draft)],
            kind=draft.kind,
            format=draft.format,
            status=draft.status,
            participants=[
                Participant(
                    entity=self.ids[p.entity], represents=self.refs(p.represents), role=p.role
                )
                for p in draft.participants
            ],
            date=self.date(draft.date),
            place=self.ref(draft.place),
            host_event=self.ref(draft.host_event),
            topics=draft.topics,
            cameo=draft.cameo,
            plover=draft.plover,
            trigger=self.span(*draft.trigger),
            evidence=self.evidence(draft.sentences),
            confidence=round(draft.confidence, 2),
            frame=draft.frame,
        )

    def outcome(self, number: int, draft: OutcomeDraft) -> Outcome:
        return Outcome(
            id=f"o{number}",
            act=draft.act,
            status=draft.status,
            parties=self.refs(draft.parties),
            speaker=self.ref(draft.speaker),
            addressee=self.refs(draft.addressee),
            content=self.span(*draft.content),
            items=[
                Item(
                    start=i.start,
                    stop=i.stop,
                    text=self.text[i.start : i.stop],
                    from_=self.ref(i.source),
                    to=self.ref(i.target),
                )
                for i in draft.items
            ],
            document=self.ref(draft.document),
            meeting=self.meeting_ids.get(id(draft.meeting)) if draft.meeting else None,
            topics=draft.topics,
            cameo=draft.cameo,
            plover=draft.plover,
            trigger=self.span(*draft.trigger),
            evidence=self.evidence(draft.sentences),
            confidence=round(draft.confidence, 2),
            frame=draft.frame,
        )

    def positions(self) -> list[Relation]:
        rows: list[Relation] = []
        for person in self.entities:
            if isinstance(person, PersonDraft):
                for post in person.positions:
                    held = PositionObject(title=post.title, of=self.refs(post.of))
                    row = Relation(
                        subject=self.ids[person], predicate="holds_position", object=held
                    )
                    if not post.former and row not in rows:
                        rows.append(row)
        return rows

    def deals(self, outcomes: list[Outcome]) -> list[Relation]:
        rows: list[Relation] = []
        for outcome in outcomes:
            if outcome.status == "done":
                rows.extend(r for r in outcome_relations(outcome) if r not in rows)
        return rows


def told(document: Document) -> list[EntityDraft]:
    """The entities of the article: what only the page around it names, in menus, counters and
    links to other news, is none of them.
    """
    used = set(participants(document))
    clutter = [z for z in document.zones if z.kind == "boilerplate"]

    def in_clutter(entity: EntityDraft) -> bool:
        return all(any(z.start <= m.start < z.stop for z in clutter) for m in entity.mentions)

    return [e for e in document.entities if e.mentions and (e in used or not in_clutter(e))]


def participants(document: Document) -> Iterator[EntityDraft]:
    """Whoever met in a meeting of the document, and for whom."""
    for meeting in document.meetings:
        for participant in meeting.participants:
            yield participant.entity
            yield from participant.represents
