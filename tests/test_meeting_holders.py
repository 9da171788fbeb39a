"""Who is meant by a plural post, by «мы», by «он» of a quotation, by a group with names in it."""

from __future__ import annotations

import pytest

from .reading import told

ARRE, LUND, NASS = "Мигель Арре", "Эрик Лунд", "Отто Насс"
TOLD = [
    (
        "Лидеры Чили и Норвегии провели переговоры в Праге. Мигель Арре, президент Чили, назвал "
        "их полезными. Премьер-министр Норвегии Эрик Лунд с ним согласился.",
        "talks",
        "held",
        [ARRE, LUND],
    ),
    (
        "Накануне состоялась встреча глав МИД Чили и Норвегии. Министр иностранных дел Чили "
        "Мигель Арре сообщил, что визит будет. Глава МИД Норвегии Эрик Лунд был доволен.",
        "meeting",
        "held",
        [ARRE, LUND],
    ),
    (
        "Президенты Чили и Норвегии провели переговоры. Министр обороны Чили Мигель Арре молчал.",
        "talks",
        "held",
        ["Норвегия", "Чили"],
    ),
    (
        "«Мы с Мигелем Арре договорились встретиться весной», – сказал премьер Норвегии Эрик Лунд.",
        "meeting",
        "planned",
        [ARRE, LUND],
    ),
    (
        "«Я встречался с ним в прошлом году», – сказал премьер Норвегии Эрик Лунд о президенте "
        "Чили Отто Нассе.",
        "meeting",
        "held",
        [NASS, LUND],
    ),
    (
        "Премьер Норвегии Эрик Лунд встретился с коллегами, в том числе с премьером Чили "
        "Мигелем Арре и премьером Перу Отто Нассом.",
        "meeting",
        "held",
        [ARRE, LUND, NASS],
    ),
]


@pytest.mark.parametrize(("text", "kind", "status", "sides"), TOLD)
def test_who_is_meant(text: str, kind: str, status: str, sides: list[str]) -> None:
    assert told(text) == [(kind, status, sorted(sides))]


def test_names_go_on_behind_posts_without_names() -> None:
    text = (
        "Министр обороны Чили Мигель Арре посвятил день встречам с генералами, в том числе — "
        "с замминистра Эриком Лундом, министрами армии и флота, а также главой штаба Отто Нассом."
    )
    assert {s for m in told(text) for s in m.sides} == {ARRE, LUND, NASS}


def test_nobody_is_spoken_of_by_a_thing() -> None:
    assert told("«Я встречался с ним в мае», – сказал министр Отто Насс о своём фильме.") == []
