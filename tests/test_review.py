"""The page of a record: marks, cards, the list, what is escaped and what is linked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.review import View, review_page
from pipeline.review.labels import labels
from pipeline.review.segments import Mark, lines
from pipeline.review.text import visible, web_address
from schemas import ArticleRecord
from schemas.facts import Act, MeetingKind, MeetingStatus, OutcomeStatus, Predicate, Topic

from .chromium import needs_chromium, opened
from .pages import Words
from .records import entity, meeting, outcome, record, span, write_record

TEXT = (
    "Мэр встретил гостей\n"
    "Мэр Вельска Ольга Рябова встретилась с Тимуром Галеевым в среду.\n\n"
    "Стороны договорились поставить в Вельск лён и мёд.\n"
    "Поделиться"
)
TALKS = TEXT.split("\n")[1]
ZONES = [
    {"kind": "title", "start": 0, "stop": 19},
    {"kind": "body", "start": 20, "stop": TEXT.index("Поделиться")},
    {"kind": "boilerplate", "start": TEXT.index("Поделиться"), "stop": len(TEXT)},
]
MAYOR = {"title": "мэр", "of": ["e3"], "acting": True} | span(TEXT, "Мэр Вельска")
PEOPLE = [
    entity(TEXT, "person", "Ольга Рябова", "Мэр Вельска Ольга Рябова", positions=[MAYOR]),
    entity(TEXT, "person", "Тимур Галеев", "Тимуром Галеевым"),
    entity(TEXT, "region", "Вельск", "Вельска", "Вельск@1", code="RU-ARK"),
]
DATE = {"value": "2031-05-02", "precision": "day", "basis": "published"} | span(TEXT, "в среду")
MET = meeting(TEXT, ["e1", "e2"], "встретилась", TALKS, place="e3", date=DATE, frame="meet")
MET["participants"][0] |= {"role": "мэр", "represents": ["e3"]}
SUPPLY = outcome(
    TEXT,
    "agreed",
    ["e1", "e2"],
    "поставить в Вельск лён и мёд",
    "Стороны договорились поставить в Вельск лён и мёд.",
    meeting="m1",
    items=[span(TEXT, "лён") | {"to": "e3"}, span(TEXT, "мёд") | {"to": "e3"}],
    frame="agree",
)


def made(**more: object) -> ArticleRecord:
    return record(TEXT, PEOPLE, [MET], [SUPPLY], zones=ZONES, title="Мэр встретил гостей", **more)


def with_warnings() -> ArticleRecord:
    data = made().model_dump(by_alias=True)
    data["warnings"] = [
        {"code": "meeting_place_unknown", "message": "none", "span": span(TEXT, "встретилась")},
        {"code": "encoding_guessed", "message": "read as cp1251"},
    ]
    return ArticleRecord.model_validate(data)


# Marks


def classes(text: str, *marks: Mark) -> list[tuple[str, tuple[str, ...]]]:
    (line,) = lines(text, [], marks)
    return [(s.text, s.classes) for s in line.segments]


def test_nested_entities_show_the_inner_and_underline_the_outer() -> None:
    outer = Mark(0, 11, "e1", "entity", "person")
    inner = Mark(4, 11, "e2", "entity", "region")
    assert classes("мэр Вельска там", outer, inner) == [
        ("мэр ", ("in-person", "first", "out-person")),
        ("Вельска", ("in-region", "first", "last", "out-person")),
        (" там", ()),
    ]


def test_overlapping_contents_keep_both_ids() -> None:
    (line,) = lines("абвг", [], [Mark(0, 3, "o1", "content"), Mark(1, 4, "o2", "content")])
    assert [(s.text, s.ids) for s in line.segments] == [
        ("а", ("o1",)),
        ("бв", ("o1", "o2")),
        ("г", ("o2",)),
    ]


def test_a_trigger_of_two_facts_is_tagged_with_both() -> None:
    marks = [Mark(0, 4, "m1", "trigger"), Mark(0, 4, "o1", "trigger")]
    (line,) = lines("ждал ее", [], marks)
    assert line.segments[0].tags == ("m1", "o1")


def test_a_stretch_knows_what_it_says_something_of() -> None:
    marks = [Mark(0, 9, "o1", "evidence"), Mark(0, 4, "o1", "trigger"), Mark(5, 9, "o2", "content")]
    (line,) = lines("ждал гостя", [], marks)
    assert [(s.ids, s.own) for s in line.segments] == [
        (("o1",), ("o1",)),
        (("o1",), ()),
        (("o2", "o1"), ("o2",)),
        ((), ()),
    ]


def test_marks_beyond_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="ends at 9 of 4"):
        lines("абвг", [], [Mark(2, 9, "e1", "entity", "person")])


@given(
    st.text("аб \n\r", max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=6),
)
def test_segments_hold_every_line_once_and_every_mark_whole(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [
        Mark(a, min(a + n, len(text)), f"o{k}", "content")
        for k, (a, n) in enumerate(spans)
        if a < len(text)
    ]
    found = lines(text, [], marks)
    segments = [s for line in found for s in line.segments]
    assert all(text[s.start : s.stop] == s.text for s in segments)
    shown = {i for s in segments for i in range(s.start, s.stop)}
    assert {i for i, c in enumerate(text) if not c.isspace()} <= shown
    assert sum(s.stop - s.start for s in segments) == len(shown)
    for mark in marks:
        assert {i for s in segments if mark.id in s.ids for i in range(s.start, s.stop)} == (
            shown & set(range(mark.start, mark.stop))
        )


# The page


def test_a_card_says_who_met_for_whom_where_and_what_came_of_it() -> None:
    text = Words(review_page([View(made(), "a")])).text
    assert "m1 встреча встретилась состоялось" in text
    assert "Ольга Рябова мэр ▸ Вельск Тимур Галеев" in text
    assert "дата 2031-05-02 в среду, от даты публикации место Вельск" in text
    assert "meet 040 CONSULT 0.90" in text
    assert "o1 договорились Стороны сделано поставить в Вельск лён и мёд" in text
    assert "стороны Ольга Рябова, Тимур Галеев" in text
    assert "товары и услуги лён мёд … → Вельск" in text
    assert "Ольга Рябова ×1 и. о. мэр (Вельск)" in text


def test_the_title_stands_once() -> None:
    assert Words(review_page([View(made(), "a")])).text.count("Мэр встретил гостей") == 2
    elsewhere = record(TEXT, PEOPLE, title="Иной заголовок")
    assert Words(review_page([View(elsewhere, "a")])).text.count("Иной заголовок") == 2


def test_warnings_stand_on_the_card_they_are_about() -> None:
    view = View(with_warnings(), "a")
    assert [(n, w.code) for n, w in view.gaps(view.record.meetings[0])] == [
        (1, "meeting_place_unknown")
    ]
    assert [(n, w.code) for n, w in view.loose_warnings] == [(2, "encoding_guessed")]
    text = Words(review_page([view])).text
    assert "0.90 место неизвестно" in text
    assert "Предупреждения 1 кодировка угадана read as cp1251" in text


def test_one_word_may_be_the_trigger_of_a_meeting_and_of_an_outcome() -> None:
    data = with_warnings().model_dump(by_alias=True)
    data["outcomes"][0]["trigger"] = data["meetings"][0]["trigger"]
    view = View(ArticleRecord.model_validate(data), "a")
    assert len(view.gaps(view.record.meetings[0])) == 1
    assert view.gaps(view.record.outcomes[0]) == []


def test_the_page_opens_in_either_language_and_can_say_both() -> None:
    assert "Meetings and outcomes" in review_page([View(made(), "a")], language="en")
    page = Words(review_page([View(made(), "a")], language="en"))
    assert "m1 meeting встретилась held" in page.text
    keys = {a["data-t"] for _, a in page.tags if a.get("data-t")}
    assert keys <= labels().keys()
    assert {"meeting.meeting", "status.held", "act.agreed", "field.parties"} <= keys


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("meeting", MeetingKind),
        ("status", MeetingStatus),
        ("status", OutcomeStatus),
        ("act", Act),
        ("topic", Topic),
        ("predicate", Predicate),
    ],
)
def test_every_value_of_the_schema_has_a_label(group: str, values: object) -> None:
    wanted = {f"{group}.{v}" for v in getattr(values, "__args__", ())}
    assert wanted
    assert wanted <= labels().keys()


def test_the_page_is_self_contained_and_says_so_to_the_browser() -> None:
    page = Words(review_page([View(made(source="https://example.org/a"), "a")]))
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv"))
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]+='; script-src 'sha256-[\w+/]+='; "
        r"base-uri 'none'; form-action 'none'",
        policy or "",
    )
    assert not [tag for tag, a in page.tags if "src" in a or tag == "link" or "style" in a]
    assert [a["href"] for tag, a in page.tags if tag == "a"] == ["https://example.org/a"]


def test_hidden_characters_are_named_and_only_web_addresses_link() -> None:
    assert visible("а\u202eб\r\n\tв") == "а⟨202E⟩б\n\tв"
    assert web_address("https://example.org/a") == "https://example.org/a"
    for source in ("javascript:alert(1)", "file:///etc/passwd", "a.txt", "http://", None, "//x"):
        assert web_address(source) is None
    assert web_address("https://example.org/\u202etxt") is None
    assert web_address("http://[broken") is None


# Many records


def test_many_records_are_listed_with_what_they_can_be_filtered_by() -> None:
    other = record("Ничего.", [entity("Ничего.", "region", "Ничего", "Ничего")])
    page = Words(review_page([View(with_warnings(), "a", 1), View(other, "b", 2)]))
    items = [a for tag, a in page.tags if tag == "li" and "data-act" in a]
    assert items[0] == {
        "data-person": "Ольга Рябова\nТимур Галеев",
        "data-region": "Вельск",
        "data-act": "agreed",
        "data-status": "held\ndone",
        "data-warning": "meeting_place_unknown\nencoding_guessed",
    }
    assert items[1]["data-person"] == ""
    assert [a["data-name"] for tag, a in page.tags if tag == "template"] == ["a", "b"]
    options = {a["value"] for tag, a in page.tags if tag == "option"}
    assert {"Тимур Галеев", "Вельск", "agreed", "held", "encoding_guessed"} <= options


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        write_record(tmp_path / "records", name, made(id=f"id-{name}"))
    return tmp_path


def show(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["show", *map(str, arguments)])
    return done.exit_code, done.output


def test_show_writes_one_page_or_a_page_each(folder: Path) -> None:
    assert show(folder / "records" / "a.json", "--output", folder / "one.html") == (0, "")
    assert "<template" not in (folder / "one.html").read_text("utf-8")
    (folder / "pages").mkdir()
    assert show(folder / "records", "--output", folder / "pages") == (0, "")
    assert sorted(p.name for p in (folder / "pages").iterdir()) == ["a.html", "b.html", "c.html"]
    code, page = show(folder / "records", "--output", "-", "--language", "en")
    assert code == 0
    assert page.count("<template") == 3


def test_show_says_when_not_all_records_are_on_the_page(folder: Path) -> None:
    code, said = show(folder / "records", "--output", folder / "page.html", "--limit", 2)
    assert code == 0
    assert said == "only the first 2 records are on the page; --limit shows more\n"
    page = (folder / "page.html").read_text("utf-8")
    assert page.count("<template") == 2
    assert "Показаны не все записи" in Words(page).text
    assert show(folder / "records", "--output", folder / "page.html", "--limit", 3) == (0, "")
    assert "Показаны не все записи" not in Words((folder / "page.html").read_text("utf-8")).text


def test_show_tells_of_what_it_cannot_read(folder: Path) -> None:
    (folder / "records" / "b.json").write_text('{"article": {}}', "utf-8")
    code, said = show(folder / "records", "--output", folder / "page.html")
    assert code == 0
    assert "b.json: not a valid record" in said
    empty = folder / "empty"
    empty.mkdir()
    code, said = show(empty, "--output", folder / "page.html")
    assert code == 1
    assert "no records to show" in said


@needs_chromium
def test_a_link_opens_a_record_at_a_fact_and_lights_its_words(folder: Path) -> None:
    page = folder / "page.html"
    show(folder / "records", "--output", page)
    dom = opened(page, folder / "profile", fragment="id-b/o1")
    shown = dom[dom.index("<main") : dom.index("</main>")]
    assert 'data-shown="r2"' in shown
    assert re.search(r'<li class="card outcome lit"[^>]* data-ref="o1"', shown)
    assert re.search(r'class="s[^"]* content[^"]* lit"[^>]*data-ids="o1"', shown)
    assert "2 мая 2031" in shown, "dates are in the reader's language"
    assert dom.count('aria-current="true"') == 1
