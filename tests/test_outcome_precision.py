"""What is no act between two sides, and where the content of one begins and ends."""

from __future__ import annotations

import pytest

from pipeline import InputArticle, load

EXTRACTOR = load()
LEAD = "Президент Сербии Милан Йович встретился с премьером Венгрии Петером Ковачем. "


def told(text: str) -> list[tuple[str, str, str]]:
    document = EXTRACTOR.explain(InputArticle(text, id="a", source="a"))
    return [(o.act, o.status, document.text[slice(*o.content)]) for o in document.outcomes]


NO_ACTS = [
    # A place of talk that is no meeting, a question, what is only needed.
    "В соцсетях и прессе обсуждались причины его приезда.",
    "Стоит ли Сербии соглашаться на условия Венгрии?",
    "Важно достичь договорённости о границе до зимы, отметил он.",
    "Нужно, чтобы стороны подписали договор о границе.",
    # A visit or a meeting to come is told as one.
    "Ожидается, что Ковач прилетит в Белград в мае.",
    "В мае лидеры проведут переговоры в Будапеште.",
    "Планируется, что в мае Йович должен провести совещание с послами.",
    "На 27 мая намечен саммит стран Дуная.",
    # Praise, a claim, a stance, a goal of one's own, an accepted invitation.
    "По его словам, Венгрия и Сербия дружат много лет.",
    "Премьер говорил, что Сербия остаётся надёжным другом Венгрии.",
    "Сербия выступает за справедливое урегулирование спора.",
    "Ставим перед собой задачу удвоить торговлю.",
    "В ответ Йович поблагодарил коллегу за приглашение и принял его.",
    "Он попросил не называть его господином.",
    # Contents that name nothing, and what somebody else does.
    "О многом стороны уже договорились.",
    "Программа визита включает несколько мероприятий.",
    "Цены на газ в Венгрии поднимаются второй месяц.",
    "Старый мост по-прежнему продолжит работу.",
    "Йович обещал, что его кабинет будет настаивать на своём.",
]


@pytest.mark.parametrize("sentence", NO_ACTS)
def test_no_act(sentence: str) -> None:
    assert told(LEAD + sentence) == []


ACTS = [
    ("Поднимались вопросы энергетики.", "discussed", "вопросы энергетики"),
    (
        "Ковач предложил «скрестить» тарифы двух стран.",
        "proposed",
        "«скрестить» тарифы двух стран",
    ),
    (
        "За год объём экспорта Сербии в Венгрию вырос вдвое.",
        "cooperates",
        "объём экспорта Сербии в Венгрию вырос вдвое",
    ),
    ("Лидеры поговорили о том, как наладить экспорт.", "discussed", "как наладить экспорт"),
    (
        "Ожидается, что в мае мастера из Сербии приедут на ярмарку в Будапешт.",
        "planned",
        "в мае мастера из Сербии приедут на ярмарку в Будапешт",
    ),
    (
        "Стороны планируют провести в мае форум и запустить поезд.",
        "planned",
        "провести в мае форум и запустить поезд",
    ),
    ("Лидеры выступили за создание общего фонда.", "proposed", "создание общего фонда"),
    (
        "Они договорились ускорить ж/д перевозки и снизить тарифы.",
        "agreed",
        "ускорить ж/д перевозки и снизить тарифы",
    ),
    (
        'По итогам подписана "Программа обменов" на пять лет.',
        "signed",
        '"Программа обменов" на пять лет',
    ),
    (
        '"Стороны обсудили поставки по новым проектам", – указано в сообщении "Вестника".',
        "discussed",
        "поставки по новым проектам",
    ),
    (
        "Ковач предложил построить канал в Суботице, это город у границы.",
        "proposed",
        "построить канал в Суботице",
    ),
    ("Министр намерен поднять вопрос о мосте и принимать меры.", "discussed", "вопрос о мосте"),
    ("Сделка, о которой лидеры условились по телефону, касается порта.", "agreed", "Сделка"),
    ("Смету проекта, которую предложила Сербия, изучат в мае.", "offered", "Смету проекта"),
]


@pytest.mark.parametrize(("sentence", "act", "content"), ACTS)
def test_act_and_content(sentence: str, act: str, content: str) -> None:
    assert (act, content) in [(a, c) for a, _, c in told(LEAD + sentence)]


def test_a_sentence_that_tells_two_topics_cuts_the_first_where_the_second_begins() -> None:
    text = "Обсуждались торговля и туризм, в частности разговор зашёл о рейсах."
    assert [c for _, _, c in told(LEAD + text)] == ["торговля и туризм", "рейсах"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Венгрия запретила ввозить мёд из Сербии.", "мёд"),
        ("Сербия перестала поставлять Венгрии кукурузу.", "кукурузу"),
    ],
)
def test_goods_that_may_no_longer_come_are_a_tie_that_ended(text: str, content: str) -> None:
    assert told(text) == [("cooperates", "denied", content)]


def test_an_invitation_said_again_in_a_quotation_is_one() -> None:
    text = (
        "Ковач пригласил президента Сербии посетить Венгрию в мае. "
        "«Буду рад снова увидеть вас в нашей стране», – сказал Ковач."
    )
    assert told(LEAD + text) == [("invited", "done", "посетить Венгрию в мае")]


def test_a_governor_who_asks_his_president_to_let_him_go_makes_no_proposal() -> None:
    text = "Губернатор Омской области Иван Петров попросил президента России об отставке."
    assert told(text) == []
    abroad = "Президент Турции Кемаль Арслан призвал президента Сирии уйти в отставку."
    assert told(abroad) == [("proposed", "done", "уйти в отставку")]
