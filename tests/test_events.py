"""Named public events: numerals, years, quotes, abbreviations, and what is no event."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.drafts import EventDraft
from pipeline.knowledge import Lexicon
from pipeline.stages.events import EventsStage
from pipeline.stages.names import NamesStage
from pipeline.stages.organizations import OrganizationsStage
from pipeline.stages.regions import RegionsStage

from .handmade import models, parsed

LEXICON = Lexicon()
STAGES = (
    NamesStage(models()),
    RegionsStage(LEXICON),
    OrganizationsStage(LEXICON),
    EventsStage(LEXICON),
)


def read(text: str) -> Document:
    document = parsed(text)
    for stage in STAGES:
        stage.process(document)
    return document


def events(text: str) -> list[EventDraft]:
    return read(text).events()


def only(text: str) -> EventDraft:
    found = events(text)
    assert len(found) == 1, [e.name for e in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Гости приехали на XII Волжский форум.", "XII Волжский форум", "forum"),
        ("В Уфе открылась выставка «Мир леса».", "выставка «Мир леса»", "exhibition"),
        ("Он едет на Консультативную встречу глав Азии.", None, "summit"),
        ("Делегация едет на саммит ШОС.", "саммит ШОС", "summit"),
        ("В мае пройдут Дни культуры Тувы.", "Дни культуры Тувы", "festival"),
        ("Начался 5-й фестиваль «Белый парус».", "5-й фестиваль «Белый парус»", "festival"),
        ("Ветераны помнят войну во Вьетнаме.", "война во Вьетнаме", "other"),
        ("Завод покажет станки на Агросалоне-2024.", None, "other"),
    ],
)
def test_a_name_with_its_kind(text: str, name: str | None, kind: str) -> None:
    event = only(text)
    assert event.kind == kind
    assert name is None or event.name == name


def test_an_abbreviation_with_a_year_gives_the_full_event() -> None:
    event = only("Министр выступил на ПМЭФ-2025.")
    assert event.name == "Петербургский международный экономический форум"
    assert (event.short_name, event.year) == ("ПМЭФ", 2025)


def test_two_years_of_one_event_are_two() -> None:
    found = events("На ПМЭФ-2023 договор готовили, на ПМЭФ-2024 подписали.")
    assert [e.year for e in found] == [2023, 2024]


def test_a_bare_forum_is_the_one_named_before() -> None:
    text = "В Сочи открылся Кубанский экономический форум. На форум приехали трое послов."
    event = only(text)
    assert [text[m.start : m.stop] for m in event.mentions] == [
        "Кубанский экономический форум",
        "форум",
    ]
    assert event.mentions[1].kind == "role"


def test_a_bare_forum_after_its_abbreviation_is_the_same() -> None:
    text = "Делегация прибыла на ПМЭФ. Участники форума подписали план."
    assert [m.kind for m in only(text).mentions] == ["name", "role"]


def test_an_abbreviation_in_brackets_names_the_event_from_then_on() -> None:
    text = "Открылся Хакасский инвестиционный форум (ХИФ). Участники ХИФ посетили завод."
    event = only(text)
    assert event.short_name == "ХИФ"
    assert len(event.mentions) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Состоялось рабочее совещание по итогам года.",
        "Законопроект поддержал Конгресс США.",
        "Заседание открыл секретарь Форума стран-экспортёров газа.",
        "Поезд прибыл на площадь Восстания.",
        "Город принял Стратегию-2030.",
        "Съезд «Спартака» назначен на май.",
        "Стенд собрали в Крокус Экспо.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert [e.name for e in events(text)] == []


def test_a_club_beside_a_tournament_stays_a_club() -> None:
    document = read("По итогам турнира «Спартак» занял третье место. Тренер «Спартака» доволен.")
    assert document.events() == []
    assert [o.name for o in document.organizations()] == ["Спартак"]


def test_a_foreign_title_after_the_head_is_the_event_and_no_body() -> None:
    document = read("В Уфе открылся XI форум молодых учёных U-NOVUS.")
    assert document.organizations() == []
    assert [e.name for e in document.events()] == ["XI форум молодых учёных U-NOVUS"]
