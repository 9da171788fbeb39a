"""Which matches are no outcomes: home politics, crowds, private posts, bare words."""

from __future__ import annotations

import pytest

from pipeline import InputArticle, load
from pipeline.document import Document

EXTRACTOR = load()
AT_HOME = (
    "Президент Франции Лоран Дюбуа встретился с премьер-министром Франции Полем Маршаном. "
    "Беседа прошла в Париже. "
)
ABROAD = (
    "Президент Франции Лоран Дюбуа встретился с президентом Сербии Миланом Станичем. "
    "Беседа прошла в Париже. "
)


def explained(text: str) -> Document:
    return EXTRACTOR.explain(InputArticle(text, id="a", source="a"))


def acts(text: str) -> list[str]:
    return [o.act for o in explained(text).outcomes]


def test_a_promise_inside_one_state_is_no_outcome_and_the_reason_is_told() -> None:
    document = explained(AT_HOME + "Маршан пообещал сократить расходы.")
    assert not document.outcomes
    assert document.trace is not None
    said = [n.message for n in document.trace.notes if n.stage == "outcomes"]
    assert "promise: all inside one state" in said


def test_a_promise_to_another_state_is_an_outcome() -> None:
    assert acts(ABROAD + "Станич пообещал сократить пошлины.") == ["offered"]


def test_two_people_of_one_state_discuss_as_themselves() -> None:
    (found,) = explained(AT_HOME + "Они обсудили ремонт дорог.").outcomes
    assert [p.name for p in found.parties] == ["Лоран Дюбуа", "Поль Маршан"]


NO_ACTS = [
    pytest.param("Жители Франции потребовали от Сербии открыть границу.", id="a crowd acts"),
    pytest.param("Сербы потребовали от Франции открыть границу.", id="a people without a meeting"),
    pytest.param("Президент Сербии Станич призвал избирателей не уезжать.", id="to a crowd"),
    pytest.param(
        "Лидер сербской оппозиции Милан Станич призвал Францию закрыть границу.",
        id="an opposition",
    ),
    pytest.param(
        "Партия «Новый берег» провела заседание. Было решено раздать листовки.", id="a party"
    ),
    pytest.param(
        "Начальник полиции Парижа Поль Маршан рекомендовал правительству закрыть вокзал.",
        id="advice upwards",
    ),
    pytest.param(
        "Президент Франции Лоран Дюбуа пообещал Сербии прекратить поставки газа.", id="a threat"
    ),
]


@pytest.mark.parametrize("text", NO_ACTS)
def test_no_act_between_sides(text: str) -> None:
    assert acts(text) == []


def test_the_same_demand_of_a_state_counts() -> None:
    assert acts("Сербия потребовала от Франции открыть границу.") == ["proposed"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Если Станич уступит и согласится открыть рейс, поезд отменят.", id="if"),
        pytest.param("Стороны обсудили этот и другие вопросы.", id="only points"),
        pytest.param("Поправки касались пошлин.", id="a paper concerns"),
    ],
)
def test_nothing_was_settled(sentence: str) -> None:
    assert acts(ABROAD + sentence) == []
