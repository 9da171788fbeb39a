"""Sentences and tokens by razdel, inside zones and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from schemas import ZoneKind

from ..document import Document, Sentence, Token
from ..nlp.letters import in_cyrillic
from ..nlp.tokens import tokenize
from ..stage import Stage

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WRAPPED = re.compile(r"[а-яё,;(—–-]")
_LONGEST = 400
_TITLE = 40
"""Characters of either half of a name in quotation marks."""
_HANGING = re.compile(r"(?<![^\W\d_])(?:с|со|в|во|на|к|ко|о|об|от|из|у|для|между)\s?(?:…|\.{3})$")
_CLOSED = (".", "!", "?", "…", ":", "»", '"', "”")


class SegmentationStage(Stage):
    """Split the text into sentences that cross neither a zone nor a line, and those into tokens.

    A sentence of more than 400 tokens is a list or a page without marks; it is cut, since the
    parser's memory grows with the square of its length. A line that goes on in lower case without
    a closing mark is taken for a hard wrap.
    """

    name = "segmentation"
    requires: ClassVar[frozenset[str]] = frozenset({"zones"})
    provides: ClassVar[frozenset[str]] = frozenset({"sentences", "tokens"})

    def process(self, document: Document) -> None:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for paragraph, (start, stop, zone) in enumerate(_stretches(document)):
            self._add(document.text, start, stop, zone, paragraph, tokens, sentences)
        document.set_tokens(tokens)
        document.sentences = sentences

    def _add(
        self,
        text: str,
        start: int,
        stop: int,
        zone: ZoneKind,
        paragraph: int,
        tokens: list[Token],
        sentences: list[Sentence],
    ) -> None:
        from razdel import sentenize

        piece = text[start:stop]
        cuts = [(sent.start, sent.stop) for sent in sentenize(piece)]
        for opening, closing in _whole(piece, cuts):
            offset = start + opening
            words = in_cyrillic(piece[opening:closing])
            spans = list(tokenize(words))
            for begin in range(0, len(spans), _LONGEST):
                part = spans[begin : begin + _LONGEST]
                first, number = len(tokens), len(sentences)
                for index, (at, end) in enumerate(part, first):
                    tokens.append(Token(index, offset + at, offset + end, words[at:end], number))
                begins, ends = offset + part[0][0], offset + part[-1][1]
                sentences.append(
                    Sentence(number, begins, ends, first, len(tokens), zone, paragraph)
                )


def _whole(text: str, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, those joined that were cut at words left out: «обсудил с… Орловым мост»,
    or inside a quoted name.
    """
    opening = 0
    for number, (start, stop) in enumerate(cuts):
        opening = start if number == 0 or opening < 0 else opening
        cut = text.endswith(("…", "..."), start, stop) and number + 1 < len(cuts)
        if cut and _HANGING.search(text, start, stop):
            continue
        if number + 1 < len(cuts) and _in_title(text, start, stop):
            continue
        yield opening, stop
        opening = -1


def _in_title(text: str, start: int, stop: int) -> bool:
    """Whether a short quoted name goes on behind the cut: «на выставке «Иннопром. Азия»»."""
    opening = text.rfind("«", start, stop)
    if opening < 0 or stop - opening > _TITLE or "»" in text[opening:stop]:
        return False
    closing = text.find("»", stop, stop + _TITLE)
    return closing > 0 and "«" not in text[stop:closing]


def _stretches(document: Document) -> Iterator[tuple[int, int, ZoneKind]]:
    """``(start, stop, zone)`` of each line inside each zone, wrapped lines joined."""
    for zone in document.zones:
        start = stop = -1
        for line in _LINE.finditer(document.text, zone.start, zone.stop):
            if start >= 0 and _goes_on(document.text, stop, line.start()):
                stop = line.end()
                continue
            if start >= 0:
                yield start, stop, zone.kind
            start, stop = line.span()
        if start >= 0:
            yield start, stop, zone.kind


def _goes_on(text: str, stop: int, start: int) -> bool:
    """Whether the line that ends at ``stop`` is only wrapped before the one at ``start``."""
    gap = text[stop:start]
    while stop > 0 and text[stop - 1].isspace():
        stop -= 1
    if gap.count("\n") > 1 or text[max(0, stop - 1) : stop] in _CLOSED:
        return False
    return bool(_WRAPPED.match(text[start : start + 8].lstrip()))
