"""Meetings found by frames in sentences of our own, entities marked by hand."""

from __future__ import annotations

import pytest

from pipeline.drafts import DocumentDraft

from .handmade import Handmade, meetings, names

PAIRS = [
    ("Лопатин встретился со Стрешневым.", "meeting", "held"),
    ("Лопатин и Стрешнев встретились в пятницу.", "meeting", "held"),
    ("Лопатин провёл рабочую встречу со Стрешневым.", "meeting", "held"),
    ("Лопатин провел переговоры со Стрешневым.", "talks", "held"),
    ("Состоялась встреча Лопатина и Стрешнева.", "meeting", "held"),
    ("Встреча Лопатина со Стрешневым прошла вечером.", "meeting", "held"),
    ("Состоялся телефонный разговор Лопатина со Стрешневым.", "call", "held"),
    ("Лопатин принял Стрешнева.", "meeting", "held"),
    ("Стрешнева принял Лопатин.", "meeting", "held"),
    ("Переговоры между Лопатиным и Стрешневым продолжаются.", "talks", "held"),
    ("На встрече со Стрешневым Лопатин рассказал о дорогах.", "meeting", "held"),
    ("Лопатин встретится со Стрешневым в среду.", "meeting", "planned"),
    ("Лопатин планирует встретиться со Стрешневым.", "meeting", "planned"),
    ("Лопатин намерен провести встречу со Стрешневым.", "meeting", "planned"),
    ("Ожидается встреча Лопатина со Стрешневым.", "meeting", "planned"),
    ("Лопатин не встретился со Стрешневым.", "meeting", "denied"),
    ("Встреча Лопатина со Стрешневым не состоялась.", "meeting", "denied"),
    ("Лопатин отменил встречу со Стрешневым.", "meeting", "denied"),
    ("Лопатин отказался встретиться со Стрешневым.", "meeting", "denied"),
    ("Лопатин может встретиться со Стрешневым.", "meeting", "possible"),
]


@pytest.mark.parametrize(("text", "kind", "status"), PAIRS)
def test_a_pair_in_many_shapes(text: str, kind: str, status: str) -> None:
    made = Handmade(text)
    made.person("Андрей Лопатин", next(w for w in text.split() if w.startswith("Лопатин")))
    stem = next(w.strip(".,") for w in text.split() if w.startswith("Стрешнев"))
    made.person("Илья Стрешнев", stem)
    (found,) = meetings(made)
    assert names(found) == ["Андрей Лопатин", "Илья Стрешнев"]
    assert (found.kind, found.status) == (kind, status)


