"""Dates: every form of words, resolved against the day of telling, Thursday 14 May 2026."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.knowledge import Lexicon
from pipeline.stages.dates import DatesStage
from schemas import Zone

from .handmade import parsed

STAGE = DatesStage(Lexicon())
TOLD = "2026-05-14"


def dated(text: str, published: str | None = TOLD, *, dateline: str = "") -> Document:
    document = parsed(dateline + text)
    document.published = published
    if dateline:
        at = len(dateline.rstrip())
        document.zones = [
            Zone(kind="dateline", start=0, stop=at),
            Zone(kind="body", start=len(dateline), stop=len(document.text)),
        ]
        for sentence in document.sentences:
            sentence.zone = document.zone_at(sentence.start)
    STAGE.process(document)
    return document


def found(document: Document) -> list[tuple[str, str]]:
    return [(document.text[d.start : d.stop], d.value) for d in document.dates]


DAYS = [
    ("Мэр принял посла 8 мая.", "8 мая", "2026-05-08"),
    ("Сегодня, 14 мая, мэр принял посла.", "Сегодня, 14 мая", "2026-05-14"),
    ("14 мая (четверг) мэр принял посла.", "14 мая", "2026-05-14"),
    ("В пятницу, 8 мая 2026 года, мэр уехал.", "В пятницу, 8 мая 2026 года", "2026-05-08"),
    ("Мэр уехал 5.05.2026 в полдень.", "5.05.2026", "2026-05-05"),
    ("2 февраля с.г. прошли консультации.", "2 февраля с.г.", "2026-02-02"),
    ("15 декабря прошлого года подписан план.", "15 декабря прошлого года", "2025-12-15"),
    ("Мэр прибыл 8 ноября 2024-го.", "8 ноября 2024-го", "2024-11-08"),
    ("Визит пройдёт 20 и 21 июня.", "20 и 21 июня", "2026-06-20"),
    ("Визит пройдёт с 5 по 6 июня.", "с 5 по 6 июня", "2026-06-05"),
    ("Форум идёт 10–13 мая.", "10–13 мая", "2026-05-10"),
    ("Делегация гостит с 30 мая по 2 июня.", "с 30 мая по 2 июня", "2026-05-30"),
    ("Делегация гостит 30 декабря – 2 января 2027 года.", None, "2026-12-30"),
    ("В среду мэр принял посла.", "В среду", "2026-05-13"),
    ("В среду мэр примет посла.", "В среду", "2026-05-20"),
    ("Мэр принял посла в минувшую пятницу.", "в минувшую пятницу", "2026-05-08"),
    ("Мэр принял посла в прошлый вторник.", "в прошлый вторник", "2026-05-05"),
    ("Мэр примет посла в следующий понедельник.", "в следующий понедельник", "2026-05-18"),
    ("Мэр примет посла в ближайшую субботу.", "в ближайшую субботу", "2026-05-16"),
    ("Понедельник начался в мэрии.", "Понедельник начался", "2026-05-11"),
    ("Вечером вторника мэр принял посла.", "Вечером вторника", "2026-05-12"),
    ("В среду улетаю в Пермь.", "В среду", "2026-05-20"),
    ("Рабочий вторник, коротко о делах.", "Рабочий вторник", "2026-05-12"),
    ("В тот день мэр уехал.", "В тот день", "2026-05-14"),
    ("Вчера мэр принял посла.", "Вчера", "2026-05-13"),
    ("Послезавтра мэр примет посла.", "Послезавтра", "2026-05-16"),
    ("Накануне мэр принял посла.", "Накануне", "2026-05-13"),
    ("Два дня назад мэр принял посла.", "Два дня назад", "2026-05-12"),
    ("Через три дня мэр примет посла.", "Через три дня", "2026-05-17"),
]


@pytest.mark.parametrize(("text", "words", "value"), DAYS)
def test_days(text: str, words: str | None, value: str) -> None:
    document = dated(text)
    (date,) = document.dates
    assert (date.value, date.precision, date.bound) == (value, "day", False)
    assert words is None or document.text[date.start : date.stop] == words


LONGER = [
    ("На прошлой неделе мэр был в Минске.", "2026-05", "month"),
    ("В начале следующей недели мэр прибудет в Минск.", "2026-05", "month"),
    ("В эти выходные делегация посетит Вологду.", "2026-05", "month"),
    ("Визит состоится в конце июня.", "2026-06", "month"),
    ("В первых числах июля пройдёт форум.", "2026-07", "month"),
    ("В прошлом месяце стороны виделись.", "2026-04", "month"),
    ("Месяц назад стороны виделись.", "2026-04", "month"),
    ("Форум прошёл в октябре.", "2025-10", "month"),
    ("Форум пройдёт в октябре.", "2026-10", "month"),
    ("Форум прошёл в июле 2024 года.", "2024-07", "month"),
    ("Раунд пройдёт в первой половине 2027 года.", "2027", "year"),
    ("Встреча намечена на второе полугодие.", "2026", "year"),
    ("Встреча пройдёт в третьем квартале следующего года.", "2027", "year"),
    ("Встреча пройдёт в начале года.", "2027", "year"),
    ("Осенью прошлого года стороны виделись.", "2025", "year"),
    ("План подписали в 2008-м.", "2008", "year"),
    ("План подписали в прошлом 2025 году.", "2025", "year"),
    ("Два года назад подписан план.", "2024", "year"),
]


@pytest.mark.parametrize(("text", "value", "precision"), LONGER)
def test_what_is_longer_than_a_day(text: str, value: str, precision: str) -> None:
    (date,) = dated(text).dates
    assert (date.value, date.precision, date.bound) == (value, precision, False)


@pytest.mark.parametrize(
    "text",
    [
        "План подготовят до 1 июня.",
        "Действует соглашение от 5 мая.",
        "По состоянию на 1 мая построено два дома.",
        "План подготовят до конца года.",
        "План подготовят к концу июня.",
        "Проезд закрыт с понедельника.",
    ],
)
def test_what_only_limits_a_time_dates_nothing(text: str) -> None:
    (date,) = dated(text).dates
    assert date.bound


@pytest.mark.parametrize(
    "text",
    [
        "Окружающая среда страдает.",
        "По средам мэр принимает граждан.",
        "На днях мэр принял посла.",
        "Накануне форума мэр принял посла.",
        "Накануне отъезда мэр принял посла.",
        "Об этом сообщило агентство «Россия сегодня».",
        "Специальность «Навигация» (24.03.02) закрыта.",
        "На сегодняшний день построено два дома.",
        "В ближайшие дни мэр примет посла.",
        "Соглашение рассчитано на 2026–2028 годы.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dated(text).dates == []


def test_the_year_is_on_the_side_of_the_tense() -> None:
    text = "План подписали 20 декабря. Визит состоится 20 декабря."
    assert [v for _, v in found(dated(text, "2026-07-01"))] == ["2025-12-20", "2026-12-20"]


def test_the_same_day_is_the_last_one_told() -> None:
    text = (
        "12 мая мэр принял посла. Речь шла о мосте. В тот же день посол уехал. "
        "На следующий день мэр заболел."
    )
    assert [v for _, v in found(dated(text))] == ["2026-05-12", "2026-05-12", "2026-05-13"]


def test_the_day_before_counts_from_a_day_named_just_before() -> None:
    assert (
        found(dated("11 мая прошли переговоры. Накануне мэр принял посла."))[1][1] == "2026-05-10"
    )
    assert (
        found(dated("Сегодня прошли переговоры. Накануне мэр принял посла."))[1][1] == "2026-05-13"
    )


def test_without_a_publication_date_no_year_is_known() -> None:
    document = dated("Мэр принял посла 8 мая. Накануне посол был в Пскове.", None)
    assert [(d.value, d.basis) for d in document.dates] == [
        ("--05-08", "stated"),
        ("--05-07", "context"),
    ]


def test_a_dateline_without_a_year_gives_the_day_of_telling() -> None:
    document = dated(
        "Мэр сегодня принял посла. В среду он уехал.", None, dateline="ПСКОВ, 14 мая. "
    )
    assert [(d.value, d.basis) for d in document.dates] == [("--05-14", "dateline")]
    (warning,) = document.warnings
    assert warning.code == "date_unresolved"


def test_the_text_itself_may_say_which_day_today_is() -> None:
    text = "Сегодня, 14 мая 2026 года, мэр принял посла. Завтра посол уезжает."
    document = dated(text, None)
    assert [(d.value, d.basis) for d in document.dates] == [
        ("2026-05-14", "stated"),
        ("2026-05-15", "context"),
    ]


def test_yesterday_with_its_date_tells_which_day_today_is() -> None:
    document = dated("Вчера, 13 мая, мэр принял посла. Завтра посол уезжает.", None)
    assert [(d.value, d.basis) for d in document.dates] == [
        ("--05-13", "stated"),
        ("--05-15", "context"),
    ]


def test_through_a_week_of_the_past_counts_from_the_day_told_before() -> None:
    document = dated("28 апреля мэр принял посла. Через неделю посол уехал.")
    assert [d.value for d in document.dates] == ["2026-04-28", "2026-05"]


def test_through_a_year_of_the_past_is_told_to_be_unresolved() -> None:
    document = dated("Через год завод закрылся.")
    assert document.dates == []
    assert [w.code for w in document.warnings] == ["date_unresolved"]


def test_a_day_that_is_not_in_the_calendar_is_warned_of() -> None:
    document = dated("Мэр принял посла 31 июня.")
    assert document.dates == []
    assert "no such day" in document.warnings[0].message
