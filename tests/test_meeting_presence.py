"""Who was there where the telling clause names too few, and what is no occasion at all."""

from __future__ import annotations

import pytest

from .handmade import Handmade, meetings, names


def people(made: Handmade, *pairs: tuple[str, str]) -> None:
    for name, words in pairs:
        made.person(name, words)


def test_a_meeting_announced_without_names_is_of_those_who_attended() -> None:
    text = "В областной думе состоялось совещание. В нём участвовали Лопатин, Стрешнев и Громов."
    made = Handmade(text)
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешнев"), ("Громов", "Громов"))
    (found,) = meetings(made)
    assert (found.kind, names(found)) == ("session", ["Громов", "Лопатин", "Стрешнев"])


def test_who_reports_at_a_sitting_was_there() -> None:
    text = "Лопатин провёл совещание о дорогах. О ремонте доложил министр Стрешнев."
    made = Handmade(text)
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешнев"))
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_a_body_that_sat_needs_nobody_else() -> None:
    made = Handmade("В Вологде состоялось заседание Бассейнового совета Сухоны.")
    made.organization("Бассейновый совет Сухоны", "Бассейнового совета Сухоны")
    (found,) = meetings(made)
    assert names(found) == ["Бассейновый совет Сухоны"]


def test_a_summit_as_such_is_no_meeting() -> None:
    made = Handmade("В Вологде состоялся саммит Северного союза.")
    made.organization("Северный союз", "Северного союза")
    assert meetings(made) == []


def test_they_are_the_two_named_before() -> None:
    text = "Лопатин и Стрешнев открыли мост. После этого они коротко переговорили."
    made = Handmade(text)
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешнев"))
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_posts_before_several_names_are_theirs() -> None:
    text = "Главы МИД Чили и Перу Лопатин и Стрешнев провели переговоры."
    made = Handmade(text)
    chile, peru = made.region("Чили"), made.region("Перу")
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешнев"))
    role = made.role("Главы МИД Чили", "глава", of=chile)
    role.plural, role.of = True, [chile, peru]
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_a_list_with_commas_is_one_meeting() -> None:
    made = Handmade(
        "Состоялись переговоры, в которых участвовали Лопатин, Стрешнев, Громов и Белов."
    )
    people(
        made,
        ("Лопатин", "Лопатин"),
        ("Стрешнев", "Стрешнев"),
        ("Громов", "Громов"),
        ("Белов", "Белов"),
    )
    found = meetings(made)
    assert [len(m.participants) for m in found] == [4]


def test_another_with_the_preposition_again_is_another_meeting() -> None:
    made = Handmade("Лопатин встретился со Стрешневым, а также с Громовым.")
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешневым"), ("Громов", "Громовым"))
    assert [names(m) for m in meetings(made)] == [
        ["Лопатин", "Стрешнев"],
        ["Громов", "Лопатин"],
    ]


