"""Forms found by the paradigm against pymorphy3's own inflection."""

from __future__ import annotations

import pytest

from pipeline.nlp.dictionary import analyzer
from pipeline.nlp.inflection import inflect
from pipeline.nlp.words import parses

NOUNS = "губернатора Вологду людей договорённостями Лопатиным Эйяфьядлайёкюдля России пальто кофе"
OTHERS = "большими подписан подписавшему бежал пять сверхновых бы 12 , ООО NATO XIV 5-го"
PREFIXED = "вице-губернатором псевдорешениям мегапроектов Санкт-Петербургом красно-белой Зиминой"
WORDS = " ".join((NOUNS, OTHERS, PREFIXED)).split()
FORMS = [("nomn",), ("nomn", "sing"), ("nomn", "sing", "masc"), ("gent", "plur"), ("voct",), ()]


@pytest.mark.parametrize("word", WORDS)
def test_forms_are_those_of_the_dictionary(word: str) -> None:
    for parse in parses(word):
        for grammemes in FORMS:
            form = parse.inflect(frozenset(grammemes))
            assert inflect(parse, *grammemes) == (form.word if form else None)


@pytest.mark.parametrize(
    ("word", "grammemes", "form"),
    [
        ("высшего", ("nomn", "masc"), "высший"),
        ("высшей", ("nomn", "sing"), "высшая"),
        ("высшим", ("nomn", "sing", "neut"), "высшее"),
        ("высших", ("nomn",), "высшие"),
        ("ближайшую", ("nomn", "plur"), "ближайшие"),
    ],
)
def test_a_superlative_keeps_its_stem(word: str, grammemes: tuple[str, ...], form: str) -> None:
    readings = [p for p in parses(word) if "Supr" in p.tag]
    assert inflect(readings[0], *grammemes) == form


@pytest.mark.parametrize("word", [*WORDS, "Ёлка", "Мая", "Оно", "СтОл"])
def test_a_capital_first_letter_changes_no_reading(word: str) -> None:
    def told(readings):
        return [(p.word, str(p.tag), p.normal_form, p.score) for p in readings]

    assert told(parses(word)) == told(analyzer().parse(word))
