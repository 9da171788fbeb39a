"""Speech: quotes told from titles, who speaks, reported clauses."""

from __future__ import annotations

import itertools
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import InputArticle
from pipeline.document import Document
from pipeline.drafts import OrganizationDraft, PersonDraft, RoleDraft, SpeechDraft
from pipeline.knowledge import Lexicon
from pipeline.nlp import Models
from pipeline.speech import speech_at
from pipeline.speech.quotes import find_quotes
from pipeline.stages.morphology import MorphologyStage
from pipeline.stages.names import NamesStage
from pipeline.stages.segmentation import SegmentationStage
from pipeline.stages.speech import SpeechStage
from pipeline.stages.syntax import SyntaxStage
from pipeline.stages.zones import ZonesStage


@cache
def base_stages():
    models, lexicon = Models(), Lexicon()
    return [
        ZonesStage(lexicon),
        SegmentationStage(),
        MorphologyStage(models),
        NamesStage(models),
        SyntaxStage(models),
    ]


def read(text: str, people: dict[str, str] | None = None, *, gender: str = "") -> Document:
    """A document with persons by surname stem; ``people`` maps a stem to the person's name."""
    document = Document.of(InputArticle(text))
    for stage in base_stages():
        stage.process(document)
    drafts = {}
    for stem, name in (people or {}).items():
        drafts[stem] = PersonDraft(name, gender=gender)
        document.entities.append(drafts[stem])
    for span in document.names:
        for stem, draft in drafts.items():
            if span.type == "PER" and stem in span.text:
                draft.add(span.start, span.stop)
    return document


def speak(document: Document) -> list[SpeechDraft]:
    SpeechStage(Lexicon()).process(document)
    return document.speech


def told(text: str, people: dict[str, str] | None = None) -> list[tuple[str, str | None]]:
    """Direct speech as (words, speaker)."""
    found = speak(read(text, people))
    return [(text[s.start : s.stop], s.speaker and s.speaker.name) for s in found if s.direct]


def reported(text: str, people: dict[str, str] | None = None) -> list[tuple[str, str | None]]:
    found = speak(read(text, people))
    return [(text[s.start : s.stop], s.speaker and s.speaker.name) for s in found if not s.direct]


ZIMIN = {"Зимин": "Павел Зимин"}
BOTH = {"Зимин": "Павел Зимин", "Ракитин": "Олег Ракитин"}


@pytest.mark.parametrize("marks", ["«»", '""', "“”", "„“", "„”"])
def test_quote_with_its_speaker_after_a_dash(marks):
    words = "Мы откроем новый рейс уже весной"
    text = f"{marks[0]}{words}{marks[1]}, — сказал губернатор Павел Зимин."
    assert told(text, ZIMIN) == [(words, "Павел Зимин")]


def test_verb_of_the_attribution_is_kept():
    text = "«Мы откроем новый рейс весной», – подчеркнул Павел Зимин."
    [speech] = speak(read(text, ZIMIN))
    assert speech.verb is not None
    assert text[slice(*speech.verb)] == "подчеркнул"


def test_attribution_inside_the_quote_is_cut_out():
    text = "«Нам этого мало, — заявил Павел Зимин. — Предлагаем построить второй завод»."
    assert told(text, ZIMIN) == [
        ("Нам этого мало", "Павел Зимин"),
        ("Предлагаем построить второй завод", "Павел Зимин"),
    ]


@pytest.mark.parametrize(
    "lead", ["Павел Зимин отметил:", "Павел Зимин, глава комитета:", "Павел Зимин:"]
)
def test_speaker_before_a_colon(lead):
    text = f"{lead} «Соседи помогут нам техникой»."
    assert told(text, ZIMIN) == [("Соседи помогут нам техникой", "Павел Зимин")]


def test_colon_at_the_end_of_the_paragraph_before():
    text = "После встречи Павел Зимин заявил:\n\n«Соседи помогут нам техникой и людьми»."
    assert told(text, ZIMIN)[0][1] == "Павел Зимин"


def test_lone_quote_paragraph_continues_whoever_acted_last():
    text = (
        "Павел Зимин пригласил гостей на завод.\n\n"
        "«Наши предприятия готовы увеличить поставки станков. Мы ждём партнёров осенью»\n\n"
        "Затем стороны осмотрели порт."
    )
    [(words, speaker)] = told(text, ZIMIN)
    assert words.startswith("Наши предприятия")
    assert speaker == "Павел Зимин"


@pytest.mark.parametrize("repeat", ["", "«"])
def test_quote_over_paragraphs(repeat):
    text = (
        "«Мы построили мост за два года.\n"
        f"{repeat}Теперь по нему пойдут грузы соседей», — сказал Павел Зимин."
    )
    [(words, speaker)] = told(text, ZIMIN)
    assert words.startswith("Мы построили")
    assert words.endswith("грузы соседей")
    assert speaker == "Павел Зимин"


def test_dialogue_after_dashes():
    text = (
        "– Трамваи нужны нам уже сегодня, – сказал Павел Зимин. – Мы возьмём десять.\n"
        "– Мы поставим их к осени, – ответил Олег Ракитин."
    )
    assert told(text, BOTH) == [
        ("Трамваи нужны нам уже сегодня", "Павел Зимин"),
        ("Мы возьмём десять.", "Павел Зимин"),
        ("Мы поставим их к осени", "Олег Ракитин"),
    ]


