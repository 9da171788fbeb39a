"""The pipeline as a whole: its order, its Python interface, and what holds for any text."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline import Extractor, InputArticle
from pipeline.assembly import default_stages
from pipeline.document import Document
from pipeline.errors import ExtractionError, StageOrderError
from pipeline.knowledge import Lexicon
from pipeline.stage import Stage

from .handmade import models

TEXT = (
    "Тверь и Вологда подружатся\n\n3 марта 2026 года губернатор Тверской области Иван Лопатин "
    "встретился в Смольном с мэром Вологды Петром Зиминым. Стороны договорились открыть рейс."
)


@cache
def extractor() -> Extractor:
    return pipeline.load()


def test_public_names_are_sorted_and_there() -> None:
    assert pipeline.__all__ == sorted(pipeline.__all__)
    assert all(getattr(pipeline, name) is not None for name in pipeline.__all__)


def test_a_text_gives_a_record() -> None:
    record = extractor()(TEXT)
    (meeting,) = record.meetings
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity] for p in meeting.participants] == ["Иван Лопатин", "Пётр Зимин"]
    assert [p.role for p in meeting.participants] == ["губернатор", "мэр"]
    spoken = [[names[r] for r in p.represents] for p in meeting.participants]
    assert spoken == [["Тверская область"], ["Вологда"]]
    assert meeting.date is not None
    assert meeting.date.value == "2026-03-03"
    assert meeting.place is not None
    assert names[meeting.place] == "Смольный"
    (outcome,) = record.outcomes
    assert (outcome.act, outcome.content.text) == ("agreed", "открыть рейс")
    assert outcome.meeting == meeting.id
    rows = {(r.predicate, r.subject, str(r.object)) for r in record.relations}
    assert any(predicate == "met_with" for predicate, _, _ in rows)


def test_pipe_streams_keeps_order_and_carries_metadata() -> None:
    asked: list[int] = []

    def articles():
        for number in range(5):
            asked.append(number)
            yield {"id": f"a{number}", "text": TEXT, "outlet": "Вестник", "published": "2026-03-04"}

    records = extractor().pipe(articles(), batch=2)
    first = next(records)
    assert asked == [0, 1]
    rest = list(records)
    assert [r.article.id for r in (first, *rest)] == [f"a{n}" for n in range(5)]
    assert (first.article.outlet, first.article.published) == ("Вестник", "2026-03-04")


def test_a_title_from_outside_is_kept() -> None:
    assert extractor()(InputArticle(TEXT, title="Иной заголовок")).article.title == "Иной заголовок"


class _Breaks(Stage):
    name = "breaks"

    def process(self, document: Document) -> None:
        if "взрыв" in document.text:
            raise ValueError("boom")


def test_one_bad_article_costs_only_itself() -> None:
    stages = [*default_stages(Lexicon(), models())[:1], _Breaks()]
    results = list(Extractor(stages=stages).results(["раз", "взрыв", "три"]))
    assert [r.record is not None for r in results] == [True, False, True]
    assert results[1].error is not None
    assert results[1].error.code == "stage_failed"
    assert "'breaks' failed: ValueError: boom" in results[1].error.message
    with pytest.raises(ExtractionError, match="boom"):
        list(Extractor(stages=stages).pipe(["взрыв"]))


def test_a_broken_order_names_every_unmet_requirement() -> None:
    stages = default_stages(Lexicon(), models())
    with pytest.raises(StageOrderError) as caught:
        Extractor(stages=list(reversed(stages)))
    told = str(caught.value)
    assert "'outcomes' requires 'meetings': move 'meetings' before it" in told
    assert "'segmentation' requires 'zones': move 'zones' before it" in told
    with pytest.raises(StageOrderError, match="no stage provides it"):
        Extractor(stages=stages[1:])


PIECES = [
    "Губернатор Иван Лопатин",
    "встретился с",
    "послом Армении",
    "мэром Вологды Петром Зиминым",
    "Стороны договорились",
    "«Мы готовы",
    "помочь», – сказал он",
    ".",
    "\n",
    "3 марта",
    "в Смольном",
    "👍🏽",
    "е\u0308",
    "\u200b",
    "\u00a0",
    "подписали соглашение о дружбе",
    "(",
    "»",
    "12",
    "PLC Acme",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_any_text_gives_a_valid_record_twice_the_same(text: str) -> None:
    record = extractor()(text)
    again = extractor().results([TEXT, text, "другое"], batch=3)
    assert [r.record for r in again][1] == record
    # Validation has checked spans and ids; the zones cover every word.
    covered = "".join(text[z.start : z.stop] for z in record.article.zones)
    assert covered.replace("\n", "").split() == " ".join(covered.split()).split()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert json.loads(extractor()(text).to_json())["article"]["text"] == text


def test_a_held_meeting_has_no_day_long_past_the_page() -> None:
    text = (
        "Председатель Госдумы Игорь Панин на встрече с президентом Вьетнама Нгуеном Суан Фуком "
        "рассказал, что форум может вновь пройти в сентябре 2022 года."
    )
    (meeting,) = extractor()(InputArticle(text, published="2021-12-01")).meetings
    assert (meeting.status, meeting.date) == ("held", None)
