"""The record is written from drafts: what is kept, how it is numbered, which rows it gives."""

from __future__ import annotations

from pipeline.drafts import ItemDraft, MeetingDraft, OutcomeDraft, ParticipantDraft, RegionDraft
from pipeline.extractor import info
from pipeline.stages.record import RecordWriter
from schemas import Zone

from .handmade import Handmade

TEXT = "Меню Пермь\nТверь поставляет в Псков лён. Тверь и Псков договорились открыть рейс."


def handmade() -> tuple[Handmade, dict[str, RegionDraft]]:
    made = Handmade(TEXT)
    made.document.zones = [
        Zone(kind="boilerplate", start=0, stop=10),
        Zone(kind="body", start=11, stop=len(TEXT)),
    ]
    names = ("Псков", "Пермь", "Тверь")
    return made, {name: made.region(name, name) for name in names}


def test_what_only_the_page_names_is_no_entity_of_the_article() -> None:
    made, _ = handmade()
    record = RecordWriter(info()).write(made.document)
    assert [(e.id, e.name) for e in record.entities] == [("e1", "Тверь"), ("e2", "Псков")]


def test_a_participant_stays_wherever_it_is_named() -> None:
    made, regions = handmade()
    participants = [ParticipantDraft(regions["Пермь"]), ParticipantDraft(regions["Тверь"])]
    made.document.meetings = [
        MeetingDraft("meeting", "held", participants, (5, 10), [0], "frame"),
        MeetingDraft("meeting", "planned", participants, (11, 16), [1], "frame"),
    ]
    record = RecordWriter(info()).write(made.document)
    assert [e.name for e in record.entities] == ["Пермь", "Тверь", "Псков"]
    met = [(r.subject, r.object, r.source) for r in record.relations if r.predicate == "met_with"]
    assert met == [("e1", "e2", "m1")]


def test_supplies_and_agreements_become_rows() -> None:
    made, regions = handmade()
    sides = [regions["Тверь"], regions["Псков"]]
    at = TEXT.index("лён")
    goods = ItemDraft(at, at + 3, source=sides[0], target=sides[1])
    flight = TEXT.index("открыть рейс")
    made.document.outcomes = [
        OutcomeDraft(
            "agreed", "done", (flight, flight + 12), (flight - 13, flight - 1), [2], "f", sides
        ),
        OutcomeDraft(
            "cooperates", "done", (at, at + 3), (17, 26), [1], "f", sides, items=[goods, goods]
        ),
    ]
    record = RecordWriter(info()).write(made.document)
    assert [o.act for o in record.outcomes] == ["cooperates", "agreed"]
    rows = [(r.subject, r.predicate, r.object, r.source) for r in record.relations]
    assert rows == [("e1", "supplies_to", "e2", "o1"), ("e1", "agreed_with", "e2", "o2")]
