"""Plain wordings of acts between two sides that met, from the text to the record's drafts."""

from __future__ import annotations

import pytest

from pipeline import InputArticle, load
from pipeline.drafts import OutcomeDraft

EXTRACTOR = load()
LEAD = "Губернатор Ярославской области Юрий Лопатин встретился с мэром Вологды Игорем Стрешневым. "


def told(sentences: str) -> list[tuple[OutcomeDraft, str]]:
    document = EXTRACTOR.explain(InputArticle(LEAD + sentences, id="a", source="a"))
    return [(o, document.text[slice(*o.content)]) for o in document.outcomes]


WORDINGS = [
    (
        "Ярославль и Вологда обменяются актёрами. Об этом договорились Лопатин и Стрешнев.",
        "agreed",
        "Ярославль и Вологда обменяются актёрами",
    ),
    (
        "Между городами пустят катер – такая договорённость достигнута на встрече.",
        "agreed",
        "Между городами пустят катер",
    ),
    (
        "Паромы пойдут с мая, условились Лопатин и Стрешнев.",
        "agreed",
        "Паромы пойдут с мая",
    ),
    (
        "Стороны ударили по рукам: ярмарка, которую ждут мастера, пройдёт в мае.",
        "agreed",
        "ярмарка, которую ждут мастера, пройдёт в мае",
    ),
    ("По итогам встречи принято решение о создании комиссии.", "agreed", "создании комиссии"),
    ("Стороны определили порядок обмена книгами.", "agreed", "порядок обмена книгами"),
    ("Мастера приедут к маю, пообещал Стрешнев.", "offered", "Мастера приедут к маю"),
    ("Лопатин пригласил хоры Вологды петь в соборе.", "invited", "петь в соборе"),
    ("Вологда может помочь с праздником.", "offered", "помочь с праздником"),
    ("Не обошли вниманием и ремонт мостов.", "discussed", "ремонт мостов"),
    (
        "Главный итог встречи – договорённость о ремонте моста.",
        "agreed",
        "договорённость о ремонте моста",
    ),
    ("Среди договорённостей – ремонт моста.", "agreed", "ремонт моста"),
    (
        "Вологда занимает первое место в торговле области.",
        "cooperates",
        "Вологда занимает первое место в торговле области",
    ),
    ("Отдельно остановились на ремонте дорог.", "discussed", "ремонте дорог"),
    ("Среди обсуждаемых тем — туризм и ремонт мостов.", "discussed", "туризм и ремонт мостов"),
    ("На обсуждение вынесли ремонт мостов.", "discussed", "ремонт мостов"),
    ("Стрешнев высказался за создание комиссии.", "proposed", "создание комиссии"),
    ("Предложено вместе построить мост.", "proposed", "вместе построить мост"),
    ("Стрешнев получил приглашение посетить Углич.", "invited", "посетить Углич"),
    ("«Ждём вас на ярмарке», – сказал Лопатин.", "invited", "ярмарке"),
    (
        "Вологодские мастера уже строят дом в Ярославской области.",
        "cooperates",
        "Вологодские мастера уже строят дом в Ярославской области",
    ),
    ("В планах – открытие катка в Вологде.", "planned", "открытие катка в Вологде"),
    ("Стороны вместе восстановят усадьбу.", "planned", "восстановят усадьбу"),
    ("До конца года будет создана совместная комиссия.", "planned", "создана совместная комиссия"),
    ("Стороны скрепили подписями договор о дружбе.", "signed", "договор о дружбе"),
    ("Стороны завизировали план мероприятий.", "signed", "план мероприятий"),
    ("Состоялся разговор о ремонте мостов.", "discussed", "ремонте мостов"),
    ("Стрешнев вызвался прислать каменщиков.", "offered", "прислать каменщиков"),
    (
        "«Мы могли бы вместе построить мост», – сказал Стрешнев.",
        "proposed",
        "вместе построить мост",
    ),
    ("Вологда покупает у Ярославской области моторы.", "cooperates", "моторы"),
    (
        "За год в Вологду ушло 300 тонн краски.",
        "cooperates",
        "За год в Вологду ушло 300 тонн краски",
    ),
    (
        "Ярославская область и Вологда обмениваются архивными книгами.",
        "cooperates",
        "архивными книгами",
    ),
    (
        "Ярославские инвестиции в Вологде превысили миллиард рублей.",
        "cooperates",
        "Ярославские инвестиции в Вологде превысили миллиард рублей",
    ),
    (
        "В октябре в Вологде откроется выставка ярославских художников.",
        "planned",
        "В октябре в Вологде откроется выставка ярославских художников",
    ),
]


@pytest.mark.parametrize(("sentence", "act", "content"), WORDINGS)
def test_act_and_content(sentence: str, act: str, content: str) -> None:
    ((found, said),) = told(sentence)
    assert (found.act, said) == (act, content)
    assert {p.name for p in [*found.parties, *found.addressee]} == {
        "Ярославская область",
        "Вологда",
    }


