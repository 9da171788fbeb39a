"""For whom people stand whose posts do not say it, and whose acts common words mean."""

from __future__ import annotations

from functools import cache

import pytest

import pipeline
from pipeline import Extractor
from schemas import ArticleRecord, Person

from .people import people


@cache
def extractor() -> Extractor:
    return pipeline.load()


def parties(record: ArticleRecord) -> list[set[str]]:
    names = {e.id: e.name for e in record.entities}
    return [{names[p] for p in o.parties} for o in record.outcomes]


STANDING = [
    ("Губернатор беседовал с омским коллегой Анной Ким.", "Омская область"),
    ("Министр Литвы беседовал с коллегой из Латвии Анной Ким.", "Латвия"),
    ("Мэр беседовал с владельцем компании «Волна» Анной Ким.", "компания «Волна»"),
    ("На совет приехали мэр Пскова Пётр Зимин и Анна Ким (Мордовия).", "Республика Мордовия"),
    ("Омскую область на совете представляла Анна Ким.", "Омская область"),
    ("Приехала делегация Омской области. Её возглавила Анна Ким.", "Омская область"),
    ("Прибыла делегация вьетнамской провинции Аньхой во главе с Анной Ким.", "Аньхой"),
    ("Анна Ким | Вологда\n\nСегодня обсуждали дороги.", "Вологда"),
    ("Анна Ким\nканал вице-губернатора Омской области\n\nОбсуждали дороги.", "Омская область"),
]


@pytest.mark.parametrize(("text", "side"), STANDING)
def test_whom_somebody_without_an_office_stands_for(text: str, side: str) -> None:
    assert [e.name for e in people(text)["Анна Ким"].speaks_for] == [side]


def test_a_colleague_told_of_later_is_not_the_president_told_before() -> None:
    text = (
        "Президент Азербайджана принял министра энергетики Туркменистана Довлета Атаева. Затем "
        "Атаев провёл переговоры с азербайджанским коллегой Рустамом Велизаде."
    )
    assert [m.kind for m in people(text)["Рустам Велизаде"].mentions] == ["name"]


def test_posts_of_two_lands_go_one_by_one_to_the_names() -> None:
    record = extractor()(
        "Главы МИД России и Венгрии Сергей Лосев и Петер Надь обсудили расширение станции."
    )
    assert parties(record) == [{"Россия", "Венгрия"}]


def test_the_page_says_whose_governor_it_is() -> None:
    record = extractor()(
        "Официальный портал Правительства Амурской области\n\n05 ноября 2025\n\n"
        "Губернатор принял гостей\n\nГубернатор Пётр Зимин встретился с мэром Хэйхэ Ли Веем. "
        "Зимин предложил открыть рейс."
    )
    assert parties(record) == [{"Амурская область"}]


def test_a_name_swallowed_no_place() -> None:
    text = "Приехала делегация провинции Хубэй. С ней прибыл вице-губернатор Хубэя Чэнь Вэйго."
    (position,) = people(text)["Чэнь Вэйго"].positions
    assert [o.name for o in position.of] == ["Хубэй"]


LEAD = "Глава Пензы Олег Денисов встретился с мэром Могилёва Владимиром Цумаревым. "
ACTS = [
    ("Могилёвский градоначальник предложил открыть магазин.", {"Могилев"}),
    ("Могилевчане предложили открыть магазин.", {"Могилев"}),
    ("Градоначальники договорились открыть магазин.", {"Могилев", "Пенза"}),
]


@pytest.mark.parametrize(("sentence", "sides"), ACTS)
def test_whose_act_a_common_word_means(sentence: str, sides: set[str]) -> None:
    assert parties(extractor()(LEAD + sentence)) == [sides]


def test_he_is_not_the_one_who_is_met_in_the_same_clause() -> None:
    record = extractor()(
        "Посол Ирана Казем Джалали посетил Астраханскую область. На встрече с губернатором "
        "Игорем Бабушкиным он пригласил предпринимателей на выставку в Тегеран."
    )
    assert parties(record) == [{"Иран"}]


def test_orders_of_nobody_named_are_those_of_the_highest_who_met() -> None:
    record = extractor()(
        "Губернатор Псковской области Дарья Климук провела совещание с министром ЖКХ Олегом "
        "Фоминым. Фомин доложил о котельных. Главе Островского района Василию Дрозду поручено "
        "найти подрядчика."
    )
    names = {e.id: e.name for e in record.entities}
    (order,) = [o for o in record.outcomes if o.act == "instructed"]
    assert names[order.speaker or ""] == "Дарья Климук"


def test_a_body_that_sat_is_bound_not_those_who_came() -> None:
    record = extractor()(
        "Бассейновый совет Суры провёл заседание в Саранске, на него приехали губернатор "
        "Пензенской области Олег Мельников и глава Мордовии Артём Здунов. Совет утвердил "
        "программу расчистки русла."
    )
    assert parties(record) == [{"Бассейновый совет Суры"}]


def test_a_post_under_its_writers_name_speaks_for_him() -> None:
    record = extractor()(
        "Глеб Титов\n\nСегодня встретились с главой Чувашии Олегом Николаевым. Договорились "
        "вместе строить мост через Суру."
    )
    assert any(isinstance(e, Person) and e.last == "Титов" for e in record.entities)
    assert parties(record) == [{"Глеб Титов", "Чувашская Республика"}]


def test_a_place_told_by_its_noun_is_nobody_when_it_stands_alone() -> None:
    record = extractor()(
        "Иркутская область и власти аймака Хувсгел договорились открыть пункт пропуска. Хувсгел "
        "поставит будки."
    )
    assert parties(record)[0] == {"Иркутская область", "Хувсгел"}
    assert not any(isinstance(e, Person) for e in record.entities)


FACED = [
    ("Губернатор Омской области Пётр Зимин попросил Минск прислать тракторы.", {"Белоруссия"}),
    ("«Белоруссия готова поставить Омской области тракторы», – сказал он.", {"Омская область"}),
]


@pytest.mark.parametrize(("sentence", "faced"), FACED)
def test_whom_an_act_faces(sentence: str, faced: set[str]) -> None:
    record = extractor()("Премьер Белоруссии Яков Тур посетил Омскую область. " + sentence)
    names = {e.id: e.name for e in record.entities}
    assert {names[a] for o in record.outcomes for a in o.addressee} == faced


def test_who_told_of_it_in_the_next_sentence_speaks_for_the_party() -> None:
    record = extractor()(
        "Омская область готова принять студентов из Минска. Об этом на встрече с послом "
        "Белоруссии Яковом Туром сообщил губернатор Омской области Пётр Зимин."
    )
    names = {e.id: e.name for e in record.entities}
    assert [names[o.speaker or ""] for o in record.outcomes] == ["Пётр Зимин"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Начали с Минтранса. С министром Петром Лопатиным говорили о мосте.", "Минтранс"),
        (
            "Иркутская область ждёт гостей из аймака Хувсгел. Иркутская область вела переговоры "
            "с губернатором аймака Петром Лопатиным.",
            "Хувсгел",
        ),
    ],
)
def test_whose_a_bare_post_is_by_what_was_told_before(text: str, owner: str) -> None:
    (position,) = people(text)["Пётр Лопатин"].positions
    assert [o.name for o in position.of] == [owner]


def test_an_adjective_of_two_lands_says_for_whom_two_people_signed() -> None:
    record = extractor()(
        "Президент США Роберт Грин рад. Российско-американский договор по ракетам подписан "
        "Дмитрием Лосевым и Робертом Грином."
    )
    assert parties(record) == [{"Россия", "США"}]
