"""Meetings with people of whom nobody is named: the meeting stays with whoever is."""

from __future__ import annotations

import pytest

from .reading import told

TILL, LUND = "Карл Тилль", "Эрик Лунд"
KEPT = [
    ("Премьер-министр Австрии Карл Тилль встретился с инвесторами.", "meeting", "held", [TILL]),
    ("Канцлер Австрии Карл Тилль провёл переговоры с банкирами.", "talks", "held", [TILL]),
    ("Канцлер Карл Тилль принял представителей рудных компаний.", "meeting", "held", [TILL]),
    (
        "Мэр Граца Карл Тилль на встрече с предпринимателями пообещал снизить сборы.",
        "meeting",
        "held",
        [TILL],
    ),
    (
        "Завтра глава МИД Австрии Карл Тилль встретится с кандидатами на пост генсека ООН.",
        "meeting",
        "planned",
        [TILL],
    ),
    ("Канцлер Карл Тилль отменил встречу с дипломатами.", "meeting", "denied", [TILL]),
    (
        "Канцлер Австрии Карл Тилль по телефону связался с несколькими сенаторами.",
        "call",
        "held",
        [TILL],
    ),
    (
        "«Мы ведём переговоры с инвесторами», – сказал министр экономики Австрии Карл Тилль.",
        "talks",
        "held",
        [TILL],
    ),
    ("Министр финансов Карл Тилль ведёт переговоры с 14 банками.", "talks", "held", [TILL]),
]
NAMED_NEXT = [
    (
        "Канцлер Австрии Карл Тилль по телефону связался с несколькими лидерами. "
        "Одному из них, премьеру Норвегии Эрику Лунду, он сообщил о новых мерах.",
        "call",
        [TILL, LUND],
    ),
    (
        "Президент Австрии Карл Тилль встретился с несколькими сенаторами. "
        "Среди них Мигель Арре и Эрик Лунд.",
        "meeting",
        [TILL, "Мигель Арре", LUND],
    ),
]
NOTHING = [
    "Президент Карл Тилль встретился с болельщиками.",
    "Мэр Граца Карл Тилль встретился с жителями.",
    "Тренер Карл Тилль встретился с игроками.",
    "Актёр Карл Тилль встретился с продюсерами.",
    "Бизнесмен Карл Тилль встретился с инженерами.",
    "Министр Карл Тилль встретился с друзьями.",
    "Министр Карл Тилль встретился со своими наставниками.",
    "Депутат Карл Тилль сказал, что на встречах с либералами избиратели были против.",
]


@pytest.mark.parametrize(("text", "kind", "status", "sides"), KEPT)
def test_who_is_named_keeps_the_meeting(
    text: str, kind: str, status: str, sides: list[str]
) -> None:
    assert told(text) == [(kind, status, sides)]


@pytest.mark.parametrize(("text", "kind", "sides"), NAMED_NEXT)
def test_the_next_sentence_names_them(text: str, kind: str, sides: list[str]) -> None:
    assert told(text) == [(kind, "held", sorted(sides))]


@pytest.mark.parametrize("text", NOTHING)
def test_people_who_are_no_side(text: str) -> None:
    assert told(text) == []


def test_a_named_side_told_near_by_is_the_meeting() -> None:
    text = (
        "Канцлер Австрии Карл Тилль встретился с сенаторами. "
        "Затем Тилль встретился с премьером Норвегии Эриком Лундом."
    )
    assert told(text) == [("meeting", "held", [TILL, LUND])]
