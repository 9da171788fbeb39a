"""Whose act it is: parties, speaker and addressee in whole sentences, read as we ship it."""

from __future__ import annotations

import pytest

from .reading import read


def parties(text: str) -> list[tuple[str, list[str]]]:
    """Act and parties of every outcome of an article, the parties in alphabetical order."""
    record = read(text)
    names = {e.id: e.name for e in record.entities}
    return [(o.act, sorted(names[p] for p in o.parties)) for o in record.outcomes]


PARTIES = [
    # The words of a turnover name its sides, whoever met.
    (
        "Глава Тамбовской области Максим Дорохов встретился с послом России в Индонезии Сергеем "
        "Толченовым. Он отметил, что товарооборот между Тамбовской областью и Индонезией вырос.",
        "cooperates",
        ["Индонезия", "Тамбовская область"],
    ),
    # A vice-governor is of the region of the text.
    (
        "В правительстве Рязанской области прошла встреча с послом Кубы. Вице-губернатор Роман "
        "Щеглов предложил создать рабочую группу.",
        "proposed",
        ["Рязанская область"],
    ),
    # «Предприятие» is the firm told of before; its owner speaks for it.
    (
        "Завод «Миасс» просит субсидию. С губернатором Челябинской области Алексеем Текслером "
        "встретился владелец предприятия Игорь Шипилов. Стороны обсудили строительство цеха.",
        "discussed",
        ["Завод «Миасс»", "Челябинская область"],
    ),
    # A Latin letter typed for a Cyrillic one.
    (
        "Губернатор Псковской области Иван Петров провёл переговоры c министром энергетики "
        "Грузии Нугзаром Кобалавой. Стороны обсудили поставки мандаринов.",
        "discussed",
        ["Грузия", "Псковская область"],
    ),
    # Within one state a minister stands for his ministry, named in the text or only by his post …
    (
        "Глава Бурятии Баир Цыренов встретился с министром транспорта России Глебом Нечипоренко. "
        "Стороны договорились продлить ремонт моста. Об этом сообщили в Минтрансе.",
        "agreed",
        ["Минтранс", "Республика Бурятия"],
    ),
    (
        "Глава Бурятии Баир Цыренов встретился с министром транспорта России Глебом Нечипоренко. "
        "Стороны договорились продлить ремонт моста.",
        "agreed",
        ["Республика Бурятия", "министерство транспорта России"],
    ),
    # … before another state for his own; a president always does.
    (
        "Министр сельского хозяйства РФ Оксана Лунина и министр сельского хозяйства Ирана Реза "
        "Нури обсудили поставки ячменя.",
        "discussed",
        ["Иран", "Россия"],
    ),
    (
        "Президент России Павел Громов и губернатор Псковской области Михаил Рудаков обсудили "
        "газификацию.",
        "discussed",
        ["Псковская область", "Россия"],
    ),
    # A plural post with its names.
    (
        "Губернатор Тверской области Виталий Лосев обсудил с заместителями председателя "
        "правительства РФ Виталием Савиным и Юрием Чайкой ремонт обхода.",
        "discussed",
        ["Тверская область", "правительство РФ"],
    ),
    # What is joined to a firm hangs on the common noun before its name.
    (
        "Наш кабельный гигант «Кирскабель» и Ферганский завод трансформаторов заключили соглашение "
        "о кооперации.",
        "signed",
        ["Кирскабель", "Ферганский завод трансформаторов"],
    ),
    # Bodies in the plural are no one body.
    (
        "Администрации Вологды и Бреста подписали соглашение о побратимстве.",
        "signed",
        ["Брест", "Вологда"],
    ),
    (
        "Торгово-промышленные палаты Омана и Ярославской области подписали соглашение.",
        "signed",
        ["Оман", "Ярославская область"],
    ),
]


@pytest.mark.parametrize(("text", "act", "sides"), PARTIES)
def test_parties(text: str, act: str, sides: list[str]) -> None:
    assert (act, sides) in parties(text)


def test_what_two_sides_did_is_nobodys_own_word() -> None:
    text = (
        "Мэр Вельска Ольга Рябова приняла мэра Няндомы Тимура Галеева. «Мы договорились открыть "
        "рейс», – сказала Рябова. Она предложила провести в Вельске ярмарку."
    )
    record = read(text)
    names = {e.id: e.name for e in record.entities}
    speakers = {o.act: o.speaker and names[o.speaker] for o in record.outcomes}
    assert speakers == {"agreed": None, "proposed": "Ольга Рябова"}
