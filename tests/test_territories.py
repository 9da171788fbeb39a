"""Officials whose region is not told beside their post get it from its rank."""

from __future__ import annotations

from functools import cache

import pytest

import pipeline
from pipeline import Extractor
from schemas import Person


@cache
def extractor() -> Extractor:
    return pipeline.load()


def owners(text: str, name: str) -> list[str]:
    """Names of whose posts the person holds."""
    record = extractor()(text)
    names = {e.id: e.name for e in record.entities}
    (person,) = (e for e in record.entities if isinstance(e, Person) and e.last == name)
    return [names[owner] for position in person.positions for owner in position.of]


GUESTS = "Делегация провинции Хунань приехала в Кировскую область. "


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Гостей принял вице-губернатор Пётр Громов.", "Кировская область"),
        (
            "Гостей принял заместитель председателя областного правительства Пётр Громов.",
            "Кировская область",
        ),
        ("С ними обедал министр ЖКХ региона Пётр Громов.", "Кировская область"),
    ],
)
def test_the_rank_of_a_post_tells_its_region(sentence: str, owner: str) -> None:
    assert owners(GUESTS + sentence + " Кировская область ждёт новых гостей.", "Громов") == [owner]


def test_the_region_of_the_sentence_comes_before_the_articles() -> None:
    text = (
        "Кировская область провела съезд. Кировская область рада гостям. "
        "Псковскую область на нём представляла вице-губернатор Анна Громова."
    )
    assert owners(text, "Громова") == ["Псковская область"]


def test_two_who_hold_like_posts_are_not_of_one_region() -> None:
    text = "Мэр Вологды Иван Лопатин принял мэра Петра Громова. Вологда рада. Вологда ждёт друзей."
    assert owners(text, "Громов") == []


def test_where_two_regions_are_told_alike_none_is_taken() -> None:
    text = (
        "Кировская область и Псковская область провели съезд. Кировская область рада, Псковская "
        "область тоже. На нём выступил вице-губернатор Пётр Громов."
    )
    assert owners(text, "Громов") == []


def test_a_post_of_no_rank_stays_without_an_owner() -> None:
    text = "В Кировской области побывал директор Пётр Громов. Кировская область рада."
    assert owners(text, "Громов") == []


def test_a_republic_may_be_a_country() -> None:
    text = (
        "В провинции Лонган построят завод. В июле гость посетит Узбекистан, где встретится с "
        "премьером республики Петром Громовым."
    )
    assert owners(text, "Громов") == ["Узбекистан"]


def test_a_minister_may_be_of_another_rank() -> None:
    text = (
        "Глава Бурятии Баир Доржиев прилетел в Москву. Его принял министр энергетики Иван Громов."
    )
    assert owners(text, "Громов") == []


def test_a_host_is_of_no_guests_region() -> None:
    text = "Делегация Псковской области была в Гродно. Гостей встретил председатель облисполкома"
    assert owners(f"{text} Пётр Громов.", "Громов") == []
