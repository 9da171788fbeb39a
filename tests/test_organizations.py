"""Organizations: extents, owners, kinds, nested names, later mentions."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.drafts import OrganizationDraft
from pipeline.knowledge import Lexicon
from pipeline.stages.names import NamesStage
from pipeline.stages.organizations import OrganizationsStage
from pipeline.stages.regions import RegionsStage

from .handmade import models, parsed

LEXICON = Lexicon()
STAGES = (NamesStage(models()), RegionsStage(LEXICON), OrganizationsStage(LEXICON))


def read(text: str) -> Document:
    document = parsed(text)
    for stage in STAGES:
        stage.process(document)
    return document


def spans(text: str) -> list[str]:
    """The name and alias mentions of all organizations, in text order."""
    document = read(text)
    found = [m for e, m in document.mentions("name", "alias") if isinstance(e, OrganizationDraft)]
    return [text[m.start : m.stop] for m in sorted(found, key=lambda m: (m.start, -m.stop))]


def only(text: str) -> OrganizationDraft:
    found = read(text).organizations()
    assert len(found) == 1, [o.name for o in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Проект внесло правительство Самарской области.", "правительство Самарской области"),
        ("Об этом сообщили в МИД Таджикистана.", "МИД Таджикистана"),
        (
            "Он учится в Вятском государственном университете.",
            "Вятском государственном университете",
        ),
        ("Встречу вёл комитет по спорту и туризму.", "комитет по спорту и туризму"),
        ("С речью выступил глава завода «Прогресс».", "завода «Прогресс»"),
        ("Заявление распространила пресс-служба губернатора.", "пресс-служба губернатора"),
        ("Документ готовит комитет экономики администрации Перми.", "администрации Перми"),
        ("На стройке работает ПАО «Мостотрест».", "ПАО «Мостотрест»"),
        ("Заявку подал в Минспорттуризм Якутии тренер.", "Минспорттуризм Якутии"),
        ("Об угрозе предупредил Росприроднадзор.", "Росприроднадзор"),
        ("Депутаты обратились в Верховный суд России.", "Верховный суд России"),
        # the kind of a region before its name, and the region where a body works
        ("Делегацию принял народный комитет провинции Хубэй.", "народный комитет провинции Хубэй"),
        ("Сессию провёл маслихат города Алматы.", "маслихат города Алматы"),
        ("Совещание прошло в хокимияте Ферганской области.", "хокимияте Ферганской области"),
        (
            "Об этом сообщили в ГУ МВД России по Омской области.",
            "ГУ МВД России по Омской области",
        ),
        ("Открылось представительство Россотрудничества.", "представительство Россотрудничества"),
        (
            "Договор подписала Корпорация развития Дальнего Востока и Арктики.",
            "Корпорация развития Дальнего Востока и Арктики",
        ),
        (
            "Договор подписали Корпорация развития Дальнего Востока и норвежская фирма.",
            "Корпорация развития Дальнего Востока",
        ),
        (
            "Гостей принял Государственный Совет — Хасэ Адыгеи.",
            "Государственный Совет — Хасэ Адыгеи",
        ),
        ("Учения провёл Центральный военный округ.", "Центральный военный округ"),
        ("Ноту передали в миде Грузии.", "миде Грузии"),
        ("Пришёл посланник правительства Омана по делам моря.", "правительства Омана"),
        ("Это Катарский фонд развития и компания «Рас».", "Катарский фонд развития"),
        ("Помогли спецслужбы Омана.", "спецслужбы Омана"),
        ("Помогли правоохранительные органы Омана.", "правоохранительные органы Омана"),
        ("Об этом сообщает dvina-press.ru.", "dvina-press.ru"),
        ("Портал Dvina24.ru это подтвердил.", "Dvina24.ru"),
    ],
)
def test_a_name_has_its_whole_extent(text: str, expected: str) -> None:
    assert expected in spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Правительство обсудит бюджет в среду.",
        "Союз «опасен для обеих сторон», считает он.",
        "Ремонтируют школы Кировского района.",
        "Премьера фильма «Салют» пройдёт весной.",
        "Он написал об этом в Facebook.",
        "Выступил руководитель аппарата губернатора.",
        "Туристам нравится Российская Федерация.",
        "Речь шла о вопросах присоединения России к конвенции.",
        "К пуску готовят корабли «Восход» и «Заря».",
        "Вырос единый налоговый платёж (ЕНП). Сроки уплаты ЕНП прежние.",
        "Это не институт брака, а институт наставничества.",
        "Пишите на info@dvina-press.ru или на сайт www.dvina-press.ru/news/5.",
    ],
)
def test_what_is_no_organization(text: str) -> None:
    assert spans(text) == []


def test_a_network_that_acts_is_a_firm() -> None:
    assert spans("Компания Facebook купила стартап. Прибыль Facebook выросла.") == [
        "Компания Facebook",
        "Facebook",
    ]


def test_the_region_inside_a_name_is_a_mention_of_the_region_too() -> None:
    document = read("Министерство культуры Карелии объявило конкурс.")
    assert [o.name for o in document.organizations()] == ["Министерство культуры Карелии"]
    assert [r.name for r in document.regions()] == ["Республика Карелия"]
    assert document.organizations()[0].owner is document.regions()[0]


def test_a_body_inside_a_name_is_a_body_too() -> None:
    assert spans("Собрание открыл секретарь обкома КПСС.") == ["обкома КПСС", "КПСС"]


def test_an_adjective_of_a_name_is_no_town() -> None:
    document = read("О встрече рассказали в Белом доме. Представитель Белого дома добавил детали.")
    assert document.regions() == []


def test_an_abbreviation_in_brackets_is_tied_to_the_full_name() -> None:
    text = (
        "Международный центр водных исследований (МЦВИ) открыл филиал. Учёные МЦВИ поедут на Алтай."
    )
    organization = next(o for o in read(text).organizations() if o.short_name == "МЦВИ")
    assert organization.name == "Международный центр водных исследований"
    assert [text[m.start : m.stop] for m in organization.mentions][1:] == ["МЦВИ", "МЦВИ"]


def test_an_abbreviation_alone_is_the_name_with_its_initials() -> None:
    text = "Лигу северных портов возглавил моряк. В ЛСП вошли шесть портов."
    organization = only(text)
    assert (organization.short_name, len(organization.mentions)) == ("ЛСП", 2)


def test_a_syllabic_name_is_the_ministry_told_in_full() -> None:
    text = "Министерство сельского хозяйства ждёт снег. Минсельхоз закупит тракторы."
    assert len(only(text).mentions) == 2


def test_a_body_with_and_without_its_owner_is_one() -> None:
    assert (
        len(only("Началась сессия Конгресса США. Спикер открыл заседание Конгресса.").mentions) == 2
    )


def test_a_latin_name_with_and_without_its_head_is_one() -> None:
    text = "Завод Kronberg остановлен. Рабочие Kronberg ждут выплат."
    assert len(only(text).mentions) == 2


def test_a_foreign_name_in_brackets_is_the_same_body() -> None:
    text = "Открылся Банк северных стран (Bank of Nordic States) в Мурманске."
    organization = next(o for o in read(text).organizations() if len(o.mentions) > 1)
    assert [text[m.start : m.stop] for m in organization.mentions] == [
        "Банк северных стран",
        "Bank of Nordic States",
    ]


def test_a_bare_government_after_its_full_name_is_an_alias() -> None:
    text = "Правительство Тувы одобрило план. В среду правительство утвердит смету."
    organization = only(text)
    assert [(text[m.start : m.stop], m.kind) for m in organization.mentions] == [
        ("Правительство Тувы", "name"),
        ("правительство", "alias"),
    ]


def test_a_bare_firm_after_its_full_name_is_a_role() -> None:
    text = "Завод «Салют» выиграл торги. Через год завод поставит насосы."
    assert [m.kind for m in only(text).mentions] == ["name", "role"]


def test_a_bare_head_of_two_names_means_neither() -> None:
    text = "Спорили правительство Тувы и правительство Хакасии. Правительство смолчало."
    assert [len(o.mentions) for o in read(text).organizations()] == [1, 1]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("В Кремле заявили, что визит готовится.", "Администрация президента России"),
        ("Позиция Кремля не изменилась.", "Администрация президента России"),
        ("Смольный поддержал застройщика.", "Правительство Санкт-Петербурга"),
    ],
)
def test_a_seat_that_acts_is_the_body(text: str, body: str) -> None:
    assert [o.name for o in read(text).organizations()] == [body]


@pytest.mark.parametrize(
    "text", ["Президент принял гостя в Кремле.", "Президент сообщил об этом в Кремле."]
)
def test_a_seat_where_something_happens_is_no_body(text: str) -> None:
    assert read(text).organizations() == []


def test_a_list_stops_before_another_name() -> None:
    text = "Подписи поставили комитет по туризму Тувы и ПАО «Салют»."
    assert spans(text) == ["комитет по туризму Тувы", "ПАО «Салют»"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Об этом пишет газета «Заря Урала».", "media"),
        ("Мост строит ООО «Дорстрой».", "company"),
        ("Он окончил Омский аграрный университет.", "education"),
        ("Законопроект внесла партия «Родная земля».", "party"),
        ("Он возглавил министерство финансов Тувы.", "government"),
        ("Вопрос рассмотрит ОБСЕ.", "international"),
        ("Об этом сообщает агентство «Заря».", "media"),
        ("Проект ведёт Агентство развития туризма Тувы.", "government"),
        ("Физики работают в МИФИ.", "education"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [o.kind for o in read(text).organizations()] == [kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Линию построит Алтайэнерго.", ["Алтайэнерго"]),
        ("Гостей встретил Карлес Родригес.", []),
        ("Профсоюз ведёт переговоры.", []),
    ],
)
def test_coined_words_name_bodies_and_common_ones_do_not(text: str, names: list[str]) -> None:
    assert spans(text) == names


def test_an_album_with_its_year_is_no_body() -> None:
    assert spans("Вышли диски The Long Road Home (1998) и Night Train (2001).") == []


def test_a_body_of_government_is_of_the_region_that_ends_its_name() -> None:
    body = only("Стенд открыл Комитет по внешним связям Санкт-Петербурга.")
    assert body.owner is not None
    assert body.owner.name == "Санкт-Петербург"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Гостей собрал союз журналистов Карелии.", ["союз журналистов Карелии"]),
        ("Его возглавил совет ветеранов Перми.", ["совет ветеранов Перми"]),
        ("Поддержку оказало общество инвалидов Томска.", ["общество инвалидов Томска"]),
        ("Проект внесло правительство Мишустина.", ["правительство Мишустина"]),
        ("Вчера собрался союз журналистов.", []),
        ("Принято решение совета директоров.", []),
    ],
)
def test_a_genitive_makes_a_name_with_an_owner(text: str, expected: list[str]) -> None:
    assert spans(text) == expected
