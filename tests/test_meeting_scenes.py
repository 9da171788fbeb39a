"""Where a meeting was, where grounds, bare seats and rooms of a building tell it."""

from __future__ import annotations

import pytest

from .reading import read


def place(text: str) -> str | None:
    """The place of the last meeting told."""
    record = read(text)
    found = record.meetings[-1].place
    return next((e.name for e in record.entities if e.id == found), None)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Губернатор Илья Лопатин встретился с послом Сербии Андреем Громовым. Встреча прошла "
            "на площадке технопарка «Долина».",
            "технопарк «Долина»",
        ),
        (
            "Губернатор Илья Лопатин встретился с послом Сербии Андреем Громовым на базе Тверского "
            "университета.",
            "Тверской университет",
        ),
        (
            "Губернатор Илья Лопатин принял в здании правительства посла Сербии Андрея Громова.",
            "здание правительства",
        ),
        (
            "В областном правительстве губернатор Илья Лопатин принял посла Сербии Андрея Громова.",
            "областное правительство",
        ),
        (
            "Делегация Тверской области во главе с Ильёй Лопатиным прибыла в Ташкент. Утром глава "
            "региона встретился с послом Сербии Андреем Громовым.",
            "Ташкент",
        ),
    ],
)
def test_the_scene_of_a_meeting(text: str, where: str) -> None:
    assert place(text) == where
