"""What each line of a page is, by patterns first and then by where it stands."""

from __future__ import annotations

import re

from ..knowledge.zones import ZonesLexicon
from ..nlp.words import parses
from .lines import Line, folded

_NAME = re.compile(r"(?:[А-ЯЁ][а-яё-]+|[А-ЯЁ]\.)(?:\s+(?:[А-ЯЁ][а-яё-]+|[А-ЯЁ]\.)){0,3}[,.]?$")
_TIME = re.compile(r"\d{1,2}:\d{2}")
# A headline that ends in a quotation: «Аким: «Мост сдадим раньше срока»».
_QUOTED = re.compile(r"[^.!?…]»$")
_TAIL_WORDS = 8
_BLOCK_WORDS = 8
_SENTENCE_WORDS = 7
# How much better a later headline must be than an earlier one.
_EARLIER = 1.2


class Classifier:
    """Gives every line its kind. Patterns speak first, then the places of title and body."""

    def __init__(self, lexicon: ZonesLexicon) -> None:
        self._longest = lexicon.longest_clutter
        self._longest_title = lexicon.longest_title
        flags = re.IGNORECASE
        self._clutter = [(c, re.compile(c.regex, flags)) for c in lexicon.clutter]
        self._signature = re.compile(lexicon.signature)
        self._captions = [(c.id, re.compile(c.regex)) for c in lexicon.caption]

    def classify(self, lines: list[Line], title: str | None, dated: set[int]) -> None:
        """Set ``kind`` of every line; ``dated`` are the starts of lines that only tell a date."""
        for line in lines:
            if line.kind is None:
                self._by_pattern(line, edge=False)
        body = [
            i
            for i, line in enumerate(lines)
            if line.kind in (None, "body") and line.is_prose and not self._heads(lines, i, dated)
        ]
        first = body[0] if body else self._first_body(lines)
        body = [i for i in body if not self._is_edge(lines[i])] or [first]
        first, last = body[0], body[-1]
        self._edges(lines, first, last)
        self._head(lines[:first], title, dated)
        self._repeats(lines, title)
        self._blocks(lines, first)
        self._tail(lines[last + 1 :])
        for line in lines:
            if line.kind is None:
                line.kind, line.rule = "body", "text"

    def _heads(self, lines: list[Line], index: int, dated: set[int]) -> bool:
        """«Что решили по мосту? Мнения» with the date below it: a headline of two sentences."""
        line = lines[index]
        before = index + 1 < len(lines) and lines[index + 1].start in dated
        return before and not line.is_closed and line.words <= self._longest_title // 2

    def _by_pattern(self, line: Line, *, edge: bool) -> None:
        caption = next((i for i, r in self._captions if r.match(line.text)), None)
        if caption is not None and line.words <= self._longest * 2:
            line.kind, line.rule = "caption", caption
            return
        if line.words > self._longest:
            return
        sentence = line.words >= _SENTENCE_WORDS and line.text.endswith((".", "…", ":"))
        for entry, regex in self._clutter:
            if entry.edge is edge and (entry.sentence or not sentence) and regex.match(line.text):
                line.kind, line.rule, line.opens = "boilerplate", entry.id, entry.opens
                return

    def _is_edge(self, line: Line) -> bool:
        return any(e.edge and r.match(line.text) for e, r in self._clutter) and line.words < 20

    def _edges(self, lines: list[Line], first: int, last: int) -> None:
        for index, line in enumerate(lines):
            if line.kind is None and not first <= index <= last:
                self._by_pattern(line, edge=True)

    def _first_body(self, lines: list[Line]) -> int:
        """Where the body begins when nothing reads like a paragraph."""
        open_lines = [i for i, line in enumerate(lines) if line.kind is None]
        if not open_lines:
            return len(lines) - 1
        closed = [i for i in open_lines[1:] if lines[i].is_closed or lines[i].words >= 6]
        if lines[open_lines[0]].text.endswith(".") or len(open_lines) == 1:
            return open_lines[0]
        return closed[0] if closed else open_lines[-1]

    def _head(self, head: list[Line], title: str | None, dated: set[int]) -> None:
        """The title among the lines before the body; the rest there is clutter or a subtitle."""
        open_lines = [line for line in head if line.kind is None]
        scored = [(self._title_score(line, head, title, dated), line) for line in open_lines]
        best = max((score for score, _ in scored), default=0.0)
        chosen = next((x for score, x in scored if score > 0 and score >= best - _EARLIER), None)
        for line in open_lines:
            if chosen is None or line.start < chosen.start:
                line.kind, line.rule = "boilerplate", "before-title"
            elif line is chosen:
                line.kind, line.rule = "title", "title"
            elif line.words >= 5 and line.text.endswith((".", "…")) and has_verb(line.text):
                line.kind, line.rule = "body", "lead"
            elif line.words >= 4 and has_verb(line.text):
                line.kind, line.rule = "title", "subtitle"
            else:
                line.kind, line.rule = "caption", "after-title"

    def _title_score(
        self, line: Line, head: list[Line], title: str | None, dated: set[int]
    ) -> float:
        key, words = folded(line.text), line.words
        if title and key == folded(title):
            return 100.0
        if words > self._longest_title or words == 0:
            return 0.0
        score = min(words, 6) / 3
        score += 3.0 if sum(folded(other.text) == key for other in head) > 1 else 0.0
        score += 2.0 if has_verb(line.text) else 0.0
        score += 1.5 if line is head[0] else 0.0
        index = head.index(line)
        beside = [head[i] for i in (index - 1, index + 1) if 0 <= i < len(head)]
        score += 1.5 if any(other.start in dated for other in beside) else 0.0
        score -= 1.5 if line.text.endswith(".") else 0.0
        score -= 2.0 if line.text.endswith((".", ",", ";")) and words < 5 else 0.0
        score += 1.0 if line.text.isupper() and words >= 3 else 0.0
        odd = not line.text[0].isalnum() and line.text[0] not in '«"“„'
        score -= 3.0 if odd or _TIME.match(line.text) else 0.0
        score -= 1.5 if _NAME.match(line.text) and words < 3 else 0.0
        return score

    def _repeats(self, lines: list[Line], title: str | None) -> None:
        """A headline told again is clutter; the first telling stays."""
        seen = {
            folded(line.text) for line in lines if line.kind == "title" and line.rule == "title"
        }
        if not seen:
            return
        told = False
        for line in lines:
            if folded(line.text) in seen and line.words >= 3:
                if told and line.kind in (None, "title", "body"):
                    line.kind, line.rule = "boilerplate", "repeated-title"
                told = told or line.kind == "title"

    def _blocks(self, lines: list[Line], first: int) -> None:
        """Clutter that goes on: headlines and bullets after «Читайте также»."""
        running = False
        for index, line in enumerate(lines):
            if index < first:
                continue
            if line.opens:
                running = True
            elif running and line.kind is None:
                closed = line.is_closed and not _QUOTED.search(line.text)
                running = line.is_bullet or not closed or line.words < _BLOCK_WORDS
                if running and (line.is_bullet or not line.is_prose):
                    line.kind, line.rule = "boilerplate", "in-block"
                else:
                    running = False

    def _tail(self, tail: list[Line]) -> None:
        for line in tail:
            if line.kind is None and self._signature.match(line.text):
                # Whose text it is, where he signs with his post.
                line.kind, line.rule = "body", "signed"
            elif line.kind is None and not line.is_closed and line.words <= _TAIL_WORDS:
                line.kind, line.rule = "boilerplate", "tail"
            elif line.kind is None and _NAME.match(line.text):
                line.kind, line.rule = "boilerplate", "signature"


def has_verb(text: str) -> bool:
    """Whether a word of the line is likeliest a finite verb."""
    for number, word in enumerate(re.findall(r"[А-Яа-яЁё-]{4,}", text)):
        best = parses(word)[0]
        if best.tag.POS in ("VERB", "PRTS", "PRED") and (number == 0 or not word[0].isupper()):
            return True
    return False
