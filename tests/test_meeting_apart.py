"""Meetings whose pair and event word stand apart, or that are told by who judges them."""

from __future__ import annotations

import pytest

from .reading import met, read, told

ARRE, LUND, ROSS = "Мигель Арре", "Эрик Лунд", "Анна Росс"
CHILI, NORWAY = "министр культуры Чили Мигель Арре", "министр культуры Норвегии Эрик Лунд"

SIGNED = [
    f"7 мая в Осло подписан протокол о музеях. В мероприятии приняли участие {CHILI} и {NORWAY}.",
    f"В Осло был подписан меморандум. Участие в церемонии приняли {CHILI} и {NORWAY}.",
    f"Соглашение подписано на форуме. При подписании присутствовали {CHILI} и {NORWAY}.",
    "Министр культуры Чили Мигель Арре подписал план обменов. Подписание документа с министром "
    "культуры Норвегии Эриком Лундом состоялось на полях форума.",
    "Подписание соглашения с министром культуры Норвегии Эриком Лундом состоялось на форуме. "
    f"От имени Чили подпись поставил {CHILI}.",
    f"М{CHILI[1:]} и {NORWAY} обменялись меморандумами о музеях.",
    f"Подписание соглашения состоялось на форуме. Документ скрепили подписями {CHILI} и {NORWAY}.",
]


@pytest.mark.parametrize("text", SIGNED)
def test_who_signed_is_told_in_another_sentence(text: str) -> None:
    assert met(text) == [("signing", [ARRE, LUND])]


def test_those_present_are_the_setting_of_a_signing() -> None:
    signed = f"Соглашение подписали {CHILI} и {NORWAY}."
    text = f"{signed} На церемонии присутствовала посол Чили Анна Росс."
    assert met(text) == [("signing", [ROSS, ARRE, LUND])]


THEN = [
    (f"М{CHILI[1:]} и {NORWAY} подписали план. Переговоры прошли в Осло.", "talks"),
    (f"М{CHILI[1:]} и {NORWAY} согласовали план. Беседа состоялась в Осло.", "meeting"),
]


@pytest.mark.parametrize(("text", "kind"), THEN)
def test_who_did_something_together_held_the_meeting_told_next(text: str, kind: str) -> None:
    assert met(text) == [(kind, [ARRE, LUND])]


NO_SIGNING = [
    f"М{CHILI[1:]} и {NORWAY} подписали план.",
    f"М{CHILI[1:]} и {NORWAY} подписали план. Встреча с журналистами прошла в Осло.",
    f"М{CHILI[1:]} и {NORWAY} подписали план. Встреча выпускников вуза состоялась в Осло.",
    "Президент Чили Мигель Арре подписал закон о музеях. В мероприятии участвовали депутат "
    "Эрик Лунд и сенатор Анна Росс.",
    "Чили и Норвегия обменялись нотами.",
]


@pytest.mark.parametrize("text", NO_SIGNING)
def test_a_signing_without_a_setting_is_no_meeting(text: str) -> None:
    assert met(text) == []


def test_one_signs_in_company() -> None:
    record = read("Мэр Лимы Мигель Арре с мэром Осло Эриком Лундом подписали план обменов.")
    names = {e.id: e.name for e in record.entities}
    assert [{names[p] for p in o.parties} for o in record.outcomes] == [{"Лима", "Осло"}]


JUDGED = [
    f"М{CHILI[1:]} назвал полезной встречу с министром Норвегии Эриком Лундом.",
    "Встречу с министром Норвегии Эриком Лундом президент Чили Мигель Арре назвал исторической.",
    "Президент Чили Мигель Арре остался доволен встречей с министром Норвегии Эриком Лундом.",
    "Президент Чили Мигель Арре высоко оценил беседу с министром Норвегии Эриком Лундом.",
    "Президент Чили Мигель Арре охарактеризовал разговор с послом Норвегии Эриком Лундом как "
    "откровенный.",
    "Президент Чили Мигель Арре рассказал о встрече с послом Норвегии Эриком Лундом.",
    "Президент Чили Мигель Арре раскрыл подробности беседы с послом Норвегии Эриком Лундом.",
    "Президент Чили Мигель Арре заявил, что встреча с послом Норвегии Эриком Лундом была полезной.",
    "По словам президента Чили Мигеля Арре, встреча с послом Норвегии Эриком Лундом была полезной.",
    "Анна Росс назвала полезной встречу президента Чили Мигеля Арре с послом Норвегии "
    "Эриком Лундом.",
]


@pytest.mark.parametrize("text", JUDGED)
def test_who_judges_a_meeting_with_another_was_there(text: str) -> None:
    assert [(m.status, m.sides) for m in told(text)] == [("held", [ARRE, LUND])]


NOT_JUDGED = [
    "Президент Чили Мигель Арре назвал преждевременной встречу с послом Норвегии Эриком Лундом.",
    "Президент Чили Мигель Арре считает важной предстоящую встречу с послом Эриком Лундом.",
    "Пресс-секретарь президента Мигель Арре назвал полезной беседу с послом Эриком Лундом.",
    "Политолог Мигель Арре назвал успешными переговоры с послом Норвегии Эриком Лундом.",
    "Министр Чили Мигель Арре прокомментировал слова о визите в Норвегию в июне.",
]


@pytest.mark.parametrize("text", NOT_JUDGED)
def test_a_judgement_of_what_was_not_held_or_of_others_is_no_meeting(text: str) -> None:
    assert met(text) == []


