"""Topics of stretches and of meetings."""

from __future__ import annotations

import pytest

from pipeline.drafts import MeetingDraft, OutcomeDraft
from pipeline.frames.topics import Topics
from pipeline.knowledge import Lexicon
from pipeline.stages.topics import TopicsStage

from .handmade import Handmade, parsed

TOPICS = Topics(Lexicon())


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("поставки рыбы и зерна", ["agriculture", "trade"]),
        ("строительство моста и ремонт дорог", ["transport", "construction"]),
        ("перспективы сотрудничества", ["economy"]),
        ("развитие сотрудничества музеев", ["culture"]),
        ("официальный визит", ["other"]),
        ("взаимная отмена виз", ["politics"]),
        ("долгий разговор дома", ["other"]),
        ("газета и портал", ["other"]),
        ("утвердили дорожную карту", ["other"]),
        ("дорогие товарищи, операция началась", ["other"]),
        ("искусственный интеллект", ["technology"]),
        ("в связи с приездом водителей", ["other"]),
    ],
)
def test_words_speak_of_topics(text: str, topics: list[str]) -> None:
    assert TOPICS.of(parsed(text).tokens) == topics


def met(made: Handmade, trigger: str, sentences: list[int]) -> MeetingDraft:
    at = made.text.index(trigger)
    meeting = MeetingDraft("meeting", "held", [], (at, at + len(trigger)), sentences, "meet")
    made.document.meetings.append(meeting)
    return meeting


def talked(made: Handmade, meeting: MeetingDraft, act: str, content: str) -> None:
    at = made.text.index(content)
    draft = OutcomeDraft(act, "done", (at, at + len(content)), (at, at + 1), [0], "test")  # type: ignore[arg-type]
    draft.meeting = meeting
    made.document.outcomes.append(draft)


def test_a_meeting_is_about_what_was_discussed_not_about_the_whole_article() -> None:
    made = Handmade("Лопатин встретился с Громовым. Речь шла о дорогах. Театр откроют осенью.")
    meeting = met(made, "встретился", [0])
    talked(made, meeting, "discussed", "о дорогах")
    talked(made, meeting, "planned", "Театр откроют осенью")
    TopicsStage(Lexicon()).process(made.document)
    assert meeting.topics == ["transport"]


def test_without_talk_other_outcomes_tell() -> None:
    made = Handmade("Лопатин встретился с Громовым. Театр откроют осенью.")
    meeting = met(made, "встретился", [0])
    talked(made, meeting, "planned", "Театр откроют осенью")
    TopicsStage(Lexicon()).process(made.document)
    assert meeting.topics == ["culture"]


def test_posts_and_names_tell_only_where_nothing_else_does() -> None:
    made = Handmade("Министр транспорта Лопатин встретился с Громовым из-за урожая.")
    person = made.person("Андрей Лопатин", "Лопатин")
    made.role("Министр транспорта", "министр транспорта", person=person)
    meeting = met(made, "встретился", [0])
    assert TOPICS.of_meeting(made.document, meeting) == ["agriculture"]
    made = Handmade("Министр транспорта Лопатин встретился с Громовым.")
    made.role("Министр транспорта", "министр транспорта")
    meeting = met(made, "встретился", [0])
    assert TOPICS.of_meeting(made.document, meeting) == ["transport"]


def test_the_name_of_a_place_tells_nothing() -> None:
    made = Handmade("Лопатин встретился с Громовым в Минеральных Водах.")
    made.region("Минеральные Воды", "Минеральных Водах")
    meeting = met(made, "встретился", [0])
    assert TOPICS.of_meeting(made.document, meeting) == ["other"]
