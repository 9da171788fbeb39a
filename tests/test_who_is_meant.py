"""Whom bare posts, pronouns and plural nouns mean when several meetings or people are told of."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from .reading import met, read


class Act(NamedTuple):
    """An outcome by its act, the names of its parties in alphabetical order and its speaker."""

    act: str
    parties: list[str]
    speaker: str | None = None


def acts(text: str) -> list[Act]:
    """Every outcome of an article."""
    record = read(text)
    names = {e.id: e.name for e in record.entities}
    return [
        Act(o.act, sorted(names[p] for p in o.parties), names[o.speaker] if o.speaker else None)
        for o in record.outcomes
    ]


UNDER_WAY = [
    # Not the meeting recalled in between, by a word for earlier, by «в июле», by «накануне» …
    (
        "Премьер-министр Казахстана Олжас Бектенов встретился в Астане с губернатором Омской "
        "области Виталием Хоценко. На прошлой неделе Бектенов принимал делегацию Узбекистана. "
        "Собеседники договорились увеличить товарооборот.",
        ["Казахстан", "Омская область"],
    ),
    (
        "Губернатор Вологодской области Глеб Рогов принял в Вологде посла Беларуси Юрия "
        "Селиверстова. В июле Рогов ездил в Узбекистан, где встречался с хокимом Ферганской "
        "области Хайрулло Бозаровым. Стороны договорились о поставках льна.",
        ["Белоруссия", "Вологодская область"],
    ),
    (
        "Министр сельского хозяйства Татарстана Марат Сабиров встретился с министром сельского "
        "хозяйства Узбекистана Иброхимом Юсуповым. Раис Татарстана Рустам Минниханов накануне "
        "беседовал с хокимом Самаркандской области Адизом Бобоевым. Министры договорились о "
        "поставках семян картофеля.",
        ["Республика Татарстан", "Узбекистан"],
    ),
    # … but the recalled one where the telling stays with it.
    (
        "Губернатор Вологодской области Глеб Рогов принял посла Беларуси Юрия Селиверстова.\n\n"
        "В июле Рогов встречался с хокимом Ферганской области Хайрулло Бозаровым. Тогда стороны "
        "договорились о поставках льна.",
        ["Вологодская область", "Ферганская область"],
    ),
    # A plural post, or what kind of places it is of, says which of the meetings.
    (
        "Президент США Дональд Трамп поговорил по телефону с премьер-министром Израиля "
        "Биньямином Нетаньяху. Госсекретарь США Марко Рубио встретился в Вашингтоне с министром "
        "иностранных дел Египта Бадром Абдель Аты. Лидеры договорились о перемирии.",
        ["Израиль", "США"],
    ),
    (
        "Министр иностранных дел Турции Хакан Фидан обсудил по телефону с госсекретарём США Марко "
        "Рубио перемирие. Главы МИД договорились открыть границу.",
        ["США", "Турция"],
    ),
    # A town and its own region are one power: the pair that the text has named.
    (
        "Глава Якутии Айсен Николаев и мэр Якутска Евгений Григорьев встретились. Между Якутском "
        "и Харбином подписано соглашение о побратимстве. Стороны договорились открыть авиарейс.",
        ["Харбин", "Якутск"],
    ),
]


@pytest.mark.parametrize(("text", "parties"), UNDER_WAY, ids=[t[:40] for t, _ in UNDER_WAY])
def test_sides_told_without_a_name_are_those_of_the_meeting_under_way(
    text: str, parties: list[str]
) -> None:
    """«Стороны», «министры», «главы МИД» are not who met last."""
    assert acts(text)[-1] == Act("agreed", parties)


def test_plural_posts_make_no_second_meeting_of_a_recalled_pair() -> None:
    """«Лидеры двух стран обсудили» after a meeting recalled is said of the first pair."""
    text = (
        "Президент Азербайджана Ильхам Алиев и премьер-министр Армении Никол Пашинян встретились "
        "в Абу-Даби. В прошлом году Пашинян встречался с президентом Турции Реджепом Эрдоганом. "
        "Лидеры двух стран обсудили делимитацию границы."
    )
    assert met(text) == [
        ("meeting", ["Ильхам Алиев", "Никол Пашинян"]),
        ("meeting", ["Никол Пашинян", "Реджеп Эрдоган"]),
    ]
    assert acts(text) == [Act("discussed", ["Азербайджан", "Армения"])]


POSTS = [
    # Of two ministers the verb's gender says which.
    (
        "Министр иностранных дел Германии Анналена Бербок встретилась с министром иностранных дел "
        "Грузии Ильёй Дарчиашвили. Министр попросил ускорить переговоры.",
        Act("proposed", ["Грузия"], "Илья Дарчиашвили"),
    ),
    # Another president recalled in between is not the one who goes on.
    (
        "В Минске губернатор Нижегородской области Глеб Никитин встретился с президентом Беларуси "
        "Александром Лукашенко. Президент России Владимир Путин ранее призвал к кооперации. "
        "Президент пригласил нижегородцев на выставку.",
        Act("invited", ["Белоруссия"], "Александр Лукашенко"),
    ),
    # «Министр энергетики» without a land is the one whom the text then calls Russia's.
    (
        "Министр энергетики Сергей Цивилев провёл встречу с министром нефти Индии Хардипом Пури. "
        "Министр энергетики России пригласил индийского коллегу на форум.",
        Act("invited", ["Россия"], "Сергей Цивилев"),
    ),
    # The post of a firm's head told without his name is no state's.
    (
        "Председатель правительства РФ Михаил Мишустин провёл в Пекине переговоры с премьером "
        "Госсовета КНР Ли Цяном. Президент компании «Вектор» рассказал о планах. Президент "
        "подписал соглашение с китайским партнёром.",
        Act("signed", ["компания «Вектор»"]),
    ),
]


@pytest.mark.parametrize(("text", "act"), POSTS, ids=[t[:40] for t, _ in POSTS])
def test_a_bare_post_is_of_who_can_hold_it(text: str, act: Act) -> None:
    """By gender, by who was told of last and not only recalled, by the land given elsewhere."""
    assert acts(text)[-1] == act


def test_a_peer_of_a_minister_is_no_president() -> None:
    """«Президент Ирана» is not the minister met as «коллега из Ирана»."""
    record = read(
        "Министр иностранных дел России Сергей Лавров встретился в Москве с коллегой из Ирана "
        "Аббасом Аракчи. Президент Ирана предложил России построить дорогу."
    )
    names = {e.id: e.name for e in record.entities}
    assert [names.get(o.speaker or "") for o in record.outcomes] != ["Аббас Аракчи"]


NOT_HE = [
    # A subject told by his post alone stands nearer.
    "Президент Украины Владимир Зеленский провёл переговоры с канцлером Германии Фридрихом Мерцем. "
    "После этого президент Франции сообщил о решении. Он предложил новую встречу.",
    # A thing is considered, not a man.
    "Мэр Хэйхэ Вера Ли поддержала инициативу Ивана Петрова. Она рассмотрена в мае.",
]


@pytest.mark.parametrize("text", NOT_HE, ids=[t[:40] for t in NOT_HE])
def test_a_pronoun_is_of_nobody_where_another_stands_nearer(text: str) -> None:
    """«Он» is not the last who has a name."""
    record = read(text)
    kinds = [m.kind for e in record.entities for m in e.mentions]
    assert "pronoun" not in kinds


OWNERS = [
    # A home premier is of no land whose guest he met.
    (
        "Спикер Госдумы Вячеслав Володин встретился с председателем Национальной ассамблеи "
        "Вьетнама Чан Тхань Маном. Вьетнамский гость встречался и с премьер-министром Михаилом "
        "Мишустиным.",
        "Михаил Мишустин",
    ),
    # «Китайский Харбин» makes China no republic of ours.
    (
        "Глава республики Айсен Николаев встретился с мэром Якутска Евгением Григорьевым. Речь шла "
        "о связях с китайским Харбином.",
        "Айсен Николаев",
    ),
]


@pytest.mark.parametrize(("text", "name"), OWNERS, ids=[n for _, n in OWNERS])
def test_a_post_at_home_is_of_no_guests_land(text: str, name: str) -> None:
    """The only country near need not be whose the post is."""
    [person] = [e for e in read(text).entities if e.name == name and e.type == "person"]
    assert [of for p in person.positions for of in p.of] == []


SIDES = [
    # «Города» are towns, not the region whose governor greets the guests.
    (
        "Мэр Иркутска Руслан Болотов встретился с мэром Улан-Батора Хишгээ Нямбаатаром. Губернатор "
        "Иркутской области Игорь Кобзев приветствовал гостей. Города договорились о студенческих "
        "обменах.",
        Act("agreed", ["Иркутск", "Улан-Батор"]),
    ),
    # The own state's ambassador is no third side beside a region and another land.
    (
        "Губернатор Сахалинской области Валерий Лимаренко встретился с послом России в Японии "
        "Николаем Ноздревым и губернатором Хоккайдо Наомити Судзуки. Стороны договорились "
        "возобновить паромное сообщение.",
        Act("agreed", ["Сахалинская область", "Хоккайдо"]),
    ),
    # «Оманская сторона» is the Omani body that met.
    (
        "Глава Торгово-промышленной палаты Ярославской области Наталья Рогоцкая провела встречу с "
        "председателем Торгово-промышленной палаты Омана Фейсалом Аль-Равасом. Оманская сторона "
        "пообещала помочь с визами.",
        Act("offered", ["Торгово-промышленная палата Омана"]),
    ),
    # Of two meetings of one man the one with whom he says it to.
    (
        "Премьер-министр Грузии Ираклий Кобахидзе встретился в Тбилиси с премьер-министром Армении "
        "Николом Пашиняном. Пашинян прибыл после переговоров в Астане с Токаевым. Глава "
        "правительства Армении пригласил грузинского коллегу в Ереван.",
        Act("invited", ["Армения"], "Никол Пашинян"),
    ),
    # A known leader needs no title for «президент»; a governor is none.
    (
        "Лукашенко встретился с губернатором Волгоградской области Андреем Бочаровым. Губернатор "
        "заявил, что регион готов поставлять овощи. Президент предложил наладить сборку тракторов.",
        Act("proposed", ["Лукашенко"], "Лукашенко"),
    ),
    (
        "В Астане прошли переговоры Касым-Жомарта Токаева и премьера Италии Джорджи Мелони. "
        "Президент заявил о готовности поставлять металлы.",
        Act("offered", ["Касым-Жомарт Токаев"], "Касым-Жомарт Токаев"),
    ),
    # «Пригласил коллег в Гродно»: where to, not of where the colleagues are.
    (
        "Глава Чувашии Олег Николаев и губернатор Гродненской области Юрий Караев провели встречу. "
        "Губернатор пригласил чувашских коллег в Гродно.",
        Act("invited", ["Гродненская область"], "Юрий Караев"),
    ),
]


@pytest.mark.parametrize(("text", "act"), SIDES, ids=[t[:40] for t, _ in SIDES])
def test_a_side_is_told_by_its_kind(text: str, act: Act) -> None:
    """Towns, lands, bodies and posts are none of another kind."""
    assert acts(text)[-1] == act


GUESTS = [
    # A host's own mayor is not his guest.
    (
        "Мэр Иркутска Руслан Болотов встретился с мэром Улан-Батора Хишгээ Нямбаатаром. Губернатор "
        "Иркутской области Игорь Кобзев принял гостей.",
        ["Игорь Кобзев", "Хишгээ Нямбаатар"],
    ),
    (
        "Министр культуры Омской области Иван Шеин рассказал о фестивале. Гостей из Казахстана "
        "принял губернатор Омской области Виталий Хоценко.",
        ["Виталий Хоценко", "Казахстан"],
    ),
]


@pytest.mark.parametrize(("text", "sides"), GUESTS, ids=[t[:40] for t, _ in GUESTS])
def test_guests_are_of_another_land(text: str, sides: list[str]) -> None:
    """«Гостей» are those of the place named beside them, else of who is not of the host's land."""
    assert met(text)[-1][1] == sides


def test_several_without_names_are_not_who_was_told_of_last() -> None:
    """«Парламентарии посетят Выборг» is no visit of the host's."""
    text = (
        "Председатель Законодательного собрания Ленинградской области Сергей Бебенин принял "
        "делегацию парламента Киргизии во главе с Нурланбеком Тургунбек уулу. Парламентарии "
        "посетят Выборг."
    )
    assert met(text) == [("meeting", ["Нурланбек Тургунбек уулу", "Сергей Бебенин"])]
