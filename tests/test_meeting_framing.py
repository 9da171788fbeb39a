"""Contacts whose sides or status the words around them give: reports, programmes, turns taken."""

from __future__ import annotations

import pytest

from .reading import told

ARRE, LUND, DIALLO = "Мигель Арре", "Эрик Лунд", "Усман Диалло"
CHILE, NORWAY = "Президент Чили Мигель Арре", "премьер Норвегии Эрик Лунд"
PAIR = f"{CHILE} и {NORWAY}"

ONE = [
    ("Лукашенко принял посла Норвегии Эрика Лунда.", "held", ["Лукашенко", LUND]),
    ("Токаев провёл переговоры с послом Норвегии Эриком Лундом.", "held", ["Токаев", LUND]),
    (
        "Переговоры президента Чили Мигеля Арре c премьером Норвегии Эриком Лундом начались.",
        "held",
        [ARRE, LUND],
    ),
    (f"{CHILE} летал в Осло к премьеру Эрику Лунду.", "held", [ARRE, LUND]),
    (f"{PAIR} условились по телефону о поставках рыбы.", "held", [ARRE, LUND]),
    (
        f"{CHILE} предложил премьеру Норвегии Эрику Лунду встретиться в Осло.",
        "possible",
        [ARRE, LUND],
    ),
    (f"{CHILE} предложил Оману и Йемену встретиться в Сантьяго.", "possible", ["Йемен", "Оман"]),
    (
        "МИД Омана не подтвердил сведения, что идут переговоры между делегациями Мали и Чада.",
        "possible",
        ["Мали", "Чад"],
    ),
    (
        "Пресс-секретарь опроверг информацию о том, что президент Чили Мигель Арре встречался "
        "с премьером Норвегии Эриком Лундом.",
        "denied",
        [ARRE, LUND],
    ),
    (
        f"{CHILE} отменил поездку в Осло, где собирался встретиться с премьером Эриком Лундом.",
        "denied",
        [ARRE, LUND],
    ),
    (
        f"{CHILE} выразил надежду на скорую встречу с премьером Норвегии Эриком Лундом.",
        "possible",
        [ARRE, LUND],
    ),
    (
        f"{CHILE} рассказал о своей беседе с премьером Норвегии Эриком Лундом.",
        "held",
        [ARRE, LUND],
    ),
    (
        f"{CHILE} прилетел в Осло и был принят премьером Норвегии Эриком Лундом.",
        "held",
        [ARRE, LUND],
    ),
    (f"{CHILE} провёл переговоры с норвежскими посредниками.", "held", [ARRE, "Норвегия"]),
    (
        f"На обеде у президента Чили Мигеля Арре присутствовал {NORWAY}.",
        "held",
        [ARRE, LUND],
    ),
    (
        f"{CHILE} встретился с Б. Лундом, премьером Норвегии, в здании парламента.",
        "held",
        ["Б. Лунд", ARRE],
    ),
    (
        f"{PAIR} подписали соглашение о границе. Об этом сообщил МИД. "
        "Церемония подписания прошла в четверг в резиденции «Ла-Монеда».",
        "held",
        [ARRE, LUND],
    ),
]


@pytest.mark.parametrize(("text", "status", "sides"), ONE, ids=[t[:50] for t, _, _ in ONE])
def test_one_contact(text: str, status: str, sides: list[str]) -> None:
    assert [(m.status, m.sides) for m in told(text)] == [(status, sides)]


SEVERAL = [
    (
        f"{CHILE} был принят в Осло королём Харальдом Свенсеном и премьер-министром Эриком Лундом.",
        [[ARRE, "Харальд Свенсен"], [ARRE, LUND]],
    ),
    (
        f"{CHILE} принял премьера Норвегии Эрика Лунда, а следом и главу МИД Мали Усмана Диалло.",
        [[ARRE, LUND], [ARRE, DIALLO]],
    ),
    (
        f"{CHILE} провёл телефонные разговоры со своими коллегами из Мали и Чада.",
        [["Мали", ARRE], [ARRE, "Чад"]],
    ),
]


@pytest.mark.parametrize(("text", "pairs"), SEVERAL, ids=[t[:50] for t, _ in SEVERAL])
def test_who_is_met_one_after_the_other(text: str, pairs: list[list[str]]) -> None:
    assert [m.sides for m in told(text)] == pairs


def test_a_programme_tells_what_is_to_come() -> None:
    meetings = told(
        "Посол Норвегии Эрик Лунд прибудет в Казань 5 мая. В программе визита – переговоры "
        "с президентом Чили Мигелем Арре и встреча с ректором вуза Усманом Диалло."
    )
    assert [(m.status, m.sides) for m in meetings] == [
        ("planned", [ARRE, LUND]),
        ("planned", [DIALLO, LUND]),
    ]


def test_his_host_receives_the_subject_of_the_clause_before() -> None:
    meetings = told(
        f"Министр обороны Сербии Милорад Брдар выступил в парламенте. {CHILE} побывает на заводе, "
        "а в пятницу его примет министр спорта Усман Диалло."
    )
    assert [m.sides for m in meetings] == [[ARRE, DIALLO]]


NONE = [
    f"{CHILE} провёл совещание в связи с обострением у Бадме.",
    "Требованиия отставки появились после его слов о министре Норвегии Эрике Лунде.",
    "Открылся Энерготехнохаб, его осмотрел посол Норвегии Эрик Лунд.",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_met(text: str) -> None:
    assert told(text) == []