def test_the_subject_goes_on_into_a_clause_of_place() -> None:
    text = "Громов уехал. Лопатин посетил институт, где встретился со Стрешневым."
    made = Handmade(text)
    people(made, ("Громов", "Громов"), ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешневым"))
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_a_guest_awaited_by_the_host_met_him() -> None:
    made = Handmade("В Уссурийске Лопатина ждал мэр Стрешнев.")
    people(made, ("Лопатин", "Лопатина"), ("Стрешнев", "Стрешнев"))
    made.role("мэр", "мэр", person=made.document.people()[1])
    (found,) = meetings(made)
    assert (found.status, names(found)) == ("held", ["Лопатин", "Стрешнев"])


def test_a_moved_visit_is_planned() -> None:
    made = Handmade("Визит президента Лопатина в Россию перенесён на осень.")
    visitor = made.person("Лопатин", "Лопатина")
    made.region("Россия", "Россию")
    made.role("президента", "президент", person=visitor)
    (found,) = meetings(made)
    assert found.status == "planned"


NOTHING = [
    "Лопатин передал Стрешневу приглашение посетить Вологду.",
    "Лопатин говорил о дорогах. Стрешнев молчал.",
    "Лопатин нашёл повод для встреч, Стрешнев тоже.",
    "Наибольшее число голосов набрали Лопатин и Стрешнев.",
    "Лопатин заявил о готовности вести диалог со Стрешневым.",
    "Почтить память поэта пришли Лопатин и Стрешнев.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_occasion(text: str) -> None:
    made = Handmade(text)
    for name in ("Лопатин", "Стрешнев"):
        word = next(w.strip(".,") for w in text.split() if w.startswith(name))
        made.person(name, word)
    if "Вологду" in text:
        made.region("Вологда", "Вологду")
    assert meetings(made) == []


def test_confidence_falls_where_less_is_known() -> None:
    sure = Handmade("Губернатор Лопатин встретился с министром Стрешневым.")
    first, second = sure.person("Лопатин"), sure.person("Стрешнев", "Стрешневым")
    sure.role("Губернатор", "губернатор", person=first)
    sure.role("министром", "министр", person=second)
    bare = Handmade("Чили встретилась с Перу.")
    bare.region("Чили")
    bare.region("Перу")
    assert meetings(sure)[0].confidence > 0.8 > meetings(bare)[0].confidence


def test_company_behind_a_participle_with_the_same_preposition() -> None:
    text = "Лопатин встретился с находящимся в Вологде с рабочим визитом министром Стрешневым."
    made = Handmade(text)
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешневым"))
    made.role("министром", "министр", person=made.document.people()[1])
    made.region("Вологда", "Вологде")
    assert ["Лопатин", "Стрешнев"] in [names(m) for m in meetings(made)]


def test_a_president_known_by_post_is_not_his_minister() -> None:
    text = "Президент Чили принял Лопатина. Лопатин провёл переговоры с министром Чили Стрешневым."
    made = Handmade(text)
    country = made.region("Чили")
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешневым"))
    made.role("Президент Чили", "президент", of=country)
    made.role("министром Чили", "министр", of=country, person=made.document.people()[1])
    first, second = meetings(made)
    assert names(first) == ["Лопатин", "Чили"]
    assert names(second) == ["Лопатин", "Стрешнев"]


def test_talks_whose_delegations_are_named_next_are_those_of_the_heads() -> None:
    text = (
        "Лопатин встретился со Стрешневым. В тот же день прошли консультации, "
        "делегации возглавили Громов и Белов."
    )
    made = Handmade(text)
    people(
        made,
        ("Лопатин", "Лопатин"),
        ("Стрешнев", "Стрешневым"),
        ("Громов", "Громов"),
        ("Белов", "Белов"),
    )
    first, second = meetings(made)
    assert names(first) == ["Лопатин", "Стрешнев"]
    assert (second.kind, names(second)) == ("talks", ["Белов", "Громов"])


def test_who_was_with_whom_in_the_course_of_a_day() -> None:
    made = Handmade("Утром у Лопатина был консул Громов.")
    people(made, ("Лопатин", "Лопатина"), ("Громов", "Громов"))
    made.role("консул", "консул", person=made.document.people()[1])
    (found,) = meetings(made)
    assert names(found) == ["Громов", "Лопатин"]


def test_a_delegation_is_led_by_whom_the_next_sentence_names() -> None:
    text = "Лопатин встретился с делегацией Чили. Её возглавил министр Громов."
    made = Handmade(text)
    people(made, ("Лопатин", "Лопатин"), ("Громов", "Громов"))
    made.region("Чили")
    made.role("министр", "министр", person=made.document.people()[1])
    (found,) = meetings(made)
    assert names(found) == ["Громов", "Лопатин"]


def test_who_declined_to_take_part_was_not_there() -> None:
    text = "Лопатин встретился со Стрешневым. Громов отказался от участия во встрече."
    made = Handmade(text)
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешневым"), ("Громов", "Громов"))
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_his_colleague_is_named_beside_him() -> None:
    text = "Премьер Лопатин и его вологодский коллега Стрешнев провели переговоры."
    made = Handmade(text)
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешнев"))
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_a_meeting_of_a_criminal_case_is_none() -> None:
    text = "По версии следствия, Лопатин встретился со Стрешневым в кафе."
    made = Handmade(text)
    people(made, ("Лопатин", "Лопатин"), ("Стрешнев", "Стрешневым"))
    assert meetings(made) == []
