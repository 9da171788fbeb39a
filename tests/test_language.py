"""Russian is told from other languages, those written in Cyrillic included."""

from __future__ import annotations

import pytest

from pipeline.nlp.language import is_russian


@pytest.mark.parametrize(
    "text",
    [
        "Президент Казахстана встретился с акимом области.",
        "Компания Glencore и группа Yildirim Holding подписали меморандум о поставках угля.",
        "Глава Башкортостана принял Әлфиә Хәсәнову и поздравил мастеров вышивки с праздником, "
        "после чего осмотрел выставку в доме культуры и поговорил с директором музея о ремонте.",
    ],
)
def test_russian(text: str) -> None:
    assert is_russian(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345 — ?!",
        "The governor met with the mayor and they agreed to open a flight.",
        "Қазақстан Республикасының Президенті Венгрия премьер-министрімен кездесті.",
        "Президент України зустрівся з прем'єр-міністром Польщі у Києві.",
        "Прэзідэнт Беларусі сустрэўся з губернатарам вобласці.",
        "Республика Башлығы бөгөн ҡала хакимиәтендә кәңәшмә үткәрҙе.",
    ],
)
def test_not_russian(text: str) -> None:
    assert not is_russian(text)