FAILED = [
    ("Договориться о цене сторонам так и не удалось.", "цене"),
    ("Компромисса по цене найти не удалось.", "цене"),
    ("Прийти к соглашению по цене не удалось.", "цене"),
    ("Переговоры о цене закончились безрезультатно.", "цене"),
]


@pytest.mark.parametrize(("sentence", "content"), FAILED)
def test_an_agreement_that_was_not_reached(sentence: str, content: str) -> None:
    denied = [said for o, said in told(sentence) if (o.act, o.status) == ("agreed", "denied")]
    assert [said.removeprefix("по ") for said in denied] == [content]


@pytest.mark.parametrize(
    "sentence",
    [
        "Вологда от рейса не отказалась.",
        "Вологда не стала отказываться от рейса.",
        "Жителей Вологды ждут на ярмарке.",
        "Стрешнев покинет Вологду в мае.",
        "Стороны обсудили некоторые вопросы.",
    ],
)
def test_no_act_at_all(sentence: str) -> None:
    assert told(sentence) == []


REFUSED = [
    ("Вологда не согласилась снизить сбор.", "agreed", "снизить сбор"),
    ("Вологда отвергла предложение снизить сбор.", "proposed", "снизить сбор"),
    ("Вологда прекратила закупки муки у Ярославской области.", "cooperates", "закупки муки у"),
]


@pytest.mark.parametrize(("sentence", "act", "content"), REFUSED)
def test_what_was_refused_or_ended(sentence: str, act: str, content: str) -> None:
    ((found, said),) = told(sentence)
    assert (found.act, found.status) == (act, "denied")
    assert said.startswith(content)


def test_a_hope_is_no_plan() -> None:
    assert told("Лопатин выразил надежду, что стороны откроют музей.") == []


def test_what_a_paper_is_for_binds_both_sides() -> None:
    paper = "Стороны подписали меморандум. "
    for sentence in (
        "Меморандум предполагает обмен книгами.",
        "Согласно документу, вологодские мастера помогут с обменом книгами.",
    ):
        ((_, _), (found, said)) = told(paper + sentence)
        assert found.act == "agreed"
        assert said.endswith("обменом книгами") or said == "обмен книгами"
        assert len(found.parties) == 2


def test_a_plan_to_discuss_is_a_discussion_to_come() -> None:
    ((found, said),) = told("Планируется обсудить ремонт мостов.")
    assert (found.act, found.status, said) == ("discussed", "intended", "ремонт мостов")


def test_a_post_without_a_name_stands_for_its_country() -> None:
    text = "Президент Ирана призвал Саудовскую Аравию возобновить переговоры."
    document = EXTRACTOR.explain(InputArticle(text, id="a", source="a"))
    (found,) = document.outcomes
    assert [p.name for p in found.parties] == ["Иран"]
    assert [a.name for a in found.addressee] == ["Саудовская Аравия"]


def test_goods_that_go_back_follow_a_supply() -> None:
    supply = "Ярославская область поставляет в Вологду моторы. "
    assert [said for _, said in told(supply + "Вывозят и краску.")] == ["моторы", "краску"]
    assert told("Вывозят и краску.") == []


def test_us_in_a_quote_is_the_speakers_side() -> None:
    ((found, _),) = told("«Вологда пригласила нас на ярмарку», – сказал Лопатин.")
    assert [p.name for p in found.parties] == ["Вологда"]
    assert [a.name for a in found.addressee] == ["Ярославская область"]


def test_a_bare_common_noun_names_the_side_that_bears_it() -> None:
    ((found, _),) = told("Область просила вернуть рейс.")
    assert [p.name for p in found.parties] == ["Ярославская область"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("В октябре откроется новый мост.", id="a plan that names no side"),
        pytest.param("Краны покупают неохотно.", id="nobody buys from anybody"),
        pytest.param("Своим мнением поделятся историки.", id="an opinion is no help"),
    ],
)
def test_no_act(sentence: str) -> None:
    assert told(sentence) == []


def test_what_nobody_named_ordered_was_ordered_by_the_body_that_sat() -> None:
    text = (
        "Состоялось заседание Постоянной комиссии МПА СНГ по культуре. "
        "Инициативу поддержали, а ее автору поручили до мая составить список."
    )
    document = EXTRACTOR.explain(InputArticle(text, id="a", source="a"))
    (found,) = document.outcomes
    assert found.act == "instructed"
    assert found.speaker is not None
    assert "комиссия" in found.speaker.name


def test_a_firm_beside_two_countries_is_no_third_side() -> None:
    text = (
        "Министр транспорта России Иван Орлов, министр транспорта Сербии Милан Станич и глава "
        "компании «Рельсы» Олег Белов провели переговоры. Достигнута договорённость о тарифах."
    )
    document = EXTRACTOR.explain(InputArticle(text, id="a", source="a"))
    (found,) = document.outcomes
    assert [p.name for p in found.parties] == ["Россия", "Сербия"]
