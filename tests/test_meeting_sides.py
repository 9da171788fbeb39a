"""Sides that a clause names in other ways than by a name of their own, in our own sentences."""

from __future__ import annotations

import pytest

from pipeline import Extractor

EXTRACTOR = Extractor()


def told(text: str) -> list[tuple[str, list[str]]]:
    """Kind and participants of every meeting of an article."""
    record = EXTRACTOR(text)
    names = {e.id: e.name for e in record.entities}
    return [(m.kind, sorted(names[p.entity] for p in m.participants)) for m in record.meetings]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("В Москве состоялась встреча президентов России и Сирии.", "meeting", ["Россия", "Сирия"]),
        (
            "Переговоры о перемирии ведут лидеры Армении и Азербайджана.",
            "talks",
            ["Азербайджан", "Армения"],
        ),
        (
            "Представители Казахстана и Киргизии провели консультации по воде в Бишкеке.",
            "talks",
            ["Казахстан", "Киргизия"],
        ),
        (
            "Делегации России и Китая сели за стол переговоров в Пекине.",
            "talks",
            ["Китай", "Россия"],
        ),
        ("Российско-японские переговоры состоялись в Токио 5 мая.", "talks", ["Россия", "Япония"]),
        (
            "Президенты России и Турции Иван Петров и Кемаль Озтюрк встретятся в Сочи.",
            "meeting",
            ["Иван Петров", "Кемаль Озтюрк"],
        ),
        (
            "Мэр Омска Сергей Шелест и посол Кубы Хулио Гармендиа выпили чаю.",
            "meeting",
            ["Сергей Шелест", "Хулио Гармендиа"],
        ),
        (
            "В ходе визита в Минск президент Сербии Драган Николич заявил о росте торговли.",
            "visit",
            ["Драган Николич", "Минск"],
        ),
        (
            "Глава Тувы Артём Салчак в телефонном разговоре поздравил "
            "главу Хакасии Олега Чебодаева с юбилеем.",
            "call",
            ["Артём Салчак", "Олег Чебодаев"],
        ),
    ],
)
def test_both_sides_are_found(text: str, kind: str, sides: list[str]) -> None:
    assert told(text) == [(kind, sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Российские и зарубежные эксперты ведут переговоры.",
        "Во время визита в Минск дипломат выразил надежду, что его поддержит "
        "президент России Иван Петров.",
        "После разговора глава Тувы Артём Салчак поздравил главу Хакасии Олега Чебодаева.",
    ],
)
def test_who_is_only_near_is_no_side(text: str) -> None:
    assert told(text) == []
