"""Zones: which lines of a page are title, dateline, body, caption and clutter; dates and outlet."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.article import InputArticle
from pipeline.document import Document
from pipeline.knowledge import Lexicon
from pipeline.stages.zones import ZonesStage

LEAD = (
    "Губернатор Псковской области Семён Ракитин встретился с мэром Нарвы. "
    "Стороны договорились открыть автобусный рейс."
)


@cache
def stage() -> ZonesStage:
    return ZonesStage(Lexicon())


def zoned(text: str, **known: str) -> Document:
    document = Document.of(InputArticle(text, **known))
    stage().process(document)
    return document


def pieces(document: Document, kind: str) -> list[str]:
    return [document.text[z.start : z.stop] for z in document.zones if z.kind == kind]


def test_a_page_falls_into_its_zones_and_loses_no_word() -> None:
    text = (
        "Версия для слабовидящих\nГлавная / Новости\n12.03.2026 15:20   👁 412\n"
        f"Псков и Нарва откроют рейс\n\n{LEAD}\nФото: Иван Лужин\nПоделиться: ВК OK\n"
        "Читайте также:\n• Мэр открыл каток\n• Где купить ёлку\n0\n0"
    )
    document = zoned(text)
    assert document.title == "Псков и Нарва откроют рейс"
    assert document.published == "2026-03-12"
    assert pieces(document, "body") == [LEAD]
    assert pieces(document, "caption") == ["Фото: Иван Лужин"]
    assert "Мэр открыл каток" in pieces(document, "boilerplate")[-1]
    covered = "".join(text[z.start : z.stop] for z in document.zones)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("МОСКВА, 15 октября. /ТАСС/. ", "ТАСС"),
        ("МОСКВА, 8 июн - РИА Новости. ", "РИА Новости"),
        ("С.-ПЕТЕРБУРГ, 28 апр — РИА Новости. ", "РИА Новости"),
        ("Москва. 14 февраля. ИНТЕРФАКС - ", "Интерфакс"),
        ("ОМСК, 24 июля, ФедералПресс. ", "ФедералПресс"),
        ("17 декабря, Минск /Корр. БЕЛТА/. ", "БЕЛТА"),
        ("Бухара /Узбекистан/, 21 июня /Синьхуа/ -- ", "Синьхуа"),
        ("БАКУ /Trend/ - ", "Trend"),
        ("(Казань, 16 апреля, «Татар-информ»). ", "Татар-информ"),
        ("Вологда, 5 июня (Северный край). ", "Северный край"),
        ("ЕКАТЕРИНБУРГ. ", None),
        ("АСТАНА. КАЗИНФОРМ – ", "Казинформ"),
        ("Псковская область, 20 февраля 2026. PSKOV24.RU. ", "PSKOV24.RU"),
        ("Душанбе, 12.05.2026 (НИАТ «Ховар») – ", "Ховар"),
        ("ПСКОВ, 4 сентября. /Корр. ТАСС Мария Репина/. ", "ТАСС"),
        ("МОСКВА, 24 декабря. //. ", None),
    ],
)
def test_datelines(opening: str, outlet: str | None) -> None:
    document = zoned(opening + LEAD)
    assert pieces(document, "dateline") == [opening.strip()]
    assert pieces(document, "body") == [LEAD]
    assert document.outlet == outlet


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("12.03.2026", "2026-03-12"),
        ("2026/03/12", "2026-03-12"),
        ("pskov.example » Общество » 2026/03/12", "2026-03-12"),
        ("Опубликовано: 12 марта 2026 г.", "2026-03-12"),
        ("Вечерний Псков 12 марта 2026, 09:12", "2026-03-12"),
        ("Псковский край | 12.03.2026 18:03", "2026-03-12"),
        ("187-12-03-2026", "2026-03-12"),
        ("7,4K 👁 изменено 19:52, 12 марта 2026", "2026-03-12"),
        ("Псков-Инфо ◦ 12.03.2026 ◦ Экономика", "2026-03-12"),
        ("четверг, 12 марта 2026", "2026-03-12"),
        ("Экономика, 12.03.2026", "2026-03-12"),
        ("Псковская новь. Выпуск 12 марта 2026 года", "2026-03-12"),
        ("Добавлено 12.03.2026, автор: Репин И.И.", "2026-03-12"),
        ("2026-03-12T09:12:00+03:00", "2026-03-12"),
        ("12 Марта, 2026", "2026-03-12"),
        ("Март 12, 2026", "2026-03-12"),
        ("news.example | 12. 03. 2026 | Шрифт: a a a |", "2026-03-12"),
        ("Глава 12. 03. Часть 2026", None),
        ("Городская газета. 12 марта 2026 года, четверг", "2026-03-12"),
        ("Вести Пскова 12 марта 2026", "2026-03-12"),
        ("Выставка в Пскове 12 марта 2026", None),
        ("Родился 12 марта 1960 года", None),
        ("Мост открылся. 12 марта 2026 года", None),
        ("2,3K 👁 12 марта 2026, 09:12", "2026-03-12"),
        ("Фото: Иван Репин, 12.03.2026", None),
        ("Сегодня, 12:30", None),
        ("Соглашение подписано 12 марта 2026 года", None),
        ("Мэр уехал 12 марта 2026 года в 10:00.", None),
    ],
)
def test_the_date_of_the_page(line: str, published: str | None) -> None:
    assert zoned(f"Псков и Нарва откроют рейс\n{line}\n\n{LEAD}").published == published


def test_a_stamp_of_the_hour_is_clutter() -> None:
    document = zoned(f"Псков и Нарва откроют рейс\nСегодня, 12:30\n\n{LEAD}")
    assert pieces(document, "boilerplate") == ["Сегодня, 12:30"]


def test_a_dateline_takes_its_year_from_the_page_and_is_truer_than_it() -> None:
    assert zoned(f"02.01.2026\n\nПСКОВ, 30 дек - РИА Новости. {LEAD}").published == "2025-12-30"
    assert zoned(f"ПСКОВ, 30 дек - РИА Новости. {LEAD}").published is None


def test_the_headline_is_not_the_name_of_the_site() -> None:
    head = "Псковская область: официально\nГлавная · Новости\n14.04.2026\nГОСТИ ИЗ НАРВЫ В ПСКОВЕ"
    assert zoned(f"{head}\n{LEAD}").title == "ГОСТИ ИЗ НАРВЫ В ПСКОВЕ"


def test_a_headline_told_twice_is_a_title_once() -> None:
    title = "Псков и Нарва откроют рейс"
    document = zoned(f"{title}\n\n{title}\n\n{LEAD}")
    assert pieces(document, "title") == [title]
    assert pieces(document, "boilerplate") == [title]


def test_what_the_caller_knows_is_kept() -> None:
    document = zoned(f"12.03.2026\n{LEAD}", title="Иное", published="2020-01-02", outlet="Край")
    assert (document.title, document.published, document.outlet) == ("Иное", "2020-01-02", "Край")


def test_what_is_not_told_is_warned_of() -> None:
    codes = [w.code for w in zoned(LEAD).warnings]
    assert codes == ["title_not_found", "publication_date_unknown"]


def test_a_crawled_page_in_one_line_is_cut_at_its_moment() -> None:
    document = zoned(f"Псков и Нарва откроют рейс 2026-03-12T19:31:00+03:00 {LEAD}")
    assert document.title == "Псков и Нарва откроют рейс"
    assert document.published == "2026-03-12"
    assert pieces(document, "body") == [LEAD]


def test_a_headline_with_a_quotation_goes_on_a_block_of_links() -> None:
    text = (
        f"Псков и Нарва откроют рейс\n{LEAD}\nЧитайте также:\n"
        "Аким: «Мост через реку Талас сдадим раньше срока»\nВ Таразе перекроют улицу"
    )
    assert pieces(zoned(text), "body") == [LEAD]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # a headline of two sentences with the date below it
        ("Что решили по мосту? Мнения\n12 марта 2026", "Что решили по мосту? Мнения"),
        # buttons for large letters, breadcrumbs without a blank
        ("A+ A-\nПсков и Нарва откроют рейс", "Псков и Нарва откроют рейс"),
        ("ГлавнаяМировая панорама\nПсков и Нарва откроют рейс", "Псков и Нарва откроют рейс"),
        # tags before it, a lead of one sentence behind it
        (
            "Псков Нарва Эстония визит Псков Нарва\nПсков и Нарва откроют рейс\n12.03.2026\n"
            "Об этом сообщил Иван Лужин.",
            "Псков и Нарва откроют рейс",
        ),
    ],
)
def test_the_headline_among_other_lines(head: str, title: str) -> None:
    assert zoned(f"{head}\n{LEAD}").title == title
