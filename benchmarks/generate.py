"""Articles made from parts: for machines without the open texts, and for runs of any length.

They are grammatical Russian about meetings that never were, with names, places, bodies and
figures drawn at random, so that words repeat about as they do in news. The same seed gives the
same articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

PARTS = """
syllables: ба|ве|го|да|жи|зо|ка|ле|мо|ни|по|ра|се|то|фи|ха|чу|ша|лю|гря|стро|пле|вни|сме|кор|тан
given: Иван|Пётр|Олег|Сергей|Андрей|Виктор|Павел|Роман|Денис|Артём|Глеб|Юрий
by given: Иваном|Петром|Олегом|Сергеем|Андреем|Виктором|Павлом|Романом|Денисом|Артёмом|Глебом|Юрием
places: Тверская область|Томская область|Армения|Казахстан|Татарстан|Сербия|Тула|Вьетнам|Ямал
of places: Тверской области|Томской области|Армении|Казахстана|Татарстана|Сербии|Тулы|Вьетнама|Ямала
posts: губернатор|министр экономики|вице-премьер|посол|мэр|глава комитета по внешним связям
by posts: губернатором|министром экономики|вице-премьером|послом|мэром|главой комитета по связям
topics: развитие торговли|обмен студентами|запуск прямого авиасообщения|подготовку врачей
topics: строительство логистического центра|поставки сельхозтехники|цифровизацию образования
topics: кооперацию в машиностроении|восстановление памятников|совместные туристические маршруты
deeds: открыть прямой рейс|создать рабочую группу|увеличить товарооборот на {n} процентов
deeds: подписать соглашение о сотрудничестве до конца года|провести дни культуры в {m}
deeds: построить завод мощностью {n} тысяч тонн|обмениваться специалистами
months: января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря
in months: январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре
endings: нов|ров|лёв|дин|кин
companies: -Инвест|пром|строй| и партнёры|
"""
WORDS: dict[str, list[str]] = {}
for _line in PARTS.strip("\n").splitlines():
    _name, _words = _line.split(": ", 1)
    WORDS.setdefault(_name, []).extend(_words.split("|"))

FILLERS = [
    "По словам участников, объём взаимной торговли за {y} год вырос на {n} процентов и достиг {k} "
    "миллионов долларов.",
    "В регионе работают {n} предприятий с участием капитала «{c}», на них занято {k} человек.",
    "Компания «{c}» вложила в производство {k} миллионов рублей и намерена нанять ещё {n} рабочих.",
    "«Мы высоко ценим партнёрские отношения и готовы предложить новые проекты», – сказал {s}.",
    "Отдельно стороны обсудили {t} и {u}.",
    "Делегация посетила завод «{c}», где ей показали линию {s}-{n}.",
    "Напомним, что {d} {m} {y} года в городе прошёл форум «{c}», собравший {k} гостей.",
]


def made_articles(count: int, *, seed: int) -> Iterator[str]:
    """``count`` articles of about 1,500 characters; no two are alike."""
    for number in range(count):
        yield _article(random.Random(f"{seed}-{number}"), number)


def _article(draw: random.Random, number: int) -> str:
    one, two = draw.sample(range(len(WORDS["places"])), 2)
    given, month = draw.randrange(12), draw.randrange(12)
    host, guest = _surname(draw), _surname(draw)
    lead = (
        f"{draw.randint(1, 28)} {WORDS['months'][month]} {draw.randint(2019, 2026)} года "
        f"{_pick(draw, 'posts')} {WORDS['of places'][one]} {_pick(draw, 'given')} {host} "
        f"встретился с {_pick(draw, 'by posts')} {WORDS['of places'][two]} "
        f"{WORDS['by given'][given]} {guest}ым."
    )
    body = [_filler(draw) for _ in range(draw.randint(5, 10))]
    deed = _pick(draw, "deeds").format(n=draw.randint(2, 90), m=_pick(draw, "in months"))
    body.insert(draw.randrange(len(body)), f"Стороны договорились {deed}.")
    talk = f"На встрече {host} и {WORDS['given'][given]} {guest} обсудили {_pick(draw, 'topics')}."
    body.insert(0, talk)
    half = len(body) // 2
    places = f"{WORDS['places'][one]} и {WORDS['places'][two]}"
    title = f"{places} расширяют сотрудничество: встреча № {number}"
    return "\n\n".join([title, lead, " ".join(body[:half]), " ".join(body[half:])])


def _pick(draw: random.Random, what: str) -> str:
    return draw.choice(WORDS[what])


def _surname(draw: random.Random) -> str:
    stem = "".join(_pick(draw, "syllables") for _ in range(draw.randint(1, 3)))
    return (stem + _pick(draw, "endings")).capitalize()


def _filler(draw: random.Random) -> str:
    return draw.choice(FILLERS).format(
        n=draw.randint(2, 90),
        k=draw.randint(100, 9900),
        y=draw.randint(2015, 2025),
        d=draw.randint(1, 28),
        m=_pick(draw, "months"),
        c=_surname(draw) + _pick(draw, "companies"),
        s=_surname(draw),
        t=_pick(draw, "topics"),
        u=_pick(draw, "topics"),
    )
