"""Who met, where a post or a release leaves him out: its author, or who is said to have told it."""

from __future__ import annotations

import pytest

from .reading import told

MET = {"Илья Лопатин", "Андрей Громов"}


def sides(text: str) -> list[set[str]]:
    """The names of those who met, meeting by meeting."""
    return [set(m.sides) for m in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Встретились с послом Кубы Андреем Громовым. Говорили о мосте. Илья Лопатин, мэр Вельска.",
        "Встретился с послом Сербии Андреем Громовым. Об этом сообщил мэр Вельска Илья Лопатин.",
        "Провёл беседу с послом Сербии Андреем Громовым, — пишет мэр Вельска Илья Лопатин.",
        "Илья Лопатин: сегодня принял посла Сербии Андрея Громова. Обсудили ремонт моста.",
        "Гостил у нас посол. Пообщались с Андреем Громовым. "
        "Мэр Вельска Илья Лопатин рассказал об этом.",
        "Мэр Илья Лопатин | Вельск\n14 мая 2026\n\nПровёл сегодня в мэрии рабочую встречу с послом "
        "Сербии Андреем Громовым. Обсудили ремонт моста и обмен студентами.",
    ],
)
def test_who_tells_of_a_meeting_without_a_subject_had_it(text: str) -> None:
    assert sides(text) == [MET]


@pytest.mark.parametrize(
    "text",
    [
        # Somebody acted before: what goes on without a subject is his.
        "Мэр Няндомы Пётр Сомов открыл мост. Затем встретился с послом Сербии Андреем Громовым. "
        "Об этом сообщил мэр Вельска Илья Лопатин.",
        # A signature of somebody of whom the text speaks as of another is none.
        "Мост открыл мэр Вельска Илья Лопатин. Мэр Няндомы Пётр Сомов уехал на встречу с послом "
        "Сербии Андреем Громовым. Илья Лопатин, мэр Вельска.",
    ],
)
def test_who_is_only_named_had_no_meeting(text: str) -> None:
    assert MET not in sides(text)


def test_an_official_s_signature_belongs_to_the_text() -> None:
    text = (
        "Встречи недели\n\nПриняли в мэрии посла Сербии Андрея Громова.\n\n"
        "Поговорили о поставках мяса и шерсти, условились о новой встрече весной.\n\n"
        "Илья Лопатин, мэр Вельска"
    )
    # The one of the week, and the one in spring that they agreed on.
    assert sides(text) == [MET, MET]
