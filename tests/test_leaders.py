"""Whose a bare office is beside a foreign partner: the leader's own land or nobody's."""

from __future__ import annotations

import pytest
from babel import Locale

from pipeline.knowledge import Lexicon
from pipeline.knowledge.leaders import LeadersLexicon
from pipeline.persons.represent import represents

from .people import posts, read

HOME = [
    (
        "Глава государства Касым-Жомарт Токаев поговорил с президентом Италии Лукой Росси. "
        "Казахстан продаёт Италии нефть.",
        {"Касым-Жомарт Токаев": ["глава государства @ Казахстан"]},
    ),
    (
        "Он работал в Китае. Президент Барак Обама назначил его послом.",
        {"Барак Обама": ["президент"]},
    ),
    (
        "Президент Азамат Тулегенов позвонил президенту Украины Петру Гаврилюку.",
        {"Азамат Тулегенов": ["президент"], "Пётр Гаврилюк": ["президент @ Украина"]},
    ),
    (
        "Глава государства Нурлан Сапаров принял посла Китая Чжан Вэя.",
        {"Нурлан Сапаров": ["глава государства"], "Чжан Вэй": ["посол @ Китай"]},
    ),
    (
        "Президент Марат Асанов принял министра обороны Турции Хакана Йылдыза.",
        {"Марат Асанов": ["президент"], "Хакан Йылдыз": ["министр обороны @ Турция"]},
    ),
    (
        "Премьер Британии Джон Смит был у королевы Елизаветы II. Ему позвонил сенатор США.",
        {"Елизавета II": ["королева"]},
    ),
    (
        "Конгресс Перу обсудил отставку, премьер Луис Пас приехал позже.",
        {"Луис Пас": ["премьер @ Перу"]},
    ),
    (
        "В отставке главы Роспотребнадзора виноват спор с вице-премьером Ольгой Зориной.",
        {"Ольга Зорина": ["вице-премьер"]},
    ),
    (
        "Министр экономики области Анна Кузнецова раньше работала в Москве.",
        {"Анна Кузнецова": ["министр экономики области"]},
    ),
    (
        "Президент России, Пётр Орлов, лично поздравил артиста.",
        {"Пётр Орлов": ["президент @ Россия"]},
    ),
    (
        "Сейм избрал спикером первого заместителя главы партии «Воля» Павла Турко.",
        {"Павел Турко": ["первый заместитель главы @ партия «Воля»", "спикер"]},
    ),
    (
        "Глава генштаба Израиля Бени Коган принял начальника генштаба Италии Луку Росси.",
        {
            "Бени Коган": ["глава @ генштаб Израиля"],
            "Лука Росси": ["начальник @ генштаб Италии"],
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOME)
def test_offices_at_home(text: str, expected: dict[str, list[str]]) -> None:
    found = posts(text)
    assert {name: found[name] for name in expected} == expected


def test_a_leader_told_by_his_land_speaks_for_it() -> None:
    text = "Александр Лукашенко приехал в Сочи. Журналисты ждали белорусского лидера час."
    [person] = read(text).people()
    assert [r.name for r in represents(person)] == ["Белоруссия"]


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("Глава МИД Сергей Лавров прилетел в Анкару. Россия довольна.", ["Россия"]),
        ("Госсекретарь Джон Керри позвонил. США ждут ответа.", ["США"]),
        ("Глава МИД Пётр Орлов рассказал о Сирии.", ["МИД"]),
        ("Глава МИД Сергей Лавров рассказал о Сирии.", ["МИД"]),
        ("Бывший глава МИД Сергей Лавров гостил в России.", []),
    ],
)
def test_a_ministry_without_a_land_is_of_its_ministers(text: str, lands: list[str]) -> None:
    [person] = read(text).people()
    assert [r.name for r in represents(person)] == lands


def test_a_name_alone_speaks_for_nobody() -> None:
    [person] = read("Александр Лукашенко приехал в Сочи из Белоруссии.").people()
    assert represents(person) == []


def test_every_leader_is_of_a_country_we_know() -> None:
    countries = set(Locale("ru").territories)
    lexicon = Lexicon().read(LeadersLexicon)
    for table in (lexicon.leaders, lexicon.ministers):
        assert set(table) <= countries
        assert all(len(set(names)) == len(names) for names in table.values())