def test_bullets_are_no_dialogue():
    assert told("Стороны обсудили:\n— Развитие торговли;\n— Обмен студентами.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Павел Зимин посетил завод «Северный ветер» и музей «Старый порт».",
        "Павел Зимин сообщил, что завод «Северный ветер» откроется в мае.",
        "Стороны утвердили «дорожную карту» до 2030 года.",
        "Компания «Лесные дороги» построит мост.",
        'Павел Зимин заявил, что АО "Южный порт" купит краны.',
    ],
)
def test_titles_are_no_speech(text):
    assert told(text, ZIMIN) == []


def test_words_quoted_inside_a_report():
    text = "Павел Зимин заявил, что область «готова взять на себя все расходы по доставке»."
    assert told(text, ZIMIN) == [("готова взять на себя все расходы по доставке", "Павел Зимин")]


def test_title_inside_speech_belongs_to_it():
    text = "«Мы купим станки у завода «Заря» осенью», — сказал Павел Зимин."
    assert told(text, ZIMIN) == [("Мы купим станки у завода «Заря» осенью", "Павел Зимин")]


def test_one_mark_closing_two_quotes():
    text = "«Мы купим станки у завода «Заря», — сказал Павел Зимин."
    document = read(text, ZIMIN)
    [speech] = [s for s in speak(document) if s.direct]
    assert text[speech.start : speech.stop] == "Мы купим станки у завода «Заря"
    assert speech.speaker is not None


def test_unclosed_quote_is_warned_of_and_ends_with_its_paragraph():
    document = read("«Мы построим мост до осени.\n\nПавел Зимин уехал.", ZIMIN)
    [speech] = [s for s in speak(document) if s.direct]
    assert speech.stop == document.text.index("\n")
    assert "unclosed_quote" in [w.code for w in document.warnings]


def test_role_without_a_name_speaks_for_its_holder():
    text = "«Фонды готовы вложить деньги в теплицы», — сказал дипломат."
    document = read(text, ZIMIN)
    start = text.index("дипломат")
    person = PersonDraft("Павел Зимин")
    document.roles.append(RoleDraft("дипломат", start, start + 8, start, start + 8, person=person))
    assert speak(document)[0].speaker is person


def test_he_and_nobody_are_whoever_spoke_last():
    text = (
        "«Мы ждём гостей в мае», — сказал Павел Зимин. "
        "«Мы покажем им новый порт», — добавил он. Также сообщил, что визит продлится два дня."
    )
    document = read(text, ZIMIN, gender="m")
    assert [s.speaker and s.speaker.name for s in speak(document)] == ["Павел Зимин"] * 3


def test_she_is_not_a_man():
    document = read(
        "«Мы ждём гостей в мае», — сказал Павел Зимин. «Покажем им порт», — добавила она.",
        ZIMIN,
        gender="m",
    )
    assert speak(document)[1].speaker is None


def test_unnamed_source_is_nobody():
    text = "Павел Зимин уехал. «Переговоры продолжатся в мае», — сказал источник в правительстве."
    assert told(text, ZIMIN) == [("Переговоры продолжатся в мае", None)]


@pytest.mark.parametrize("kind", ["government", "media"])
def test_bodies_speak_but_media_only_pass_on(kind):
    text = "«Переговоры продолжатся в мае», — сообщили в Минтрансе."
    document = read(text)
    body = OrganizationDraft("Минтранс", kind=kind)
    body.add(text.index("Минтранс"), text.index("Минтранс") + len("Минтрансе"))
    document.entities.append(body)
    assert (speak(document)[0].speaker is body) == (kind == "government")


def test_words_passed_on_belong_to_whose_they_are():
    text = "«Муку у вас хвалят, мы хотим покупать её», — привели в пресс-службе слова Зимина."
    assert told(text, ZIMIN)[0][1] == "Павел Зимин"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Павел Зимин отметил, что товарооборот вырос.", "товарооборот вырос"),
        ("По словам Павла Зимина, товарооборот вырос.", "товарооборот вырос"),
        ("Как рассказал Павел Зимин, товарооборот вырос.", "товарооборот вырос"),
        ("Товарооборот вырос, сообщил Павел Зимин.", "Товарооборот вырос"),
        ("Товарооборот вырос, — отметил Павел Зимин.", "Товарооборот вырос"),
        ("Павел Зимин пообещал построить новый мост.", "построить новый мост"),
        ("Павел Зимин напомнил о новых маршрутах.", "о новых маршрутах"),
    ],
)
def test_reported_speech(text, content):
    assert reported(text, ZIMIN) == [(content, "Павел Зимин")]


def test_two_clauses_in_one_sentence():
    text = "Павел Зимин сообщил, что рейс открыт, добавив, что билеты уже в продаже."
    assert reported(text, ZIMIN) == [
        ("рейс открыт", "Павел Зимин"),
        ("билеты уже в продаже", "Павел Зимин"),
    ]


def test_what_was_not_said_is_not_reported():
    assert reported("Павел Зимин не сообщил, что рейс закрыт.", ZIMIN) == []


def test_speech_at_takes_direct_speech_first():
    document = Document.of(InputArticle("x" * 50))
    outer, inner, clause = (
        SpeechDraft(0, 40, True),
        SpeechDraft(5, 20, True),
        SpeechDraft(8, 12, False),
    )
    document.speech = [outer, inner, clause]
    assert speech_at(document, 9) is inner
    assert speech_at(document, 30) is outer
    assert speech_at(document, 45) is None


@given(st.text(alphabet='а «»„“”"\n.,—', max_size=60))
def test_quotes_lie_inside_the_text_and_nest(text):
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    quotes = find_quotes(text, lines)
    for quote in quotes:
        assert 0 < quote.start <= quote.stop <= len(text)
    tops = [q for q in quotes if q.depth == 0]
    assert all(a.stop <= b.start for a, b in itertools.pairwise(tops))
