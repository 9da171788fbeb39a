"""People: spans of names, their parts in the nominative, one entity for each person."""

from __future__ import annotations

import pytest

from .people import mentions, people, posts, read

NAMES = [
    ("Гостей принял Касым-Жомарт Токаев.", ["Касым-Жомарт Токаев"]),
    ("Он говорил с Рустами Эмомали и Ильхамом Рахматовым.", ["Рустами Эмомали", "Ильхам Рахматов"]),
    # the tagger takes a bracket, a comma, a word before the name along
    ("Победил Юн Берг (Jon Berg), второй — Пер Лунд.", ["Юн Берг", "Пер Лунд"]),
    ("Усы Сальвадора Дали сохранили форму.", ["Сальвадор Дали"]),
    ("Голы: Сёмин (Овечкин, Фёдоров), Бернс.", ["Сёмин", "Овечкин", "Фёдоров", "Бернс"]),
    # two names side by side
    ("Так считал отец Пака Чон Хи Ким До Ён.", ["Пак Чон Хи", "Ким До Ён"]),
    # names that the tagger passes over
    ("Спецназ искал Усаму бин Ладена.", ["Усама бин Ладен"]),
    ("Он женат на модели Исабель Прейслер.", ["Исабель Прейслер"]),
    # what only looks like a name
    ("Купюра в сто рублей. Отметим также погоду.", []),
    ("У него нашли болезнь Паркинсона.", []),
    ("Пилот Формулы-1 попал в аварию.", []),
    # declension: what the surname tells of the given name, names that stand as they are
    ("Он победил Александру Райсман.", ["Александра Райсман"]),
    ("Он победил Александра Райсмана.", ["Александр Райсман"]),
    ("Новой судьёй стала Дайан Вуд.", ["Дайан Вуд"]),
    ("Он говорил с врио главы Коми Ростиславом Гольдштейном.", ["Ростислав Гольдштейн"]),
    ("Его встретил министр иностранных дел КНР Ван И.", ["Ван И"]),
    ("Глава примет министра торговли Узбекистана Лазиза Кудратова.", ["Лазиз Кудратов"]),
    ("Читали письма Николая I и Елизаветы II.", ["Николай I", "Елизавета II"]),
    ("Видели Халеда эль-Масри.", ["Халед эль-Масри"]),
    ("Там стоит памятник у дома Космонавта Волкова.", ["Волков"]),
    # «Пан» is a name here
    ("Выступил генсек ООН Пан Ги Мун.", ["Пан Ги Мун"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[t for t, _ in NAMES])
def test_names(text: str, expected: list[str]) -> None:
    assert list(people(text)) == expected


ONE = [
    ("Анна Орлова приехала. Орлова выступила. Об этом просили Анну Орлову.", "Анна Орлова"),
    ("Реджеп Тайип Эрдоган улетел. Завтра Реджеп Эрдоган вернётся.", "Реджеп Тайип Эрдоган"),
    ("Хиллари Клинтон заболела. Здоровье Хиллари вызывает вопросы.", "Хиллари Клинтон"),
    ("Йоити Кобаяси прибыл. Посол Еити Кобаяси выступил.", "Йоити Кобаяси"),
    ("Михаил Саакадзе уехал. Позже Михаил Сааакадзе вернулся.", "Михаил Саакадзе"),
    ("Егор Свиридов погиб. Уже много сказали о Свиридове.", "Егор Свиридов"),
]


@pytest.mark.parametrize(("text", "name"), ONE, ids=[t for t, _ in ONE])
def test_one_person_is_one_entity(text: str, name: str) -> None:
    assert list(people(text)) == [name]


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Гурбангулы Аннаев встретился с Сердаром Аннаевым. Сердар Аннаев улетел."
    assert list(people(text)) == ["Гурбангулы Аннаев", "Сердар Аннаев"]


def test_a_latin_name_in_a_bracket_is_an_alias() -> None:
    text = "Премию получил Юн Берг (Jon Berg)."
    assert mentions(text, "Юн Берг") == ["Юн Берг", "Jon Berg/alias"]


def test_a_surname_taken_for_a_place_is_a_person_again() -> None:
    text = "Егор Свиридов погиб. Уже много сказали о Свиридове."
    document = read(text)
    assert not document.regions()
    assert mentions(text, "Егор Свиридов") == ["Егор Свиридов", "Свиридове"]


OWNERS = [
    (
        "Италия ждёт выборов. Премьер-министр Сильвио Росси выступил.",
        "Сильвио Росси",
        ["премьер-министр @ Италия"],
    ),
    (
        "На акции были люди партии «Яблоко». Пришёл и глава партии Сергей Митин.",
        "Сергей Митин",
        ["глава @ партия «Яблоко»"],
    ),
    (
        "Завод строит концерн «Сириус». Стройку начал шеф концерна Бернд Кох.",
        "Бернд Кох",
        ["шеф @ концерн «Сириус»"],
    ),
]


@pytest.mark.parametrize(("text", "name", "expected"), OWNERS, ids=[n for _, n, _ in OWNERS])
def test_owners_named_elsewhere(text: str, name: str, expected: list[str]) -> None:
    assert posts(text)[name] == expected


def test_a_governor_told_of_in_the_middle_is_not_the_protagonist() -> None:
    text = (
        "Виктор Лужин выступил в Думе. Он говорил о бюджете, Лужина слушали час. "
        "Губернатору Тверской области прочат отставку."
    )
    assert posts(text)["Виктор Лужин"] == []


def test_a_colleague_is_the_holder_of_the_like_post_there() -> None:
    text = (
        "Губернатор Омской области Виталий Зимин и губернатор Томской области Лев Рябов прилетели. "
        "В перерыве Зимин пообщался с томским коллегой."
    )
    assert mentions(text, "Лев Рябов") == ["Лев Рябов", "томским коллегой/role"]


def test_an_article_calls_its_hero_by_his_trade() -> None:
    text = "Олег Понов родился в Омске. Понов пел в хоре. Артист умер вчера, Понову было 80 лет."
    assert "Артист/role" in mentions(text, "Олег Понов")
    assert posts(text)["Олег Понов"] == []


def test_a_given_name_is_no_part_of_a_place() -> None:
    text = "Глава Хакасии уехал. Вышла министр культуры республики Анна Костюк."
    document = read(text)
    assert [r.name for r in document.regions()] == ["Республика Хакасия"]
    [post] = posts(text)["Анна Костюк"]
    assert post.endswith("@ Республика Хакасия")
