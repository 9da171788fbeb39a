"""Contacts between states as agencies tell them, in our own sentences."""

from __future__ import annotations

import pytest

from .reading import read, told

ARRE, LUND = "Мигель Арре", "Эрик Лунд"
TOLD = [
    ("Россия предложила Ирану переговоры.", "talks", "possible", ["Иран", "Россия"]),
    (
        "Собеседником министра Чили Мигеля Арре стал глава МИД Норвегии Эрик Лунд.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
    (
        "Рыба стала темой переговоров, которые провели в Осло президент Чили Мигель Арре "
        "и премьер-министр Норвегии Эрик Лунд.",
        "talks",
        "held",
        [ARRE, LUND],
    ),
    (
        "Состоялся обмен мнениями президента Чили Мигеля Арре с послом Норвегии Эриком Лундом.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
    (
        "Президент Чили Мигель Арре дал обед в честь премьер-министра Норвегии Эрика Лунда.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
    (
        "Президент Чили Мигель Арре устроил ужин для премьер-министра Норвегии Эрика Лунда.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
    (
        "Премьер-министра Норвегии Эрика Лунда в аэропорту встретил президент Чили Мигель Арре.",
        "visit",
        "held",
        [ARRE, LUND],
    ),
    (
        "Посол Норвегии Эрик Лунд вручил верительные грамоты президенту Чили Луису Ривасу.",
        "meeting",
        "held",
        ["Луис Ривас", LUND],
    ),
    ("Посол Норвегии Эрик Лунд вызван в МИД Чили.", "meeting", "held", ["МИД Чили", LUND]),
    (
        "Премьер-министра Норвегии Эрика Лунда ожидают в Сантьяго.",
        "visit",
        "planned",
        ["Сантьяго", LUND],
    ),
    (
        "Личная встреча президента Чили Мигеля Арре и премьера Норвегии Эрика Лунда возможна.",
        "meeting",
        "possible",
        [ARRE, LUND],
    ),
    (
        "Министр Норвегии Эрик Лунд вылетел на переговоры с президентом Чили Мигелем Арре.",
        "talks",
        "planned",
        [ARRE, LUND],
    ),
    (
        "Министр Норвегии Эрик Лунд договорился о встрече с президентом Чили Мигелем Арре.",
        "meeting",
        "planned",
        [ARRE, LUND],
    ),
    (
        "Министр Норвегии Эрик Лунд уклонился от встречи с послом Чили Мигелем Арре.",
        "meeting",
        "denied",
        [ARRE, LUND],
    ),
    (
        "Россия настаивает на переговорах Чили и Норвегии.",
        "talks",
        "possible",
        ["Норвегия", "Чили"],
    ),
    (
        "Делегации Чили и Норвегии вернулись за стол переговоров.",
        "talks",
        "held",
        ["Норвегия", "Чили"],
    ),
    (
        "Лидеры Чили и Норвегии не смогли договориться о встрече в Осло.",
        "meeting",
        "denied",
        ["Норвегия", "Чили"],
    ),
    ("Сантьяго и Осло проведут в марте консультации.", "talks", "planned", ["Норвегия", "Чили"]),
    (
        "Эр-Рияд и Осло возобновят консультации.",
        "talks",
        "planned",
        ["Норвегия", "Саудовская Аравия"],
    ),
    (
        "Визит премьер-министра Норвегии в Индию перенесён на осень.",
        "visit",
        "planned",
        ["Индия", "Норвегия"],
    ),
    (
        "На встрече с послом Норвегии Эриком Лундом президент Чили Мигель Арре "
        "предложил открыть рейс.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
    (
        "На встрече с премьером Норвегии Эриком Лундом, намеченной на май, "
        "президент Чили Мигель Арре планирует объявить о займе.",
        "meeting",
        "planned",
        [ARRE, LUND],
    ),
    (
        "Посол Норвегии Эрик Лунд нанёс визит вежливости губернатору Омской области Глебу Шелесту.",
        "visit",
        "held",
        ["Глеб Шелест", LUND],
    ),
    (
        "Президенты Чили и Норвегии Мигель Арре и Эрик Лунд собрались в Осло на встречу.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
    (
        "Президент Чили Мигель Арре встретился с премьером Норвегии Эриком Лундом, "
        "который находится в Сантьяго с рабочим визитом.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
    (
        "В МИД Чили вызван временный поверенный в делах Норвегии.",
        "meeting",
        "held",
        ["МИД Чили", "Норвегия"],
    ),
    (
        "Состоялась встреча глав МИД Чили и Норвегии.",
        "meeting",
        "held",
        ["Норвегия", "Чили"],
    ),
    (
        "В Осло прошли консультации на уровне министров обороны Чили и Норвегии.",
        "talks",
        "held",
        ["Норвегия", "Чили"],
    ),
    ("Сенатор Эрик Лунд прибыл в Чили.", "visit", "held", ["Чили", LUND]),
    (
        "Посол Норвегии Эрик Лунд был принят президентом Аргентинской Республики Мигелем Арре.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
]


@pytest.mark.parametrize(("text", "kind", "status", "sides"), TOLD)
def test_how_agencies_tell_a_contact(text: str, kind: str, status: str, sides: list[str]) -> None:
    assert told(text) == [(kind, status, sides)]


def test_an_undeclined_name_before_the_verb_is_whom_the_subject_receives() -> None:
    (meeting,) = told("В среду Гарибальди примет президент Чили Мигель Арре.")
    assert meeting == ("meeting", "planned", ["Гарибальди", ARRE])


def test_a_next_meeting_is_one_more_of_the_same() -> None:
    meetings = told(
        "Чили и Норвегия провели консультации. Следующая встреча запланирована на июнь."
    )
    assert [(status, sides) for _, status, sides in meetings] == [
        ("held", ["Норвегия", "Чили"]),
        ("planned", ["Норвегия", "Чили"]),
    ]


def test_who_welcomes_a_guest_is_no_host_where_another_one_is() -> None:
    meetings = told(
        "Посла Норвегии Эрика Лунда у трапа встретил вице-губернатор Иван Рокотов. "
        "Затем посла Эрика Лунда принял губернатор Омской области Глеб Шелест."
    )
    assert [sides for _, _, sides in meetings] == [["Глеб Шелест", LUND]]


def test_a_title_tells_what_the_body_does_not() -> None:
    meetings = told(
        "Президент Чили Мигель Арре прибыл в Осло\n\n"
        "Министр обороны Перу Хосе Кальо принял посла Индии Раджа Сетхи.\n"
    )
    assert sorted(sides for _, _, sides in meetings) == [
        [ARRE, "Осло"],
        ["Радж Сетхи", "Хосе Кальо"],
    ]


def test_who_gets_another_post_in_the_clause_is_not_the_bare_post_before() -> None:
    record = read("Президент провёл встречу с главой Чувашии Олегом Вешняком.")
    (person,) = [e for e in record.entities if e.type == "person"]
    assert [m.text for m in person.mentions if m.kind == "role"] == []


def test_a_minister_s_visit_told_by_the_head_of_his_ministry_is_one() -> None:
    meetings = told(
        "Премьер осудил визит главы японского МИДа в Москву. "
        "Министр иностранных дел Японии Сэйдзи Ито прибудет в Москву."
    )
    assert meetings == [("visit", "planned", ["Москва", "Сэйдзи Ито"])]


def test_each_place_of_a_tour_is_a_visit() -> None:
    meetings = told("Премьер-министр Норвегии Эрик Лунд посетит с визитом Индию, Кубу и Алжир.")
    assert [sides for _, _, sides in meetings] == [["Индия", LUND], ["Куба", LUND], ["Алжир", LUND]]


def test_the_previous_meeting_of_the_same_two_is_one_more() -> None:
    meetings = told(
        "Президент Чили Мигель Арре в мае встретится с премьером Норвегии Эриком Лундом. "
        "Предыдущая встреча лидеров двух стран прошла в Осло в январе."
    )
    assert [(status, sides) for _, status, sides in meetings] == [
        ("planned", [ARRE, LUND]),
        ("held", [ARRE, LUND]),
    ]


def test_a_post_told_by_the_way_is_of_the_one_spoken_of() -> None:
    meetings = told(
        "Эрик Лунд совершает визит в Чили. "
        "В Сантьяго канцлер встретился с министром обороны Чили Мигелем Ривасом."
    )
    assert [sides for _, _, sides in meetings][-1] == ["Мигель Ривас", LUND]
