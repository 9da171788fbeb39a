"""Regions: the registry's data, names in any case, aliases, adjectives, what settles a choice."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from pipeline.article import InputArticle
from pipeline.document import Document
from pipeline.drafts import RegionDraft
from pipeline.knowledge import Lexicon
from pipeline.knowledge.regions import RegionsLexicon
from pipeline.knowledge.registry import Registry
from pipeline.stages.names import NamesStage
from pipeline.stages.regions import RegionsStage

from .handmade import models, parsed

LEXICON = Lexicon()
NAMES, REGIONS = NamesStage(models()), RegionsStage(LEXICON)
SUBJECTS = [p for p in LEXICON.read(RegionsLexicon).place if p.level == "subject"]


def read(text: str, *, source: str | None = None) -> Document:
    document = parsed(text)
    document.article = InputArticle(text, source=source)
    NAMES.process(document)
    REGIONS.process(document)
    return document


def regions(text: str) -> list[RegionDraft]:
    return read(text).regions()


def only(text: str) -> RegionDraft:
    found = regions(text)
    assert len(found) == 1, [r.name for r in found]
    return found[0]


def test_all_subjects_are_there_with_their_codes_and_capitals() -> None:
    assert len(SUBJECTS) == 89
    for subject in SUBJECTS:
        assert re.fullmatch(r"(RU|UA)-[A-Z0-9]{2,3}", subject.code or ""), subject.id
        assert subject.country == (subject.code or "")[:2]
        assert re.fullmatch(r"\d\d", subject.okato or ""), subject.id
        assert re.fullmatch(r"Q\d+", subject.wikidata or ""), subject.id
        assert subject.capital, subject.id
        assert subject.names or subject.adjectives, subject.id
    for codes in ([s.code for s in SUBJECTS], [s.wikidata for s in SUBJECTS]):
        assert len(set(codes)) == 89
    shared = [c for c, n in Counter(s.okato for s in SUBJECTS).items() if n > 1]
    # Two autonomous districts lie in Tyumen region, one in Arkhangelsk region.
    assert sorted(map(str, shared)) == ["11", "71"]


def test_every_subject_is_found_by_its_official_name() -> None:
    registry = Registry.of(LEXICON)
    for subject in SUBJECTS:
        words = re.findall(r"[\w-]+|[^\w\s]", subject.name)
        assert registry.find(*words)[0].id == subject.id, subject.name


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            "Делегация прибыла из Ямало-Ненецкого автономного округа.",
            "Ямало-Ненецкий автономный округ",
            "RU-YAN",
        ),
        ("Урожай собрали на Кубани.", "Краснодарский край", "RU-KDA"),
        ("Снег выпал на Колыме.", "Магаданская область", "RU-MAG"),
        ("Гости приехали из 47-го региона.", "Ленинградская область", "RU-LEN"),
        ("Туристы едут в Северную столицу.", "Санкт-Петербург", "RU-SPE"),
        ("Дорогу строят в ХМАО.", "Ханты-Мансийский автономный округ — Югра", "RU-KHM"),
        ("Он родом из Тамбовщины.", "Тамбовская область", "RU-TAM"),
        ("Губернатор Приангарья уехал.", "Иркутская область", "RU-IRK"),
        ("Зима пришла к Прибайкалью.", "Иркутская область", "RU-IRK"),
        ("Лес везут из Поднебесной.", "Китай", "CN"),
        ("Завод откроют в Гомельской области.", "Гомельская область", "BY-HO"),
        ("Гостей ждут в провинции Хэйлунцзян.", "Хэйлунцзян", "CN-HL"),
        ("Самолёт летит в Кот-д’Ивуар.", "Кот-д’Ивуар", "CI"),
    ],
)
def test_a_place_by_any_of_its_names_and_its_code(text: str, name: str, code: str) -> None:
    region = only(text)
    assert (region.name, region.code) == (name, code)


def test_names_aliases_and_adjectives_are_one_entity_with_kinds() -> None:
    text = "Петербург ждёт гостей. Северная столица готова. Петербургские музеи открыты."
    assert [m.kind for m in only(text).mentions] == ["name", "alias", "adjective"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("На приёме был нижегородский губернатор.", "Нижегородская область"),
        ("С омичами встретился министр.", "Омская область"),
        ("Открылась татарстанская ярмарка.", "Республика Татарстан"),
    ],
)
def test_adjectives_and_demonyms(text: str, name: str) -> None:
    region = only(text)
    assert (region.name, region.mentions[0].kind) == (name, "adjective")


def test_a_compound_adjective_names_two_countries() -> None:
    assert [r.code for r in regions("Открыт российско-монгольский центр.")] == ["RU", "MN"]


def test_joined_regions_share_their_head() -> None:
    found = regions("Соглашение Минской и Гродненской областей.")
    assert [r.code for r in found] == ["BY-MI", "BY-HR"]


def test_a_state_that_is_no_more_has_no_code() -> None:
    region = only("Он вырос в Советском Союзе.")
    assert (region.name, region.level, region.code) == ("СССР", "country", None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("В Душанбе прошёл форум. Президент РТ открыл его.", "TJ"),
        ("В Казани прошёл форум. Раис РТ открыл его.", "RU-TA"),
        ("В Бурятии выпал снег. Глава РБ поехал на Байкал.", "RU-BU"),
        ("Казахстан ждёт гостей. Министр РК готов.", "KZ"),
    ],
)
def test_the_text_settles_an_abbreviation(text: str, code: str) -> None:
    abbreviation = max(
        (m.start, r) for r in regions(text) for m in r.mentions if text[m.start : m.stop].isupper()
    )[1]
    assert abbreviation.code == code


def test_the_domain_settles_an_abbreviation() -> None:
    document = read("Министр РТ открыл школу.", source="https://news.example.tj/1")
    assert [r.code for r in document.regions()] == ["TJ"]


def test_an_abbreviation_that_nothing_settles_has_a_warning() -> None:
    document = read("Министр РБ открыл школу.")
    assert [w.code for w in document.warnings] == ["ambiguous_region"]
    assert [r.code for r in document.regions()] == [None]


def test_a_bare_noun_for_a_place_is_no_name() -> None:
    assert regions("Область и Республика условились о поставках.") == []


def test_a_committee_is_no_region() -> None:
    assert regions("Об этом сообщили в СК.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Токио и Пекин договорились о квотах.",
        "Позиция Токио не изменилась.",
        "Токио осудил решение.",
        "Токио и Пекин намерены снять пошлины.",
    ],
)
def test_a_capital_that_acts_is_its_state(text: str) -> None:
    kinds = {r.code: r.mentions[0].kind for r in regions(text)}
    assert kinds["JP"] == "alias"


@pytest.mark.parametrize("text", ["Форум прошёл в Токио.", "Мэр Токио открыл выставку."])
def test_a_capital_where_something_happens_is_the_city(text: str) -> None:
    assert [r.level for r in regions(text)] == ["city"]


@pytest.mark.parametrize(
    "text",
    [
        "Он приехал в Белый зал дворца.",
        "Депутаты сообщили, что Дума обсудит поправки.",
        "Игрок клуба «Бавария» забил гол.",
    ],
)
def test_words_that_only_look_like_places(text: str) -> None:
    assert [r.name for r in regions(text)] == []


def test_a_wider_name_is_another_place() -> None:
    assert [r.name for r in regions("Он летал в Южную Америку.")] == ["Южная Америка"]


def test_a_town_of_several_is_the_one_whose_subject_is_named() -> None:
    found = regions(
        "В Липецкой области открыли школу. Школа стоит в Советском районе города Данков."
    )
    assert next(r.name for r in found) == "Липецкая область"
    assert {r.country for r in found} <= {"RU", None}


def test_a_body_that_only_a_region_has_is_not_of_its_town() -> None:
    document = read("Встречу провёл Гомельский облисполком, в Гомель поехал мэр.")
    assert [r.name for r in document.regions()] == ["Гомельская область", "Гомель"]


def test_a_capital_asked_by_another_is_its_state() -> None:
    document = read("Ханой попросил Минск увеличить поставки удобрений.")
    assert [r.name for r in document.regions()] == ["Вьетнам", "Белоруссия"]
    document = read("Посол попросил Минск показать ему.")
    assert [r.name for r in document.regions()] == ["Минск"]


@pytest.mark.parametrize("name", ["Хэфэй", "Шицзячжуан", "Дунгуань", "Фошань", "Хэйхэ", "Сянъян"])
def test_towns_of_china_stand_as_the_news_writes_them(name: str) -> None:
    found = regions(f"Делегация прибыла в {name} и уехала из города {name}.")
    assert [r.name for r in found] == [name]
    assert found[0].country == "CN"
