"""Quotation marks paired into quotes, over paragraph breaks too.

All the marks of the press are read: «», “”, „“, „” and straight ones, nested in any order. A quote
opened in one paragraph may close some paragraphs later, each paragraph between repeating the
opening mark or not. A missing closing mark ends the quote with its paragraph, or where an inner
quote closes for both («завод «Заря»).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_MARKS = re.compile(r"[«»„“”\"]")
_BEFORE_OPEN = re.compile(r"(?:^|[\s(\[«„“\"—–/:-])$")
_AFTER_BOTH = re.compile(r"\s*[,.!?…]*\s*(?:[—–-]|$)")
_CLOSERS = {"»": "«", "”": "„“”", "“": "„", '"': '"'}
_REACH = 8
"""How many paragraphs on a closing mark is looked for."""


@dataclass(frozen=True, slots=True)
class Quote:
    """``[start, stop)`` between the marks; ``depth`` 0 is outermost; ``closed`` by a mark."""

    start: int
    stop: int
    depth: int
    closed: bool = True


@dataclass(slots=True)
class _Scan:
    text: str
    open: list[tuple[str, int]] = field(default_factory=list)
    found: list[Quote] = field(default_factory=list)

    def mark(self, at: int, first: int) -> None:
        """Read one mark of a paragraph that begins at ``first``."""
        mark = self.text[at]
        if self._opens(mark, at, first):
            repeated = self.open and self.open[0][0] == mark and self.open[0][1] < first
            if not (repeated and not self.text[first:at].strip()):
                self.open.append((mark, at))
            return
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place][0] in _CLOSERS.get(mark, ""):
                self._close(place, at)
                return

    def finish(self, stop: int) -> None:
        """End with their paragraph the quotes that no mark closes."""
        while self.open:
            start = self.open[0][1] + 1
            inner = [q for q in self.found if q.start > start and q.depth]
            both = [q.stop for q in inner if _AFTER_BOTH.match(self.text[q.stop + 1 : stop])]
            end = both[-1] if both and len(self.open) == 1 else stop
            self.found.append(Quote(start, max(start, end), 0, bool(both)))
            self.open.clear()

    def _close(self, place: int, at: int) -> None:
        for depth in range(len(self.open) - 1, place - 1, -1):
            self.found.append(Quote(self.open[depth][1] + 1, at, depth))
        del self.open[place:]

    def _opens(self, mark: str, at: int, first: int) -> bool:
        if mark in "«„":
            return True
        if mark == "»":
            return False
        if mark == "“" and any(m == "„" for m, _ in self.open):
            return False
        before = self.text[max(first, at - 1) : at]
        loose = bool(_BEFORE_OPEN.search(before))
        after = self.text[at + 1 : at + 2]
        if loose and self.open and self.open[-1][0] in _CLOSERS.get(mark, ""):
            return bool(after.strip()) and before.isspace() and after not in ".,;:!?—–-"
        return loose and bool(after.strip())


def find_quotes(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quote]:
    """The quotes of the paragraphs, given as ``[start, stop)`` code points, in text order."""
    scan = _Scan(text)
    for number, (start, stop) in enumerate(paragraphs):
        for match in _MARKS.finditer(text, start, stop):
            scan.mark(match.start(), start)
        if scan.open and not _closes(scan, paragraphs[number + 1 : number + 1 + _REACH]):
            scan.finish(stop)
    return sorted(scan.found, key=lambda q: (q.start, -q.stop))


def _closes(scan: _Scan, ahead: Sequence[tuple[int, int]]) -> bool:
    """Whether the outermost open quote is closed in the paragraphs ahead."""
    trial = _Scan(scan.text, list(scan.open[:1]))
    for start, stop in ahead:
        for match in _MARKS.finditer(scan.text, start, stop):
            trial.mark(match.start(), start)
            if not trial.open:
                return True
        del trial.open[1:]
    return False
