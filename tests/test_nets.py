"""The nets against Natasha's own: the same tags, trees and names, whatever is read beside."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from razdel import sentenize, tokenize

from pipeline.nlp import nets as nets_module
from pipeline.nlp.crf import decode
from pipeline.nlp.embedding import Embedding, read_embedding
from pipeline.nlp.encoder import ROWS, Encoder
from pipeline.nlp.nets import TIE, Nets, nearest_best
from pipeline.nlp.packs import Pack, read_pack
from pipeline.nlp.words_table import WordsTable

from .handmade import models

OPEN_TEXTS = Path(__file__).parents[2] / "shared" / "data" / "nerel" / "train"
TEXTS = [
    "Губернатор Тверской области Иван Лопатин принял в Смольном посла Армении Арама Петросяна.",
    "Стороны договорились открыть рейс! «Мы готовы помочь», – сказал он ТАСС 3 марта 2026 г.",
    "ООО «Север-Инвест» (Санкт-Петербург) и PLC Acme подписали меморандум о СИЗО-6 за $1,5 млн.",
    "Да.",
    "👍🏽 эйяфьядлайёкюдль 2011-2020 ... ?! \u200b Щ",
    "Ереван. Мэр Вологды Пётр Зимин и мэр Вологды Пётр Зимин встретились в Ереване, а также "
    "в Москве, Туле, Рязани и Орле, где обсудили, что, когда и как поставят друг другу к маю.",
]


@cache
def natasha() -> tuple[Any, Any, Any, Any]:
    from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser

    embedding = NewsEmbedding()
    taggers = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
    return embedding, *taggers


def nets() -> Nets:
    return models().nets


def sentences(text: str) -> list[list[str]]:
    return [[t.text for t in tokenize(s.text)] for s in sentenize(text) if s.text]


def tokens(text: str) -> list[str]:
    return [t.text for t in tokenize(text)]


def spans(text: str, tags: list[str]) -> list[tuple[int, int, str]]:
    from slovnet.bio import bio_spans

    return [(s.start, s.stop, s.type) for s in bio_spans(list(tokenize(text)), tags)]


def compare(text: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What Natasha says otherwise, but for heads whose scores tie and the relations to them."""
    scored: list[Any] = []

    def recording(scores: Any) -> Any:
        scored.append(scores)
        return nearest_best(scores)

    monkeypatch.setattr(nets_module, "nearest_best", recording)
    _, morphology, syntax, names = natasha()
    words = sentences(text)
    for own, theirs in zip(nets().morphology(words), morphology.map(words), strict=True):
        for tag, token in zip(own, theirs.tokens, strict=True):
            if (tag.pos, tag.feats) != (token.pos, token.feats):
                yield f"{token.text}: {tag.label}, not {token.pos} {token.feats}"
    parsed = list(nets().syntax(words))
    for (heads, rels), theirs, scores in zip(parsed, syntax.map(words), scored, strict=True):
        for place, token in enumerate(theirs.tokens):
            head = int(token.head_id)
            if head != heads[place]:
                if scores[place, heads[place]] - scores[place, head] > TIE:
                    yield f"{token.text}: head {heads[place]}, not {head}"
            elif token.rel != rels[place]:
                yield f"{token.text}: {rels[place]}, not {token.rel}"
    found = spans(text, nets().names([tokens(text)])[0])
    expected = [(s.start, s.stop, s.type) for s in names(text).spans]
    yield from (f"name {span}" for span in set(found) ^ set(expected))


