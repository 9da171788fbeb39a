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
