"""Facilities: venues by name and by head noun, and bodies that are none."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.knowledge import Lexicon
from pipeline.stages.facilities import FacilitiesStage
from pipeline.stages.names import NamesStage
from pipeline.stages.organizations import OrganizationsStage
from pipeline.stages.regions import RegionsStage

from .handmade import models, parsed

LEXICON = Lexicon()
STAGES = (
    NamesStage(models()),
    RegionsStage(LEXICON),
    OrganizationsStage(LEXICON),
    FacilitiesStage(LEXICON),
)


def read(text: str) -> Document:
    document = parsed(text)
    for stage in STAGES:
        stage.process(document)
    return document


def names(text: str) -> list[str]:
    return [f.name for f in read(text).facilities()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Приём прошёл в Мариинском дворце.", "Мариинский дворец"),
        ("Выставка открылась в «Экспофоруме».", "Экспофорум"),
        ("Стенд собрали в Крокус Экспо.", "Крокус Экспо"),
        ("Гости прилетели в аэропорт Кольцово.", "аэропорт Кольцово"),
        ("На стадионе «Заря» прошёл концерт.", "стадион «Заря»"),
        ("Концерт дали на Соборной площади.", "Соборная площадь"),
        ("Цветы возложили к памятнику Юрию Гагарину.", "памятник Юрию Гагарину"),
        ("Договор подписали в Колонном зале.", "Колонный зал"),
        ("Совещание провели в Доме правительства.", "Дом правительства"),
        ("Переговоры шли в гостинице «Азимут».", "гостиница «Азимут»"),
        ("Туристам показали Тульский кремль.", "Тульский кремль"),
    ],
)
def test_a_venue_in_the_nominative(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Гостиница «Азимут» повысила цены.",
        "Они встретились в зале после обеда.",
        "Стадионы Германии готовы.",
    ],
)
def test_what_is_no_venue(text: str) -> None:
    assert names(text) == []


def test_a_building_that_speaks_is_no_venue() -> None:
    document = read("В Смольном заявили о планах. Гостей приняли в Смольном.")
    mentions = [m.start for f in document.facilities() for m in f.mentions]
    assert mentions == [document.text.rindex("Смольном")]


def test_the_region_in_an_adjective_stays_a_region() -> None:
    document = read("Поезд пришёл на Казанский вокзал.")
    assert [f.name for f in document.facilities()] == ["Казанский вокзал"]
    assert all(m.kind == "adjective" for r in document.regions() for m in r.mentions)


def test_the_town_of_an_airport_stays_a_town() -> None:
    document = read("Самолёт сел в аэропорту Самары.")
    assert [r.name for r in document.regions()] == ["Самара"]
