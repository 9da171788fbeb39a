"""Words with tags read as Natasha reads them, mended where the dictionary forbids the tag."""

from __future__ import annotations

import pytest

from pipeline.nlp.nets import Tag
from pipeline.nlp.readings import read

from .test_nets import TEXTS, nets, sentences


def test_lemmas_are_natashas_but_for_mended_tags() -> None:
    from natasha import MorphVocab

    vocabulary = MorphVocab()
    for text in TEXTS:
        words = sentences(text)
        for sentence, tags in zip(words, nets().morphology(words), strict=True):
            for word, tag in zip(sentence, tags, strict=True):
                reading = read(word.lower(), tag)
                if reading.pos == tag.pos:
                    assert reading.lemma == vocabulary.lemmatize(word, tag.pos, tag.feats)
                    assert reading.feats == tag.feats


@pytest.mark.parametrize(
    ("word", "pos", "feats", "expected"),
    [
        ("договорённость", "VERB", {"Case": "Acc"}, ("NOUN", "договоренность", "Acc")),
        ("говорили", "ADV", {}, ("VERB", "говорить", None)),
        ("стали", "VERB", {"VerbForm": "Fin"}, ("VERB", "стать", None)),
        ("замгубернатора", "NOUN", {"Case": "Gen"}, ("NOUN", "замгубернатора", None)),
        ("замглавы", "NOUN", {"Case": "Gen"}, ("NOUN", "замглавы", None)),
        ("замполита", "NOUN", {"Case": "Gen"}, ("NOUN", "замполит", "Gen")),
        ("эйяфьядлайёкюдль", "NOUN", {"Case": "Nom"}, ("NOUN", "эйяфьядлайекюдль", "Nom")),
    ],
)
def test_a_tag_the_dictionary_forbids_is_mended(
    word: str, pos: str, feats: dict[str, str], expected: tuple[str, str, str | None]
) -> None:
    reading = read(word, Tag(pos, pos, feats))
    assert (reading.pos, reading.lemma, reading.feats.get("Case")) == expected
