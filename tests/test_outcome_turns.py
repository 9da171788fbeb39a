"""Turns of phrase of press services that carry an act, each with the meeting it came of.

A case is a lead that tells of the meeting, what is told next, and the acts that come of it as
``(act, content)``.
"""

from __future__ import annotations

import pytest

from pipeline import InputArticle, load

EXTRACTOR = load()
ENVOY = "Губернатор Омской области Пётр Громов встретился с послом Сербии Драганом Станичем. "
STAFF = "Губернатор Омской области Пётр Громов провёл совещание с министром Иваном Бодровым. "


def acts(text: str) -> list[tuple[str, str]]:
    document = EXTRACTOR.explain(InputArticle(text, id="a", source="a"))
    return [(o.act, document.text[slice(*o.content)]) for o in document.outcomes]


TURNS = {
    "what the sides pencilled in": (
        ENVOY + "Стороны наметили совместные проекты в фармацевтике и деревообработке.",
        [("agreed", "совместные проекты в фармацевтике и деревообработке")],
    ),
    "ways pencilled in": (
        ENVOY + "На встрече намечены пути расширения торговли зерном.",
        [("agreed", "пути расширения торговли зерном")],
    ),
    "demand": (
        ENVOY + "Дипломат обозначил спрос на омскую муку и сгущённое молоко.",
        [("interested", "омскую муку и сгущённое молоко")],
    ),
    "telling of interest and of an invitation": (
        ENVOY + "Посол рассказал об интересе к покупке омских вездеходов, а также пригласил "
        "делегацию региона на выставку в Нови-Сад.",
        [
            ("interested", "покупке омских вездеходов"),
            ("invited", "выставку в Нови-Сад"),
        ],
    ),
    "the goods before who wants them": (
        ENVOY + "В продукции Омского лифтового завода заинтересовано руководство "
        "Белградского метрополитена.",
        [("interested", "продукции Омского лифтового завода")],
    ),
    "a duty laid upon somebody": (
        STAFF + "На Ивана Бодрова возложена обязанность объезжать стройки.",
        [("instructed", "объезжать стройки")],
    ),
    "control laid upon somebody": (
        STAFF + "Контроль за ремонтом катка возложен на Ивана Бодрова.",
        [("instructed", "Контроль за ремонтом катка")],
    ),
    "what a superior expects of his own": (
        STAFF + "От Ивана Бодрова губернатор ждёт до пятницы план ремонта стадионов.",
        [("instructed", "план ремонта стадионов")],
    ),
    "the other side expects": (
        ENVOY + "От губернатора посол ждёт перечень предприятий.",
        [("proposed", "перечень предприятий")],
    ),
    "a return visit": (
        ENVOY + "«Ждём вас с ответным визитом в мае», – сказал посол.",
        [("invited", "ответным визитом в мае")],
    ),
    "come to us": (
        ENVOY + "«Приезжайте к нам на День города», – предложил губернатор.",
        [("invited", "День города")],
    ),
    "signed copies": (
        "Мэр Твери Олег Юсов и мэр Хевеша Иштван Сабо обменялись подписанными экземплярами "
        "соглашения о дружбе.",
        [("signed", "подписанными экземплярами соглашения о дружбе")],
    ),
    "not left out": (
        ENVOY + "Речь шла о поставках угля, но не остались без внимания и другие отрасли, "
        "такие как логистика и медицина.",
        [
            ("discussed", "поставках угля"),
            ("discussed", "другие отрасли, такие как логистика и медицина"),
        ],
    ),
    "not passed by": (
        ENVOY + "Не обошли стороной и культурные связи.",
        [("discussed", "культурные связи")],
    ),
    "one topic with each": (
        "Глава Карелии Артур Лехтинен обсудил с вице-премьером Ларисой Добронравовой нацпроект "
        "«Семья», с министром спорта Маратом Бикташевым – строительство катка, а с главой "
        "Минтранса Глебом Нечипоренко – паромные переправы.",
        [
            ("discussed", "нацпроект «Семья»"),
            ("discussed", "строительство катка"),
            ("discussed", "паромные переправы"),
        ],
    ),
    "the next sentence says what": (
        ENVOY + "Стороны достигли договорённостей. Завод подыщет участок под склад в Омске.",
        [("agreed", "Завод подыщет участок под склад в Омске")],
    ),
    "who was named last": (
        "Мэр Читы Инна Серова переговорила с владельцем мясокомбината «Мах Импекс» Пурэвжавом. "
        "Тот готов принять на убой скот, но просит ветеринарные бумаги.",
        [("offered", "принять на убой скот"), ("proposed", "ветеринарные бумаги")],
    ),
    "to cooperate in a part": (
        "Завод «Вятка» и завод «Ангрен» заключили договор о поставках. Завод «Вятка» будет "
        "сотрудничать с заводом «Ангрен» в части обмена станками.",
        [
            ("signed", "договор о поставках"),
            ("planned", "сотрудничать с заводом «Ангрен» в части обмена станками"),
        ],
    ),
}


@pytest.mark.parametrize("name", TURNS)
def test_turn(name: str) -> None:
    text, wanted = TURNS[name]
    assert acts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENVOY + "Аналитики наметили три сценария роста.", id="somebody else's plans"),
        pytest.param(ENVOY + "Они возложили цветы к обелиску.", id="flowers"),
        pytest.param(STAFF + "Собственники обязаны чистить крыши.", id="are obliged, by nobody"),
        pytest.param(ENVOY + "Губернатор попросил передать привет мэру.", id="greetings"),
        pytest.param(ENVOY + "Стороны обменялись сувенирами.", id="souvenirs"),
        pytest.param(ENVOY + "В области высок спрос на дачи.", id="demand at home"),
        pytest.param(ENVOY + "Завод будет работать с перебоями.", id="with is no partner"),
    ],
)
def test_no_act(text: str) -> None:
    assert acts(text) == []
