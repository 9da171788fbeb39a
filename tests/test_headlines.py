"""What a title and its body tell together: who met, when and where."""

from __future__ import annotations

import pytest

from .reading import read, told

ORLOV, KITT = "Михаил Орлов", "Анна Китт"
TITLE = "Губернатор Омской области Михаил Орлов встретился с послом Перу Анной Китт"


@pytest.mark.parametrize(
    ("body", "day", "place"),
    [
        ("Встреча состоялась в Калачинске 11 марта.", "2025-03-11", "Калачинск"),
        ("В Калачинске прошла встреча. На ней обсудили лён.", None, "Калачинск"),
        (f"{TITLE}\nВстреча прошла в Калачинске.", None, "Калачинск"),
        ("Речь шла о поставках льна. В Калачинске открыли сквер.", None, None),
        ("Посевная в Калачинске началась 11 марта.", None, None),
    ],
)
def test_a_body_that_names_nobody_goes_on_from_its_title(
    body: str, day: str | None, place: str | None
) -> None:
    record = read(f"{TITLE}\n12 марта 2025\n{body}\n")
    (meeting,) = record.meetings
    names = {e.id: e.name for e in record.entities}
    assert sorted(names[p.entity] for p in meeting.participants) == [KITT, ORLOV]
    assert (meeting.date.value if meeting.date else None) == day
    assert (names[meeting.place] if meeting.place else None) == place


def test_a_title_gives_the_place_that_its_body_leaves_out() -> None:
    text = (
        "В Калачинске Михаил Орлов встретился с послом Перу\n\n"
        f"Губернатор Омской области {ORLOV} принял посла Перу Анну Китт. Они обсудили лён.\n"
    )
    record = read(text)
    (meeting,) = record.meetings
    assert [e.name for e in record.entities if e.id == meeting.place] == ["Калачинск"]


@pytest.mark.parametrize(
    ("title", "body", "spoken"),
    [
        (
            "Губернатор Омской области встретился с послом Перу",
            "В Омске прошла встреча Михаила Орлова с Анной Китт.",
            {ORLOV: ["Омская область"], KITT: ["Перу"]},
        ),
        (
            "Губернатор Омской области встретился с послом Перу",
            "Михаил Орлов провёл встречу с послом Перу Анной Китт.",
            {ORLOV: ["Омская область"], KITT: ["Перу"]},
        ),
        (
            "Губернатор Омской области встретился с послом Перу",
            "Мэр Омска Михаил Орлов принял консула Чили Анну Китт.",
            {"Омская область": [], "Перу": [], ORLOV: ["Омск"], KITT: ["Чили"]},
        ),
    ],
)
def test_posts_of_a_title_are_of_those_whom_the_body_names(
    title: str, body: str, spoken: dict[str, list[str]]
) -> None:
    record = read(f"{title}\n\n{body} Они обсудили поставки льна.\n")
    names = {e.id: e.name for e in record.entities}
    found = {
        names[p.entity]: [names[r] for r in p.represents]
        for m in record.meetings
        for p in m.participants
    }
    assert found == spoken


def test_a_place_in_the_next_line_is_none_of_the_post() -> None:
    record = read("Омский губернатор встретился с послом Перу\n\nВ Тюмени открыли школу.\n")
    assert [e.name for e in record.entities if e.name == "Тюмень"] == ["Тюмень"]
    assert len(told(record.article.text)) == 1
