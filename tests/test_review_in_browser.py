"""The page of records under a reader's hands: pointer, keys, filters, languages, a long article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.review import View, review_page
from schemas import ArticleRecord

from .chromium import needs_chromium
from .devtools import Browser
from .records import entity, meeting, outcome, record, span
from .test_review import made

pytestmark = needs_chromium
GUESTS = ["Тимуром Галеевым", "Анной Лосевой", "Петром Зиминым", "Верой Громовой"]


def long_record() -> ArticleRecord:
    """Twenty meetings, one a paragraph, each with what came of it."""
    paragraphs = [
        f"Встреча номер {n}: Ольга Рябова встретилась с {GUESTS[n % 4]}. "
        f"Стороны договорились построить мост {n} через реку и открыть {n}-й рейс для туристов."
        for n in range(1, 21)
    ]
    text = "\n".join(paragraphs)
    people = [entity(text, "person", "Ольга Рябова", *[f"Ольга Рябова@{n}" for n in range(20)])]
    people += [entity(text, "person", g, *[f"{g}@{k}" for k in range(5)]) for g in GUESTS]
    meetings, outcomes = [], []
    for n, paragraph in enumerate(paragraphs, 1):
        met = meeting(text, ["e1", f"e{2 + n % 4}"], paragraph, paragraph, date=None)
        agreed = outcome(text, "agreed", ["e1"], f"построить мост {n} через реку", paragraph)
        trigger = {"trigger": span(text, "встретилась", n - 1)}
        meetings.append(met | trigger)
        said = {"trigger": span(text, "договорились", n - 1), "meeting": f"m{n}"}
        outcomes.append(agreed | said)
    return record(text, people, meetings, outcomes, id="long", title="Двадцать встреч")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    found = Browser(tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    other = record("Дождь в Вологде.", [entity("Дождь в Вологде.", "region", "Вологда", "Вологде")])
    path = tmp_path_factory.mktemp("page") / "page.html"
    views = [View(made(), "a", 1), View(other, "b", 2), View(long_record(), "c", 3)]
    path.write_text(review_page(views), "utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, page: Path) -> Iterator[Browser]:
    browser.open(page)
    yield browser
    assert browser.faults == []


def lit(browser: Browser) -> list[str]:
    return browser.texts(".s.lit")


def cards(browser: Browser) -> list[str]:
    return browser.js("[...document.querySelectorAll('.card.lit')].map((e) => e.dataset.ref)")


def focus(browser: Browser) -> str:
    return browser.js(
        "(({dataset: d, name, tagName}) => d.ref || d.open || d.ids || name || tagName)"
        "(document.activeElement)"
    )


def test_pointing_at_a_word_lights_what_it_says_something_of(opened: Browser) -> None:
    opened.point(".s.content")
    assert cards(opened) == ["o1"]
    assert {"Стороны", "поставить в", "лён"} <= set(lit(opened))
    opened.point(".s.trigger")
    assert cards(opened) == ["m1"]
    assert "встретилась" in lit(opened)
    assert "в среду" in lit(opened)
    assert opened.texts(".s.near"), "the rest of its evidence is shown too"


def test_pointing_at_an_entity_lights_it_everywhere(opened: Browser) -> None:
    opened.point(".lines .in-region")
    assert set(lit(opened)) == {"Вельска", "Вельск"}
    assert set(opened.texts(".name.lit")) == {"Вельск"}
    assert cards(opened) == []


def test_pointing_at_a_card_lights_its_words(opened: Browser) -> None:
    opened.point("[data-ref=o1] .what")
    assert {"лён", "мёд"} <= set(lit(opened))
    opened.point(".top .brand")
    assert lit(opened) == []


def test_a_click_pins_and_escape_releases(opened: Browser) -> None:
    opened.point(".s.trigger", click=True)
    opened.point("[data-ref=o1] .what")
    assert cards(opened) == ["m1"]
    opened.press("Escape")
    assert cards(opened) == []


def test_the_keyboard_reaches_everything(opened: Browser) -> None:
    opened.js("document.querySelector('#list a').focus()")
    opened.press("ArrowDown", "ArrowDown", "Enter")
    assert opened.js("document.querySelector('main').dataset.shown") == "r3"
    assert focus(opened) == "3"
    opened.press("Tab")
    assert focus(opened).startswith("e1"), "the first mark of the text"
    opened.press("ArrowRight", "ArrowRight", "Enter")
    assert opened.js("document.querySelector('main').classList.contains('pinned')")
    opened.press("Escape", "Tab", "ArrowDown", "ArrowDown")
    assert focus(opened) == "m2"
    assert cards(opened) == ["m2"]


def test_filters_leave_what_fits_all_of_them(opened: Browser) -> None:
    def left(**values: str) -> list[str]:
        opened.js("document.getElementById('filters').reset()")
        for name, value in values.items():
            opened.js(f"document.forms[0].elements['{name}'].value = '{value}'")
        opened.js("document.forms[0].dispatchEvent(new Event('input'))")
        shown = opened.texts("#list .headline")
        assert opened.texts("#shown") == [str(len(shown))]
        return shown

    rain, mayor, twenty = "Дождь в Вологде.", "Мэр встретил гостей", "Двадцать встреч"
    assert left() == [mayor, rain, twenty]
    assert left(person="рябова") == [mayor, twenty]
    assert left(person="рябова", region="вельск") == [mayor]
    assert left(region="волог") == [rain]
    assert left(act="agreed", search="мост 20") == [twenty]
    assert left(status="held", region="волог") == []
    assert "Ничего не найдено" in opened.texts(".list .empty")


def test_the_language_is_switched_on_the_page(opened: Browser) -> None:
    assert "2 мая 2031" in opened.texts(".facts time")
    opened.point("[data-language=en]", click=True)
    assert "2 May 2031" in opened.texts(".facts time")
    assert "held" in opened.texts(".status")
    opened.js("document.querySelectorAll('#list a')[2].click()")
    assert "agreed" in opened.texts(".head [data-t^=act]"), "records opened later speak it too"


def test_the_legend_switches_marks_off(opened: Browser) -> None:
    tint = "getComputedStyle(document.querySelector('.lines .in-region')).getPropertyValue('--t')"
    before = opened.js(tint)
    opened.point("[data-layer=region]", click=True)
    assert opened.js(tint) == "transparent" != before
    assert "Поделиться" in opened.texts(".lines p")
    opened.point("[data-layer=boilerplate]", click=True)
    assert "Поделиться" not in opened.texts(".lines p")


@pytest.mark.parametrize("fact", ["m20", "o11"])
def test_a_link_into_a_long_article_brings_both_sides_into_sight(
    browser: Browser, page: Path, fact: str
) -> None:
    browser.open(page, f"long/{fact}")
    inside = (
        "(([e]) => {{ const b = e.getBoundingClientRect();"
        " return b.top >= 0 && b.bottom <= innerHeight; }})([...document.querySelectorAll({0})])"
    )
    assert browser.js(inside.format(f"'.card[data-ref={fact}]'"))
    assert browser.js(inside.format(f"'.s[data-own~={fact}]'"))
    assert cards(browser) == [fact]


def test_nothing_is_wider_than_a_narrow_window(tmp_path: Path, page: Path) -> None:
    narrow = Browser(tmp_path, width=360, height=700)
    try:
        narrow.open(page, "long/m3")
        assert narrow.js("document.documentElement.scrollWidth") <= 360
        assert cards(narrow) == ["m3"]
    finally:
        narrow.close()