HEAD = "Президент Чили Мигель Арре встретился с послом Норвегии Эриком Лундом."
PRESENT = [
    f"{HEAD} Также на встрече была министр культуры Анна Росс.",
    f"{HEAD} На встрече также находилась министр культуры Анна Росс.",
    f"{HEAD} К разговору присоединилась министр культуры Анна Росс.",
    f"{HEAD} С чилийской стороны присутствовала министр культуры Анна Росс.",
    f"{HEAD} С норвежской стороны была также консул Анна Росс.",
    f"{HEAD} Участником встречи стала также министр культуры Анна Росс.",
    "Помимо президента Чили Мигеля Арре, во встрече участвовали посол Норвегии Эрик Лунд и "
    "министр культуры Анна Росс.",
    "Кроме президента Чили Мигеля Арре, в переговорах приняли участие посол Норвегии Эрик Лунд "
    "и министр культуры Анна Росс.",
    "Вместе с президентом Чили Мигелем Арре во встрече участвовали посол Норвегии Эрик Лунд и "
    "министр культуры Анна Росс.",
]


@pytest.mark.parametrize("text", PRESENT)
def test_who_else_was_there(text: str) -> None:
    assert [sorted(m.sides) for m in told(text)] == [[ROSS, ARRE, LUND]]


ONLY_NAMED = [
    f"{HEAD} На встрече были подведены итоги года, отметила министр культуры Анна Росс.",
    f"{HEAD} Также на площади были открыты выставки, рассказала министр культуры Анна Росс.",
]


@pytest.mark.parametrize("text", ONLY_NAMED)
def test_who_only_speaks_was_not_there(text: str) -> None:
    assert [m.sides for m in told(text)] == [[ARRE, LUND]]


GUESTS = [
    ("В Осло прилетел министр Чили Мигель Арре. С высокопоставленным гостем встретился", ARRE),
    ("В Осло приехал министр Чили Мигель Арре. С иностранцем беседовал", ARRE),
    ("Чилийская делегация посетила Осло. С гостями встретился", "Чили"),
]


@pytest.mark.parametrize(("text", "guest"), GUESTS)
def test_a_guest_is_whom_the_text_told_to_have_come(text: str, guest: str) -> None:
    assert met(f"{text} министр Норвегии Эрик Лунд.") == [("meeting", sorted([guest, LUND]))]


NEWCOMERS = [
    "с начальником главного управления Банка Чили. Мигель Арре вступил в эту должность в мае.",
    "с генеральным консулом Чили. Мигель Арре занимает этот пост с прошлого года.",
    "с новым послом Чили. Мигель Арре приступил к работе в сентябре.",
    "с новым министром спорта Чили. Мигель Арре был назначен на эту должность в марте.",
]


@pytest.mark.parametrize("text", NEWCOMERS)
def test_the_next_sentence_names_the_holder_of_a_post(text: str) -> None:
    text = f"Мэр Осло Эрик Лунд провёл встречу {text}"
    assert met(text) == [("meeting", [ARRE, LUND])]


SEATS = [
    ("Врио хокима Учкуприка Алишер Рахимов", "Алишер Рахимов"),
    ("Хоким Зомина Уткир Кенжаев", "Уткир Кенжаев"),
    ("Аким Каркаралинска Ерлан Кусаинов", "Ерлан Кусаинов"),
    ("Аким Нурова Ерлан Кусаинов", "Ерлан Кусаинов"),
]


@pytest.mark.parametrize(("official", "name"), SEATS)
def test_an_unknown_place_behind_a_post_is_no_part_of_the_name(official: str, name: str) -> None:
    text = f"{official} встретился с губернатором Пермского края Эриком Лундом."
    assert met(text) == [("meeting", sorted([name, LUND]))]


DEALS = [
    "Фирмы «Луч» (Чили) и «Заря» (Норвегия) заключили соглашение о лесе. Подписание состоялось "
    "на форуме.",
    "Завод «Луч» и холдинг «Заря» заключили соглашение о лесе на выставке в Осло.",
]


@pytest.mark.parametrize("text", DEALS)
def test_firms_sign_at_an_event(text: str) -> None:
    ((kind, sides),) = met(text)
    assert kind == "signing"
    assert [s.split("«")[-1].rstrip("»") for s in sides] in (["Заря", "Луч"], ["Луч", "Заря"])


def test_a_sportsman_signs_no_official_paper() -> None:
    text = "Клуб «Заря» и нападающий Мигель Арре заключили контракт на стадионе в Осло."
    assert met(text) == []


BETWEEN = [
    ("Соглашение о лесе заключено между Чили и Норвегией.", "done"),
    ("Договор о лесе между Чили и Норвегией продлён до 2030 года.", "done"),
    ("Чили и Норвегия готовят меморандум о лесе.", "intended"),
]


@pytest.mark.parametrize(("text", "status"), BETWEEN)
def test_whose_a_paper_is(text: str, status: str) -> None:
    record = read(text)
    names = {e.id: e.name for e in record.entities}
    (paper,) = record.outcomes
    assert (paper.act, paper.status) == ("signed", status)
    assert {names[p] for p in paper.parties} == {"Чили", "Норвегия"}


EVENTS = [
    f"М{CHILI[1:]} и {NORWAY} подписали план. Мероприятие прошло на площадке форума.",
    "Подписание плана прошло с участием президента Чили Мигеля Арре и посла Эрика Лунда.",
]


@pytest.mark.parametrize("text", EVENTS)
def test_the_event_or_those_present_are_the_setting_of_a_signing(text: str) -> None:
    assert met(text) == [("signing", [ARRE, LUND])]


def test_who_watched_a_ceremony_was_there() -> None:
    signed = f"М{CHILI[1:]} и {NORWAY} подписали план на форуме."
    text = f"{signed} За церемонией наблюдала посол Анна Росс."
    assert met(text) == [("signing", [ROSS, ARRE, LUND])]