NOTHING = [
    "Лопатин принял решение о ремонте, Стрешнев его поддержал.",
    "Лопатин и Стрешнев приняли участие в параде.",
    "Матч завершился, встреча Лопатина и Стрешнева закончилась вничью.",
    "Лопатин и Стрешнев выступили с заявлениями.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_meeting(text: str) -> None:
    made = Handmade(text)
    made.person("Андрей Лопатин", next(w for w in text.split() if w.startswith("Лопатин")))
    made.person("Илья Стрешнев", next(w for w in text.split() if w.startswith("Стрешнев")))
    assert meetings(made) == []


def test_residents_are_no_party() -> None:
    made = Handmade("Лопатин встретился с жителями посёлка.")
    made.person("Андрей Лопатин", "Лопатин")
    assert meetings(made) == []


def test_posts_give_role_region_and_format() -> None:
    text = (
        "Губернатор Ярославской области Андрей Лопатин провёл в Смольном рабочую встречу "
        "с главой Вологды Ильёй Стрешневым."
    )
    made = Handmade(text)
    first, second = made.person("Андрей Лопатин"), made.person("Илья Стрешнев", "Ильёй Стрешневым")
    region = made.region("Ярославская область", "Ярославской области")
    city = made.region("Вологда", "Вологды")
    venue = made.facility("Смольный", "Смольном")
    made.role("Губернатор Ярославской области", "губернатор", of=region, person=first)
    made.role("главой Вологды", "глава", of=city, person=second)
    (found,) = meetings(made)
    spoken = {p.entity: (p.role, p.represents) for p in found.participants}
    assert spoken == {first: ("губернатор", [region]), second: ("глава", [city])}
    assert found.format == "рабочая встреча"
    assert found.place is venue


def test_the_same_meeting_told_twice_is_one() -> None:
    text = (
        "Лопатин встретился со Стрешневым. Встреча прошла в Вологде 3 марта. "
        "На встрече со Стрешневым Лопатин говорил о дорогах."
    )
    made = Handmade(text)
    made.person("Андрей Лопатин", "Лопатин")
    made.person("Илья Стрешнев", "Стрешневым")
    city = made.region("Вологда", "Вологде")
    made.date("3 марта", "2026-03-03")
    (found,) = meetings(made)
    assert found.place is city
    assert found.date is not None
    assert found.date.value == "2026-03-03"
    assert len(found.sentences) == 3


def test_a_chain_of_meetings_stays_apart() -> None:
    text = "Лопатин встретился со Стрешневым. Затем Лопатин провёл переговоры с Громовым."
    made = Handmade(text)
    made.person("Андрей Лопатин", "Лопатин")
    made.person("Илья Стрешнев", "Стрешневым")
    made.person("Пётр Громов", "Громовым")
    first, second = meetings(made)
    assert names(first) == ["Андрей Лопатин", "Илья Стрешнев"]
    assert names(second) == ["Андрей Лопатин", "Пётр Громов"]


def test_an_ambassador_without_a_name_stands_for_the_country() -> None:
    made = Handmade("Лопатин встретился с послом Армении.")
    person, country = made.person("Андрей Лопатин", "Лопатин"), made.region("Армения", "Армении")
    made.role("послом Армении", "посол", of=country)
    (found,) = meetings(made)
    assert [p.entity for p in found.participants] == [person, country]
    assert found.participants[1].role == "посол"


def test_a_list_of_three_is_one_meeting() -> None:
    made = Handmade("Лопатин, Стрешнев и Громов провели переговоры.")
    for word in ("Лопатин", "Стрешнев", "Громов"):
        made.person(word)
    (found,) = meetings(made)
    assert len(found.participants) == 3


def test_a_place_visited_is_the_other_side() -> None:
    made = Handmade("Лопатин прибыл с визитом в Вологду.")
    person, city = made.person("Андрей Лопатин", "Лопатин"), made.region("Вологда", "Вологду")
    (found,) = meetings(made)
    assert found.kind == "visit"
    assert [p.entity for p in found.participants] == [person, city]


def test_a_videoconference_is_a_call() -> None:
    made = Handmade("Лопатин провёл видеоконференцию с Громовым.")
    made.person("Лопатин")
    made.person("Громов", "Громовым")
    (found,) = meetings(made)
    assert (found.kind, sorted(names(found))) == ("call", ["Громов", "Лопатин"])


def test_whom_a_documents_title_names_did_not_meet_by_that() -> None:
    made = Handmade(
        "Лопатин принял Громова. По итогам встречи подписан договор между Пермью и Тверью."
    )
    made.person("Лопатин")
    made.person("Громов", "Громова")
    made.region("Пермь", "Пермью")
    made.region("Тверь", "Тверью")
    at = made.text.index("договор")
    document = DocumentDraft("договор между Пермью и Тверью")
    document.add(at, len(made.text) - 1)
    made.document.entities.append(document)
    (found,) = meetings(made)
    assert sorted(names(found)) == ["Громов", "Лопатин"]


@pytest.mark.parametrize(
    ("opening", "count"), [("Состоялась серия встреч.", 2), ("Открылась выставка.", 1)]
)
def test_in_a_series_each_of_a_list_was_met_by_himself(opening: str, count: int) -> None:
    made = Handmade(f"{opening} Лопатин пообщался со Стрешневым и Громовым.")
    for name, words in (("Лопатин",) * 2, ("Стрешнев", "Стрешневым"), ("Громов", "Громовым")):
        made.person(name, words)
    found = meetings(made)
    assert len(found) == count
    assert all("Лопатин" in names(m) for m in found)
