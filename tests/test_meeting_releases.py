"""Contacts as press services, channels and city news tell them, in our own sentences."""

from __future__ import annotations

import pytest

from .reading import told

ORLOV, KITT = "Михаил Орлов", "Анна Китт"
SEVER, LYSKOV = "Павел Север", "Денис Лысков"
TOLD = [
    # Whose call it was stands further off, or before the quotation.
    (
        f"«Сегодня был у Анны Китт, главы Минтруда», — написал губернатор Омской области {ORLOV}.",
        [("meeting", "held", [KITT, ORLOV])],
    ),
    (
        f"Губернатор Омской области {ORLOV} провёл день в Москве. Утром был у министра труда "
        "Анны Китт, затем заехал к ректору Павлу Северу.",
        [("meeting", "held", [KITT, ORLOV]), ("meeting", "held", [ORLOV, SEVER])],
    ),
    # A verb said once, companies with their own topics.
    (
        f"Губернатор Омской области {ORLOV} обсудил с министром труда Анной Китт выплаты, "
        "с ректором Павлом Севером – кампус.",
        [("meeting", "held", [KITT, ORLOV]), ("meeting", "held", [ORLOV, SEVER])],
    ),
    (
        f"Днём посол Перу {LYSKOV} переговорил с мэром Омска Анной Китт, вечером — с ректором "
        "Павлом Севером.",
        [("meeting", "held", [KITT, LYSKOV]), ("meeting", "held", [LYSKOV, SEVER])],
    ),
    # Who is called to a sitting, whose tour begins with a talk, who meets a guest at the aircraft.
    (
        f"Мэр Омска {ORLOV} вызвал на совещание директора «Водоканала» Павла Севера.",
        [("session", "held", [ORLOV, SEVER])],
    ),
    (
        "Рабочий день мэра Омска Михаила Орлова начался со встречи с послом Перу Анной Китт.",
        [("meeting", "held", [KITT, ORLOV])],
    ),
    (
        f"У трапа самолёта министра Дениса Лыскова встретил губернатор Омской области {ORLOV}.",
        [("visit", "held", [LYSKOV, ORLOV])],
    ),
    # Delegations: who leads and escorts them, who is of them, before the meeting or after it.
    (
        f"С бизнес-делегацией, которую возглавил президент палаты {SEVER} и сопровождал посол Перу "
        f"{LYSKOV}, встретился мэр Омска {ORLOV}.",
        [("meeting", "held", [LYSKOV, ORLOV, SEVER])],
    ),
    (
        f"Мэр Омска {ORLOV} принял посла Перу Анну Китт. В составе делегации – советник {SEVER}.",
        [("meeting", "held", [KITT, ORLOV, SEVER])],
    ),
    (
        f"Стороны представляли: от Омска – мэр {ORLOV}, от Перу – консул {LYSKOV}. Встреча прошла "
        "в Омске.",
        [("meeting", "held", [LYSKOV, ORLOV])],
    ),
    (
        "Омский технологический институт посетила делегация Томского госуниверситета во главе с "
        "ректором Павлом Севером. В ходе беседы с руководителем института Анной Китт состоялся "
        "обмен мнениями о летних школах.",
        [("meeting", "held", [KITT, SEVER])],
    ),
    # What stands in a programme is to come.
    (
        "В программе визита мэра Омска Михаила Орлова – встреча с послом Перу Анной Китт.",
        [("meeting", "planned", [KITT, ORLOV])],
    ),
    (
        f"Мэр Омска {ORLOV} обсудил с… Анной Китт, главой Минтруда, выплаты.",
        [("meeting", "held", [KITT, ORLOV])],
    ),
]


@pytest.mark.parametrize(("text", "meetings"), TOLD)
def test_how_releases_tell_a_contact(text: str, meetings: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == meetings


@pytest.mark.parametrize(
    "text",
    [
        f"«Вчера был у врача», — сказал губернатор Омской области {ORLOV}.",
        f"Губернатор Омской области {ORLOV} заехал в министерство к коллегам.",
        "Прокурор вызвал на совещание предпринимателей.",
        "Делегация школьников посетила музей.",
        f"Входящий в состав делегации министр {ORLOV} вернулся в Омск.",
    ],
)
def test_what_is_no_contact(text: str) -> None:
    assert told(text) == []
