"""Documents: whole titles, kinds, periods, later mentions; no parties out of a title."""

from __future__ import annotations

import pytest

from pipeline.drafts import DocumentDraft
from pipeline.knowledge import Lexicon
from pipeline.stages.documents import DocumentsStage
from pipeline.stages.names import NamesStage
from pipeline.stages.regions import RegionsStage

from .handmade import models, parsed

LEXICON = Lexicon()
STAGES = (NamesStage(models()), RegionsStage(LEXICON), DocumentsStage(LEXICON))


def documents(text: str) -> list[DocumentDraft]:
    document = parsed(text)
    for stage in STAGES:
        stage.process(document)
    return document.documents()


def only(text: str) -> DocumentDraft:
    found = documents(text)
    assert len(found) == 1, [d.name for d in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Подписан Договор о дружбе, сотрудничестве и взаимной помощи между Россией и Лаосом.",
            "Договор о дружбе, сотрудничестве и взаимной помощи между Россией и Лаосом",
            "agreement",
        ),
        (
            "Готовится соглашение о сотрудничестве в научной, социальной и культурной областях.",
            "соглашение о сотрудничестве в научной, социальной и культурной областях",
            "agreement",
        ),
        (
            "Мэр одобрил меморандум о взаимопонимании с портом.",
            "меморандум о взаимопонимании",
            "memorandum",
        ),
        ("Он сослался на Киотский протокол.", "Киотский протокол", "protocol"),
        ("Принят закон «О народных промыслах».", "закон «О народных промыслах»", "law"),
        (
            "Завод получил контракт на поставку 12 катеров.",
            "контракт на поставку 12 катеров",
            "contract",
        ),
        ("Подписано рамочное соглашение.", "рамочное соглашение", "agreement"),
    ],
)
def test_a_title_is_read_whole(text: str, name: str, kind: str) -> None:
    found = only(text)
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("на 2024-2026 годы", ("2024", "2026")),
        ("на 2024 – 2026 гг.", ("2024", "2026")),
        ("на период с 2023 по 2027 год", ("2023", "2027")),
        ("до 2030 года", (None, "2030")),
        ("до конца 2030 года", (None, "2030")),
        ("на 2025 год", ("2025", "2025")),
    ],
)
def test_periods(words: str, period: tuple[str | None, str | None]) -> None:
    found = only(f"План мероприятий {words} готов.")
    assert (found.period_from, found.period_to) == period
    assert found.name.endswith(words)


def test_a_title_in_marks_is_nominative_and_keeps_them() -> None:
    found = only("Стороны утвердили «дорожную карту» по туризму.")
    assert (found.name, found.kind) == ("«дорожная карта» по туризму", "roadmap")


def test_a_bare_noun_later_is_the_same_document() -> None:
    text = "Подписано соглашение о побратимских связях. Соглашение действует пять лет."
    assert [m.kind for m in only(text).mentions] == ["name", "role"]


def test_one_title_told_twice_is_one_document() -> None:
    text = (
        "Главы городов подпишут соглашение о культурном обмене. "
        "В соглашении о культурном обмене названы три музея."
    )
    assert len(only(text).mentions) == 2


def test_sides_named_in_a_title_are_no_parties_by_that() -> None:
    assert only("Обсудили соглашение о туризме между Литвой и Латвией.").parties == []


@pytest.mark.parametrize(
    "text",
    [
        "Компании заключили договор.",
        "У него большие планы.",
        "На карте мира есть белые пятна.",
        "Соглашения подписали осенью.",
    ],
)
def test_a_bare_noun_is_no_title(text: str) -> None:
    assert documents(text) == []