@pytest.mark.parametrize("text", [*TEXTS, " ".join(TEXTS)])
def test_they_say_what_natasha_says(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(compare(text, monkeypatch)) == []


def test_a_text_of_many_blocks_is_read_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(itertools.islice(itertools.cycle(TEXTS), 90))
    assert len(tokens(text)) > 2 * ROWS
    assert list(compare(text, monkeypatch)) == []


@pytest.mark.skipif(not OPEN_TEXTS.is_dir(), reason="the open texts are not here")
def test_they_say_what_natasha_says_on_the_open_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong, total = [], 0
    for path in sorted(OPEN_TEXTS.glob("*.txt"))[::20]:
        text = path.read_text("utf-8").replace("ё", "е")
        wrong += list(compare(text, monkeypatch))
        total += len(tokens(text))
    assert total > 5000
    assert len(wrong) <= total / 1000, wrong


def test_no_documents_and_no_words() -> None:
    assert nets().names([]) == []
    assert nets().names([[], ["Иван"]])[0] == []
    assert list(nets().morphology([])) == []
    assert list(nets().syntax([])) == []


@cache
def embedding() -> Embedding:
    from natasha.data import NEWS_EMBEDDING

    return read_embedding(NEWS_EMBEDDING)


def test_vectors_are_navecs() -> None:
    theirs = natasha()[0]
    assert embedding().numbers == theirs.vocab.word_ids
    assert embedding().unknown == theirs.vocab.unk_id
    row = embedding().numbers["губернатор"]
    parts = embedding().codes[np.arange(100), embedding().indexes[row]]
    assert parts.reshape(-1).tolist() == theirs["губернатор"].tolist()


@cache
def pack() -> Pack:
    from natasha.data import NEWS_NER
    from slovnet.exec.model import NER

    return read_pack(NEWS_NER, NER, "tag", embedding().id)


def test_a_pack_for_another_embedding_is_refused() -> None:
    from natasha.data import NEWS_NER
    from slovnet.exec.model import NER

    with pytest.raises(ValueError, match="needs the embedding"):
        read_pack(NEWS_NER, NER, "tag", "another")


def test_features_are_the_same_bits_whatever_was_read_before() -> None:
    fresh = Encoder(WordsTable(embedding(), [pack()]), 0, pack().layers)
    # A table this small has to give up the words of one text for those of the next.
    crowded = Encoder(WordsTable(embedding(), [pack()], capacity=64), 0, pack().layers)
    for text in [*TEXTS, *reversed(TEXTS)]:
        for part in (sentences(text), list(reversed(sentences(text)))):
            for (_, one), (_, other) in zip(fresh.blocks(part), crowded.blocks(part), strict=True):
                assert one.tobytes() == other.tobytes()


def test_a_table_keeps_the_words_in_use() -> None:
    table = WordsTable(embedding(), [pack()], capacity=4)
    first = table.rows(["мэр", "посол", "министр"]).tolist()
    assert sorted(first) == [1, 2, 3]
    table.rows(["мэр", "министр"])
    rows = table.rows(["губернатор", "мэр"]).tolist()
    assert rows == [first[1], first[0]]
    assert not table.parts(np.zeros(1, np.intp), 0).any()


def brute(emissions: Any, transitions: Any) -> list[int]:
    def score(path: tuple[int, ...]) -> float:
        total = sum(emissions[i, tag] for i, tag in enumerate(path))
        return float(total + sum(transitions[a, b] for a, b in itertools.pairwise(path)))

    return list(max(itertools.product(range(3), repeat=len(emissions)), key=score))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.lists(st.integers(0, 5), max_size=4))
def test_the_likeliest_tags_are_found(seed: int, lengths: list[int]) -> None:
    random = np.random.default_rng(seed)
    transitions = random.normal(size=(3, 3)).astype(np.float32)
    documents = [random.normal(size=(n, 3)).astype(np.float32) for n in lengths]
    together = decode(documents, transitions)
    assert together == [decode([d], transitions)[0] for d in documents]
    assert together == [brute(d, transitions) if len(d) else [] for d in documents]


def test_of_equal_heads_the_nearest_is_taken() -> None:
    scores = np.array([[0, 0, 5, 1, 5], [9, 1, 0, 0, 0], [0, 3, 0, 0, 3]], np.float32)
    scores[0, 2] += TIE / 2
    assert nearest_best(scores).tolist() == [2, 0, 4]


def test_a_word_the_vectors_know_only_without_its_dots_is_read_so() -> None:
    dotted = [["Тулу", "посетил", "вьетнамский", "посол", "с", "намёками", "на", "рейс"]]
    plain = [[w.replace("ё", "е") for w in dotted[0]]]
    assert "намёками" not in embedding().numbers
    assert "намеками" in embedding().numbers
    assert [t.label for t in next(nets().morphology(dotted))] == [
        t.label for t in next(nets().morphology(plain))
    ]
