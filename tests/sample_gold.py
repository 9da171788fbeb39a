"""A short article with its gold, and the parts of a record that agree with it."""

from __future__ import annotations

from .records import entity, meeting, outcome, span

TALKS = "Ольга Рябова встретилась с Тимуром Галеевым в Ижевске."
AGREED = "Стороны договорились открыть авиарейс."
SHOWN = "Рябова показала гостю музей."
TEXT = f"{TALKS} {AGREED} {SHOWN}"
PEOPLE = {
    "p1": {"type": "person", "name": "Ольга Рябова", "quotes": ["Ольга Рябова", "Рябова"]},
    "p2": {"type": "person", "name": "Тимур Галеев", "quotes": ["Тимуром Галеевым"]},
    "r1": {"type": "region", "name": "Ижевск", "quotes": ["Ижевске"]},
}
GOLD = {
    "entities": PEOPLE,
    "meetings": [
        {
            "id": "m1",
            "kind": "meeting",
            "status": "held",
            "participants": ["p1", "p2"],
            "date": "2031-05-02",
            "place": "Ижевск",
            "trigger": "встретилась",
            "evidence": TALKS,
        }
    ],
    "outcomes": [
        {
            "act": "agreed",
            "status": "done",
            "parties": ["p1", "p2"],
            "speaker": None,
            "content": "открыть авиарейс",
            "evidence": AGREED,
            "meeting": "m1",
        }
    ],
}
RYABOVA = entity(TEXT, "person", "Ольга Рябова", "Ольга Рябова", "Рябова@1")
GALEEV = entity(TEXT, "person", "Тимур Галеев", "Тимуром Галеевым")
IZHEVSK = entity(TEXT, "region", "Ижевск", "Ижевске")
DATE = {"value": "2031-05-02", "precision": "day", "basis": "published"} | span(TEXT, "Ижевске")
MET = meeting(TEXT, ["e1", "e2"], "встретилась", TALKS, place="e3", date=DATE)
AIR = outcome(TEXT, "agreed", ["e1", "e2"], "открыть авиарейс", AGREED)
