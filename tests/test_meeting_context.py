"""Meetings whose sides stand in other clauses, sentences or words than the trigger's own."""

from __future__ import annotations

from pipeline.drafts import RegionDraft

from .handmade import Handmade, meetings, names


def country(made: Handmade, name: str, *words: str) -> RegionDraft:
    region = made.region(name, *words)
    region.level, region.country = "country", name[:2]
    return region


def test_the_teller_of_a_meeting_between_two_others_is_none_of_them() -> None:
    text = "Во время встречи между Лопатиным и Стрешневым говорили о дорогах, сказал Громов."
    made = Handmade(text)
    for name, word in (("Лопатин", "Лопатиным"), ("Стрешнев", "Стрешневым"), ("Громов", "Громов")):
        made.person(name, word)
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_who_speaks_after_a_talk_took_part_in_it() -> None:
    text = "Как сообщил Лопатин после разговора со Стрешневым, мост собираются достроить."
    made = Handmade(text)
    made.person("Лопатин")
    made.person("Стрешнев", "Стрешневым")
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_an_interview_is_no_meeting() -> None:
    text = "Губернатор Лопатин заявил в беседе с корреспондентом «Вестей» Громовым, что мост готов."
    made = Handmade(text)
    governor, reporter = made.person("Лопатин"), made.person("Громов", "Громовым")
    made.role("Губернатор", "губернатор", person=governor)
    made.role("корреспондентом «Вестей»", "корреспондент", person=reporter)
    assert meetings(made) == []


def test_kin_beside_a_name_is_no_party() -> None:
    made = Handmade("Лопатин поговорил с матерью Стрешнева Анной.")
    made.person("Лопатин")
    made.person("Анна", "Анной")
    assert meetings(made) == []


def test_company_of_artists_is_nothing_of_officials() -> None:
    made = Handmade("Актриса Лопатина встретилась с режиссёром Громовым.")
    first, second = made.person("Лопатина"), made.person("Громов", "Громовым")
    made.role("Актриса", "актриса", person=first)
    made.role("режиссёром", "режиссер", person=second)
    assert meetings(made) == []


def test_a_tourist_pays_no_visit() -> None:
    made = Handmade("Лопатин побывал в Вологде.")
    made.person("Лопатин")
    made.region("Вологда", "Вологде")
    assert meetings(made) == []


def test_visits_to_several_places_stay_apart() -> None:
    made = Handmade("Премьер Лопатин посетит Францию. Затем Лопатин посетит Польшу.")
    visitor = made.person("Лопатин")
    made.role("Премьер", "премьер", person=visitor)
    country(made, "Франция", "Францию")
    country(made, "Польша", "Польшу")
    first, second = meetings(made)
    assert names(first) == ["Лопатин", "Франция"]
    assert names(second) == ["Лопатин", "Польша"]


def test_a_visit_and_the_reception_by_the_country_visited_are_one() -> None:
    text = "Губернатор Лопатин прибыл с визитом в Монголию. Лопатина принял премьер Монголии Бат."
    made = Handmade(text)
    guest, host = made.person("Лопатин"), made.person("Бат")
    land = country(made, "Монголия", "Монголию", "Монголии")
    made.role("Губернатор", "губернатор", person=guest)
    made.role("премьер Монголии", "премьер", of=land, person=host)
    (found,) = meetings(made)
    assert (found.kind, names(found)) == ("meeting", ["Бат", "Лопатин"])


def test_a_recalled_meeting_of_the_same_people_is_another() -> None:
    text = "Лопатин провёл встречу со Стрешневым. Ранее Лопатин встречался со Стрешневым в Туле."
    made = Handmade(text)
    made.person("Лопатин")
    made.person("Стрешнев", "Стрешневым")
    assert [m.recalled for m in meetings(made)] == [False, True]


def test_a_second_round_is_another_meeting_of_the_same_people() -> None:
    text = "Лопатин провёл переговоры со Стрешневым. Второй раунд не состоялся."
    made = Handmade(text)
    made.person("Лопатин")
    made.person("Стрешнев", "Стрешневым")
    first, second = meetings(made)
    assert (first.status, second.status) == ("held", "denied")
    assert names(first) == names(second)


def test_a_colleague_of_a_place_is_the_man_who_leads_it() -> None:
    text = "Мэр Вологды Илья Стрешнев готовит форум. Лопатин пообщался с вологодским коллегой."
    made = Handmade(text)
    made.person("Лопатин")
    leader, city = made.person("Стрешнев", "Илья Стрешнев"), made.region("Вологда", "Вологды")
    made.role("Мэр Вологды", "мэр", of=city, person=leader)
    made.adjective(city, "вологодским")
    (found,) = meetings(made)
    assert names(found) == ["Лопатин", "Стрешнев"]


def test_a_meeting_that_had_to_be_cancelled_is_denied() -> None:
    made = Handmade("Встречу Лопатина со Стрешневым пришлось отменить.")
    made.person("Лопатин", "Лопатина")
    made.person("Стрешнев", "Стрешневым")
    (found,) = meetings(made)
    assert found.status == "denied"


def test_the_explanation_names_slot_and_evidence() -> None:
    made = Handmade("Лопатин встретился со Стрешневым.")
    made.person("Лопатин")
    made.person("Стрешнев", "Стрешневым")
    meetings(made)
    assert made.document.trace is not None
    (note,) = [n.message for n in made.document.trace.notes if n.stage == "meetings"]
    assert "Стрешнев in с:Ins by tree" in note


def test_guests_are_the_delegation_wherever_the_parser_hangs_them() -> None:
    text = (
        "Делегация Чили во главе с министром Громовым прибыла в Вологду. "
        "В правительстве Вологодской области гостей принял вице-губернатор Лопатин."
    )
    made = Handmade(text)
    guest, host = made.person("Громов", "Громовым"), made.person("Лопатин")
    made.role("министром", "министр", person=guest)
    made.role("вице-губернатор", "вице-губернатор", person=host)
    country(made, "Чили")
    made.region("Вологда", "Вологду")
    assert ["Громов", "Лопатин"] in [names(m) for m in meetings(made)]


def test_whom_a_passive_joined_to_an_active_verb_means() -> None:
    text = "Лопатин встретился со Стрешневым, а вечером был принят президентом Громовым."
    made = Handmade(text)
    made.person("Лопатин")
    made.person("Стрешнев", "Стрешневым")
    made.person("Громов", "Громовым")
    first, second = meetings(made)
    assert names(first) == ["Лопатин", "Стрешнев"]
    assert names(second) == ["Громов", "Лопатин"]
