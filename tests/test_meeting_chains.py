"""Chains of meetings, sittings with those present, signings told in two sentences."""

from __future__ import annotations

from pipeline.drafts import SpeechDraft

from .handmade import Handmade, meetings, names


def test_whose_turn_was_next() -> None:
    text = "Лопатин принял мэра Вологды Стрешнева. Следующим был посол Вьетнама Громов."
    made = Handmade(text)
    made.person("Лопатин")
    mayor, envoy = made.person("Стрешнев", "Стрешнева"), made.person("Громов")
    made.role("мэра Вологды", "мэр", of=made.region("Вологда", "Вологды"), person=mayor)
    made.role("посол Вьетнама", "посол", of=made.region("Вьетнам", "Вьетнама"), person=envoy)
    first, second = meetings(made)
    assert names(first) == ["Лопатин", "Стрешнев"]
    assert names(second) == ["Громов", "Лопатин"]


def test_a_man_of_the_place_is_who_leads_it() -> None:
    text = "Губернатор Сахалина Лопатин приехал на форум. Со Стрешневым сахалинец виделся вечером."
    made = Handmade(text)
    leader, island = made.person("Лопатин"), made.region("Сахалин", "Сахалина")
    made.person("Стрешнев", "Стрешневым")
    made.role("Губернатор Сахалина", "губернатор", of=island, person=leader)
    made.adjective(island, "сахалинец")
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_two_meetings_on_a_schedule_are_two() -> None:
    made = Handmade("Сегодня у Лопатина ещё две встречи, со Стрешневым и с Громовым.")
    for name, word in (
        ("Лопатин", "Лопатина"),
        ("Стрешнев", "Стрешневым"),
        ("Громов", "Громовым"),
    ):
        made.person(name, word)
    found = meetings(made)
    assert [names(m) for m in found] == [["Лопатин", "Стрешнев"], ["Громов", "Лопатин"]]
    assert {m.status for m in found} == {"planned"}


def test_those_present_join_the_meeting_before() -> None:
    text = "Лопатин встретился со Стрешневым. В ней также приняли участие Громов и Белова."
    made = Handmade(text)
    made.person("Стрешнев", "Стрешневым")
    for name in ("Лопатин", "Громов", "Белова"):
        made.person(name)
    (found,) = meetings(made)
    assert names(found) == ["Белова", "Громов", "Лопатин", "Стрешнев"]


def test_attendance_of_something_else_joins_nothing() -> None:
    text = "Лопатин встретился со Стрешневым. Громов и Белова участвовали в параде."
    made = Handmade(text)
    made.person("Стрешнев", "Стрешневым")
    for name in ("Лопатин", "Громов", "Белова"):
        made.person(name)
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_a_talk_beside_a_sitting_is_apart_from_it() -> None:
    text = (
        "Лопатин провёл совещание с участием Стрешнева и Громова. "
        "В перерыве Громов отдельно переговорил со Стрешневым."
    )
    made = Handmade(text)
    made.person("Лопатин")
    made.person("Стрешнев", "Стрешнева", "Стрешневым")
    made.person("Громов", "Громова", "Громов ")
    first, second = meetings(made)
    assert (first.kind, names(first)) == ("session", ["Громов", "Лопатин", "Стрешнев"])
    assert (second.kind, names(second)) == ("meeting", ["Громов", "Стрешнев"])


def test_those_who_signed_stand_for_their_bodies() -> None:
    text = (
        "Лопатин встретился с Беловой. На стенде подписали соглашение со Сбербанком. "
        "От области документ подписал Лопатин, от банка — Громов."
    )
    made = Handmade(text)
    made.person("Лопатин")
    made.person("Белова", "Беловой")
    made.person("Громов")
    made.organization("Сбербанк", "Сбербанком")
    _, signing = meetings(made)
    assert (signing.kind, names(signing)) == ("signing", ["Громов", "Лопатин"])


def test_talks_after_a_welcome_are_those_of_the_two_named() -> None:
    text = "Лопатин встретил у трапа Стрешнева, после чего состоялись переговоры."
    made = Handmade(text)
    made.person("Лопатин")
    made.person("Стрешнев", "Стрешнева")
    (found,) = meetings(made)
    assert (found.kind, names(found)) == ("talks", ["Лопатин", "Стрешнев"])


def test_a_law_adopted_receives_nobody() -> None:
    text = "Лопатин ждёт гостей. Кабинет министров Громова принял инициативу о налогах."
    made = Handmade(text)
    made.person("Лопатин")
    made.person("Громов", "Громова")
    assert meetings(made) == []


def test_an_auxiliary_hung_elsewhere_still_makes_it_planned() -> None:
    made = Handmade("Лопатин добавил, что будет спокойно и без спешки вести переговоры с Японией.")
    made.person("Лопатин")
    made.region("Япония", "Японией")
    (found,) = meetings(made)
    assert found.status == "planned"


def test_who_writes_of_himself_without_a_pronoun_met() -> None:
    text = "«Провёл встречу со Стрешневым», — написал Лопатин."
    made = Handmade(text)
    made.person("Стрешнев", "Стрешневым")
    speaker = made.person("Лопатин")
    made.document.speech.append(SpeechDraft(1, text.index("»"), direct=True, speaker=speaker))
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]
